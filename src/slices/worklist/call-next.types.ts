/** The nouns of whom to call next. */
import type { DayPart } from '../ladder/index.ts'

/** Somebody to be called; `avoid...` are the weekdays (1-7) and parts of the day already tried, empty where any time will do. */
export type CallDue = {
  readonly subjectId: string
  readonly avoidWeekdays: readonly number[]
  readonly avoidParts: readonly DayPart[]
}
