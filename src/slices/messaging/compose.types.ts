/** The nouns of composing: whom a message is to, and who it says it is from. */
import type { PlainDate } from '../../platform/plain-date.ts'

/** A youth as a message needs them. Read when it is composed, kept nowhere. */
export type Receiver = {
  readonly personId: number
  readonly givenName: string
  readonly familyName: string
  readonly street: string
  readonly postalCode: string
  readonly locality: string
  /** The address has come back, and the population register has no other. */
  readonly isReturned: boolean
  readonly unit: string | null
  readonly staffName: string | null
  /** E.164. */
  readonly staffPhone: string | null
}

/** What is the same for all messages of a sending. */
export type ComposeAround = {
  readonly place: { readonly code: string; readonly name: string }
  /** Without a slash at the end. */
  readonly publicUrl: string
  readonly today: PlainDate
}
