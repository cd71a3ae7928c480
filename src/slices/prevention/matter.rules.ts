/** What may be done with a matter: opened about a school that the youth goes to, handed on, closed in its own way. */
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

export type AskRefusal = 'closed-already' | 'another-kind' | 'asked-already' | 'protected'

/** Why the school may not be asked by a link; null when it may. About somebody protected nobody is asked over the open net. */
export function askRefusal(
  { kind, closedOn, asked }: Pick<Matter, 'kind' | 'closedOn' | 'asked'>,
  isProtected: boolean,
): AskRefusal | null {
  if (closedOn !== null) return 'closed-already'
  if (kind !== 'gone') return 'another-kind'
  if (isProtected) return 'protected'
  // A link that ran out or was withdrawn can be followed by another.
  return asked !== null && (asked.state === 'waiting' || asked.state === 'opened' || asked.state === 'answered') ? 'asked-already' : null
}

/** Whether the next step of an open matter is ours: nobody is waited for while a school has a question that it can answer. */
export const waitsForUs = ({ closedOn, asked }: Pick<Matter, 'closedOn' | 'asked'>): boolean =>
  closedOn === null && (asked === null || (asked.state !== 'waiting' && asked.state !== 'opened'))
