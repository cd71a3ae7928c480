/** The desk: what others offer us, who has moved away, what we have offered, and answering. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { change, readAs } from '../audit/index.ts'
import { answerIncoming, findIncoming, listIncoming } from './incoming.store.ts'
import { listKeptFrom } from './kept.store.ts'
import { listMoved } from './moved.store.ts'
import { mayAnswer, type AnswerRefusal } from './offer.rules.ts'
import { listOutgoing } from './outgoing.store.ts'
import type { TransferReader } from './reader.ts'
import type { Incoming, Kept, Moved, Outgoing } from './transfers.types.ts'

const most = 100

export type TransferDesk = {
  readonly incoming: readonly Incoming[]
  readonly moved: readonly Moved[]
  readonly outgoing: readonly Outgoing[]
}

/** Offers to and from here, and who has moved: the newest first. */
export const readTransferDesk = (reader: TransferReader): Promise<TransferDesk> =>
  readAs(
    reader.pool,
    ({ incoming, moved, outgoing }) => ({
      actor: reader.staffId,
      action: 'transfers.desk',
      detail: { shown: incoming.filter(({ youth }) => youth !== null).length + moved.length + outgoing.length },
    }),
    async (tx) => ({
      incoming: await listIncoming(tx, reader.scope, most),
      moved: await listMoved(tx, reader, most),
      outgoing: await listOutgoing(tx, reader.scope, most),
    }),
  )

export type ShownIncoming = Incoming & { readonly kept: readonly Kept[] }

/** One offer, with what was carried when it has come, and what of that is in the register. */
export const readIncoming = (reader: TransferReader, transferId: string): Promise<ShownIncoming | 'missing'> =>
  readAs(
    reader.pool,
    (found) => ({
      actor: reader.staffId,
      action: 'transfers.readOffer',
      ...(found === 'missing' ? { outcome: found } : { subjectId: found.youth?.subjectId ?? null }),
    }),
    async (tx) => {
      const found = await findIncoming(tx, reader.scope, transferId)
      return found === null ? 'missing' : { ...found, kept: await listKeptFrom(tx, found.id) }
    },
  )

export type AnsweringRefusal = 'missing' | AnswerRefusal

/** Accepts or refuses. Only when it is accepted does the one who offers send anything about the youth. */
export const answerOffer = (reader: TransferReader, transferId: string, accepted: boolean): Promise<Decision<null, AnsweringRefusal>> =>
  change<null, AnsweringRefusal>(
    reader.pool,
    () => ({ actor: reader.staffId, action: 'transfers.answer', detail: { transferId, accepted } }),
    async (tx) => {
      const found = await findIncoming(tx, reader.scope, transferId, true)
      if (found === null) return refuse('missing')
      const allowed = mayAnswer(found.state)
      if (allowed.granted) await answerIncoming(tx, found.id, { accepted, by: reader.staffId })
      return allowed.granted ? grant(null) : allowed
    },
  )
