/** Taking back: within seconds by the one who pressed wrong, later as a strike with its reason. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'

/** How long the button is there. */
export const undoSeconds = 10
/** What the way there may take on top of it. */
const slackSeconds = 2
/** What stands as the reason of an undone contact. */
export const undone = 'undo'

/** A logged contact, as taking it back is judged. */
export type LoggedContact = {
  readonly staffId: string | null
  /** Milliseconds since 1970. */
  readonly loggedAtMs: number
  readonly isStruck: boolean
}

export type UndoRefusal = 'already-struck' | 'not-yours' | 'too-late'
export type StrikeRefusal = 'already-struck' | 'not-yours' | 'say-why'

/** Only the one who logged it, and only at once. */
export function mayUndo({ staffId, loggedAtMs, isStruck }: LoggedContact, by: string, nowMs: number): Decision<null, UndoRefusal> {
  if (staffId !== by) return refuse('not-yours')
  if (isStruck) return refuse('already-struck')
  return nowMs - loggedAtMs > (undoSeconds + slackSeconds) * 1000 ? refuse('too-late') : grant(null)
}

const shortestReason = 3

/** The one who logged it, or somebody who may strike what others logged; with a reason in words. */
export function mayStrike(
  { staffId, isStruck }: LoggedContact,
  { by, mayStrikeAny, why }: { readonly by: string; readonly mayStrikeAny: boolean; readonly why: string },
): Decision<null, StrikeRefusal> {
  if (staffId !== by && !mayStrikeAny) return refuse('not-yours')
  if (isStruck) return refuse('already-struck')
  return why.length < shortestReason || why === undone ? refuse('say-why') : grant(null)
}
