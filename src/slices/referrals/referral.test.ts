/** Where a referral stands, the waiting clock and what may be done: edge days and properties. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { decideAnswer, decideOutcome, decideRevoke, isLive, mustBeTold, occupationBy, referralState, waitingOf } from './referral.rules.ts'
import { onTab } from './desk.rules.ts'
import { deskTabs, outcomeKinds, type ReferralFacts } from './referrals.types.ts'

const date = (text: string): PlainDate => text as PlainDate
const sentOn = date('2026-11-02')
const aReferral = (facts: Partial<ReferralFacts> = {}): ReferralFacts => ({
  sentOn,
  untilOn: date('2027-03-01'),
  openedOn: null,
  answer: null,
  answeredOn: null,
  rejectReason: null,
  revokedOn: null,
  withdrawnOn: null,
  endedOn: null,
  outcomes: [],
  isTold: false,
  isAcknowledged: false,
  ...facts,
})
const accepted = { openedOn: sentOn, answer: 'accepted', answeredOn: date('2026-11-10') } as const
const began = { kind: 'began', onDay: date('2026-11-16'), byReceiver: true } as const
const days = { answerDays: 14, outcomeDays: 60 }
const today = date('2026-11-20')

describe('the state', () => {
  it.each([
    ['sent', {}],
    ['opened', { openedOn: sentOn }],
    ['accepted', accepted],
    ['going', { ...accepted, outcomes: [began] }],
    ['rejected', { openedOn: sentOn, answer: 'rejected', answeredOn: sentOn, rejectReason: 'full' }],
    ['ended', { ...accepted, endedOn: today }],
    ['revoked', { ...accepted, revokedOn: today }],
    ['withdrawn', { ...accepted, withdrawnOn: today }],
    ['expired', { untilOn: date('2026-11-19') }],
    ['sent', { untilOn: today }],
    ['expired', { ...accepted, untilOn: date('2026-11-19') }],
    ['rejected', { answer: 'rejected', answeredOn: sentOn, rejectReason: 'full', untilOn: date('2026-11-19') }],
  ] as const)('is %s of %j', (state, facts) => {
    expect(referralState(aReferral(facts), today)).toBe(state)
  })
})

describe('the waiting clock', () => {
  it.each([
    ['the day it is sent', {}, sentOn, { waitsFor: 'answer', sinceOn: sentOn, days: 0, isLate: false }],
    ['the last day to answer', {}, date('2026-11-16'), { waitsFor: 'answer', sinceOn: sentOn, days: 14, isLate: false }],
    ['the day after', {}, date('2026-11-17'), { waitsFor: 'answer', sinceOn: sentOn, days: 15, isLate: true }],
    [
      'opened and never answered',
      { openedOn: sentOn },
      date('2026-12-02'),
      { waitsFor: 'answer', sinceOn: sentOn, days: 30, isLate: true },
    ],
    ['accepted', accepted, date('2026-11-20'), { waitsFor: 'outcome', sinceOn: accepted.answeredOn, days: 10, isLate: false }],
    ['accepted long ago', accepted, date('2027-01-10'), { waitsFor: 'outcome', sinceOn: accepted.answeredOn, days: 61, isLate: true }],
    ['begun', { ...accepted, outcomes: [began] }, date('2027-02-01'), null],
    ['withdrawn', { withdrawnOn: today }, today, null],
  ] as const)('%s', (_, facts, on, waiting) => {
    expect(waitingOf(aReferral(facts), on, days)).toEqual(waiting)
  })
})

describe('what may be done', () => {
  it('is answered once, while it lives', () => {
    expect(decideAnswer(aReferral(), today)).toEqual({ granted: true, value: null })
    expect(decideAnswer(aReferral(accepted), today)).toEqual({ granted: false, reason: 'answered' })
    for (const over of [{ withdrawnOn: today }, { revokedOn: today }, { untilOn: date('2026-11-19') }]) {
      expect(decideAnswer(aReferral(over), today)).toEqual({ granted: false, reason: 'over' })
      expect(decideRevoke(aReferral(over), today)).toEqual({ granted: false, reason: 'over' })
    }
  })

  it.each([
    [{}, 'began', '2026-11-16', 'not-accepted'],
    [accepted, 'began', '2026-11-21', 'outcome-ahead'],
    [accepted, 'began', '2026-11-01', 'outcome-before'],
    [accepted, 'began', '2026-11-20', null],
    [{ ...accepted, outcomes: [began] }, 'began', '2026-11-18', 'already-said'],
    [{ ...accepted, outcomes: [began] }, 'neverCame', '2026-11-18', 'has-begun'],
    [{ ...accepted, outcomes: [began] }, 'ended', '2026-11-15', 'outcome-before'],
    [{ ...accepted, outcomes: [began] }, 'endedToWork', '2026-11-18', null],
    [{ ...accepted, withdrawnOn: today }, 'began', '2026-11-18', 'over'],
  ] as const)('%j: %s on %s is %s', (facts, kind, onDay, reason) => {
    const decision = decideOutcome(aReferral(facts), { kind, onDay: date(onDay) }, today)
    expect(decision.granted ? null : decision.reason).toBe(reason)
  })

  it('receivers are told of what they have seen and is called back, and of nothing else', () => {
    expect(mustBeTold(aReferral({ withdrawnOn: today }))).toBe(false)
    expect(mustBeTold(aReferral({ openedOn: sentOn, withdrawnOn: today }))).toBe(true)
    expect(mustBeTold(aReferral({ openedOn: sentOn, revokedOn: today }))).toBe(true)
    expect(mustBeTold(aReferral({ openedOn: sentOn, revokedOn: today, isTold: true }))).toBe(false)
    expect(mustBeTold(aReferral(accepted))).toBe(false)
  })

  it('only what somebody does is an occupation', () => {
    expect(outcomeKinds.map(occupationBy)).toEqual(['other', null, 'work', 'studies', null])
  })

  it('nothing can be done with what does not live, on any day', () => {
    const aDay = fc.integer({ min: -40, max: 200 }).map((n) => dateOf(plusDays(dayOf(sentOn), n)))
    const maybe = fc.option(aDay)
    fc.assert(
      fc.property(maybe, maybe, maybe, aDay, fc.constantFrom(...outcomeKinds), (withdrawnOn, revokedOn, endedOn, on, kind) => {
        const facts = aReferral({ ...accepted, withdrawnOn, revokedOn, endedOn })
        if (isLive(facts, on)) return
        expect(decideAnswer(facts, on).granted).toBe(false)
        expect(decideRevoke(facts, on).granted).toBe(false)
        expect(decideOutcome(facts, { kind, onDay: sentOn }, on).granted).toBe(false)
        expect(waitingOf(facts, on, days)).toBe(null)
      }),
    )
  })
})

describe('the desk', () => {
  const told = aReferral({ openedOn: sentOn, withdrawnOn: today })
  const late = aReferral({ sentOn: date('2026-10-01') })
  const all = [aReferral(), late, aReferral(accepted), told, aReferral({ ...accepted, endedOn: today })]

  it('has each referral on one tab, the late ones first', () => {
    const on = deskTabs.map((tab) => onTab(all, tab, today, days))
    expect(on.flat()).toHaveLength(all.length)
    expect(on[0]).toEqual([late, aReferral()])
    expect(on[2]).toEqual([told])
  })
})
