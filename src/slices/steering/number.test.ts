/** Which numbers of a figure can be raised: those that are shown, and no more than can be looked through. */
import { describe, expect, it } from 'vitest'
import type { ReadIndicator } from '../figures/index.ts'
import { numberLookedAt, numbersToChoose, shownNumbers } from './number.rules.ts'

type Table = ReadIndicator['table']

const aTable = (given: Partial<Table> = {}): Table => ({
  rows: [
    { key: 'covered', kind: 'youths' },
    { key: 'answeredShare', kind: 'share', part: 'answered', whole: 'covered' },
  ],
  groups: [['*'], ['1'], ['2']],
  values: [
    [120, 12.5],
    [117, null],
    [3, 33.3],
  ],
  hidden: new Set(['covered 1', 'covered 2']),
  ...given,
})

describe('the numbers', () => {
  it('are those that are shown: nothing that is hidden, and no share of nothing', () => {
    expect(shownNumbers(aTable()).map(({ key, value, isShare }) => [key, value, isShare])).toEqual([
      ['covered|*', 120, false],
      ['answeredShare|*', 12.5, true],
      ['answeredShare|2', 33.3, true],
    ])
  })

  it('of a figure that is not split have one place', () => {
    const { groups, values, ...table } = aTable({ hidden: new Set() })
    expect([groups.length, values.length]).toEqual([3, 3])
    expect(shownNumbers({ ...table, groups: [[]], values: [[7, 0]] }).map(({ key }) => key)).toEqual(['covered', 'answeredShare'])
  })

  it('of a great figure are those of the whole, and of the row that was looked at', () => {
    const groups = [['*'], ...Array.from({ length: 80 }, (_, nth) => [String(nth)])]
    const table = aTable({ groups, values: groups.map(() => [10, 10]), hidden: new Set() })
    const chosen = numbersToChoose(table, 'covered')
    expect(chosen).toHaveLength(82)
    expect(chosen.filter(({ row }) => row === 'answeredShare').map(({ key }) => key)).toEqual(['answeredShare|*'])
    expect(numbersToChoose(aTable(), 'x')).toHaveLength(3)
  })

  it.each([
    ['covered', 'covered|*'],
    ['hidden', ''],
  ])('begin with the row that was looked at: %s', (row, key) => {
    expect(numberLookedAt(shownNumbers(aTable()), row)).toBe(key)
  })
})
