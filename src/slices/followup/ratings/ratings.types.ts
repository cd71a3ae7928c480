/** Daily ratings by housing: one a youth and day, with points for each area that housing follows up. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Points } from '../instrument/instrument.types.ts'

export type RatedArea = { readonly area: string; readonly points: Points }

/** The rating of a day, in its newest version. An area that is not there was not rated: it is missing, not zero. */
export type DayRating = { readonly on: PlainDate; readonly version: number; readonly areas: readonly RatedArea[] }

/** A day of an area's series; `points` null: no rating. */
export type RatedDay = { readonly on: PlainDate; readonly points: Points | null }

/** One saving of a day's rating, for its history. */
export type RatingVersion = DayRating & { readonly note: string; readonly why: string; readonly byName: string; readonly savedAt: string }
