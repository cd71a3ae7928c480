/** How an area has gone: what is in the picture, what is missing, who is shown what, and which periods can be asked for. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { dayOf } from '../../../platform/plain-date.ts'
import { nothing } from '../due/walk.testbed.ts'
import type { History } from '../due/due.types.ts'
import { aFollowUp, aJudgement, anAct, anAssessment, aRating, aSignal, shipped } from '../followup.testbed.ts'
import { daysFrom, daysLater } from '../calendar/month.rules.ts'
import { progressPicture } from './progress-picture.ts'
import { happenedTable, monthsTable, weeksTable } from './progress-tables.ts'
import { lastYear, periodProblem, progressOf, shownAreas } from './progress.rules.ts'
import type { AreaProgress } from './progress.types.ts'

const period = { firstOn: date('2026-09-01'), lastOn: date('2026-11-30') }
const scores = { school: 1249, housing: 1250, communication: 1400, health: 1500, economy: 1600 }

const lived: History = {
  ...nothing,
  assessments: [anAssessment('2026-06-20', { ...scores, health: 900 }), anAssessment('2026-09-20', { ...scores, health: 850 })],
  signals: [aFollowUp('health', '2026-10-01', '2026-11-20'), aSignal('school', [anAct('dismiss', '2026-10-02')])],
  ratings: [aRating('2026-10-02', { health: 800 }), aRating('2026-10-03', { health: 900 }), aRating('2026-11-01', { health: 0 })],
  talks: [
    { talkId: 'a', recipient: 'housing', on: date('2026-10-20'), state: 'held', version: 1 },
    { talkId: 'b', recipient: 'housing', on: date('2026-10-22'), state: 'cancelled', version: 1 },
    { talkId: 'c', recipient: 'labourMarket', on: date('2026-10-21'), state: 'held', version: 1 },
  ],
  reports: [{ reportId: 'r', recipient: 'housing', month: date('2026-11-01'), madeOn: date('2026-10-30'), version: 1 }],
  judgements: [aJudgement('health', '2026-11-01', 'down')],
  decisions: [{ markOn: null, opens: true, decidedOn: date('2026-11-10'), ground: 'Läst.' }],
}

const areaIn = (history: History, key: string, roles: Parameters<typeof progressOf>[2] = ['authority']): AreaProgress =>
  progressOf(history, period, roles).areas.find(({ area }) => area === key)!

describe('how an area has gone', () => {
  const health = areaIn(lived, 'health')

  it('has the scores of the period, moved from the one before it', () => {
    expect(health.scores).toEqual([{ on: '2026-09-20', quarter: '2026-07-01', points: 850, difference: -50, way: 'down', isLow: true }])
    expect(areaIn(lived, 'housing').scores.map(({ isLow }) => isLow)).toEqual([false])
    expect(areaIn(lived, 'school').scores.map(({ isLow }) => isLow)).toEqual([true])
  })

  it('has missing days as missing, and zero as zero', () => {
    const [october, november] = health.months
    expect(october).toMatchObject({ month: '2026-10-01', mean: 850, least: 800, most: 900, rated: 2 })
    expect(october?.missing).toHaveLength(28)
    expect(november).toMatchObject({ mean: 0, least: 0, rated: 1 })
    expect(november?.missing).toEqual(daysFrom(date('2026-11-02'), date('2026-11-19')))
    expect(health.ratings.find(({ on }) => on === '2026-11-02')).toEqual({ on: '2026-11-02', points: null })
  })

  it('has what its own process did, and not what was called off or is of another process', () => {
    expect(health.talks.map(({ on }) => on)).toEqual(['2026-10-20'])
    expect(health.reports.map(({ on }) => on)).toEqual(['2026-10-30'])
    expect(health.followed).toEqual([{ firstOn: '2026-10-01', lastOn: '2026-11-20', recipient: 'housing' }])
    expect(areaIn(lived, 'school').followed).toEqual([])
  })

  it('has the threshold in force each day: a version that says the same is no new one', () => {
    const same = { ...shipped, version: 2, fromOn: date('2026-10-01') }
    const higher = {
      ...shipped,
      version: 3,
      fromOn: date('2026-11-01'),
      areas: shipped.areas.map((area) => ({ ...area, threshold: 1300 })),
    }
    expect(areaIn({ ...lived, instruments: [shipped, same, higher] }, 'health').thresholds).toEqual([
      { firstOn: '2026-09-01', lastOn: '2026-10-31', threshold: 1250, direction: 'below' },
      { firstOn: '2026-11-01', lastOn: '2026-11-30', threshold: 1300, direction: 'below' },
    ])
  })
})

describe('who is shown what', () => {
  const keys = (roles: Parameters<typeof progressOf>[2], signals = lived.signals): string[] =>
    shownAreas(roles, { signals, instruments: [shipped] }).map(({ key }) => key)

  it('is all for the authority process, and for the others what is theirs to follow up', () => {
    expect(keys(['authority'])).toEqual(['school', 'housing', 'communication', 'health', 'economy'])
    expect(keys(['labourMarket'])).toEqual(['school'])
    expect(keys(['housing'])).toEqual(['housing', 'communication', 'health', 'economy'])
    expect(keys(['administrator', 'protectedReader'])).toEqual([])
  })

  it('is also what a signal has given them', () => {
    const given = aFollowUp('health', '2026-10-01', null, { recipient: 'labourMarket' })
    expect(keys(['labourMarket'], [given])).toEqual(['school', 'health'])
  })

  it('is the grounds and the positions for the authority process alone', () => {
    expect(progressOf(lived, period, ['authority']).positions).toEqual([{ on: '2026-11-10', opens: true, ground: 'Läst.' }])
    expect(progressOf(lived, period, ['housing']).positions).toEqual([])
    expect(areaIn(lived, 'health', ['housing']).judgements.map(({ ground }) => ground)).toEqual([''])
  })
})

describe('the tables', () => {
  const health = areaIn(lived, 'health')

  it('say everything that the picture shows, in order', () => {
    expect(happenedTable(health, [{ on: date('2026-11-10'), opens: true, ground: 'Läst.' }], period, 'sv').rows).toEqual([
      ['2026-09-01', 'Gräns', '12,5'],
      ['2026-09-20', 'Bedömning', '8,5 (−0,5 sedan förra), under gränsen'],
      ['2026-10-01', 'Riktad uppföljning', 'börjar hos boendedrift'],
      ['2026-10-20', 'Samtal', 'boendedrift'],
      ['2026-10-30', 'Rapport', 'från boendedrift för den 1 nov 2026'],
      ['2026-11-01', 'Bedömd progression', '− nedåt, för den 1 nov 2026. Läst.'],
      ['2026-11-10', 'Ställningstagande till utredning', 'utredning öppnas. Läst.'],
      ['2026-11-20', 'Riktad uppföljning', 'slutar, sista dagen'],
    ])
    expect(monthsTable(health, 'sv')?.rows[1]?.slice(0, 4)).toEqual(['nov 2026', '0', '0–0', '1'])
    expect(weeksTable(health, 'sv')?.rows[0]).toEqual(['2026-09-28', '–', '–', '–', '–', '8', '9', '–'])
  })

  it('are not there where nothing was to be rated', () => {
    const school = areaIn(lived, 'school')
    expect([monthsTable(school, 'sv'), weeksTable(school, 'sv')]).toEqual([null, null])
  })
})

describe('the picture', () => {
  it('has a value for each day, none where there is no rating, and never a zero for a missing one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { maxLength: 40 }), fc.integer({ min: 0, max: 50 }), (at, half) => {
        const ratings = at.map((days) => aRating(daysLater(period.firstOn, days), { health: half * 50 }))
        const picture = progressPicture(areaIn({ ...lived, ratings }, 'health'), period, [], 'sv')
        const values = picture.lines[0]!.values
        expect(values).toHaveLength(91)
        expect(values.filter(({ value }) => value !== null).map(({ on }) => on)).toEqual(
          at.map((days) => dayOf(daysLater(period.firstOn, days))).toSorted((a, b) => a - b),
        )
        expect(values.every(({ value }) => value === null || value === half / 2)).toBe(true)
      }),
    )
  })

  it('says in words what it holds, and names what it draws', () => {
    const picture = progressPicture(areaIn(lived, 'health'), period, [{ on: date('2026-11-10'), opens: true, ground: '' }], 'sv')
    expect(picture.about).toContain('Skattade dagar: 3, dagar som saknar skattning: 46.')
    expect(picture.lanes.map(({ label }) => label)).toEqual([
      'Riktad uppföljning',
      'Samtal och rapporter',
      'Bedömd progression',
      'Ställningstagande till utredning',
    ])
  })
})

describe('the period', () => {
  const problemOf = (first: string, last: string) => periodProblem(date(first), date(last), date('2026-11-26'))?.problem ?? null

  it('is a year up to today when none is asked for', () => {
    expect(lastYear(date('2026-11-26'))).toEqual({ firstOn: '2025-11-27', lastOn: '2026-11-26' })
    expect(lastYear(date('2028-02-29'))).toEqual({ firstOn: '2027-03-01', lastOn: '2028-02-29' })
  })

  it('ends today at the latest, begins before it ends, and is three years at most', () => {
    expect([
      problemOf('2026-11-26', '2026-11-26'),
      problemOf('2026-11-26', '2026-11-27'),
      problemOf('2026-11-26', '2026-11-25'),
      problemOf('2023-11-26', '2026-11-26'),
      problemOf('2023-11-25', '2026-11-26'),
      periodProblem(null, date('2026-11-01'), date('2026-11-26'))?.problem,
    ]).toEqual([null, 'ahead', 'turned', null, 'too-long', 'no-day'])
  })
})
