/**
 * A half-year lived day by day, against a table written by hand from an almanac and the routine as shipped (a 1st or a 10th that is no working day is due the
 * next working day; the first report after seven days).
 */
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { routine } from '../followup.testbed.ts'
import { missingDays, dayByDay, meanOf } from '../ratings/ratings.rules.ts'
import type { ConfirmedSignal } from '../signals/signals.types.ts'
import { dueOf, missedOf } from './due.rules.ts'
import type { History } from './due.types.ts'
import { act, assess, call, decide, judge, nothing, rate, report, walk, type Script } from './walk.testbed.ts'

describe('a half-year of housing and health, that goes down', () => {
  // Confirmed on 31 August: the sixth month has no 31st, and its day is 28 February.
  const script: Script = {
    '2026-08-31': [
      assess({ school: 2000, housing: 900, communication: 2000, health: 1100, economy: 2000 }),
      act('housing', 'confirm'),
      act('health', 'confirm'),
    ],
    '2026-09-01': [act('housing', 'acknowledge'), act('health', 'acknowledge')],
    '2026-09-20': [call('housing', '2026-09-25')],
    '2026-10-01': [report('housing', '2026-10-01')],
    '2026-10-12': [judge('housing', '2026-10-01', 'up'), judge('health', '2026-10-01', 'same')],
    '2026-10-20': [call('housing', '2026-10-25')],
    '2026-11-02': [report('housing', '2026-11-01')],
    '2026-11-09': [judge('housing', '2026-11-01', 'up'), judge('health', '2026-11-01', 'same')],
    '2026-11-20': [call('housing', '2026-11-25')],
    '2026-11-30': [report('housing', '2026-12-01')],
    '2026-12-08': [judge('housing', '2026-12-01', 'up'), judge('health', '2026-12-01', 'same')],
    '2026-12-10': [assess({ school: 2000, housing: 1600, communication: 2000, health: 1100, economy: 2000 })],
    '2026-12-11': [act('housing', 'stop')],
    '2026-12-20': [call('housing', '2026-12-28')],
    '2027-01-04': [report('housing', '2027-01-01')],
    '2027-01-11': [judge('health', '2027-01-01', 'down')],
    '2027-01-20': [call('housing', '2027-01-25')],
    '2027-02-01': [report('housing', '2027-02-01')],
    '2027-02-10': [judge('health', '2027-02-01', 'down')],
    '2027-02-18': [call('housing', '2027-02-22')],
    '2027-03-01': [report('housing', '2027-03-01')],
    '2027-03-02': [decide('2027-02-28', true)],
  }
  // Every rating comes in the evening, but for three nights that nobody wrote.
  const forgotten = ['2026-10-17', '2026-10-18', '2027-01-01']
  const newcomer: History = { ...nothing, presence: { fromOn: date('2026-08-20'), untilOn: null } }
  const lived = walk(newcomer, {
    from: '2026-08-31',
    to: '2027-03-03',
    script,
    daily: ({ kind, standing, areas }, today) =>
      kind === 'rate' && standing === 'due' && !forgotten.includes(today)
        ? [rate(today, Object.fromEntries(areas.map((area) => [area, 1000])))]
        : [],
  })
  const withoutRatings = lived.lines.filter((line) => !line.includes(' rate '))

  it('has this on its list, each on its morning', () => {
    expect(withoutRatings).toEqual([
      '2026-08-31 authority assess coming 2026-09-30',
      '2026-09-01 housing acknowledge coming 2026-09-03 health',
      '2026-09-01 housing acknowledge coming 2026-09-03 housing',
      // 1 September is the day after the start; October's 1st is a Thursday, its call ten days before.
      '2026-09-14 housing call coming 2026-09-21 housing+health',
      '2026-09-24 housing report coming 2026-10-01 housing+health',
      '2026-10-01 housing report due 2026-10-01 housing+health',
      // 10 October is a Saturday.
      '2026-10-05 authority judge coming 2026-10-12 health',
      '2026-10-05 authority judge coming 2026-10-12 housing',
      '2026-10-12 authority judge due 2026-10-12 health',
      '2026-10-12 authority judge due 2026-10-12 housing',
      '2026-10-16 housing call coming 2026-10-23 housing+health',
      '2026-10-26 housing report coming 2026-11-02 housing+health',
      '2026-11-02 housing report due 2026-11-02 housing+health',
      '2026-11-03 authority judge coming 2026-11-10 health',
      '2026-11-03 authority judge coming 2026-11-10 housing',
      '2026-11-14 housing call coming 2026-11-21 housing+health',
      '2026-11-24 housing report coming 2026-12-01 housing+health',
      '2026-12-01 authority assess coming 2026-12-31',
      '2026-12-03 authority judge coming 2026-12-10 health',
      '2026-12-03 authority judge coming 2026-12-10 housing',
      // Housing was stopped: health goes on alone. 1 January is a Friday, 10 January a Sunday.
      '2026-12-18 housing call coming 2026-12-25 health',
      '2026-12-28 housing report coming 2027-01-04 health',
      '2027-01-04 housing report due 2027-01-04 health',
      '2027-01-04 authority judge coming 2027-01-11 health',
      '2027-01-11 authority judge due 2027-01-11 health',
      '2027-01-15 housing call coming 2027-01-22 health',
      '2027-01-25 housing report coming 2027-02-01 health',
      '2027-02-01 housing report due 2027-02-01 health',
      '2027-02-03 authority judge coming 2027-02-10 health',
      '2027-02-10 authority judge due 2027-02-10 health',
      // Judged down twice: the decline goes on, and the sixth month's day is less than thirty days away.
      '2027-02-11 authority decide coming 2027-02-28 health',
      '2027-02-12 housing call coming 2027-02-19 health',
      '2027-02-22 housing report coming 2027-03-01 health',
      '2027-02-28 authority decide due 2027-02-28 health',
      '2027-03-01 authority decide late 2027-02-28 health',
      '2027-03-01 housing report due 2027-03-01 health',
      '2027-03-01 authority assess coming 2027-03-31',
      '2027-03-03 authority judge coming 2027-03-10 health',
    ])
  })

  it('asks for each night’s rating, keeps a forgotten one on the list for seven days, and then it is missing for good', () => {
    const of = (day: string): string[] => lived.lines.filter((line) => line.includes(` ${day} `) && line.includes(' rate '))
    expect(of('2026-10-16')).toEqual(['2026-10-16 housing rate due 2026-10-16 housing+health'])
    expect(of('2026-10-17')).toEqual([
      '2026-10-17 housing rate due 2026-10-17 housing+health',
      '2026-10-18 housing rate late 2026-10-17 housing+health',
    ])
    expect(of('2027-01-01')).toEqual(['2027-01-01 housing rate due 2027-01-01 health', '2027-01-02 housing rate late 2027-01-01 health'])
    expect(of('2026-08-31')).toEqual([])
    expect(of('2026-09-01')).toHaveLength(1)
    const stillAsked = (on: string): string[] =>
      dueOf({ ...lived.history, ratings: lived.history.ratings.filter((one) => one.on < on) }, date(on), routine)
        .filter(({ kind }) => kind === 'rate')
        .map(({ about }) => about)
    expect(stillAsked('2027-01-08')).toEqual(['2027-01-01', '2027-01-08'])
    expect(stillAsked('2027-01-09')).toEqual(['2027-01-09'])
  })

  it('tells what was never done, and shows the forgotten nights as missing', () => {
    // Housing has ended: the nights that lack it are told with health's, which goes on.
    expect(
      missedOf(lived.history, date('2027-03-04'), routine).map(({ kind, about, areas }) => `${kind} ${about} ${areas.join('+')}`),
    ).toEqual(['rate 2026-10-17 housing+health', 'rate 2026-10-18 housing+health', 'rate 2027-01-01 health'])
    const health = lived.history.signals.find(({ area }) => area === 'health') as ConfirmedSignal
    expect(missingDays(health, lived.history.ratings, date('2027-03-03'))).toEqual(forgotten)
    const days = dayByDay(lived.history.ratings, 'health', date('2026-09-01'), date('2027-03-03'))
    expect(days.filter(({ points }) => points === null).map(({ on }) => on)).toEqual(forgotten)
    // 184 days from 1 September to 3 March, less three.
    expect(meanOf(days)).toEqual({ points: 1000, days: 181 })
  })
})
