/** The words of those who are followed: youths with persons of their own here, where they live, who is called to talks, who follows whom. */
import type { Protection } from '../../../kernel/disclosure.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Process } from '../members/members.types.ts'

/** The kinds of protection, as the gate names them. */
export const protections = ['none', 'secrecy-marked', 'protected-registration', 'unconfirmed-stay'] as const satisfies readonly Protection[]

/** Why a file is kept for good instead of erased after five years (SoL 12 kap. 2 §): placed as a child, or another ground that is written down. */
export const keptReasons = ['placed', 'other'] as const
export type KeptReason = (typeof keptReasons)[number]

/** A youth of directed follow-up. The id is random and this module's own; the number is joined with nothing outside it. */
export type Youth = {
  readonly id: string
  /** Twelve digits, or eight digits and the four characters of an interim number. */
  readonly number: string
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate
  readonly protection: Protection
  readonly school: string
  /** E.164, or empty. */
  readonly phone: string
  readonly email: string
  readonly registeredOn: PlainDate
  /** The day the youth left the units; null as long as they are there. */
  readonly leftOn: PlainDate | null
  readonly keptBecause: KeptReason | null
  readonly keptGround: string
  readonly version: number
}

/** A youth in a list: name, where they live, and which processes have them to do today. */
export type ListedYouth = Pick<Youth, 'id' | 'givenName' | 'familyName' | 'protection' | 'leftOn'> & {
  readonly unit: string | null
  readonly unitId: string | null
  readonly district: string
  readonly processes: readonly Process[]
}

/** Where a youth lives or lived: a half-open period. */
export type Stay = {
  readonly id: string
  readonly unitId: string
  readonly unit: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
}

/** Who is called together: trustee (god man), housing staff, school staff, others. The youth is always one of them. */
export const actorKinds = ['trustee', 'housing', 'school', 'other'] as const
export type ActorKind = (typeof actorKinds)[number]

export type CalledActor = {
  readonly id: string
  readonly kind: ActorKind
  readonly name: string
  readonly phone: string
  readonly email: string
  /** The day from which they are no longer called; null as long as they are. */
  readonly endedOn: PlainDate | null
  readonly version: number
}

/** Who follows a youth, in which process, over a half-open period. */
export type Follower = {
  readonly id: string
  readonly staffId: string
  readonly name: string
  readonly process: Process
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
}

/** Everything of a youth that this room knows. */
export type YouthFile = {
  readonly youth: Youth
  readonly stays: readonly Stay[]
  readonly actors: readonly CalledActor[]
  readonly followers: readonly Follower[]
}

/** A housing unit: where it is (`district`), and whether it is in use. */
export type HousingUnit = {
  readonly id: string
  readonly name: string
  readonly district: string
  readonly active: boolean
  readonly youths: number
  readonly version: number
}

/** What is saved of a youth's own particulars. */
export type YouthWish = Omit<Youth, 'id' | 'registeredOn' | 'version' | 'leftOn'>
