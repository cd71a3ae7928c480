/** What has a day of its own: an answer to read, a meeting, a planned visit, what was agreed. It comes before the steps of the ladder. */
import { plusDays } from '../../platform/plain-date.ts'
import { workingDayFrom, workingDaysAfter, workingDayUntil } from './days.rules.ts'
import type { ContactEvent, LadderFacts } from './ladder.types.ts'
import { cameThrough } from './round.rules.ts'
import type { LadderSettings } from './settings.rules.ts'
import { aThing, type Planned } from './step.rules.ts'

function openReply({ openReplyOn }: LadderFacts, { answerWorkingDays }: LadderSettings): Planned | null {
  if (openReplyOn === null) return null
  const dueOn = workingDaysAfter(openReplyOn, answerWorkingDays)
  return { step: aThing('answerReply', workingDayFrom(openReplyOn), dueOn), waitsFor: 'us' }
}

const meeting = ({ meetingOn }: LadderFacts): Planned | null =>
  meetingOn === null ? null : { step: aThing('keepMeeting', meetingOn, meetingOn), waitsFor: 'youth' }

/**
 * A planned visit. Its card comes first, by the working day before, unless the youth agreed to the visit or wants no cards. Every visit has a card of
 * its own. Nobody visits a protected youth.
 */
function visit(facts: LadderFacts, pending: Planned | null, later: readonly ContactEvent[], settings: LadderSettings): Planned | null {
  const { visitOn, optedOut } = facts
  if (visitOn === null || facts.isProtected) return null
  const sinceVisit = later.slice(later.findLastIndex(({ channel }) => channel === 'homeVisit') + 1)
  const hasCard = sinceVisit.some((event) => event.channel === 'visitCard' && cameThrough(event))
  if (hasCard || pending?.step.agreed === 'visit' || optedOut.includes('visitCard')) {
    return { step: aThing('homeVisit', visitOn, visitOn), waitsFor: 'youth' }
  }
  const fromOn = workingDayUntil(plusDays(visitOn, -settings.daysToVisit))
  return { step: aThing('visitCard', fromOn, workingDayUntil(plusDays(visitOn, -1))), waitsFor: 'us' }
}

/**
 * What is to be done on a day of its own, the earliest first; an answer from the youth comes before all. `pending` is what was agreed and is still owed:
 * a meeting or visit that was agreed and has been booked is that one.
 */
export function appointed(
  facts: LadderFacts,
  pending: Planned | null,
  later: readonly ContactEvent[],
  settings: LadderSettings,
): Planned | null {
  const reply = openReply(facts, settings)
  if (reply !== null) return reply
  const [met, visited] = [meeting(facts), visit(facts, pending, later, settings)]
  const agreed = pending?.step.agreed
  const isBooked = (agreed === 'meet' && met !== null) || (agreed === 'visit' && visited !== null)
  const [first] = [met, visited, isBooked ? null : pending].filter((one) => one !== null).toSorted((a, b) => a.step.fromOn - b.step.fromOn)
  return first ?? null
}
