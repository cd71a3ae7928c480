/** Wording of talks and monthly reports: who is called, what they answer, and why something is refused. */
import type { Lang } from '../../../kernel/lang.ts'
import type { SaveReportRefusal, TemplateRefusal } from './report.actions.ts'
import type { CallTalkRefusal, TalkRefusal } from './talks.actions.ts'
import type { TextProblem } from './talks.rules.ts'
import type { InvitationAnswer, TalkActor, TalkState } from './talks.types.ts'
import type { TemplateProblem } from './template.rules.ts'

type Texts = {
  readonly actors: Readonly<Record<TalkActor, string>>
  readonly states: Readonly<Record<TalkState, string>>
  readonly answers: Readonly<Record<InvitationAnswer, string>>
  readonly calls: Readonly<Record<CallTalkRefusal | TalkRefusal, string>>
  readonly reports: Readonly<Record<SaveReportRefusal, string>>
  readonly texts: Readonly<Record<TextProblem['problem'], string>>
  readonly template: Readonly<Record<TemplateProblem['problem'], string>>
  readonly templates: Readonly<Record<TemplateRefusal, string>>
}

const sv: Texts = {
  actors: { youth: 'Ungdomen', trustee: 'God man', housing: 'Boendepersonal', school: 'Skolpersonal', other: 'Annan' },
  states: { called: 'kallat', held: 'hållet', cancelled: 'inställt' },
  answers: { waiting: 'inget svar än', coming: 'kommer', notComing: 'kommer inte' },
  calls: {
    'not-followed': 'Din process följer inte upp ungdomen.',
    ended: 'Uppföljningen är avslutad. Det finns inget mer att kalla till.',
    passed: 'Dagen har varit.',
    'too-far': 'Kalla högst tre månader framåt.',
    'actor-left-out': 'Ungdomen, god man och boendepersonal kallas alltid. Kalla dem, eller skriv varför någon inte kallas.',
    'no-why': 'Skriv varför.',
    twice: 'Någon är både kallad och undantagen.',
    'not-yours': 'Samtalet hör till en annan process.',
    'unknown-actor': 'Någon av dem som kallas finns inte bland ungdomens aktörer.',
    missing: 'Samtalet finns inte.',
    'already-held': 'Samtalet är redan hållet.',
    cancelled: 'Samtalet är inställt.',
    ahead: 'Samtalets dag har inte kommit än.',
    'nobody-came': 'Säg vilka som kom. Kom ingen ställs samtalet in i stället.',
    'not-called': 'Personen var inte kallad.',
    'somebody-else-first': 'Någon annan har ändrat samtalet sedan du öppnade sidan. Läs det och försök igen.',
  },
  reports: {
    'not-followed': 'Din process följer inte upp ungdomen.',
    ended: 'Uppföljningen är avslutad. Det finns ingen rapport att skriva.',
    'no-month': 'Rapporter är för den 1:a i en månad.',
    'month-ahead': 'Det är för tidigt. Rapporten kan skrivas från den 1:a månaden före.',
    'not-owed': 'Ingen rapport behövs då: uppföljningen hade knappt börjat.',
    'already-reported': 'Månadens rapport är redan skriven. Öppna den och rätta i stället.',
    'somebody-else-first': 'Någon annan har ändrat rapporten sedan du öppnade sidan. Inget av ditt är sparat än. Läs den och spara igen.',
    'no-why': 'Skriv varför rapporten rättas.',
    'not-yours': 'Rapporten hör till en annan process.',
    texts: 'Något som mallen frågar efter är tomt eller för långt.',
    'no-talk': 'Välj samtalet som rapporten bygger på, eller skriv varför inget hölls.',
    'talk-not-held': 'Samtalet är inte hållet än. Säg först vilka som kom.',
  },
  texts: { required: 'Fyll i det här.', 'too-long': 'Texten får vara högst 4 000 tecken.', unknown: 'Mallen frågar inte efter det här.' },
  template: {
    none: 'Mallen måste ha minst en del.',
    'too-many': 'Mallen får ha högst 20 delar.',
    'no-name': 'Skriv en rubrik.',
    'long-name': 'Rubriken får vara högst 80 tecken.',
    'long-hint': 'Hjälptexten får vara högst 200 tecken.',
    'bad-key': 'Nyckeln får bara ha bokstäver a till z och siffror, och börjar med en bokstav.',
    'same-key': 'Nyckeln används redan.',
  },
  templates: {
    'not-valid': 'Något är fel ifyllt. Rätta det som är markerat.',
    'somebody-else-first': 'Någon annan har sparat en ny mall sedan du öppnade sidan. Inget av ditt är sparat. Läs den och försök igen.',
    'nothing-changed': 'Inget är ändrat, så ingen ny version sparades.',
  },
}

const en: Texts = {
  actors: { youth: 'The youth', trustee: 'Trustee', housing: 'Housing staff', school: 'School staff', other: 'Other' },
  states: { called: 'called', held: 'held', cancelled: 'cancelled' },
  answers: { waiting: 'no answer yet', coming: 'coming', notComing: 'not coming' },
  calls: {
    'not-followed': 'Your process does not follow the youth up.',
    ended: 'The follow-up has ended. There is nothing more to call to.',
    passed: 'The day has been.',
    'too-far': 'Call three months ahead at most.',
    'actor-left-out': 'The youth, the trustee and the housing staff are always called. Call them, or write why somebody is not.',
    'no-why': 'Write why.',
    twice: 'Somebody is both called and left out.',
    'not-yours': 'The talk is another process’.',
    'unknown-actor': 'Somebody who is called is not one of the youth’s actors.',
    missing: 'There is no such talk.',
    'already-held': 'The talk is held already.',
    cancelled: 'The talk is cancelled.',
    ahead: 'The day of the talk has not come yet.',
    'nobody-came': 'Say who came. If nobody did, cancel the talk instead.',
    'not-called': 'That person was not called.',
    'somebody-else-first': 'Somebody else has changed the talk since you opened the page. Read it and try again.',
  },
  reports: {
    'not-followed': 'Your process does not follow the youth up.',
    ended: 'The follow-up has ended. There is no report to write.',
    'no-month': 'Reports are for the 1st of a month.',
    'month-ahead': 'It is too early. The report can be written from the 1st of the month before.',
    'not-owed': 'No report is needed then: the follow-up had hardly begun.',
    'already-reported': 'The report of the month is written already. Open it and correct it instead.',
    'somebody-else-first':
      'Somebody else has changed the report since you opened the page. Nothing of yours is saved yet. Read it and save again.',
    'no-why': 'Write why the report is corrected.',
    'not-yours': 'The report is another process’.',
    texts: 'Something that the template asks for is empty or too long.',
    'no-talk': 'Choose the talk that the report is built on, or write why none was held.',
    'talk-not-held': 'The talk is not held yet. First say who came.',
  },
  texts: {
    required: 'Fill this in.',
    'too-long': 'The text may have 4,000 characters at most.',
    unknown: 'The template does not ask for this.',
  },
  template: {
    none: 'The template must have one part at least.',
    'too-many': 'The template may have 20 parts at most.',
    'no-name': 'Write a heading.',
    'long-name': 'The heading may have 80 characters at most.',
    'long-hint': 'The hint may have 200 characters at most.',
    'bad-key': 'The key may only have letters a to z and digits, and begins with a letter.',
    'same-key': 'The key is used already.',
  },
  templates: {
    'not-valid': 'Something is not filled in right. Mend what is marked.',
    'somebody-else-first':
      'Somebody else has saved a new template since you opened the page. Nothing of yours is saved. Read it and try again.',
    'nothing-changed': 'Nothing is changed, so no new version was saved.',
  },
}

export const talkTexts: Readonly<Record<Lang, Texts>> = { sv, en }
