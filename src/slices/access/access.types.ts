/** The nouns of access: claims of a sign-in, sessions, and what a page is handed about its visitor. */
import type { Actor, Role } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { SessionTimes } from './session.rules.ts'

/** What the municipality's sign-in says about a person, after our reading of its claims. */
export type StaffClaims = {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly roles: readonly Role[]
  /** The unit's name as the sign-in writes it; null when it says none. */
  readonly unit: string | null
  readonly acr: string | null
  readonly authenticatedAt: number
  readonly idToken: string
}

/** A sign-in as stored. */
export type Session = {
  readonly actor: Actor
  readonly lang: Lang
  readonly times: SessionTimes
  readonly meeting: boolean
  readonly idToken: string
}
