/** The radar's figures: day by day to the September number, and of those who were not admitted how many were guided and placed (seeds/001, 7.2). */
import type { PlainDate } from '../../platform/plain-date.ts'
import {
  groups,
  rounds,
  type Group,
  type ListAnswer,
  type ListState,
  type RadarFacts,
  type Round,
  type StepKind,
} from './admissions.types.ts'
import type { Radar } from './season.rules.ts'
import { isOurs, standingOn } from './standing.rules.ts'

/** Those without a place on a day, by why they are looked at. `total` is the September number of the day. */
export type DayFigures = {
  readonly on: PlainDate
  readonly total: number
  readonly placed: number
  readonly by: Readonly<Record<Group, number>>
}

const none = (): Record<Group, number> => Object.fromEntries(groups.map((group) => [group, 0])) as Record<Group, number>

/** The figures of a day. Of the study certificates `by` counts those without a place too; the total leaves them out. */
export function figuresOn(all: readonly RadarFacts[], on: PlainDate, radar: Radar): DayFigures {
  const by = none()
  let [total, placed] = [0, 0]
  for (const facts of all) {
    const standing = standingOn(facts, on, radar)
    if (standing === null) continue
    if (standing.stage === 'placed') placed += 1
    else by[standing.group] += 1
    if (standing.lacksPlace) total += 1
  }
  return { on, total, placed, by }
}

/** The states of a list in which somebody has not been admitted. */
export const unplacedStates = ['notApplied', 'notAdmitted', 'reserve'] as const satisfies readonly ListState[]
export type UnplacedState = (typeof unplacedStates)[number]

/** What became of those whom the first list of a round had without a place. `placed`, `left` and `without` are all of them. */
export type Outcome = {
  readonly round: Round
  readonly state: UnplacedState
  readonly youths: number
  readonly invited: number
  /** Got guidance: met, or changed their choice with help. */
  readonly guided: number
  readonly changedChoice: number
  readonly placed: number
  /** Placed after guidance; the others who were placed did it on their own. */
  readonly placedAfterGuidance: number
  /** Moved away, turned 20 or got a diploma since. */
  readonly left: number
  readonly without: number
}

/**
 * What the first list of the round said of a youth; null when it has not said anything by the day. Of two lists of the same day the later read.
 */
function firstAnswer({ answers }: RadarFacts, round: Round, on: PlainDate): ListAnswer | null {
  const theirs = answers.filter((answer) => answer.round === round && answer.on <= on)
  const [earliest] = theirs.map((answer) => answer.on).toSorted()
  return theirs.findLast((answer) => answer.on === earliest) ?? null
}

/** Somebody whom the first list of the round had without a place, and the day from which it was known. */
type Unplaced = { readonly facts: RadarFacts; readonly state: UnplacedState; readonly sinceOn: PlainDate }

/** Those of the round who lived here on some day from the list on. */
function unplacedOf(all: readonly RadarFacts[], round: Round, on: PlainDate): Unplaced[] {
  return all.flatMap((facts) => {
    const answer = firstAnswer(facts, round, on)
    if (answer === null || answer.state === 'admitted') return []
    const { lives, overOn } = facts
    const isAfter = (end: PlainDate | null): boolean => end === null || end > answer.on
    const wasOurs = isAfter(overOn) && lives.some(({ fromOn, untilOn }) => fromOn <= on && isAfter(untilOn))
    return wasOurs ? [{ facts, state: answer.state, sinceOn: answer.on }] : []
  })
}

/** How many of them, and what had become of them by the day. What was done before the list is of an earlier round. */
function outcomeOf(theirs: readonly Unplaced[], { round, state }: Pick<Outcome, 'round' | 'state'>, on: PlainDate, radar: Radar): Outcome {
  const isDone = ({ facts: { steps }, sinceOn }: Unplaced, kind: StepKind): boolean =>
    steps.some((step) => step.kind === kind && step.on >= sinceOn && step.on <= on)
  const isGuided = (one: Unplaced): boolean => isDone(one, 'met') || isDone(one, 'changedChoice')
  const hasLeft = ({ facts }: Unplaced): boolean => !isOurs(facts, on)
  const isPlaced = ({ facts }: Unplaced): boolean => standingOn(facts, on, radar)?.stage === 'placed'
  const count = (fits: (one: Unplaced) => boolean): number => theirs.filter(fits).length
  return {
    round,
    state,
    youths: theirs.length,
    invited: count((one) => isDone(one, 'invited') || isGuided(one)),
    guided: count(isGuided),
    changedChoice: count((one) => isDone(one, 'changedChoice')),
    placed: count(isPlaced),
    placedAfterGuidance: count((one) => isGuided(one) && isPlaced(one)),
    left: count(hasLeft),
    without: count((one) => !hasLeft(one) && !isPlaced(one)),
  }
}

/** The outcomes of both rounds by the day, those with nobody left out. */
export const outcomesBy = (all: readonly RadarFacts[], on: PlainDate, radar: Radar): Outcome[] =>
  rounds.flatMap((round) => {
    const theirs = unplacedOf(all, round, on)
    const of = (state: UnplacedState): Unplaced[] => theirs.filter((one) => one.state === state)
    return unplacedStates.filter((state) => of(state).length > 0).map((state) => outcomeOf(of(state), { round, state }, on, radar))
  })
