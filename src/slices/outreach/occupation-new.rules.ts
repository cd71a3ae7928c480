/** Judging a statement that somebody writes by hand: its days must be possible, and it must be of somebody whom the register follows (2006:39 4 §). */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Occupation } from '../ladder/index.ts'
import type { OccupationSource } from './outreach.types.ts'

/** A statement as it was written. */
export type StatementDraft = {
  readonly kind: Occupation
  readonly source: OccupationSource
  readonly sinceOn: PlainDate | null
  /** The day it was said; null: today. */
  readonly statedOn: PlainDate | null
  /** What stood when the form was made; empty: nothing did. */
  readonly seen: string
}

/** What is known when it is judged. */
export type KnownOfStatement = {
  readonly today: PlainDate
  readonly bornOn: PlainDate | null
  /** Covered on the day it was said, watched now, or on the restricted list. */
  readonly isFollowed: boolean
  /** What stands now; empty: nothing. */
  readonly standing: string
}

/** `stale`: something else has been said since the form was made. */
export type StatementProblem =
  | 'said-ahead'
  | 'said-before-birth'
  | 'since-ahead'
  | 'since-before-birth'
  | 'since-of-unknown'
  | 'not-followed'
  | 'stale'

function daysProblem({ kind, sinceOn }: StatementDraft, statedOn: PlainDate, { today, bornOn }: KnownOfStatement): StatementProblem | null {
  if (statedOn > today) return 'said-ahead'
  if (bornOn !== null && statedOn < bornOn) return 'said-before-birth'
  if (sinceOn === null) return null
  if (kind === 'unknown') return 'since-of-unknown'
  if (sinceOn > statedOn) return 'since-ahead'
  return bornOn !== null && sinceOn < bornOn ? 'since-before-birth' : null
}

/** The day it was said, or the first thing that is wrong with it. */
export function judgedStatement(draft: StatementDraft, known: KnownOfStatement): Decision<PlainDate, StatementProblem> {
  const statedOn = draft.statedOn ?? known.today
  const problem = daysProblem(draft, statedOn, known)
  if (problem !== null) return refuse(problem)
  if (!known.isFollowed) return refuse('not-followed')
  return draft.seen === known.standing ? grant(statedOn) : refuse('stale')
}
