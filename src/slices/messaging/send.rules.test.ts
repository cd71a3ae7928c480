/** Whether a message is still to be sent, by which number, and when it is tried again. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { messageStates, type Message, type MessageState } from './message.types.ts'
import { cancelReason, minutesAfter, settledState, wayToUse } from './send.rules.ts'
import type { SendFacts, SendOutcome, SendWay } from './send.types.ts'

const today = date('2026-09-20')
const text: Pick<Message, 'channel' | 'templateKey'> = { channel: 'sms', templateKey: 'firstSms' }
const meeting: typeof text = { channel: 'sms', templateKey: 'meetingSms' }
const planCode: typeof text = { channel: 'sms', templateKey: 'planCodeSms' }
const letter: typeof text = { channel: 'letter', templateKey: 'firstLetter' }
const turning20: typeof text = { channel: 'letter', templateKey: 'turning20' }

const way = (given: Partial<SendWay> = {}): SendWay => ({
  id: 1,
  value: '+46701740605',
  deadOn: null,
  isEnded: false,
  cooldownUntil: null,
  lastResult: null,
  ...given,
})
const facts = (given: Partial<SendFacts> = {}): SendFacts => ({
  isProtected: false,
  isOptedOut: false,
  isCovered: true,
  hasDied: false,
  isRoundCancelled: false,
  way: way(),
  ways: [],
  ...given,
})

describe('when it is a message’s turn', () => {
  it.each([
    ['nothing stands in the way', {}, text, null],
    ['protected since it was queued', { isProtected: true }, text, 'protected'],
    ['protected, and a letter', { isProtected: true }, letter, 'protected'],
    ['protected, and a meeting agreed', { isProtected: true }, meeting, 'protected'],
    ['said no to the channel', { isOptedOut: true }, text, 'opted-out'],
    ['the round is cancelled', { isRoundCancelled: true }, text, 'round-cancelled'],
    ['no longer covered', { isCovered: false }, text, 'not-covered'],
    ['no longer covered, but a meeting is agreed', { isCovered: false }, meeting, null],
    ['no longer covered, by turning 20', { isCovered: false }, turning20, null],
    ['no longer covered, but a code was asked for', { isCovered: false }, planCode, null],
    ['a code was asked for, and texts said no to', { isOptedOut: true }, planCode, 'opted-out'],
    ['no longer alive, whatever was agreed', { isCovered: false, hasDied: true }, meeting, 'not-covered'],
    ['a dead number', { way: way({ deadOn: date('2026-09-19') }) }, text, 'dead-way'],
    ['a number taken out of the ledger', { way: way({ isEnded: true }) }, text, 'way-ended'],
    ['resting until tomorrow', { way: way({ cooldownUntil: date('2026-09-21'), lastResult: 'wrongPerson' }) }, text, 'cooling'],
    ['rested until today', { way: way({ cooldownUntil: date('2026-09-20'), lastResult: 'wrongPerson' }) }, text, null],
    ['no answer today, and a meeting agreed', { way: way({ cooldownUntil: date('2026-09-21'), lastResult: 'noAnswer' }) }, meeting, null],
    [
      'somebody else’s number, and a meeting',
      { way: way({ cooldownUntil: date('2026-09-21'), lastResult: 'wrongPerson' }) },
      meeting,
      'cooling',
    ],
    ['no number at all', { way: null }, text, 'no-way'],
    ['only a dead number to choose', { way: null, ways: [way({ deadOn: today })] }, text, 'no-way'],
    ['a number to choose', { way: null, ways: [way()] }, text, null],
    ['a letter needs no number', { way: null }, letter, null],
  ] as const)('%s', (_, given: Partial<SendFacts>, asked, reason) => {
    expect(cancelReason(facts(given), asked, today)).toBe(reason)
  })

  it('goes to nobody protected, whatever else is known', () => {
    const anything = fc.record({
      isOptedOut: fc.boolean(),
      isCovered: fc.boolean(),
      hasDied: fc.boolean(),
      isRoundCancelled: fc.boolean(),
      way: fc.constantFrom(null, way(), way({ deadOn: today })),
    })
    fc.assert(
      fc.property(anything, fc.constantFrom(text, meeting, planCode, letter, turning20), (given, asked) => {
        expect(cancelReason(facts({ ...given, isProtected: true }), asked, today)).toBe('protected')
      }),
    )
  })
})

describe('the number', () => {
  it('that it was queued with is used, and no other', () => {
    expect(wayToUse(facts({ way: way({ id: 7 }), ways: [way({ id: 8, lastResult: 'worked' })] }), text, today)?.id).toBe(7)
  })

  it.each([
    ['one that has worked before one that nobody has tried', [way({ id: 1 }), way({ id: 2, lastResult: 'worked' })], 2],
    ['one that nobody has tried before one that did not answer', [way({ id: 1, lastResult: 'noAnswer' }), way({ id: 2 })], 2],
    ['the one found last of equals', [way({ id: 3 }), way({ id: 4 })], 3],
    ['never a dead one', [way({ id: 1, deadOn: today, lastResult: 'delivered' }), way({ id: 2, lastResult: 'failed' })], 2],
  ])('is %s', (_, ways, id) => {
    expect(wayToUse(facts({ way: null, ways }), text, today)?.id).toBe(id)
  })
})

describe('a channel that is down', () => {
  it('is tried after 1, 5, 30 and 120 minutes, and then no more', () => {
    expect([1, 2, 3, 4, 5, 6].map(minutesAfter)).toEqual([1, 5, 30, 120, null, null])
  })
})

const sent: SendOutcome = { kind: 'sent', providerId: 's1' }
const failed: SendOutcome = { kind: 'failed', problem: 'refused:x' }
const down: SendOutcome = { kind: 'down', problem: 'channel-down' }
const held: SendOutcome = { kind: 'held', problem: 'folder-full', afterMinutes: 5 }
const unsure: SendOutcome = { kind: 'unsure', problem: 'no-answer' }

describe('where a message stands after its handing over', () => {
  it.each([
    [sent, 1, 'sent'],
    [failed, 1, 'failed'],
    [down, 1, 'queued'],
    [down, 4, 'queued'],
    [down, 5, 'failed'],
    [held, 9, 'queued'],
    [unsure, 1, 'unsure'],
  ] as const)('%j after %i tries: %s', (outcome, tries, state) => {
    expect(settledState('sending', tries, outcome)).toBe(state)
  })

  it('is what its provider said meanwhile, when it did', () => {
    for (const outcome of [failed, down, held, unsure]) {
      for (const said of ['sent', 'delivered', 'failed'] as const) expect(settledState(said, 1, outcome)).toBe(said)
    }
    expect(settledState('delivered', 1, sent)).toBe('delivered')
    expect(settledState('failed', 1, sent)).toBe('failed')
  })

  it('is never back in the queue unless the message is certain not to have left', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...messageStates),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(sent, failed, unsure),
        (state, tries, outcome) => {
          expect(settledState(state, tries, outcome) === 'queued').toBe(state === 'queued' && outcome !== sent)
        },
      ),
    )
  })

  it('is sent for one that was doubted, when word comes after all', () => {
    const doubted: MessageState[] = ['unsure', 'queued', 'sending']
    expect(doubted.map((state) => settledState(state, 1, sent))).toEqual(['sent', 'sent', 'sent'])
  })
})
