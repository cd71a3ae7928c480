/** A round of the ladder: what it holds whatever the order, and what is missing, which comes in order. */
import { plusDays, weekdayOf, type Day } from '../../platform/plain-date.ts'
import { partOfDay } from './days.rules.ts'
import {
  dayParts,
  ladderSteps,
  type Channel,
  type ContactEvent,
  type DayPart,
  type LadderStep,
  type Outcome,
  type WaitsFor,
} from './ladder.types.ts'
import type { LadderSettings } from './settings.rules.ts'

/** Attempts that came to nobody: they are no step, and the same step is still to be taken. */
const nowhere: ReadonlySet<Outcome> = new Set(['wrongNumber', 'deadNumber', 'returned', 'failed', 'wrongAddress'])

/** Whether the attempt came to somebody, or to where the youth lives. */
export const cameThrough = ({ attempted, outcome }: ContactEvent): boolean => attempted && !nowhere.has(outcome)

/** Whether outreach has begun with it: the youth was turned to, or turned to us. Asking a school or a partner about somebody is none of it. */
export const turnsToYouth = ({ channel, attempted, reached }: Pick<ContactEvent, 'channel' | 'attempted' | 'reached'>): boolean =>
  reached || (attempted && channel !== 'school' && channel !== 'partner')

/** The ways that the steps are taken. Others are side steps: they count as begun when they turn to the youth, and move nothing. */
const isStep = ({ channel }: ContactEvent): boolean =>
  channel === 'letter' || channel === 'phone' || channel === 'visitCard' || channel === 'homeVisit'

/** A round of these steps, from the day on: attempts before it belong to no round. `waitsFor` until its first step. */
export type Opening = {
  readonly fromOn: Day
  readonly steps: readonly LadderStep[]
  readonly attempts: readonly ContactEvent[]
  readonly waitsFor: WaitsFor
}
/** The round under way, with its own attempts. `nth` 0 is the one that was opened; the others come after one that was completed. */
export type Round = Opening & { readonly nth: number }

/** A round that resumes after the youth was reached begins with the calls: the letter has been answered. */
export const stepsAfterReach: readonly LadderStep[] = ladderSteps.slice(1)

/** An occasion to call that counts, by its weekday (1-7) and part of the day. */
export type Occasion = { readonly weekday: number; readonly part: DayPart }

/** The parts of the day that have been tried; when all have, they begin again. */
export const triedParts = (occasions: readonly Occasion[]): DayPart[] =>
  occasions.slice(occasions.length - (occasions.length % dayParts.length)).map(({ part }) => part)

const made = (attempts: readonly ContactEvent[], by: Channel): ContactEvent[] => attempts.filter(({ channel }) => channel === by)

/** The occasions of the calls, in order: each on a weekday and in a part of the day of its own (DOMAIN.md 5). Another call on such a one adds none. */
export function occasionsOf(attempts: readonly ContactEvent[], { dayHours }: LadderSettings): Occasion[] {
  const occasions: Occasion[] = []
  for (const { on, minute } of made(attempts, 'phone')) {
    const [weekday, part] = [weekdayOf(on), partOfDay(minute, dayHours)]
    const isTried = occasions.some((one) => one.weekday === weekday) || triedParts(occasions).includes(part)
    if (!isTried) occasions.push({ weekday, part })
  }
  return occasions
}

const letterDays = (attempts: readonly ContactEvent[]): number => new Set(made(attempts, 'letter').map(({ on }) => on)).size

/** Whether the round holds the step. */
export function holds({ attempts, steps }: Pick<Round, 'attempts' | 'steps'>, step: LadderStep, settings: LadderSettings): boolean {
  switch (step) {
    case 'letter':
      return letterDays(attempts) > 0
    case 'call':
      return occasionsOf(attempts, settings).length >= settings.calls
    case 'furtherLetter':
      return letterDays(attempts) > (steps.includes('letter') ? 1 : 0)
    case 'visitCard':
      return made(attempts, 'visitCard').length > 0
    case 'homeVisit': {
      const card = attempts.findIndex(({ channel }) => channel === 'visitCard')
      return card !== -1 && made(attempts.slice(card), 'homeVisit').length > 0
    }
  }
}

/** The steps that are missing, in order, of those that can be taken. */
export const missingIn = (round: Round, settings: LadderSettings, canTake: (step: LadderStep) => boolean): LadderStep[] =>
  round.steps.filter((step) => canTake(step) && !holds(round, step, settings))

/**
 * The round under way when all attempts have been made, in order. A completed round is followed by rest until so many days after the last attempt;
 * attempts in the rest belong to no round.
 */
export function roundUnderWay(opening: Opening, settings: LadderSettings, canTake: (step: LadderStep) => boolean): Round {
  let round: Round = { ...opening, attempts: [], nth: 0 }
  for (const attempt of opening.attempts) {
    if (!cameThrough(attempt) || !isStep(attempt)) continue
    const nextOn = plusDays(attempt.on, settings.newRoundDays)
    if (attempt.on < round.fromOn) {
      if (round.nth > 0) round = { ...round, fromOn: nextOn }
      continue
    }
    round = { ...round, attempts: [...round.attempts, attempt] }
    const isDone = missingIn(round, settings, canTake).length === 0
    if (isDone) round = { fromOn: nextOn, steps: ladderSteps, attempts: [], waitsFor: 'nobody', nth: round.nth + 1 }
  }
  return round
}
