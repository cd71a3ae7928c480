/** The nouns of those who may notify: authorities, their schools, and the programs they send with. */
import type { ClientScope } from './notices.types.ts'

export type Unit = { readonly code: string; readonly name: string; readonly email: string; readonly isEnded: boolean }
export type Client = {
  readonly clientId: string
  readonly name: string
  readonly scopes: readonly ClientScope[]
  readonly issuedBy: string
  /** Swedish local times, `YYYY-MM-DDTHH:MM`. */
  readonly issuedAt: string
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}
export type Authority = { readonly authorityId: string; readonly name: string }
export type AuthorityLine = Authority & { readonly units: number; readonly clients: number }
export type AuthorityWhole = Authority & { readonly pk: number; readonly units: readonly Unit[]; readonly clients: readonly Client[] }
