/** Who reads or acts. The scope is narrowed by the page's outlet already. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { isRandomId } from '../../platform/random-id.ts'
import type { Visit } from '../access/index.ts'

export type TransferReader = {
  readonly pool: Pool
  readonly code: string
  readonly scope: Scope
  readonly staffId: string
  readonly today: PlainDate
  /** Signed in recently enough to open a protected record. */
  readonly isFresh: boolean
}

export const readerOf = ({ place, scope, actor, today, isFresh }: Visit): TransferReader => ({
  pool: place.pool,
  code: place.code,
  scope,
  staffId: actor.staffId,
  today,
  isFresh,
})

/** The random id of the address; null when it is none. */
export const idOf = ({ params }: Visit): string | null => {
  const id = params['id'] ?? ''
  return isRandomId(id) ? id : null
}
