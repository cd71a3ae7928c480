/** Who may be offered, shown, answered about and sent: tables with edge days. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { goesBackOn, isSilent, mayAnswer, mayBeSent, mayClose, receiverOf } from './offer.rules.ts'
import type { Closing, IncomingState, Mover, OutgoingState, Residence } from './transfers.types.ts'

const day = (text: string): PlainDate => text as PlainDate
const today = day('2026-11-26')
const there: Residence = { at: 'elsewhere', municipality: '1480' }
const mover = (more: Partial<Mover> = {}): Mover => ({
  residence: there,
  isProtected: false,
  turns20On: day('2028-03-14'),
  hasNumber: true,
  ...more,
})

describe('an offer', () => {
  it.each<[string, Partial<Mover>, string]>([
    ['moved away', {}, '1480'],
    ['lives here', { residence: { at: 'here' } }, 'stillHere'],
    ['has left the country', { residence: { at: 'gone' } }, 'nowhere'],
    ['is not in the population register', { residence: { at: 'unknown' } }, 'nowhere'],
    ['is protected', { isProtected: true }, 'protected'],
    ['is protected and lives here', { isProtected: true, residence: { at: 'here' } }, 'protected'],
    ['is not said where hen lives', { residence: { at: 'hidden' } }, 'protected'],
    ['turns 20 tomorrow', { turns20On: day('2026-11-27') }, '1480'],
    ['turns 20 today', { turns20On: today }, 'turned20'],
    ['has no birthday', { turns20On: null }, 'turned20'],
    ['has an interim number', { hasNumber: false }, 'noNumber'],
  ])('about somebody who %s', (_, more, answer) => {
    const decision = receiverOf(mover(more), today)
    expect(decision.granted ? decision.value : decision.reason).toBe(answer)
  })
})

describe('what was accepted', () => {
  it.each<[string, Partial<Mover>, string, string]>([
    ['is sent where the register says', {}, '1480', 'sent'],
    ['is not sent when two municipalities claim the youth', { residence: { at: 'elsewhere', municipality: '0581' } }, '1480', 'notThere'],
    ['is not sent when hen has moved back', { residence: { at: 'here' } }, '1480', 'stillHere'],
    ['is not sent when hen has been protected since', { isProtected: true }, '1480', 'protected'],
    ['is not sent when hen has left the country', { residence: { at: 'gone' } }, '1480', 'notThere'],
    ['is not sent after 20', { turns20On: today }, '1480', 'turned20'],
  ])('%s', (_, more, to, answer) => {
    const decision = mayBeSent(mover(more), to, today)
    expect(decision.granted ? 'sent' : decision.reason).toBe(answer)
  })

  it('is sent to the one municipality that could be offered, and to no other', () => {
    fc.assert(
      fc.property(fc.constantFrom('1480', '0581', '0180'), fc.boolean(), fc.constantFrom('1480', '0581'), (to, isProtected, at) => {
        const who = mover({ isProtected, residence: { at: 'elsewhere', municipality: at } })
        expect(mayBeSent(who, to, today).granted).toBe(!isProtected && to === at)
      }),
    )
  })
})

describe('an offer that came', () => {
  it.each<[IncomingState, string]>([
    ['waiting', 'yes'],
    ['accepted', 'answered'],
    ['received', 'answered'],
    ['wiped', 'answered'],
    ['refused', 'answered'],
    ['withdrawn', 'withdrawn'],
    ['notComing', 'withdrawn'],
  ])('that is %s is answered: %s', (state, answer) => {
    const decision = mayAnswer(state)
    expect(decision.granted ? 'yes' : decision.reason).toBe(answer)
  })

  it('is over by itself when the receiver has had its time, and is seen before that', () => {
    expect([goesBackOn(day('2026-11-26')), goesBackOn(day('2024-01-30'))]).toEqual(['2026-12-26', '2024-02-29'])
    const silent = (state: OutgoingState, deliveredOn: string | null) =>
      isSilent({ state, deliveredOn: deliveredOn === null ? null : day(deliveredOn) }, today)
    expect([
      silent('offered', '2026-11-13'),
      silent('offered', '2026-11-12'),
      silent('accepted', '2026-11-01'),
      silent('waiting', null),
    ]).toEqual([false, true, false, false])
  })
})

describe('how a move ended', () => {
  const said = (lastState: OutgoingState | null, outcome: Closing, isToHandOver = true): string => {
    const decision = mayClose({ isToHandOver, lastState }, outcome)
    return decision.granted ? 'yes' : decision.reason
  }

  it.each<[Closing, OutgoingState | null, string]>([
    ['nobodyTookOver', null, 'not-asked'],
    ['nobodyTookOver', 'offered', 'offer-open'],
    ['nobodyTookOver', 'withdrawn', 'not-asked'],
    ['nobodyTookOver', 'refused', 'yes'],
    ['nobodyTookOver', 'unanswered', 'yes'],
    ['nobodyTookOver', 'withheld', 'yes'],
    ['otherRoad', null, 'yes'],
    ['otherRoad', 'waiting', 'offer-open'],
    ['otherRoad', 'accepted', 'offer-open'],
    ['nothingNeeded', 'refused', 'yes'],
  ])('as %s, the last offer being %s: %s', (outcome, lastState, answer) => {
    expect(said(lastState, outcome)).toBe(answer)
  })

  it('is said only of somebody who has moved and is not handed over', () => {
    expect(said(null, 'otherRoad', false)).toBe('not-moved')
  })
})
