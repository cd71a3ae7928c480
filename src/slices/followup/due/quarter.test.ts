/**
 * A quarter lived day by day, against a table written by hand from an almanac and the routine as shipped (a 1st or a 10th that is no working day is due the
 * next working day; the first report after seven days).
 */
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { anAssessment, routine } from '../followup.testbed.ts'
import { dueOf, missedOf } from './due.rules.ts'
import type { History } from './due.types.ts'
import { act, assess, call, judge, nothing, report, walk, type Script } from './walk.testbed.ts'

describe('a quarter of school, from a score of 12.49 to the stop', () => {
  const script: Script = {
    '2026-09-28': [assess({ school: 1249, housing: 1250, communication: 1250, health: 1250, economy: 1250 })],
    '2026-09-30': [act('school', 'confirm')],
    '2026-10-06': [act('school', 'acknowledge')],
    '2026-10-20': [call('labourMarket', '2026-10-27')],
    '2026-11-02': [report('labourMarket', '2026-11-01')],
    '2026-11-10': [judge('school', '2026-11-01', 'same')],
    '2026-11-24': [call('labourMarket', '2026-11-26')],
    '2026-12-03': [report('labourMarket', '2026-12-01')],
    '2026-12-09': [judge('school', '2026-12-01', 'up')],
    '2026-12-15': [assess({ school: 1400, housing: 1300, communication: 1300, health: 1300, economy: 1300 })],
    '2026-12-20': [act('school', 'stop')],
  }
  const before: History = { ...nothing, presence: { fromOn: date('2026-05-20'), untilOn: null }, assessments: [anAssessment('2026-06-15')] }
  const lived = walk(before, { from: '2026-09-28', to: '2027-01-31', script })

  it('has this on its list, each on its morning', () => {
    expect(lived.lines).toEqual([
      '2026-09-28 authority assess coming 2026-09-30',
      '2026-09-29 authority answer coming 2026-10-01 school',
      // 30 September and three days is a Saturday.
      '2026-10-01 labourMarket acknowledge coming 2026-10-05 school',
      '2026-10-05 labourMarket acknowledge due 2026-10-05 school',
      '2026-10-06 labourMarket acknowledge late 2026-10-05 school',
      // 1 October comes a day after the start: the first report is November's, whose 1st is a Sunday.
      '2026-10-16 labourMarket call coming 2026-10-23 school',
      '2026-10-26 labourMarket report coming 2026-11-02 school',
      '2026-11-02 labourMarket report due 2026-11-02 school',
      '2026-11-03 authority judge coming 2026-11-10 school',
      '2026-11-10 authority judge due 2026-11-10 school',
      '2026-11-14 labourMarket call coming 2026-11-21 school',
      '2026-11-21 labourMarket call due 2026-11-21 school',
      '2026-11-22 labourMarket call late 2026-11-21 school',
      '2026-11-24 labourMarket report coming 2026-12-01 school',
      '2026-12-01 labourMarket report due 2026-12-01 school',
      '2026-12-01 authority assess coming 2026-12-31',
      '2026-12-02 labourMarket report late 2026-12-01 school',
      '2026-12-03 authority judge coming 2026-12-10 school',
      // January's report is due Monday 4 January, its call ten days before: the stop comes first.
      '2026-12-18 labourMarket call coming 2026-12-25 school',
    ])
  })

  it('ends with nothing due and nothing missed', () => {
    expect(dueOf(lived.history, date('2027-01-31'), routine)).toEqual([])
    expect(missedOf(lived.history, date('2027-01-31'), routine)).toEqual([])
  })

  it('could not have been stopped before the quarterly assessment, though progress showed', () => {
    const early: Script = { ...script, '2026-12-14': [act('school', 'stop')] }
    expect(() => walk(before, { from: '2026-09-28', to: '2026-12-31', script: early })).toThrow('assessment-first')
  })

  it('could not have been reported after the stop', () => {
    const late: Script = { ...script, '2026-12-21': [report('labourMarket', '2027-01-01')] }
    expect(() => walk(before, { from: '2026-09-28', to: '2026-12-31', script: late })).toThrow('ended')
  })
})
