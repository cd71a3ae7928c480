/**
 * What happens to transfers by itself between municipalities of one installation: the other municipality is asked, answers are told, what was accepted is
 * sent, and what is over is said to be. What crosses the border is an explicit message, written with a line in both logs.
 */
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { carriedFrom, sizeOf } from './carried.rules.ts'
import {
  endForgotten,
  insertContent,
  insertIncoming,
  listToTell,
  livesHere,
  markTold,
  takeBackIncoming,
  wipeIncoming,
} from './incoming.store.ts'
import { readMover } from './mover.actions.ts'
import { goesBackOn, isOpenOffer, mayBeSent } from './offer.rules.ts'
import {
  holdToTend,
  listToTend,
  markArrived,
  markOffered,
  markOverTold,
  markSent,
  markTended,
  markUnanswered,
  takeAnswer,
  withhold,
  type TendedOffer,
} from './outgoing.store.ts'
import { readRecord } from './record.store.ts'
import { keepDays, waitDays } from './transfer-days.rules.ts'
import type { Withholding } from './transfers.types.ts'

type TransferPlace = { readonly code: string; readonly pool: Pool }
/** Another municipality of the installation; null when it is not in it. @throws when its database does not answer: it is tried again. */
type PlaceOf = (code: string) => Promise<{ readonly pool: Pool } | null>
type Tick = { readonly place: TransferPlace; readonly placeOf: PlaceOf; readonly today: PlainDate }

/** By whom, in the log, what happens by itself. */
const actor = 'overflytt'
const noteIn = (
  tx: Tx,
  action: string,
  outcome: string,
  detail: Readonly<Record<string, unknown>>,
  subjectId: string | null = null,
): Promise<unknown> => writeAuditLine(tx, { actor, action: `transfers.${action}`, outcome, subjectId, detail })

/** The other municipality is told that it is over, never why. */
async function tellOver(tx: Tx, { place, placeOf }: Tick, { id, transferId, to }: TendedOffer): Promise<void> {
  const other = await placeOf(to)
  if (other !== null) await inTransaction(other.pool, (there) => takeBackIncoming(there, transferId, place.code))
  await markOverTold(tx, id)
}

async function stop(tx: Tx, { id, transferId, subjectId }: TendedOffer, why: Withholding): Promise<void> {
  await withhold(tx, id, why)
  await noteIn(tx, 'withhold', why, { transferId }, subjectId)
}

/**
 * Asks the other municipality, when its own register says that the youth lives there: nothing about hen is written there, and until then nothing at all.
 * Whether it has arrived is shown to nobody here: it would say what their register knows.
 */
async function arrive(tx: Tx, { place, placeOf, today }: Tick, { id, transferId, to }: TendedOffer, number: string): Promise<void> {
  const other = await placeOf(to)
  if (other === null) return
  const isThere = await inTransaction(other.pool, async (there) => {
    if (!(await livesHere(there, number, to, today))) return false
    if (await insertIncoming(there, { transferId, from: place.code, way: 'inside' }))
      await noteIn(there, 'receiveOffer', 'done', { from: place.code, transferId })
    return true
  })
  if (isThere) await markArrived(tx, id)
}

/** Sends what was accepted; withheld, when the other register does not say that the youth lives there any more. */
async function send(tx: Tx, { place, placeOf, today }: Tick, offer: TendedOffer, number: string): Promise<void> {
  const { id, transferId, personId, subjectId, to } = offer
  const other = await placeOf(to)
  if (other === null) return
  const carried = carriedFrom(await readRecord(tx, personId, number))
  const came = await inTransaction(other.pool, async (there) => {
    if (!(await livesHere(there, number, to, today))) return null
    const isIn = await insertContent(there, transferId, place.code, carried)
    if (isIn) await noteIn(there, 'receiveContent', 'done', { from: place.code, transferId, ...sizeOf(carried) })
    return isIn
  })
  if (came === null) return stop(tx, offer, 'disagree')
  await markSent(tx, id)
  // Whoever asks who has had a youth's data finds it by the youth.
  await noteIn(tx, 'send', came ? 'done' : 'there-already', { to, transferId, ...sizeOf(carried) }, subjectId)
}

/** The first step: it waits for the other municipality from today. Outside the installation somebody fetches a file. */
async function ask(tx: Tx, { placeOf }: Tick, { id, transferId, subjectId, to }: TendedOffer): Promise<void> {
  if ((await placeOf(to)) === null) return
  await markOffered(tx, id, 'inside')
  await noteIn(tx, 'deliver', 'done', { to, transferId }, subjectId)
}

/** One step of one offer: what is true of the youth is asked again first. */
async function step(tx: Tx, tick: Tick, one: TendedOffer): Promise<void> {
  const { state, delivery, deliveredOn, hasArrived } = one
  if (!isOpenOffer(state)) return tellOver(tx, tick, one)
  const known = await readMover(tx, one.personId, tick.place.code, tick.today)
  const allowed = known === null ? null : mayBeSent(known.mover, one.to, tick.today)
  if (known === null || known.number === null || allowed?.granted !== true)
    return stop(tx, one, allowed === null || allowed.granted ? 'notThere' : allowed.reason)
  if (state === 'waiting') return ask(tx, tick, one)
  if (state === 'offered' && deliveredOn !== null && tick.today >= goesBackOn(deliveredOn as PlainDate)) {
    await markUnanswered(tx, one.id)
    return void (await noteIn(tx, 'deliver', 'unanswered', { transferId: one.transferId }))
  }
  if (delivery !== 'inside') return
  if (state === 'accepted') return send(tx, tick, one, known.number)
  if (!hasArrived) await arrive(tx, tick, one, known.number)
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

/** Each offer by itself: a municipality whose database does not answer keeps the others waiting for nothing. Returns what went wrong first. */
async function tendEach(tick: Tick): Promise<unknown> {
  let wrong: unknown = null
  for (const id of await inTransaction(tick.place.pool, listToTend)) {
    try {
      await inTransaction(tick.place.pool, async (tx) => {
        const one = await holdToTend(tx, id)
        if (one !== null) await step(tx, tick, one)
      })
    } catch (error) {
      wrong ??= error
    }
    await inTransaction(tick.place.pool, (tx) => markTended(tx, id))
  }
  return wrong
}

/** What came and is over: forgotten, with a line of how many. */
const forget = ({ place, today }: Tick): Promise<void> =>
  inTransaction(place.pool, async (tx) => {
    const [wiped, ended] = [await wipeIncoming(tx, keepDays, today), await endForgotten(tx, { wait: waitDays, keep: keepDays }, today)]
    if (wiped + ended > 0) await noteIn(tx, 'wipe', 'done', { wiped, ended })
  })

/** For the worker: everything that waits to happen by itself. @throws what went wrong with one of them, when the others are done */
export async function tendTransfers(place: TransferPlace, placeOf: PlaceOf, now: Date): Promise<void> {
  const tick: Tick = { place, placeOf, today: todayInSweden(now) }
  await forget(tick)
  const wrong = await tendEach(tick)
  if (wrong !== null) throw wrong
  await tellAnswers(tick)
}
