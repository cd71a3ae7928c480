/** Offers made from here: one at a time for each youth. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Outgoing, OutgoingState, Withholding } from './transfers.types.ts'

const dayIn = (column: string): string => `(${column} at time zone 'Europe/Stockholm')::date`

/** Where an offer stands, of `transfers.outgoing o`. */
export const outgoingState = `case when o.withdrawn_at is not null then 'withdrawn' when o.withheld_at is not null then 'withheld' when o.sent_at is not null then 'sent'
    when o.answer is not null then o.answer when o.delivered_at is not null then 'offered' else 'waiting' end`
const columns = `o.id, o.transfer_id as "transferId", v.person_id as "personId", v.subject_id as "subjectId", v.given_name as "givenName",
  v.family_name as "familyName", register.is_protected(v.person_id) as "isProtected", o.to_municipality as to, s.name as "byName",
  ${dayIn('o.offered_at')} as "offeredOn", o.delivery, ${dayIn('o.delivered_at')} as "deliveredOn", o.withheld, ${outgoingState} as state,
  ${dayIn('greatest(o.offered_at, o.delivered_at, o.answered_at, o.sent_at, o.withheld_at, o.withdrawn_at)')} as "changedOn"`
const fromOffers = `from transfers.outgoing o join worklist.seen($1, $2) v on v.person_id = register.root_now(o.person_id) join access.staff s on s.id = o.offered_by`

/** The newest offers that the reader may see. */
export const listOutgoing = (tx: Tx, { units, mayReadProtected }: Scope, limit: number): Promise<Outgoing[]> =>
  tx.query<Outgoing>(`select ${columns} ${fromOffers} order by o.id desc limit $3`, [units, mayReadProtected, limit])

/** One offer that the reader may see, held until the transaction ends. */
export async function holdOutgoing(tx: Tx, { units, mayReadProtected }: Scope, transferId: string): Promise<Outgoing | null> {
  const [row] = await tx.query<Outgoing>(`select ${columns} ${fromOffers} where o.transfer_id = $3 for update of o`, [
    units,
    mayReadProtected,
    transferId,
  ])
  return row ?? null
}

/** The offers of a youth, the newest first. The caller has asked whether the reader may see the youth. */
export const listOutgoingOf = (tx: Tx, personIds: readonly number[]): Promise<Outgoing[]> =>
  tx.query<Outgoing>(`select ${columns} ${fromOffers} where register.root_now(o.person_id) = any ($3) order by o.id desc limit 5`, [
    null,
    true,
    personIds,
  ])

/** An offer that stands, of `transfers.outgoing o`. */
const isOpen = `o.withdrawn_at is null and o.sent_at is null and o.withheld_at is null and (o.answer is null or o.answer = 'accepted')`

/** Makes an offer; false when there is an open one, also of a record that is merged with this. */
export const insertOutgoing = async (tx: Tx, personId: number, to: string, by: string): Promise<boolean> =>
  (
    await tx.query(
      `insert into transfers.outgoing (person_id, to_municipality, offered_by) select $1, $2, $3
       where not exists (select from transfers.outgoing o where register.root_now(o.person_id) = $1 and ${isOpen}) on conflict do nothing returning id`,
      [personId, to, by],
    )
  ).length > 0

export const markOffered = (tx: Tx, id: number, delivery: 'inside' | 'file'): Promise<unknown> =>
  tx.query('update transfers.outgoing set delivered_at = clock_timestamp(), delivery = $2 where id = $1 and delivered_at is null', [
    id,
    delivery,
  ])
export const markArrived = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('update transfers.outgoing set arrived_at = clock_timestamp() where id = $1 and arrived_at is null', [id])
export const markSent = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('update transfers.outgoing set sent_at = clock_timestamp() where id = $1 and sent_at is null', [id])
export const markUnanswered = (tx: Tx, id: number): Promise<unknown> =>
  tx.query(`update transfers.outgoing set answer = 'unanswered', answered_at = clock_timestamp() where id = $1 and answer is null`, [id])
export const withhold = (tx: Tx, id: number, why: Withholding): Promise<unknown> =>
  tx.query('update transfers.outgoing set withheld = $2, withheld_at = clock_timestamp() where id = $1', [id, why])
export const withdraw = (tx: Tx, id: number, by: string): Promise<unknown> =>
  tx.query('update transfers.outgoing set withdrawn_at = clock_timestamp(), withdrawn_by = $2 where id = $1 and withdrawn_at is null', [
    id,
    by,
  ])

/** Takes in the answer of the municipality that was asked. False when nothing that waits was asked of it. */
export const takeAnswer = async (tx: Tx, transferId: string, from: string, accepted: boolean): Promise<boolean> =>
  (
    await tx.query(
      `update transfers.outgoing o set answer = $3, answered_at = clock_timestamp()
       where o.transfer_id = $1 and o.to_municipality = $2 and o.answer is null and o.delivered_at is not null and ${isOpen} returning id`,
      [transferId, from, accepted ? 'accepted' : 'refused'],
    )
  ).length > 0

/** An offer as the worker looks at it. */
export type TendedOffer = {
  readonly id: number
  readonly transferId: string
  readonly personId: number
  readonly subjectId: string
  readonly to: string
  readonly delivery: 'inside' | 'file' | null
  readonly deliveredOn: string | null
  readonly hasArrived: boolean
  readonly state: OutgoingState
}

const isOver = `(o.withdrawn_at is not null or o.withheld_at is not null or o.answer = 'unanswered') and o.over_told_at is null and o.delivery = 'inside'`

/** Offers that stand, or whose end the other municipality has not been told: those looked at longest ago first. */
export const listToTend = async (tx: Tx): Promise<number[]> =>
  (
    await tx.query<{ id: number }>(
      `select o.id from transfers.outgoing o where (${isOpen}) or (${isOver}) order by o.tended_at nulls first, o.id limit 100`,
    )
  ).map(({ id }) => id)

/** Marks the offer as looked at, whatever comes of it. */
export const markTended = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('update transfers.outgoing set tended_at = clock_timestamp() where id = $1', [id])

/** The offer, held; null when somebody else has it, or when nothing is to be done with it any more. */
export async function holdToTend(tx: Tx, id: number): Promise<TendedOffer | null> {
  const [row] = await tx.query<TendedOffer>(
    `select o.id, o.transfer_id as "transferId", o.person_id as "personId", p.subject_id as "subjectId", o.to_municipality as to, o.delivery, ${dayIn('o.delivered_at')} as "deliveredOn",
       o.arrived_at is not null as "hasArrived", ${outgoingState} as state
     from transfers.outgoing o join register.person p on p.id = register.root_now(o.person_id)
     where o.id = $1 and ((${isOpen}) or (${isOver})) for update of o skip locked`,
    [id],
  )
  return row ?? null
}
export const markOverTold = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('update transfers.outgoing set over_told_at = clock_timestamp() where id = $1', [id])
