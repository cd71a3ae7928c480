/** Who reads or acts. The scope is narrowed by the page's outlet already. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

export type TransferReader = {
  readonly pool: Pool
  readonly code: string
  readonly scope: Scope
  readonly staffId: string
  readonly today: PlainDate
  /** Signed in recently enough to open a protected record. */
  readonly isFresh: boolean
}
