/** The nouns of published reports, and of counts that run after the answer. */
import type { CountedAgain, FigureNames, Published, PublishProblem } from '../figures/index.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { ReportKind } from './report.rules.ts'

/** `figure`: one figure published by itself. */
export type PublicationKind = ReportKind | 'figure'

/** Something published: a report, or a figure by itself. `at`: Swedish time to the minute. `figure`: the name of the first figure. */
export type PublicationHead = {
  readonly id: string
  readonly kind: PublicationKind
  readonly figure: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
  readonly note: string
  readonly by: string
  readonly at: string
}

/** With its figures, and what units and the like were called and what was too small to be shown when it was published. */
export type Publication = PublicationHead & {
  readonly countedOn: PlainDate
  readonly names: FigureNames
  readonly smallBelow: number
  readonly figures: readonly Published[]
}

export type NewReport = Pick<PublicationHead, 'kind' | 'fromOn' | 'untilOn' | 'note' | 'by'> & {
  readonly countedOn: PlainDate
  readonly names: FigureNames
  readonly smallBelow: number
  readonly publishedIds: readonly string[]
  readonly staffId: string | null
}

/** Why nothing was begun or published, besides what figures refuse. */
export type RunProblem = 'note-personal' | 'another-runs'

export type PublishOutcome =
  | { readonly granted: true; readonly value: string }
  | { readonly granted: false; readonly reason: PublishProblem }

/** What came out of a run. */
export type RunResult =
  | { readonly is: 'published'; readonly outcome: PublishOutcome }
  | { readonly is: 'again'; readonly publication: Publication; readonly counted: readonly CountedAgain[] }
