/** The words of a youth's progress: the picture, its tables, its page and its file. */
import type { Lang } from '../../../kernel/lang.ts'
import type { Recipient } from '../instrument/instrument.types.ts'
import type { Progression } from '../judgement/judgement.types.ts'
import type { PeriodProblem } from './progress.rules.ts'

type Texts = {
  readonly title: string
  readonly lead: string
  readonly section: string
  readonly open: string
  readonly from: string
  readonly until: string
  readonly show: string
  readonly print: string
  readonly back: string
  readonly noAreas: string
  readonly nothing: string
  readonly problems: Readonly<Record<PeriodProblem['problem'], string>>
  readonly threshold: (points: string) => string
  readonly assessment: string
  readonly rating: string
  readonly followUp: string
  readonly followedBy: Readonly<Record<Recipient, string>>
  readonly talks: string
  readonly talk: string
  readonly talkCalled: string
  readonly report: string
  readonly reportOf: (recipient: string, month: string) => string
  readonly judgements: string
  readonly judgementOf: (month: string, progression: string) => string
  readonly progressions: Readonly<Record<Progression, string>>
  readonly positions: string
  readonly opened: string
  readonly notOpened: string
  readonly low: string
  readonly began: (recipient: string) => string
  readonly ended: string
  readonly about: (assessments: number, rated: number, missing: number, talks: number, judgements: number) => string
  readonly happened: string
  readonly happenedColumns: readonly [string, string, string]
  readonly months: string
  readonly monthColumns: readonly [string, string, string, string, string]
  readonly noneMissing: string
  readonly days: string
  readonly week: string
  readonly weekdays: readonly string[]
  readonly change: (difference: string) => string
  readonly latest: readonly [string, string, string, string]
  readonly fileTitle: string
  readonly fileOf: (unit: string) => string
  readonly madeOn: (day: string) => string
  readonly page: string
  readonly keep: string
}

const sv: Texts = {
  title: 'Utveckling',
  lead: 'Bedömningar, skattningar, samtal, bedömd progression och beslut på samma tidslinje, område för område.',
  section: 'Utveckling',
  open: 'Visa utvecklingen i bild',
  from: 'Från och med',
  until: 'Till och med',
  show: 'Visa perioden',
  print: 'Spara som PDF',
  back: 'Till ungdomens sida',
  noAreas: 'Ingen av dina processer följer upp något område.',
  nothing: 'Inget är antecknat under perioden.',
  problems: {
    'no-day': 'Skriv en dag som 2026-03-01.',
    ahead: 'Perioden kan inte sluta efter i dag.',
    turned: 'Perioden måste börja före den slutar.',
    'too-long': 'Välj högst tre år åt gången.',
  },
  threshold: (points) => `Gräns ${points}`,
  assessment: 'Bedömning',
  rating: 'Skattning per dag',
  followUp: 'Riktad uppföljning',
  followedBy: { labourMarket: 'arbetsmarknad', housing: 'boendedrift' },
  talks: 'Samtal och rapporter',
  talk: 'Samtal',
  talkCalled: 'Samtal, kallat men inte redovisat',
  report: 'Rapport',
  reportOf: (recipient, month) => `från ${recipient} för den 1 ${month}`,
  judgements: 'Bedömd progression',
  judgementOf: (month, progression) => `${progression}, för den 1 ${month}`,
  progressions: { up: 'uppåt', same: 'oförändrat', down: 'nedåt' },
  positions: 'Ställningstagande till utredning',
  opened: 'utredning öppnas',
  notOpened: 'utredning öppnas inte',
  low: 'under gränsen',
  began: (recipient) => `börjar hos ${recipient}`,
  ended: 'slutar, sista dagen',
  about: (assessments, rated, missing, talks, judgements) =>
    `Bedömningar: ${assessments}. Skattade dagar: ${rated}, dagar som saknar skattning: ${missing}. Samtal och rapporter: ${talks}. Månadsbedömningar: ${judgements}. Alla uppgifter står i tabellerna under bilden.`,
  happened: 'Det som hänt',
  happenedColumns: ['Dag', 'Vad', 'Utfall'],
  months: 'Skattningar månad för månad',
  monthColumns: ['Månad', 'Medel', 'Lägst–högst', 'Skattade dagar', 'Dagar utan skattning'],
  noneMissing: 'inga',
  days: 'Skattningar dag för dag',
  week: 'Vecka från',
  weekdays: ['Mån', 'Tis', 'Ons', 'Tors', 'Fre', 'Lör', 'Sön'],
  change: (difference) => `(${difference} sedan förra)`,
  latest: ['Område', 'Senaste bedömning', 'Skattning, senaste månaden', 'Bedömd progression'],
  fileTitle: 'Riktad uppföljning',
  fileOf: (unit) => `Bor på ${unit}`,
  madeOn: (day) => `Utskriven ${day}`,
  page: 'Sida ',
  keep: 'Uppgifterna omfattas av socialtjänstsekretess (26 kap. 1 § offentlighets- och sekretesslagen).',
}

const en: Texts = {
  title: 'Progress',
  lead: 'Assessments, ratings, talks, judged progression and decisions on one line of time, area by area.',
  section: 'Progress',
  open: 'Show the progress in pictures',
  from: 'From',
  until: 'To and including',
  show: 'Show the period',
  print: 'Save as PDF',
  back: 'To the page of the youth',
  noAreas: 'None of your processes follows up any area.',
  nothing: 'Nothing is noted in the period.',
  problems: {
    'no-day': 'Write a day as 2026-03-01.',
    ahead: 'The period cannot end after today.',
    turned: 'The period must begin before it ends.',
    'too-long': 'Choose three years at most at a time.',
  },
  threshold: (points) => `Threshold ${points}`,
  assessment: 'Assessment',
  rating: 'Rating by day',
  followUp: 'Directed follow-up',
  followedBy: { labourMarket: 'labour market', housing: 'housing' },
  talks: 'Talks and reports',
  talk: 'Talk',
  talkCalled: 'Talk, called but not accounted for',
  report: 'Report',
  reportOf: (recipient, month) => `from ${recipient} for 1 ${month}`,
  judgements: 'Judged progression',
  judgementOf: (month, progression) => `${progression}, for 1 ${month}`,
  progressions: { up: 'up', same: 'unchanged', down: 'down' },
  positions: 'Position on an investigation',
  opened: 'an investigation is opened',
  notOpened: 'no investigation is opened',
  low: 'low',
  began: (recipient) => `begins with ${recipient}`,
  ended: 'ends, the last day',
  about: (assessments, rated, missing, talks, judgements) =>
    `Assessments: ${assessments}. Days rated: ${rated}, days without a rating: ${missing}. Talks and reports: ${talks}. Monthly judgements: ${judgements}. Everything is in the tables below the picture.`,
  happened: 'What has happened',
  happenedColumns: ['Day', 'What', 'Outcome'],
  months: 'Ratings month by month',
  monthColumns: ['Month', 'Mean', 'Lowest–highest', 'Days rated', 'Days without a rating'],
  noneMissing: 'none',
  days: 'Ratings day by day',
  week: 'Week from',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  change: (difference) => `(${difference} since the last)`,
  latest: ['Area', 'Last assessment', 'Rating, last month', 'Judged progression'],
  fileTitle: 'Directed follow-up',
  fileOf: (unit) => `Lives at ${unit}`,
  madeOn: (day) => `Printed ${day}`,
  page: 'Page ',
  keep: 'This is covered by the secrecy of social services (chapter 26 section 1 of the Public Access to Information and Secrecy Act).',
}

/** The words. */
export const progressTexts: Readonly<Record<Lang, Texts>> = { sv, en }
