/** When a youth may be offered to another municipality, when an offer may be answered, when what was accepted may be sent, and how it may end. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { dayOf, plusDays, dateOf, type PlainDate } from '../../platform/plain-date.ts'
import { silentDays, waitDays } from './transfer-days.rules.ts'
import type { Closing, IncomingState, Mover, Outgoing, OutgoingState, Withholding } from './transfers.types.ts'

/** Why nothing can be offered. The receiver is never chosen: it is the municipality where the register says that the youth lives. */
export type OfferRefusal = 'protected' | 'stillHere' | 'nowhere' | 'turned20' | 'noNumber'

/**
 * To whom a youth may be offered today. Protected youths never by a machine (OSL 21 kap. 3 §, 22 kap. 1 §); somebody registered here is ours; after
 * 20 no municipality has the duty (skollagen 29 kap. 9 §), so nothing is necessary for it (2006:39, 3 §).
 */
export function receiverOf({ residence, isProtected, turns20On, hasNumber }: Mover, today: PlainDate): Decision<string, OfferRefusal> {
  if (isProtected || residence.at === 'hidden') return refuse('protected')
  if (residence.at === 'here') return refuse('stillHere')
  if (residence.at !== 'elsewhere') return refuse('nowhere')
  if (turns20On === null || turns20On <= today) return refuse('turned20')
  return hasNumber ? grant(residence.municipality) : refuse('noNumber')
}

/**
 * Whether an offer still stands on the day, and what was accepted may be sent: asked again at every step. Where two municipalities claim the youth – the one that accepted
 * says that hen lives there, and our register says another – nothing is sent until the register agrees.
 */
export function mayBeSent(mover: Mover, to: string, today: PlainDate): Decision<null, Withholding> {
  const receiver = receiverOf(mover, today)
  if (!receiver.granted) return refuse(receiver.reason === 'nowhere' ? 'notThere' : receiver.reason)
  return receiver.value === to ? grant(null) : refuse('notThere')
}

/** The day on which an offer that nobody has answered is over by itself. */
export const goesBackOn = (deliveredOn: PlainDate): PlainDate => dateOf(plusDays(dayOf(deliveredOn), waitDays))

/** Whether the one who offered is reminded that nobody has answered. */
export const isSilent = ({ state, deliveredOn }: Pick<Outgoing, 'state' | 'deliveredOn'>, today: PlainDate): boolean =>
  state === 'offered' && deliveredOn !== null && dayOf(today) - dayOf(deliveredOn) >= silentDays

export type AnswerRefusal = 'answered' | 'withdrawn'

/** Whether an offer may be answered now: once, and while it stands. Who it is about is told nobody before that. */
export function mayAnswer(state: IncomingState): Decision<null, AnswerRefusal> {
  if (state === 'withdrawn' || state === 'notComing') return refuse('withdrawn')
  return state === 'waiting' ? grant(null) : refuse('answered')
}

export type ClosingRefusal = 'not-moved' | 'offer-open' | 'not-asked' | 'closed-already'

/** What is known when somebody says how a move ended. */
type Move = { readonly isToHandOver: boolean; readonly lastState: OutgoingState | null }
const openStates: readonly OutgoingState[] = ['waiting', 'offered', 'accepted']
const inVain: readonly OutgoingState[] = ['refused', 'unanswered', 'withheld']

/** Whether an offer waits for something still. */
export const isOpenOffer = (state: OutgoingState | null): boolean => state !== null && openStates.includes(state)

/** Whether it may be said how it ended for somebody who has moved. Nobody took over: somebody was asked in vain. */
export function mayClose({ isToHandOver, lastState }: Move, outcome: Closing): Decision<null, ClosingRefusal> {
  if (!isToHandOver) return refuse('not-moved')
  if (isOpenOffer(lastState)) return refuse('offer-open')
  return outcome !== 'nobodyTookOver' || (lastState !== null && inVain.includes(lastState)) ? grant(null) : refuse('not-asked')
}
