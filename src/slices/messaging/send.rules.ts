/** Whether a message is still to be sent when its turn comes, by which number or address, and when it is tried again. */
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Message, MessageState } from './message.types.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'
import type { CancelReason, SendFacts, SendOutcome, SendWay } from './send.types.ts'

type Asked = Pick<Message, 'channel' | 'templateKey'>

/** What was agreed with the youth is told also to somebody whom the responsibility no longer covers. */
const agreed: readonly TemplateKey[] = ['meetingSms', 'meetingEmail', 'planLinkSms', 'planLinkEmail', 'planCodeSms', 'planCodeEmail']
const isAgreed = ({ templateKey }: Asked): boolean => agreed.includes(templateKey)

/** Whether sending it is an attempt to reach the youth. A code is not: it was the youth who asked for it, a moment ago. */
export const isAttempt = ({ templateKey }: Pick<Message, 'templateKey'>): boolean =>
  templateKey !== 'planCodeSms' && templateKey !== 'planCodeEmail'

/** The letter about turning 20 may leave the house on the very birthday, and also to somebody who has said no: it asks nothing, it says that the asking ends. */
const outlastsCoverage = (asked: Asked): boolean => isAgreed(asked) || asked.templateKey === 'turning20'

/** A number that only did not answer rests from calls, not from the reminder of a meeting. */
const isCooling = ({ cooldownUntil, lastResult }: SendWay, asked: Asked, today: PlainDate): boolean =>
  cooldownUntil !== null && dayOf(cooldownUntil) > dayOf(today) && !(isAgreed(asked) && lastResult === 'noAnswer')

/** Why the way is not to be used; null when it is. */
function wayProblem(way: SendWay, asked: Asked, today: PlainDate): CancelReason | null {
  if (way.isEnded) return 'way-ended'
  if (way.deadOn !== null) return 'dead-way'
  return isCooling(way, asked, today) ? 'cooling' : null
}

const rank = ({ lastResult }: SendWay): number => {
  if (lastResult === 'worked' || lastResult === 'delivered') return 0
  return lastResult === null ? 1 : lastResult === 'noAnswer' ? 2 : 3
}

/** The way to use: the one it was queued with, else the best of those that may be used; null when there is none. */
export function wayToUse({ way, ways }: SendFacts, asked: Asked, today: PlainDate): SendWay | null {
  if (way !== null) return way
  const usable = ways.filter((one) => wayProblem(one, asked, today) === null)
  return usable.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
}

/** Why the message to a youth is not to be sent after all; null when it is. The first reason of several. */
export function cancelReason(facts: SendFacts, asked: Asked, today: PlainDate): CancelReason | null {
  if (facts.isProtected) return 'protected'
  if (facts.isRoundCancelled) return 'round-cancelled'
  if (facts.hasDied || (!facts.isCovered && !outlastsCoverage(asked))) return 'not-covered'
  if (facts.isOptedOut && asked.templateKey !== 'turning20') return 'opted-out'
  if (asked.channel === 'letter' || asked.channel === 'card') return null
  const way = wayToUse(facts, asked, today)
  return way === null ? 'no-way' : wayProblem(way, asked, today)
}

const backOff = [1, 5, 30, 120] as const

/** How many minutes until a message is tried again, after so many tries; null: not again by itself. */
export const minutesAfter = (tries: number): number | null => backOff[tries - 1] ?? null

/** How long a print folder that could not be written is left alone. */
export const folderMinutes = 5

/** Where a message stands after its handing over. What its provider has said meanwhile stands. */
export function settledState(state: MessageState, tries: number, outcome: SendOutcome): MessageState {
  if (outcome.kind === 'sent') return state === 'sending' || state === 'unsure' || state === 'queued' ? 'sent' : state
  if (state !== 'sending') return state
  switch (outcome.kind) {
    case 'failed':
      return 'failed'
    case 'unsure':
      return 'unsure'
    case 'held':
      return 'queued'
    case 'down':
      return minutesAfter(tries) === null ? 'failed' : 'queued'
  }
}
