/** Rows of admission lists: the words of regions, broken encodings, and rows that are nobody's. */
import { describe, expect, it } from 'vitest'
import { dayFrom } from '../../platform/plain-date.ts'
import { noMapping } from '../feeds/index.ts'
import { parseList } from './list.actions.ts'
import { latestRows, mappingFrom, readListRow, stateOfWord } from './list-row.rules.ts'
import { stepRefusal } from './step.rules.ts'
import { day, leavers } from './radar.testbed.ts'

const on = dayFrom(2026, 7, 1)
const [first = '', second = ''] = leavers

describe('the words of a list', () => {
  it.each([
    ['antagen', 'admitted'],
    [' Ej antagen ', 'notAdmitted'],
    ['EJ_ANTAGEN', 'notAdmitted'],
    ['Reserv 3', 'reserve'],
    ['Ej sökt', 'notApplied'],
    ['Ej s\uFFFDkt', 'notApplied'],
    ['obehörig', 'notAdmitted'],
    ['notApplied', 'notApplied'],
    ['kanske', null],
    ['', null],
  ])('%j is %s', (word, state) => expect(stateOfWord(word)).toBe(state))
})

describe('a row', () => {
  it.each([
    [{ personnummer: first, status: 'antagen' }, true, { number: first, state: 'admitted' }],
    [{ personnummer: first.slice(2), status: 'reserv' }, true, { number: first, state: 'reserve' }],
    [{ personnummer: '201001051234', status: 'reserv' }, true, 'number'],
    [{ personnummer: '20100105TF01', status: 'reserv' }, true, 'number'],
    [{ personnummer: '', status: 'reserv' }, true, 'number'],
    [{ personnummer: first, status: 'x' }, true, 'status'],
    [{ personnummer: first, status: 'antagen' }, false, 'columns'],
  ])('%j', (fields, hasAll, expected) => expect(readListRow(fields, hasAll, on)).toEqual(expected))

  it('about somebody who has one already wins', () => {
    const rows = [
      { number: first, state: 'reserve' },
      { number: second, state: 'admitted' },
      { number: first, state: 'admitted' },
    ] as const
    expect(latestRows(rows)).toEqual([
      { number: first, state: 'admitted' },
      { number: second, state: 'admitted' },
    ])
  })
})

const list = (text: string, mapping = noMapping) => parseList({ round: 'first', on: day('2026-07-01'), text, mapping, name: 'listan' })

describe('a list', () => {
  it('is read in any delimiter, and the rows that cannot be used are told by where they stand', () => {
    const { count, rows, faults } = list(`personnummer,namn,status\n${first},Hemlig Namnsson,antagen\nx,Y,antagen\n${second},Z,kanske\n`)
    expect([count, rows]).toEqual([3, [{ number: first, state: 'admitted' }]])
    expect(faults).toEqual([
      { reference: 'listan, rad 3', fault: 'number' },
      { reference: 'listan, rad 4', fault: 'status' },
    ])
    expect(JSON.stringify(faults)).not.toMatch(/Hemlig|2010/)
  })
  it('of another system is read through a mapping', () => {
    const mapping = mappingFrom({ numberColumn: 'PNR', stateColumn: 'Besked', words: 'A = antagen\nU=ej antagen\n' })
    expect('line' in mapping ? mapping : list(`PNR;Besked\n${first};A\n${second};U\n`, mapping).rows).toEqual([
      { number: first, state: 'admitted' },
      { number: second, state: 'notAdmitted' },
    ])
    expect(mappingFrom({ numberColumn: '', stateColumn: '', words: 'A = kanske' })).toEqual({ line: 'A = kanske' })
  })
  it.each([
    ['', 'är tom'],
    ['namn;status\nx;antagen\n', 'fel rubrikrad'],
    [`personnummer;status\n${first};antagen\n${second};anta`, 'avklippt'],
  ])('%j is refused whole', (text, why) => expect(() => list(text)).toThrow(why))
})

describe('a step', () => {
  const stands = { group: 'reserve', stage: 'new', lacksPlace: true } as const
  const season = { year: 2026, fromOn: day('2026-06-01') }
  it.each([
    ['2026-06-01', stands, null],
    ['2026-05-31', stands, 'outside-season'],
    ['2026-09-20', stands, null],
    ['2026-09-21', stands, 'ahead'],
    ['2026-07-01', null, 'not-on-radar'],
  ] as const)('on %s', (said, standing, expected) => expect(stepRefusal(day(said), season, day('2026-09-20'), standing)).toBe(expected))
})
