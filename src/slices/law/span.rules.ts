/** Half-open stretches of days, [from, until). `never` stands for an end that is not known to come. */
import type { Day } from '../../platform/plain-date.ts'

export type Span = { readonly from: Day; readonly until: Day }

/** Later than every calendar day. */
export const never = Infinity as Day

/** The span that holds the day, or null. Spans may overlap; the first one in the list answers. */
export function spanWith<S extends Span>(spans: readonly S[], day: Day): S | null {
  for (const span of spans) if (span.from <= day && day < span.until) return span
  return null
}

/** The same days as sorted spans that neither overlap nor touch. */
export function merged(spans: readonly Span[]): Span[] {
  if (spans.length < 2) return [...spans]
  const sorted = spans.toSorted((a, b) => a.from - b.from || a.until - b.until)
  const result: Span[] = []
  for (const span of sorted) {
    const last = result.at(-1)
    if (last !== undefined && span.from <= last.until) {
      if (span.until > last.until) result[result.length - 1] = { from: last.from, until: span.until }
    } else result.push(span)
  }
  return result
}
