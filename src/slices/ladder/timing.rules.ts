/** A standing seen on a day: whether its step is late, whom we wait for, and when to call. */
import { weekdayOf, type Day } from '../../platform/plain-date.ts'
import { workingDayFrom } from './days.rules.ts'
import { dayParts, type DayPart, type NextStep, type Standing, type WaitsFor } from './ladder.types.ts'

export type StepTiming = 'coming' | 'now' | 'late'

/** Whether the step lies ahead, is to be taken now, or should have been. */
export function stepTiming({ fromOn, dueOn }: Pick<NextStep, 'fromOn' | 'dueOn'>, today: Day): StepTiming {
  if (today < fromOn) return 'coming'
  return today <= dueOn ? 'now' : 'late'
}

/** Whom we wait for on the day: from the step's first day on it is for us, and so it is when there is no step to take. */
export const waitsForOn = ({ step, waitsFor }: Pick<Standing, 'step' | 'waitsFor'>, today: Day): WaitsFor =>
  step !== null && today < step.fromOn ? waitsFor : 'us'

/** Late first: that is when the young answer. */
const bestFirst: readonly DayPart[] = dayParts.toReversed()

/** When the call is best made: the next working day with a weekday, and the part of the day, that have not been tried. Null for other steps. */
export function suggestedCall(step: NextStep, today: Day): { readonly on: Day; readonly part: DayPart } | null {
  const part = bestFirst.find((one) => !step.avoidParts.includes(one))
  if (step.kind !== 'call' || part === undefined) return null
  const earliest = today > step.fromOn ? today : step.fromOn
  return { on: workingDayFrom(earliest, (on) => !step.avoidWeekdays.includes(weekdayOf(on))), part }
}
