import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xlsx, type XlsxCell } from './xlsx.ts'

/** The files of a zip archive, by its central directory. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size, nameLength, extra, comment, start] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ]
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const stored = zip.subarray(from, from + size)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    files.set(name, (method === 8 ? inflateRawSync(stored) : stored).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return files
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', apos: "'", quot: '"' }
const unescape = (xml: string): string =>
  xml
    .replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The sheet as Excel reads it: texts through the shared strings, everything without a type as a number. */
function read(bytes: Uint8Array): { sheet: string; cells: (string | number)[]; strings: string } {
  const files = unzip(bytes)
  const [sheet = '', strings = ''] = [files.get('xl/worksheets/sheet1.xml'), files.get('xl/sharedStrings.xml')]
  const shared = [...strings.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => unescape(text ?? ''))
  const cells = [...sheet.matchAll(/<c ([^>]*)><v>([^<]*)<\/v><\/c>/g)].map(([, attributes, value]) =>
    / t="s"/.test(` ${attributes}`) ? (shared[Number(value)] ?? `no string ${value}`) : Number(value),
  )
  return { sheet, cells, strings }
}

const written = async (...row: XlsxCell[]) =>
  read(
    await xlsx(
      'Prov',
      row.map((_, i) => ({ title: `k${i}` })),
      [row],
    ),
  )
const valueOf = async (value: XlsxCell) => (await written(value)).cells[1]

describe('a workbook', () => {
  it('has its titles in bold on a row that stays, and its widths', async () => {
    const { sheet, cells } = read(await xlsx('Register', [{ title: 'Nummer', width: 14 }, { title: 'Antal' }], [['200803142389', 3]]))
    expect(cells).toEqual(['Nummer', 'Antal', '200803142389', 3])
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(sheet).toMatch(/<col [^>]*width="14"/)
    expect(sheet).toMatch(/<row r="1"[^>]*><c r="A1" s="[1-9]/)
  })

  it.each([
    ['=1+1'],
    ['+46701234567'],
    ['-1'],
    ['@SUM(A1)'],
    ['=HYPERLINK("http://x";"y")'],
    ['007'],
    ['2026-11-21'],
    ['TRUE'],
    ['<f>1</f>'],
    [' blanktecken '],
    ['två\nrader'],
    ['_x0041_x0042_ är inte A'],
    ['constructor'],
    ['__proto__'],
    ['toString'],
    ['👩‍👧 Åsa & Örjan'],
  ])('keeps the text %j a text', async (text) => {
    const { cells, sheet } = await written(text)
    expect(cells[1]).toBe(text)
    expect(sheet).not.toMatch(/<f[ >]/)
  })

  it('keeps numbers numbers and leaves empty cells empty', async () => {
    expect((await written(0, -1.5, null, '', 1e21)).cells.slice(5)).toEqual([0, -1.5, 1e21])
    await expect(xlsx('x', [{ title: 'a' }], [[Number.NaN]])).rejects.toThrow('not a number')
  })

  it('takes away what XML forbids', async () => {
    expect(await valueOf('a\u0000b\u0008c\u001Fd\uD800e\uDC00f\uFFFEg\uFFFFh\u{1FFFE}i')).toBe('abcdefghi')
    expect(await valueOf('rad\r\nrad\rrad')).toBe('rad\nrad\nrad')
  })

  it('cuts a text that is too long and says so, never in the middle of a character', async () => {
    const long = (await valueOf('å'.repeat(40_000))) as string
    expect(long).toHaveLength(32_767)
    expect(long).toMatch(/å \[…avkortat\]$/)
    expect(await valueOf('å'.repeat(32_767))).toHaveLength(32_767)
    const pairs = (await valueOf(`${'x'.repeat(32_754)}👩👩👩👩👩👩👩👩`)) as string
    expect(pairs).toMatch(/^x+ \[…avkortat\]$/)
  })

  it('gives the sheet a name that Excel allows', async () => {
    const workbook = unzip(await xlsx("'Vecka 1/2: [alla] och en lång rubrik till", [{ title: 'a' }], [])).get('xl/workbook.xml')
    expect(workbook).toContain('name="Vecka 1 2   alla  och en lång r"')
    expect(unzip(await xlsx('???', [{ title: 'a' }], [])).get('xl/workbook.xml')).toContain('name="Blad1"')
  })

  it('refuses a row of the wrong length', async () => {
    await expect(xlsx('x', [{ title: 'a' }], [['1', '2']])).rejects.toThrow('2 cells')
  })

  it('never holds a formula, and gives every text back', async () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...'=+-@<>&"_x0041\t\n\u0001\r'), fc.string({ unit: 'binary' })),
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const { sheet, cells, strings } = await written(...texts)
        const kept = texts.map((one) =>
          one
            .replaceAll(/\r\n?/g, '\n')
            .replaceAll('\uFFFD', '?')
            .replaceAll(/(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ''),
        )
        expect(sheet).not.toMatch(/<f[ >/]/)
        expect(cells.slice(texts.length)).toEqual(kept.filter((one) => one !== ''))
        expect(strings).not.toMatch(/(?![\t\n])\p{Cc}/u)
      }),
      { numRuns: 60 },
    )
  })
})
