/** The nouns of the evidence: everything done to reach one youth, as it is printed. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Channel, LadderStep, Outcome, QuietMoment, SkipReason } from '../ladder/index.ts'
import type { SeenYouth } from '../worklist/index.ts'

/** A contact or an attempt as it was logged. `at`: Swedish local time, `YYYY-MM-DD HH:MM`. */
export type ProvenContact = {
  readonly at: string
  readonly channel: Channel
  readonly outcome: Outcome
  readonly attempted: boolean
  readonly reached: boolean
  readonly by: string
  readonly secondBy: string | null
  /** The template that was sent; null when it was not a message of ours. */
  readonly template: string | null
  /** The last two digits of the number that was used; a number is never printed in full. */
  readonly ending: string | null
}

/** A search for a number. `step`: its key. */
export type ProvenSearch = { readonly on: PlainDate; readonly step: string; readonly result: 'found' | 'nothing'; readonly by: string }

/** A no, and how long it is respected. */
export type QuietPeriod = { readonly declinedOn: PlainDate; readonly untilOn: PlainDate; readonly moment: QuietMoment }

export type Evidence = {
  readonly youth: SeenYouth
  readonly fromOn: PlainDate | null
  readonly untilOn: PlainDate | null
  readonly entryReason: string | null
  readonly beginBy: PlainDate | null
  /** The day of the first attempt or contact of the period. */
  readonly begunOn: PlainDate | null
  readonly contacts: readonly ProvenContact[]
  readonly searches: readonly (ProvenSearch & { readonly name: string })[]
  readonly skipped: readonly { readonly step: LadderStep; readonly why: SkipReason }[]
  readonly quiet: readonly QuietPeriod[]
}
