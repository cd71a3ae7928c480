/** The nouns of assigning: to whom, from what, and how it went. */

/** To whom a youth is given: a colleague, a unit (nobody in it yet), or nobody. */
export type AssignTarget =
  | { readonly kind: 'staff'; readonly staffId: string }
  | { readonly kind: 'unit'; readonly unitId: number }
  | { readonly kind: 'nobody' }

/** The target as it is known when it is decided; null when there is none such. */
export type KnownTarget = {
  readonly isActive: boolean
  readonly unitId: number | null
  readonly staffId: string | null
  readonly mayReadProtected: boolean
} | null

/** A ticked row: whose, and the open assignment it was made from (0: none). */
export type Ticked = { readonly subjectId: string; readonly version: number }

export type AssignRefusal = 'somebody-else-first' | 'not-in-your-list' | 'outside-own-unit' | 'not-active' | 'no-right-to-protected'
export type AssignOutcome = 'done' | 'same' | AssignRefusal

/** How it went for one youth, and who has the youth now. Names are null for what the reader may not see. */
export type AssignResult = {
  readonly subjectId: string
  readonly name: string | null
  readonly outcome: AssignOutcome
  readonly nowStaff: string | null
  readonly nowUnit: string | null
}
