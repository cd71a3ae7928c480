/** When a full read stops for a person to look at (FEEDS.md 5). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settingsFrom, type GuardSettings } from '../settings/index.ts'
import { guardVerdict } from './guard.rules.ts'

const shipped = settingsFrom([]).guard

it('stops as shipped at 10 % fewer or 30 % more, when that is more than 25 people', () => {
  expect(shipped).toEqual({ fewer: 0.1, more: 0.3, people: 25 })
})

describe('a full read', () => {
  it.each([
    ['a first read', 1, null, 'inside'],
    ['a first read of many', 100_000, null, 'inside'],
    ['a first read of nobody', 0, null, 'inside'],
    ['as many', 1000, 1000, 'inside'],
    ['nobody again', 0, 0, 'inside'],
    ['exactly 10 % fewer', 900, 1000, 'fewer'],
    ['one less than 10 % fewer', 901, 1000, 'inside'],
    ['exactly 10 % fewer of 300, which 300 * 0.1 overshoots', 270, 300, 'fewer'],
    ['exactly 10 % fewer of 700', 630, 700, 'fewer'],
    ['one less than 10 % of 300', 271, 300, 'inside'],
    ['9.9 % fewer', 9010, 10_000, 'inside'],
    ['exactly 30 % more', 1300, 1000, 'more'],
    ['one less than 30 % more', 1299, 1000, 'inside'],
    ['exactly 30 % more of 90', 117, 90, 'more'],
    ['10 % more', 1100, 1000, 'inside'],
    ['29 % fewer', 710, 1000, 'fewer'],
    ['25 of 250 fewer', 225, 250, 'inside'],
    ['26 of 260 fewer', 234, 260, 'fewer'],
    ['26 of 261 fewer', 235, 261, 'inside'],
    ['25 of 25 gone', 0, 25, 'inside'],
    ['26 of 26 gone', 0, 26, 'fewer'],
    ['25 more than 10', 35, 10, 'inside'],
    ['26 more than 10', 36, 10, 'more'],
    ['25 more than nobody', 25, 0, 'inside'],
    ['26 more than nobody', 26, 0, 'more'],
    ['26 more of 87', 113, 87, 'inside'],
    ['27 more of 90', 117, 90, 'more'],
    ['everybody gone', 0, 40_000, 'fewer'],
    ['twice as many', 80_000, 40_000, 'more'],
  ])('of %s (%i after %s) is %s', (_, people, lastGood, expected) => {
    expect(guardVerdict(people, lastGood, shipped)).toBe(expected)
  })

  it.each<[Partial<GuardSettings>, number, number, string]>([
    [{ people: 0 }, 9, 10, 'fewer'],
    [{ people: 0 }, 10, 10, 'inside'],
    [{ people: 0 }, 13, 10, 'more'],
    [{ fewer: 0 }, 974, 1000, 'fewer'],
    [{ fewer: 0 }, 975, 1000, 'inside'],
    [{ fewer: 1 }, 1, 1000, 'inside'],
    [{ fewer: 1 }, 0, 1000, 'fewer'],
    [{ more: 2 }, 2999, 1000, 'inside'],
    [{ more: 2 }, 3000, 1000, 'more'],
  ])('under %j, of %i after %i, is %s', (settings, people, lastGood, expected) => {
    expect(guardVerdict(people, lastGood, { ...shipped, ...settings })).toBe(expected)
  })
})

const count = fc.oneof(fc.nat({ max: 400 }), fc.nat({ max: 2_000_000 }))
const percent = fc.record({ fewer: fc.nat({ max: 100 }), more: fc.nat({ max: 300 }), people: fc.nat({ max: 100 }) })
const settings = percent.map(({ fewer, more, people }) => ({ fewer: fewer / 100, more: more / 100, people }))

describe('the verdict', () => {
  it('is what whole numbers say', () => {
    fc.assert(
      fc.property(count, count, fc.boolean(), percent, (lastGood, other, exactly, { fewer, more, people }) => {
        const now = exactly ? lastGood - Math.ceil((lastGood * fewer) / 100) : other
        const difference = now - lastGood
        const share = difference < 0 ? fewer : more
        const stops = Math.abs(difference) > people && Math.abs(difference) * 100 >= lastGood * share
        const expected = stops ? (difference < 0 ? 'fewer' : 'more') : 'inside'
        expect(guardVerdict(now, lastGood, { fewer: fewer / 100, more: more / 100, people })).toBe(expected)
      }),
      { numRuns: 3000 },
    )
  })

  it('only gets worse the further the count is from the last', () => {
    fc.assert(
      fc.property(count, count, count, settings, (lastGood, one, further, given) => {
        const verdict = guardVerdict(one, lastGood, given)
        if (verdict === 'fewer') expect(guardVerdict(Math.max(0, one - further), lastGood, given)).toBe('fewer')
        if (verdict === 'more') expect(guardVerdict(one + further, lastGood, given)).toBe('more')
        // The same counts seen from a last read that was larger, or smaller.
        if (verdict === 'fewer') expect(guardVerdict(one, lastGood + further, given)).toBe('fewer')
        if (verdict === 'more') expect(guardVerdict(one, Math.max(0, lastGood - further), given)).toBe('more')
      }),
      { numRuns: 1000 },
    )
  })

  it('is never stricter with a wider setting', () => {
    fc.assert(
      fc.property(count, count, settings, settings, (people, lastGood, one, other) => {
        const wider = {
          fewer: Math.max(one.fewer, other.fewer),
          more: Math.max(one.more, other.more),
          people: Math.max(one.people, other.people),
        }
        if (guardVerdict(people, lastGood, one) === 'inside') expect(guardVerdict(people, lastGood, wider)).toBe('inside')
      }),
    )
  })

  it('is inside for a first read, whatever the settings', () => {
    fc.assert(
      fc.property(count, settings, (people, given) => {
        expect(guardVerdict(people, null, given)).toBe('inside')
      }),
    )
  })
})
