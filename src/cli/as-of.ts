/** The --as-known-at flag. */
import { endOf, parseInstant } from '../platform/db/instant.ts'
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import { Refused } from '../platform/failure.ts'
import { now, type AsOf } from '../slices/register/index.ts'
import { text, type Flags } from './arguments.ts'

/** The end of the moment asked for; everything known when the flag is not given. @throws Refused when it is no instant */
export async function asOfFlags(flags: Flags, pool: Pool): Promise<AsOf> {
  const written = text(flags, 'as-known-at')
  if (written === null) return now
  const instant = parseInstant(written)
  if (instant === null)
    throw new Refused(`--as-known-at ${written} är ingen tidpunkt. Skriv till exempel 2026-11-20 eller 2026-11-20T13:05.`)
  return inTransaction(pool, (tx) => endOf(tx, instant))
}
