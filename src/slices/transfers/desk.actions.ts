/** The desk: what others offer us, what we have offered, and answering. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { change, readAs } from '../audit/index.ts'
import { answerIncoming, findIncoming, listIncoming } from './incoming.store.ts'
import { mayAnswer, type AnswerRefusal } from './offer.rules.ts'
import { listOutgoing } from './outgoing.store.ts'
import type { TransferReader } from './reader.ts'
import type { Incoming, Outgoing, RefusalReason } from './transfers.types.ts'

const most = 100

export type TransferDesk = { readonly incoming: readonly Incoming[]; readonly outgoing: readonly Outgoing[] }

/** Offers to and from here, the newest first. */
export const readTransferDesk = (reader: TransferReader): Promise<TransferDesk> =>
  readAs(
    reader.pool,
    ({ incoming, outgoing }) => ({ actor: reader.staffId, action: 'transfers.desk', detail: { shown: incoming.length + outgoing.length } }),
    async (tx) => ({
      incoming: await listIncoming(tx, reader, most),
      outgoing: await listOutgoing(tx, reader.scope, most),
    }),
  )

type Closed = 'missing' | 'sign-in-again'
const claimedOf = ({ youth }: Incoming) => (youth === null ? null : { residence: youth.residence, isSeen: true })

/** Nobody is shown an offer about somebody who is not theirs: the answer is that there is none. An answered one is shown while its youth is known here. */
function closedTo(found: Incoming | null, { isFresh }: TransferReader): Closed | null {
  if (found === null || found.youth === null) return 'missing'
  if (found.state === 'waiting' && found.youth.residence.at !== 'here') return 'missing'
  return found.youth.isProtected && !isFresh ? 'sign-in-again' : null
}

/** One offer, with what was carried when it has come. */
export const readIncoming = (reader: TransferReader, transferId: string): Promise<Incoming | Closed> =>
  readAs(
    reader.pool,
    (found) => ({
      actor: reader.staffId,
      action: 'transfers.readOffer',
      ...(typeof found === 'string' ? { outcome: found } : { subjectId: found.youth?.subjectId ?? null }),
    }),
    async (tx) => {
      const found = await findIncoming(tx, reader, transferId)
      return found === null ? 'missing' : (closedTo(found, reader) ?? found)
    },
  )

/** `reason` null: accepted. */
export type AnswerWish = { readonly reason: RefusalReason | null }
export type AnsweringRefusal = Closed | AnswerRefusal

/** Accepts or refuses. Accepted: the one who offers may send what it has; refused: the number is forgotten here. */
export function answerOffer(reader: TransferReader, transferId: string, { reason }: AnswerWish): Promise<Decision<null, AnsweringRefusal>> {
  let subjectId: string | null = null
  return change<null, AnsweringRefusal>(
    reader.pool,
    () => ({ actor: reader.staffId, action: 'transfers.answer', subjectId, detail: { transferId, accepted: reason === null } }),
    async (tx) => {
      const found = await findIncoming(tx, reader, transferId, true)
      const closed = closedTo(found, reader)
      if (closed !== null) return refuse(closed)
      if (found === null) return refuse('missing')
      subjectId = found.youth?.subjectId ?? null
      const allowed = mayAnswer(
        { isAnswered: found.state !== 'waiting' && found.state !== 'withdrawn', isWithdrawn: found.state === 'withdrawn' },
        claimedOf(found),
      )
      if (!allowed.granted) return allowed
      await answerIncoming(tx, found.id, { reason, by: reader.staffId })
      return grant(null)
    },
  )
}
