/** The radar's figures: day by day to the September number, and of those who were not admitted how many were guided and placed (seeds/001, 7.2). */
import type { PlainDate } from '../../platform/plain-date.ts'
import { groups, rounds, type Group, type ListState, type RadarFacts, type Round, type StepKind } from './admissions.types.ts'
import type { Radar } from './season.rules.ts'
import { standingOn } from './standing.rules.ts'

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

/** What became of those whom the first list of a round had without a place. */
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
}

/** What the first list of the round said of a youth; null when it has not said anything by the day, or that she was admitted. */
function stateIn({ answers }: RadarFacts, round: Round, on: PlainDate): UnplacedState | null {
  const first = answers.find((answer) => answer.round === round && answer.on <= on)
  return first === undefined || first.state === 'admitted' ? null : first.state
}

const isDone = ({ steps }: RadarFacts, kind: StepKind, on: PlainDate): boolean => steps.some((step) => step.kind === kind && step.on <= on)

/** How many of the round and state, and what had become of them by the day. */
function outcomeOf(all: readonly RadarFacts[], round: Round, state: UnplacedState, on: PlainDate, radar: Radar): Outcome {
  const theirs = all.filter((facts) => stateIn(facts, round, on) === state)
  const isGuided = (facts: RadarFacts): boolean => isDone(facts, 'met', on) || isDone(facts, 'changedChoice', on)
  const isPlaced = (facts: RadarFacts): boolean => standingOn(facts, on, radar)?.stage === 'placed'
  const count = (fits: (facts: RadarFacts) => boolean): number => theirs.filter(fits).length
  return {
    round,
    state,
    youths: theirs.length,
    invited: count((facts) => isDone(facts, 'invited', on) || isGuided(facts)),
    guided: count(isGuided),
    changedChoice: count((facts) => isDone(facts, 'changedChoice', on)),
    placed: count(isPlaced),
    placedAfterGuidance: count((facts) => isGuided(facts) && isPlaced(facts)),
  }
}

/** The outcomes of both rounds by the day, those with nobody left out. */
export const outcomesBy = (all: readonly RadarFacts[], on: PlainDate, radar: Radar): Outcome[] =>
  rounds.flatMap((round) => unplacedStates.map((state) => outcomeOf(all, round, state, on, radar))).filter(({ youths }) => youths > 0)
