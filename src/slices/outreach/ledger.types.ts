/** The nouns of the ledger's page: each way with what has been heard of it, the population register's address, and what the youth wants. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { SeenYouth } from '../worklist/index.ts'
import type { SearchStep } from './outreach-settings.rules.ts'
import type { Way } from './outreach.types.ts'

/** What somebody can say of a way: that it is dead, that it works again after all, or that it is not to stand here. */
export const wayActs = ['dead', 'revived', 'removed'] as const
export type WayAct = (typeof wayActs)[number]

/** What was said by hand, newest first. `at`: Swedish local time, `YYYY-MM-DD HH:MM`. */
export type SaidOfWay = { readonly act: WayAct; readonly why: string; readonly by: string; readonly at: string }

export type LedgerWay = Way & {
  /** A colleague's name, or the source's. */
  readonly foundBy: string
  /** Calls without answer since the youth was last reached on it. */
  readonly noAnswers: number
  /** Whether the youth has ever been reached on it. */
  readonly hasWorked: boolean
  readonly said: readonly SaidOfWay[]
  /** Swedish local time; null while it stands. */
  readonly endedAt: string | null
}

/** The population register's address: where the youth is registered, hidden with protected registration, or not known. */
export type RegisteredAddress = { readonly kind: 'line'; readonly line: string } | { readonly kind: 'hidden' } | { readonly kind: 'none' }

export type Ledger = {
  readonly address: RegisteredAddress
  /** One of each value, live ones first. */
  readonly ways: readonly LedgerWay[]
  /** Those that no longer stand, newest first; none that protection ended. */
  readonly ended: readonly LedgerWay[]
}

export const optOutChannels = ['letter', 'sms', 'email', 'phone', 'homeVisit'] as const
export type OptOutChannel = (typeof optOutChannels)[number]

/** How the youth wants to be contacted. */
export type ContactChoice = { readonly lang: ContactLang; readonly optOuts: readonly OptOutChannel[] }

export type LedgerPage = {
  readonly youth: SeenYouth
  readonly ledger: Ledger
  readonly choice: ContactChoice
  readonly searchSteps: readonly SearchStep[]
  /** Ways may be added today. */
  readonly isFollowed: boolean
}
