/** A municipality's settings with history: which value was in force when something was answered. */
import type { Tx } from '../../platform/db/tx.ts'

export type SettingRow = { readonly key: string; readonly value: unknown }

/** All settings as known before the instant (`infinity`: now). */
export const listSettings = (tx: Tx, asOf: string): Promise<SettingRow[]> =>
  tx.query<SettingRow>('select key, value from settings.value where known_from < $1 and known_until >= $1 order by key', [asOf])

/** Sets a value from an instant on (`-infinity`: as if always). Returns whether anything changed. */
export async function saveSetting(tx: Tx, key: string, value: unknown, knownFrom: string, setBy: string): Promise<boolean> {
  const json = JSON.stringify(value)
  const [open] = await tx.query<{ same: boolean; from: string }>(
    `select value = $2::jsonb as same,
       case when known_from = '-infinity' then '-infinity' else (known_from + interval '1 day')::text end as from from settings.value where key = $1 and known_until = 'infinity' for update`,
    [key, json],
  )
  if (open?.same === true) return false
  // A value set for always and changed before anything was read was never part of an answer: it stays on record, in a time before all reads.
  const before = open?.from === '-infinity' ? '2000-01-01' : (open?.from ?? '')
  const from = open !== undefined && knownFrom === '-infinity' ? before : knownFrom
  await tx.query(`update settings.value set known_until = $2 where key = $1 and known_until = 'infinity'`, [key, from])
  await tx.query('insert into settings.value (key, value, known_from, set_by) values ($1, $2::jsonb, $3, $4)', [key, json, from, setBy])
  return true
}
