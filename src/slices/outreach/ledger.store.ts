/** The ledger of one human being: every entry with what has been heard of it. The caller has asked whether the reader may see the person. */
import type { Tx } from '../../platform/db/tx.ts'
import type { LedgerWay, RegisteredAddress, WayAct } from './ledger.types.ts'
import { endedByProtection } from './protection.store.ts'
import { wayColumns } from './way.store.ts'

const local = (instant: string): string => `to_char(${instant} at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')`

const heard = (condition: string): string => `from outreach.contact c where c.way_id = w.id and c.struck_at is null and ${condition}`

const ledgerColumns = `${wayColumns}, coalesce(f.name, w.found_by) as "foundBy", ${local('w.ended_at')} as "endedAt",
  (select count(*)::int ${heard(`c.outcome in ('noAnswer', 'voicemail')
    and c.happened_at > coalesce((select max(k.happened_at) from outreach.contact k where k.way_id = w.id and k.struck_at is null and k.reached), '-infinity')`)}) as "noAnswers",
  exists (select ${heard('c.reached')}) as "hasWorked",
  (select coalesce(json_agg(json_build_object('act', a.kind, 'why', a.why, 'by', s.name, 'at', ${local('a.at')}) order by a.id desc), '[]')
    from outreach.way_act a join access.staff s on s.id = a.staff_id where a.way_id = w.id) as said`

const ledgerFrom = `from outreach.way w left join access.staff f on f.id::text = w.found_by`

/** All entries of these records: open ones first, live before dead, the newest found first. What protection ended is not among them. */
export const listLedger = (tx: Tx, personIds: readonly number[]): Promise<LedgerWay[]> =>
  tx.prepared<LedgerWay>(
    `select ${ledgerColumns} ${ledgerFrom} where w.person_id = any ($1) and coalesce(w.ended_by, '') <> '${endedByProtection}'
     order by w.ended_at is not null, w.dead_on is not null, coalesce(w.last_result = 'wrongPerson', false), array_position(array['phone', 'email', 'address'], w.kind), w.ended_at desc, w.found_on desc, w.id desc
     limit 200`,
    [personIds],
  )

/** An open entry of these records, held until the transaction ends; null when there is none. */
export async function holdWay(tx: Tx, personIds: readonly number[], wayId: string): Promise<LedgerWay | null> {
  const [held] = await tx.query<{ id: number }>(
    'select id from outreach.way where way_id = $1 and person_id = any ($2) and ended_at is null for update',
    [wayId, personIds],
  )
  if (held === undefined) return null
  const [way] = await tx.query<LedgerWay>(`select ${ledgerColumns} ${ledgerFrom} where w.id = $1`, [held.id])
  return way ?? null
}

/** Puts on record what somebody said of a way, and why. */
export const insertWayAct = (tx: Tx, wayId: number, act: WayAct, why: string, staffId: string): Promise<unknown> =>
  tx.query('insert into outreach.way_act (way_id, kind, why, staff_id) values ($1, $2, $3, $4)', [wayId, act, why, staffId])

/** Ends an entry: it stands no more. */
export const endWay = (tx: Tx, wayId: number, by: string): Promise<unknown> =>
  tx.query('update outreach.way set ended_at = clock_timestamp(), ended_by = $2, version = version + 1 where id = $1', [wayId, by])

/** Whether there is an open entry with the value on any of these records. */
export const isInLedger = async (tx: Tx, personIds: readonly number[], kind: string, value: string): Promise<boolean> =>
  (
    await tx.query('select from outreach.way where person_id = any ($1) and kind = $2 and lower(value) = lower($3) and ended_at is null', [
      personIds,
      kind,
      value,
    ])
  ).length > 0

/** The population register's address of the person; with protected registration it is not even read. */
export async function findRegisteredAddress(tx: Tx, personIds: readonly number[]): Promise<RegisteredAddress> {
  const [row] = await tx.prepared<{ isHidden: boolean; line: string | null }>(
    `select exists (select from register.protection p where p.person_id = any ($1) and p.known_until = 'infinity' and p.protected_registration) as "isHidden",
       (select outreach.address_line(y.street, y.postal_code, y.locality) from worklist.youth y where y.person_id = any ($1)
          and not exists (select from register.protection p where p.person_id = any ($1) and p.known_until = 'infinity' and p.protected_registration) limit 1) as line`,
    [personIds],
  )
  if (row?.isHidden === true) return { kind: 'hidden' }
  const line = row?.line ?? ''
  return line === '' ? { kind: 'none' } : { kind: 'line', line }
}
