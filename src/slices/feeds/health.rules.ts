/** How a source is doing: what its last read came to, and whether its last good one is too old to be trusted (A1). */
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { FreshDays } from '../settings/index.ts'
import type { SourceReads } from './feeds.types.ts'

/** `approved`: a stopped read was approved and is waited for again. */
export type Health = 'good' | 'old' | 'stopped' | 'approved' | 'refused' | 'never'

export type SourceHealth = SourceReads & {
  readonly health: Health
  /** Days since the last good read; null when there is none. */
  readonly ageDays: number | null
  readonly freshDays: number
  /** The last good read is older than the freshness days. */
  readonly isLate: boolean
}

const healthOf = ({ lastState, goodOn }: SourceReads, isLate: boolean): Health => {
  switch (lastState) {
    case null:
      return 'never'
    case 'stopped':
    case 'approved':
    case 'refused':
      return lastState
    case 'good':
      return goodOn === null ? 'never' : isLate ? 'old' : 'good'
  }
}

/** The health of a source on the day. A source that was never read well is late from the first day. */
export function sourceHealth(reads: SourceReads, { days, bySource }: FreshDays, on: PlainDate): SourceHealth {
  const freshDays = Object.hasOwn(bySource, reads.name) ? (bySource[reads.name] ?? days) : days
  const ageDays = reads.goodOn === null ? null : Math.max(0, dayOf(on) - dayOf(reads.goodOn))
  const isLate = ageDays === null || ageDays > freshDays
  return { ...reads, health: healthOf(reads, isLate), ageDays, freshDays, isLate }
}
