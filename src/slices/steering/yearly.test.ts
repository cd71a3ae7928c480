/** Which published figures a yearly report takes. */
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { PublicationHead } from '../reports/index.ts'
import { daysOfYear, figuresFor, yearFrom } from './yearly.rules.ts'

const on = (text: string) => text as PlainDate
const aHead = (id: string, kind: PublicationHead['kind'], fromOn: string, untilOn: string, at = '2027-01-20 10:00'): PublicationHead => ({
  id,
  kind,
  figure: 'outreach-list',
  fromOn: on(fromOn),
  untilOn: on(untilOn),
  note: '',
  by: 'Amina',
  at,
})

it('a year is whole, and an address that is none is the present one', () => {
  expect(daysOfYear(2026)).toEqual({ fromOn: '2026-01-01', untilOn: '2027-01-01' })
  const year = (text: string) => yearFrom(text, on('2026-11-26'))
  expect([year('2025'), year('2026'), year('2027'), year('2004'), year(''), year('20x6')]).toEqual([2025, 2026, 2026, 2026, 2026, 2026])
})

describe('the figures of a year', () => {
  const schoolYear = aHead('s', 'schoolYear', '2025-07-01', '2026-07-01')
  const tertial = aHead('t', 'tertial2', '2026-01-01', '2026-09-01')
  const early = aHead('e', 'annual', '2026-01-01', '2027-01-01', '2027-01-10 09:00')
  const late = aHead('l', 'annual', '2026-01-01', '2027-01-01', '2027-02-01 09:00')
  it.each<[number, readonly PublicationHead[], string | null]>([
    [2026, [tertial, schoolYear, early, late], 'l'],
    [2026, [tertial, schoolYear], 's'],
    [2026, [tertial], 't'],
    [2025, [tertial, schoolYear, early], null],
    [2026, [aHead('f', 'figure', '2026-01-01', '2027-01-01')], null],
  ])('of %i among %#: %s', (year, published, id) => {
    expect(figuresFor(year, published)?.id ?? null).toBe(id)
  })
})
