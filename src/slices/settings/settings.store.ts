/** A municipality's settings with history: which value was in force when something was answered. */
import type { Tx } from '../../platform/db/tx.ts'

export type SettingRow = { readonly key: string; readonly value: unknown }

/** All settings as known before the instant (`infinity`: now). */
export const listSettings = (tx: Tx, asOf: string): Promise<SettingRow[]> =>
  tx.prepared<SettingRow>('select key, value from settings.value where known_from < $1 and known_until >= $1 order by key', [asOf])

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

/** Which settings are changed together, and whose version a form carries. */
export type SettingGroup =
  | 'law'
  | 'sources'
  | 'outreach'
  | 'messages'
  | 'visits'
  | 'coding'
  | 'notes'
  | 'figures'
  | 'survey'
  | 'notices'
  | 'prevention'
  | 'radar'
  | 'consents'

const keysOf: Readonly<Record<SettingGroup, string>> = {
  law: String.raw`(key ~ '^termEnd\.\d{4}$' or key in ('educations', 'gap.shortDays', 'gap.summer'))`,
  sources: `(key in ('guard', 'sources.freshDays') or starts_with(key, 'sources.freshDays.'))`,
  outreach: `starts_with(key, 'outreach.')`,
  messages: `starts_with(key, 'messages.')`,
  visits: `starts_with(key, 'visits.')`,
  coding: `starts_with(key, 'coding.')`,
  notes: `starts_with(key, 'notes.')`,
  figures: `starts_with(key, 'figures.')`,
  survey: `starts_with(key, 'survey.')`,
  notices: `starts_with(key, 'notices.')`,
  prevention: `starts_with(key, 'prevention.')`,
  radar: `starts_with(key, 'radar.')`,
  consents: `starts_with(key, 'consents.')`,
}

/** How many times the settings of the group have been set: the version that a form is made from. */
export async function settingsVersion(tx: Tx, group: SettingGroup): Promise<number> {
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from settings.value where ${keysOf[group]}`)
  return row?.n ?? 0
}

/** One change of a setting; `before` undefined: it was never set before. `at`: Swedish local time, null for "from the beginning". */
export type SettingChange = {
  readonly key: string
  readonly before: unknown
  readonly after: unknown
  readonly hadBefore: boolean
  readonly at: string | null
  /** The name of the member of staff, or what set it from outside. */
  readonly by: string
}

/** Who changed what from what to what in the groups: the newest first. */
export const listSettingChanges = (tx: Tx, groups: readonly SettingGroup[], limit: number): Promise<SettingChange[]> =>
  tx.query<SettingChange>(
    `select h.key, h.before, h.after, h."hadBefore", h.at, coalesce(s.name, h.set_by) as by from (
       select key, value as after, lag(value) over past as before, lag(key) over past is not null as "hadBefore", set_by, known_from,
         case when isfinite(known_from) and known_from > '2001-01-01' then to_char(known_from, 'YYYY-MM-DD HH24:MI') end as at
       from settings.value where ${groups.map((group) => keysOf[group]).join(' or ')} window past as (partition by key order by known_from)
     ) h left join access.staff s on s.id::text = h.set_by order by h.known_from desc, h.key limit $1`,
    [limit],
  )
