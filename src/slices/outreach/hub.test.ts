/** Beginning in time: the edge days of the month, and who is not counted yet. */
import { expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { shippedLadder } from '../ladder/index.ts'
import { begunInTime, yearBefore } from './hub.rules.ts'

const today = '2026-11-26' as PlainDate
const came = (enteredOn: string, begunOn: string | null, youths = 1) => ({
  enteredOn: enteredOn as PlainDate,
  begunOn: begunOn as PlainDate | null,
  youths,
})

it.each([
  ['on the last day', came('2026-09-15', '2026-10-15'), [1, 1]],
  ['a day late', came('2026-09-15', '2026-10-16'), [0, 1]],
  ['on the day of entry', came('2026-11-26', '2026-11-26'), [1, 1]],
  ['not yet, on the last day', came('2026-10-26', null), [0, 0]],
  ['not yet, a day after it', came('2026-10-25', null), [0, 1]],
  ['in the short month: 31 January is followed by 28 February', came('2026-01-31', '2026-02-28'), [1, 1]],
  ['and by no more', came('2026-01-31', '2026-03-01'), [0, 1]],
  ['many at once', came('2026-09-15', '2026-09-20', 7), [7, 7]],
])('begun %s', (_, row, [inTime, of]) => {
  expect(begunInTime([row], today, shippedLadder)).toEqual({ inTime, of })
})

it('is the municipality’s own number of months', () => {
  const row = came('2026-09-15', '2026-11-10')
  expect(begunInTime([row], today, shippedLadder)).toEqual({ inTime: 0, of: 1 })
  expect(begunInTime([row], today, { ...shippedLadder, beginMonths: 2 })).toEqual({ inTime: 1, of: 1 })
})

it.each([
  ['2026-11-26', '2025-11-26'],
  ['2028-02-29', '2027-03-01'],
])('a year before %s is %s', (day, before) => {
  expect(yearBefore(day as PlainDate)).toBe(before)
})
