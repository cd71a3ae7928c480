/** The module's own settings with history. The register's are another table, which is not read from here. */
import type { Tx } from '../../../platform/db/tx.ts'

export type SettingRow = { readonly key: string; readonly value: unknown }

/** Every setting as it is now. */
export const listSettings = (tx: Tx): Promise<SettingRow[]> =>
  tx.prepared<SettingRow>(`select key, value from followup.setting where known_until = 'infinity' order by key`)

/** How many times the setting has been set: the version that a form is made from. */
export async function settingVersion(tx: Tx, key: string): Promise<number> {
  const [row] = await tx.prepared<{ n: number }>('select count(*)::int as n from followup.setting where key = $1', [key])
  return row?.n ?? 0
}

/** Holds the setting until the transaction ends, so that two who save it come one after the other. */
export const holdSetting = (tx: Tx, key: string): Promise<unknown> => tx.query('select pg_advisory_xact_lock(8240614, hashtext($1))', [key])

/** Sets a value from now on; the one before stays on record. */
export async function saveSetting(tx: Tx, key: string, value: unknown, by: string): Promise<void> {
  await tx.query(`update followup.setting set known_until = clock_timestamp() where key = $1 and known_until = 'infinity'`, [key])
  await tx.query(
    `insert into followup.setting (key, value, known_from, set_by)
     values ($1, $2::jsonb, coalesce((select max(known_until) from followup.setting where key = $1), clock_timestamp()), $3)`,
    [key, JSON.stringify(value), by],
  )
}
