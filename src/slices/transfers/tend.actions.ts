/**
 * What happens to transfers by itself between municipalities of one installation: offers are delivered, answers told, what was accepted is sent, what
 * was withdrawn is taken back, and what nobody could answer goes back. What crosses the border is an explicit message, written with a line in both logs.
 */
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { carriedFrom, sizeOf } from './carried.rules.ts'
import {
  answerIncoming,
  insertContent,
  insertIncoming,
  listToTell,
  listUnanswered,
  markTold,
  takeBackIncoming,
  wipeIncoming,
} from './incoming.store.ts'
import { readMover } from './mover.actions.ts'
import { goesBackOn, mayBeSent } from './offer.rules.ts'
import {
  listToOffer,
  listToSend,
  listToTakeBack,
  markOffered,
  markSent,
  markTakenBack,
  takeAnswer,
  withdraw,
  withhold,
  type OpenOffer,
} from './outgoing.store.ts'
import { readRecord } from './record.store.ts'
import { keepDays, waitDays } from './transfer-days.rules.ts'

type TransferPlace = { readonly code: string; readonly pool: Pool }
/** Another municipality of the installation; null when it is not in it. @throws when its database does not answer: it is tried again. */
type PlaceOf = (code: string) => Promise<{ readonly pool: Pool } | null>
type Tick = { readonly place: TransferPlace; readonly placeOf: PlaceOf; readonly today: PlainDate }

/** By whom, in the log, what happens by itself. */
const actor = 'overflytt'
const noteIn = (tx: Tx, action: string, outcome: string, detail: Readonly<Record<string, unknown>>): Promise<unknown> =>
  writeAuditLine(tx, { actor, action: `transfers.${action}`, outcome, detail })

/** One offer to the other municipality: the number and nothing else. What has changed since it was made takes it back. */
async function deliver(tx: Tx, { place, placeOf, today }: Tick, { id, transferId, personId, to }: OpenOffer): Promise<void> {
  const known = await readMover(tx, personId, place.code, today)
  const allowed = known === null ? null : mayBeSent(known.mover, to, today)
  if (known === null || known.number === null || allowed?.granted !== true) {
    await withdraw(tx, id, null)
    await noteIn(tx, 'deliver', allowed === null || allowed.granted ? 'missing' : allowed.reason, { transferId })
    return
  }
  const other = await placeOf(to)
  // Outside the installation somebody fetches a file.
  if (other === null) return
  const { number } = known
  await inTransaction(other.pool, async (there) => {
    if (await insertIncoming(there, { transferId, from: place.code, number, way: 'inside' }))
      await noteIn(there, 'receiveOffer', 'done', { from: place.code, transferId })
  })
  await markOffered(tx, id, 'inside')
  await noteIn(tx, 'deliver', 'done', { to, transferId })
}

/** What was accepted, sent; or withheld, when it may not be any more. */
async function send(tx: Tx, { place, placeOf, today }: Tick, { id, transferId, personId, to }: OpenOffer): Promise<void> {
  const other = await placeOf(to)
  if (other === null) return
  const known = await readMover(tx, personId, place.code, today)
  const allowed = known === null ? null : mayBeSent(known.mover, to, today)
  if (known === null || known.number === null || allowed?.granted !== true) {
    const why = allowed === null || allowed.granted ? 'notThere' : allowed.reason
    await withhold(tx, id, why)
    await noteIn(tx, 'send', why, { transferId })
    return
  }
  const carried = carriedFrom(await readRecord(tx, personId, known.number))
  const came = await inTransaction(other.pool, async (there) => {
    const isIn = await insertContent(there, transferId, place.code, carried)
    if (isIn) await noteIn(there, 'receiveContent', 'done', { from: place.code, transferId, ...sizeOf(carried) })
    return isIn
  })
  await markSent(tx, id)
  await noteIn(tx, 'send', came ? 'done' : 'there-already', { to, transferId, ...sizeOf(carried) })
}

async function takeBack(tx: Tx, { place, placeOf }: Tick, { id, transferId, to }: OpenOffer): Promise<void> {
  const other = await placeOf(to)
  if (other !== null) await inTransaction(other.pool, (there) => takeBackIncoming(there, transferId, place.code))
  await markTakenBack(tx, id)
}

/** Tells the one who offered: yes or no. */
const tellAnswers = ({ place, placeOf }: Tick): Promise<void> =>
  inTransaction(place.pool, async (tx) => {
    for (const { id, transferId, from, accepted } of await listToTell(tx)) {
      const other = await placeOf(from)
      if (other !== null) {
        await inTransaction(other.pool, async (there) => {
          if (await takeAnswer(there, transferId, place.code, accepted))
            await noteIn(there, 'receiveAnswer', accepted ? 'accepted' : 'refused', { from: place.code, transferId })
        })
      }
      await markTold(tx, id)
    }
  })

/** What nobody could answer since the one with the number does not live here by our register: told as refused, as any other refusal. */
const sendBack = ({ place, today }: Tick): Promise<void> =>
  inTransaction(place.pool, async (tx) => {
    for (const { id, receivedOn, isAt } of await listUnanswered(tx, place.code, today)) {
      if (isAt === 'here' || today < goesBackOn(receivedOn, waitDays)) continue
      await answerIncoming(tx, id, { reason: 'notResident', by: null })
      await noteIn(tx, 'answer', 'notResident', {})
    }
  })

const each = (
  tick: Tick,
  list: (tx: Tx) => Promise<OpenOffer[]>,
  work: (tx: Tx, tick: Tick, offer: OpenOffer) => Promise<void>,
): Promise<void> =>
  inTransaction(tick.place.pool, async (tx) => {
    for (const offer of await list(tx)) await work(tx, tick, offer)
  })

/** For the worker: everything that waits to happen by itself. */
export async function tendTransfers(place: TransferPlace, placeOf: PlaceOf, now: Date): Promise<void> {
  const tick: Tick = { place, placeOf, today: todayInSweden(now) }
  const wiped = await inTransaction(place.pool, (tx) => wipeIncoming(tx, keepDays, tick.today))
  if (wiped > 0) await inTransaction(place.pool, (tx) => noteIn(tx, 'wipe', 'done', { wiped }))
  await sendBack(tick)
  // Last: another municipality's database that does not answer keeps nothing else waiting.
  await tellAnswers(tick)
  await each(tick, listToTakeBack, takeBack)
  await each(tick, listToSend, send)
  await each(tick, listToOffer, deliver)
}
