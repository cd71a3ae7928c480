/** Wording of the monthly judgement and of positions on an investigation. */
import type { Lang } from '../../../kernel/lang.ts'

type Texts = {
  readonly title: string
  readonly lead: (first: string, last: string, due: string) => string
  readonly months: string
  readonly none: string
  readonly noneHint: string
  readonly report: string
  readonly noReport: (due: string, isPast: boolean) => string
  readonly reportBy: (on: string, name: string) => string
  readonly late: (due: string) => string
  readonly noTalk: (why: string) => string
  readonly withoutText: string
  readonly ratings: string
  readonly noRatings: string
  readonly mean: (points: string, days: number) => string
  readonly gaps: (missing: number, all: number) => string
  readonly dayColumns: readonly [string, string]
  readonly missing: string
  readonly score: (points: string, on: string) => string
  readonly judge: string
  readonly before: (progression: string) => string
  readonly progression: string
  readonly ground: string
  readonly groundHint: string
  readonly save: string
  readonly change: string
  readonly saved: string
  readonly judgedBy: (on: string, name: string) => string
  readonly history: string
  readonly historyColumns: readonly [string, string, string, string]
  readonly judgements: string
  readonly noJudgements: string
  readonly columns: readonly [string, string, string, string]
  readonly goOn: (month: string) => string
  readonly investigation: string
  readonly investigationLead: string
  readonly declines: string
  readonly noDeclines: string
  readonly marks: string
  readonly owed: (on: string, areas: string, isPast: boolean) => string
  readonly noMarks: string
  readonly nextMark: (on: string) => string
  readonly taken: string
  readonly noneTaken: string
  readonly takenColumns: readonly [string, string, string, string]
  readonly opens: string
  readonly yes: string
  readonly no: string
  readonly which: string
  readonly early: string
  readonly earlier: string
  readonly take: string
  readonly tookIt: string
  readonly isOpened: (on: string) => string
  readonly notFollowed: string
  readonly all: string
}

const sv: Texts = {
  title: 'Månadens bedömning',
  lead: (first, last, due) => `Läs det som rapporterats och skattats ${first}–${last}, och bedöm progressionen. Senast ${due}.`,
  months: 'Månader',
  none: 'Inget område följdes upp den här månaden',
  noneHint: 'Välj en annan månad ovanför.',
  report: 'Rapport',
  noReport: (due, isPast) =>
    `Ingen rapport har kommit. Den ${isPast ? 'skulle ha varit' : 'ska vara'} klar senast ${due}. Du kan bedöma utan den: då är det skattningarna, och det som saknas, som bedöms.`,
  reportBy: (on, name) => `Skriven ${on} av ${name}`,
  late: (due) => `skulle varit klar ${due}`,
  noTalk: (why) => `Inget samtal hölls: ${why}`,
  withoutText: 'inget skrivet',
  ratings: 'Dagliga skattningar',
  noRatings: 'Området skattas inte dag för dag.',
  mean: (points, days) => `Medel ${points} (${days} ${days === 1 ? 'dag' : 'dagar'} med skattning).`,
  gaps: (missing, all) =>
    missing === 0 ? `Alla ${all} dagar är skattade.` : `${missing} av ${all} dagar saknar skattning. De räknas inte som noll.`,
  dayColumns: ['Dag', 'Poäng'],
  missing: 'saknas',
  score: (points, on) => `Kvartalsbedömningen dessförinnan: ${points} (${on}).`,
  judge: 'Bedöm progressionen',
  before: (progression) => `Förra månaden: ${progression}`,
  progression: 'Progression',
  ground: 'Grund',
  groundHint: 'Vad i rapporten och skattningarna bedömningen bygger på.',
  save: 'Spara bedömningen',
  change: 'Ändra bedömningen',
  saved: 'Bedömningen är sparad.',
  judgedBy: (on, name) => `Bedömd ${on} av ${name}`,
  history: 'Historik',
  historyColumns: ['Sparad', 'Av', 'Progression', 'Grund'],
  judgements: 'Bedömd progression',
  noJudgements: 'Ingen månad är bedömd än.',
  columns: ['Till den 1', 'Område', 'Progression', 'Grund'],
  goOn: (month) => `Läs och bedöm till den 1 ${month}`,
  investigation: 'Ställningstagande till utredning',
  investigationLead:
    'Var sjätte månad tar myndigheten ställning till att öppna utredning om en nedåtgående progression fortsätter. Tidigare om det behövs.',
  declines: 'Nedåtgående just nu',
  noDeclines: 'Inget område har en nedåtgående progression som fortsätter.',
  marks: 'Sjättemånadersdagar',
  owed: (on, areas, isPast) =>
    isPast
      ? `Inget ställningstagande togs till den ${on}, då en nedgång fortsatte: ${areas}. Ta ställning nu.`
      : `Ta ställning senast ${on}: en nedgång fortsätter, ${areas}.`,
  noMarks: 'Inget ställningstagande väntar.',
  nextMark: (on) => `Nästa sjättemånadersdag är ${on}.`,
  taken: 'Tagna ställningstaganden',
  noneTaken: 'Inget ställningstagande är taget.',
  takenColumns: ['Dag', 'Gäller', 'Beslut', 'Grund'],
  opens: 'Öppnas utredning?',
  yes: 'Ja, utredning öppnas',
  no: 'Nej, utredning öppnas inte',
  which: 'Vilken dag gäller det?',
  early: 'ingen bestämd dag: det behövs före nästa sjättemånadersdag',
  earlier: 'utan bestämd dag',
  take: 'Spara ställningstagandet',
  tookIt: 'Ställningstagandet är sparat.',
  isOpened: (on) => `Utredning öppnades ${on}. Inget mer ställningstagande väntar under den här uppföljningen.`,
  notFollowed: 'Ingen följer upp ungdomen i dag. Det finns inget att ta ställning till.',
  all: 'Ta ställning',
}

const en: Texts = {
  title: 'The month’s judgement',
  lead: (first, last, due) => `Read what was reported and rated ${first}–${last}, and judge the progression. By ${due}.`,
  months: 'Months',
  none: 'No area was followed up this month',
  noneHint: 'Choose another month above.',
  report: 'Report',
  noReport: (due, isPast) =>
    `No report has come. It ${isPast ? 'was' : 'is'} due ${due}. You can judge without it: then the ratings, and what is missing, are judged.`,
  reportBy: (on, name) => `Written ${on} by ${name}`,
  late: (due) => `was due ${due}`,
  noTalk: (why) => `No talk was held: ${why}`,
  withoutText: 'nothing written',
  ratings: 'Daily ratings',
  noRatings: 'The area is not rated day by day.',
  mean: (points, days) => `Mean ${points} (${days} ${days === 1 ? 'day' : 'days'} with a rating).`,
  gaps: (missing, all) =>
    missing === 0 ? `All ${all} days are rated.` : `${missing} of ${all} days lack a rating. They do not count as zero.`,
  dayColumns: ['Day', 'Points'],
  missing: 'missing',
  score: (points, on) => `The quarterly assessment before that: ${points} (${on}).`,
  judge: 'Judge the progression',
  before: (progression) => `Last month: ${progression}`,
  progression: 'Progression',
  ground: 'Ground',
  groundHint: 'What in the report and the ratings the judgement rests on.',
  save: 'Save the judgement',
  change: 'Change the judgement',
  saved: 'The judgement is saved.',
  judgedBy: (on, name) => `Judged ${on} by ${name}`,
  history: 'History',
  historyColumns: ['Saved', 'By', 'Progression', 'Ground'],
  judgements: 'Judged progression',
  noJudgements: 'No month has been judged yet.',
  columns: ['For the 1st of', 'Area', 'Progression', 'Ground'],
  goOn: (month) => `Read and judge for 1 ${month}`,
  investigation: 'Position on an investigation',
  investigationLead: 'Every sixth month the authority decides whether to open an investigation if a decline goes on. Earlier if needed.',
  declines: 'In decline right now',
  noDeclines: 'No area has a decline that goes on.',
  marks: 'Sixth-month days',
  owed: (on, areas, isPast) =>
    isPast
      ? `No position was taken for ${on}, when a decline went on: ${areas}. Take one now.`
      : `Take a position by ${on}: a decline goes on, ${areas}.`,
  noMarks: 'No position is waiting.',
  nextMark: (on) => `The next sixth-month day is ${on}.`,
  taken: 'Positions taken',
  noneTaken: 'No position has been taken.',
  takenColumns: ['Day', 'About', 'Decision', 'Ground'],
  opens: 'Is an investigation opened?',
  yes: 'Yes, an investigation is opened',
  no: 'No, no investigation is opened',
  which: 'Which day is it about?',
  early: 'no fixed day: it is needed before the next sixth-month day',
  earlier: 'no fixed day',
  take: 'Save the position',
  tookIt: 'The position is saved.',
  isOpened: (on) => `An investigation was opened ${on}. No more position is waiting during this follow-up.`,
  notFollowed: 'Nobody follows the youth up today. There is nothing to take a position on.',
  all: 'Take a position',
}

/** The words of judgements. */
export const judgementPageTexts: Readonly<Record<Lang, Texts>> = { sv, en }
