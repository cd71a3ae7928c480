/** Runs, reads and the clock of knowledge. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { FeedName, ReadKind } from '../feeds/index.ts'
import type { RunKind, RunReport, RunState, SourceReport } from './matching.types.ts'

/** The advisory lock that a municipality's runs hold one at a time. */
export const runLock = 7_304_118

/** Takes the runs' lock until the transaction ends; false when somebody else still has it after a few tries. */
export async function holdRuns(tx: Tx, tries = 6): Promise<boolean> {
  for (let left = tries; left > 0; left--) {
    const [row] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [runLock])
    if (row?.got === true) return true
    if (left > 1) await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return false
}

/** Whether anybody holds the run lock now: a run on record as running while nobody does was interrupted. */
export async function isRunAlive(tx: Tx): Promise<boolean> {
  const rows = await tx.prepared(
    `select from pg_locks where locktype = 'advisory' and classid = 0 and objid = $1::bigint and objsubid = 1 and granted
       and database = (select oid from pg_database where datname = current_database()) limit 1`,
    [runLock],
  )
  return rows.length > 0
}

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

export type NewRead = {
  source: string
  feed: FeedName
  kind: ReadKind
  on: PlainDate
  knownAt: string
  fingerprint: string | null
  cursor: string | null
}

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

export const countOpenExceptions = async (tx: Tx): Promise<number> =>
  (await tx.query<{ n: number }>('select count(*)::int as n from feeds.exception where closed_at is null'))[0]?.n ?? 0

/** The report of the last run that has one; null before the first. */
export async function lastReport(tx: Tx): Promise<RunReport | null> {
  const [row] = await tx.query<{ report: RunReport }>(
    `select report from matching.run where report is not null and kind in ('nightly', 'feed') order by (kind = 'nightly') desc, id desc limit 1`,
  )
  return row?.report ?? null
}

export type PastRun = {
  readonly id: number
  readonly kind: string
  readonly on_day: string
  readonly state: string
  readonly report: RunReport | null
}

/** The latest runs, newest first, also those that were interrupted. */
export const listRuns = (tx: Tx, limit: number): Promise<PastRun[]> =>
  tx.query<PastRun>('select id, kind, on_day, state, report from matching.run order by id desc limit $1', [limit])
