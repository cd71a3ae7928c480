/** The rehearsal's work items: what is broken now, since when, and what has been mended. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { BrokenControl, Finding } from './control.types.ts'
import type { ProfileOrigin, Rehearsal, ReturnCounts } from './returns.types.ts'

/** Takes the rehearsal's lock until the transaction ends; false when another one is under way. */
export async function holdRehearsal(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ got: boolean }>(`select pg_try_advisory_xact_lock(hashtext('returns.rehearsal')) as got`)
  return row?.got === true
}

/** The last rehearsal's edition and how many seconds ago it was; null before the first. */
export async function findLastRehearsal(
  tx: Tx,
): Promise<{ readonly edition: string; readonly onDay: PlainDate; readonly secondsAgo: number } | null> {
  const [row] = await tx.prepared<{ edition: string; onDay: PlainDate; secondsAgo: number }>(
    `select edition, on_day as "onDay", extract(epoch from clock_timestamp() - at)::float8 as "secondsAgo" from returns.rehearsal order by id desc limit 1`,
  )
  return row ?? null
}

const named = `f.half = $1 and f.person_id = b."personId" and f.control = b.control and f.on_day = b."on" and f.ref_id is not distinct from b."refId" and f.gone_at is null`

/** Makes the half-year's open work items those that are broken now: new ones are first seen today, mended ones go, the others stay. */
export async function saveFindings(tx: Tx, half: string, broken: readonly BrokenControl[], on: PlainDate): Promise<void> {
  await tx.script('drop table if exists broken_now')
  await tx.query(
    `create temp table broken_now on commit drop as
     select distinct on ("personId", control, "on", coalesce("refId", '')) * from json_to_recordset($1) as b (control text, level text, block text, field text,
       "personId" bigint, "refId" text, "on" date, mend text, "itemKey" text)`,
    [JSON.stringify(broken)],
  )
  await tx.query(
    `update returns.finding f set gone_at = clock_timestamp() where f.half = $1 and f.gone_at is null and not exists (select from broken_now b where ${named})`,
    [half],
  )
  await tx.query(`update returns.finding f set level = b.level from broken_now b where ${named} and f.level <> b.level`, [half])
  await tx.query(
    `insert into returns.finding (half, person_id, control, level, block, field, ref_id, on_day, mend, item_key, first_seen_on)
     select $1, b."personId", b.control, b.level, b.block, b.field, b."refId", b."on", b.mend, b."itemKey", $2 from broken_now b
     where not exists (select from returns.finding f where ${named})`,
    [half, on],
  )
}

export type NewRehearsal = {
  readonly half: string
  readonly on: PlainDate
  readonly edition: string
  /** Null: there is no profile for the half-year. */
  readonly built: {
    readonly counts: ReturnCounts
    readonly errors: number
    readonly warnings: number
    readonly origin: ProfileOrigin
    readonly version: number
  } | null
}

export const insertRehearsal = (tx: Tx, { half, on, edition, built }: NewRehearsal): Promise<unknown> =>
  tx.query(
    `insert into returns.rehearsal (half, on_day, outcome, profile_origin, profile_version, counts, errors, warnings, edition)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      half,
      on,
      built === null ? 'no-profile' : 'built',
      built?.origin ?? null,
      built?.version ?? null,
      JSON.stringify(built?.counts ?? {}),
      built?.errors ?? 0,
      built?.warnings ?? 0,
      edition,
    ],
  )

/** The half-year's last rehearsal; null before the first. Its numbers are of everybody, protected youths too. */
export const findRehearsal = async (tx: Tx, half: string): Promise<Rehearsal | null> =>
  (
    await tx.query<Rehearsal>(
      `select half, outcome, to_char(at, 'YYYY-MM-DD HH24:MI') as at, case when outcome = 'built' then counts end as counts, errors, warnings
       from returns.rehearsal where half = $1 order by id desc limit 1`,
      [half],
    )
  )[0] ?? null

/** The open work items of youths within the scope: errors first, those seen longest first. */
export const listFindings = (tx: Tx, { units, mayReadProtected }: Scope, half: string): Promise<Finding[]> =>
  tx.query<Finding>(
    `select f.finding_id as "findingId", f.control, f.level, f.block, f.field, y.subject_id as "subjectId", f.ref_id as "refId", f.mend, f.item_key as "itemKey",
       btrim(y.given_name || ' ' || y.family_name) as youth, y.person_id in (select p.person_id from register.protected_now p) as "isProtected",
       f.on_day as on, f.first_seen_on as "firstSeenOn"
     from returns.finding f
     join worklist.seen($1, $2) y on y.person_id = coalesce((select r.root_id from register.merged_now r where r.absorbed_id = f.person_id), f.person_id)
     where f.half = $3 and f.gone_at is null
     order by f.level, f.first_seen_on, f.control, y.family_name, y.given_name, f.id`,
    [units, mayReadProtected, half],
  )

/** How many of the half-year's work items were open at the end of each day, of everybody: the count to zero. */
export const countFindingsByDay = (
  tx: Tx,
  half: string,
): Promise<{ readonly on: PlainDate; readonly errors: number; readonly warnings: number }[]> =>
  tx.query(
    `select distinct on (r.on_day) r.on_day as on, r.errors, r.warnings from returns.rehearsal r where r.half = $1 and r.outcome = 'built' order by r.on_day, r.id desc`,
    [half],
  )
