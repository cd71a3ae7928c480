/** Meetings with partners: when names may be put to them, how long the links are open, and what is left afterwards. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { askRefusal, countsOf, isForgotten, linkDays, linkOver, mayEnd, viewFrom, viewOf, viewText } from './meeting.rules.ts'

const on = (text: string) => text as PlainDate
const heldOn = on('2026-12-10')
const counts = { asked: 1, yes: 1, no: 0, unknown: 0 }

describe('asking', () => {
  it.each([
    ['2026-12-02', null, 'too-early'],
    ['2026-12-03', null, null],
    ['2026-12-10', null, null],
    ['2026-12-11', null, 'passed'],
    ['2026-12-10', counts, 'closed'],
    ['2026-12-11', counts, 'closed'],
  ] as const)('on %s with counts %j: %s', (today, of, refusal) => {
    expect(askRefusal({ heldOn, counts: of }, on(today))).toBe(refusal)
  })

  it.each([
    ['2026-12-03', 8],
    ['2026-12-09', 2],
    ['2026-12-10', 1],
  ] as const)('on %s opens the link for %i days', (today, days) => {
    expect(linkDays(heldOn, on(today))).toBe(days)
    expect(linkOver(heldOn, on(today))).toBe('2026-12-11')
  })
})

it.each([
  ['2026-12-11', null, false],
  ['2026-12-12', null, true],
  ['2026-12-12', counts, false],
] as const)('on %s with counts %j it is forgotten: %s', (today, of, isSo) => {
  expect(isForgotten({ heldOn, counts: of }, on(today))).toBe(isSo)
})

it('the answers are among the asked, and what was taken back is not counted', () => {
  const state = fc.constantFrom('waiting', 'opened', 'expired', 'revoked', 'answered')
  const asked = state.chain((of) =>
    fc.record({ state: fc.constant(of), answer: of === 'answered' ? fc.constantFrom('yes', 'no', 'unknown') : fc.constant(null) }),
  )
  fc.assert(
    fc.property(fc.array(asked), (all) => {
      const found = countsOf(all)
      expect(found.yes + found.no + found.unknown).toBe(all.filter(({ state: of }) => of === 'answered').length)
      expect(found.asked).toBe(all.filter(({ state: of }) => of !== 'revoked').length)
    }),
  )
})

it.each([
  ['the maker who sees nobody', 'maja', 3, 0, true],
  ['another who sees some', 'olle', 3, 1, false],
  ['another who sees nobody', 'olle', 1, 0, false],
  ['another who sees everybody', 'olle', 3, 3, true],
  ['another, of a meeting that asks about nobody', 'olle', 0, 0, true],
] as const)('%s may end it: %s, %i asked, %i seen: %s', (_, staffId, asked, seen, isSo) => {
  expect(mayEnd({ madeBy: 'maja' }, { staffId, asked, seen })).toBe(isSo)
})

it.each([
  [null, 0, { of: 'all' }],
  [null, 1, { of: 'mine' }],
  [{ of: 'all' }, 1, { of: 'all' }],
  [{ of: 'mine' }, 0, { of: 'mine' }],
] as const)('said %j with %i of one’s own shows %j', (said, mine, view) => {
  expect(viewOf(said, mine)).toEqual(view)
})

it.each([
  ['alla', { of: 'all' }, 'alla'],
  ['mina', { of: 'mine' }, 'mina'],
  ['samtycke', { of: 'consenting' }, 'samtycke'],
  ['enhet-12', { of: 'unit', id: 12 }, 'enhet-12'],
  ['omrade-3', { of: 'district', id: 3 }, 'omrade-3'],
] as const)('the view %j is %j', (text, view, said) => {
  expect(viewFrom(text)).toEqual(view)
  expect(viewText(view)).toBe(said)
})

it.each(['', 'enhet-', 'enhet-1 or 1=1', 'all', 'mine'])('%j says no view', (text) => {
  expect(viewFrom(text)).toBeNull()
})
