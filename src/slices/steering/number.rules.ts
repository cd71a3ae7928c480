/** The numbers of a figure that an item can be raised from: those that are shown. What is too small to be shown is not raised either. */
import type { ReadIndicator } from '../figures/index.ts'

type Table = ReadIndicator['table']

/** A shown number: its row, its place along each splitting (`*`: all), and what it is. */
export type ShownNumber = {
  readonly key: string
  readonly row: string
  readonly at: readonly string[]
  readonly value: number
  readonly isShare: boolean
}

const isWhole = (at: readonly string[]): boolean => at.every((key) => key === '*')

/** Every shown number of the table, group by group. */
export const shownNumbers = ({ rows, groups, values, hidden }: Table): ShownNumber[] =>
  groups.flatMap((at, group) =>
    rows.flatMap(({ key: row, kind }, nth): ShownNumber[] => {
      const value = values[group]?.[nth] ?? null
      const isHidden = hidden.has(`${row} ${at.join('|')}`)
      return value === null || isHidden ? [] : [{ key: [row, ...at].join('|'), row, at, value, isShare: kind === 'share' }]
    }),
  )

/** So many are chosen among at a glance; of more, the whole's and those of the row that was looked at. */
const mostChoices = 120

/** The numbers to choose among. */
export function numbersToChoose(table: Table, row: string): ShownNumber[] {
  const all = shownNumbers(table)
  return all.length <= mostChoices ? all : all.filter((one) => isWhole(one.at) || one.row === row)
}

/** The number that is chosen from the start: the row that was looked at, of the whole. */
export const numberLookedAt = (numbers: readonly ShownNumber[], row: string): string =>
  numbers.find((one) => one.row === row && isWhole(one.at))?.key ?? ''
