/** Offering a youth to the new home municipality, and taking an offer back. Before that: exactly what would be carried. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { change, readAs } from '../audit/index.ts'
import { listSameRecords } from '../outreach/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { carriedFrom } from './carried.rules.ts'
import { readMover } from './mover.actions.ts'
import { listKeptOf } from './kept.store.ts'
import { findClosing, findMoved, type ClosedMove } from './moved.store.ts'
import { isOpenOffer, receiverOf, type OfferRefusal } from './offer.rules.ts'
import { holdOutgoing, insertOutgoing, listOutgoingOf, withdraw } from './outgoing.store.ts'
import type { TransferReader } from './reader.ts'
import { readRecord } from './record.store.ts'
import type { Carried, Kept, Moved, Outgoing } from './transfers.types.ts'

type Closed = 'missing' | 'sign-in-again'

export type Offering = {
  readonly youth: SeenYouth
  readonly receiver: Decision<string, OfferRefusal>
  /** What would be carried today; null when nothing would. */
  readonly carried: Carried | null
  readonly offers: readonly Outgoing[]
  /** The move, while nobody has said how it ended; null: there is nothing to hand over. */
  readonly moved: Moved | null
  readonly closing: ClosedMove | null
  /** What is in our register of what came from another municipality. */
  readonly kept: readonly Kept[]
}

async function offeringOf(tx: Tx, reader: TransferReader, youth: SeenYouth): Promise<Offering> {
  const { code, today } = reader
  const known = await readMover(tx, youth.personId, code, today)
  const records = await listSameRecords(tx, youth.personId)
  const receiver = known === null ? refuse('nowhere' as const) : receiverOf(known.mover, today)
  const number = known?.number ?? null
  const carried = receiver.granted && number !== null ? carriedFrom(await readRecord(tx, youth.personId, number)) : null
  return {
    youth,
    receiver,
    carried,
    offers: await listOutgoingOf(tx, [youth.personId]),
    moved: await findMoved(tx, reader, youth.subjectId),
    closing: await findClosing(tx, records),
    kept: await listKeptOf(tx, records),
  }
}

/** What can be offered of one youth, to whom, and what has been. */
export const readOffering = (reader: TransferReader, subjectId: string): Promise<Offering | Closed> =>
  readAs(
    reader.pool,
    (found) => ({
      actor: reader.staffId,
      action: 'transfers.readOffering',
      ...(typeof found === 'string' ? { outcome: found } : { subjectId }),
    }),
    async (tx) => {
      const youth = await findSeenYouth(tx, reader.scope, subjectId)
      if (youth === null) return 'missing'
      return youth.isProtected && !reader.isFresh ? 'sign-in-again' : offeringOf(tx, reader, youth)
    },
  )

export type OfferingRefusal = 'missing' | 'offered-already' | OfferRefusal

/** Offers the youth to the municipality where the register says that hen lives. Nothing about hen leaves until it is accepted. */
export function offerYouth(reader: TransferReader, subjectId: string): Promise<Decision<null, OfferingRefusal>> {
  const { pool, staffId: actor, scope, code, today } = reader
  let isSeen = false
  return change<null, OfferingRefusal>(
    pool,
    () => ({ actor, action: 'transfers.offer', subjectId: isSeen ? subjectId : null }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      const known = await readMover(tx, youth.personId, code, today)
      if (known === null) return refuse('nowhere')
      const receiver = receiverOf(known.mover, today)
      if (!receiver.granted) return receiver
      return (await insertOutgoing(tx, youth.personId, receiver.value, actor)) ? grant(null) : refuse('offered-already')
    },
  )
}

export type WithdrawRefusal = 'missing' | 'over'

/** Takes an offer back before anything has been sent. The other municipality is told that it is over. */
export function withdrawOffer(
  reader: TransferReader,
  transferId: string,
): Promise<Decision<{ readonly subjectId: string }, WithdrawRefusal>> {
  let subjectId: string | null = null
  return change<{ readonly subjectId: string }, WithdrawRefusal>(
    reader.pool,
    () => ({ actor: reader.staffId, action: 'transfers.withdraw', subjectId, detail: { transferId } }),
    async (tx) => {
      const offer = await holdOutgoing(tx, reader.scope, transferId)
      if (offer === null) return refuse('missing')
      subjectId = offer.subjectId
      if (!isOpenOffer(offer.state)) return refuse('over')
      await withdraw(tx, offer.id, reader.staffId)
      return grant({ subjectId: offer.subjectId })
    },
  )
}
