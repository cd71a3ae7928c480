/** Days of an absence in words. */
import type { Lang } from '../../kernel/lang.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { shortDay } from '../../ui/day.texts.ts'
import type { Span } from './cover.types.ts'

const withoutYear = (text: string): string => text.slice(0, -5)

/** From the first day to the last one away: `27 nov–3 dec 2026`; a single day by itself. */
export function daysText({ fromOn, untilOn }: Span, lang: Lang): string {
  const lastOn: PlainDate = dateOf(plusDays(dayOf(untilOn), -1))
  const last = shortDay(lastOn, lang)
  if (lastOn === fromOn) return last
  const first = shortDay(fromOn, lang)
  return `${fromOn.slice(0, 4) === lastOn.slice(0, 4) ? withoutYear(first) : first}–${last}`
}
