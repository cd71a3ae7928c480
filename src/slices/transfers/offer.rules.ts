/** When a youth may be offered to another municipality, when an offer may be answered, and when what was accepted may be sent. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { dayOf, plusDays, dateOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Mover, Residence, Withholding } from './transfers.types.ts'

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
 * Whether what was accepted may be sent on the day: asked again at the last moment. Where two municipalities claim the youth – the one that accepted
 * says that hen lives there, and our register says another – nothing is sent until the register agrees.
 */
export function mayBeSent(mover: Mover, to: string, today: PlainDate): Decision<null, Withholding> {
  const receiver = receiverOf(mover, today)
  if (!receiver.granted) return refuse(receiver.reason === 'nowhere' ? 'notThere' : receiver.reason)
  return receiver.value === to ? grant(null) : refuse('notThere')
}

/** What is known of the one whose number an offer holds, by the receiver's own register; null: nobody here has the number. */
type Claimed = { readonly residence: Residence; readonly isSeen: boolean } | null

/**
 * Whether an offer is shown to a reader and may be accepted: only about somebody who lives here by our own register, and whom the reader may see.
 * Any other offer looks the same as none: that somebody is unknown, lives elsewhere or is protected is told to nobody.
 */
export const isTheirs = (claimed: Claimed): boolean => claimed !== null && claimed.isSeen && claimed.residence.at === 'here'

/** The day from which an offer that nobody could answer goes back as refused by itself. The register may be late: feeds catch up. */
export const goesBackOn = (receivedOn: PlainDate, waitDays: number): PlainDate => dateOf(plusDays(dayOf(receivedOn), waitDays))

export type AnswerRefusal = 'answered' | 'withdrawn' | 'not-here'

/** Whether an offer may be answered now. */
export function mayAnswer(
  offer: { readonly isAnswered: boolean; readonly isWithdrawn: boolean },
  claimed: Claimed,
): Decision<null, AnswerRefusal> {
  if (offer.isWithdrawn) return refuse('withdrawn')
  if (offer.isAnswered) return refuse('answered')
  return isTheirs(claimed) ? grant(null) : refuse('not-here')
}
