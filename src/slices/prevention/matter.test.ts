/** What may be done with a matter, and when. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { askRefusal, closeRefusal, closingsOf, openRefusal, referRefusal, rosterOf, waitedDays, waitsForUs } from './matter.rules.ts'
import { closings, matterKinds, type AskedState, type Matter } from './prevention.types.ts'

const day = (text: string): PlainDate => text as PlainDate
const school = { code: '99990101', name: 'Provgymnasiet' }
const matter = (more: Partial<Matter> = {}): Matter => ({
  matterId: 'm',
  kind: 'complaint',
  school,
  openedOn: day('2026-11-02'),
  byName: 'Prov',
  referredOn: null,
  referredHow: null,
  asked: null,
  isEnrolled: true,
  closedOn: null,
  closing: null,
  ...more,
})
const asked = (state: AskedState) => ({ state, answer: null, sinceOn: null, askedOn: day('2026-11-04') })
const closed = { closedOn: day('2026-11-09'), closing: 'withdrawn' } as const

describe('opening', () => {
  const known = { schools: [school], isFollowed: true, matters: [] }
  it.each([
    ['at the school', '99990101', known, null],
    ['at another school', '99990102', known, 'not-enrolled'],
    ['of somebody whom nobody follows', '99990101', { ...known, isFollowed: false }, 'not-followed'],
    ['twice', '99990101', { ...known, matters: [matter()] }, 'open-already'],
    ['after the first was closed', '99990101', { ...known, matters: [matter(closed)] }, null],
    ['beside one of the other kind', '99990101', { ...known, matters: [matter({ kind: 'gone' })] }, null],
  ] as const)('%s', (_, code, of, expected) => expect(openRefusal('complaint', code, of)).toBe(expected))
})

describe('a complaint', () => {
  it('is referred once, and only while it is open', () => {
    expect(referRefusal(matter())).toBeNull()
    expect(referRefusal(matter({ referredOn: day('2026-11-03') }))).toBe('referred-already')
    expect(referRefusal(matter(closed))).toBe('closed-already')
    expect(referRefusal(matter({ kind: 'gone' }))).toBe('another-kind')
  })
  it('is taken over by a head who has been told', () => {
    expect(closeRefusal(matter(), 'headTakesOver')).toBe('not-referred')
    expect(closeRefusal(matter({ referredOn: day('2026-11-03') }), 'headTakesOver')).toBeNull()
    expect(closeRefusal(matter(), 'withdrawn')).toBeNull()
  })
})

describe('one who is gone', () => {
  it.each([
    [null, false, null],
    [asked('waiting'), false, 'asked-already'],
    [asked('opened'), false, 'asked-already'],
    [asked('answered'), false, 'asked-already'],
    [asked('expired'), false, null],
    [asked('revoked'), false, null],
    [null, true, 'protected'],
  ])('asked about: %j, protected: %s', (before, isProtected, expected) => {
    expect(askRefusal(matter({ kind: 'gone', asked: before }), isProtected)).toBe(expected)
    // The head is asked of a complaint by the same rule.
    expect(askRefusal(matter({ asked: before }), isProtected)).toBe(expected)
  })
  it('is asked about while the matter is open', () => expect(askRefusal(matter(closed), false)).toBe('closed-already'))

  it.each([
    [null, true, 'notSaid'],
    [null, false, 'sourceEnded'],
    ['no', true, 'notSaid'],
    ['yes', true, 'stillEnrolled'],
    ['yes', false, 'agrees'],
  ] as const)('the school says %s, a source has her enrolled: %s – %s', (answer, isEnrolled, expected) => {
    expect(rosterOf({ asked: answer === null ? null : { ...asked('answered'), answer }, isEnrolled })).toBe(expected)
  })
})

describe('the wait for the school', () => {
  it.each([
    ['nobody has told it', matter(), null],
    ['the head was told', matter({ referredOn: day('2026-11-03') }), 17],
    ['the head was told, and asked the day after', matter({ referredOn: day('2026-11-03'), asked: asked('opened') }), 16],
    ['it has answered', matter({ referredOn: day('2026-11-03'), asked: asked('answered') }), null],
    ['the question ran out', matter({ kind: 'gone', asked: asked('expired') }), 16],
    ['the matter is closed', matter({ referredOn: day('2026-11-03'), ...closed }), null],
  ] as const)('%s: %s days', (_, of, expected) => expect(waitedDays(of, day('2026-11-20'))).toBe(expected))
})

it('closes in a way of its own kind, and once', () => {
  fc.assert(
    fc.property(fc.constantFrom(...matterKinds), fc.constantFrom(...closings), fc.boolean(), (kind, closing, isReferred) => {
      const of = matter({ kind, referredOn: isReferred && kind === 'complaint' ? day('2026-11-03') : null })
      const refusal = closeRefusal(of, closing)
      expect(refusal === 'another-kind').toBe(!closingsOf(kind).includes(closing))
      expect(closeRefusal({ ...of, ...closed }, closing)).toBe('closed-already')
    }),
  )
})

describe('whose step is next', () => {
  it.each([
    ['ours, when nothing has been done', matter(), true],
    ['ours, while the head is told and nobody has said how it ended', matter({ referredOn: day('2026-11-03') }), true],
    ['the school’s, while it has a question', matter({ kind: 'gone', asked: asked('waiting') }), false],
    ['the school’s, when it has opened it', matter({ kind: 'gone', asked: asked('opened') }), false],
    ['ours, when it has answered', matter({ kind: 'gone', asked: asked('answered') }), true],
    ['ours, when the question ran out', matter({ kind: 'gone', asked: asked('expired') }), true],
    ['nobody’s, when it is closed', matter(closed), false],
  ] as const)('%s', (_, of, expected) => expect(waitsForUs(of)).toBe(expected))
})
