/** When a measure may begin and end, what stands in its way, and where it stands on a day. Days are half-open: ended on a day, it is not ongoing that day. */
import { dateOf, dayFrom, dayOf, daysInMonth, partsOf, plusDays, type Day, type PlainDate } from '../../platform/plain-date.ts'
import type {
  EndProblem,
  Item,
  ItemStage,
  Measure,
  MeasureProblem,
  MeasureState,
  NewMeasure,
  Reason,
  StageLength,
} from './measures.types.ts'

export const longestNote = 500
/** Nobody plans a start further ahead than a year, or a measure that takes more than three. The database says the same. */
const mostDaysAhead = 366
const longestDays = 1096

/** Half-open; `untilOn` null: no end. */
export type Span = { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }

const holds = ({ fromOn, untilOn }: Span, on: PlainDate): boolean => fromOn <= on && (untilOn === null || on < untilOn)
const isEmpty = ({ fromOn, untilOn }: Span): boolean => untilOn !== null && untilOn <= fromOn
const begins = (one: Span, other: Span): boolean => one.untilOn === null || other.fromOn < one.untilOn

/** Whether two spans have a day in common. */
export const overlap = (one: Span, other: Span): boolean => !isEmpty(one) && !isEmpty(other) && begins(one, other) && begins(other, one)

/** Whether the youth is covered, or watched, on the day: then a measure may begin. */
export const isFollowedOn = (followed: readonly Span[], on: PlainDate): boolean => followed.some((span) => holds(span, on))

/** Whether measures of the item may begin on the day. */
export const isValidOn = ({ fromOn, untilOn }: Pick<Item, 'fromOn' | 'untilOn'>, on: PlainDate): boolean => holds({ fromOn, untilOn }, on)

type Standing = Pick<Measure, 'placement' | 'struck' | 'fromOn' | 'endedOn'>

/** Where a measure stands on the day. What ended on its first day never was: it is not planned either. */
export function stateOf({ placement, struck, fromOn, endedOn }: Standing, on: PlainDate): MeasureState {
  if (struck !== null) return 'struck'
  if (placement === 'waiting' || placement === 'refused') return placement
  if (endedOn !== null && (endedOn <= on || endedOn === fromOn)) return 'ended'
  return fromOn > on ? 'planned' : 'ongoing'
}

/** Whether it stands: what is struck, waits for a decision or was refused counts for nothing. */
export const stands = ({ placement, struck }: Pick<Measure, 'placement' | 'struck'>): boolean =>
  struck === null && (placement === 'none' || placement === 'approved')

/** The planned end has come, and nobody has said that it ended. */
export const isOverdue = (measure: Standing & Pick<Measure, 'plannedUntilOn'>, on: PlainDate): boolean =>
  stateOf(measure, on) === 'ongoing' && measure.plannedUntilOn !== null && measure.plannedUntilOn <= on

/** The days that a measure takes: a planned end that has passed frees none until somebody says that it ended. */
export function takes({ fromOn, plannedUntilOn, endedOn }: Pick<Measure, 'fromOn' | 'plannedUntilOn' | 'endedOn'>, today: PlainDate): Span {
  if (endedOn !== null) return { fromOn, untilOn: endedOn }
  const isPassed = plannedUntilOn !== null && plannedUntilOn <= today && fromOn <= today
  return { fromOn, untilOn: isPassed ? dateOf(plusDays(dayOf(today), 1)) : plannedUntilOn }
}

/** The same day so many months later, or the last day of a month that has none such. */
function plusMonths(of: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(of)
  const at = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1]
  return dayFrom(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)))
}

/** The day that a stage of the length is planned to end when it begins on the day. */
export const plannedEnd = (fromOn: PlainDate, length: StageLength): PlainDate =>
  dateOf('days' in length ? plusDays(dayOf(fromOn), length.days) : plusMonths(dayOf(fromOn), length.months))

/** A stage with its planned days. */
export type PlannedStage = { readonly stage: ItemStage; readonly fromOn: PlainDate; readonly untilOn: PlainDate }

/** The stages one after the other from the day: of alternatives the first. */
export function plannedStages(stages: readonly ItemStage[], fromOn: PlainDate): PlannedStage[] {
  const first = stages.filter((stage, index) => stages.findIndex(({ step }) => step === stage.step) === index)
  let at = fromOn
  return first
    .toSorted((a, b) => a.step - b.step)
    .map((stage) => {
      const planned = { stage, fromOn: at, untilOn: plannedEnd(at, stage.length) }
      at = planned.untilOn
      return planned
    })
}

/** The planned end of a measure when nothing else is said: that of its last stage; null for one without stages. */
export const suggestedEnd = (stages: readonly ItemStage[], fromOn: PlainDate): PlainDate | null =>
  plannedStages(stages, fromOn).at(-1)?.untilOn ?? null

export type Days = Pick<Measure, 'fromOn' | 'plannedUntilOn' | 'endedOn'>

/** What new days are judged with. */
export type KnownOfDays = {
  /** When the youth is covered or watched. */
  readonly followed: readonly Span[]
  /** The other measures of the youth. */
  readonly others: readonly Measure[]
  readonly recordedOn: PlainDate
  readonly today: PlainDate
}

/** Its own days are as they are planned: what was over before it was written in is ended next. */
const isTaken = ({ fromOn, plannedUntilOn, endedOn }: Days, { others, today }: KnownOfDays): boolean =>
  others.some((other) => other.isExclusive && stands(other) && overlap({ fromOn, untilOn: endedOn ?? plannedUntilOn }, takes(other, today)))

/** What is wrong with a start and a planned end. */
export function daysProblems(days: Days, item: Pick<Item, 'fromOn' | 'untilOn' | 'isExclusive'>, known: KnownOfDays): MeasureProblem[] {
  const { fromOn, plannedUntilOn } = days
  const problems: MeasureProblem[] = []
  if (!isValidOn(item, fromOn)) problems.push('item-not-valid')
  if (dayOf(fromOn) - dayOf(known.recordedOn) > mostDaysAhead) problems.push('start-too-far')
  else if (!isFollowedOn(known.followed, fromOn)) problems.push('outside-period')
  if (plannedUntilOn !== null && plannedUntilOn < fromOn) problems.push('end-before-start')
  else if (plannedUntilOn !== null && dayOf(plannedUntilOn) - dayOf(fromOn) > longestDays) problems.push('end-too-far')
  else if (item.isExclusive && isTaken(days, known)) problems.push('overlaps')
  return problems
}

/** What is wrong with a new measure. A proposal that the personnel group has yet to decide is in nobody's way, but nothing may be in its. */
export function newProblems(
  wish: Pick<NewMeasure, 'fromOn' | 'plannedUntilOn' | 'note'>,
  item: Item | null,
  known: KnownOfDays,
): MeasureProblem[] {
  const { fromOn, plannedUntilOn, note } = wish
  const long: MeasureProblem[] = note.length > longestNote ? ['note-too-long'] : []
  if (item === null) return ['unknown-item', ...long]
  return [...daysProblems({ fromOn, plannedUntilOn, endedOn: null }, item, known), ...long]
}

type End = { readonly endedOn: PlainDate; readonly reason: Reason | undefined }
type SaidEnd = Pick<Measure, 'fromOn' | 'endedOn' | 'endReason' | 'endSaidOn'>

/** Whether it never was: said to have never begun, or called off before the day it was to begin. `calledOff` in counts.store says the same. */
export const neverBegan = ({ fromOn, endedOn, endReason, endSaidOn }: SaidEnd): boolean =>
  endedOn === fromOn && (endReason === 'neverBegan' || (endSaidOn !== null && endSaidOn < fromOn))

/** The day that an end on the day counts as said. What was called off stays so: an end that stays on the first day was said when it first was. */
export const saidOnOf = ({ fromOn, endedOn: before, endSaidOn }: SaidEnd, endedOn: PlainDate, today: PlainDate): PlainDate =>
  endedOn === fromOn && before === fromOn ? (endSaidOn ?? today) : today

/** What is wrong with the day itself. What has not begun can only have never been: it ends on its first day. */
function endDayProblem(measure: Measure, endedOn: PlainDate, today: PlainDate): EndProblem | null {
  if (endedOn < measure.fromOn) return 'end-before-start'
  if (endedOn > today && endedOn !== measure.fromOn) return 'end-ahead'
  return measure.stages.some((stage) => stage.fromOn > endedOn || (stage.endedOn ?? endedOn) > endedOn) ? 'end-before-stage' : null
}

/** What is wrong with the day and the reason of an end, the first or another; null: nothing. */
export function saidEndProblem(measure: Measure, { endedOn, reason }: End, today: PlainDate): EndProblem | null {
  if (reason === undefined || !reason.uses.includes('end')) return 'unknown-reason'
  const ofDay = endDayProblem(measure, endedOn, today)
  if (ofDay !== null) return ofDay
  return reason.key !== 'neverBegan' && saidOnOf(measure, endedOn, today) < measure.fromOn ? 'only-never-began' : null
}

/** What is wrong with an end on the day for the reason; null: nothing. */
export function endProblem(measure: Measure, end: End, today: PlainDate): EndProblem | null {
  if (!stands(measure)) return 'not-standing'
  return measure.endedOn === null ? saidEndProblem(measure, end, today) : 'ended-already'
}
