/** Sending notices on to another municipality: inside the installation they arrive by themselves, outside it somebody hands them over. */
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { writeAuditLine } from '../audit/index.ts'
import { undoDecision } from './decide.store.ts'
import { insertNotice, type NewNotice } from './intake.store.ts'
import { eventDay } from './notice.rules.ts'
import { annulForwarded, findThere, holdToForward, markDelivered, readToSend, reopen, type Annulled } from './tend.store.ts'
import { byItself, type PlaceOf, type TendPlace } from './tend-place.ts'

/**
 * Puts the notice there, once. One that they had done with waits there again: two municipalities that each say that the youth is the other's send
 * it to and fro between people, and never lose it. False: it cannot wait there any more.
 */
const putThere = (there: Pool, made: NewNotice, from: string): Promise<boolean> =>
  inTransaction(there, async (tx) => {
    const line = (outcome: string) => writeAuditLine(tx, { actor: byItself, action: 'notices.receiveForwarded', outcome, detail: { from } })
    const found = await findThere(tx, made, eventDay(made.notice.event).on)
    if (found === null) {
      await insertNotice(tx, made)
      await line('done')
      return true
    }
    if (found.isWiped) return false
    if (found.isOver) {
      await reopen(tx, found.id, from)
      await line('returned')
    }
    return true
  })

/** One notice to another municipality of the installation; to one outside it by hand. One about somebody protected since waits again here. */
export const forwardOne = (place: TendPlace, decisionId: number, placeOf: PlaceOf): Promise<void> =>
  inTransaction(place.pool, async (tx) => {
    const found = await holdToForward(tx, decisionId)
    if (found === null) return
    const { noticePk, noticeId, to, isProtected } = found
    const line = (outcome: string) => writeAuditLine(tx, { actor: byItself, action: 'notices.forward', outcome, detail: { noticeId, to } })
    if (isProtected) {
      await undoDecision(tx, decisionId, null)
      return line('protected')
    }
    const [made, other] = [await readToSend(tx, noticePk, place.code), await placeOf(to)]
    if (made === null) return
    const how = other !== null && (await putThere(other.pool, made, place.code)) ? 'inside' : 'byHand'
    await markDelivered(tx, decisionId, how)
    return line(how)
  })

/** A notice that its school annulled is annulled where it was sent on to. */
export async function annulAt({ code }: TendPlace, { receipt }: Annulled, to: string, placeOf: PlaceOf): Promise<void> {
  const other = await placeOf(to)
  if (other !== null) await inTransaction(other.pool, (tx) => annulForwarded(tx, receipt, code))
}
