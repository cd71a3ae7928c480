/** Wording of the pages of talks: calling the actors, what they answer, that it was held, and the letter. */
import type { Lang } from '../../../kernel/lang.ts'
import type { TalkActor } from './talks.types.ts'

type Texts = {
  readonly title: string
  readonly lead: string
  readonly talks: string
  readonly noTalks: string
  readonly talkColumns: readonly [string, string, string, string]
  readonly reports: string
  readonly noReports: string
  readonly reportColumns: readonly [string, string, string]
  readonly dueBy: (on: string) => string
  readonly late: (on: string) => string
  readonly begun: string
  readonly sent: (on: string) => string
  readonly call: string
  readonly callLead: string
  readonly process: string
  readonly on: string
  readonly at: string
  readonly atHint: string
  readonly place: string
  readonly placeHint: string
  readonly who: string
  readonly whoHint: string
  readonly whyNot: (actor: string) => string
  readonly whyNotHint: string
  readonly actors: string
  readonly called: string
  readonly sendCall: string
  readonly noTime: string
  readonly one: string
  readonly invited: string
  readonly invitedColumns: readonly [string, string, string]
  readonly leftOut: (why: string) => string
  readonly answer: (name: string) => string
  readonly saveAnswer: string
  readonly answered: string
  readonly letter: string
  readonly mail: string
  readonly protectedHint: string
  readonly calendar: string
  readonly calendarHint: string
  readonly hold: string
  readonly holdHint: string
  readonly held: string
  readonly came: string
  readonly cameTag: string
  readonly notCame: string
  readonly cancel: string
  readonly cancelAsk: string
  readonly cancelYes: string
  readonly cancelWhy: string
  readonly cancelled: string
  readonly cancelledBecause: (why: string) => string
  readonly calledBy: (on: string, name: string) => string
  readonly when: string
  readonly state: string
  readonly report: string
  readonly letterTitle: string
  readonly letterTo: (kind: string, name: string) => string
  readonly letterText: (youth: string) => string
  readonly letterYouth: string
  readonly letterFrom: (name: string, process: string) => string
  readonly letterPrint: string
  readonly mailSubject: string
  readonly mailText: (when: string, place: string, name: string) => string
  readonly card: string
  readonly all: string
  readonly next: (on: string, at: string, place: string) => string
  readonly noNext: string
  readonly dueReport: (month: string, on: string) => string
}

const sv: Texts = {
  title: 'Samtal och rapporter',
  lead: 'Kalla aktörerna till samtal, säg vilka som kom och dokumentera samtalet i månadens rapport. Rapporten ska vara lämnad den 1 varje månad.',
  talks: 'Samtal',
  noTalks: 'Inget samtal är kallat än.',
  talkColumns: ['Dag', 'Plats', 'Läge', 'Kallade'],
  reports: 'Rapporter',
  noReports: 'Ingen rapport behövs än.',
  reportColumns: ['Till den 1', 'Process', 'Läge'],
  dueBy: (on) => `ska lämnas senast ${on}`,
  late: (on) => `försenad, skulle ha lämnats ${on}`,
  begun: 'utkast sparat',
  sent: (on) => `lämnad ${on}`,
  call: 'Kalla till samtal',
  callLead: 'Ungdomen, god man och boendepersonal kallas alltid, skolpersonal vid behov. Skriv varför om någon av dem inte kallas.',
  process: 'Process',
  on: 'Dag',
  at: 'Klockslag',
  atHint: 'Till exempel 14:30.',
  place: 'Plats',
  placeHint: 'Till exempel boendet, kontoret eller ett telefonmöte.',
  who: 'Vilka kallas?',
  whoHint: 'Saknas någon? Lägg till hen bland ungdomens aktörer först.',
  whyNot: (actor) => `Om ${actor} inte kallas: varför?`,
  whyNotHint: 'Till exempel: ungdomen är myndig och har ingen god man.',
  actors: 'Ungdomens aktörer',
  called: 'Samtalet är kallat. Skicka eller skriv ut kallelserna här.',
  sendCall: 'Kalla',
  noTime: 'Skriv klockslaget med timmar och minuter, till exempel 14:30.',
  one: 'Uppföljningssamtal',
  invited: 'Kallade',
  invitedColumns: ['Vem', 'Svar', 'Kallelse'],
  leftOut: (why) => `kallas inte: ${why}`,
  answer: (name) => `Svar från ${name}`,
  saveAnswer: 'Spara svar',
  answered: 'Svaret är sparat.',
  letter: 'Skriv ut kallelse',
  mail: 'Skriv e-post',
  protectedHint:
    'Ungdomen har skyddade personuppgifter. Kallelsen skickas inte med e-post eller kalender: lämna den muntligt eller på papper.',
  calendar: 'Hämta till kalendern',
  calendarHint: 'Filen har dag, tid och plats. Den säger inte vem samtalet gäller.',
  hold: 'Samtalet är hållet',
  holdHint: 'Kryssa för dem som kom.',
  held: 'Samtalet är hållet. Nu kan det dokumenteras i månadens rapport.',
  came: 'Vilka kom?',
  cameTag: 'kom',
  notCame: 'kom inte',
  cancel: 'Ställ in samtalet',
  cancelAsk: 'Samtalet ställs in. Ska det hållas en annan dag kallar du till ett nytt.',
  cancelYes: 'Ja, ställ in',
  cancelWhy: 'Varför?',
  cancelled: 'Samtalet är inställt.',
  cancelledBecause: (why) => `Inställt: ${why}`,
  calledBy: (on, name) => `Kallat ${on} av ${name}.`,
  when: 'När',
  state: 'Läge',
  report: 'Till månadens rapport',
  letterTitle: 'Kallelse till uppföljningssamtal',
  letterTo: (kind, name) => (name === '' ? kind : `${kind} ${name}`),
  letterText: (youth) => `Du kallas till ett samtal om hur det går för ${youth}.`,
  letterYouth: 'Du är välkommen till ett samtal om hur det går för dig.',
  letterFrom: (name, process) => `Har du frågor eller kan du inte komma, svara ${name}, ${process}.`,
  letterPrint: 'Skriv ut sidan med webbläsarens utskrift.',
  mailSubject: 'Kallelse till samtal',
  mailText: (when, place, name) =>
    `Hej!\n\nDu kallas till ett samtal ${when}.\nPlats: ${place}.\n\nSvara gärna om du kan komma.\n\n${name}`,
  card: 'Samtal och rapporter',
  all: 'Alla samtal och rapporter',
  next: (on, at, place) => `Nästa samtal ${on} kl. ${at}, ${place}`,
  noNext: 'Inget samtal är kallat.',
  dueReport: (month, on) => `Rapport till den 1 ${month}, senast ${on}`,
}

const en: Texts = {
  title: 'Talks and reports',
  lead: 'Call the actors to talks, say who came and document the talk in the month’s report. The report is to be handed in on the 1st of every month.',
  talks: 'Talks',
  noTalks: 'No talk has been called yet.',
  talkColumns: ['Day', 'Place', 'State', 'Called'],
  reports: 'Reports',
  noReports: 'No report is needed yet.',
  reportColumns: ['For the 1st of', 'Process', 'State'],
  dueBy: (on) => `to be handed in by ${on}`,
  late: (on) => `late, was to be handed in ${on}`,
  begun: 'draft saved',
  sent: (on) => `handed in ${on}`,
  call: 'Call to a talk',
  callLead: 'The youth, the trustee and the housing staff are always called, school staff when needed. Write why if one of them is not.',
  process: 'Process',
  on: 'Day',
  at: 'Time',
  atHint: 'For example 14:30.',
  place: 'Place',
  placeHint: 'For example the housing unit, the office or by telephone.',
  who: 'Who is called?',
  whoHint: 'Is somebody missing? Add them to the youth’s actors first.',
  whyNot: (actor) => `If ${actor} is not called: why?`,
  whyNotHint: 'For example: the youth is of age and has no trustee.',
  actors: 'The youth’s actors',
  called: 'The talk is called. Send or print the invitations here.',
  sendCall: 'Call',
  noTime: 'Write the time with hours and minutes, for example 14:30.',
  one: 'Follow-up talk',
  invited: 'Called',
  invitedColumns: ['Who', 'Answer', 'Invitation'],
  leftOut: (why) => `not called: ${why}`,
  answer: (name) => `Answer of ${name}`,
  saveAnswer: 'Save the answer',
  answered: 'The answer is saved.',
  letter: 'Print the invitation',
  mail: 'Write an e-mail',
  protectedHint: 'The youth’s particulars are protected. The invitation is not sent by e-mail or calendar: give it in person or on paper.',
  calendar: 'Fetch for the calendar',
  calendarHint: 'The file has day, time and place. It does not say whom the talk is about.',
  hold: 'The talk was held',
  holdHint: 'Tick those who came.',
  held: 'The talk was held. It can now be documented in the month’s report.',
  came: 'Who came?',
  cameTag: 'came',
  notCame: 'did not come',
  cancel: 'Cancel the talk',
  cancelAsk: 'The talk is cancelled. If it is to be held another day, call to a new one.',
  cancelYes: 'Yes, cancel',
  cancelWhy: 'Why?',
  cancelled: 'The talk is cancelled.',
  cancelledBecause: (why) => `Cancelled: ${why}`,
  calledBy: (on, name) => `Called ${on} by ${name}.`,
  when: 'When',
  state: 'State',
  report: 'To the month’s report',
  letterTitle: 'Invitation to a follow-up talk',
  letterTo: (kind, name) => (name === '' ? kind : `${kind} ${name}`),
  letterText: (youth) => `You are called to a talk about how things are going for ${youth}.`,
  letterYouth: 'You are welcome to a talk about how things are going for you.',
  letterFrom: (name, process) => `If you have questions or cannot come, answer ${name}, ${process}.`,
  letterPrint: 'Print the page from the browser.',
  mailSubject: 'Invitation to a talk',
  mailText: (when, place, name) =>
    `Hello!\n\nYou are called to a talk ${when}.\nPlace: ${place}.\n\nPlease answer whether you can come.\n\n${name}`,
  card: 'Talks and reports',
  all: 'All talks and reports',
  next: (on, at, place) => `Next talk ${on} at ${at}, ${place}`,
  noNext: 'No talk is called.',
  dueReport: (month, on) => `Report for the 1st of ${month}, by ${on}`,
}

/** The words of the pages of talks. */
export const talkPageTexts: Readonly<Record<Lang, Texts>> = { sv, en }

/** Actors in the middle of a sentence. */
export const actorsInText: Readonly<Record<Lang, Readonly<Record<Exclude<TalkActor, 'school' | 'other'>, string>>>> = {
  sv: { youth: 'ungdomen', trustee: 'god man', housing: 'boendepersonalen' },
  en: { youth: 'the youth', trustee: 'the trustee', housing: 'the housing staff' },
}
