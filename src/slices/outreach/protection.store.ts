/** What a late protection flag does to the ledger. */
import type { Tx } from '../../platform/db/tx.ts'

/** Who ended a way, when nobody did: the youth became protected. */
export const endedByProtection = 'skydd'

/**
 * Ends every way of protected youths that was found before they were protected (OSL 22 kap. 1 §, 21 kap. 3 §). Those who may not see the
 * youth have not seen them since the flag was read; this is for those who may. Nothing brings them back when the flag is gone.
 * Returns whose they were.
 */
export const endWaysOfProtected = async (tx: Tx): Promise<number[]> =>
  (
    await tx.query<{ id: number }>(
      `update outreach.way set ended_at = clock_timestamp(), ended_by = '${endedByProtection}', version = version + 1
       where ended_at is null and not under_protection and person_id in (select p.person_id from register.protected_now p)
       returning person_id as id`,
    )
  ).map(({ id }) => id)
