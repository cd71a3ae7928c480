/** What may be planned, with whom, and what may be done with a round as it goes. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { isRight, isToDeliver, mayVisit, needsCard, saysAnotherTime } from './announce.rules.ts'
import { readTime } from './plan.forms.ts'
import { isInRound, mayBecome, mayCancel, mayClose, maySeeAll, partIn, problemsOf, type RoundWish } from './plan.rules.ts'
import { blank } from './visits.testbed.ts'
import { roundStates, type Card, type RoundState, type StaffChoice } from './visits.types.ts'

const colleague = (id: string, role = 'counsellor', unitId: number | null = 1): StaffChoice => ({ id, name: id, roles: [role], unitId })
const staff = [
  colleague('anna'),
  colleague('bo'),
  colleague('cia'),
  colleague('sys', 'systemCoordinator'),
  colleague('nya', 'borttagen roll'),
]
// A Thursday.
const facts = { today: date('2026-11-26'), now: '12:00', staff }
const wish: RoundWish = {
  on: date('2026-11-26'),
  area: 'Lövsta',
  districtId: null,
  startsAt: '13:00',
  endsAt: '16:00',
  first: 'anna',
  second: 'bo',
  watch: 'cia',
}
const problems = (more: Partial<RoundWish>, now = '12:00') =>
  problemsOf({ ...wish, ...more }, { ...facts, now }).map(({ field, problem }) => `${field} ${problem}`)

describe('a round', () => {
  it('with two who go and a third who watches can be planned', () => {
    expect(problems({})).toEqual([])
  })

  it.each<[string, Partial<RoundWish>]>([
    ['on past', { on: date('2026-11-25') }],
    ['on not-a-working-day', { on: date('2026-11-28') }],
    ['on not-a-working-day', { on: date('2026-11-29') }],
    ['on not-a-working-day', { on: date('2026-12-25') }],
    ['on too-far-ahead', { on: date('2027-05-31') }],
    ['startsAt too-early', { startsAt: '06:59' }],
    ['endsAt too-late', { endsAt: '21:01' }],
    ['endsAt ends-before-it-starts', { endsAt: '13:00' }],
    ['endsAt ends-before-it-starts', { endsAt: '12:59' }],
    ['second two-are-needed', { second: 'anna' }],
    ['watch watch-stays-behind', { watch: 'anna' }],
    ['watch watch-stays-behind', { watch: 'bo' }],
    ['first not-a-colleague', { first: '' }],
    ['second not-a-colleague', { second: 'okänd' }],
    ['watch not-a-colleague', { watch: 'sys' }],
    ['watch not-a-colleague', { watch: 'nya' }],
  ])('cannot be planned: %s', (problem, more) => {
    expect(problems(more)).toEqual([problem])
  })

  it.each([
    ['2026-11-26', '07:00', '21:00', []],
    ['2027-05-28', '13:00', '16:00', []],
  ])('may be as early, late and far ahead as %s %s–%s', (on, startsAt, endsAt, found) => {
    expect(problems({ on: date(on), startsAt, endsAt })).toEqual(found)
  })

  it('of today has not ended yet', () => {
    expect([problems({}, '15:59'), problems({}, '16:00')]).toEqual([[], ['on over-already']])
  })

  it('is never planned with fewer than three people', () => {
    const id = fc.constantFrom('anna', 'bo', 'cia', '')
    fc.assert(
      fc.property(id, id, id, (first, second, watch) => {
        const whole = new Set([first, second, watch].filter((one) => one !== '')).size === 3
        expect(problems({ first, second, watch }).length === 0).toBe(whole)
      }),
    )
  })
})

describe('those who go', () => {
  it.each([
    ['of the youth’s unit', [colleague('a'), colleague('b')], 1, true],
    ['one of another unit', [colleague('a'), colleague('b', 'counsellor', 2)], 1, false],
    ['a coordinator sees the whole municipality', [colleague('a', 'coordinator', null), colleague('b')], 1, true],
    ['a youth without a unit is seen by nobody bound to one', [colleague('a', 'coordinator'), colleague('b')], null, false],
    ['a youth without a unit, two coordinators', [colleague('a', 'coordinator'), colleague('b', 'coordinator')], null, true],
  ])('%s', (_, visitors, unit, sees) => {
    expect(maySeeAll(visitors, unit)).toBe(sees)
  })
})

describe('a state', () => {
  const allowed = 'planned>underWay planned>done planned>cancelled underWay>done'.split(' ')
  it.each(roundStates.flatMap((from) => roundStates.map((to): [RoundState, RoundState] => [from, to])))('from %s to %s', (from, to) => {
    expect(mayBecome(from, to)).toBe(allowed.includes(`${from}>${to}`))
  })
})

describe('ending a round', () => {
  const reached = { checkedInAt: 1, checkedOutAt: 2, result: 'reached', note: '' } as const
  const notMade = { ...blank, result: 'notMade' } as const
  const inside = { ...blank, checkedInAt: 1 }
  const insideWithResult = { ...reached, checkedOutAt: null }

  it.each([
    ['every visit has a result', 'underWay', [reached, notMade], 0, 'granted'],
    ['nobody went anywhere', 'planned', [notMade], 0, 'granted'],
    ['a visit has none', 'underWay', [reached, blank], 0, 'visits-without-result'],
    ['somebody is inside', 'underWay', [reached, inside], 0, 'somebody-is-inside'],
    ['somebody is inside with a result', 'underWay', [insideWithResult], 0, 'somebody-is-inside'],
    ['a difference waits', 'underWay', [reached], 1, 'open-differences'],
    ['it is over', 'done', [reached], 0, 'already-over'],
    ['it was cancelled', 'cancelled', [], 0, 'already-over'],
  ] as const)('closing when %s', (_, state, stops, conflicts, answer) => {
    const decision = mayClose({ state }, stops, conflicts)
    expect(decision.granted ? 'granted' : decision.reason).toBe(answer)
  })

  it.each([
    ['nothing has happened', 'planned', [blank, blank], 'granted'],
    ['there are no visits', 'planned', [], 'granted'],
    ['somebody has been somewhere', 'underWay', [reached, blank], 'under-way'],
    ['somebody wrote a note', 'planned', [{ ...blank, note: 'x' }], 'under-way'],
    ['it is over', 'done', [reached], 'already-over'],
  ] as const)('cancelling when %s', (_, state, stops, answer) => {
    const decision = mayCancel({ state }, stops)
    expect(decision.granted ? 'granted' : decision.reason).toBe(answer)
  })
})

it.each([
  ['anna', 'goes'],
  ['bo', 'goes'],
  ['cia', 'watches'],
  ['dan', null],
])('%s %s', (id, part) => {
  const member = (one: string) => ({ id: one, name: one, phone: null, isReachable: true })
  expect(partIn({ first: member('anna'), second: member('bo'), watch: member('cia') }, id)).toBe(part)
})

it.each([
  ['12:59', false],
  ['13:00', true],
  ['15:59', true],
  ['16:00', false],
])('a time of %s lies in a round from 13 to 16: %s', (time, isIn) => {
  expect(isInRound(wish, time)).toBe(isIn)
})

it.each([
  ['9:30', '09:30'],
  ['09.30', '09:30'],
  ['0930', '09:30'],
  ['23:59', '23:59'],
  [' 7:05 ', '07:05'],
  ['24:00', null],
  ['9:60', null],
  ['930', '09:30'],
  ['9', null],
  ['', null],
  ['nio', null],
])('a time written %j is %s', (text, time) => {
  expect(readTime(text)).toBe(time)
})

describe('the card before the visit', () => {
  const on = date('2026-11-26')
  const card = (more: Partial<Card> = {}): Card => ({ cardId: 'x', visitDay: on, visitTime: '13:00', deliveredOn: null, ...more })

  it.each([
    ['announced', { isAnnounced: true, card: null }, 'granted'],
    ['no card', { isAnnounced: false, card: null }, 'no-card'],
    ['printed', { isAnnounced: false, card: card() }, 'card-not-delivered'],
    [
      'delivered for another day',
      { isAnnounced: false, card: card({ visitDay: date('2026-11-25'), deliveredOn: on }) },
      'card-of-another-day',
    ],
    ['printed for another day', { isAnnounced: false, card: card({ visitDay: date('2026-11-27') }) }, 'card-of-another-day'],
  ])('%s', (_, stop, answer) => {
    const decision = mayVisit(on, stop)
    expect(decision.granted ? 'granted' : decision.reason).toBe(answer)
  })

  it.each([
    [null, '13:00', { needs: true, deliver: false, other: false }],
    [null, null, { needs: false, deliver: false, other: false }],
    [card(), '13:00', { needs: false, deliver: true, other: false }],
    [card(), '13:20', { needs: true, deliver: true, other: false }],
    [card({ visitDay: date('2026-11-25') }), '13:00', { needs: true, deliver: false, other: false }],
    [card({ deliveredOn: on }), '13:00', { needs: false, deliver: false, other: false }],
    [card({ deliveredOn: on }), '13:20', { needs: true, deliver: false, other: true }],
  ])('a card %j and a visit at %s', (given, plannedAt, { needs, deliver, other }) => {
    const stop = { card: given, plannedAt }
    expect([needsCard({ on }, stop), isToDeliver({ on }, stop), saysAnotherTime({ on }, stop)]).toEqual([needs, deliver, other])
    expect(isRight(given, on, plannedAt) && needs).toBe(false)
  })
})
