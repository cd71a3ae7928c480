/**
 * The outreach ladder (DOMAIN.md 5): what comes next with a youth, and when. The answer is days to compare with, never "late" or "today":
 * it stays true while days pass, until something new becomes known (ADR 0020).
 */
import { dayFrom, plusDays, weekdayOf, yearOf, type Day } from '../../platform/plain-date.ts'
import { monthsAfter, workingDayFrom, workingDaysAfter, workingDayUntil } from './days.rules.ts'
import {
  ladderSteps,
  type ContactEvent,
  type LadderFacts,
  type LadderStep,
  type NextStep,
  type Standing,
  type WaitsFor,
} from './ladder.types.ts'
import { holds, missingIn, occasionsOf, roundUnderWay, triedParts, type Opening, type Round } from './round.rules.ts'
import type { LadderSettings } from './settings.rules.ts'
import { mayText, ofAgeOn, skipReason } from './skips.rules.ts'
import { agreementOf, aThing, attemptAt, openingAfter, quietAfter, type Agreement } from './voice.rules.ts'

/** The last day to begin outreach: the same day of the next month (DOMAIN.md 5). */
export const lastDayToBegin = (enteredOn: Day, { beginMonths }: LadderSettings): Day => monthsAfter(enteredOn, beginMonths)

const rank = ({ reached, outcome }: ContactEvent): number => (outcome === 'declined' ? 2 : Number(reached))

/** A history in the order it happened, in the present period. Of what happened in one minute the youth's own voice comes last, and a no after that. */
function inOrder({ events, enteredOn }: LadderFacts): ContactEvent[] {
  return events.filter(({ on }) => on >= enteredOn).toSorted((a, b) => a.on - b.on || a.minute - b.minute || rank(a) - rank(b))
}

/** Days before the step, counted from the last attempt of its round. */
function daysBefore(step: LadderStep, calls: number, settings: LadderSettings): number {
  switch (step) {
    case 'letter':
      return 0
    case 'call':
      return calls === 0 ? settings.daysToFirstCall : settings.daysBetweenCalls
    case 'furtherLetter':
      return settings.daysToFurtherLetter
    case 'visitCard':
      return settings.daysToVisitCard
    case 'homeVisit':
      return settings.daysToVisit
  }
}

/** The last day before the step is late. Who came in shortly before the large round may wait for it, if that is in time to begin. */
function dueDay(step: LadderStep, fromOn: Day, opens: boolean, { enteredOn }: LadderFacts, settings: LadderSettings): Day {
  const dueOn = plusDays(fromOn, settings.lateDays)
  if (!opens || step !== 'letter') return workingDayUntil(dueOn)
  const [month, dayOfMonth] = settings.largeRoundAfter
  const largeRoundOn = plusDays(dayFrom(yearOf(enteredOn), month, dayOfMonth), 1)
  const beginBy = lastDayToBegin(enteredOn, settings)
  const waits = enteredOn < largeRoundOn && workingDayFrom(largeRoundOn) <= beginBy
  const latest = Math.min(workingDayFrom(largeRoundOn) + settings.lateDays, beginBy) as Day
  return workingDayUntil(waits && latest > dueOn ? latest : dueOn)
}

/** The first missing step of the round with its days; null when none can be taken. */
function stepIn(round: Round, opens: boolean, facts: LadderFacts, settings: LadderSettings): NextStep | null {
  const [step] = missingIn(round, settings, (one) => skipReason(one, facts, settings) === null)
  if (step === undefined) return null
  const occasions = occasionsOf(round.attempts, settings)
  const last = round.attempts.at(-1)
  const base = last === undefined ? round.fromOn : plusDays(last.on, daysBefore(step, occasions.length, settings))
  const foundOn = step === 'call' ? (facts.phoneFoundOn ?? base) : base
  const avoidWeekdays = step === 'call' ? occasions.map(({ weekday }) => weekday) : []
  const earliest = Math.max(base, foundOn, ofAgeOn(facts, settings)) as Day
  const fromOn = workingDayFrom(earliest, (on) => !avoidWeekdays.includes(weekdayOf(on)))
  return {
    ...aThing(step, fromOn, dueDay(step, fromOn, opens && last === undefined, facts, settings)),
    nth: step === 'call' ? occasions.length + 1 : 1,
    of: step === 'call' ? settings.calls : 1,
    avoidWeekdays,
    avoidParts: step === 'call' ? triedParts(occasions) : [],
    withSms: step === 'letter' && settings.smsWithLetter && mayText(facts),
  }
}

type Planned = { readonly step: NextStep; readonly waitsFor: WaitsFor }

/** A planned visit: its card first, by the working day before, unless the youth agreed to the visit or wants no cards. */
function plannedVisit(
  facts: LadderFacts,
  voice: ContactEvent | null,
  later: readonly ContactEvent[],
  settings: LadderSettings,
): Planned | null {
  const { visitOn } = facts
  if (visitOn === null || facts.isProtected) return null
  const lastVisit = later.findLastIndex(({ channel }) => channel === 'homeVisit')
  const hasCard = later.slice(lastVisit + 1).some(({ channel }) => channel === 'visitCard')
  if (hasCard || voice?.agreed === 'visit' || facts.optedOut.includes('visitCard')) {
    return { step: aThing('homeVisit', visitOn, visitOn), waitsFor: 'youth' }
  }
  const cardFrom = workingDayUntil(plusDays(visitOn, -settings.daysToVisit))
  return { step: aThing('visitCard', cardFrom, workingDayUntil(plusDays(visitOn, -1))), waitsFor: 'us' }
}

/** What has a day of its own comes before the ladder, the earliest first; an answer from the youth comes before everything. */
function appointed(facts: LadderFacts, agreement: Agreement | null, visit: Planned | null, settings: LadderSettings): Planned | null {
  const { openReplyOn, meetingOn } = facts
  if (openReplyOn !== null) {
    const dueOn = workingDaysAfter(openReplyOn, settings.answerWorkingDays)
    return { step: aThing('answerReply', workingDayFrom(openReplyOn), dueOn), waitsFor: 'us' }
  }
  const isBooked =
    agreement !== null &&
    ((agreement.step.agreed === 'meet' && meetingOn !== null) || (agreement.step.agreed === 'visit' && visit !== null))
  const meeting: Planned | null = meetingOn === null ? null : { step: aThing('keepMeeting', meetingOn, meetingOn), waitsFor: 'youth' }
  const all = [meeting, visit, isBooked ? null : agreement].filter((one) => one !== null)
  return all.toSorted((a, b) => a.step.fromOn - b.step.fromOn)[0] ?? null
}

/** The steps of the round that are left out. Somebody who is to come of age first has them all left out until the step's first day. */
function skippedIn(round: Round, facts: LadderFacts, settings: LadderSettings): Standing['skipped'] {
  const notYet = ofAgeOn(facts, settings) > (round.attempts.at(-1)?.on ?? round.fromOn)
  return round.steps
    .filter((step) => !holds(round, step, settings))
    .map((step) => ({ step, why: skipReason(step, facts, settings) ?? (notYet ? ('minor' as const) : null) }))
    .filter((left): left is Standing['skipped'][number] => left.why !== null)
}

/**
 * Where outreach stands with a youth. Until `step.fromOn` we wait for `waitsFor`; from that day on it is for us (`waitsForOn`).
 * Without a step nothing on the ladder can be taken, and `skipped` says why.
 */
export function standingOf(facts: LadderFacts, settings: LadderSettings): Standing {
  const events = inOrder(facts)
  const voiceAt = events.findLastIndex(({ reached }) => reached)
  const voice = events[voiceAt] ?? null
  const later = events.slice(voiceAt + 1)
  const agreement = voice === null ? null : agreementOf(voice, settings)
  const attempt = agreement === null ? null : attemptAt(agreement, later)
  const entry: Opening = { fromOn: facts.enteredOn, steps: ladderSteps, waitsFor: 'us' }
  const opening = voice === null ? entry : openingAfter(voice, attempt, later, facts, settings)
  const round = roundUnderWay(opening, later, settings, (step) => skipReason(step, facts, settings) === null)
  const own = appointed(facts, attempt === null ? agreement : null, plannedVisit(facts, voice, later, settings), settings)
  const step = own?.step ?? stepIn(round, voice === null && round.nth === 0, facts, settings)
  const hasClimbed = round.nth > 0 || round.attempts.length > 0
  const declined = voice?.outcome === 'declined'
  return {
    step,
    waitsFor: own?.waitsFor ?? (step === null ? 'us' : round.attempts.length > 0 ? 'youth' : round.waitsFor),
    skipped: skippedIn(round, facts, settings),
    quiet: voice !== null && declined && !hasClimbed ? quietAfter(voice.on, facts.bornOn, settings) : null,
    stoppedAnswering: voice !== null && !declined && hasClimbed,
    beginBy: events.length === 0 ? lastDayToBegin(facts.enteredOn, settings) : null,
    firstAttemptOn: events.find(({ attempted }) => attempted)?.on ?? null,
    firstReachedOn: events.find(({ reached }) => reached)?.on ?? null,
  }
}
