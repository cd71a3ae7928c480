/** Who may strike what was coded. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'

/** The one who coded it, or somebody who may strike what others logged; once. */
export function mayStrike(
  held: { readonly staffId: string; readonly isStruck: boolean },
  by: { readonly staffId: string; readonly mayStrikeAny: boolean },
): Decision<null, 'already-struck' | 'not-yours'> {
  if (held.isStruck) return refuse('already-struck')
  return held.staffId === by.staffId || by.mayStrikeAny ? grant(null) : refuse('not-yours')
}
