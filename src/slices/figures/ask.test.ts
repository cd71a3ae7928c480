/** What addresses of figures ask: a figure by itself and the overview, and that an address of a question asks the same question. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayFrom, dayOf } from '../../platform/plain-date.ts'
import { askedOf, figureAddress, fileAddress, personsAddress } from './ask.rules.ts'
import { date } from './facts.testbed.ts'
import { lastSeen, monthEnds, nearStretch, nearStretches, overviewAddress, overviewFrom, overviewQuestions } from './overview.rules.ts'
import { halfYearOf } from './period.rules.ts'
import { indicatorNames, indicators, questionProblem } from './registry.rules.ts'

const today = date('2026-11-26')
const someDay = fc.integer({ min: dayFrom(2018, 1, 1), max: dayFrom(2026, 11, 26) }).map((day) => dateOf(day as ReturnType<typeof dayOf>))
const queryIn = (address: string): URLSearchParams => new URL(address, 'http://x').searchParams

describe('a figure by itself', () => {
  it.each([
    ['on-day', '2026-11-26', '2026-11-27'],
    ['september', '2026-09-15', '2026-09-16'],
    ['half-year', '2026-07-01', '2027-01-01'],
    ['flow', '2026-07-01', '2027-07-01'],
  ] as const)('%s is usually of %s up to %s', (name, fromOn, untilOn) => {
    expect(askedOf(name, new URLSearchParams(), today)).toMatchObject({ question: { fromOn, untilOn, by: [] }, problem: null })
  })

  it('before the 15th of September the one before is the last', () => {
    expect(askedOf('september', new URLSearchParams(), date('2026-09-14')).question.fromOn).toBe('2025-09-15')
    expect(askedOf('september', new URLSearchParams(), date('2026-09-15')).question.fromOn).toBe('2026-09-15')
  })

  it('has an address that asks the same, and another for its file and those behind a number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...indicatorNames), someDay, someDay, fc.nat(2), (name, a, b, splits) => {
        const [fromOn, last] = a < b ? [a, b] : [b, a]
        const by = indicators[name].dimensions.slice(0, splits)
        const isDay = indicators[name].of === 'day'
        const question = {
          fromOn: isDay ? last : fromOn,
          untilOn: dateOf((dayOf(last) + 1) as ReturnType<typeof dayOf>),
          on: isDay ? last : today,
          by,
        }
        for (const address of [
          figureAddress(name, question),
          fileAddress(name, question, 'csv'),
          personsAddress(name, question, 'covered', ['*']),
        ])
          expect(askedOf(name, queryIn(address), today)).toEqual({ question, problem: null })
      }),
    )
  })

  it('whatever stands in the address, what is shown can be asked', () => {
    const text = fc.oneof(fc.string(), someDay, fc.constantFrom('enhet', 'kon', '2999-01-01', '2026-02-30'))
    fc.assert(
      fc.property(
        fc.constantFrom(...indicatorNames),
        fc.array(fc.tuple(fc.constantFrom('dag', 'fran', 'till', 'per'), text)),
        (name, pairs) => {
          const { question } = askedOf(name, new URLSearchParams(pairs), today)
          expect(questionProblem(name, question, today)).toBeNull()
        },
      ),
    )
  })
})

describe('the overview', () => {
  it.each([
    ['schoolYear', '2026-07-01', '2027-07-01'],
    ['lastSchoolYear', '2025-07-01', '2026-07-01'],
    ['halfYear', '2026-07-01', '2027-01-01'],
    ['lastHalfYear', '2026-01-01', '2026-07-01'],
    ['last30', '2026-10-28', '2026-11-27'],
  ] as const)('%s is from %s up to %s, and its address asks for it', (near, fromOn, untilOn) => {
    const stretch = nearStretch(near, today)
    expect(stretch).toEqual({ fromOn, untilOn })
    expect(overviewFrom(queryIn(overviewAddress(stretch, '7')), today)).toEqual({ fromOn, untilOn, unit: '7', problem: null })
  })

  it.each([
    ['2026-06-30', 0, '2026-01-01', '2026-07-01'],
    ['2026-07-01', 0, '2026-07-01', '2027-01-01'],
    ['2026-01-01', 1, '2025-07-01', '2026-01-01'],
    ['2026-12-31', 2, '2025-07-01', '2026-01-01'],
  ])('the half-year of %s, %i back', (day, back, fromOn, untilOn) => {
    expect(halfYearOf(date(day), back)).toEqual({ fromOn, untilOn })
  })

  it('looks at the last days of months that have been, and at the last day', () => {
    const stretch = { fromOn: date('2026-07-01'), untilOn: date('2027-07-01') }
    expect(lastSeen(stretch, today)).toBe(today)
    expect(monthEnds(stretch, today)).toEqual(['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-26'])
    expect(monthEnds({ fromOn: date('2026-11-20'), untilOn: date('2026-11-21') }, today)).toEqual(['2026-11-20'])
    const long = monthEnds({ fromOn: date('2024-01-01'), untilOn: date('2027-01-01') }, today)
    expect(long.length).toBeLessThanOrEqual(13)
    expect(long.at(-1)).toBe(today)
  })

  it('asks nothing that cannot be asked, in any stretch that it shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...nearStretches), someDay, fc.boolean(), (near, day, isSplit) => {
        const { notKnownOver, ...single } = overviewQuestions(nearStretch(near, day), day, isSplit ? ['unit'] : [])
        for (const { name, question } of [...Object.values(single), ...notKnownOver]) {
          expect(questionProblem(name, question, day), name).toBeNull()
          expect(question.on <= day).toBe(true)
        }
      }),
    )
  })
})
