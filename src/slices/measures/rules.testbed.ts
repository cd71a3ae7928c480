/** Measures and items as rules are handed them: a test says only what matters to it. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { Item, ItemStage, Measure, MeasureStage } from './measures.types.ts'

export const date = (text: string): PlainDate => text as PlainDate
export const today = date('2026-11-20')
export const around = (days: number): PlainDate => dateOf(plusDays(dayOf(today), days))

export const preparation: ItemStage = {
  key: 'preparation',
  step: 1,
  sv: 'Vecka',
  en: 'Week',
  length: { days: 7 },
  reasons: ['moved', 'attendance'],
}
const matching: ItemStage = { ...preparation, key: 'matching' }
const practice: ItemStage = { ...preparation, key: 'practice', step: 2, length: { days: 42 } }
export const employment: ItemStage = { ...preparation, key: 'employment', step: 3, length: { months: 6 } }
export const composite = [preparation, matching, practice, employment]

export const item: Item = {
  key: 'guidance',
  version: 1,
  isShipped: true,
  name: { sv: 'Vägledning', en: 'Guidance' },
  fromOn: date('2026-01-01'),
  untilOn: null,
  department: null,
  counts: true,
  isExclusive: false,
  needsDecision: false,
  stages: [],
  codes: {},
}
export const measure: Measure = {
  id: 1,
  measureId: 'x',
  personId: 1,
  itemKey: 'guidance',
  name: item.name,
  counts: true,
  isExclusive: false,
  fromOn: date('2026-11-10'),
  plannedUntilOn: null,
  endedOn: null,
  endReason: null,
  endSaidOn: null,
  occupationAfter: null,
  responsible: 'municipality',
  department: null,
  note: '',
  placement: 'none',
  decidedOn: null,
  origin: 'hand',
  originId: null,
  byName: 'prov',
  recordedOn: date('2026-11-10'),
  struck: null,
  version: 1,
  itemStages: composite,
  stages: [],
}

/** A stage that a measure has had. */
export function had(
  key: string,
  step: number,
  from: string,
  until: string | null = null,
  outcome: MeasureStage['outcome'] = 'completed',
): MeasureStage {
  const endedOn = until === null ? null : date(until)
  return {
    stageId: key,
    key,
    step,
    fromOn: date(from),
    plannedUntilOn: null,
    endedOn,
    outcome: endedOn === null ? null : outcome,
    reason: null,
    endedWithMeasure: false,
  }
}
