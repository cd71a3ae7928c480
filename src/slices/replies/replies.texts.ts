/** Wording of answers as staff read them. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { DayPart } from './reply-words.types.ts'
import type { Occupation } from '../ladder/index.ts'
import { shortDay } from '../../ui/day.texts.ts'
import type { Answered, AnswerKind, AskAgain, CallDay } from './replies.types.ts'

type Texts = {
  readonly title: string
  readonly below: string
  readonly empty: string
  readonly emptyHelp: string
  readonly card: string
  readonly waits: string
  readonly hub: string
  readonly earlier: string
  readonly accept: string
  readonly reject: string
  readonly rejectQuestion: string
  readonly rejectReason: string
  readonly rejectHint: string
  readonly rejectDo: string
  readonly accepted: string
  readonly rejected: string
  readonly alreadyDecided: string
  readonly what: string
  readonly whatHint: string
  readonly whatUnknown: string
  readonly occupations: Readonly<Record<Occupation, string>>
  readonly columns: { readonly youth: string; readonly answer: string; readonly when: string; readonly decide: string }
  readonly kinds: Readonly<Record<AnswerKind, string>>
  readonly days: Readonly<Record<CallDay, string>>
  readonly parts: Readonly<Record<DayPart, string>>
  readonly again: Readonly<Record<AskAgain, string>>
  readonly channels: Readonly<Record<string, string>>
  readonly languages: Readonly<Record<ContactLang, string>>
  readonly since: (day: string) => string
  readonly means: Readonly<Record<AnswerKind, string>>
  readonly states: { readonly accepted: (by: string) => string; readonly rejected: (by: string, reason: string) => string }
  readonly nobody: string
  readonly protectedTag: string
  readonly afterSignIn: string
}

const sv: Texts = {
  title: 'Svar som väntar',
  below: 'Svar från svarssidan. Inget av dem gäller förrän någon har godtagit det.',
  empty: 'Inga svar väntar',
  emptyHelp: 'När en ungdom svarar med koden i ett brev, på ett kort eller i ett sms står svaret här.',
  card: 'Svar från ungdomen',
  waits: 'väntar på dig',
  hub: 'Uppsök',
  earlier: 'Tidigare svar',
  accept: 'Godta',
  reject: 'Godta inte …',
  rejectQuestion: 'Svaret sparas, men inget av det gäller. Stegen går vidare som om det inte kommit.',
  rejectReason: 'Varför?',
  rejectHint: 'Till exempel: någon annan har svarat. Skriv inget om hälsa.',
  rejectDo: 'Godta inte svaret',
  accepted: 'Svaret är godtaget och loggat som en kontakt.',
  rejected: 'Svaret är inte godtaget. Varför står på ungdomens sida.',
  alreadyDecided: 'Någon har redan tagit ställning till svaret.',
  what: 'Vad gör ungdomen?',
  whatHint: 'Välj bara om svaret säger det.',
  whatUnknown: 'Svaret säger det inte',
  occupations: {
    work: 'Arbetar',
    studies: 'Studerar',
    studiesAbroad: 'Går gymnasiet utomlands',
    abroad: 'Är utomlands, studerar inte',
    other: 'Annat',
    none: 'Ingen sysselsättning',
    unknown: 'Vet eller vill inte säga',
  },
  columns: { youth: 'Ungdom', answer: 'Svar', when: 'Kom', decide: 'Ta ställning' },
  kinds: {
    callMe: 'Ring mig',
    studying: 'Jag studerar',
    working: 'Jag jobbar',
    somethingElse: 'Något annat',
    notNow: 'Vill inte ha kontakt nu',
  },
  days: {
    any: 'vilken dag som helst',
    monday: 'måndag',
    tuesday: 'tisdag',
    wednesday: 'onsdag',
    thursday: 'torsdag',
    friday: 'fredag',
  },
  parts: { morning: 'på morgonen', midday: 'mitt på dagen', afternoon: 'på eftermiddagen', evening: 'på kvällen' },
  again: { inAMonth: 'får frågas igen om en månad', nextTerm: 'får frågas igen nästa termin', never: 'vill inte bli frågad igen' },
  channels: { letter: 'brev', sms: 'sms', email: 'e-post', visitCard: 'knackakort' },
  languages: { sv: 'svenska', en: 'engelska', ar: 'arabiska', so: 'somaliska', prs: 'dari', ti: 'tigrinja', uk: 'ukrainska' },
  since: (day) => `sedan ${day}`,
  means: {
    callMe: 'Numret läggs till och ett samtal blir nästa steg.',
    studying: 'Sysselsättningen blir studier, med ungdomen som källa.',
    working: 'Sysselsättningen blir arbete, med ungdomen som källa.',
    somethingElse: 'Svaret loggas som en kontakt.',
    notNow: 'Loggas som ett nej: stegen vilar till den dag ungdomen får frågas igen.',
  },
  states: {
    accepted: (by) => `Godtaget av ${by}`,
    rejected: (by, reason) => `Inte godtaget av ${by}: ${reason}`,
  },
  nobody: 'ingen ansvarig',
  protectedTag: 'Skyddade uppgifter',
  afterSignIn: 'Öppna ungdomens sida och logga in igen för att läsa svaret',
}

const en: Texts = {
  title: 'Answers that wait',
  below: 'Answers from the reply page. None of them counts until somebody has accepted it.',
  empty: 'No answers wait',
  emptyHelp: 'When a youth answers with the code of a letter, a card or a text message, the answer stands here.',
  card: 'Answer from the youth',
  waits: 'waits for you',
  hub: 'Outreach',
  earlier: 'Earlier answers',
  accept: 'Accept',
  reject: 'Do not accept …',
  rejectQuestion: 'The answer is kept, but none of it counts. The steps go on as if it had not come.',
  rejectReason: 'Why?',
  rejectHint: 'For example: somebody else answered. Write nothing about health.',
  rejectDo: 'Do not accept the answer',
  accepted: 'The answer is accepted and logged as a contact.',
  rejected: 'The answer is not accepted. The reason stands on the youth’s page.',
  alreadyDecided: 'Somebody has decided on the answer already.',
  what: 'What does the youth do?',
  whatHint: 'Choose only if the answer says so.',
  whatUnknown: 'The answer does not say',
  occupations: {
    work: 'Works',
    studies: 'Studies',
    studiesAbroad: 'In upper secondary school abroad',
    abroad: 'Is abroad, does not study',
    other: 'Other',
    none: 'No occupation',
    unknown: 'Does not know or will not say',
  },
  columns: { youth: 'Youth', answer: 'Answer', when: 'Came', decide: 'Decide' },
  kinds: {
    callMe: 'Call me',
    studying: 'I study',
    working: 'I work',
    somethingElse: 'Something else',
    notNow: 'No contact now',
  },
  days: {
    any: 'any day',
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
  },
  parts: { morning: 'in the morning', midday: 'at midday', afternoon: 'in the afternoon', evening: 'in the evening' },
  again: { inAMonth: 'may be asked again in a month', nextTerm: 'may be asked again next term', never: 'does not want to be asked again' },
  channels: { letter: 'letter', sms: 'text message', email: 'e-mail', visitCard: 'visit card' },
  languages: { sv: 'Swedish', en: 'English', ar: 'Arabic', so: 'Somali', prs: 'Dari', ti: 'Tigrinya', uk: 'Ukrainian' },
  since: (day) => `since ${day}`,
  means: {
    callMe: 'The number is added, and a call becomes the next step.',
    studying: 'The occupation becomes studies, with the youth as the source.',
    working: 'The occupation becomes work, with the youth as the source.',
    somethingElse: 'The answer is logged as a contact.',
    notNow: 'Logged as a no: the steps rest until the day that the youth may be asked again.',
  },
  states: {
    accepted: (by) => `Accepted by ${by}`,
    rejected: (by, reason) => `Not accepted by ${by}: ${reason}`,
  },
  nobody: 'nobody responsible',
  protectedTag: 'Protected identity',
  afterSignIn: 'Open the youth’s page and sign in again to read the answer',
}

export const repliesTexts: Readonly<Record<Lang, Texts>> = { sv, en }

/** What was answered, in a sentence. `phone`: the number as it is read. */
export function answeredText(answered: Answered, lang: Lang, phone: (e164: string) => string): string {
  const texts = repliesTexts[lang]
  switch (answered.kind) {
    case 'callMe':
      return `${texts.days[answered.day]}, ${texts.parts[answered.part]}: ${phone(answered.phone)}`
    case 'studying':
    case 'working':
      return [answered.place, answered.since === null ? '' : texts.since(shortDay(answered.since, lang))]
        .filter((part) => part !== '')
        .join(', ')
    case 'somethingElse':
      return answered.text
    case 'notNow':
      return texts.again[answered.again]
  }
}

/** What stands in the contact when somebody wants to be called: the time of day, which the next step has no place for. */
export const callWish = (part: DayPart): string => `Vill bli uppringd ${sv.parts[part]}.`
