/**
 * When there is no consent: which other legal grounds there are to look into. Explained, never assumed: nothing in the product is shared on
 * any of them, and none is chosen for anybody. OSL (2009:400), skollagen (2010:800).
 */
import type { ReceiverKind } from './consents.types.ts'

export const grounds = ['secrecy', 'ownBoard', 'ownWork', 'dutyByLaw', 'generalClause', 'worry', 'withoutName'] as const
export type Ground = (typeof grounds)[number]

/** `look`: could apply, somebody has to decide it. `no`: cannot apply here, and why is told. */
export type GroundSaid = { readonly ground: Ground; readonly bearing: 'look' | 'no' }

/** Whom the data would go to, and how old the youth is. */
export type GroundQuestion = { readonly receiver: ReceiverKind; readonly isUnder18: boolean }

/** All grounds in their own order, each with its bearing: those that cannot apply are named too, or somebody would look for them. */
export function otherGrounds({ receiver, isUnder18 }: GroundQuestion): GroundSaid[] {
  const bearings: Readonly<Record<Ground, boolean>> = {
    // No rule in OSL names the responsibility: which one applies depends on the board (23:5 guidance, 26:1 social services); 21:1 and 21:3 always.
    secrecy: true,
    // OSL 8:1, 8:2: there is no secrecy within one authority, but for branches that are independent of each other.
    ownBoard: receiver !== 'partner',
    // OSL 10:2: necessary for the own work. Read narrowly.
    ownWork: true,
    // OSL 10:28: a duty in law or ordinance to hand something over.
    dutyByLaw: true,
    // OSL 10:27: to an authority alone, when it is obvious that the interest weighs more; never of what social services know (26:1).
    generalClause: true,
    // Skollagen 29:13, socialtjänstlagen 19:1: a report of worry about a child, to social services only; never a referral.
    worry: isUnder18,
    // What tells nobody who it is about is not secret.
    withoutName: true,
  }
  return grounds.map((ground) => ({ ground, bearing: bearings[ground] ? 'look' : 'no' }))
}
