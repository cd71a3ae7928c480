/** The nouns of coding the past anew. */
import type { CodingEvent, CodingLine } from './coding.types.ts'

/** A coding that stands, as a replay is judged. */
export type PastCoding = {
  readonly codedId: string
  /** Of the human being: merged records are one. */
  readonly personId: number
  readonly event: CodingEvent
  readonly written: CodingLine
  /** Somebody has taken back the contact that it was said in, or what it said. */
  readonly isTakenBack: boolean
  /** Somebody has said something since, by hand, of the same day or a later one. */
  readonly isSaidSince: boolean
  /** Somebody has ended, changed or struck the measure. */
  readonly isMeasureTouched: boolean
}

/** Why a part is left as it is. */
export type LeftReason = 'said-since' | 'taken-back' | 'measure-touched' | 'item-not-valid'
export type Part<Value> =
  | { readonly does: 'nothing' }
  | { readonly does: 'write'; readonly to: Value }
  | { readonly does: 'leave'; readonly why: LeftReason }

/** What becomes of a coding. */
export type ReplayStep = {
  readonly coding: PastCoding
  readonly occupation: Part<CodingLine['occupation']>
  readonly measure: Part<CodingLine['measure']>
}
