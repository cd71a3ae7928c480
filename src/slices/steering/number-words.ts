/** The numbers of a figure in words, and the one that is chosen as it is kept. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { keyText, rowText, type AskedIndicator, type FigureNames, type ReadIndicator } from '../figures/index.ts'
import { shownNumbers, type ShownNumber } from './number.rules.ts'
import type { RaisedNumber } from './steering.types.ts'

/** `reportId`: the published report that the figure stands in. `on`: the day it was counted. `units`: of which; empty: the whole municipality. */
export type RaisedFrom = AskedIndicator & {
  readonly table: ReadIndicator['table']
  readonly names: FigureNames
  readonly reportId: string | null
  readonly on: PlainDate
  readonly units: string
}

/** A number's row and place in words. */
export function numberWords({ question, names }: RaisedFrom, { row, at }: ShownNumber, lang: Lang): string {
  const places = question.by.flatMap((dimension, nth) => (at[nth] === '*' ? [] : [keyText(dimension, at[nth] ?? '', names, lang)]))
  return [rowText(row, names, lang), ...places].join(', ')
}

/** The chosen number as it stands; null when it is not shown. */
export function raisedNumber(from: RaisedFrom, key: string, lang: Lang): RaisedNumber | null {
  const number = shownNumbers(from.table).find((one) => one.key === key)
  if (number === undefined) return null
  const { name, question, on, units } = from
  const { row, value, isShare } = number
  const words = numberWords(from, number, lang).slice(0, 400)
  return { name, row, by: question.by, words, value, isShare, fromOn: question.fromOn, untilOn: question.untilOn, on, units }
}
