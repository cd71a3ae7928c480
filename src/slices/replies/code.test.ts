/** Codes: by chance alone, read however they are typed, and nothing else is one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFrom, codeLength, codeSigns, readCode, writtenCode } from './code.rules.ts'

describe('the signs', () => {
  it('are thirty, each its own, and none that looks like another', () => {
    expect(new Set(codeSigns).size).toBe(30)
    expect(codeSigns).not.toMatch(/[ILOU01]/)
  })
  it('give a code of 49 bits', () => {
    expect(Math.log2(codeSigns.length ** codeLength)).toBeGreaterThan(49)
  })
})

describe('a code from chance', () => {
  it('uses every sign equally often: each of the 240 fair bytes gives its sign, eight bytes a sign', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte++) {
      const code = codeFrom(new Uint8Array(codeLength).fill(byte))
      expect(code === null).toBe(byte >= 240)
      if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1)
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 30 }, () => 8))
  })
  it('passes over bytes that would favour a sign, and gives up when too few are left', () => {
    const bytes = Uint8Array.from([255, 0, 254, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(codeFrom(bytes)).toBe('ABCDEFGHJK')
    expect(codeFrom(bytes.slice(0, 11))).toBeNull()
  })
})

describe('reading what was typed', () => {
  const code = fc.array(fc.constantFrom(...codeSigns), { minLength: codeLength, maxLength: codeLength }).map((signs) => signs.join(''))

  it('reads every code that is written, in small letters, with spaces and any dash', () => {
    fc.assert(
      fc.property(code, fc.constantFrom('-', ' ', '–', '', ' - ', '.'), fc.boolean(), (made, between, small) => {
        const typed = `${made.slice(0, 5)}${between}${made.slice(5)}`
        expect(readCode(small ? typed.toLowerCase() : typed)).toBe(made)
        expect(readCode(writtenCode(made))).toBe(made)
      }),
    )
  })
  it.each(['', 'ABCDE', 'ABCDEFGHJKM', 'ABCDE-FGHJ0', 'ABCDE-FGHJI', "ABCDE' or 1", 'ÅBCDEFGHJK', '١٢٣٤٥٦٧٨٩٢'])(
    '%j is no code',
    (typed) => {
      expect(readCode(typed)).toBeNull()
    },
  )
  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const read = readCode(typed)
        expect(read === null || read.length === codeLength).toBe(true)
      }),
    )
  })
})
