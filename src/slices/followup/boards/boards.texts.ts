/** The words of the boards: what there is to do in each process, and how it stands. */
import type { Lang } from '../../../kernel/lang.ts'
import type { DueKind, DueStanding } from '../due/due.types.ts'
import type { Process } from '../members/members.types.ts'

type Texts = {
  readonly heading: Readonly<Record<Process, string>>
  readonly standings: Readonly<Record<DueStanding, string>>
  /** What is to be done; `about` is the quarter or month as words, `days` how many days lack a rating. */
  readonly does: Readonly<Record<DueKind, (about: string, days: number) => string>>
  readonly columns: readonly [string, string, string, string]
  readonly allAreas: string
  readonly quarter: (nth: number, year: string) => string
  readonly nothing: string
  readonly nothingHint: string
  readonly coming: (n: number) => string
  readonly all: string
  readonly missed: string
  readonly missedLead: string
  readonly isProtected: string
}

const sv: Texts = {
  heading: { authority: 'Att göra: myndighet', labourMarket: 'Att göra: arbetsmarknad', housing: 'Att göra: boendedrift' },
  standings: { late: 'Försenat', due: 'I dag', coming: 'Kommer' },
  does: {
    assess: (about) => `Gör bedömningen för ${about}`,
    answer: () => 'Ta ställning till en signal',
    acknowledge: () => 'Kvittera en signal',
    rate: (_, days) => (days === 1 ? 'Skatta dagen' : `Skatta ${days} dagar`),
    call: (about) => `Kalla till samtal inför den 1 ${about}`,
    report: (about) => `Dokumentera uppföljningssamtalet till den 1 ${about}`,
    judge: (about) => `Bedöm progressionen för den 1 ${about}`,
    decide: () => 'Ta ställning till att öppna utredning',
  },
  columns: ['Senast', 'Ungdom', 'Vad', 'Område'],
  allAreas: 'alla områden',
  quarter: (nth, year) => `kvartal ${nth} ${year}`,
  nothing: 'Inget är försenat och inget ska göras i dag',
  nothingHint: 'Det som kommer de närmaste veckorna står nedanför.',
  coming: (n) => (n === 1 ? 'Kommer: en sak' : `Kommer: ${n} saker`),
  all: 'Visa hela listan',
  missed: 'Blev aldrig gjort',
  missedLead: 'Senaste tre månaderna, och går inte längre att göra. Det står kvar i ungdomens historik.',
  isProtected: 'skyddade uppgifter',
}

const en: Texts = {
  heading: { authority: 'To do: authority', labourMarket: 'To do: labour market', housing: 'To do: housing' },
  standings: { late: 'Late', due: 'Today', coming: 'Coming' },
  does: {
    assess: (about) => `Do the assessment of ${about}`,
    answer: () => 'Answer a signal',
    acknowledge: () => 'Acknowledge a signal',
    rate: (_, days) => (days === 1 ? 'Rate the day' : `Rate ${days} days`),
    call: (about) => `Call to a talk before 1 ${about}`,
    report: (about) => `Document the follow-up talk by 1 ${about}`,
    judge: (about) => `Judge the progression for 1 ${about}`,
    decide: () => 'Take a position on opening an investigation',
  },
  columns: ['By', 'Youth', 'What', 'Area'],
  allAreas: 'all areas',
  quarter: (nth, year) => `quarter ${nth} of ${year}`,
  nothing: 'Nothing is late and nothing is to be done today',
  nothingHint: 'What comes in the next weeks is below.',
  coming: (n) => (n === 1 ? 'Coming: one thing' : `Coming: ${n} things`),
  all: 'Show the whole list',
  missed: 'Was never done',
  missedLead: 'The last three months, and cannot be done any more. It stays in the history of the youth.',
  isProtected: 'protected identity',
}

/** The words. */
export const boardsTexts: Readonly<Record<Lang, Texts>> = { sv, en }
