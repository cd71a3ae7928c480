/** What the ledger remembers of how it went with a number or address. */
import type { Tx } from '../../platform/db/tx.ts'
import type { WayResult } from './outreach.types.ts'
import type { WayState, WayUse } from './way-state.types.ts'

type HeldState = WayState & {
  /** Nothing later than the instant has been heard of the way. */
  readonly isLatest: boolean
}

/** The state of a way, held until the transaction ends. `at`: an instant as the database writes it. */
export async function holdWayState(tx: Tx, wayId: number, at: string): Promise<HeldState | null> {
  const [row] = await tx.query<HeldState>(
    `select last_result as "lastResult", last_result_at::text as "lastResultAt", dead_on as "deadOn", cooldown_until as "cooldownUntil",
       coalesce(last_result_at <= $2::timestamptz, true) as "isLatest"
     from outreach.way where id = $1 for no key update`,
    [wayId, at],
  )
  return row ?? null
}

/** Whether the way is known to lead nowhere. */
export const isDead = async (tx: Tx, wayId: number): Promise<boolean> =>
  (await tx.query('select from outreach.way where id = $1 and dead_on is not null', [wayId])).length > 0

/** Saves the state. */
export const saveWayState = (tx: Tx, wayId: number, { lastResult, lastResultAt, deadOn, cooldownUntil }: WayState): Promise<unknown> =>
  tx.query(
    `update outreach.way set last_result = $2, last_result_at = $3::timestamptz, dead_on = $4, cooldown_until = $5, version = version + 1
     where id = $1`,
    [wayId, lastResult, lastResultAt, deadOn, cooldownUntil],
  )

/** The contacts that used the way and stand, oldest first, and between them what somebody said of it by hand. */
export const listWayUses = (tx: Tx, wayId: number): Promise<WayUse[]> =>
  tx.query<WayUse>(
    `select u.said, u.at::text as at, (u.at at time zone 'Europe/Stockholm')::date as "on" from (
       select c.outcome as said, c.happened_at as at, 0 as kind, c.id from outreach.contact c where c.way_id = $1 and c.struck_at is null
       union all select a.kind, a.at, 1, a.id from outreach.way_act a where a.way_id = $1 and a.kind in ('dead', 'revived')) u
     order by u.at, u.kind, u.id`,
    [wayId],
  )

/** Notes what a machine reported of the way just now, without a contact. `coolDays`: how long it rests; null: not at all. */
export const noteWayResult = (tx: Tx, wayId: number, result: WayResult, coolDays: number | null): Promise<unknown> =>
  tx.query(
    `update outreach.way set last_result = $2, last_result_at = clock_timestamp(), version = version + 1,
       dead_on = case when $2 in ('dead', 'returned') then coalesce(dead_on, (now() at time zone 'Europe/Stockholm')::date)
         when $2 in ('worked', 'delivered') then null else dead_on end,
       cooldown_until = case when $3::int is null then null else (now() at time zone 'Europe/Stockholm')::date + $3::int end
     where id = $1`,
    [wayId, result, coolDays],
  )
