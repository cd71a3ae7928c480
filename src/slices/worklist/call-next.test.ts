/** Whom to call next: by weekday and part of the day, and what passing somebody over does. */
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { shippedLadder, type DayPart } from '../ladder/index.ts'
import { nextCallOf, slotAt, type CallSlot } from './call-next.rules.ts'
import type { CallDue } from './call-next.types.ts'

const due = (subjectId: string, avoidWeekdays: readonly number[] = [], avoidParts: readonly DayPart[] = []): CallDue => ({
  subjectId,
  avoidWeekdays,
  avoidParts,
})
const wednesdayLate: CallSlot = { weekday: 3, part: 'late' }
const next = (all: readonly CallDue[], after: string | null = null) => {
  const found = nextCallOf(all, wednesdayLate, after)
  return found.kind === 'call' ? found.subjectId : found.later
}

describe('the next to be called', () => {
  it.each<[string, readonly CallDue[], string | null, string | number]>([
    ['the first', [due('a'), due('b')], null, 'a'],
    ['not one whose weekday has been tried', [due('a', [3]), due('b')], null, 'b'],
    ['nor one whose part of the day has been', [due('a', [1], ['late']), due('b', [2], ['morning'])], null, 'b'],
    ['the one after who was passed over', [due('a'), due('b'), due('c')], 'b', 'c'],
    ['the first again after the last', [due('a'), due('b')], 'b', 'a'],
    ['the first when the one passed over is gone', [due('a'), due('b')], 'x', 'a'],
    ['nobody but the one passed over', [due('a')], 'a', 0],
    ['nobody now, two later', [due('a', [3]), due('b', [], ['late'])], null, 2],
    ['nobody', [], null, 0],
  ])('is %s', (_, all, after, expected) => {
    expect(next(all, after)).toBe(expected)
  })
})

it.each([
  ['2026-11-25', '08:00', { weekday: 3, part: 'morning' }],
  ['2026-11-25', '11:59', { weekday: 3, part: 'morning' }],
  ['2026-11-25', '12:00', { weekday: 3, part: 'midday' }],
  ['2026-11-29', '16:00', { weekday: 7, part: 'late' }],
])('%s at %s is a slot', (on, time, slot) => {
  expect(slotAt(on as PlainDate, time, shippedLadder.dayHours)).toEqual(slot)
})
