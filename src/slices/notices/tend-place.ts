/** Where the worker tends notices, and by whom it is done in the log. */
import type { Pool } from '../../platform/db/tx.ts'

export type TendPlace = { readonly code: string; readonly pool: Pool }
/** Another municipality of the installation; null when it is not in it. @throws when its database does not answer: it is tried again. */
export type PlaceOf = (code: string) => Promise<{ readonly pool: Pool } | null>

/** By whom, in the log, what happens by itself. */
export const byItself = 'anmalningar'
