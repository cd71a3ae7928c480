/** Who may be offered, shown, answered about and sent: tables with edge days. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { goesBackOn, isTheirs, mayAnswer, mayBeSent, receiverOf } from './offer.rules.ts'
import type { Mover, Residence } from './transfers.types.ts'

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
  const here = { residence: { at: 'here' } as const, isSeen: true }

  it('is shown and accepted about residents whom the reader may see only', () => {
    expect([
      isTheirs(here),
      isTheirs({ ...here, isSeen: false }),
      isTheirs({ residence: { at: 'hidden' }, isSeen: true }),
      isTheirs({ residence: there, isSeen: true }),
      isTheirs(null),
    ]).toEqual([true, false, false, false, false])
  })

  it('is answered once, and not when it was taken back', () => {
    const asked = (isAnswered: boolean, isWithdrawn: boolean, claimed: Parameters<typeof isTheirs>[0] = here) => {
      const decision = mayAnswer({ isAnswered, isWithdrawn }, claimed)
      return decision.granted ? 'yes' : decision.reason
    }
    expect([asked(false, false), asked(true, false), asked(false, true), asked(true, true), asked(false, false, null)]).toEqual([
      'yes',
      'answered',
      'withdrawn',
      'withdrawn',
      'not-here',
    ])
  })

  it('goes back by itself when the register has had its time', () => {
    expect([goesBackOn(day('2026-11-26'), 30), goesBackOn(day('2024-02-28'), 1)]).toEqual(['2026-12-26', '2024-02-29'])
  })
})
