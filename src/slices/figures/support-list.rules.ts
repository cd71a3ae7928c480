/** Stockholm's list of support (seeds/001, 7.2): how many take part in measures, of which department, and why measures ended, in all and each. */
import { coveredOn, firstCoveredDay, isIn, periodsIn, standingMeasures } from './facts.rules.ts'
import type { FactMeasure, Facts, FactYouth } from './facts.types.ts'
import { nothing, type Indicator, type Mark, type Row, type Sum, type Window } from './indicator.types.ts'
import { countRow, markMeasure, markPeriod, rowsFor, shareRow, totalOf, youthsRow } from './marks.rules.ts'

const rows = ({ keys }: Facts): Row[] => [
  youthsRow('covered'),
  youthsRow('measured'),
  shareRow('measuredShare', 'measured', 'covered'),
  ...rowsFor('measured', [...keys.departments, nothing], 'youths'),
  countRow('begun'),
  countRow('ended'),
  ...rowsFor('ended', keys.endReasons, 'count'),
  ...keys.items.flatMap((item) => [countRow(`endedOf.${item}`), ...rowsFor(`endedOf.${item}`, keys.endReasons, 'count')]),
  countRow('outside'),
]

const sums = ({ keys }: Facts): Sum[] => [
  totalOf(
    'ended',
    keys.endReasons.map((reason) => `ended.${reason}`),
  ),
  ...keys.items.map((item) =>
    totalOf(
      `endedOf.${item}`,
      keys.endReasons.map((reason) => `endedOf.${item}.${reason}`),
    ),
  ),
  totalOf(
    'ended',
    keys.items.map((item) => `endedOf.${item}`),
  ),
  ...keys.endReasons.map((reason) =>
    totalOf(
      `ended.${reason}`,
      keys.items.map((item) => `endedOf.${item}.${reason}`),
    ),
  ),
]

function measureMarks(youth: FactYouth, measure: FactMeasure, window: Window): Mark[] {
  const on = firstCoveredDay(measure, youth, window)
  if (on === null) return []
  const own = `measured.${measure.department ?? nothing}`
  return [markMeasure('measured', youth, measure, on), markMeasure(own, youth, measure, on)]
}

function beginMarks(youth: FactYouth, measure: FactMeasure, window: Window): Mark[] {
  if (!isIn(window, measure.fromOn)) return []
  return [markMeasure(coveredOn(youth, measure.fromOn) ? 'begun' : 'outside', youth, measure)]
}

function endMarks(youth: FactYouth, measure: FactMeasure, window: Window): Mark[] {
  const { untilOn, endReason, itemKey } = measure
  if (untilOn === null || endReason === null || !isIn(window, untilOn) || !coveredOn(youth, measure.fromOn)) return []
  return ['ended', `ended.${endReason}`, `endedOf.${itemKey}`, `endedOf.${itemKey}.${endReason}`].map((row) =>
    markMeasure(row, youth, measure, untilOn),
  )
}

const marks = (youth: FactYouth, window: Window): Mark[] => [
  ...periodsIn(youth, window).map((period) => markPeriod('covered', youth, period)),
  ...standingMeasures(youth).flatMap((one) => [
    ...measureMarks(youth, one, window),
    ...beginMarks(youth, one, window),
    ...endMarks(youth, one, window),
  ]),
]

export const supportList: Indicator = {
  dimensions: ['unit', 'district', 'birthYear', 'sex', 'department'],
  of: 'period',
  needs: { contacts: 'none', studies: false },
  rows,
  sums,
  marks,
}
