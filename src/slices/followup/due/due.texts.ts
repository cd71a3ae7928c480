/** Wording of what is due: kinds and standings. */
import type { Lang } from '../../../kernel/lang.ts'
import type { DueKind, DueStanding } from './due.types.ts'

type Texts = { readonly kinds: Readonly<Record<DueKind, string>>; readonly standings: Readonly<Record<DueStanding, string>> }

const sv: Texts = {
  kinds: {
    assess: 'Kvartalets bedömning',
    answer: 'Svara på signal',
    acknowledge: 'Kvittera signal',
    rate: 'Daglig skattning',
    call: 'Kalla till samtal',
    report: 'Månadens rapport',
    judge: 'Bedöm progressionen',
    decide: 'Ta ställning till utredning',
  },
  standings: { late: 'försenat', due: 'i dag', coming: 'kommer' },
}

const en: Texts = {
  kinds: {
    assess: 'Quarterly assessment',
    answer: 'Answer a signal',
    acknowledge: 'Acknowledge a signal',
    rate: 'Daily rating',
    call: 'Call to a talk',
    report: 'Monthly report',
    judge: 'Judge the progression',
    decide: 'Take a position on an investigation',
  },
  standings: { late: 'late', due: 'today', coming: 'coming' },
}

export const dueTexts: Readonly<Record<Lang, Texts>> = { sv, en }
