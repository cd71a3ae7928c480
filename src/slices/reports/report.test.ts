/** Which days a report is of and what stands in it, with the days at the edges; and periods to compare. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { dateOf, dayFrom, type Day } from '../../platform/plain-date.ts'
import { indicators, questionProblem } from '../figures/index.ts'
import { comparable, comparedFrom, periodName, recentPeriods, referenceKey, stretchNamed } from './compare-period.rules.ts'
import { layouts } from './layout.rules.ts'
import { kindOf, lastDayOf, latestYear, questionsOf, reportKinds, reportSlugs, septemberDay, stretchOf, yearFrom } from './report.rules.ts'

describe('the days of a report', () => {
  it.each([
    ['tertial1', 2026, '2026-01-01', '2026-05-01'],
    ['tertial2', 2026, '2026-01-01', '2026-09-01'],
    ['annual', 2024, '2024-01-01', '2025-01-01'],
    ['schoolYear', 2025, '2025-07-01', '2026-07-01'],
  ] as const)('%s of %d', (kind, year, fromOn, untilOn) => expect(stretchOf({ kind, year })).toEqual({ fromOn, untilOn }))

  it.each([
    ['schoolYear', '2026-06-30', 2025],
    ['schoolYear', '2026-07-01', 2026],
    ['annual', '2026-12-31', 2026],
    ['annual', '2027-01-01', 2027],
    ['tertial1', '2026-01-01', 2026],
  ] as const)('the latest %s on %s is of %d', (kind, today, year) => expect(latestYear(kind, date(today))).toBe(year))

  it.each([
    ['', null, 2025],
    ['2025', null, 2025],
    ['2026', 'not-begun', 2025],
    ['2004', 'no-such-year', 2025],
    ['2005', null, 2005],
    ['26', 'no-such-year', 2025],
    ['2101', 'no-such-year', 2025],
    ['2025.5', 'no-such-year', 2025],
  ] as const)('the school year %j asked for on 30 June 2026: %s', (text, problem, year) =>
    expect(yearFrom(text, 'schoolYear', date('2026-06-30'))).toEqual({ year, problem }),
  )

  it.each([
    ['2026-06-30', '2026-06-30'],
    ['2026-07-01', '2026-06-30'],
    ['2026-02-01', '2026-02-01'],
  ])('looked at on %s until %s', (today, last) => expect(lastDayOf(stretchOf({ kind: 'schoolYear', year: 2025 }), date(today))).toBe(last))

  it.each([
    ['schoolYear', 2026, '2026-09-14', null],
    ['schoolYear', 2026, '2026-09-15', '2026-09-15'],
    ['annual', 2026, '2026-12-31', '2026-09-15'],
    ['tertial2', 2026, '2026-12-31', null],
  ] as const)('September of %s %d on %s: %s', (kind, year, today, day) =>
    expect(septemberDay(stretchOf({ kind, year }), date(today))).toBe(day),
  )

  it('every report has an address of its own', () => {
    expect(reportKinds.map((kind) => kindOf(reportSlugs[kind]))).toEqual([...reportKinds])
    expect(kindOf('kvartal')).toBeNull()
  })

  it('whatever the day, every question of a report can be asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayFrom(2006, 1, 1), max: dayFrom(2099, 12, 31) }), fc.constantFrom(...reportKinds), (day, kind) => {
        const today = dateOf(day as Day)
        const year = latestYear(kind, today)
        expect(yearFrom(String(year), kind, today).problem).toBeNull()
        for (const { name, question } of questionsOf({ kind, year }, today)) {
          expect(questionProblem(name, question, today)).toBeNull()
          expect(question.on <= today).toBe(true)
          expect(question.by.every((one) => indicators[name].dimensions.includes(one))).toBe(true)
        }
      }),
    )
  })
})

describe('a report holds', () => {
  it.each(reportKinds)('%s: each figure once, and each is drawn or has columns', (kind) => {
    const names = questionsOf({ kind, year: 2025 }, date('2026-12-31')).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of ['outreach-list', 'support-list', 'unit-status', 'half-year', 'flow', 'not-known', 'since-reached'] as const)
      expect(names).toContain(name)
    expect(names.includes('september')).toBe(kind === 'annual' || kind === 'schoolYear')
    for (const name of names) expect(layouts[name].columns.length).toBeGreaterThan(0)
  })
})

describe('periods to compare', () => {
  it.each([
    ['2026H1', '2026-01-01', '2026-07-01'],
    ['2026H2', '2026-07-01', '2027-01-01'],
    ['2025/26', '2025-07-01', '2026-07-01'],
    ['2099/00', '2099-07-01', '2100-07-01'],
  ])('%s', (name, fromOn, untilOn) => {
    expect(stretchNamed(name)).toEqual({ fromOn, untilOn })
    expect(periodName({ fromOn: date(fromOn), untilOn: date(untilOn) })).toBe(name)
  })
  it.each(['2026H3', '2025/27', '2026', '', '26H1', '2026h1'])('%j is none', (name) => expect(stretchNamed(name)).toBeNull())
  it('those that have begun, the latest first', () => {
    expect(recentPeriods(date('2026-06-30'))).toEqual([
      '2026H1',
      '2025H2',
      '2025H1',
      '2024H2',
      '2024H1',
      '2023H2',
      '2025/26',
      '2024/25',
      '2023/24',
    ])
    expect(recentPeriods(date('2026-07-01')).slice(0, 2)).toEqual(['2026H2', '2026H1'])
  })
  it.each([
    ['', '2026H1', null],
    ['period=2026H2', '2026H2', null],
    ['period=2027H1', '2026H1', 'not-begun'],
    ['period=vår', '2026H1', 'no-such-period'],
  ] as const)('an address with %j asks for %s', (query, period, problem) =>
    expect(comparedFrom(new URLSearchParams(query), date('2026-11-26'))).toMatchObject({ period, problem }),
  )
  it.each(comparable)('%s can be asked of every recent period', (figure) => {
    const today = date('2026-11-26')
    for (const period of recentPeriods(today)) {
      const { asked } = comparedFrom(new URLSearchParams({ figur: figure, period }), today)
      expect(questionProblem(asked.name, asked.question, today)).toBeNull()
      const isOneDay = asked.question.fromOn === asked.question.on
      expect(isOneDay).toBe(indicators[figure].of === 'day')
    }
  })
})

describe('the key of a figure of others', () => {
  it.each([
    ['Grannkommunen', '2025H2', 'covered', null, 'Grannkommunen-2025H2-covered'],
    ['Örebro län', '2024/25', 'exit.moved', 'exit', 'Orebro-lan-2024-25-exit.moved-exit'],
    ['riket', '2021H2', 'covered', null, 'riket-2021H2-covered'],
    ['riket', '2016', 'registration.unknown+registration.notAsked', null, 'riket-2016-registration.unknown-registration.notAsked'],
  ])('%s %s %s', (ofWhom, period, row, whole, key) => expect(referenceKey(ofWhom, period, row, whole)).toBe(key))
})
