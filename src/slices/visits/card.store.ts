/** Cards: printed with a day and a time, delivered once. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

export type NewCard = { readonly stopId: number; readonly visitDay: PlainDate; readonly visitTime: string; readonly by: string }

/** Notes that a card is printed. */
export const insertCard = (tx: Tx, { stopId, visitDay, visitTime, by }: NewCard): Promise<unknown> =>
  tx.query('insert into visits.card (stop_id, visit_day, visit_time, printed_by) values ($1, $2, $3, $4)', [
    stopId,
    visitDay,
    visitTime,
    by,
  ])

export type Delivery = { readonly cardId: string; readonly on: PlainDate; readonly by: string; readonly contactId: number }

/** Notes that a card is delivered, and the contact that it is. */
export const deliverCard = (tx: Tx, { cardId, on, by, contactId }: Delivery): Promise<unknown> =>
  tx.query('update visits.card set delivered_on = $2, delivered_by = $3, contact_id = $4 where card_id = $1', [cardId, on, by, contactId])

/** Whether the card waits to be delivered. Held until the transaction ends. */
export async function isUndelivered(tx: Tx, cardId: string): Promise<boolean> {
  const rows = await tx.query('select from visits.card where card_id = $1 and delivered_on is null for update', [cardId])
  return rows.length > 0
}
