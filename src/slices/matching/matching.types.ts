/** The nouns of a run: what was asked for, and what came of it. Nothing here names a person. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { FeedName, ReadKind } from '../feeds/index.ts'

export type RunKind = 'feed' | 'nightly' | 'change'
export type RunState = 'done' | 'exceptions' | 'refused' | 'stopped' | 'failed'

/** What became of one source in a run. Counts are of rows and facts; `ageDays` is the days since its last good read. */
export type SourceReport = {
  readonly source: string
  readonly feed: FeedName
  readonly kind: ReadKind
  readonly state: 'good' | 'stopped' | 'refused' | 'failed' | 'nothing-new'
  readonly reason: string | null
  readonly ageDays: number | null
  readonly rows: number
  readonly people: number
  readonly new: number
  readonly changed: number
  readonly ended: number
  readonly unchanged: number
  readonly rejected: number
  readonly exceptions: number
}

export type Movement = { readonly total: number; readonly byReason: Readonly<Record<string, number>> }

export type RunReport = {
  readonly runId: number
  readonly kind: RunKind
  readonly municipality: string
  readonly on: PlainDate
  readonly state: RunState
  readonly sources: readonly SourceReport[]
  readonly covered: number
  readonly entered: Movement
  readonly left: Movement
  readonly recomputed: number
  readonly openExceptions: number
  readonly seconds: number
}
