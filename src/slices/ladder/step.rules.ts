/** The next step of a round, with its first day and the last day before it is late. */
import { dayFrom, plusDays, weekdayOf, yearOf, type Day } from '../../platform/plain-date.ts'
import { monthsAfter, workingDayFrom, workingDayUntil } from './days.rules.ts'
import type { LadderFacts, LadderStep, NextStep, Standing, WaitsFor } from './ladder.types.ts'
import { holds, missingIn, occasionsOf, triedParts, type Occasion, type Round } from './round.rules.ts'
import type { LadderSettings } from './settings.rules.ts'
import { mayText, ofAgeOn, skipReason } from './skips.rules.ts'

/** A step, and whom we wait for until its first day. */
export type Planned = { readonly step: NextStep; readonly waitsFor: WaitsFor }

/** A thing to do on the days that is none of the ladder's own steps. */
export const aThing = (kind: NextStep['kind'], fromOn: Day, dueOn: Day, agreed: NextStep['agreed'] = null): NextStep => ({
  kind,
  nth: 1,
  of: 1,
  fromOn,
  dueOn,
  agreed,
  avoidWeekdays: [],
  avoidParts: [],
  withSms: false,
})

/** The last day to begin outreach: the same day of the next month (DOMAIN.md 5). */
export const lastDayToBegin = (enteredOn: Day, { beginMonths }: LadderSettings): Day => monthsAfter(enteredOn, beginMonths)

/** Days from the last attempt of the round to the step. */
function daysTo(step: LadderStep, occasions: readonly Occasion[], settings: LadderSettings): number {
  switch (step) {
    case 'letter':
      return 0
    case 'call':
      return occasions.length === 0 ? settings.daysToFirstCall : settings.daysBetweenCalls
    case 'furtherLetter':
      return settings.daysToFurtherLetter
    case 'visitCard':
      return settings.daysToVisitCard
    case 'homeVisit':
      return settings.daysToVisit
  }
}

/**
 * The day that the round's own pace gives the step. A step that is left out leaves its days: the ladder is no steeper for somebody without
 * a number, and there is time to search for one.
 */
function paceOf(step: LadderStep, round: Round, settings: LadderSettings): Day {
  const { steps, attempts, fromOn } = round
  const occasions = occasionsOf(attempts, settings)
  const before = steps.slice(0, steps.indexOf(step))
  const leftOut = before.slice(before.findLastIndex((one) => holds(round, one, settings)) + 1)
  const waited = leftOut.filter((one) => one !== steps[0]).reduce((days, one) => days + daysTo(one, occasions, settings), 0)
  const last = attempts.at(-1)
  return last === undefined ? plusDays(fromOn, waited) : plusDays(last.on, waited + daysTo(step, occasions, settings))
}

/** The day of the large round of the year of entry, for those who came in before it; null when it comes too late to begin. */
function largeRoundOn({ enteredOn }: LadderFacts, beginBy: Day, { largeRoundAfter }: LadderSettings): Day | null {
  const [month, dayOfMonth] = largeRoundAfter
  const roundOn = workingDayFrom(plusDays(dayFrom(yearOf(enteredOn), month, dayOfMonth), 1))
  return enteredOn < roundOn && roundOn <= beginBy ? roundOn : null
}

/**
 * The last day before the step is late: some days after its first, and on a working day (as in lag 1930:173). The first letter may wait for the large
 * round, but never longer than to the last day to begin.
 */
function dueDay(step: LadderStep, fromOn: Day, isEntry: boolean, facts: LadderFacts, settings: LadderSettings): Day {
  const dueFrom = (on: Day): Day => workingDayFrom(plusDays(on, settings.lateDays))
  const beginBy = workingDayUntil(lastDayToBegin(facts.enteredOn, settings))
  if (!isEntry || step !== 'letter' || fromOn > beginBy) return dueFrom(fromOn)
  const roundOn = largeRoundOn(facts, beginBy, settings) ?? fromOn
  return Math.min(beginBy, Math.max(dueFrom(fromOn), dueFrom(roundOn))) as Day
}

/** The next step of the round; null when none can be taken. `isEntry`: the round is the first, and nobody has been reached. */
export function nextStepOf(round: Round, isEntry: boolean, facts: LadderFacts, settings: LadderSettings): Planned | null {
  const [step] = missingIn(round, settings, (one) => skipReason(one, facts, settings) === null)
  if (step === undefined) return null
  const pace = paceOf(step, round, settings)
  const isCall = step === 'call'
  const occasions = isCall ? occasionsOf(round.attempts, settings) : []
  const avoidWeekdays = occasions.map(({ weekday }) => weekday)
  const ofAge = ofAgeOn(facts, settings)
  const earliest = Math.max(pace, ofAge, isCall ? (facts.phoneFoundOn ?? pace) : pace) as Day
  const fromOn = workingDayFrom(earliest, (on) => !avoidWeekdays.includes(weekdayOf(on)))
  return {
    step: {
      ...aThing(step, fromOn, dueDay(step, fromOn, isEntry, facts, settings)),
      nth: occasions.length + 1,
      of: isCall ? settings.calls : 1,
      avoidWeekdays,
      avoidParts: triedParts(occasions),
      withSms: step === 'letter' && settings.smsWithLetter && mayText(facts),
    },
    waitsFor: ofAge > pace ? 'nobody' : round.attempts.length > 0 ? 'youth' : round.waitsFor,
  }
}

/** The steps of the round that are left out, in order. Until somebody who is to come of age first does so, that is all that is missing. */
export function skippedIn(round: Round, facts: LadderFacts, settings: LadderSettings): Standing['skipped'] {
  const missing = missingIn(round, settings, () => true)
  const [next] = missing.filter((step) => skipReason(step, facts, settings) === null)
  const isMinor = next !== undefined && ofAgeOn(facts, settings) > paceOf(next, round, settings)
  return missing
    .map((step) => ({ step, why: skipReason(step, facts, settings) ?? (isMinor ? ('minor' as const) : null) }))
    .filter((left): left is Standing['skipped'][number] => left.why !== null)
}
