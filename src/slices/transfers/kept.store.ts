/** What somebody has put in our register of what came with a transfer. */
import type { Tx } from '../../platform/db/tx.ts'
import type { Kept, KeptPart } from './transfers.types.ts'

const query = (condition: string): string => `
  select k.kept_id as "keptId", n.from_municipality as from, k.part, k.value, case when w.ended_at is null then w.value end as way, s.name as "byName",
    (k.kept_at at time zone 'Europe/Stockholm')::date as "keptOn", k.taken_back_at is not null as "isTakenBack"
  from transfers.kept k join transfers.incoming n on n.id = k.incoming_pk join access.staff s on s.id = k.kept_by
  left join outreach.way w on w.id = k.way_pk where ${condition} order by k.id`

/** Of one offer. */
export const listKeptFrom = (tx: Tx, incomingId: number): Promise<Kept[]> => tx.query<Kept>(query('k.incoming_pk = $1'), [incomingId])

/** Of one youth, what stands. The caller has asked whether the reader may see the youth. */
export const listKeptOf = (tx: Tx, personIds: readonly number[]): Promise<Kept[]> =>
  tx.query<Kept>(query('k.person_id = any ($1) and k.taken_back_at is null'), [personIds])

export type NewKept = {
  readonly incomingId: number
  readonly personId: number
  readonly part: KeptPart
  readonly value: object | null
  readonly occupationId: number | null
  readonly wayId: number | null
  readonly by: string
}

export const insertKept = (tx: Tx, { incomingId, personId, part, value, occupationId, wayId, by }: NewKept): Promise<unknown> =>
  tx.query(
    `insert into transfers.kept (incoming_pk, person_id, part, value, occupation_pk, way_pk, kept_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [incomingId, personId, part, value === null ? null : JSON.stringify(value), occupationId, wayId, by],
  )

export type HeldKept = {
  readonly id: number
  readonly personId: number
  readonly occupationId: number | null
  readonly wayId: number | null
}

/** One that stands, of these records, held until the transaction ends. */
export async function holdKept(tx: Tx, personIds: readonly number[], keptId: string): Promise<HeldKept | null> {
  const [row] = await tx.query<HeldKept>(
    `select k.id, k.person_id as "personId", k.occupation_pk as "occupationId", k.way_pk as "wayId" from transfers.kept k
     where k.kept_id = $1 and k.person_id = any ($2) and k.taken_back_at is null for update`,
    [keptId, personIds],
  )
  return row ?? null
}

export const markTakenBack = (tx: Tx, id: number, by: string): Promise<unknown> =>
  tx.query('update transfers.kept set taken_back_at = clock_timestamp(), taken_back_by = $2 where id = $1', [id, by])
