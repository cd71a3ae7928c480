import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberSettings } from './number-settings.ts'

const days = numberSettings({
  lateDays: { key: 'made.lateDays', shipped: 14, least: 1, most: 120 },
  keepDays: { key: 'made.keepDays', shipped: 90, least: 0, most: 730 },
})

describe('whole numbers within limits', () => {
  it('are the shipped ones until a row says otherwise', () => {
    expect(days.from([])).toEqual({ lateDays: 14, keepDays: 90 })
    expect(days.from([{ key: 'made.keepDays', value: 0 }])).toEqual({ lateDays: 14, keepDays: 0 })
    expect(days.from([{ key: 'other.keepDays', value: 5 }])).toEqual(days.shipped)
  })

  it.each([0, 121, 1.5, '14', null, true])('are not what a row past the limits holds: %j', (value) => {
    expect(() => days.from([{ key: 'made.lateDays', value }])).toThrow(/invalid|Too/i)
  })

  it.each([
    [{ lateDays: '1', keepDays: '0' }, { draft: { lateDays: 1, keepDays: 0 } }],
    [{ lateDays: ' 120 ', keepDays: '730' }, { draft: { lateDays: 120, keepDays: 730 } }],
    [{ lateDays: '0', keepDays: '0' }, { wrong: ['lateDays'] }],
    [{ lateDays: '121', keepDays: '731' }, { wrong: ['lateDays', 'keepDays'] }],
    [{ lateDays: '', keepDays: '1,5' }, { wrong: ['lateDays', 'keepDays'] }],
    [{ lateDays: '-1', keepDays: '1e2' }, { wrong: ['lateDays', 'keepDays'] }],
    [{ lateDays: 'tio', keepDays: '00730' }, { wrong: ['lateDays', 'keepDays'] }],
  ])('are read as somebody types them: %j', (typed, read) => {
    expect(days.read(typed)).toEqual(read)
  })

  it('that are typed and saved are those in force', () => {
    const numbers = fc.record({ lateDays: fc.integer({ min: 1, max: 120 }), keepDays: fc.integer({ min: 0, max: 730 }) })
    fc.assert(
      fc.property(numbers, numbers, (present, draft) => {
        const read = days.read(days.texts((name) => String(draft[name])))
        expect(read).toEqual({ draft })
        const rows = [...days.changes(days.shipped, present), ...days.changes(present, draft)]
        expect(days.from(rows)).toEqual(draft)
      }),
    )
  })

  it('are saved only where they differ', () => {
    expect(days.changes(days.shipped, days.shipped)).toEqual([])
    expect(days.changes(days.shipped, { lateDays: 14, keepDays: 7 })).toEqual([{ key: 'made.keepDays', value: 7 }])
  })
})
