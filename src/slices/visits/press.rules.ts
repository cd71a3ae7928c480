/** A press on the page for the telephone, as the fields that it changes. The same on the server and on a telephone without a network. */
import type { SomeFields, VisitFields, VisitResult } from './visits.types.ts'

const minute = 60_000
const onMinute = (at: number): number => Math.floor(at / minute) * minute

/** What is pressed: check in or undo it, check out, save (and check out), or say that nobody goes there. */
export type Press = {
  readonly act: 'in' | 'undo-in' | 'out' | 'save' | 'save-out' | 'skip'
  readonly result: VisitResult | undefined
  readonly note: string
}

/** What is known when it is pressed: the fields as shown, the instant, and the planned instant if the round's day has passed. */
export type PressedAt = { readonly base: VisitFields; readonly now: number; readonly lateAt: number | null }

/** A visit that was made has a check-in: now, or on a later day when it was planned. */
function timesOf(result: VisitResult, { base, now, lateAt }: PressedAt, checksOut: boolean): SomeFields {
  if (result === 'notMade') return {}
  if (lateAt !== null) {
    return {
      ...(base.checkedInAt === null ? { checkedInAt: lateAt } : {}),
      ...(base.checkedOutAt === null ? { checkedOutAt: Math.max(lateAt, base.checkedInAt ?? lateAt) } : {}),
    }
  }
  const checkedInAt = base.checkedInAt ?? onMinute(now)
  return {
    ...(base.checkedInAt === null ? { checkedInAt } : {}),
    ...(checksOut && base.checkedOutAt === null ? { checkedOutAt: Math.max(onMinute(now), checkedInAt) } : {}),
  }
}

/** The fields that the press changes; `choose-result` when a save says nothing of how it went. */
export function pressed({ act, result, note }: Press, at: PressedAt): SomeFields | 'choose-result' {
  const { base, now } = at
  switch (act) {
    case 'in':
      return { checkedInAt: onMinute(now) }
    case 'undo-in':
      return { checkedInAt: null, ...(base.checkedOutAt === null ? {} : { checkedOutAt: null }) }
    case 'out':
      return { checkedOutAt: Math.max(onMinute(now), base.checkedInAt ?? 0) }
    case 'skip':
      return { result: 'notMade', ...(note === base.note ? {} : { note }) }
    case 'save':
    case 'save-out': {
      if (result === undefined) return 'choose-result'
      return {
        ...timesOf(result, at, act === 'save-out'),
        ...(result === base.result ? {} : { result }),
        ...(note === base.note ? {} : { note }),
      }
    }
  }
}

/** The changed fields as they were: what the change is made from. */
export const baseFor = (fields: SomeFields, base: VisitFields): SomeFields =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, base[name as keyof VisitFields]]))

/** The chosen values of a conflict; what is in force where nothing was picked. */
export function picked(mine: SomeFields, theirs: VisitFields, picks: Readonly<Record<string, 'mine' | 'theirs' | undefined>>): SomeFields {
  const names = Object.keys(mine) as (keyof VisitFields)[]
  return Object.fromEntries(names.map((name) => [name, picks[name] === 'mine' ? mine[name] : theirs[name]]))
}
