/** Who may give a youth to whom. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { AssignRefusal, AssignTarget, KnownTarget } from './assignment.types.ts'

/** The youth as it is now: the open assignment (0: none), whose, and whether protected. */
export type AssignedNow = {
  readonly version: number
  readonly staffId: string | null
  readonly unitId: number | null
  readonly isProtected: boolean
}

/** What the assignment becomes; `same` changes nothing. */
export type Assignment =
  | { readonly kind: 'same' }
  | { readonly kind: 'new'; readonly staffId: string | null; readonly unitId: number | null }

function targetOf(target: AssignTarget, known: KnownTarget, now: AssignedNow): Assignment {
  // Who has no unit of their own takes the youth over where it is.
  const unitId = target.kind === 'nobody' ? now.unitId : (known?.unitId ?? now.unitId)
  const staffId = target.kind === 'staff' ? (known?.staffId ?? null) : null
  return staffId === now.staffId && unitId === now.unitId ? { kind: 'same' } : { kind: 'new', staffId, unitId }
}

/** Counsellors and unit managers give within their own units; whoever sees the whole municipality gives anywhere. */
const isOutside = ({ units }: Pick<Scope, 'units'>, { kind }: AssignTarget, known: KnownTarget): boolean =>
  units !== null && kind !== 'nobody' && !units.some((unit) => unit === known?.unitId)

/**
 * Decides one youth's new assignment. `units` are the giver's (null: all). A row made from another assignment than the open one changes nothing,
 * unless it already is as wanted; a protected youth is given only to those who may read protected identities (OSL 21 kap. 3 §).
 */
export function assignmentFor(
  scope: Pick<Scope, 'units'>,
  target: AssignTarget,
  known: KnownTarget,
  now: AssignedNow,
  version: number,
): Decision<Assignment, AssignRefusal> {
  if (target.kind !== 'nobody' && known?.isActive !== true) return refuse('not-active')
  if (isOutside(scope, target, known)) return refuse('outside-own-unit')
  if (target.kind === 'staff' && now.isProtected && known?.mayReadProtected !== true) return refuse('no-right-to-protected')
  const wanted = targetOf(target, known, now)
  if (wanted.kind === 'same') return grant(wanted)
  return version === now.version ? grant(wanted) : refuse('somebody-else-first')
}
