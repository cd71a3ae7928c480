/** Runs, reads and the clock of knowledge. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { FeedName, ReadKind } from '../feeds/feeds.types.ts'
import type { Movement, RunKind, RunReport, RunState, SourceReport } from './matching.types.ts'

/** Marks runs whose process is gone. Called while holding the lock, so no other run can be alive. */
export async function closeInterruptedRuns(tx: Tx): Promise<number> {
  const rows = await tx.query(
    `update matching.run set state = 'interrupted', finished_at = clock_timestamp() where state = 'running' returning id`,
  )
  return rows.length
}

export async function insertRun(tx: Tx, kind: RunKind, on: PlainDate): Promise<number> {
  const [row] = await tx.query<{ id: number }>('insert into matching.run (kind, on_day) values ($1, $2) returning id', [kind, on])
  return row?.id ?? 0
}

export const finishRun = (tx: Tx, runId: number, state: RunState, report: RunReport | null): Promise<unknown> =>
  tx.query('update matching.run set state = $2, finished_at = clock_timestamp(), report = $3 where id = $1', [
    runId,
    state,
    report === null ? null : JSON.stringify(report),
  ])

/**
 * The instant at which what is now read becomes known: this moment for today, else the start of the day. It is always later
 * than every instant before it, so that nothing already answered can change; `isLater` tells that the day asked for had passed.
 */
export async function nextInstant(tx: Tx, on: PlainDate): Promise<{ knownAt: string; isLater: boolean }> {
  const [row] = await tx.query<{ known_at: string; is_later: boolean }>(
    `with wanted as (
       select case when $1::date = (now() at time zone 'Europe/Stockholm')::date then clock_timestamp()
         else $1::date::timestamp at time zone 'Europe/Stockholm' end as at
     ), instant as (
       select greatest(w.at, (select max(known_at) from matching.instant) + interval '1 microsecond') as known_at from wanted w
     ), kept as (
       insert into matching.instant (known_at, on_day) select known_at, $1 from instant returning known_at
     )
     select known_at::text, (known_at at time zone 'Europe/Stockholm')::date > $1::date as is_later from kept`,
    [on],
  )
  return { knownAt: row?.known_at ?? '', isLater: row?.is_later === true }
}

/** Whether anything has ever become known here. */
export async function hasInstants(tx: Tx): Promise<boolean> {
  return (await tx.query('select from matching.instant limit 1')).length > 0
}

/** The people of the last full read of the source that was good, or that a person approved; null when there is none. */
export async function lastGoodPeople(tx: Tx, source: string): Promise<number | null> {
  const [row] = await tx.query<{ people: number }>(
    `select people from feeds.read where source = $1 and kind = 'full' and state in ('good', 'approved') order by id desc limit 1`,
    [source],
  )
  return row?.people ?? null
}

/** Days from the source's last good read to the day; null when it was never read. */
export async function sourceAge(tx: Tx, source: string, on: PlainDate): Promise<number | null> {
  const [row] = await tx.query<{ age: number | null }>(
    `select ($2::date - max(on_day))::int as age from feeds.read where source = $1 and state = 'good'`,
    [source, on],
  )
  return row?.age ?? null
}

export type NewRead = { source: string; feed: FeedName; kind: ReadKind; on: PlainDate; knownAt: string; fingerprint: string | null; cursor: string | null }

/** Reserves a read's id before its facts are written. */
export async function reserveReadId(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ id: number }>(`select nextval(pg_get_serial_sequence('feeds.read', 'id'))::bigint as id`)
  return row?.id ?? 0
}

/** Writes the line of a read that is over. */
export async function insertRead(tx: Tx, id: number, read: NewRead, report: SourceReport): Promise<void> {
  await tx.query(
    `insert into feeds.read (id, source, feed, kind, on_day, known_at, state, people, rows, new, changed, ended, unchanged, rejected, reason, fingerprint, cursor)
     overriding system value values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      id,
      read.source,
      read.feed,
      read.kind,
      read.on,
      read.knownAt,
      report.state,
      report.people,
      report.rows,
      report.new,
      report.changed,
      report.ended,
      report.unchanged,
      report.rejected,
      report.reason,
      read.fingerprint,
      read.cursor,
    ],
  )
}

/** Who came in and who left since the last run, written to the run and counted by reason. */
export async function recordMovements(tx: Tx, runId: number, on: PlainDate): Promise<{ entered: Movement; left: Movement; covered: number }> {
  await tx.query(
    `create temp table covered_now on commit drop as
     select person_id, from_on, entry_reason from register.period where from_on <= $1 and (until_on is null or until_on > $1)`,
    [on],
  )
  await tx.query(
    `insert into matching.run_change (run_id, person_id, direction, reason, on_date)
     select $1::bigint, c.person_id, 'entered', c.entry_reason, c.from_on from covered_now c
     where not exists (select from matching.listed l where l.person_id = c.person_id)
     union all
     select $1::bigint, l.person_id, 'left', coalesce(p.exit_reason, 'retracted'), coalesce(p.until_on, $2::date) from matching.listed l
     left join lateral (select exit_reason, until_on from register.period p
       where p.person_id = l.person_id and p.until_on <= $2::date order by until_on desc limit 1) p on true
     where not exists (select from covered_now c where c.person_id = l.person_id)`,
    [runId, on],
  )
  await tx.script(`
    delete from matching.listed l where not exists (select from covered_now c where c.person_id = l.person_id);
    insert into matching.listed (person_id, from_on) select person_id, from_on from covered_now
      on conflict (person_id) do update set from_on = excluded.from_on where matching.listed.from_on <> excluded.from_on`)
  const rows = await tx.query<{ direction: string; reason: string; n: number }>(
    'select direction, reason, count(*)::int as n from matching.run_change where run_id = $1 group by direction, reason order by direction, n desc, reason',
    [runId],
  )
  const [count] = await tx.query<{ n: number }>('select count(*)::int as n from covered_now')
  const movement = (direction: string): Movement => {
    const own = rows.filter((row) => row.direction === direction)
    return { total: own.reduce((sum, row) => sum + row.n, 0), byReason: Object.fromEntries(own.map((row) => [row.reason, row.n])) }
  }
  return { entered: movement('entered'), left: movement('left'), covered: count?.n ?? 0 }
}

export const countOpenExceptions = async (tx: Tx): Promise<number> =>
  (await tx.query<{ n: number }>('select count(*)::int as n from feeds.exception where closed_at is null'))[0]?.n ?? 0

/** The report of the last run that has one; null before the first. */
export async function lastReport(tx: Tx): Promise<RunReport | null> {
  const [row] = await tx.query<{ report: RunReport }>(
    `select report from matching.run where report is not null and kind in ('nightly', 'feed') order by id desc limit 1`,
  )
  return row?.report ?? null
}

export type PastRun = { readonly id: number; readonly kind: string; readonly on_day: string; readonly state: string; readonly report: RunReport | null }

/** The latest runs, newest first, also those that were interrupted. */
export const listRuns = (tx: Tx, limit: number): Promise<PastRun[]> =>
  tx.query<PastRun>('select id, kind, on_day, state, report from matching.run order by id desc limit $1', [limit])
