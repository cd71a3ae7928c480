/** Recipients as they are asked about, counted and shown. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Exclusion, Recipient, RecipientFacts, RoundChannel } from './round.types.ts'

/** Of whom facts are asked, on which day, by which round (which is no other round to itself), and whether it is being released. */
export type FactsAsked = {
  readonly personIds: readonly number[]
  readonly today: PlainDate
  readonly roundKey: number
  readonly isRelease: boolean
}

/** The facts as the database has them: which of the numbers can be texted is not for it to say. */
export type FactsRow = Omit<RecipientFacts, 'textable'> & { readonly phones: readonly string[] }

/** What has become of a recipient since the round was prepared: fewer channels, or none and why. */
export type ChangedRecipient = {
  readonly personId: number
  readonly channels: readonly RoundChannel[]
  readonly excluded: Exclusion | null
  readonly dropped: readonly RoundChannel[]
}

/** A preview as its reader may see it: whose, and by which channels. */
export type Preview = Recipient & {
  readonly nth: number
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
}

/** How many recipients are alike in everything that is counted. */
export type CountRow = {
  readonly lang: Recipient['lang']
  readonly channels: readonly RoundChannel[]
  readonly excluded: Exclusion | null
  readonly letterKey: string | null
  readonly pages: number | null
  readonly segments: number | null
  readonly dropped: readonly RoundChannel[]
  readonly n: number
}

/** How many of a round's messages that the reader may see are in each state. */
export type ProgressRow = { readonly channel: string; readonly state: string; readonly n: number }

/** A round in the list of rounds. `settled`: messages of which nothing more is to be done. */
export type RoundFigures = { readonly roundKey: number; readonly recipients: number; readonly messages: number; readonly settled: number }
