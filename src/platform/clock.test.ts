/** The only clock there is: what day it is in Sweden, whatever the machine thinks. */
import { describe, expect, it } from 'vitest'
import { timeInSweden, todayInSweden } from './clock.ts'

describe('today in Sweden', () => {
  it.each([
    ['2026-11-20T22:59:59Z', '2026-11-20', '23:59'],
    ['2026-11-20T23:00:00Z', '2026-11-21', '00:00'],
    ['2026-07-01T21:59:59Z', '2026-07-01', '23:59'],
    ['2026-07-01T22:00:00Z', '2026-07-02', '00:00'],
    ['2026-12-31T23:30:00Z', '2027-01-01', '00:30'],
    ['2026-03-29T00:59:59Z', '2026-03-29', '01:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29', '03:00'],
  ])('at %s is %s, %s', (instant, date, time) => {
    expect(todayInSweden(new Date(instant))).toBe(date)
    expect(timeInSweden(new Date(instant))).toBe(time)
  })
})
