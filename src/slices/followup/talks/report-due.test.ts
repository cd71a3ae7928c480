/** The months that are due and their edges: month ends, leap days, holidays, a start on the 1st and the 31st, a stop on the day. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { dayOf } from '../../../platform/plain-date.ts'
import { isWorkingDay } from '../../../platform/swedish-holidays.ts'
import { daysLater, plusMonths } from '../calendar/month.rules.ts'
import { aFollowUp, anAct, aSignal, plainRoutine, routine } from '../followup.testbed.ts'
import type { ConfirmedSignal } from '../signals/signals.types.ts'
import { reportDueOn, reportedDays, reportsOwed, signalsOfReport } from './report-due.rules.ts'

const dueDays = (signals: Parameters<typeof reportsOwed>[0], until: string, by = routine): string[] =>
  reportsOwed(signals, 'housing', date(until), by).map(({ dueOn }) => dueOn)

describe('the report of a month is due', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['2026-11-01', '2026-11-02'],
    ['2027-01-01', '2027-01-04'],
    ['2027-05-01', '2027-05-03'],
    ['2024-04-01', '2024-04-02'],
    ['2026-08-01', '2026-08-03'],
  ])('that of %s on %s', (month, dueOn) => {
    expect(reportDueOn(date(month), routine)).toBe(dueOn)
  })

  it.each([
    // From, stop, and the months due up to the end of January 2027, by a first report after seven days and no moving of days.
    ['2026-10-01', null, ['2026-11-01', '2026-12-01', '2027-01-01']],
    ['2026-10-25', null, ['2026-11-01', '2026-12-01', '2027-01-01']],
    ['2026-10-26', null, ['2026-12-01', '2027-01-01']],
    ['2026-10-31', null, ['2026-12-01', '2027-01-01']],
    ['2026-11-01', null, ['2026-12-01', '2027-01-01']],
    ['2026-10-01', '2026-11-15', ['2026-11-01']],
    ['2026-10-01', '2026-11-01', []],
    ['2026-10-01', '2026-11-02', ['2026-11-01']],
    ['2026-10-01', '2026-10-31', []],
    ['2026-10-01', '2026-12-31', ['2026-11-01', '2026-12-01']],
    ['2026-10-01', '2027-01-01', ['2026-11-01', '2026-12-01']],
    ['2026-10-01', '2027-01-02', ['2026-11-01', '2026-12-01', '2027-01-01']],
  ])('for a follow-up from %s to %j: %j', (from, stop, months) => {
    expect(dueDays([aFollowUp('housing', from, stop)], '2027-01-31', plainRoutine)).toEqual(months)
  })

  it('lifted by a stop up to the day it was moved to, and owed when the stop comes after', () => {
    expect(dueDays([aFollowUp('housing', '2026-10-01', '2026-11-02')], '2026-11-30')).toEqual([])
    expect(dueDays([aFollowUp('housing', '2026-10-01', '2026-11-03')], '2026-11-30')).toEqual(['2026-11-02'])
    const before = { ...routine, onHoliday: 'before' as const }
    expect(dueDays([aFollowUp('housing', '2026-10-01', '2026-10-31')], '2026-11-30', before)).toEqual(['2026-10-30'])
    expect(dueDays([aFollowUp('housing', '2026-10-01', '2026-10-30')], '2026-11-30', before)).toEqual([])
  })

  it('in the leap year too, and a day after the start when nothing longer is asked for', () => {
    expect(dueDays([aFollowUp('housing', '2028-02-29')], '2028-04-30', { ...plainRoutine, firstReportDays: 1 })).toEqual([
      '2028-03-01',
      '2028-04-01',
    ])
    expect(dueDays([aFollowUp('housing', '2028-02-23')], '2028-03-31', plainRoutine)).toEqual(['2028-03-01'])
    expect(dueDays([aFollowUp('housing', '2028-02-24')], '2028-03-31', plainRoutine)).toEqual([])
    expect(dueDays([aFollowUp('housing', '2027-02-22')], '2027-03-31', plainRoutine)).toEqual(['2027-03-01'])
  })

  it('once for all areas of a recipient, about those that were long enough in force', () => {
    const both = [aFollowUp('housing', '2026-10-01'), aFollowUp('health', '2026-11-28'), aFollowUp('school', '2026-10-01')]
    expect(dueDays(both, '2027-01-31', plainRoutine)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01'])
    const areas = (month: string): string[] => signalsOfReport(both, 'housing', date(month), plainRoutine).map(({ area }) => area)
    expect(areas('2026-12-01')).toEqual(['housing'])
    expect(areas('2027-01-01')).toEqual(['housing', 'health'])
    expect(reportsOwed(both, 'labourMarket', date('2026-11-01'), plainRoutine)).toHaveLength(1)
  })

  it('by the one who has it: another recipient begins anew', () => {
    const moved = aSignal('housing', [anAct('confirm', '2026-10-01'), anAct('adjust', '2026-11-20', { recipient: 'labourMarket' })])
    expect(reportsOwed([moved], 'housing', date('2027-01-31'), plainRoutine)).toEqual([])
    expect(reportsOwed([moved], 'labourMarket', date('2026-12-31'), plainRoutine).map(({ month }) => month)).toEqual(['2026-12-01'])
  })

  it('about the days since the 1st before, or since the follow-up began', () => {
    const about = (month: string, ...from: string[]) =>
      reportedDays(
        from.map((on) => aFollowUp('housing', on) as ConfirmedSignal),
        date(month),
        plainRoutine,
      )
    expect(about('2026-12-01', '2026-09-01')).toEqual({ firstOn: '2026-11-01', lastOn: '2026-11-30' })
    expect(about('2026-12-01', '2026-10-28')).toEqual({ firstOn: '2026-10-28', lastOn: '2026-11-30' })
    expect(about('2026-12-01', '2026-11-10')).toEqual({ firstOn: '2026-11-10', lastOn: '2026-11-30' })
    expect(about('2028-03-01', '2028-02-10', '2028-01-31')).toEqual({ firstOn: '2028-01-31', lastOn: '2028-02-29' })
    expect(about('2026-12-01')).toBeNull()
  })

  it('never while the follow-up is younger than asked, never after its stop, and every month between', () => {
    const day = fc.integer({ min: 0, max: 900 })
    fc.assert(
      fc.property(
        day,
        day,
        fc.constantFrom('same' as const, 'before' as const, 'after' as const),
        fc.integer({ min: 1, max: 31 }),
        (start, length, onHoliday, firstReportDays) => {
          const from = daysLater(date('2026-01-01'), start)
          const stop = daysLater(from, length)
          const by = { ...routine, onHoliday, firstReportDays }
          const owed = reportsOwed([aFollowUp('housing', from, stop)], 'housing', daysLater(stop, 100), by)
          for (const { month, dueOn } of owed) {
            expect(month >= daysLater(from, firstReportDays) && dueOn < stop).toBe(true)
            expect(dueOn === month || isWorkingDay(dayOf(dueOn))).toBe(true)
          }
          owed.slice(1).forEach(({ month }, at) => expect(month).toBe(plusMonths(owed[at]!.month, 1)))
        },
      ),
    )
  })
})
