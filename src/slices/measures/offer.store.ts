/** What was offered and declined: on record with its reason, and never a measure. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { DeclinedOffer } from './measures.types.ts'

export type NewOffer = {
  readonly personId: number
  readonly itemKey: string
  readonly offeredOn: PlainDate
  readonly reason: string
  readonly note: string
  readonly byName: string
  readonly staffId: string
}

/** Puts it on record, with the unit that the youth is in now. */
export const insertOffer = (
  tx: Tx,
  { personId, itemKey, offeredOn, reason, note, byName, staffId }: NewOffer,
  today: PlainDate,
): Promise<unknown> =>
  tx.query(
    `insert into measures.declined_offer (person_id, item_key, offered_on, reason, note, by_name, staff_id, recorded_on, unit_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, (select y.unit_id from worklist.youth y where y.person_id = $1))`,
    [personId, itemKey, offeredOn, reason, note, byName, staffId, today],
  )

/** The declined offers of the records, struck ones too: the latest first. */
export const listOffersOf = (tx: Tx, personIds: readonly number[]): Promise<DeclinedOffer[]> =>
  tx.prepared<DeclinedOffer>(
    `select d.offer_id as "offerId", d.item_key as "itemKey", json_build_object('sv', v.name_sv, 'en', v.name_en) as name, d.offered_on as "offeredOn", d.reason,
       d.note, d.by_name as "byName",
       case when d.struck_at is not null then json_build_object('at', to_char(d.struck_at, 'YYYY-MM-DD HH24:MI'), 'by', d.struck_by, 'why', d.struck_why) end as struck
     from measures.declined_offer d join measures.item_version v on v.item_key = d.item_key and v.known_until = 'infinity'
     where d.person_id = any ($1) order by d.offered_on desc, d.id desc limit 100`,
    [personIds],
  )

/** Strikes one of the records' offers. False when there is none such, or it is struck already. */
export const strikeOffer = async (tx: Tx, personIds: readonly number[], offerId: string, why: string, by: string): Promise<boolean> =>
  (
    await tx.query(
      `update measures.declined_offer set struck_at = clock_timestamp(), struck_by = $4, struck_why = $3
       where person_id = any ($1) and offer_id = $2 and struck_at is null returning id`,
      [personIds, offerId, why, by],
    )
  ).length > 0
