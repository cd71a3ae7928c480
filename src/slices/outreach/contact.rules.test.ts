/** What a logged contact is judged to be: attempts and reaches, numbers that may be called, times, agreements. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { channels, outcomes, type Outcome } from '../ladder/index.ts'
import { allOutcomesOf, canCome, effectOf, judged, outcomesOf, wayKindOf } from './contact.rules.ts'
import { directions, type ContactDraft, type ContactProblem, type KnownThen } from './contact.types.ts'
import type { Way } from './outreach.types.ts'

const date = (text: string) => text as PlainDate
const aWay = (given: Partial<Way> = {}): Way => ({
  ...{ id: 1, wayId: 'mobil', kind: 'phone', value: '+46701740605', source: 'school', sourceDetail: '', foundOn: date('2026-11-01') },
  ...{ lastResult: null, lastResultAt: null, deadOn: null, cooldownUntil: null, version: 1 },
  ...given,
})
const dead = aWay({ id: 2, wayId: 'dött', lastResult: 'dead', lastResultAt: '2026-11-14 10:15', deadOn: date('2026-11-14') })
const mail = aWay({ id: 3, wayId: 'post', kind: 'email', value: 'prov@example.com' })

const call: ContactDraft = {
  ...{ channel: 'phone', direction: 'weContacted', outcome: 'noAnswer', on: null, minute: null, wayId: 'mobil', secondStaffId: null },
  ...{ occupation: null, nextStep: null, nextOn: null, department: null, note: '', noteKept: [] },
}
const known: KnownThen = {
  now: { on: date('2026-11-20'), minute: 600 },
  by: 'amina',
  bornOn: date('2009-04-12'),
  isFollowed: true,
  ways: [aWay(), dead, mail],
  colleagues: ['amina', 'erik'],
  departments: ['education'],
}
const judge = (draft: Partial<ContactDraft>, then: Partial<KnownThen> = {}) => judged({ ...call, ...draft }, { ...known, ...then })

describe('attempt and reach', () => {
  it.each([
    ['phone', 'weContacted', 'noAnswer', true, false],
    ['phone', 'weContacted', 'reached', true, true],
    ['phone', 'weContacted', 'declined', true, true],
    ['phone', 'weContacted', 'someoneElse', true, false],
    ['phone', 'youthContacted', 'reached', false, true],
    ['letter', 'weContacted', 'sent', true, false],
    ['letter', 'youthContacted', 'replied', false, true],
    ['visitCard', 'youthContacted', 'replied', false, true],
    ['socialMedia', 'weContacted', 'replied', true, true],
    ['partner', 'weContacted', 'informed', true, false],
    ['school', 'weContacted', 'informed', true, false],
    ['homeVisit', 'weContacted', 'notHome', true, false],
  ] as const)('%s, %s: %s', (channel, direction, outcome, attempted, reached) => {
    expect(effectOf(channel, outcome, direction)).toEqual({ granted: true, value: { attempted, reached } })
  })

  it.each([
    ['phone', 'weContacted', 'sent', 'not-of-the-channel'],
    ['letter', 'weContacted', 'noAnswer', 'not-of-the-channel'],
    ['letter', 'weContacted', 'replied', 'not-of-the-channel'],
    ['phone', 'youthContacted', 'noAnswer', 'not-incoming'],
    ['homeVisit', 'youthContacted', 'reached', 'not-incoming'],
    ['school', 'youthContacted', 'informed', 'not-incoming'],
  ] as const)('%s, %s: %s is refused', (channel, direction, outcome, reason) => {
    expect(effectOf(channel, outcome, direction)).toEqual({ granted: false, reason })
  })

  it('is always one of them, and only what we began is an attempt', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...channels),
        fc.constantFrom(...outcomes),
        fc.constantFrom(...directions),
        (channel, outcome, direction) => {
          const effect = effectOf(channel, outcome, direction)
          const offered = outcomesOf(channel, direction).includes(outcome)
          expect(effect.granted).toBe(offered)
          if (!effect.granted) return
          expect(effect.value.attempted).toBe(direction === 'weContacted')
          expect(effect.value.attempted || effect.value.reached).toBe(true)
          expect(effect.value.reached).toBe(['reached', 'declined', 'replied'].includes(outcome))
        },
      ),
    )
  })

  it('is never delivered by hand', () => {
    const offered = new Set<Outcome>(channels.flatMap((channel) => allOutcomesOf(channel)))
    expect(outcomes.filter((outcome) => !offered.has(outcome))).toEqual(['delivered'])
    expect(channels.filter((channel) => !canCome(channel))).toEqual(['homeVisit', 'partner', 'school'])
  })
})

describe('the number that was used', () => {
  const at = (on: string, minute: number) => ({ on: date(on), minute })
  it.each<[string, Partial<ContactDraft>, ContactProblem | null]>([
    ['a live number is called', {}, null],
    ['a number that is not in the ledger', { wayId: null }, null],
    ['a dead number is not called', { wayId: 'dött' }, 'dead-number'],
    ['nor texted', { channel: 'sms', outcome: 'sent', wayId: 'dött' }, 'dead-number'],
    ['nor called afterwards at the minute it died', { wayId: 'dött', ...at('2026-11-14', 615) }, 'dead-number'],
    ['a call the minute before may be written', { wayId: 'dött', ...at('2026-11-14', 614) }, null],
    ['the youth can call from a number we held for dead', { wayId: 'dött', direction: 'youthContacted', outcome: 'reached' }, null],
    ['somebody else’s entry', { wayId: 'grannens' }, 'unknown-way'],
    ['a call by e-mail address', { wayId: 'post' }, 'unknown-way'],
    ['mail to an address', { channel: 'email', outcome: 'sent', wayId: 'post' }, null],
    ['a dead number has a name', { outcome: 'deadNumber', wayId: null }, 'number-missing'],
    ['a wrong number too', { outcome: 'wrongNumber', wayId: null }, 'number-missing'],
    ['the school has no number here', { channel: 'school', outcome: 'informed', wayId: 'mobil' }, 'unknown-way'],
  ])('%s', (_, draft, problem) => {
    const decision = judge(draft)
    expect(decision.granted ? null : decision.reason).toBe(problem)
  })

  it('has a kind for each channel that needs one', () => {
    expect(channels.map((channel) => wayKindOf(channel))).toEqual([
      ...['address', 'phone', 'phone', 'email', 'address', 'address'],
      ...[null, null, null, null],
    ])
  })
})

describe('what else is wrong with a draft', () => {
  const reached = { outcome: 'reached' } as const
  const visit = { channel: 'homeVisit', outcome: 'reached', wayId: null } as const
  it.each<[string, Partial<ContactDraft>, Partial<KnownThen>, ContactProblem | null]>([
    ['before the youth was born', { on: date('2009-04-11'), minute: 0 }, {}, 'before-birth'],
    ['on the day of birth', { on: date('2009-04-12'), minute: 0 }, {}, null],
    ['birthday not known', { on: date('2009-04-11'), minute: 0 }, { bornOn: null }, null],
    ['somebody the register is not about', {}, { isFollowed: false }, 'not-followed'],
    ['a visit by one', visit, {}, 'two-needed'],
    ['a visit by the same twice', { ...visit, secondStaffId: 'amina' }, {}, 'two-needed'],
    ['a visit with a stranger', { ...visit, secondStaffId: 'okänd' }, {}, 'two-needed'],
    ['a visit by two', { ...visit, secondStaffId: 'erik' }, {}, null],
    ['an occupation nobody said', { occupation: 'work' }, {}, 'occupation-unheard'],
    ['an occupation the youth said', { ...reached, occupation: 'work' }, {}, null],
    ['support nobody chose', { department: 'education' }, {}, 'support-unheard'],
    ['support that is not offered', { ...reached, department: 'moon' }, {}, 'unknown-department'],
    ['support that was chosen', { ...reached, department: 'education' }, {}, null],
    ['a day without a step', { nextOn: date('2026-11-24') }, {}, 'step-missing'],
    ['a step without a day', { nextStep: 'call' }, {}, null],
    ['a step yesterday', { nextStep: 'call', nextOn: date('2026-11-19') }, {}, 'next-day-passed'],
    ['a step today', { nextStep: 'call', nextOn: date('2026-11-20') }, {}, null],
    ['a step in two years', { nextStep: 'call', nextOn: date('2028-11-20') }, {}, null],
    ['a step after that', { nextStep: 'call', nextOn: date('2028-11-21') }, {}, 'next-day-too-far'],
    ['tomorrow', { on: date('2026-11-21') }, {}, 'in-the-future'],
  ])('%s', (_, draft, then, problem) => {
    const decision = judge(draft, then)
    expect(decision.granted ? null : decision.reason).toBe(problem)
  })
})
