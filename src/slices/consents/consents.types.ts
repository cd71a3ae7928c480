/** The nouns of consent: what a youth has said yes to that we share, with whom, for what, and until when. Never the ground for the register. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Occupation } from '../ladder/index.ts'

/** For what. Chosen, never written: a purpose in words could say what must not be kept (förordning 2006:39 5 §). */
export const purposes = ['joinActivity', 'planTogether', 'followUp', 'handOver'] as const
export type Purpose = (typeof purposes)[number]

/** An own service (Jobbtorg's Flai is the pattern), somebody outside, or a measure that somebody runs. */
export const receiverKinds = ['internal', 'partner', 'measure'] as const
export type ReceiverKind = (typeof receiverKinds)[number]

export const waysGiven = ['inPerson', 'phone', 'written', 'digital'] as const
export type WayGiven = (typeof waysGiven)[number]

/** What can be shared: nothing that the register may not hold (förordning 2006:39 4 §). In the order that a receiver reads it. */
export const sharedFields = ['name', 'birthDate', 'number', 'address', 'phones', 'emails', 'occupation', 'measures', 'planGoal'] as const
export type SharedField = (typeof sharedFields)[number]

/** What is known of a youth that could be shared. */
export type SharedFacts = {
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate | null
  readonly number: string | null
  readonly street: string
  readonly postalCode: string
  readonly locality: string
  /** Numbers that are not dead, in E.164. */
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly occupation: { readonly kind: Occupation; readonly statedOn: PlainDate } | null
  readonly measures: readonly SharedMeasure[]
  readonly planGoal: string
}

export type SharedMeasure = { readonly name: string; readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }

/** What a receiver is shown and sent: only the chosen fields are there at all. */
export type SharedPackage = {
  readonly format: 'ungdomslots/hanvisning/1'
  readonly name?: { readonly given: string; readonly family: string }
  readonly birthDate?: string | null
  readonly number?: string | null
  readonly address?: { readonly street: string; readonly postalCode: string; readonly locality: string }
  readonly phones?: readonly string[]
  readonly emails?: readonly string[]
  readonly occupation?: { readonly kind: Occupation; readonly statedOn: string } | null
  readonly measures?: readonly { readonly name: string; readonly fromOn: string; readonly untilOn: string | null }[]
  readonly planGoal?: string
}

/** What somebody wants to record. */
export type ConsentWish = {
  readonly purpose: Purpose
  readonly receiverKind: ReceiverKind
  readonly receiverName: string
  readonly fields: readonly SharedField[]
  readonly how: WayGiven
  readonly givenOn: PlainDate
  /** The last day that it holds. */
  readonly untilOn: PlainDate
  /** The day a guardian said yes too; never who. Null: does not apply. */
  readonly guardianOn: PlainDate | null
}

export type ConsentState = 'live' | 'expired' | 'withdrawn'

export type Consent = ConsentWish & {
  readonly id: number
  readonly consentId: string
  readonly byName: string
  readonly withdrawnOn: PlainDate | null
}
