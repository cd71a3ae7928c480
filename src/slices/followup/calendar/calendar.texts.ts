/** Quarters and months as people say them. */
import type { Lang } from '../../../kernel/lang.ts'
import { dayOf, partsOf, type PlainDate } from '../../../platform/plain-date.ts'
import { longDay } from '../../../ui/day.texts.ts'

/** The quarter that begins on the day: `kvartal 4 2026`. */
export function quarterText(quarter: PlainDate, lang: Lang): string {
  const { year, month } = partsOf(dayOf(quarter))
  const nth = Math.ceil(month / 3)
  return lang === 'sv' ? `kvartal ${nth} ${year}` : `quarter ${nth} of ${year}`
}

/** The month that the day is in: `november 2026`. */
export const monthName = (on: PlainDate, lang: Lang): string => longDay(on, lang).split(' ').slice(1).join(' ')
