/** Makers of facts for tests of figures: a maker fills everything, the test says only what matters. */
import { dayOf, dateOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { FactContact, FactKeys, FactMeasure, FactOccupation, FactPeriod, Facts, FactYouth } from './facts.types.ts'
import { cellsOf, tableOf } from './cells.rules.ts'
import { cellKey, type At, type Dimension, type IndicatorQuestion } from './indicator.types.ts'
import { indicators, type IndicatorName } from './registry.rules.ts'

export const date = (text: string): PlainDate => text as PlainDate

const keys: FactKeys = {
  units: [1, 2],
  districts: [10],
  departments: ['education', 'labourMarket'],
  items: ['guidance', 'practice', 'youthEmployment'],
  endReasons: ['completed', 'studies', 'moved'],
  interruptionReasons: ['studies', 'moved', 'attendance', 'declined'],
}

let made = 0
const nextId = (): number => ++made

/** `2026-01-01 -- 2026-06-30 inEducation`, without an end when there is none. */
export function aPeriod(said: string, of: Partial<FactPeriod> = {}): FactPeriod {
  const [fromOn = '', , untilOn, exitReason] = said.split(' ')
  return {
    fromOn: date(fromOn),
    untilOn: untilOn === undefined ? null : date(untilOn),
    entryReason: 'neverStarted',
    exitReason: (exitReason as FactPeriod['exitReason'] | undefined) ?? (untilOn === undefined ? null : 'turned20'),
    ...of,
  }
}

/** `2026-09-10 letter`: an attempt; with `!` the youth was reached by it, with `<` it is the youth's own voice. */
export function aContact(said: string, of: Partial<FactContact> = {}): FactContact {
  const [on = '', way = ''] = said.split(' ')
  const channel = way.replace(/[!<]/, '') as FactContact['channel']
  const isVoice = way.endsWith('<')
  const reached = isVoice || way.endsWith('!')
  const id = nextId()
  return {
    id,
    personId: 0,
    on: date(on),
    at: dayOf(date(on)) * 86_400 + id,
    channel,
    attempted: !isVoice,
    reached,
    outcome: reached ? 'reached' : 'sent',
    department: null,
    wayId: null,
    unitId: 1,
    districtId: null,
    ...of,
  }
}

/** `2026-01-01 -- 2026-03-01 completed`. */
export function aMeasure(said: string, of: Partial<FactMeasure> = {}): FactMeasure {
  const [fromOn = '', , untilOn, endReason] = said.split(' ')
  return {
    id: nextId(),
    itemKey: 'guidance',
    counts: true,
    placement: 'none',
    fromOn: date(fromOn),
    untilOn: untilOn === undefined ? null : date(untilOn),
    endReason: untilOn === undefined ? null : (endReason ?? 'completed'),
    occupationAfter: null,
    department: null,
    recordedOn: date(fromOn),
    leadsToEmployment: false,
    stages: [],
    unitId: 1,
    districtId: null,
    ...of,
  }
}

/** `2026-01-01 work`, to be asked again after 90 days. */
export function anOccupation(said: string, of: Partial<FactOccupation> = {}): FactOccupation {
  const [statedOn = '', kind = ''] = said.split(' ')
  return {
    id: nextId(),
    kind: kind as FactOccupation['kind'],
    statedOn: date(statedOn),
    sinceOn: null,
    reviewOn: dateOf(plusDays(dayOf(date(statedOn)), 90)),
    ...of,
  }
}

/** Covered from 1 January 2026, 17 years old, in unit 1. */
export function aYouth(of: Partial<FactYouth> = {}): FactYouth {
  return {
    personId: nextId(),
    bornOn: date('2009-03-10'),
    sex: 'woman',
    isProtected: false,
    unitId: 1,
    districtId: null,
    periods: [aPeriod('2026-01-01')],
    otherForms: [],
    studies: [],
    watches: [],
    contacts: [],
    occupations: [],
    measures: [],
    offers: [],
    searches: [],
    ...of,
  }
}

export const aQuestion = (fromOn: string, untilOn: string, by: readonly Dimension[] = [], on = '2027-12-31'): IndicatorQuestion => ({
  fromOn: date(fromOn),
  untilOn: date(untilOn),
  on: date(on),
  by,
})

export const facts = (...youths: readonly FactYouth[]): Facts => ({ on: date('2027-12-31'), youths, keys })

/** The counts of a figure that are not zero, of the whole or of a place. */
export function counted(name: IndicatorName, question: IndicatorQuestion, youths: readonly FactYouth[], at?: At): Record<string, number> {
  const place = at ?? question.by.map(() => '*')
  const cells = cellsOf(tableOf(facts(...youths), indicators[name], question))
  const found = cells.filter((cell) => cell.value > 0 && cellKey('', cell.at) === cellKey('', place))
  return Object.fromEntries(found.map(({ row, value }) => [row, value]))
}
