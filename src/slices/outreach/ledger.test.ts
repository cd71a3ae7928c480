/** One of each value, what may be said of a way, and what was written read as a way. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readWay } from './ledger.forms.ts'
import { choiceVersion, maySay, onePerValue } from './ledger.rules.ts'
import { wayActs, type LedgerWay } from './ledger.types.ts'
import { wayKinds } from './outreach.types.ts'

const aWay = (given: Partial<LedgerWay> = {}): LedgerWay => ({
  id: 1,
  wayId: 'a',
  kind: 'phone',
  value: '+46701740605',
  source: 'school',
  sourceDetail: '',
  foundOn: '2026-11-01' as PlainDate,
  lastResult: null,
  lastResultAt: null,
  deadOn: null,
  cooldownUntil: null,
  version: 1,
  foundBy: 'prov',
  noAnswers: 0,
  hasWorked: false,
  said: [],
  endedAt: null,
  ...given,
})
const dead = { deadOn: '2026-11-14' as PlainDate, lastResult: 'dead', lastResultAt: '2026-11-14 10:00' } as const

describe('the ways of two merged records', () => {
  it.each([
    [
      'the same number, dead in one: dead',
      [aWay({ id: 1, lastResult: 'worked', lastResultAt: '2026-11-20 10:00' }), aWay({ id: 2, ...dead })],
      [2],
    ],
    [
      'the same number, alive in both: the latest news',
      [aWay({ id: 1 }), aWay({ id: 2, lastResult: 'noAnswer', lastResultAt: '2026-11-18 10:00' })],
      [2],
    ],
    [
      'the same address in other letters',
      [aWay({ id: 1, kind: 'email', value: 'A@example.org' }), aWay({ id: 2, kind: 'email', value: 'a@EXAMPLE.org' })],
      [1],
    ],
    ['two numbers', [aWay({ id: 1 }), aWay({ id: 2, value: '+46701740606' })], [1, 2]],
  ])('%s', (_, ways, ids) => {
    expect(onePerValue(ways).map(({ id }) => id)).toEqual(ids)
  })

  it('are one of each value, whatever they are, and a value that is dead anywhere is dead', () => {
    const way = fc.record({
      value: fc.constantFrom('+46701740605', '+46701740606'),
      isDead: fc.boolean(),
      at: fc.constantFrom(null, '2026-11-01', '2026-11-02'),
    })
    fc.assert(
      fc.property(fc.array(way), (given) => {
        const ways = given.map(({ value, isDead, at }, id) => aWay({ id, value, lastResultAt: at, deadOn: isDead ? dead.deadOn : null }))
        const shown = onePerValue(ways)
        expect(new Set(shown.map(({ value }) => value)).size).toBe(shown.length)
        expect(shown.length).toBe(new Set(ways.map(({ value }) => value)).size)
        for (const one of shown) expect(one.deadOn !== null).toBe(ways.some(({ value, deadOn }) => value === one.value && deadOn !== null))
      }),
    )
  })
})

describe('what may be said of a way', () => {
  it.each([
    ['dead', aWay(), 1, true],
    ['dead', aWay(dead), 1, 'already'],
    ['revived', aWay(dead), 1, true],
    ['revived', aWay(), 1, 'already'],
    ['removed', aWay(), 1, true],
    ['removed', aWay(dead), 1, true],
    ['removed', aWay({ version: 2 }), 1, 'stale'],
    ['dead', aWay({ ...dead, version: 2 }), 1, 'stale'],
  ] as const)('%s of %j seen as version %i: %s', (act, way, seen, answer) => {
    const decision = maySay(way, seen, act)
    expect(decision.granted ? true : decision.reason).toBe(answer)
  })

  it('is nothing twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wayActs), fc.boolean(), (act, isDead) => {
        const first = maySay(aWay(isDead ? dead : {}), 1, act)
        expect(first.granted || act !== 'removed').toBe(true)
      }),
    )
  })
})

describe('a way as it is written', () => {
  it.each([
    ['070-174 06 05', 'phone', 'phone +46701740605'],
    ['prov@example.org', 'phone', 'email prov@example.org'],
    ['mailto:prov@example.org', 'email', 'email prov@example.org'],
    ['prov', 'email', 'not-an-email'],
    ['a@b@example.org', 'email', 'not-an-email'],
    ['Provgatan 1,  123 45 Provstad', 'address', 'address Provgatan 1, 123 45 Provstad'],
    ['Provgatan 1\n123 45 Provstad', 'address', 'address Provgatan 1, 123 45 Provstad'],
    ['070-174 06 05', 'address', 'not-an-address'],
    ['', 'phone', 'not-a-number'],
  ] as const)('%j as %s: %s', (text, kind, expected) => {
    const read = readWay(text, kind)
    expect(read.granted ? `${read.value.kind} ${read.value.value}` : read.reason).toBe(expected)
  })

  it('is a value that the database takes, or a reason, whatever it is', () => {
    const patterns = { phone: /^\+[1-9][0-9]{6,14}$/, email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/, address: /^\S(.{0,298}\S)?$/u }
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.emailAddress(), fc.stringMatching(/^[+0-9 ()-]{0,20}$/)),
        fc.constantFrom(...wayKinds),
        (text, kind) => {
          const read = readWay(text, kind)
          expect(!read.granted || patterns[read.value.kind].test(read.value.value)).toBe(true)
        },
      ),
    )
  })
})

it('a choice is the same whichever order its channels were ticked in', () => {
  expect(choiceVersion({ lang: 'so', optOuts: ['sms', 'letter'] })).toBe(choiceVersion({ lang: 'so', optOuts: ['letter', 'sms'] }))
  expect(choiceVersion({ lang: 'so', optOuts: [] })).not.toBe(choiceVersion({ lang: 'sv', optOuts: [] }))
})
