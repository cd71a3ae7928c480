import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv, type CsvCell } from './csv.ts'

const read = (text: string): string[][] => parse(text, { delimiter: ';', bom: true, record_delimiter: '\r\n' })
const row = (...cells: CsvCell[]): string => csv(cells.map(String), [cells]).split('\r\n').slice(1).join('\r\n').slice(0, -2)

describe('csv', () => {
  it('is what a Swedish Excel opens: byte order mark, semicolons, CRLF, decimal commas', () => {
    expect(
      csv(
        ['Namn', 'Antal'],
        [
          ['Åsa', 1.5],
          [null, -3],
        ],
      ),
    ).toBe('\uFEFFNamn;Antal\r\nÅsa;1,5\r\n;-3\r\n')
  })

  it('quotes what would end a cell', () => {
    expect(row('a;b', 'sa "hej"', 'två\nrader', ' blank')).toBe('"a;b";"sa ""hej""";"två\nrader";" blank"')
  })

  it.each([
    '=1+1',
    '+46',
    '-1',
    '@SUM',
    '\t=1',
    '\rx',
    '\tx',
    '  =1',
    '\n=1',
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\u0000=1',
    '−1',
  ])('keeps %j from being run', (text) => {
    expect(read(csv(['k'], [[text]]))[1]).toEqual([`'${text}`])
  })

  it.each(['a=1', '1-2', 'Ann-Marie', 'x@y.se', "'=1", '', 'Åsa'])('leaves %j alone', (text) => {
    expect(read(csv(['k', 'x'], [[text, 1]]))[1]).toEqual([text, '1'])
  })

  it('guards the titles too', () => {
    expect(read(csv(['=1'], []))).toEqual([["'=1"]])
  })

  it('refuses a row of the wrong length and a number that is none', () => {
    expect(() => csv(['a'], [['1', '2']])).toThrow('2 cells')
    expect(() => csv(['a'], [[Number.POSITIVE_INFINITY]])).toThrow('not a number')
  })

  it('gives every text back, and none begins as a formula', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...'=+-@;"\r\n\t ＝'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (rows) => {
        const back = read(csv(['a', 'b'], rows)).slice(1)
        expect(
          back.map((cells) =>
            cells.map((cell, i) => (cell.startsWith("'") && cell.slice(1) === rows[back.indexOf(cells)]?.[i] ? cell.slice(1) : cell)),
          ),
        ).toEqual(rows)
        for (const cell of back.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/)
      }),
    )
  })
})
