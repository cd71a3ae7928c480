/** Rows for COPY: what PostgreSQL's text format decodes is what was put in. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyRow } from './tx.ts'

const controls: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** PostgreSQL's own reading of one line (Documentation, COPY, "Text Format"), written from the manual. */
function decoded(row: string): (string | null)[] {
  expect(row.endsWith('\n')).toBe(true)
  const line = row.slice(0, -1)
  expect(line).not.toMatch(/[\n\r]/)
  expect(line).not.toBe('\\.')
  return line
    .split('\t')
    .map((cell) =>
      cell === '\\N' ? null : cell.replaceAll(/\\([0-7]{1,3}|x[\da-f]{1,2}|[^])/gi, (_, escaped: string) => characterOf(escaped)),
    )
}

function characterOf(escaped: string): string {
  if (/^[0-7]+$/.test(escaped)) return String.fromCodePoint(Number.parseInt(escaped, 8))
  if (/^x[\da-f]+$/i.test(escaped)) return String.fromCodePoint(Number.parseInt(escaped.slice(1), 16))
  return controls[escaped] ?? escaped
}

const special = fc.string({
  unit: fc.constantFrom('\\', '\t', '\n', '\r', '\b', '\f', '\v', '\0', 'N', '.', '0', '7', 'x', 'å', '"', ',', '{', '😀'),
})
const cell = fc.oneof(
  special,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
)

/** What a text column then holds. */
const expected = (value: string | number | boolean | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value).replaceAll('\0', '')

describe('a row for COPY', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (values) => {
        expect(decoded(copyRow(values))).toEqual(values.map((value) => expected(value)))
      }),
      { numRuns: 1000 },
    )
  })

  it('is one line, however many line breaks there are in it', () => {
    fc.assert(
      fc.property(fc.array(special, { minLength: 1 }), (values) => {
        expect(copyRow(values).match(/[\n\r]/g)).toEqual(['\n'])
        expect(copyRow(values).split('\t')).toHaveLength(values.length)
      }),
    )
  })

  it.each([
    [[null], '\\N\n'],
    [[undefined], '\\N\n'],
    [[''], '\n'],
    [['\\N'], '\\\\N\n'],
    [['\\.'], '\\\\.\n'],
    [['a\0b'], 'ab\n'],
    [['a\tb', 1, true, false, -0.5, null], 'a\\tb\t1\ttrue\tfalse\t-0.5\t\\N\n'],
    [['\r\n'], '\\r\\n\n'],
  ])('of %j is %j', (values, row) => {
    expect(copyRow(values)).toBe(row)
  })

  it('tells NULL from empty and from the letter N', () => {
    expect(new Set([copyRow([null]), copyRow(['']), copyRow(['N']), copyRow(['\\N'])]).size).toBe(4)
  })
})
