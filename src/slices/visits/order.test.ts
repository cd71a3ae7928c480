/** The order of addresses, moving in it, and times over a round. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byAddress, compareAddresses, minuteOf, moved, readAddress, spreadTimes, timeOf } from './order.rules.ts'

const at = (street: string, postalCode = '123 45') => ({ street, postalCode, locality: 'Provstad' })
const streets = (given: readonly string[]): string[] => byAddress(given.map((street) => at(street))).map(({ street }) => street)

describe('an address', () => {
  it.each([
    ['Storgatan 2', 'Storgatan', 2, '', ''],
    ['Storgatan 10 B', 'Storgatan', 10, 'B', ''],
    ['Storgatan 10B', 'Storgatan', 10, 'B', ''],
    ['  Storgatan   10  B lgh 1101', 'Storgatan', 10, 'B', 'lgh 1101'],
    ['1:a Långgatan 12 2 tr', '1:a Långgatan', 12, '', '2 tr'],
    ['Östra Vägen 7 nb', 'Östra Vägen', 7, '', 'nb'],
    ['Lillgården', 'Lillgården', 0, '', ''],
    ['', '', 0, '', ''],
    ['Box 1234', 'Box', 1234, '', ''],
  ])('%s is read as street, number, letter and the rest', (street, name, number, letter, rest) => {
    expect(readAddress(street)).toEqual({ street: name, number, letter, rest })
  })

  it('comes in the order people walk: numbers as numbers, Swedish letters last', () => {
    expect(
      streets(['Östgatan 1', 'Storgatan 10', 'Storgatan 2', 'Ågatan 3', 'Storgatan 10 B', 'storgatan 10 a', 'Älvgatan 9', 'Storgatan']),
    ).toEqual(['Storgatan', 'Storgatan 2', 'Storgatan 10', 'storgatan 10 a', 'Storgatan 10 B', 'Ågatan 3', 'Älvgatan 9', 'Östgatan 1'])
  })

  it('with the same street in two places is told apart by the postal code', () => {
    const order = byAddress([at('Storgatan 1', '543 21'), at('Storgatan 1', '123 45')])
    expect(order.map(({ postalCode }) => postalCode)).toEqual(['123 45', '543 21'])
  })

  const someAddress = fc.record({
    street: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('Ågatan 1', 'ågatan 01', 'Ågatan 1 lgh 2', 'Ågatan 1A', 'Ågatan 11')),
    postalCode: fc.constantFrom('123 45', '12345', ''),
    locality: fc.constant('Provstad'),
  })

  it('is compared in one way only, whatever it says', () => {
    fc.assert(
      fc.property(someAddress, someAddress, someAddress, (a, b, c) => {
        expect(Math.sign(compareAddresses(a, b)) + Math.sign(compareAddresses(b, a))).toBe(0)
        if (compareAddresses(a, b) <= 0 && compareAddresses(b, c) <= 0) expect(compareAddresses(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('ordered twice is ordered once, and nobody is lost', () => {
    fc.assert(
      fc.property(fc.array(someAddress, { maxLength: 12 }), (given) => {
        const once = byAddress(given)
        expect(byAddress(once)).toEqual(once)
        expect(new Set(once)).toEqual(new Set(given))
      }),
    )
  })
})

describe('moving', () => {
  it.each([
    ['b', -1, 'b a c'],
    ['b', 1, 'a c b'],
    ['a', -1, 'a b c'],
    ['c', 1, 'a b c'],
    ['x', 1, 'a b c'],
  ] as const)('%s a step of %i', (id, step, order) => {
    expect(moved(['a', 'b', 'c'], id, step).join(' ')).toBe(order)
  })

  it('there and back again changes nothing, unless it stood at the end', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 2, maxLength: 9 }), fc.nat(), (ids, pick) => {
        const id = ids[pick % (ids.length - 1)] ?? 0
        expect(moved(moved(ids, id, 1), id, -1)).toEqual(ids)
      }),
    )
  })
})

describe('times', () => {
  it.each([
    ['13:00', '16:00', 4, '13:00 13:45 14:30 15:15'],
    ['13:00', '14:00', 7, '13:00 13:05 13:10 13:15 13:20 13:25 13:30'],
    ['13:00', '13:10', 4, '13:00 13:05 13:09 13:09'],
    ['09:00', '12:00', 0, ''],
  ])('from %s to %s for %i', (from, until, stops, times) => {
    expect(spreadTimes(from, until, stops).join(' ')).toBe(times)
  })

  it('begin with the round, never go backwards and lie in it', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 2 })
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 1, max: 40 }), (a, b, stops) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b) + 1]
        const times = spreadTimes(timeOf(start), timeOf(end), stops).map(minuteOf)
        expect(times[0]).toBe(start)
        expect(times.every((time, index) => time >= (times[index - 1] ?? start) && time < Math.max(end, start + 1))).toBe(true)
      }),
    )
  })
})
