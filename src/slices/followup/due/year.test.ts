/**
 * A year lived day by day, against a table written by hand from an almanac and the routine as shipped (a 1st or a 10th that is no working day is due the
 * next working day; the first report after seven days).
 */
import { describe, expect, it } from 'vitest'
import { anAssessment, aSignal, anAct } from '../followup.testbed.ts'
import type { History } from './due.types.ts'
import { act, assess, call, decide, judge, nothing, rate, report, walk } from './walk.testbed.ts'

describe('a year of school and economy, everything done on its day', () => {
  // Confirmed on 31 December 2026. Friday 1 January is the day after; the first report is February's.
  const start: History = {
    ...nothing,
    assessments: [anAssessment('2026-12-28', { school: 1000, economy: 1200 })],
    signals: [
      aSignal('school', [anAct('confirm', '2026-12-31'), anAct('acknowledge', '2026-12-31')], { quarter: '2026-10-01' }),
      aSignal('economy', [anAct('confirm', '2026-12-31'), anAct('acknowledge', '2026-12-31')], { quarter: '2026-10-01' }),
    ],
  }
  const scores: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    '2027-03-31': { school: 1100, economy: 1200 },
    '2027-06-30': { school: 1150, economy: 1200 },
    '2027-09-30': { school: 1240, economy: 1249 },
    '2027-12-31': { school: 1250, economy: 1240 },
  }
  const down = ['2027-05-01', '2027-06-01']
  const lived = walk(start, {
    from: '2027-01-01',
    to: '2027-12-31',
    script: {},
    daily: ({ process, kind, standing, about, areas }, today) => {
      if (standing !== 'due') return []
      if (kind === 'assess') return [assess(scores[today] ?? {})]
      if (kind === 'rate') return today.slice(5) === '07-15' ? [] : [rate(today, { economy: 1200 })]
      if (kind === 'call') return [call(process as 'housing', today)]
      if (kind === 'report') return [report(process as 'housing', about)]
      if (kind === 'judge') return areas.map((area) => judge(area, about, area === 'school' && down.includes(about) ? 'down' : 'same'))
      return kind === 'decide' ? [decide(about, false)] : []
    },
  })
  const dueLines = lived.lines.filter((line) => line.includes(' due ') && !line.includes(' rate '))
  const day = (on: string): string[] =>
    dueLines.filter((line) => line.startsWith(on)).map((line) => line.slice(11).replace(` due ${on}`, ''))

  it('is due on these days', () => {
    const [both, judging, calls] = [
      ['housing report economy', 'labourMarket report school'],
      ['authority judge economy', 'authority judge school'],
      ['housing call economy', 'labourMarket call school'],
    ]
    // Moved: 1 May is a Saturday, 1 August a Sunday, 1 January 2028 a Saturday; 10 April and 10 July are Saturdays, 10 October a Sunday.
    const table: readonly (readonly [string, readonly string[]])[] = [
      ['2027-01-22', calls],
      ['2027-02-01', both],
      ['2027-02-10', judging],
      ['2027-02-19', calls],
      ['2027-03-01', both],
      ['2027-03-10', judging],
      ['2027-03-22', calls],
      ['2027-03-31', ['authority assess']],
      ['2027-04-01', both],
      ['2027-04-12', judging],
      ['2027-04-23', calls],
      ['2027-05-03', both],
      ['2027-05-10', judging],
      ['2027-05-22', calls],
      ['2027-06-01', both],
      ['2027-06-10', judging],
      ['2027-06-21', calls],
      // Six months from 31 December: school was judged down in May and June. By December nothing declines.
      ['2027-06-30', ['authority assess', 'authority decide school']],
      ['2027-07-01', both],
      ['2027-07-12', judging],
      ['2027-07-23', calls],
      ['2027-08-02', both],
      ['2027-08-10', judging],
      ['2027-08-22', calls],
      ['2027-09-01', both],
      ['2027-09-10', judging],
      ['2027-09-21', calls],
      ['2027-09-30', ['authority assess']],
      ['2027-10-01', both],
      ['2027-10-11', judging],
      ['2027-10-22', calls],
      ['2027-11-01', both],
      ['2027-11-10', judging],
      ['2027-11-21', calls],
      ['2027-12-01', both],
      ['2027-12-10', judging],
      ['2027-12-24', calls],
      ['2027-12-31', ['authority assess']],
    ]
    expect(table.map(([on]) => [on, day(on)])).toEqual(table)
    expect(new Set(dueLines.map((line) => line.slice(0, 10)))).toEqual(new Set(table.map(([on]) => on)))
  })

  it('asks for a rating every day, and is late with nothing but the one that was forgotten', () => {
    expect(lived.lines.filter((line) => line.includes(' rate due '))).toHaveLength(365)
    expect(lived.lines.filter((line) => line.includes(' late '))).toEqual(['2027-07-16 housing rate late 2027-07-15 economy'])
    expect(lived.history.ratings).toHaveLength(364)
  })

  it('goes on through four assessments: nothing but a stop ends it', () => {
    expect(lived.history.signals.map(({ state }) => state)).toEqual(['acknowledged', 'acknowledged'])
    expect(lived.history.assessments).toHaveLength(5)
    const stopped = walk(lived.history, {
      from: '2028-01-01',
      to: '2028-03-31',
      script: { '2028-01-01': [act('school', 'stop'), act('economy', 'stop')] },
    })
    expect(stopped.history.signals.map(({ state, endedOn }) => [state, endedOn])).toEqual([
      ['ended', '2028-01-01'],
      ['ended', '2028-01-01'],
    ])
    expect(stopped.lines.filter((line) => line >= '2028-01-02')).toEqual([
      '2028-03-01 authority assess coming 2028-03-31',
      '2028-03-31 authority assess due 2028-03-31',
    ])
  })
})
