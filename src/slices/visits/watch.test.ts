/** The clock from a check-in to the alarm, minute by minute. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visitSettings } from './visit-settings.rules.ts'
import { deadline, isOverdue } from './watch.rules.ts'

const minute = 60_000
const noon = 30_000_000 * minute
const inside = (checkedInAt: number | null, endsAt = 240, checkedOutAt: number | null = null) => ({
  checkedInAt: checkedInAt === null ? null : noon + checkedInAt * minute,
  checkedOutAt: checkedOutAt === null ? null : noon + checkedOutAt * minute,
  endsAtMs: noon + endsAt * minute,
})

describe('the clock', () => {
  it.each([
    ['45 minutes after the check-in', 0, 240, 45],
    ['half an hour after the round’s end, when that is sooner', 230, 240, 270],
    ['the same minute by both', 225, 240, 270],
    ['from the check-in alone when the round ended long ago', 271, 240, 316],
    ['from the check-in alone at the very end', 270, 240, 315],
    ['the minute before the end has its clock', 269, 240, 270],
  ])('runs out %s', (_, checkedIn, endsAt, at) => {
    const one = inside(checkedIn, endsAt)
    expect(deadline(one, visitSettings.shipped)).toBe(noon + at * minute)
    expect([at * minute - 1, at * minute, at * minute + 1].map((ms) => isOverdue(one, noon + ms, visitSettings.shipped))).toEqual([
      false,
      true,
      true,
    ])
  })

  it('does not run before the check-in or after the check-out', () => {
    expect([inside(null), inside(0, 240, 10)].map((one) => isOverdue(one, noon + 1e9, visitSettings.shipped))).toEqual([false, false])
  })

  it('never runs out before the check-in, nor later than the minutes allow', () => {
    const minutes = fc.integer({ min: -600, max: 600 })
    const settings = fc.record({ minutesInside: fc.integer({ min: 5, max: 180 }), minutesAfterEnd: fc.integer({ min: 5, max: 180 }) })
    fc.assert(
      fc.property(minutes, minutes, settings, (checkedIn, endsAt, given) => {
        const at = deadline(inside(checkedIn, endsAt), given) ?? 0
        expect(at).toBeGreaterThan(noon + checkedIn * minute)
        expect(at).toBeLessThanOrEqual(noon + (checkedIn + given.minutesInside) * minute)
      }),
    )
  })
})

describe('the settings', () => {
  it('are the shipped ones until somebody sets them', () => {
    expect(visitSettings.from([])).toEqual({ minutesInside: 45, minutesAfterEnd: 30 })
    expect(
      visitSettings.from([
        { key: 'visits.minutes', value: 60 },
        { key: 'other', value: 1 },
      ]),
    ).toEqual({ minutesInside: 60, minutesAfterEnd: 30 })
  })

  it.each([4, 181, '45', null, 5.5])('are not %s', (value) => {
    expect(() => visitSettings.from([{ key: 'visits.minutes', value }])).toThrow(/expected|Too/)
  })
})
