/** The order of letters in the merged documents, and the print shop's list. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { manifestColumns, manifestRows, mergedFiles, type ListedLetter } from './print.rules.ts'

const letter = (messageId: string, postalCode: string, kind: ListedLetter['kind'] = 'brev'): ListedLetter => ({
  messageId,
  kind,
  language: 'sv',
  postalCode,
})

describe('merged documents', () => {
  it('hold the letters by postal code, those without one last, and cards apart', () => {
    const files = mergedFiles(
      [letter('c', '75330'), letter('a', ''), letter('d', '12345'), letter('b', '12345'), letter('k', '11111', 'kort')],
      3,
    )
    expect(files.map(({ name, letters }) => [name, letters.map(({ messageId }) => messageId).join('')])).toEqual([
      ['alla-brev-01.pdf', 'bdc'],
      ['alla-brev-02.pdf', 'a'],
      ['alla-kort-01.pdf', 'k'],
    ])
  })

  it('are none where there is no letter', () => {
    expect(mergedFiles([], 3)).toEqual([])
  })

  const some = fc.array(
    fc.record({
      messageId: fc.uuid(),
      postalCode: fc.constantFrom('', '11111', '75330', '98765'),
      kind: fc.constantFrom('brev' as const, 'kort' as const),
      language: fc.constantFrom('sv', 'ar'),
    }),
    { maxLength: 40 },
  )

  it('hold every letter once, and no more than so many each', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 9 }), (letters, most) => {
        const files = mergedFiles(letters, most)
        const held = files.flatMap((file) => file.letters)
        expect(held.length).toBe(letters.length)
        expect(new Set(held)).toEqual(new Set(letters))
        expect(files.every((file) => file.letters.length > 0 && file.letters.length <= most)).toBe(true)
      }),
    )
  })
})

describe('the list', () => {
  it('says where each letter lies, and nothing about anybody', () => {
    const rows = manifestRows(mergedFiles([letter('m2', '75330'), letter('m1', '12345')], 250))
    expect(rows).toEqual([
      ['12345', 'brev/m1.pdf', 'sv', 'm1', 'alla-brev-01.pdf', 1],
      ['75330', 'brev/m2.pdf', 'sv', 'm2', 'alla-brev-01.pdf', 2],
    ])
    expect(rows.every((row) => row.length === manifestColumns.length)).toBe(true)
  })
})
