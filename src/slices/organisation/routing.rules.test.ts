/** Postal codes as they are written, read and compared. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joined, overlapOf, parseCodes, writeCodes, type CodeRange } from './routing.rules.ts'

describe('postal codes', () => {
  it.each([
    ['', ''],
    ['99910', '99910'],
    ['999 10', '99910'],
    ['99910-99919, 99925', '99910-99919, 99925'],
    ['99925;99910–99919', '99910-99919, 99925'],
    ['99910 - 99912,\n99913', '99910-99913'],
    ['99910-99919, 99915-99922', '99910-99922'],
    [' , 999 10 - 999 19 ,', '99910-99919'],
  ])('%j is %j', (text, written) => expect(writeCodes(parseCodes(text).ranges)).toBe(written))

  it.each([
    ['9991', 'not-a-code', '9991'],
    ['09910', 'not-a-code', '09910'],
    ['99910, x', 'not-a-code', 'x'],
    ['99910-99919-99925', 'not-a-code', '99910-99919-99925'],
    ['99919-99910', 'backwards', '99919-99910'],
    ['<b>99910</b>', 'not-a-code', '<b>99910</b>'],
  ])('%j is refused: %s', (text, kind, part) => expect(parseCodes(text)).toEqual({ ranges: [], problem: { kind, part } }))

  const range = fc
    .tuple(fc.integer({ min: 10_000, max: 10_060 }), fc.nat(9))
    .map(([first, more]): CodeRange => ({ first, last: first + more }))
  const codesIn = (ranges: readonly CodeRange[]) =>
    new Set(ranges.flatMap(({ first, last }) => [...Array(last - first + 1).keys()].map((n) => first + n)))

  it('come back as the same codes, in ranges that neither overlap nor touch', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const read = parseCodes(ranges.map(({ first, last }) => `${first}-${last}`).join(',')).ranges
        expect(codesIn(read)).toEqual(codesIn(ranges))
        expect(read.every(({ first }, i) => i === 0 || first > (read[i - 1]?.last ?? 0) + 1)).toBe(true)
        expect(parseCodes(writeCodes(read)).ranges).toEqual(read)
      }),
    )
  })

  it('overlap exactly when a code belongs to two', () => {
    fc.assert(
      fc.property(fc.array(range), fc.array(range), (mine, theirs) => {
        const shared = [...codesIn(mine)].filter((code) => codesIn(theirs).has(code))
        const found = overlapOf(joined(mine), [{ name: 'Norr', codes: joined(theirs) }])
        expect(found === null).toBe(shared.length === 0)
        if (found !== null) expect([...codesIn([found])].every((code) => shared.includes(code))).toBe(true)
      }),
    )
  })
})
