/** The action plan: revised every year, and compared part by part. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayFrom, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { adoptionProblems, inForceOn, monthsAfter, planChanges, reviewAfter, reviewState } from './plan.rules.ts'
import { shippedParts } from './shipped-plan.ts'
import type { Adoption, Plan, PlanPart } from './steering.types.ts'

const on = (text: string) => text as PlainDate
const anAdoption = (given: Partial<Adoption> = {}): Adoption => ({
  adoptedOn: on('2026-03-10'),
  adoptedBy: 'Arbetsmarknadsnämnden',
  reference: '',
  reviewOn: on('2027-03-10'),
  ...given,
})
const aPart = (partKey: string, given: Partial<PlanPart> = {}): PlanPart => ({
  partKey,
  position: 1,
  heading: `Del ${partKey}`,
  board: 'Utbildningsnämnden',
  body: '',
  ...given,
})
const aPlan = (version: number, adoption: Adoption | null, parts = [aPart('a')]): Plan => ({
  version,
  draftNo: 1,
  begunOn: on('2026-01-01'),
  adoption,
  parts,
})

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2027-01-31', 13, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-12-10', 1, '2027-01-10'],
  ['2026-03-10', 0, '2026-03-10'],
])('%s and %i months is %s', (from, months, to) => {
  expect(monthsAfter(on(from), months)).toBe(to)
})

describe('the revision', () => {
  const plan = aPlan(1, anAdoption())
  it.each([
    ['2027-01-08', 'holds'],
    ['2027-01-09', 'dueSoon'],
    ['2027-03-10', 'dueSoon'],
    ['2027-03-11', 'overdue'],
  ])('on %s %s', (today, state) => {
    expect(reviewState(plan, on(today))).toBe(state)
  })
  it('is of no plan when there is none, and a draft is none', () => {
    expect(reviewState(null, on('2026-03-10'))).toBe('none')
    expect(reviewState(aPlan(2, null), on('2026-03-10'))).toBe('none')
  })
  it('that is proposed is always one that may be adopted', () => {
    fc.assert(
      fc.property(fc.nat(20_000), (days) => {
        const adoptedOn = dateOf(plusDays(dayFrom(2020, 1, 1), days))
        const adoption = anAdoption({ adoptedOn, reviewOn: reviewAfter(adoptedOn) })
        expect(adoptionProblems(adoption, aPlan(1, null), null, adoptedOn)).toEqual([])
      }),
    )
  })
})

it('the version in force on a day is the latest that was adopted by then', () => {
  const versions = [aPlan(1, anAdoption()), aPlan(2, anAdoption({ adoptedOn: on('2027-03-01') })), aPlan(3, null)]
  const at = (day: string) => inForceOn(versions, on(day))?.version ?? null
  expect([at('2026-03-09'), at('2026-03-10'), at('2027-02-28'), at('2027-03-01'), at('2030-01-01')]).toEqual([null, 1, 1, 2, 2])
})

describe('adopting', () => {
  const today = on('2026-03-10')
  const last = aPlan(1, anAdoption({ adoptedOn: on('2025-03-11') }))
  it.each<[Partial<Adoption>, Plan, string[]]>([
    [{}, aPlan(2, null), []],
    [{}, aPlan(2, null, []), ['no-parts']],
    [{}, aPlan(2, null, [aPart('a'), aPart('b', { board: '' })]), ['no-board']],
    [{ adoptedOn: on('2026-03-11') }, aPlan(2, null), ['in-future']],
    [{ adoptedOn: on('2025-03-11'), reviewOn: on('2026-03-11') }, aPlan(2, null), []],
    [{ adoptedOn: on('2025-03-10'), reviewOn: on('2026-03-10') }, aPlan(2, null), ['before-last']],
    [{ reviewOn: on('2026-03-10') }, aPlan(2, null), ['review-first']],
    [{ reviewOn: on('2027-04-10') }, aPlan(2, null), []],
    [{ reviewOn: on('2027-04-11') }, aPlan(2, null), ['review-late']],
  ])('%j', (given, draft, problems) => {
    expect(adoptionProblems(anAdoption(given), draft, last, today).map(({ problem }) => problem)).toEqual(problems)
  })
})

describe('what differs', () => {
  it('is told part by part, with the board that answered before', () => {
    const before = [aPart('a'), aPart('b'), aPart('c'), aPart('d')]
    const after = [aPart('b', { position: 2 }), aPart('a', { body: 'Mer' }), aPart('e'), aPart('d', { board: 'Socialnämnden' })]
    expect(planChanges(before, after).map(({ partKey, is, boardBefore }) => [partKey, is, boardBefore])).toEqual([
      ['b', 'same', null],
      ['a', 'changed', null],
      ['e', 'added', null],
      ['d', 'changed', 'Utbildningsnämnden'],
      ['c', 'removed', null],
    ])
  })
  it('names every part of either version once', () => {
    const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const changes = planChanges(
          before.map((key) => aPart(key)),
          after.map((key) => aPart(key)),
        )
        expect(changes.map(({ partKey }) => partKey).toSorted()).toEqual([...new Set([...before, ...after])].toSorted())
        expect(changes.filter(({ is }) => is === 'changed')).toEqual([])
      }),
    )
  })
})

it('the plan that a municipality begins with asks something in every part, and leaves the board to be named', () => {
  expect(shippedParts.every(({ heading, board, body }) => heading !== '' && board === '' && body.includes('?'))).toBe(true)
  expect(new Set(shippedParts.map(({ heading }) => heading)).size).toBe(shippedParts.length)
  expect(new Set(shippedParts.map(({ heading }) => heading)).size).toBe(shippedParts.length)
})
