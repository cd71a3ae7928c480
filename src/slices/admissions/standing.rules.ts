/**
 * Where a youth stands in the summer radar on a day: what the newest list says, how far guidance has come, and whether there is a place. Pure, and
 * asked day by day: what was known later says nothing of the day.
 */
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Group, ListAnswer, RadarFacts, RadarStanding, Stage, StepDone } from './admissions.types.ts'
import type { Radar } from './season.rules.ts'

/** The newest list's answer on the day; null when no list has said anything yet. */
export const answerOn = (answers: readonly ListAnswer[], on: PlainDate): ListAnswer | null =>
  answers.reduce<ListAnswer | null>((newest, one) => (one.on <= on && (newest === null || one.on >= newest.on) ? one : newest), null)

/** Whether she lives here on the day, is not 20 yet and has no diploma. */
export const isOurs = ({ lives, overOn }: RadarFacts, on: PlainDate): boolean =>
  (overOn === null || on < overOn) && lives.some(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || untilOn > on))

/** The last day by the given on which it was done; null when it was not. */
const doneBy = (steps: readonly StepDone[], kind: StepDone['kind'], on: PlainDate): PlainDate | null =>
  steps.reduce<PlainDate | null>(
    (last, step) => (step.kind === kind && step.on <= on && (last === null || step.on > last) ? step.on : last),
    null,
  )

/** Whether a source knows of a place on the day: an enrolment that is known and has not been taken back. */
const isPlacedBySource = ({ places }: RadarFacts, on: PlainDate): boolean =>
  places.some(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || untilOn > on))

/** Whether what somebody wrote, or the list, is enough on the day. From the day that all must have come it no longer is, but for a while. */
function isPlacedByWord(facts: RadarFacts, answer: ListAnswer | null, on: PlainDate, radar: Radar): boolean {
  const writtenOn = doneBy(facts.steps, 'placed', on)
  if (on < radar.showUpOn) return writtenOn !== null || answer?.state === 'admitted'
  return writtenOn !== null && dayOf(on) - dayOf(writtenOn) < radar.graceDays
}

/** Somebody no list names is looked at once a list has been read: before that nobody has a place, and it says nothing. */
function groupOf({ entry }: RadarFacts, answer: ListAnswer | null, isPlaced: boolean, isListed: boolean): Group | null {
  if (entry?.reason === 'studyCertificate') return 'studyCertificate'
  if (answer !== null) return answer.state === 'admitted' && !isPlaced ? 'admittedAbsent' : answer.state
  return entry !== null && isListed ? 'notInList' : null
}

function stageOf({ steps }: RadarFacts, isPlaced: boolean, on: PlainDate): Stage {
  if (isPlaced) return 'placed'
  const furthest = (['changedChoice', 'met', 'invited'] as const).find((kind) => doneBy(steps, kind, on) !== null)
  return furthest ?? 'new'
}

/**
 * Where the youth stands on the day; null when there is nothing to look at her for yet, or she is not the municipality's any longer. Those with a study certificate have gone through upper
 * secondary school: they are looked at, and are not of the September number.
 */
export function standingOn(facts: RadarFacts, on: PlainDate, radar: Radar): RadarStanding | null {
  if (!isOurs(facts, on)) return null
  const answer = answerOn(facts.answers, on)
  const entry = facts.entry !== null && facts.entry.on <= on ? facts.entry : null
  const isPlaced = isPlacedBySource(facts, on) || isPlacedByWord(facts, answer, on, radar)
  const group = groupOf({ ...facts, entry }, answer, isPlaced, radar.listedFromOn !== null && radar.listedFromOn <= on)
  if (group === null) return null
  return { group, stage: stageOf(facts, isPlaced, on), lacksPlace: !isPlaced && group !== 'studyCertificate' }
}
