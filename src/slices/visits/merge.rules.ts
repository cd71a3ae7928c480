/**
 * Two telephones with the same visit: what each has written is put together field by field. What only one of them changed stands; what both
 * changed differently is for a person to choose (`Conflict`), and until then what came first stands. Nothing is lost, nothing is doubled.
 */
import { visitFieldNames, type SomeFields, type VisitFieldName, type VisitFields, type VisitResult } from './visits.types.ts'

/** The fields after the change, and those where somebody else was before with something different. */
export type Merged = { readonly after: VisitFields; readonly conflicts: readonly VisitFieldName[] }

const minute = 60_000
/** Two who check in at the same door do it within so long: then the first check-in and the last check-out stand. */
export const sameMoment = 10 * minute

/** Whether the fields can be true together (`in_before_out`, `a_visit_that_was_made_was_checked_in`). */
export const isCoherent = ({ checkedInAt, checkedOutAt, result }: VisitFields): boolean =>
  (checkedOutAt === null || (checkedInAt !== null && checkedOutAt >= checkedInAt)) &&
  (result === null || result === 'notMade' || checkedInAt !== null)

type Value = VisitFields[VisitFieldName] | undefined

/** Two instants that are one: the earlier check-in, the later check-out. Undefined: they are not one. */
function oneMoment(name: VisitFieldName, mine: Value, theirs: Value): Value {
  if ((name !== 'checkedInAt' && name !== 'checkedOutAt') || typeof mine !== 'number' || typeof theirs !== 'number') return undefined
  if (Math.abs(mine - theirs) > sameMoment) return undefined
  return name === 'checkedInAt' ? Math.min(mine, theirs) : Math.max(mine, theirs)
}

type OneField = { readonly value: Value; readonly isConflict: boolean }

function mergedField(name: VisitFieldName, base: Value, mine: Value, theirs: Value): OneField {
  if (mine === undefined || mine === theirs || mine === base) return { value: theirs, isConflict: false }
  if (theirs === base) return { value: mine, isConflict: false }
  const one = oneMoment(name, mine, theirs)
  return one === undefined ? { value: theirs, isConflict: true } : { value: one, isConflict: false }
}

/** The names of the fields that a change would make different from what stands. */
export const changedFields = (mine: SomeFields, theirs: VisitFields): VisitFieldName[] =>
  visitFieldNames.filter((name) => mine[name] !== undefined && mine[name] !== theirs[name])

/**
 * A change put together with what stands. `base`: the changed fields as they were when it was made. When the parts do not go together
 * (one undid the check-in that the other checks out from) all of the change is for a person to choose.
 */
export function merged(base: SomeFields, mine: SomeFields, theirs: VisitFields): Merged {
  const fields = visitFieldNames.map((name) => [name, mergedField(name, base[name], mine[name], theirs[name])] as const)
  const after = Object.fromEntries(fields.map(([name, { value }]) => [name, value])) as VisitFields
  if (!isCoherent(after)) return { after: theirs, conflicts: changedFields(mine, theirs) }
  return { after, conflicts: fields.filter(([, { isConflict }]) => isConflict).map(([name]) => name) }
}

/** Whether somebody changed any of the fields since: else a change that does not fit has nobody to differ with. */
export const isSince = (base: SomeFields, theirs: VisitFields): boolean =>
  visitFieldNames.some((name) => base[name] !== undefined && base[name] !== theirs[name])

/** An instant as it is kept: on a whole minute, not before the round's day and not after now (a telephone's clock may be wrong). */
export function likelyInstant(at: number, { from, now }: { readonly from: number; readonly now: number }): number {
  return Math.floor(Math.min(Math.max(at, from), Math.max(from, now)) / minute) * minute
}

/** A visit as a contact (DOMAIN.md 2: an attempt may or may not reach the youth). Null: nobody went there. */
export function contactOf(
  result: VisitResult | null,
): { readonly outcome: Exclude<VisitResult, 'notMade'>; readonly reached: boolean } | null {
  if (result === null || result === 'notMade') return null
  return { outcome: result, reached: result === 'reached' || result === 'declined' }
}

/** Whether the contact of the visit must be written anew: what it says has changed, and not only by the minutes between two telephones. */
export const isOtherContact = (before: VisitFields, after: VisitFields): boolean =>
  before.result !== after.result ||
  before.note !== after.note ||
  Math.abs((before.checkedInAt ?? 0) - (after.checkedInAt ?? 0)) > sameMoment

/** What is the same of every contact that comes from a round. */
export const ofAVisit = {
  attempted: true,
  wayId: null,
  occupation: null,
  nextStep: null,
  nextOn: null,
  department: null,
  origin: 'visit',
} as const
