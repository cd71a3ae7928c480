/** The watch: from a check-in until the check-out a clock runs, and a third person is told when it runs out. Instants are milliseconds since 1970. */
import type { VisitSettings } from './visit-settings.rules.ts'

const minute = 60_000

/** A check-in as the watch sees it. `endsAtMs`: the round's end. */
export type Inside = { readonly checkedInAt: number | null; readonly checkedOutAt: number | null; readonly endsAtMs: number }

/**
 * When the third person is to be told: so many minutes after the check-in, or so many after the round's end if that is sooner. Somebody
 * who checks in after that is counted from the check-in alone. Null: nobody is inside.
 */
export function deadline({ checkedInAt, checkedOutAt, endsAtMs }: Inside, settings: VisitSettings): number | null {
  if (checkedInAt === null || checkedOutAt !== null) return null
  const inside = checkedInAt + settings.minutesInside * minute
  const afterEnd = endsAtMs + settings.minutesAfterEnd * minute
  return checkedInAt < afterEnd ? Math.min(inside, afterEnd) : inside
}

/** Whether the clock has run out; at the very minute it has. */
export function isOverdue(inside: Inside, now: number, settings: VisitSettings): boolean {
  const at = deadline(inside, settings)
  return at !== null && now >= at
}
