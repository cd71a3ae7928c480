/**
 * Delivering a return: what is known at this very moment, by the profile in force, kept as the exact bytes with their hash. What was delivered is
 * never changed; a correction is a new complete file, which replaces the one before at the receiver.
 */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change } from '../audit/index.ts'
import { holdRuns, nextInstant } from '../matching/index.ts'
import { now } from '../register/index.ts'
import { askedHalf, buildAt, type HalfRefusal, type ReturnFile, type ReturnPlace } from './build.actions.ts'
import { errorsAmong } from './controls.rules.ts'
import { findDelivery, findLastDelivery, holdDeliveries, insertDelivery, insertReceipt, isSettled, readClock } from './delivery.store.ts'
import { isOver, lastDayOn, type HalfYear } from './half-year.rules.ts'
import { profileInForce } from './profile.actions.ts'
import { numberOf } from './receipt.rules.ts'
import type { Delivery, KnownAt } from './returns.types.ts'

export type By = { readonly name: string; readonly staffId: string | null }
const actorOf = ({ name, staffId }: By): string => staffId ?? name

export type DeliverWish = {
  readonly half: string
  readonly today: PlainDate
  readonly by: By
  /** The number of the delivery that this one replaces: the last that its sender has seen; 0 when none. */
  readonly replaces: number
  /** Deliver although controls are broken. */
  readonly despiteErrors: boolean
  /** As many errors as its sender has seen: more than those are asked about again. Not given: however many there are. */
  readonly errorsSeen?: number
  /** Deliver although nobody is in it: the register being empty is right. */
  readonly emptyIsRight: boolean
}

export type DeliverRefusal =
  | HalfRefusal
  | 'not-over'
  | 'uncoded'
  | 'broken-controls'
  | 'empty'
  | 'would-replace'
  | 'night-is-running'
  | 'somebody-is-saving'

/** `last`: the delivery that stands now. `file`: what would have been delivered, where it was built. */
export type DeliverAnswer = Decision<{ readonly delivery: Delivery; readonly file: ReturnFile }, DeliverRefusal> & {
  readonly last?: Delivery | null
  readonly file?: ReturnFile
}

const settleTries = 50
const settleMs = 100

/**
 * A moment that nothing becomes known before any more: an instant of the clock of knowledge, which no later read can pass, and the wall clock, once
 * everybody who was saving before it has ended.
 */
async function presentMoment(pool: Pool, today: PlainDate): Promise<Decision<KnownAt, 'night-is-running' | 'somebody-is-saving'>> {
  const moment = await inTransaction(pool, async (tx) => {
    if (!(await holdRuns(tx))) return null
    const { knownAt } = await nextInstant(tx, today)
    return { facts: knownAt, work: await readClock(tx) }
  })
  if (moment === null) return refuse('night-is-running')
  for (let left = settleTries; left > 0; left--) {
    // The pause comes first: a row that is just being written has its time before its transaction is seen to write.
    await new Promise((resolve) => setTimeout(resolve, settleMs))
    if (await inTransaction(pool, (tx) => isSettled(tx, moment.work))) return grant(moment)
  }
  return refuse('somebody-is-saving')
}

/** Why the file is not to be delivered as it is; null when it is. */
function obstacle({ built, broken }: ReturnFile, wish: DeliverWish): 'uncoded' | 'broken-controls' | 'empty' | null {
  if (built.uncoded.length > 0) return 'uncoded'
  if (built.lines.length === 0 && !wish.emptyIsRight) return 'empty'
  const errors = errorsAmong(broken).length
  const isSaid = wish.despiteErrors && errors <= (wish.errorsSeen ?? errors)
  return errors > 0 && !isSaid ? 'broken-controls' : null
}

async function save(tx: Tx, file: ReturnFile, wish: DeliverWish, nth: number, knownAt: KnownAt): Promise<Delivery | null> {
  const { half, built, broken, fileName, bytes, sha256, profile, origin } = file
  const errors = errorsAmong(broken).length
  await insertDelivery(tx, {
    half: half.key,
    nth,
    fileName,
    bytes,
    sha256,
    counts: built.counts,
    errors,
    warnings: broken.length - errors,
    isDespiteErrors: wish.despiteErrors,
    isEmptyRight: wish.emptyIsRight,
    profile,
    profileOrigin: origin,
    knownAt,
    personIds: [...new Set(built.records.map(({ personId }) => personId))],
    byName: wish.by.name,
    staffId: wish.by.staffId,
    on: wish.today,
  })
  return findLastDelivery(tx, half.key)
}

async function decide(tx: Tx, { code }: ReturnPlace, wish: DeliverWish, half: HalfYear, knownAt: KnownAt): Promise<DeliverAnswer> {
  const before = await holdDeliveries(tx, half.key)
  if (before !== wish.replaces) return { ...refuse('would-replace'), last: await findLastDelivery(tx, half.key) }
  const inForce = await profileInForce(tx, half.key, now)
  if (inForce === null) return refuse('no-profile')
  const file = await buildAt(tx, { municipality: code, half, on: lastDayOn(half, wish.today), knownAt }, inForce)
  const inTheWay = obstacle(file, wish)
  if (inTheWay !== null) return { ...refuse(inTheWay), file }
  const delivery = await save(tx, file, wish, before + 1, knownAt)
  if (delivery === null) throw new Error('a delivery was not kept')
  return grant({ delivery, file })
}

const lineOf = (wish: DeliverWish) => (made: DeliverAnswer) => ({
  actor: actorOf(wish.by),
  action: 'returns.deliver',
  detail: made.granted
    ? {
        half: made.value.delivery.half,
        nth: made.value.delivery.nth,
        rows: made.value.delivery.counts.rows,
        sha256: made.value.delivery.sha256,
      }
    : { errors: made.file === undefined ? null : errorsAmong(made.file.broken).length },
})

/** Which half-year, and the moment, before anything is built. */
async function begin(pool: Pool, wish: DeliverWish): Promise<Decision<{ half: HalfYear; knownAt: KnownAt }, DeliverRefusal>> {
  const asked = askedHalf(wish)
  if (!asked.granted) return asked
  if (!isOver(asked.value, wish.today)) return refuse('not-over')
  const moment = await presentMoment(pool, wish.today)
  return moment.granted ? grant({ half: asked.value, knownAt: moment.value }) : moment
}

/** Delivers the return of a half-year that is over. A refusal keeps nothing but its line in the log. */
export async function deliverReturn(place: ReturnPlace, wish: DeliverWish): Promise<DeliverAnswer> {
  const begun = await begin(place.pool, wish)
  return change<{ delivery: Delivery; file: ReturnFile }, DeliverRefusal>(place.pool, lineOf(wish), (tx) =>
    begun.granted ? decide(tx, place, wish, begun.value.half, begun.value.knownAt) : Promise.resolve(begun),
  )
}

export type ReceiptWish = { readonly deliveryId: string; readonly number: string; readonly by: By }

/** Writes down the receipt's number, once. */
export const recordReceipt = (
  pool: Pool,
  { deliveryId, number, by }: ReceiptWish,
): Promise<Decision<Delivery, 'missing' | 'no-number' | 'has-receipt'>> =>
  change<Delivery, 'missing' | 'no-number' | 'has-receipt'>(
    pool,
    (made) => ({
      actor: actorOf(by),
      action: 'returns.receive',
      detail: made.granted ? { half: made.value.half, nth: made.value.nth } : {},
    }),
    async (tx) => {
      const written = numberOf(number)
      if (written === null) return refuse('no-number')
      if ((await findDelivery(tx, deliveryId)) === null) return refuse('missing')
      if (!(await insertReceipt(tx, deliveryId, { number: written, byName: by.name, staffId: by.staffId }))) return refuse('has-receipt')
      const delivery = await findDelivery(tx, deliveryId)
      return delivery === null ? refuse('missing') : grant(delivery)
    },
  )
