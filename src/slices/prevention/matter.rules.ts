/** What may be done with a matter: opened about a school that the youth goes to, handed on, closed in its own way. */
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Closing, Matter, MatterKind, School } from './prevention.types.ts'

export type OpenRefusal = 'not-enrolled' | 'not-followed' | 'open-already'

/** Why a matter may not be opened; null when it may. `schools`: where the youth is enrolled today. */
export function openRefusal(
  kind: MatterKind,
  schoolUnit: string,
  {
    schools,
    isFollowed,
    matters,
  }: { readonly schools: readonly School[]; readonly isFollowed: boolean; readonly matters: readonly Matter[] },
): OpenRefusal | null {
  if (!schools.some(({ code }) => code === schoolUnit)) return 'not-enrolled'
  if (!isFollowed) return 'not-followed'
  const isOpen = matters.some((one) => one.kind === kind && one.school.code === schoolUnit && one.closedOn === null)
  return isOpen ? 'open-already' : null
}

/** How a matter of the kind can end. */
export const closingsOf = (kind: MatterKind): readonly Closing[] =>
  kind === 'complaint' ? ['headTakesOver', 'withdrawn'] : ['deregistered', 'backInSchool', 'withdrawn']

export type CloseRefusal = 'closed-already' | 'another-kind' | 'not-referred'

/** Why it may not be closed so; null when it may. A head takes over what the head has been told of. */
export function closeRefusal(
  { kind, closedOn, referredOn }: Pick<Matter, 'kind' | 'closedOn' | 'referredOn'>,
  closing: Closing,
): CloseRefusal | null {
  if (closedOn !== null) return 'closed-already'
  if (!closingsOf(kind).includes(closing)) return 'another-kind'
  return closing === 'headTakesOver' && referredOn === null ? 'not-referred' : null
}

export type ReferRefusal = 'closed-already' | 'another-kind' | 'referred-already'

/** Why it may not be handed on to the head; null when it may. */
export function referRefusal({ kind, closedOn, referredOn }: Pick<Matter, 'kind' | 'closedOn' | 'referredOn'>): ReferRefusal | null {
  if (closedOn !== null) return 'closed-already'
  if (kind !== 'complaint') return 'another-kind'
  return referredOn === null ? null : 'referred-already'
}

export type AskRefusal = 'closed-already' | 'asked-already' | 'protected'

/**
 * Why the school may not be asked by a link, whether somebody gone has been deregistered or whether the head takes a complaint in hand; null when it
 * may. About somebody protected nobody is asked over the open net.
 */
export function askRefusal({ closedOn, asked }: Pick<Matter, 'closedOn' | 'asked'>, isProtected: boolean): AskRefusal | null {
  if (closedOn !== null) return 'closed-already'
  if (isProtected) return 'protected'
  // A link that ran out or was withdrawn can be followed by another.
  return asked !== null && (asked.state === 'waiting' || asked.state === 'opened' || asked.state === 'answered') ? 'asked-already' : null
}

/** Whether the next step of an open matter is ours: nobody is waited for while a school has a question that it can answer. */
export const waitsForUs = ({ closedOn, asked }: Pick<Matter, 'closedOn' | 'asked'>): boolean =>
  closedOn === null && (asked === null || (asked.state !== 'waiting' && asked.state !== 'opened'))

/** Days that a school has to answer in before it is said that the answer is late: as many as a link lasts. */
export const answerDays = 14

/** How long the school has been waited for; null while nobody waits: it has not been told or asked, has answered, or the matter is closed. */
export function waitedDays(
  { closedOn, asked, referredOn }: Pick<Matter, 'closedOn' | 'asked' | 'referredOn'>,
  today: PlainDate,
): number | null {
  if (closedOn !== null || asked?.state === 'answered') return null
  const since = asked?.askedOn ?? referredOn
  return since === null ? null : Math.max(0, dayOf(today) - dayOf(since))
}

/** What the school has said and what the sources say of somebody gone: whether she is out of the roster, and whether the two agree. */
export type Roster = 'agrees' | 'stillEnrolled' | 'sourceEnded' | 'notSaid'

/** Of a matter of somebody gone. */
export function rosterOf({ asked, isEnrolled }: Pick<Matter, 'asked' | 'isEnrolled'>): Roster {
  if (asked?.answer === 'yes') return isEnrolled ? 'stillEnrolled' : 'agrees'
  return isEnrolled ? 'notSaid' : 'sourceEnded'
}
