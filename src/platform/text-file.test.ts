/** Text as it was encoded: never a replacement character. */
import { dirname } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFile, refusalOf } from '../../test/support/feed-files.ts'
import { Refused } from './failure.ts'
import { headOf, mustBeFile, textOf, utf8OrWindows1252 } from './text-file.ts'

const whole = async (path: string, encoding: 'utf-8' | 'latin1' | 'windows-1252'): Promise<string> =>
  (await Array.fromAsync(textOf(path, encoding))).join('')

describe('a file', () => {
  it('that is missing is refused by name', () => {
    expect(() => mustBeFile('/tmp/finns-inte.csv')).toThrow(new Refused('Filen /tmp/finns-inte.csv finns inte.'))
  })

  it('that is a folder is refused', () => {
    const folder = dirname(aFile(''))
    expect(() => mustBeFile(folder)).toThrow(new Refused(`${folder} är inte en fil.`))
  })

  it('shorter than the head asked for gives all it has', async () => {
    expect((await headOf(aFile('åä'), 64)).toString()).toBe('åä')
    expect(await headOf(aFile(''), 64)).toHaveLength(0)
    expect((await headOf(aFile('abcdef'), 3)).toString()).toBe('abc')
  })
})

describe('text', () => {
  it.each(['utf-8', 'latin1', 'windows-1252'] as const)('in %s comes back', async (encoding) => {
    const bytes = Buffer.from('Åsa-Ärla Öst, é', encoding === 'utf-8' ? 'utf8' : 'latin1')
    expect(await whole(aFile(bytes), encoding)).toBe('Åsa-Ärla Öst, é')
  })

  it('in UTF-8 comes back whatever it is, characters across chunks included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.nat({ max: 3 }), async (text, shift) => {
        const long = `${'x'.repeat(256 * 1024 - shift)}å😀${text}`
        expect(await whole(aFile(long, 'long'), 'utf-8')).toBe(long)
      }),
      { numRuns: 20 },
    )
  })

  it('in UTF-8 loses a byte order mark', async () => {
    expect(await whole(aFile('\uFEFFå'), 'utf-8')).toBe('å')
  })

  it('in Windows-1252 knows the characters that ISO-8859-1 has not', async () => {
    expect(await whole(aFile(Buffer.from([0x80, 0x96, 0x8a])), 'windows-1252')).toBe('€–Š')
  })

  it.each([
    ['a byte that cannot be', [0x41, 0xff, 0x42]],
    ['ISO-8859-1 in it', [0x53, 0xe5, 0x72]],
    ['a character cut at the end', [0x41, 0xc3]],
    ['an overlong form', [0xc0, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
  ])('in UTF-8 with %s is refused', async (_, bytes) => {
    expect(await refusalOf(textOf(aFile(Buffer.from(bytes), 'trasig.xml'), 'utf-8'))).toMatch(/^trasig\.xml är inte giltig UTF-8/)
  })
})

describe('the encoding of a table', () => {
  it.each([
    ['utf-8', 'plain'],
    ['utf-8', 'Åsa'],
    ['utf-8', '\uFEFFÅsa'],
    ['utf-8', ''],
  ])('is %s for %j', async (encoding, text) => {
    expect(await utf8OrWindows1252(aFile(text))).toBe(encoding)
  })

  it('is Windows-1252 as soon as one byte does not fit UTF-8', async () => {
    expect(await utf8OrWindows1252(aFile(Buffer.from('Åsa', 'latin1')))).toBe('windows-1252')
    expect(await utf8OrWindows1252(aFile(Buffer.concat([Buffer.from('å'.repeat(600_000)), Buffer.from([0xe5, 0x0a])])))).toBe(
      'windows-1252',
    )
  })

  it.each([
    ['å', 1],
    ['€', 1],
    ['€', 2],
    ['😀', 3],
  ])('stays UTF-8 when it is cut in %s after %i of its bytes, and reading it is refused', async (character, bytes) => {
    const content = Buffer.concat([Buffer.from('Åsa;'), Buffer.from(character).subarray(0, bytes)])
    const path = aFile(content, 'avklippt.csv')
    expect(await utf8OrWindows1252(path)).toBe('utf-8')
    expect(await refusalOf(textOf(path, 'utf-8'))).toMatch(/^avklippt\.csv är inte giltig UTF-8/)
  })
})
