/** The words of the establishment assessment: areas, items, a scale, and how answers become a score. DOMAIN.md 8. */
import type { PlainDate } from '../../../platform/plain-date.ts'

/** Whole hundredths of a point: 12.5 is 1250. Scores are never floating-point numbers. */
export type Points = number

/** The processes that follow up: the labour-market secretaries, and the youth coordinators of housing. */
export const recipients = ['labourMarket', 'housing'] as const
export type Recipient = (typeof recipients)[number]

/** Which side of the threshold is the low one: strictly below it, or strictly above it (where much is bad). */
export const directions = ['below', 'above'] as const
export type Direction = (typeof directions)[number]

export const aggregations = ['mean', 'sum'] as const
export type Aggregation = (typeof aggregations)[number]

/** A question that is answered with points. Its key is the instrument's own. */
export type Item = { readonly key: string; readonly sv: string; readonly en: string }

export type InstrumentArea = {
  readonly key: string
  readonly sv: string
  readonly en: string
  /** Who follows up when the score is low. */
  readonly recipient: Recipient
  readonly threshold: Points
  readonly direction: Direction
  readonly items: readonly Item[]
}

/** What an item is answered with: from the least to the most by the step. A daily rating goes by a step of its own, over the area's range. */
export type Scale = { readonly min: Points; readonly max: Points; readonly step: Points; readonly ratingStep: Points }

/** Items without an answer: none may lack one, or so many of each area are enough and the rest are left out of the mean. Never zero. */
export type MissingRule = { readonly kind: 'refuse' } | { readonly kind: 'answered'; readonly atLeast: number }

export type Instrument = {
  readonly scale: Scale
  readonly aggregation: Aggregation
  readonly missing: MissingRule
  readonly areas: readonly InstrumentArea[]
}

/** A version in force from a day on, for assessments that are begun then. Those begun earlier keep theirs. */
export type InstrumentVersion = Instrument & { readonly version: number; readonly fromOn: PlainDate; readonly byName: string }

/** Answers by item; an item that is not there has no answer. */
export type Answers = Readonly<Record<string, Points>>

/** An area's score, and how many of its items have an answer. */
export type AreaScore = { readonly area: string; readonly points: Points; readonly answered: number; readonly asked: number }
