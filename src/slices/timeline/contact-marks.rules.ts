/** Contacts on the picture of time: several in the same weeks would lie on top of each other, so one stands for its neighbours there. */
import { dayOf, type Day, type PlainDate } from '../../platform/plain-date.ts'

/** A contact as a mark needs it. `at`: Swedish local time. */
export type Contacted = { readonly at: string; readonly reached: boolean }
/** `isDrawn`: on the picture; every one is in its table. */
export type ContactMark<Of> = { readonly of: Of; readonly on: Day; readonly isDrawn: boolean }

/** So many signs fit beside each other. */
const mostBeside = 36

const dayAt = ({ at }: Contacted): Day => dayOf(at.slice(0, 10) as PlainDate)

/** The marks in the order of their days. Reaches are drawn before attempts, and of each the latest. */
export function contactMarks<Of extends Contacted>(
  contacts: readonly Of[],
  axis: { readonly first: Day; readonly last: Day },
): ContactMark<Of>[] {
  const apart = Math.ceil((axis.last - axis.first) / mostBeside)
  const drawn = new Map<Of, Day>()
  const latestFirst = contacts.toSorted((one, other) => (one.at < other.at ? 1 : -1))
  for (const of of [...latestFirst.filter(({ reached }) => reached), ...latestFirst.filter(({ reached }) => !reached)]) {
    const on = dayAt(of)
    if (drawn.values().every((other) => Math.abs(other - on) >= apart)) drawn.set(of, on)
  }
  return latestFirst.toReversed().map((of) => ({ of, on: dayAt(of), isDrawn: drawn.has(of) }))
}
