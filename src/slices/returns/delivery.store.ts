/** Deliveries: the exact bytes with everything they were built from. Rows are only added; the database lets nobody change one. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Profile } from './profile.types.ts'
import type { Delivery, KnownAt, ProfileOrigin, ReturnCounts } from './returns.types.ts'

/** The wall clock, which contacts, statements and measures are known by. */
export async function readClock(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ at: string }>('select clock_timestamp()::text as at')
  return row?.at ?? ''
}

/** Whether everybody who was saving before the instant has ended: rows of an open transaction carry an earlier time and are seen only after it. */
export async function isSettled(tx: Tx, before: string): Promise<boolean> {
  const [row] = await tx.query<{ is: boolean }>('select returns.is_settled($1) as is', [before])
  return row?.is === true
}

/** The Swedish day of the last moment before the instant, and not after today. */
export async function lastDayKnown(tx: Tx, asOf: string, today: PlainDate): Promise<PlainDate> {
  const [row] = await tx.query<{ on: PlainDate }>(
    `select least((($1::timestamptz - interval '1 microsecond') at time zone 'Europe/Stockholm')::date, $2::date) as on`,
    [asOf, today],
  )
  return row?.on ?? today
}

/** Holds the half-year's deliveries until the transaction ends. Returns the number of the last one; 0 when there is none. */
export async function holdDeliveries(tx: Tx, half: string): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`returns.delivery ${half}`])
  const [row] = await tx.query<{ nth: number }>('select coalesce(max(nth), 0)::int as nth from returns.delivery where half = $1', [half])
  return row?.nth ?? 0
}

export type NewDelivery = {
  readonly half: string
  readonly nth: number
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly counts: ReturnCounts
  readonly errors: number
  readonly warnings: number
  readonly isDespiteErrors: boolean
  readonly isEmptyRight: boolean
  readonly profile: Profile
  readonly profileOrigin: ProfileOrigin
  readonly knownAt: KnownAt
  readonly personIds: readonly number[]
  readonly byName: string
  readonly staffId: string | null
  readonly on: PlainDate
}

/** Adds the delivery. */
export async function insertDelivery(tx: Tx, one: NewDelivery): Promise<void> {
  await tx.query(
    `insert into returns.delivery (half, nth, file_name, bytes, sha256, counts, rows, youths, errors, warnings, despite_errors, empty_is_right, profile,
       profile_origin, facts_as_of, work_as_of, by_name, staff_id, delivered_on, person_ids)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      one.half,
      one.nth,
      one.fileName,
      Buffer.from(one.bytes),
      one.sha256,
      JSON.stringify(one.counts),
      one.counts.rows,
      one.counts.youths,
      one.errors,
      one.warnings,
      one.isDespiteErrors,
      one.isEmptyRight,
      JSON.stringify(one.profile),
      one.profileOrigin,
      one.knownAt.facts,
      one.knownAt.work,
      one.byName,
      one.staffId,
      one.on,
      one.personIds,
    ],
  )
}

const local = (instant: string): string => `to_char(${instant}, 'YYYY-MM-DD HH24:MI')`
/** What `--as-known-at` reads as exactly the delivery's instant: it names the microsecond before, whose end is that instant. */
const named = `to_char(d.work_as_of - interval '1 microsecond', 'YYYY-MM-DD"T"HH24:MI:SS.US') || to_char(d.work_as_of, 'TZH:TZM')`
const columns = `d.delivery_id as "deliveryId", d.half, d.nth, d.file_name as "fileName", d.sha256, d.counts, d.errors, d.warnings, d.by_name as "byName",
  ${local('d.delivered_at')} as at, json_build_object('facts', d.facts_as_of::text, 'work', d.work_as_of::text) as "knownAt", ${named} as "asKnownAt",
  d.profile_origin as "profileOrigin", (d.profile ->> 'version')::int as "profileVersion",
  case when r.delivery_id is not null then json_build_object('number', r.number, 'byName', r.by_name, 'at', ${local('r.at')}) end as receipt`
const tables = 'returns.delivery d left join returns.receipt r on r.delivery_id = d.id'

/** The deliveries of the half-year, the last one first. */
export const listDeliveries = (tx: Tx, half: string): Promise<Delivery[]> =>
  tx.query<Delivery>(`select ${columns} from ${tables} where d.half = $1 order by d.nth desc`, [half])

/** The half-year's last delivery; null when there is none. */
export const findLastDelivery = async (tx: Tx, half: string): Promise<Delivery | null> =>
  (await tx.query<Delivery>(`select ${columns} from ${tables} where d.half = $1 order by d.nth desc limit 1`, [half]))[0] ?? null

/** One delivery; null when there is none such. */
export const findDelivery = async (tx: Tx, deliveryId: string): Promise<Delivery | null> =>
  (await tx.query<Delivery>(`select ${columns} from ${tables} where d.delivery_id::text = $1`, [deliveryId]))[0] ?? null

/** The delivery that was built from what was known before the instant; null when none was. */
export const findDeliveryAt = async (tx: Tx, half: string, asOf: string): Promise<Delivery | null> =>
  (
    await tx.query<Delivery>(`select ${columns} from ${tables} where d.half = $1 and d.work_as_of = $2 order by d.nth desc limit 1`, [
      half,
      asOf,
    ])
  )[0] ?? null

/** A delivery's file as it was, and whose it is. */
export type DeliveredFile = {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly half: string
  readonly profile: Profile
  readonly knownAt: KnownAt
  /** Somebody in it has a protected identity now. */
  readonly holdsProtected: boolean
}

/** The exact bytes, and the profile they were written by; null when there is no such delivery. */
export async function readDelivered(tx: Tx, deliveryId: string): Promise<DeliveredFile | null> {
  const [row] = await tx.query<DeliveredFile & { readonly bytes: Buffer }>(
    `select d.bytes, d.file_name as "fileName", d.half, d.profile, json_build_object('facts', d.facts_as_of::text, 'work', d.work_as_of::text) as "knownAt",
       exists (select from register.protected_now p where p.person_id = any (d.person_ids)) as "holdsProtected"
     from returns.delivery d where d.delivery_id::text = $1`,
    [deliveryId],
  )
  return row === undefined ? null : { ...row, bytes: new Uint8Array(row.bytes) }
}

/** Whether somebody of the list has a protected identity now. */
export async function isAnyProtected(tx: Tx, personIds: readonly number[]): Promise<boolean> {
  const rows = await tx.query('select from register.protected_now p join unnest($1::bigint[]) one on one = p.person_id limit 1', [
    personIds,
  ])
  return rows.length > 0
}

/** Writes down a receipt. False: there is one already. */
export async function insertReceipt(
  tx: Tx,
  deliveryId: string,
  { number, byName, staffId }: { readonly number: string; readonly byName: string; readonly staffId: string | null },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into returns.receipt (delivery_id, number, by_name, staff_id) select d.id, $2, $3, $4 from returns.delivery d where d.delivery_id::text = $1
     on conflict do nothing returning delivery_id`,
    [deliveryId, number, byName, staffId],
  )
  return rows.length > 0
}
