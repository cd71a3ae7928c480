/** What a shipped template is: a key that never changes, the channel it is made for, its subject and its body. */

export const templateKeys = [
  'firstLetter',
  'furtherLetter',
  'studyCertificate',
  'turning20',
  'visitCard',
  'firstSms',
  'furtherSms',
  'meetingSms',
  'visitAlarmSms',
  'planLinkSms',
  'planCodeSms',
  'firstEmail',
  'meetingEmail',
  'planLinkEmail',
  'planCodeEmail',
  'referralEmail',
  'referralBackEmail',
] as const
export type TemplateKey = (typeof templateKeys)[number]

/** To colleagues, and to those who receive referrals: in Swedish and English alone. */
export const notToYouths: readonly TemplateKey[] = ['visitAlarmSms', 'referralEmail', 'referralBackEmail']

export type TemplateChannel = 'letter' | 'card' | 'sms' | 'email'

/**
 * `subject` is the title of a letter or card and the subject line of an e-mail; an SMS has none (''). `body` is paragraphs with an empty line
 * between them; a paragraph is one line. `## ` begins a heading, `- ` an item of a list. Fields are written {{name}} (fields.ts).
 */
export type ShippedTemplate = { readonly subject: string; readonly body: string }

export type ShippedTemplates = Readonly<Record<TemplateKey, ShippedTemplate>>
