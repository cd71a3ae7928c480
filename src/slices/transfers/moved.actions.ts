/** How a move ended when nothing was handed over here: said, never only left empty. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { change } from '../audit/index.ts'
import { listSameRecords } from '../outreach/index.ts'
import { findSeenYouth } from '../worklist/index.ts'
import { findMoved, insertClosing, strikeClosing } from './moved.store.ts'
import { mayClose, type ClosingRefusal } from './offer.rules.ts'
import type { TransferReader } from './reader.ts'
import type { Closing } from './transfers.types.ts'

type Closed = 'missing' | 'sign-in-again'

/** Says how it ended for somebody who has moved. */
export function closeMove(reader: TransferReader, subjectId: string, outcome: Closing): Promise<Decision<null, Closed | ClosingRefusal>> {
  let isSeen = false
  return change<null, Closed | ClosingRefusal>(
    reader.pool,
    () => ({ actor: reader.staffId, action: 'transfers.close', subjectId: isSeen ? subjectId : null, detail: { outcome } }),
    async (tx) => {
      const youth = await findSeenYouth(tx, reader.scope, subjectId)
      if (youth === null) return refuse('missing')
      if (youth.isProtected && !reader.isFresh) return refuse('sign-in-again')
      isSeen = true
      const moved = await findMoved(tx, reader, subjectId)
      const allowed = mayClose({ isToHandOver: moved !== null, lastState: moved?.lastState ?? null }, outcome)
      if (!allowed.granted) return allowed
      if (moved === null) return refuse('not-moved')
      const { personId, movedOn } = moved
      const isSaid = await insertClosing(tx, { personId, movedOn, outcome, on: reader.today, by: reader.staffId })
      return isSaid ? grant(null) : refuse('closed-already')
    },
  )
}

/** Takes back how it ended: the youth is among those to hand over again. */
export function reopenMove(reader: TransferReader, subjectId: string): Promise<Decision<null, Closed>> {
  let isSeen = false
  return change<null, Closed>(
    reader.pool,
    () => ({ actor: reader.staffId, action: 'transfers.reopen', subjectId: isSeen ? subjectId : null }),
    async (tx) => {
      const youth = await findSeenYouth(tx, reader.scope, subjectId)
      if (youth === null) return refuse('missing')
      if (youth.isProtected && !reader.isFresh) return refuse('sign-in-again')
      isSeen = true
      return (await strikeClosing(tx, await listSameRecords(tx, youth.personId), reader.staffId)) ? grant(null) : refuse('missing')
    },
  )
}
