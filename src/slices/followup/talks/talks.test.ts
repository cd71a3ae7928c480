/** Who is called to a talk and when, and how it is held or cancelled. */
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { aFollowUp } from '../followup.testbed.ts'
import { followedOn, leftBehind, forgotten, mayCall, mayCancel, mayHold, notFollowed } from './talks.rules.ts'
import type { Talk } from './talks.types.ts'

const answerOf = (decision: { granted: boolean; reason?: string; value?: unknown }): unknown =>
  decision.granted ? (decision.value ?? 'granted') : decision.reason
describe('a call', () => {
  const signals = [aFollowUp('housing', '2026-10-01', '2026-12-20')]
  const everybody = [
    { actor: 'youth', actorId: null },
    { actor: 'trustee', actorId: 't' },
    { actor: 'housing', actorId: 'h' },
  ] as const
  type Call = Parameters<typeof mayCall>[0]
  const call = (of: Partial<Call> = {}, today = '2026-11-10', by = signals): unknown =>
    answerOf(
      mayCall(
        { on: date('2026-11-20'), invited: everybody, leftOut: [], ...of },
        { signals: by, recipient: 'housing', today: date(today) },
      ),
    )

  it('goes to the youth, the trustee and the housing staff, or says why one is left out', () => {
    expect(call()).toBe('granted')
    expect(call({ invited: everybody.slice(0, 1) })).toBe('actor-left-out')
    expect(forgotten({ invited: everybody.slice(0, 1), leftOut: [] })).toEqual(['trustee', 'housing'])
    expect(call({ invited: [everybody[0], everybody[2]], leftOut: [{ actor: 'trustee', why: 'Myndig sedan i maj.' }] })).toBe('granted')
    expect(call({ invited: [everybody[0], everybody[2]], leftOut: [{ actor: 'trustee', why: ' ' }] })).toBe('no-why')
    expect(call({ leftOut: [{ actor: 'trustee', why: 'Myndig.' }] })).toBe('twice')
    expect(call({ invited: [...everybody, { actor: 'school', actorId: 's' }] })).toBe('granted')
  })

  it.each([
    ['2026-11-09', 'passed'],
    ['2026-11-10', 'granted'],
    ['2027-02-10', 'granted'],
    ['2027-02-11', 'too-far'],
  ])('for %s, on 10 November: %s', (on, expected) => {
    expect(call({ on: date(on) })).toBe(expected)
  })

  it.each([
    ['2026-09-30', 'not-followed'],
    ['2026-10-01', null],
    ['2026-12-20', null],
    ['2026-12-21', 'ended'],
  ])('is made while the follow-up lasts; on %s: %j', (on, expected) => {
    expect(notFollowed(signals, 'housing', date(on))).toBe(expected)
    expect(notFollowed(signals, 'labourMarket', date(on))).toBe('not-followed')
    expect(followedOn(signals, 'housing', date(on))).toHaveLength(expected === null ? 1 : 0)
  })

  const talk: Talk = { talkId: 't', recipient: 'housing', on: date('2026-11-20'), state: 'called', version: 3 }
  it.each([
    ['2026-12-20', '2026-12-20', 'called', false],
    ['2026-12-21', '2026-12-20', 'called', true],
    ['2026-12-21', '2026-12-20', 'held', false],
    ['2026-12-21', '2026-12-20', 'cancelled', false],
    ['2026-12-21', '2026-12-22', 'called', false],
  ] as const)('for %s, asked on %s and %s, is left behind by a stop on 20 December: %s', (on, today, state, expected) => {
    const left = leftBehind([{ ...talk, on: date(on), state }], signals, date(today))
    expect(left).toHaveLength(expected ? 1 : 0)
  })

  it('is held once, on its day or after, with some of those who were called', () => {
    const hold = (of: Partial<Talk> = {}, came = ['h'], today = '2026-11-20', seen = 3): unknown =>
      answerOf(mayHold({ ...talk, ...of }, { seen, came, invited: ['y', 'h'], today: date(today) }))
    expect(hold()).toBe('granted')
    expect(hold({}, ['h'], '2026-11-19')).toBe('ahead')
    expect(hold({}, [])).toBe('nobody-came')
    expect(hold({}, ['x'])).toBe('not-called')
    expect(hold({ state: 'held' })).toBe('already-held')
    expect(hold({ state: 'cancelled' })).toBe('cancelled')
    expect(hold({}, ['h'], '2026-11-20', 2)).toBe('somebody-else-first')
  })

  it('is cancelled with a reason, before it is held', () => {
    expect(answerOf(mayCancel(talk, 3, 'Sjuk.'))).toBe('granted')
    expect(answerOf(mayCancel(talk, 3, ''))).toBe('no-why')
    expect(answerOf(mayCancel({ ...talk, state: 'held' }, 3, 'Sjuk.'))).toBe('already-held')
    expect(answerOf(mayCancel({ ...talk, state: 'cancelled' }, 3, 'Sjuk.'))).toBe('cancelled')
    expect(answerOf(mayCancel(talk, 1, 'Sjuk.'))).toBe('somebody-else-first')
  })
})
