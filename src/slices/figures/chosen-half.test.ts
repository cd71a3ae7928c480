/** The half-years to choose among: they cover the year, and no other stretch can be asked for. */
import { describe, expect, it } from 'vitest'
import { chosenHalf, halfYearBefore, halfYears } from './chosen-half.rules.ts'
import { date } from './facts.testbed.ts'

const today = date('2026-11-20')

describe('half-years', () => {
  it.each([
    ['2026-01-01', 0, '2026H1', '2026-01-01', '2026-07-01'],
    ['2026-06-30', 0, '2026H1', '2026-01-01', '2026-07-01'],
    ['2026-07-01', 0, '2026H2', '2026-07-01', '2027-01-01'],
    ['2026-01-01', 1, '2025H2', '2025-07-01', '2026-01-01'],
  ] as const)('on %s, %i before: %s', (on, before, key, fromOn, untilOn) => {
    expect(halfYearBefore(date(on), before)).toEqual({ key, fromOn, untilOn })
  })

  it('follow on each other', () => {
    const all = halfYears(today)
    expect(all.slice(0, -1).map(({ fromOn }) => fromOn)).toEqual(all.slice(1).map(({ untilOn }) => untilOn))
  })

  it('are what an address may ask for, and nothing else is', () => {
    expect(chosenHalf('2025H2', today).fromOn).toBe('2025-07-01')
    for (const other of [null, '', '2020H1', '2026-11-01', '2027H1']) expect(chosenHalf(other, today).key).toBe('2026H2')
  })
})
