/** The visit card before the visit (DOMAIN.md 5, step 4): who may be visited, and what the cards of a round still need. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Card, Round, Stop, VisitRefusal } from './visits.types.ts'

/**
 * Whether a youth may be visited on the day: a card with that day has been delivered, or the youth agreed to a visit then
 * (`isAnnounced`, which also knows cards of other rounds; in the database `a_visit_is_announced`). Else why not.
 */
export function mayVisit(on: PlainDate, { isAnnounced, card }: Pick<Stop, 'isAnnounced' | 'card'>): Decision<null, VisitRefusal> {
  if (isAnnounced) return grant(null)
  if (card === null) return refuse('no-card')
  return refuse(card.visitDay === on ? 'card-not-delivered' : 'card-of-another-day')
}

/** Whether the card says the day and time that the visit is planned for now. */
export const isRight = (card: Card | null, on: PlainDate, plannedAt: string | null): boolean =>
  card !== null && card.visitDay === on && card.visitTime === plannedAt

/** The card needs to be printed: there is none with the planned day and time. One already delivered with the right day stands. */
export const needsCard = ({ on }: Pick<Round, 'on'>, { card, plannedAt }: Pick<Stop, 'card' | 'plannedAt'>): boolean =>
  plannedAt !== null && !isRight(card, on, plannedAt)

/** A card that is printed with the round's day and not yet delivered. */
export const isToDeliver = ({ on }: Pick<Round, 'on'>, { card }: Pick<Stop, 'card'>): boolean =>
  card !== null && card.deliveredOn === null && card.visitDay === on

/** The delivered card says another time than the plan: worth telling, since the youth expects the other one. */
export const saysAnotherTime = ({ on }: Pick<Round, 'on'>, { card, plannedAt }: Pick<Stop, 'card' | 'plannedAt'>): boolean =>
  card !== null && card.deliveredOn !== null && card.visitDay === on && card.visitTime !== plannedAt
