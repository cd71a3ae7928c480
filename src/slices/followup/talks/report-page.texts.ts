/** Wording of the page of a month's report. */
import type { Lang } from '../../../kernel/lang.ts'

type Texts = {
  readonly title: (month: string) => string
  readonly lead: (due: string, version: number) => string
  readonly late: string
  readonly about: (areas: string) => string
  readonly talk: string
  readonly talkHint: string
  readonly noTalk: string
  readonly notHeld: string
  readonly noTalkWhy: string
  readonly noTalkWhyHint: string
  readonly why: string
  readonly whyHint: string
  readonly draft: string
  readonly send: string
  readonly correct: string
  readonly correctOpen: string
  readonly draftSaved: string
  readonly sent: string
  readonly corrected: string
  readonly draftBy: (savedAt: string, name: string) => string
  readonly sentBy: (on: string, name: string) => string
  readonly closed: string
  readonly ratings: string
  readonly ratingsOf: (mean: string, days: number, of: number) => string
  readonly ratingsNone: (of: number) => string
  readonly talkOf: (on: string, place: string) => string
  readonly without: string
  readonly history: string
  readonly historyColumns: readonly [string, string, string]
  readonly firstTime: string
  readonly call: string
  readonly back: string
}

const sv: Texts = {
  title: (month) => `Uppföljningssamtal och rapport till den 1 ${month}`,
  lead: (due, version) => `Ska vara lämnad senast ${due}. Skrivs efter mallens version ${version}.`,
  late: 'Försenad',
  about: (areas) => `Gäller: ${areas}.`,
  talk: 'Samtalet som rapporten dokumenterar',
  talkHint: 'Välj ett samtal som är hållet. Säg på samtalets sida vilka som kom.',
  noTalk: 'Inget samtal hölls',
  notHeld: 'kallat, inte hållet än',
  noTalkWhy: 'Varför hölls inget samtal?',
  noTalkWhyHint: 'Behövs bara när inget samtal hölls.',
  why: 'Varför rättas rapporten?',
  whyHint: 'Det som stod förut finns kvar i historiken.',
  draft: 'Spara utkast',
  send: 'Lämna rapporten',
  correct: 'Lämna rättelsen',
  correctOpen: 'Rätta rapporten',
  draftSaved: 'Utkastet är sparat. Rapporten är inte lämnad än.',
  sent: 'Rapporten är lämnad. Myndigheten kan läsa den nu.',
  corrected: 'Rättelsen är lämnad.',
  draftBy: (savedAt, name) => `Utkast, sparat ${savedAt} av ${name}. Inte lämnat än.`,
  sentBy: (on, name) => `Lämnad ${on} av ${name}.`,
  closed: 'Rapporten kan inte skrivas',
  ratings: 'Skattningar under tiden',
  ratingsOf: (mean, days, of) => `medel ${mean}, ${days} av ${of} dagar skattade`,
  ratingsNone: (of) => `ingen av ${of} dagar skattad`,
  talkOf: (on, place) => `${on}, ${place}`,
  without: 'inget skrivet',
  history: 'Historik',
  historyColumns: ['Sparad', 'Av', 'Varför'],
  firstTime: 'första gången',
  call: 'Kalla till samtal',
  back: 'Samtal och rapporter',
}

const en: Texts = {
  title: (month) => `Follow-up talk and report for the 1st of ${month}`,
  lead: (due, version) => `To be handed in by ${due}. Written by version ${version} of the template.`,
  late: 'Late',
  about: (areas) => `About: ${areas}.`,
  talk: 'The talk that the report documents',
  talkHint: 'Choose a talk that was held. Say on the page of the talk who came.',
  noTalk: 'No talk was held',
  notHeld: 'called, not held yet',
  noTalkWhy: 'Why was no talk held?',
  noTalkWhyHint: 'Needed only when no talk was held.',
  why: 'Why is the report corrected?',
  whyHint: 'What stood before stays in the history.',
  draft: 'Save a draft',
  send: 'Hand in the report',
  correct: 'Hand in the correction',
  correctOpen: 'Correct the report',
  draftSaved: 'The draft is saved. The report is not handed in yet.',
  sent: 'The report is handed in. The authority process can read it now.',
  corrected: 'The correction is handed in.',
  draftBy: (savedAt, name) => `A draft, saved ${savedAt} by ${name}. Not handed in yet.`,
  sentBy: (on, name) => `Handed in ${on} by ${name}.`,
  closed: 'The report cannot be written',
  ratings: 'Ratings meanwhile',
  ratingsOf: (mean, days, of) => `mean ${mean}, ${days} of ${of} days rated`,
  ratingsNone: (of) => `none of ${of} days rated`,
  talkOf: (on, place) => `${on}, ${place}`,
  without: 'nothing written',
  history: 'History',
  historyColumns: ['Saved', 'By', 'Why'],
  firstTime: 'the first time',
  call: 'Call to a talk',
  back: 'Talks and reports',
}

/** The words of the page of a report. */
export const reportPageTexts: Readonly<Record<Lang, Texts>> = { sv, en }
