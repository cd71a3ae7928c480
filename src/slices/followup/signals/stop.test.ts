/** When a follow-up can be stopped: told before it can, and the rule of the stop itself says the same. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { doneIn } from '../assessments/assessments.rules.ts'
import { daysLater, quarterOf } from '../calendar/month.rules.ts'
import { aFollowUp, anAct, anAssessment, aSignal } from '../followup.testbed.ts'
import { actOn } from './signals.rules.ts'
import type { ConfirmedSignal } from './signals.types.ts'
import { stopWait } from './stop.rules.ts'

const from = (on: string, quarter: string): ConfirmedSignal => aFollowUp('housing', on, null, { quarter }) as ConfirmedSignal
const added = (on: string): ConfirmedSignal =>
  ({ ...aSignal('housing', [anAct('confirm', on)]), origin: { kind: 'added', ground: 'Behövs.' } }) as ConfirmedSignal

describe('a stop waits', () => {
  it.each([
    [
      'for the quarter after the one that gave the signal',
      from('2026-10-12', '2026-10-01'),
      ['2026-10-10'],
      '2026-11-20',
      '2027-01-01',
      '2027-01-01',
    ],
    [
      'though the signal was confirmed late in the next',
      from('2027-01-04', '2026-10-01'),
      ['2026-12-30'],
      '2027-01-20',
      '2027-01-01',
      '2027-01-05',
    ],
    [
      'for a late quarter that can still be assessed',
      from('2026-10-12', '2026-10-01'),
      ['2026-10-10'],
      '2027-04-20',
      '2027-01-01',
      '2027-01-01',
    ],
    ['for no quarter that is past and gone', from('2026-10-12', '2026-10-01'), ['2026-10-10'], '2027-07-20', '2027-04-01', '2027-04-01'],
    [
      'for this quarter when it was added before its assessment',
      added('2026-11-12'),
      ['2026-08-10'],
      '2026-11-20',
      '2026-10-01',
      '2026-11-13',
    ],
    ['for the next when it was added after it', added('2026-11-12'), ['2026-10-10'], '2026-11-20', '2027-01-01', '2027-01-01'],
    ['for the next when it was added the same day', added('2026-10-10'), ['2026-10-10'], '2026-11-20', '2027-01-01', '2027-01-01'],
  ])('%s', (_, signal, done, today, quarter, fromOn) => {
    const wait = stopWait(
      signal,
      done.map((on) => anAssessment(on)),
      date(today),
    )
    expect([wait?.quarter, wait?.fromOn]).toEqual([quarter, fromOn])
  })
  it('for nothing once it is done', () => {
    const assessments = [anAssessment('2026-10-10'), anAssessment('2027-01-08')]
    expect(stopWait(from('2026-10-12', '2026-10-01'), assessments, date('2027-01-08'))).toBeNull()
    expect(stopWait(from('2026-10-12', '2026-10-01'), assessments, date('2027-01-07'))).not.toBeNull()
  })
  it('for nothing exactly when the stop is granted, and an assessment made as it says lifts it', () => {
    const day = fc.integer({ min: 0, max: 500 }).map((n) => daysLater(date('2026-01-01'), n))
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(300), (assessed, toConfirm, toToday) => {
        const confirmed = daysLater(assessed, toConfirm)
        const today = daysLater(confirmed, toToday)
        const signal = from(confirmed, quarterOf(assessed))
        const assessments = [anAssessment(assessed)]
        const wait = stopWait(signal, assessments, today)
        const stop = actOn(signal, anAct('stop', today), { done: doneIn(assessments), today })
        expect(wait === null).toBe(stop.granted)
        if (wait === null) return
        const later = [...assessments, anAssessment(wait.fromOn, {}, wait.quarter)]
        expect(stopWait(signal, later, wait.fromOn > today ? wait.fromOn : today)).toBeNull()
      }),
    )
  })
})
