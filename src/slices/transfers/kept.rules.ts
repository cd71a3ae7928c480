/** What of a transfer may be put in the register at somebody's press: what came, said on a day that has been, of somebody born. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { keptParts, type Carried, type KeptPart } from './transfers.types.ts'

const listOf = {
  phone: 'phones',
  email: 'emails',
  occupation: 'occupations',
  education: 'educations',
  measure: 'measures',
} as const satisfies Record<KeptPart, keyof Carried>

export type CarriedItem = { readonly key: string; readonly part: KeptPart; readonly value: Carried[(typeof listOf)[KeptPart]][number] }

/** Everything that came, one by one, each with the key it is chosen by: `occupation:0`. */
export const itemsOf = (content: Carried): readonly CarriedItem[] =>
  keptParts.flatMap((part) => content[listOf[part]].map((value, at) => ({ key: `${part}:${at}`, part, value })))

export type KeepRefusal = 'not-followed' | 'nothing-chosen' | 'not-come'

/** Whether something may be put in at all: of somebody who is covered or watched here (2006:39 4 §), when something is chosen that has come. */
export function mayKeep(
  chosen: readonly CarriedItem[],
  { asked, isFollowed }: { readonly asked: number; readonly isFollowed: boolean },
): Decision<null, KeepRefusal> {
  if (asked === 0) return refuse('nothing-chosen')
  if (chosen.length !== asked) return refuse('not-come')
  return isFollowed ? grant(null) : refuse('not-followed')
}

/**
 * Whether the statement can stand in our register: said on a day that has been, and not before hen was born. What is unknown says nothing, and what the
 * other municipality dated ahead is left where it is.
 */
export const canStand = (
  { kind, statedOn }: { readonly kind: string; readonly statedOn: string },
  bornOn: PlainDate | null,
  today: PlainDate,
): boolean => kind !== 'unknown' && statedOn <= today && (bornOn === null || statedOn >= bornOn)
