/** A table of enrolments that was cut: refused, or read as the whole file, and never a wrong row (FEEDS.md, "truncated"). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aContext, aFile, allOf, aNumber, anEnrolmentTable, refusalOf, type EnrolmentCells } from '../../../../test/support/feed-files.ts'
import { Refused } from '../../../platform/failure.ts'
import { noMapping } from '../csv-table.ts'
import { readEnrolments } from './enrolments.reader.ts'

/** All that a file gives, numbers told, or that it is refused. Where it stood and what a problem is hashed from are left out. */
async function read(content: Buffer): Promise<string> {
  try {
    const all = await allOf(readEnrolments([aFile(content)], noMapping, aContext()))
    return JSON.stringify(
      all.map(({ rows, mentioned, problems }) => ({
        rows: rows.map((row) => ({ ...row, number: row.number?.reveal(), reference: '' })),
        mentioned: mentioned?.number?.reveal() ?? mentioned?.pupilId,
        problems: problems.map(({ kind, field, reason, number }) => ({ kind, field, reason, number })),
      })),
    )
  } catch (error) {
    if (error instanceof Refused) return 'refused'
    throw error
  }
}

/** The first byte of the last row. */
const lastRowStart = (content: Buffer): number => content.lastIndexOf('\n2', content.length - 2) + 1

/** Every cut from the byte on, some at a time. */
async function expectNeverWrong(content: Buffer, from = lastRowStart(content)): Promise<void> {
  const whole = await read(content)
  const before = await read(content.subarray(0, lastRowStart(content)))
  expect(whole).not.toBe('refused')
  const lengths = Array.from({ length: content.length - from }, (_, at) => from + at)
  const found = await Promise.all(lengths.map((length) => read(content.subarray(0, length))))
  for (const [at, length] of lengths.entries()) {
    const right = length === lastRowStart(content) ? [before] : ['refused', whole]
    expect(right, `cut after ${length} of ${content.length} bytes`).toContain(found[at])
  }
}

const asBytes = (text: string, encoding: 'utf8' | 'latin1' = 'utf8'): Buffer => Buffer.from(text, encoding)
const twoRows = (cells: Partial<EnrolmentCells> = {}): string => anEnrolmentTable({}, { personnummer: aNumber('20090412'), ...cells })

describe('a cut in the last row', () => {
  it.each<[string, Partial<EnrolmentCells>]>([
    ['an ended education', {}],
    ['quoted names', { fornamn: '"Åsa ""Ärla"""', efternamn: '"Öst; ""af"""' }],
  ])('with %s never gives a wrong row, at any byte', async (_, cells) => {
    await expectNeverWrong(asBytes(twoRows(cells)))
  })

  it('in Windows-1252 with Windows line breaks never gives a wrong row, at any byte', async () => {
    await expectNeverWrong(asBytes(twoRows({ efternamn: '"Öst\naf"' }).replaceAll('\n', '\r\n'), 'latin1'))
  })

  it.each<[string, Partial<EnrolmentCells>]>([
    ['a cancelled education', { avbruten: 'ja', slutdatum: '2025-01-10' }],
    ['one that never began', { avbruten: 'ja', slutdatum: '2024-08-18' }],
    ['an education without an end', { slutdatum: '' }],
    ['nothing about cancellation', { avbruten: '' }],
    ['dates without dashes', { startdatum: '20240819', slutdatum: '20270611' }],
    ['an unknown school type', { skolform: 'NYTT' }],
    ['an interim number', { personnummer: '20080314TF01' }],
    ['a number that is wrong in itself', { personnummer: '200803142380' }],
  ])('with %s never gives a wrong row, at any byte of its dates and after', async (_, cells) => {
    const content = asBytes(twoRows(cells))
    await expectNeverWrong(content, content.lastIndexOf('Provstad') + 8)
  })

  it('in the header is refused, and after it leaves nobody', async () => {
    const content = asBytes(`\uFEFF${anEnrolmentTable({})}`)
    const header = content.indexOf('\n') + 1
    expect(await read(content.subarray(0, header))).toBe('[]')
    const cuts = await Promise.all(Array.from({ length: header - 1 }, (_, length) => read(content.subarray(0, length))))
    expect(new Set(cuts)).toEqual(new Set(['refused']))
  })

  it('refuses the whole file, the good rows before it too, when the end is gone', async () => {
    const content = asBytes(anEnrolmentTable({}, {}, { slutdatum: '' }))
    for (const missing of [2, 3, 4, 5, 6, 20, 60]) expect(await read(content.subarray(0, content.length - missing))).toBe('refused')
    expect(await read(content.subarray(0, content.length - 1))).toBe(await read(content))
  })

  it('never gives a wrong row, whatever is in it', async () => {
    const date = fc.constantFrom('', '2024-08-19', '20240819', '2024-01-01', '2024-1-1')
    const word = fc.string({ unit: fc.constantFrom(...'aåÄ "') }).map((text) => `"${text.replaceAll('"', '""')}"`)
    const cells = fc.record({
      ...{ fornamn: word, efternamn: word, huvudman: word, startdatum: date, slutdatum: date },
      ...{ skolform: fc.constantFrom('GY', 'VUX', 'NYTT', ''), avbruten: fc.constantFrom('ja', 'nej', '', 'x') },
    })
    const encoding = fc.constantFrom('utf8' as const, 'latin1' as const)
    await fc.assert(
      fc.asyncProperty(cells, encoding, fc.nat({ max: 150 }), async (row, bytes, missing) => {
        const content = asBytes(anEnrolmentTable({}, row), bytes)
        const length = Math.max(lastRowStart(content) + 1, content.length - 1 - missing)
        expect(['refused', await read(content)]).toContain(await read(content.subarray(0, length)))
      }),
      { numRuns: 40 },
    )
  })
})

describe('a cut in the last row of another order of columns', () => {
  const header = 'personnummer;skolform;studievagskod;skolenhetskod;huvudman;startdatum'
  const cells = `${aNumber()};GY;NA;10000001;Östgården;2024-08-19`

  it('where the end stands last never loses the end', async () => {
    await expectNeverWrong(asBytes(`${header};avbruten;slutdatum\n${cells};nej;2025-01-10\n`))
  })

  it('where the education code stands last never shortens it', async () => {
    const columns = 'personnummer;skolform;skolenhetskod;startdatum;slutdatum;avbruten;studievagskod'
    await expectNeverWrong(asBytes(`${columns}\n${aNumber()};GY;1;2024-08-19;;nej;IMSPR\n`))
  })

  it('where a remark stands last never garbles the rest', async () => {
    await expectNeverWrong(asBytes(`${header};slutdatum;avbruten;anmarkning\n${cells};2025-01-10;nej;blå\n`))
  })

  it.each<[string, string]>([
    ['a remark stands', 'anmarkning'],
    ['the principal stands', 'huvudman'],
    ['a surname stands', 'efternamn'],
  ])('where %s last may end in half a text, and not in half a character', async (_, name) => {
    const columns = header.replace('huvudman', name === 'huvudman' ? 'fornamn' : 'huvudman')
    const content = asBytes(`${columns};slutdatum;avbruten;${name}\n${cells};2025-01-10;nej;blå\n`)
    const before = content.lastIndexOf('å')
    const rows = async (length: number) => allOf(readEnrolments([aFile(content.subarray(0, length))], noMapping, aContext()))
    expect((await rows(before))[0]?.rows[0]).toMatchObject({ endOn: '2025-01-10', cancelled: false })
    expect(await refusalOf(readEnrolments([aFile(content.subarray(0, before + 1), 'mitt-i.csv')], noMapping, aContext()))).toMatch(
      /^mitt-i\.csv är inte giltig UTF-8\..*inget är inläst\.$/,
    )
  })

  it('is whole, though nothing ends the line, when the last value cannot be half of another', async () => {
    const end = asBytes(`${header};avbruten;slutdatum\n${cells};nej;2025-01-10`)
    expect(JSON.parse(await read(end))).toMatchObject([{ rows: [{ endOn: '2025-01-10' }] }])
    const codes = 'personnummer;skolform;skolenhetskod;startdatum;slutdatum;avbruten;studievagskod'
    const line = `${aNumber()};GY;1;2024-08-19;;nej`
    expect(await read(asBytes(`${codes}\n${line};NANAT`))).toBe('refused')
    expect(JSON.parse(await read(asBytes(`${codes}\n${line};NANAT\n${line};NANAT`)))).toHaveLength(2)
  })
})
