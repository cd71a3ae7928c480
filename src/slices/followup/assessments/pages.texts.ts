/** Wording of the quarterly assessments. */
import type { Lang } from '../../../kernel/lang.ts'
import type { ItemFault } from './answers.rules.ts'

type Texts = {
  readonly title: string
  readonly lead: string
  readonly one: string
  readonly none: string
  readonly begin: (quarter: string) => string
  readonly begun: (quarter: string) => string
  readonly goOn: string
  readonly all: string
  readonly columns: {
    readonly area: string
    readonly points: string
    readonly low: string
    readonly before: string
    readonly change: string
  }
  readonly quarterColumn: string
  readonly onColumn: string
  readonly isLow: string
  readonly signalTo: string
  readonly notCompared: string
  readonly first: string
  readonly scale: (min: string, max: string, step: string) => string
  readonly allItems: string
  readonly someItems: (atLeast: number) => string
  readonly lowIs: (side: string) => string
  readonly last: (points: string) => string
  readonly left: (n: number) => string
  readonly assessedOn: string
  readonly assessedOnHint: string
  readonly note: string
  readonly noteHint: string
  readonly noteLater: string
  readonly draft: string
  readonly finish: string
  readonly draftSaved: string
  readonly finished: (proposed: number) => string
  readonly answerSignals: string
  readonly assessedBy: (on: string, name: string) => string
  readonly version: (version: number) => string
  readonly answers: string
  readonly missing: string
  readonly correct: string
  readonly correctTitle: string
  readonly correctLead: string
  readonly why: string
  readonly whyHint: string
  readonly corrected: string
  readonly history: string
  readonly historyColumns: readonly [string, string, string, string]
  readonly firstSaving: string
  readonly faults: (fault: ItemFault['problem'], of: { area: string; item: string; range: string; atLeast: number }) => string
}

const sv: Texts = {
  title: 'Kvartalsbedömningar',
  lead: 'Varje kvartal bedöms ungdomens etablering, område för område. Ett område under sin gräns ger en signal.',
  one: 'Kvartalsbedömning',
  none: 'Ingen bedömning är gjord än.',
  begin: (quarter) => `Påbörja bedömningen för ${quarter}`,
  begun: (quarter) => `Bedömningen för ${quarter} är påbörjad.`,
  goOn: 'Fortsätt',
  all: 'Alla bedömningar',
  columns: { area: 'Område', points: 'Poäng', low: 'Signal', before: 'Förra', change: 'Ändring' },
  quarterColumn: 'Kvartal',
  onColumn: 'Bedömd',
  isLow: 'lågt',
  signalTo: 'Lågt är',
  notCompared: 'går inte att jämföra',
  first: 'första',
  scale: (min, max, step) => `Svara på varje fråga med poäng från ${min} till ${max}, i steg om ${step}. Komma eller punkt går lika bra.`,
  allItems: 'Alla frågor måste ha ett svar. En bedömning som inte är klar kan du spara så länge.',
  someItems: (atLeast) =>
    `Minst ${atLeast} frågor i varje område måste ha ett svar. De andra kan vara tomma: de räknas inte med, och aldrig som noll.`,
  lowIs: (side) => `${side[0]?.toUpperCase()}${side.slice(1)} poäng ger en signal.`,
  last: (points) => `Förra gången: ${points}`,
  left: (n) => (n === 1 ? 'En fråga är kvar att svara på.' : `${n} frågor är kvar att svara på.`),
  assessedOn: 'Dag då ungdomen bedömdes',
  assessedOnHint: 'I dag eller tidigare under kvartalet.',
  note: 'Anteckning',
  noteHint: 'Det som behövs för att förstå bedömningen. Inget mer.',
  noteLater: 'Sparas när bedömningen är klar.',
  draft: 'Spara så länge',
  finish: 'Bedömningen är klar',
  draftSaved: 'Det du fyllt i är sparat. Bedömningen är inte klar än.',
  finished: (proposed) => {
    if (proposed === 0) return 'Bedömningen är klar. Inget område är lågt utan att redan följas upp.'
    return proposed === 1
      ? 'Bedömningen är klar. Ett område är lågt: ta ställning till signalen.'
      : `Bedömningen är klar. ${proposed} områden är låga: ta ställning till signalerna.`
  },
  answerSignals: 'Ta ställning till signalerna',
  assessedBy: (on, name) => `Bedömd ${on} av ${name}`,
  version: (version) => `instrumentets version ${version}`,
  answers: 'Svaren fråga för fråga',
  missing: 'inget svar',
  correct: 'Rätta',
  correctTitle: 'Rätta bedömningen',
  correctLead:
    'Det som stod förut finns kvar i historiken. Poängen räknas om. Blir ett område lågt som inte var det förut föreslås en signal.',
  why: 'Varför rättas den?',
  whyHint: 'Till exempel: skrev fel siffra.',
  corrected: 'Rättelsen är sparad.',
  history: 'Historik',
  historyColumns: ['Sparad', 'Av', 'Varför', 'Poäng'],
  firstSaving: 'första gången',
  faults: (problem, { area, item, range, atLeast }) =>
    ({
      'not-points': `${area}, ${item}: skriv poängen med siffror, högst två decimaler.`,
      outside: `${area}, ${item}: poängen måste vara ${range}.`,
      'off-step': `${area}, ${item}: poängen måste vara ett av skalans steg.`,
      missing: `${area}, ${item}: svar saknas.`,
      'too-few': `${area}: svara på minst ${atLeast} frågor.`,
    })[problem],
}

const en: Texts = {
  title: 'Quarterly assessments',
  lead: 'Every quarter the youth’s establishment is assessed, area by area. An area below its threshold gives a signal.',
  one: 'Quarterly assessment',
  none: 'No assessment has been made yet.',
  begin: (quarter) => `Begin the assessment of ${quarter}`,
  begun: (quarter) => `The assessment of ${quarter} has been begun.`,
  goOn: 'Go on',
  all: 'All assessments',
  columns: { area: 'Area', points: 'Points', low: 'Signal', before: 'Last', change: 'Change' },
  quarterColumn: 'Quarter',
  onColumn: 'Assessed',
  isLow: 'low',
  signalTo: 'Low is',
  notCompared: 'cannot be compared',
  first: 'the first',
  scale: (min, max, step) =>
    `Answer each question with points from ${min} to ${max}, in steps of ${step}. Comma or full stop does equally well.`,
  allItems: 'All questions must have an answer. An assessment that is not done can be saved for now.',
  someItems: (atLeast) =>
    `At least ${atLeast} questions of each area must have an answer. The others may be empty: they are left out, and never count as zero.`,
  lowIs: (side) => `${side[0]?.toUpperCase()}${side.slice(1)} points gives a signal.`,
  last: (points) => `Last time: ${points}`,
  left: (n) => (n === 1 ? 'One question is left to answer.' : `${n} questions are left to answer.`),
  assessedOn: 'Day the youth was assessed',
  assessedOnHint: 'Today or earlier in the quarter.',
  note: 'Note',
  noteHint: 'What is needed to understand the assessment. Nothing more.',
  noteLater: 'Saved when the assessment is done.',
  draft: 'Save for now',
  finish: 'The assessment is done',
  draftSaved: 'What you filled in is saved. The assessment is not done yet.',
  finished: (proposed) => {
    if (proposed === 0) return 'The assessment is done. No area is low without being followed up already.'
    return proposed === 1
      ? 'The assessment is done. One area is low: answer the signal.'
      : `The assessment is done. ${proposed} areas are low: answer the signals.`
  },
  answerSignals: 'Answer the signals',
  assessedBy: (on, name) => `Assessed ${on} by ${name}`,
  version: (version) => `version ${version} of the instrument`,
  answers: 'The answers question by question',
  missing: 'no answer',
  correct: 'Correct',
  correctTitle: 'Correct the assessment',
  correctLead:
    'What stood before stays in the history. The scores are worked out anew. If an area becomes low that was not, a signal is proposed.',
  why: 'Why is it corrected?',
  whyHint: 'For example: wrote the wrong figure.',
  corrected: 'The correction is saved.',
  history: 'History',
  historyColumns: ['Saved', 'By', 'Why', 'Points'],
  firstSaving: 'the first time',
  faults: (problem, { area, item, range, atLeast }) =>
    ({
      'not-points': `${area}, ${item}: write the points in figures, with two decimals at most.`,
      outside: `${area}, ${item}: the points must be ${range}.`,
      'off-step': `${area}, ${item}: the points must be one of the steps of the scale.`,
      missing: `${area}, ${item}: an answer is missing.`,
      'too-few': `${area}: answer at least ${atLeast} questions.`,
    })[problem],
}

/** The words of the quarterly assessments. */
export const assessmentPageTexts: Readonly<Record<Lang, Texts>> = { sv, en }
