/** The file's exact bytes: layout, separator, encoding, line ends, days and numbers as the profile says. */
import { describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { buildReturn } from './build.rules.ts'
import { bytesOf } from './charset.rules.ts'
import { encodeLines, fileNameOf } from './lines.rules.ts'
import { aContact, aMeasure, aPeriod, aProfile, aYouth, someFacts } from './returns.testbed.ts'

const number = aNumber('20080314')
const youth = aYouth({
  periods: [aPeriod('2025-09-01', '2026-06-30')],
  contacts: [aContact('2026-02-01'), aContact('2026-03-01', 'c2', { occupation: 'none' })],
  measures: [aMeasure('2026-02-10', '2026-05-01')],
})
const columns = (['recordType', 'identityNumber', 'registeredOn', 'contactOn', 'measureBegunOn', 'measureEndedOn', 'exitOn'] as const).map(
  (field, index) => ({ name: `Å${index}`, field }),
)
const textOf = (file: Parameters<typeof aProfile>[0]): string => {
  const profile = aProfile({ columns, ...file })
  return new TextDecoder('windows-1252').decode(encodeLines(buildReturn(someFacts([youth]), profile).lines, profile))
}

describe('a file', () => {
  it('has each thing on a line of its own', () => {
    expect(textOf({})).toBe(
      [
        'Å0;Å1;Å2;Å3;Å4;Å5;Å6',
        `1;${number};2025-09-01;;;;`,
        `2;${number};2025-09-01;2026-02-01;;;`,
        `2;${number};2025-09-01;2026-03-01;;;`,
        `3;${number};2025-09-01;;2026-02-10;;`,
        `4;${number};2025-09-01;;;2026-05-01;`,
        `5;${number};2025-09-01;;;;2026-06-30`,
        '',
      ].join('\r\n'),
    )
  })

  it('has a youth’s things side by side, and more lines where there are more', () => {
    expect(textOf({ file: { layout: 'youthRows', header: false, lineEnd: 'lf' } })).toBe(
      `1;${number};2025-09-01;2026-02-01;2026-02-10;2026-05-01;2026-06-30\n1;${number};2025-09-01;2026-03-01;;;\n`,
    )
  })

  it.each([
    ['12', number],
    ['12-dash', `${number.slice(0, 8)}-${number.slice(8)}`],
    ['10', number.slice(2)],
    ['10-dash', `${number.slice(2, 8)}-${number.slice(8)}`],
  ] as const)('writes numbers as %s', (numbers, expected) => {
    expect(textOf({ file: { numbers, header: false } }).split(';')[1]).toBe(expected)
  })

  it('writes days, quotes and separators as it is told', () => {
    const line = textOf({ file: { dates: 'YYYYMMDD', quotes: 'always', separator: '|', header: false } }).split('\r\n')[0]
    expect(line).toBe(`"1"|"${number}"|"20250901"|""|""|""|""`)
  })

  it('writes a column that is the same on every line', () => {
    const profile = aProfile({
      columns: [
        { name: 'A', field: 'identityNumber' },
        { name: 'B', constant: 'KAA' },
      ],
    })
    expect(buildReturn(someFacts([aYouth()]), profile).lines).toEqual([[number, 'KAA']])
  })

  it('of nothing has its header, or no bytes at all', () => {
    expect(encodeLines([], aProfile({ columns: [{ name: 'Nr', field: 'identityNumber' }] }))).toEqual(new TextEncoder().encode('Nr\r\n'))
    expect(encodeLines([], aProfile({ file: { header: false } }))).toHaveLength(0)
  })

  it('is named after the municipality and the half-year', () => {
    expect(fileNameOf(aProfile(), '0180', '2026H1')).toBe('kaa-0180-2026H1.csv')
  })
})

describe('encodings', () => {
  it.each([
    ['windows-1252', 'Åäö€', [0xc5, 0xe4, 0xf6, 0x80]],
    ['iso-8859-1', 'Åäö', [0xc5, 0xe4, 0xf6]],
    ['utf-8', 'Å€', [0xc3, 0x85, 0xe2, 0x82, 0xac]],
    ['utf-8-bom', 'Å', [0xef, 0xbb, 0xbf, 0xc3, 0x85]],
  ] as const)('%s', (charset, text, bytes) => expect([...bytesOf(text, charset)]).toEqual(bytes))

  it('agree with the machine’s own decoder on every byte that means something', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte))
    expect(bytesOf(new TextDecoder('windows-1252').decode(bytes), 'windows-1252')).toEqual(bytes)
  })

  it.each([
    ['Ž', 'iso-8859-1'],
    ['Ł', 'windows-1252'],
    ['\u0081', 'windows-1252'],
    ['😀', 'windows-1252'],
  ] as const)('never replace what they lack: %j in %s', (text, charset) => expect(() => bytesOf(text, charset)).toThrow('does not fit'))
})
