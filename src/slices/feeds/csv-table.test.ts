/** Delimited files as tables: delimiter, encoding, header and mapping (FEEDS.md 3). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFile, allOf, aMapping, refusalOf } from '../../../test/support/feed-files.ts'
import { Refused } from '../../platform/failure.ts'
import { noMapping, readMapping, tableRows, type Mapping, type TableShape } from './csv-table.ts'

const shape: TableShape = { required: ['nummer', 'namn'], spoken: [], optional: ['ort'] }

const rowsOf = (content: string | Buffer, mapping: Mapping = noMapping) => allOf(tableRows(aFile(content, 'tabell.csv'), shape, mapping))
const fieldsOf = async (content: string | Buffer, mapping?: Mapping) => (await rowsOf(content, mapping)).map((row) => row.fields)
const refused = (content: string | Buffer, mapping: Mapping = noMapping) =>
  refusalOf(tableRows(aFile(content, 'tabell.csv'), shape, mapping))

const asa = { nummer: '1', namn: 'Åsa', ort: 'Öst' }

describe('a table', () => {
  it.each([
    ['semicolons', 'nummer;namn;ort\n1;Åsa;Öst\n'],
    ['commas', 'nummer,namn,ort\n1,Åsa,Öst\n'],
    ['tabs', 'nummer\tnamn\tort\n1\tÅsa\tÖst\n'],
    ['a byte order mark', '\uFEFFnummer;namn;ort\n1;Åsa;Öst\n'],
    ['a byte order mark and a quoted header', '\uFEFF"nummer";"namn";"ort"\n"1";"Åsa";"Öst"\n'],
    ['Windows line breaks', 'nummer;namn;ort\r\n1;Åsa;Öst\r\n'],
    ["old Macintosh's line breaks", 'nummer;namn;ort\r1;Åsa;Öst\r'],
    ['no line break at the end', 'nummer;namn;ort\n1;Åsa;Öst'],
    ['blanks around', ' Nummer ;NAMN; ort\n 1 ; Åsa;Öst  \n'],
    ['empty lines', 'nummer;namn;ort\n\n1;Åsa;Öst\n\n\n'],
    ['columns in another order, and others', 'ort;annat;namn;nummer\nÖst;x;Åsa;1\n'],
    ['a stranger twice', 'x;nummer;namn;ort;x\n.;1;Åsa;Öst;.\n'],
  ])('may have %s', async (_, content) => {
    expect(await fieldsOf(content)).toEqual([asa])
  })

  it('may be in Windows-1252', async () => {
    expect(await fieldsOf(Buffer.from('nummer;namn;ort\n1;Åsa;Öst\n', 'latin1'))).toEqual([asa])
    expect(await fieldsOf(Buffer.from([...Buffer.from('nummer;namn\n1;'), 0x8a, 0x80, 0x0a]))).toEqual([{ nummer: '1', namn: 'Š€' }])
  })

  it('may go without its optional columns', async () => {
    expect(await fieldsOf('nummer;namn\n1;Åsa\n')).toEqual([{ nummer: '1', namn: 'Åsa' }])
  })

  it.each([
    ['"Öst; Åsa"', 'Öst; Åsa'],
    ['"Åsa ""Ärla"" Öst"', 'Åsa "Ärla" Öst'],
    ['"Åsa\nÄrla"', 'Åsa\nÄrla'],
    ['Åsa "Ärla" Öst', 'Åsa "Ärla" Öst'],
    ["O'Hara", "O'Hara"],
    ['""', ''],
    ['=1+1', '=1+1'],
  ])('reads the name %j', async (cell, name) => {
    expect(await fieldsOf(`nummer;namn\n1;${cell}\n`)).toEqual([{ nummer: '1', namn: name }])
  })

  it('is read back as it was written, whatever the names are', async () => {
    const name = fc.string({ unit: fc.constantFrom(...'aåÄ ";,\t\n\'') }).map((text) => text.trim())
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, name), { maxLength: 6 }), fc.constantFrom(';', ',', '\t'), async (rows, delimiter) => {
        const lines = rows.map((cells) => cells.map(quoted).join(delimiter))
        const content = [`nummer${delimiter}namn`, ...lines, ''].join('\n')
        expect(await fieldsOf(content)).toEqual(rows.map(([nummer, namn]) => ({ nummer, namn })))
      }),
      { numRuns: 60 },
    )
  })

  it('marks rows with too few and too many columns, and reads the others', async () => {
    const rows = await rowsOf('nummer;namn;ort\n1;Åsa;Öst\n1;Åsa\n1;Åsa;Öst;\n\n;;\n1\n')
    expect(rows.map((row) => row.hasAllColumns)).toEqual([true, false, false, true, false])
    expect(rows.filter((row) => row.hasAllColumns).map((row) => row.fields)).toEqual([asa, { nummer: '', namn: '', ort: '' }])
  })

  it('tells what can be told of a row with the wrong number of columns', async () => {
    const rows = await rowsOf('nummer;namn;ort\n1;Åsa\n1;Åsa;Öst;x\n')
    expect(rows.map((row) => [row.fields, row.raw])).toEqual([
      [{ ...asa, ort: '' }, '1|Åsa'],
      [asa, '1|Åsa|Öst|x'],
    ])
  })

  it('says which row of which file', async () => {
    expect((await rowsOf('nummer;namn\n1;a\n2;b\n')).map((row) => row.reference)).toEqual(['tabell.csv, rad 2', 'tabell.csv, rad 3'])
  })

  it.each([
    ['an empty line', 'nummer;namn\n1;a\n\n2;b\n'],
    ['Windows line breaks and an empty line', 'nummer;namn\r\n1;a\r\n\r\n2;b\r\n'],
    ['a name on two lines, by the line it ends on', 'nummer;namn\n1;a\n2;"b\nb"\n'],
  ])('says which row after %s', async (_, content) => {
    expect((await rowsOf(content)).map((row) => row.reference)).toEqual(['tabell.csv, rad 2', 'tabell.csv, rad 4'])
  })

  it('knows that only a last row without a line break may be cut', async () => {
    expect((await rowsOf('nummer;namn\n1;a\n2;b')).map((row) => row.mayBeCut)).toEqual([false, true])
    expect((await rowsOf('nummer;namn\n1;a\n2;b\n')).map((row) => row.mayBeCut)).toEqual([false, false])
    expect((await rowsOf('nummer;namn\r\n1;a\r\n')).map((row) => row.mayBeCut)).toEqual([false])
  })

  it('longer than one chunk is read whole', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `${at};Åsa Ärla`)
    const fields = await fieldsOf(['nummer;namn', ...lines, ''].join('\n'))
    expect(fields).toHaveLength(20_000)
    expect(fields.at(-1)).toEqual({ nummer: '19999', namn: 'Åsa Ärla' })
  })
})

describe('a table that cannot be one', () => {
  it.each([
    ['', 'är tom'],
    ['\n\n', 'är tom'],
    ['\uFEFF', 'är tom'],
    ['1;Åsa\n2;Ärla\n', 'fel rubrikrad: nummer, namn saknas'],
    ['nummer;ort\n1;Öst\n', 'fel rubrikrad: namn saknas'],
    ['nummer|namn\n1|Åsa\n', 'fel rubrikrad'],
    ['<xml/>', 'fel rubrikrad'],
    ['nummer;namn;nummer\n1;Åsa;1\n', 'kolumnen nummer finns två gånger'],
    ['nummer;namn;ort;NAMN \n1;Åsa;Öst;x\n', 'kolumnen namn finns två gånger'],
    ['nummer;namn;ort;ort\n1;Åsa;Öst;x\n', 'kolumnen ort finns två gånger'],
    ['nummer;namn\n1;"Åsa\n2;Ärla\n', 'går inte att läsa som en tabell'],
  ])('is refused: %j', async (content, words) => {
    const message = await refused(content)
    expect(message).toContain(words)
    expect(message).toMatch(/^tabell\.csv.*Inget är inläst\.$/)
  })

  it('is refused when it is UTF-16', async () => {
    await refused(Buffer.from('\uFEFFnummer;namn\n1;Åsa\n', 'utf16le'))
  })

  it('is refused for its header however long it is', async () => {
    await refused(`a;b\n${'x;y\n'.repeat(300_000)}`)
  })

  it('with a header alone is a table without rows', async () => {
    expect(await rowsOf('nummer;namn\n')).toEqual([])
    expect(await rowsOf('nummer;namn')).toEqual([])
  })
})

describe('a mapping', () => {
  it('gives columns our names, in any letter case', async () => {
    const mapping = aMapping({ columns: { Personnr: 'nummer', ' ELEVENS NAMN ': 'namn' } })
    expect(await fieldsOf('personnr;Elevens namn\n1;Åsa\n', mapping)).toEqual([{ nummer: '1', namn: 'Åsa' }])
  })

  it('gives fields that have no column a constant, and a column goes before it', async () => {
    const mapping = aMapping({ constants: { namn: 'Okänd', ort: 'Väst' } })
    expect(await fieldsOf('nummer\n1\n', mapping)).toEqual([{ nummer: '1', namn: 'Okänd', ort: 'Väst' }])
    expect(await fieldsOf('nummer;ort\n1;Öst\n', mapping)).toEqual([{ nummer: '1', namn: 'Okänd', ort: 'Öst' }])
  })

  it('gives values our words, and leaves the others', async () => {
    const mapping = aMapping({ values: { ort: { Ö: 'Öst', '': 'okänd' }, namn: { x: 'y' } } })
    expect(await fieldsOf('nummer;namn;ort\n1;Åsa;Ö\n1;Åsa;\n1;Åsa;Väst\n', mapping)).toEqual([
      asa,
      { ...asa, ort: 'okänd' },
      { ...asa, ort: 'Väst' },
    ])
  })

  it('may say the delimiter', async () => {
    expect(await fieldsOf('nummer,namn;x;y\n1,Åsa\n', aMapping({ delimiter: ',', columns: { 'namn;x;y': 'namn' } }))).toEqual([
      { nummer: '1', namn: 'Åsa' },
    ])
  })

  it('that gives two columns one name is refused', async () => {
    expect(await refused('pnr;nummer;namn\n1;2;Åsa\n', aMapping({ columns: { pnr: 'nummer' } }))).toContain(
      'kolumnen nummer finns två gånger',
    )
  })

  it('to a field that does not exist leaves the required one missing', async () => {
    expect(await refused('pnr;namn\n1;Åsa\n', aMapping({ columns: { pnr: 'numer' } }))).toContain('nummer saknas')
  })

  it('is read from a file, with what it does not say left out', () => {
    expect(readMapping(aFile('{"columns":{"Pnr":"nummer"},"delimiter":"\\t"}'))).toEqual({
      ...noMapping,
      columns: { Pnr: 'nummer' },
      delimiter: '\t',
    })
    expect(readMapping(aFile('{}'))).toEqual(noMapping)
  })

  it.each([
    ['{', 'inte giltig JSON'],
    ['', 'inte giltig JSON'],
    ['[]', 'fel form vid roten'],
    ['{"kolumner":{}}', 'fel form'],
    ['{"columns":{"a":1}}', 'fel form vid columns.a'],
    ['{"values":{"ort":"Öst"}}', 'fel form vid values.ort'],
    ['{"delimiter":"|"}', 'fel form vid delimiter'],
  ])('file of %s is refused', (content, words) => {
    const path = aFile(content, 'mappning.json')
    expect(() => readMapping(path)).toThrow(Refused)
    expect(() => readMapping(path)).toThrow(words)
  })

  it('may have a byte order mark', () => {
    expect(readMapping(aFile('\uFEFF{}'))).toEqual(noMapping)
  })

  it.each(['constructor', 'toString', '__proto__', 'valueOf'])('leaves the value %s alone', async (namn) => {
    const mapping = aMapping({ values: { namn: { x: 'y' } } })
    expect(await fieldsOf(`nummer;namn\n1;${namn}\n`, mapping)).toEqual([{ nummer: '1', namn }])
  })
})
