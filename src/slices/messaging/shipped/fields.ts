/** The fields a template may hold and must hold, and how a day is written in each language. */
import type { ContactLang } from '../../../kernel/contact-lang.ts'
import type { TemplateChannel, TemplateKey } from './shipped.types.ts'

/**
 * Each is written {{name}} and never empty. `municipality` is its full name ("Lövsta kommun"), `replyLink` an address that is whole without
 * the code beside it, the days are written with `dayLocales` and without a preposition ("onsdag 14 oktober"), the times as 15.00 or 15:00.
 * In a text from right to left each value but the link is set apart by U+2066 and U+2069: a number with spaces is else shown with its groups
 * reversed. A link runs its own way by itself, and a telephone may take a sign at its end for a part of it.
 * `planLink`, `planCode` and `referralLink` are secrets, made as the message leaves and kept nowhere (ADR 0028).
 */
export const fieldNames = [
  'firstName',
  'municipality',
  'unit',
  'contactName',
  'contactPhone',
  'replyLink',
  'replyCode',
  'visitDay',
  'visitTime',
  'meetingDay',
  'meetingTime',
  'meetingPlace',
  'planLink',
  'planCode',
  'referralLink',
] as const
export type FieldName = (typeof fieldNames)[number]

type FieldsByKey = Readonly<Record<TemplateKey, readonly FieldName[]>>

export const channelOf: Readonly<Record<TemplateKey, TemplateChannel>> = {
  firstLetter: 'letter',
  furtherLetter: 'letter',
  studyCertificate: 'letter',
  turning20: 'letter',
  visitCard: 'card',
  firstSms: 'sms',
  furtherSms: 'sms',
  meetingSms: 'sms',
  visitAlarmSms: 'sms',
  planLinkSms: 'sms',
  planCodeSms: 'sms',
  firstEmail: 'email',
  meetingEmail: 'email',
  planLinkEmail: 'email',
  planCodeEmail: 'email',
  referralEmail: 'email',
  referralBackEmail: 'email',
}

/** Every text says who sends it: its body holds at least one of these. */
export const senderFields: readonly FieldName[] = ['unit', 'contactName']

const letter: readonly FieldName[] = ['contactPhone', 'replyLink', 'replyCode']
const meeting: readonly FieldName[] = ['meetingDay', 'meetingTime', 'meetingPlace', 'contactPhone']

/** What a body may not lack, whoever has edited it: without these nobody can answer, come, or ask for another time. */
export const requiredFields: FieldsByKey = {
  firstLetter: letter,
  furtherLetter: letter,
  studyCertificate: letter,
  turning20: letter,
  visitCard: ['visitDay', 'visitTime', 'contactPhone', 'replyCode'],
  firstSms: ['replyLink'],
  furtherSms: ['replyLink'],
  meetingSms: meeting,
  visitAlarmSms: ['visitTime', 'contactName', 'contactPhone'],
  planLinkSms: ['planLink'],
  planCodeSms: ['planCode'],
  firstEmail: ['replyLink', 'contactPhone'],
  meetingEmail: meeting,
  planLinkEmail: ['planLink'],
  planCodeEmail: ['planCode'],
  referralEmail: ['referralLink'],
  referralBackEmail: ['referralLink'],
}

const sender: readonly FieldName[] = ['municipality', 'unit', 'contactName', 'contactPhone']
const named: readonly FieldName[] = ['firstName', ...sender, 'replyLink', 'replyCode']
const nameless: readonly FieldName[] = [...sender, 'replyLink', 'replyCode']

/** What a text may hold. Only a letter, which lies in an envelope, may hold the name; no subject may (it is also the title of a file). */
export const allowedFields: FieldsByKey = {
  firstLetter: named,
  furtherLetter: named,
  studyCertificate: named,
  turning20: named,
  visitCard: [...nameless, 'visitDay', 'visitTime'],
  firstSms: nameless,
  furtherSms: nameless,
  meetingSms: [...sender, 'meetingDay', 'meetingTime', 'meetingPlace'],
  visitAlarmSms: [...sender, 'visitDay', 'visitTime'],
  planLinkSms: [...sender, 'planLink'],
  planCodeSms: [...sender, 'planCode'],
  firstEmail: nameless,
  meetingEmail: [...sender, 'meetingDay', 'meetingTime', 'meetingPlace'],
  planLinkEmail: [...sender, 'planLink'],
  planCodeEmail: [...sender, 'planCode'],
  referralEmail: [...sender, 'referralLink'],
  referralBackEmail: [...sender, 'referralLink'],
}

/** For Intl.DateTimeFormat. `prs` alone gives the Afghan calendar and other digits than those on the wall in Sweden. */
export const dayLocales: Readonly<Record<ContactLang, string>> = {
  sv: 'sv',
  en: 'en-GB',
  ar: 'ar-u-ca-gregory-nu-latn',
  so: 'so',
  prs: 'fa-AF-u-ca-gregory-nu-latn',
  ti: 'ti-u-ca-gregory-nu-latn',
  uk: 'uk',
}
