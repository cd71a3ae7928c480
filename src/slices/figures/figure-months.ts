/** The months that a flow has rows for. */
import type { Lang } from '../../kernel/lang.ts'
import { monthText } from '../../ui/day.texts.ts'
import type { IndicatorTable } from './indicator.types.ts'

const monthRow = /^(\d{4}-\d{2})\.covered$/

/** In order of time: `2026-11`. */
export const monthsOf = ({ rows }: IndicatorTable): string[] =>
  rows.flatMap(({ key }) => {
    const month = monthRow.exec(key)?.[1]
    return month === undefined ? [] : [month]
  })

/** As short as it can be told: the year stands with January. */
export function monthLabel(month: string, lang: Lang): string {
  const nth = Number(month.slice(5))
  return nth === 1 ? `${monthText(nth, lang)} ${month.slice(2, 4)}` : monthText(nth, lang)
}
