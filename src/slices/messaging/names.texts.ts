/** What channels, states and templates are called, and what stands in a message's way and what to do about it. */
import type { Lang } from '../../kernel/lang.ts'
import type { MessageChannel, MessageState } from './message.types.ts'
import type { CancelReason, SendProblem } from './send.types.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'

/** What is wrong, and what to do; an empty text when there is nothing to do. */
export type ProblemText = { readonly what: string; readonly advice: string }

type Texts = {
  readonly channels: Readonly<Record<MessageChannel, string>>
  readonly states: Readonly<Record<MessageState, string>>
  readonly templates: Readonly<Record<TemplateKey, string>>
  readonly problems: Readonly<Record<CancelReason | SendProblem, ProblemText>>
}

const sv: Texts = {
  channels: { letter: 'Brev', card: 'Knackakort', sms: 'Sms', email: 'E-post' },
  states: {
    queued: 'I kö',
    sending: 'Skickas',
    sent: 'Skickat',
    delivered: 'Framme',
    failed: 'Misslyckat',
    unsure: 'Osäkert',
    cancelled: 'Avbrutet',
  },
  templates: {
    firstLetter: 'Första brevet',
    furtherLetter: 'Ytterligare brev',
    studyCertificate: 'Brev till den med studiebevis',
    turning20: 'Brev inför 20 år',
    visitCard: 'Knackakort',
    firstSms: 'Första sms:et',
    furtherSms: 'Ytterligare sms',
    meetingSms: 'Påminnelse om möte, sms',
    visitAlarmSms: 'Larm från hembesök',
    planLinkSms: 'Länk till planen, sms',
    planCodeSms: 'Kod till planen, sms',
    firstEmail: 'Första e-posten',
    meetingEmail: 'Påminnelse om möte, e-post',
    planLinkEmail: 'Länk till planen, e-post',
    planCodeEmail: 'Kod till planen, e-post',
    referralEmail: 'Till mottagaren: en hänvisning väntar',
    referralBackEmail: 'Till mottagaren: gäller inte längre',
  },
  problems: {
    protected: {
      what: 'Ungdomen har fått skyddade personuppgifter.',
      advice: 'Ungdomen nås bara genom förmedlat brev, av den som har behörighet.',
    },
    'opted-out': {
      what: 'Ungdomen har sagt nej till den här kanalen.',
      advice: 'Välj ett annat sätt, eller vänta på att ungdomen hör av sig.',
    },
    'dead-way': { what: 'Numret eller adressen fungerar inte längre.', advice: 'Sök ett nytt nummer på ungdomens sida.' },
    'way-ended': { what: 'Numret eller adressen är borttagen.', advice: 'Välj ett annat nummer på ungdomens sida.' },
    cooling: { what: 'Numret vilar efter ett misslyckat försök.', advice: 'Försök igen när vilan är över, eller använd ett annat nummer.' },
    'no-way': { what: 'Det finns inget nummer eller ingen adress att skicka till.', advice: 'Lägg till ett nummer eller en adress.' },
    'not-covered': { what: 'Ungdomen omfattas inte längre.', advice: '' },
    'round-cancelled': { what: 'Rundan avbröts.', advice: '' },
    'too-late': { what: 'Det hann inte iväg medan det gällde: koden eller länken är över.', advice: '' },
    'by-hand': { what: 'Någon stoppade meddelandet innan det gick iväg.', advice: '' },
    'no-address': {
      what: 'Det finns ingen adress att skriva på brevet.',
      advice: 'Kontrollera adressen på ungdomens sida och skicka igen.',
    },
    'field-missing': {
      what: 'Mallen behöver en uppgift som saknas, som enhetens telefonnummer.',
      advice: 'Fyll i uppgiften och skicka igen.',
    },
    'template-missing': { what: 'Mallens text finns inte på det språket.', advice: 'Spara mallen på språket och skicka igen.' },
    defect: {
      what: 'Meddelandet gick inte att göra på grund av ett fel i Ungdomslots.',
      advice: 'Anmäl felet. Skicka igen när det är rättat.',
    },
    refused: {
      what: 'Mottagarens nummer eller adress avvisades.',
      advice: 'Kontrollera numret på ungdomens sida och välj ett annat sätt.',
    },
    'channel-down': { what: 'Tjänsten som skickar svarade inte.', advice: 'Skicka igen när den fungerar.' },
    'not-delivered': { what: 'Meddelandet kom inte fram till mottagaren.', advice: 'Välj ett annat sätt: ring, eller skriv ett brev.' },
    'given-up': { what: 'Någon bestämde att det inte ska skickas igen.', advice: '' },
    'no-answer': {
      what: 'Det lämnades över, men tjänsten svarade inte om den tog emot det.',
      advice: 'Fråga ungdomen eller leverantören om det kom fram, och välj sedan vad som gäller.',
    },
    interrupted: {
      what: 'Servern stannade medan meddelandet lämnades över.',
      advice: 'Fråga ungdomen eller leverantören om det kom fram, och välj sedan vad som gäller.',
    },
    'not-known': {
      what: 'Servern stannade medan meddelandet lämnades över, och leverantören känner inte till det.',
      advice: 'Troligen gick det aldrig iväg. Skicka igen om det ska fram.',
    },
    'folder-full': {
      what: 'Det finns inte plats i utskriftsmappen.',
      advice: 'Be driften frigöra utrymme. Breven ligger kvar i kön och skrivs sedan av sig själva.',
    },
    'folder-unwritable': {
      what: 'Utskriftsmappen går inte att skriva i.',
      advice: 'Be driften kontrollera mappen. Breven ligger kvar i kön och skrivs sedan av sig själva.',
    },
    'file-gone': { what: 'Brevets fil försvann ur utskriftsmappen innan den var klar.', advice: 'Skicka igen.' },
  },
}

const en: Texts = {
  channels: { letter: 'Letter', card: 'Visit card', sms: 'SMS', email: 'E-mail' },
  states: {
    queued: 'Queued',
    sending: 'Being sent',
    sent: 'Sent',
    delivered: 'Delivered',
    failed: 'Failed',
    unsure: 'Unsure',
    cancelled: 'Cancelled',
  },
  templates: {
    firstLetter: 'First letter',
    furtherLetter: 'Further letter',
    studyCertificate: 'Letter to somebody with a study certificate',
    turning20: 'Letter before turning 20',
    visitCard: 'Visit card',
    firstSms: 'First SMS',
    furtherSms: 'Further SMS',
    meetingSms: 'Reminder of a meeting, SMS',
    visitAlarmSms: 'Alarm from a home visit',
    planLinkSms: 'Link to the plan, SMS',
    planCodeSms: 'Code to the plan, SMS',
    firstEmail: 'First e-mail',
    meetingEmail: 'Reminder of a meeting, e-mail',
    planLinkEmail: 'Link to the plan, e-mail',
    planCodeEmail: 'Code to the plan, e-mail',
    referralEmail: 'To the receiver: a referral waits',
    referralBackEmail: 'To the receiver: no longer in force',
  },
  problems: {
    protected: {
      what: 'The youth’s identity has become protected.',
      advice: 'The youth is reached only by a forwarded letter, by somebody with the right.',
    },
    'opted-out': { what: 'The youth has said no to this channel.', advice: 'Choose another way, or wait for the youth.' },
    'dead-way': { what: 'The number or address no longer works.', advice: 'Search for a new number on the youth’s page.' },
    'way-ended': { what: 'The number or address has been taken away.', advice: 'Choose another number on the youth’s page.' },
    cooling: { what: 'The number rests after a failed attempt.', advice: 'Try again after the rest, or use another number.' },
    'no-way': { what: 'There is no number or address to send to.', advice: 'Add a number or an address.' },
    'not-covered': { what: 'The youth is no longer covered.', advice: '' },
    'round-cancelled': { what: 'The round was cancelled.', advice: '' },
    'too-late': { what: 'It did not leave while it was good: the code or the link is over.', advice: '' },
    'by-hand': { what: 'Somebody stopped the message before it left.', advice: '' },
    'no-address': { what: 'There is no address to write on the letter.', advice: 'Check the address on the youth’s page and send again.' },
    'field-missing': {
      what: 'The template needs something that is missing, such as the unit’s phone number.',
      advice: 'Fill it in and send again.',
    },
    'template-missing': { what: 'The template has no text in that language.', advice: 'Save the template in the language and send again.' },
    defect: {
      what: 'The message could not be made because of a fault in Ungdomslots.',
      advice: 'Report the fault. Send again when it is mended.',
    },
    refused: {
      what: 'The receiver’s number or address was refused.',
      advice: 'Check the number on the youth’s page and choose another way.',
    },
    'channel-down': { what: 'The service that sends did not answer.', advice: 'Send again when it works.' },
    'not-delivered': { what: 'The message did not get through to the receiver.', advice: 'Choose another way: call, or write a letter.' },
    'given-up': { what: 'Somebody decided that it is not to be sent again.', advice: '' },
    'no-answer': {
      what: 'It was handed over, but the service did not say whether it took it.',
      advice: 'Ask the youth or the provider whether it got through, and then choose.',
    },
    interrupted: {
      what: 'The server stopped while the message was handed over.',
      advice: 'Ask the youth or the provider whether it got through, and then choose.',
    },
    'not-known': {
      what: 'The server stopped while the message was handed over, and the provider does not know it.',
      advice: 'It probably never left. Send again if it is still wanted.',
    },
    'folder-full': {
      what: 'There is no room in the print folder.',
      advice: 'Ask operations to make room. The letters stay in the queue and are then written by themselves.',
    },
    'folder-unwritable': {
      what: 'The print folder cannot be written to.',
      advice: 'Ask operations to check the folder. The letters stay in the queue and are then written by themselves.',
    },
    'file-gone': { what: 'The letter’s file vanished from the print folder before it was complete.', advice: 'Send again.' },
  },
}

/** The words of messages. */
export const messageNames: Readonly<Record<Lang, Texts>> = { sv, en }

/** What a template is called; one that is no longer there by its key. */
export const templateName = (lang: Lang, key: string): string =>
  Object.hasOwn(messageNames[lang].templates, key) ? messageNames[lang].templates[key as TemplateKey] : key

/** What a stored problem says; a provider's own code comes after a colon and is shown as it is. */
export function problemText(problem: string, lang: Lang): ProblemText & { readonly code: string } {
  const [name = '', code = ''] = problem.split(':')
  const { problems } = messageNames[lang]
  const found = Object.hasOwn(problems, name) ? problems[name as keyof typeof problems] : problems.defect
  return { ...found, code }
}
