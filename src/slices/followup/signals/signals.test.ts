/** What a signal goes through, what is refused at each step, and when a stop is allowed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import type { DoneAssessment } from '../assessments/assessments.types.ts'
import { aFollowUp, anAct, anAssessment, aSignal, shipped } from '../followup.testbed.ts'
import { actOn, assessmentAfter, isOpen, lastsOn, mayAdd, proposalsOf, signalOf } from './signals.rules.ts'
import { signalActs, type Signal, type SignalAct } from './signals.types.ts'

const today = date('2027-06-30')
const tried = (signal: Signal, act: SignalAct, done: readonly DoneAssessment[] = [], on = today): string => {
  const decision = actOn(signal, act, { done, today: on })
  return decision.granted ? decision.value.state : decision.reason
}

describe('an assessment proposes', () => {
  const scores = (points: Readonly<Record<string, number>>) => anAssessment('2026-10-01', points)
  it('a labour-market secretary for school, a youth coordinator for each of the others, when it is low', () => {
    const found = proposalsOf(shipped, scores({ school: 1249, housing: 1249, communication: 0, health: 1200, economy: 1249 }), [])
    expect(found.map(({ area, recipient }) => [area, recipient])).toEqual([
      ['school', 'labourMarket'],
      ['housing', 'housing'],
      ['communication', 'housing'],
      ['health', 'housing'],
      ['economy', 'housing'],
    ])
  })

  it('nothing at 12.5 exactly, and something at 12.49', () => {
    expect(proposalsOf(shipped, scores({ school: 1250, housing: 1249 }), []).map(({ area }) => area)).toEqual(['housing'])
  })

  it('no second one where the first is open, and none again that this assessment has already given', () => {
    const low = scores({ school: 1000, housing: 1000, health: 1000 })
    const open = aFollowUp('school', '2026-08-01')
    const dismissed: Signal = {
      ...aSignal('housing', [anAct('dismiss', '2026-10-01')]),
      origin: { kind: 'assessment', assessmentId: low.assessmentId, quarter: date('2026-10-01'), points: 1000, threshold: 1250 },
    }
    const longAgo = aFollowUp('health', '2026-02-01', '2026-06-01')
    expect(proposalsOf(shipped, low, [open, dismissed, longAgo]).map(({ area }) => area)).toEqual(['health'])
  })
})

describe('the authority process adds a signal', () => {
  const add = (area: string, ground: string, signals: readonly Signal[] = [], isThere = true): string => {
    const decision = mayAdd({ area, ground }, { instrument: shipped, signals, isThere })
    return decision.granted ? 'granted' : decision.reason
  }
  it('with a ground, in an area of the instrument that has none open', () => {
    expect(add('school', 'Orolig lärare.')).toBe('granted')
    expect(add('school', '  ')).toBe('no-ground')
    expect(add('sleep', 'Orolig lärare.')).toBe('unknown-area')
    expect(add('school', 'Orolig lärare.', [aSignal('school', [])])).toBe('already-open')
    expect(add('school', 'Orolig lärare.', [aFollowUp('school', '2026-02-01', '2026-06-01')])).toBe('granted')
    expect(add('school', 'Orolig lärare.', [], false)).toBe('not-there')
  })
})

describe('a signal', () => {
  const proposed = aSignal('housing', [], { proposedOn: '2026-10-01' })
  const confirmed = aFollowUp('housing', '2026-10-02', null, { quarter: '2026-07-01' })
  const acknowledged = aSignal('housing', [anAct('confirm', '2026-10-02'), anAct('acknowledge', '2026-10-03')], { quarter: '2026-07-01' })
  const dismissed = aSignal('housing', [anAct('dismiss', '2026-10-02')])
  const ended = aFollowUp('housing', '2026-10-02', '2027-01-20')
  const after = [anAssessment('2026-12-15')]
  const toOther = anAct('adjust', '2027-02-01', { recipient: 'labourMarket' })
  const table: [string, Signal, SignalAct, string][] = [
    ['proposed', proposed, anAct('confirm', '2026-10-02'), 'confirmed'],
    ['proposed', proposed, toOther, 'confirmed'],
    ['proposed', proposed, anAct('dismiss', '2026-10-02'), 'dismissed'],
    ['proposed', proposed, anAct('acknowledge', '2026-10-02'), 'not-confirmed'],
    ['proposed', proposed, anAct('stop', '2027-02-01'), 'not-confirmed'],
    ['confirmed', confirmed, anAct('confirm', '2027-02-01'), 'already-answered'],
    ['confirmed', confirmed, toOther, 'confirmed'],
    ['confirmed', confirmed, anAct('dismiss', '2027-02-01'), 'already-answered'],
    ['confirmed', confirmed, anAct('acknowledge', '2027-02-01'), 'acknowledged'],
    ['confirmed', confirmed, anAct('stop', '2027-02-01'), 'ended'],
    ['acknowledged', acknowledged, anAct('confirm', '2027-02-01'), 'already-answered'],
    ['acknowledged', acknowledged, toOther, 'confirmed'],
    ['acknowledged', acknowledged, anAct('acknowledge', '2027-02-01'), 'already-acknowledged'],
    ['acknowledged', acknowledged, anAct('stop', '2027-02-01'), 'ended'],
    ...signalActs.map((kind): [string, Signal, SignalAct, string] => [
      'dismissed',
      dismissed,
      anAct(kind, '2027-02-01', { recipient: 'labourMarket' }),
      'dismissed',
    ]),
    ...signalActs.map((kind): [string, Signal, SignalAct, string] => [
      'ended',
      ended,
      anAct(kind, '2027-02-01', { recipient: 'labourMarket' }),
      'ended',
    ]),
  ]
  it.each(table.map(([state, signal, act, expected]) => ({ state, signal, act, expected, kind: act.kind })))(
    '$state, then $kind: $expected',
    ({ signal, act, expected }) => {
      const decision = actOn(signal, act, { done: after, today })
      expect(decision.granted ? decision.value.state : decision.reason).toBe(expected)
      if (signal === dismissed || signal === ended) expect(decision.granted).toBe(false)
    },
  )

  it('is dismissed, adjusted and stopped with a ground only', () => {
    for (const act of [anAct('dismiss', '2026-10-02', { ground: ' ' }), { ...toOther, ground: '' }])
      expect(tried(proposed, act)).toBe('no-ground')
    expect(tried(confirmed, anAct('stop', '2027-02-01', { ground: '' }), after)).toBe('no-ground')
  })

  it('is adjusted to the other recipient, who has to acknowledge it and has it from that day', () => {
    const decision = actOn(acknowledged, toOther, { done: [], today })
    expect(decision.granted && decision.value).toMatchObject({
      recipient: 'labourMarket',
      state: 'confirmed',
      fromOn: '2026-10-02',
      heldFrom: '2027-02-01',
      acknowledgedOn: null,
    })
    expect(tried(acknowledged, anAct('adjust', '2027-02-01', { recipient: 'housing' }))).toBe('same-recipient')
    expect(tried(acknowledged, anAct('adjust', '2027-02-01'))).toBe('same-recipient')
  })

  it('is acted on neither ahead of today nor before its last act', () => {
    expect(tried(confirmed, anAct('acknowledge', '2026-10-01'))).toBe('before-last-act')
    expect(tried(confirmed, anAct('acknowledge', '2026-10-02'))).toBe('acknowledged')
    expect(tried(confirmed, anAct('acknowledge', '2027-07-01'))).toBe('ahead')
  })

  it('lasts from the day it is confirmed to the day it is stopped, both included', () => {
    expect(['2026-10-01', '2026-10-02', '2027-01-20', '2027-01-21'].map((on) => lastsOn(ended, date(on)))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(lastsOn(proposed, date('2026-10-02'))).toBe(false)
  })

  it('of a youth who leaves ends with the last day there', () => {
    const left = (signal: Signal, on: string): Signal | string => {
      const decision = actOn(signal, anAct('leave', on, { ground: '' }), { done: [], today: date('2026-12-01') })
      return decision.granted ? decision.value : decision.reason
    }
    expect(left(confirmed, '2026-11-30')).toMatchObject({ state: 'ended', endedOn: '2026-11-30' })
    expect(left(acknowledged, '2026-09-15')).toMatchObject({ state: 'ended', endedOn: '2026-10-02' })
    expect(left(proposed, '2026-11-30')).toMatchObject({ state: 'dismissed', endedOn: null })
    expect(left(ended, '2027-03-01')).toBe('ended')
  })
})

describe('a stop', () => {
  const signal = aFollowUp('housing', '2026-10-02', null, { quarter: '2026-07-01' })
  const stop = (on: string, done: readonly DoneAssessment[], of = signal): string => tried(of, anAct('stop', on), done)
  it.each([
    ['2026-12-14', '2026-12-15', 'assessment-first'],
    ['2026-12-15', '2026-12-15', 'ended'],
    ['2027-03-01', '2026-12-15', 'ended'],
    ['2026-12-15', '2026-10-02', 'assessment-first'],
    ['2026-12-15', '2026-10-03', 'ended'],
  ])('on %s with the assessment of %s: %s', (on, assessed, expected) => {
    expect(stop(on, [anAssessment(assessed)])).toBe(expected)
  })

  it('waits for a later quarter than the one that gave the signal, however late that one was made', () => {
    const late = anAssessment('2026-10-05', {}, date('2026-07-01'))
    expect(stop('2026-12-01', [late])).toBe('assessment-first')
    expect(stop('2026-12-15', [late, anAssessment('2026-12-15')])).toBe('ended')
  })

  it('of a signal that was added waits for the first assessment after it, in the same quarter too', () => {
    const added = signalOf(
      {
        signalId: 'x',
        area: 'housing',
        recipient: 'housing',
        origin: { kind: 'added', ground: 'x' },
        instrumentVersion: 1,
        proposedOn: date('2026-11-01'),
      },
      [anAct('confirm', '2026-11-01')],
    )
    expect(stop('2026-12-01', [anAssessment('2026-10-20')], added)).toBe('assessment-first')
    expect(stop('2026-12-01', [anAssessment('2026-11-20')], added)).toBe('ended')
  })

  it('is allowed on a day exactly when an assessment of a later quarter was done after the first day and by that day', () => {
    const day = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(day, fc.array(day, { maxLength: 4 }), (at, assessed) => {
        const on = (n: number): string => new Date(Date.UTC(2026, 9, 2 + n)).toISOString().slice(0, 10)
        const done = assessed.toSorted((a, b) => a - b).map((n) => anAssessment(on(n)))
        expect(stop(on(at), done, signal)).toBe(
          assessed.some((n) => n > 0 && n <= at) && on(at) <= today ? 'ended' : on(at) > today ? 'ahead' : 'assessment-first',
        )
      }),
    )
  })

  it('says which assessment it goes by', () => {
    const done = [anAssessment('2026-12-15'), anAssessment('2027-03-15')]
    expect(assessmentAfter({ fromOn: date('2026-10-02'), origin: signal.origin }, done, today)?.assessedOn).toBe('2026-12-15')
  })
})

describe('no act', () => {
  it('opens again what is dismissed or ended, whatever is tried in whatever order', () => {
    const acts = fc.array(fc.constantFrom(...signalActs), { maxLength: 8 })
    fc.assert(
      fc.property(acts, (kinds) => {
        let signal = aSignal('housing', [], { proposedOn: '2026-10-01', quarter: '2026-07-01' })
        let wasOver = false
        for (const kind of kinds) {
          const recipient = signal.recipient === 'housing' ? 'labourMarket' : 'housing'
          const decision = actOn(signal, anAct(kind, '2026-12-20', { recipient }), { done: [anAssessment('2026-12-15')], today })
          if (decision.granted) signal = decision.value
          if (wasOver) expect(decision.granted).toBe(false)
          wasOver = !isOpen(signal)
          expect(signal.endedOn !== null).toBe(signal.state === 'ended')
          expect(signal.fromOn === null).toBe(signal.state === 'proposed' || signal.state === 'dismissed')
        }
      }),
    )
  })
})
