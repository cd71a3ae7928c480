/** The nouns of the coverage meter (A7). */
import type { PlainDate } from '../../platform/plain-date.ts'

/** Why nobody can say where somebody is, in the order they are tried. */
export const gapReasons = [
  'noBirthDate',
  'unconfirmedStay',
  'undecidedEducation',
  'staleSource',
  'levelUnknown',
  'pending',
  'maybeTwice',
  'exception',
  'unexplained',
] as const
export type GapReason = (typeof gapReasons)[number]

/** A row of the meter: expected = listed + inEducation + completed + otherKnown + gap, always. */
export type CoverageCounts = {
  readonly expected: number
  readonly listed: number
  readonly inEducation: number
  readonly completed: number
  readonly otherKnown: number
  readonly gap: number
}

export type ByYear = CoverageCounts & { readonly year: number }
/** `id` null: those whose postal code no district has. */
export type ByDistrict = CoverageCounts & { readonly id: number | null; readonly name: string | null }

export type GapPerson = {
  readonly subjectId: string
  /** False for somebody who has not been computed yet: there is no page to open. */
  readonly hasPage: boolean
  readonly name: string
  readonly number: string | null
  readonly year: number
  readonly district: string | null
  readonly reason: GapReason
}

export type Coverage = {
  readonly total: CoverageCounts
  readonly byYear: readonly ByYear[]
  readonly byDistrict: readonly ByDistrict[]
  /** The gap of the selection by reason. */
  readonly reasons: readonly { readonly reason: GapReason; readonly persons: number }[]
  /** One page of the selection's gap, and how many there are in all. */
  readonly gap: readonly GapPerson[]
  readonly gapTotal: number
}

/** What of the gap is shown. `district` 'none': without district; null everywhere: all. */
export type Selection = {
  readonly year: number | null
  readonly district: number | 'none' | null
  readonly reason: GapReason | null
  readonly page: number
}

/** What the meter is asked with. */
export type CoverageQuestion = { readonly municipality: string; readonly on: PlainDate; readonly selection: Selection }
