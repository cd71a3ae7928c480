/** The number ledger: one open entry per person and value. */
import type { Tx } from '../../platform/db/tx.ts'
import type { NewWay, Way } from './outreach.types.ts'

/** An entry as it is shown, of `outreach.way w`. */
export const wayColumns = `w.id, w.way_id as "wayId", w.kind, w.value, w.source, w.source_detail as "sourceDetail", w.found_on as "foundOn",
  w.last_result as "lastResult", to_char(w.last_result_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') as "lastResultAt",
  w.dead_on as "deadOn", w.cooldown_until as "cooldownUntil", w.version`

/** The open entries of a person, live ones first, the newest found first. */
export const listWays = (tx: Tx, personId: number): Promise<Way[]> =>
  tx.prepared<Way>(
    `select ${wayColumns} from outreach.way w where w.person_id = $1 and w.ended_at is null
     order by w.dead_on is not null, w.kind, w.found_on desc, w.id desc`,
    [personId],
  )

/** Adds an entry, or returns the open one with the same value: who found it first keeps it. */
export async function saveWay(tx: Tx, { personId, kind, value, source, sourceDetail, foundOn, foundBy }: NewWay): Promise<number> {
  const [added] = await tx.query<{ id: number }>(
    `insert into outreach.way (person_id, kind, value, source, source_detail, found_on, found_by, under_protection)
     values ($1, $2, $3, $4, $5, $6, $7, register.is_protected($1))
     on conflict (person_id, kind, lower(value)) where ended_at is null do nothing returning id`,
    [personId, kind, value, source, sourceDetail, foundOn, foundBy],
  )
  if (added !== undefined) return added.id
  const [known] = await tx.query<{ id: number }>(
    'select id from outreach.way where person_id = $1 and kind = $2 and lower(value) = lower($3) and ended_at is null',
    [personId, kind, value],
  )
  if (known === undefined) throw new Error('an entry of the ledger was not added')
  return known.id
}

/** Whose entry it is; null when it has ended. */
export async function personOfOpenWay(tx: Tx, wayId: number): Promise<number | null> {
  const [row] = await tx.query<{ personId: number }>(
    'select person_id as "personId" from outreach.way where id = $1 and ended_at is null',
    [wayId],
  )
  return row?.personId ?? null
}
