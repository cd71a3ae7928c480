/** The nouns of rounds: what is wished for, whom it reaches and whom not, and how far it has come. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { StepKind, WaitsFor } from '../ladder/index.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'

/** The large round of the autumn, or new entries as they come. */
export const roundKinds = ['large', 'continuous'] as const
export type RoundKind = (typeof roundKinds)[number]

export const roundStates = ['preparing', 'prepared', 'released', 'done', 'cancelled'] as const
export type RoundState = (typeof roundStates)[number]

export const roundChannels = ['letter', 'sms', 'email'] as const
export type RoundChannel = (typeof roundChannels)[number]

export const letterKeys = ['firstLetter', 'furtherLetter', 'studyCertificate', 'turning20'] as const satisfies readonly TemplateKey[]
export type LetterKey = (typeof letterKeys)[number]
export const smsKeys = ['firstSms', 'furtherSms'] as const satisfies readonly TemplateKey[]
export type SmsKey = (typeof smsKeys)[number]
export const emailKeys = ['firstEmail'] as const satisfies readonly TemplateKey[]
export type EmailKey = (typeof emailKeys)[number]

/** Rounds a page of their list. */
export const roundsPerPage = 20

/** What goes on each channel; null: nothing. `firstLetter` and `firstSms` follow the youth: who has had a letter gets the further one. */
export type RoundTemplates = { readonly letterKey: LetterKey | null; readonly smsKey: SmsKey | null; readonly emailKey: EmailKey | null }

/** A round as somebody wants it. `query`: addresses of lists (what stands after `?`), one a line; whoever is on any of them. */
export type RoundWish = RoundTemplates & { readonly kind: RoundKind; readonly name: string; readonly query: string }

export type Round = RoundWish & {
  readonly id: number
  readonly roundId: string
  readonly on: PlainDate
  readonly state: RoundState
  /** Why it could not be prepared; null while nothing is wrong. */
  readonly problem: string | null
  /** The version that was prepared, and so reviewed and sent: by `key.lang`. */
  readonly versions: Readonly<Record<string, number>>
  readonly preparedBy: string | null
  readonly reviewedBy: string | null
  readonly releasedBy: string | null
  readonly version: number
}

/** Why somebody is left out, the first reason of several. */
export const exclusions = [
  'protected',
  'notCovered',
  'inOtherRound',
  'minor',
  'quiet',
  'waiting',
  'notProofread',
  'optedOut',
  'noAddress',
  'noNumber',
  'deadNumber',
  'noWay',
  'fieldMissing',
  'namesTheMatter',
  'notSelected',
] as const
export type Exclusion = (typeof exclusions)[number]

/** A youth as the choice of channels asks about them, on the day. */
export type RecipientFacts = {
  readonly personId: number
  readonly lang: ContactLang
  readonly isProtected: boolean
  readonly isCovered: boolean
  /** In a round that is not sent yet. */
  readonly isInOtherRound: boolean
  readonly bornOn: PlainDate | null
  readonly entryReason: string | null
  readonly step: StepKind | null
  readonly stepFrom: PlainDate | null
  readonly waitsFor: WaitsFor | null
  readonly quietUntil: PlainDate | null
  readonly hasReached: boolean
  readonly optedOut: readonly string[]
  readonly hasAddress: boolean
  /** Numbers that can be texted today: alive, not resting, and not a fixed line. */
  readonly textable: number
  readonly deadPhones: number
  readonly hasEmail: boolean
}

/** What a youth is sent: the templates of the channels that can be used. Null: not on that channel. */
export type Sending = { readonly channels: readonly RoundChannel[]; readonly excluded: null } & RoundTemplates
/** Nobody is sent an empty envelope: whoever has no channel says why. */
export type LeftOut = { readonly channels: readonly RoundChannel[]; readonly excluded: Exclusion } & RoundTemplates

export type NewRecipient = (Sending | LeftOut) & {
  readonly personId: number
  readonly lang: ContactLang
  readonly pages: number | null
  readonly segments: number | null
  readonly preview: number | null
}

/** A recipient as release asks about them. */
export type Recipient = RoundTemplates & {
  readonly personId: number
  readonly lang: ContactLang
  readonly channels: readonly RoundChannel[]
}
