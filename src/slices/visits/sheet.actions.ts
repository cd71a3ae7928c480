/** Printing the cards of a round, and noting that they are delivered: each is a contact of its own. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change } from '../audit/index.ts'
import { renderCards } from '../messaging/index.ts'
import { changeSoon, recordContact } from '../outreach/index.ts'
import { isRight, isToDeliver, needsCard } from './announce.rules.ts'
import { ofAVisit } from './merge.rules.ts'
import { deliverCard, insertCard, isUndelivered } from './card.store.ts'
import { holdOpenRound } from './plan.actions.ts'
import type { Reader } from './read.actions.ts'
import { listStops } from './stop.store.ts'
import type { Round, Stop } from './visits.types.ts'

/** Where the codes on the cards lead, and what day it is. */
export type CardsFrom = {
  readonly place: { readonly code: string; readonly name: string }
  readonly publicUrl: string
  readonly today: PlainDate
}

/** `field-missing`: the settings of messages lack what a card must say. */
export type PrintRefusal = 'missing' | 'already-over' | 'nothing-to-print' | 'field-missing' | 'not-seen'
/** `missing`: those that have no card with the planned day and time. `all`: those again that have one. */
export type Which = 'missing' | 'all'

const isPrinted = (round: Round, stop: Stop, which: Which): boolean =>
  stop.plannedAt !== null &&
  stop.result === null &&
  (needsCard(round, stop) || (which === 'all' && isRight(stop.card, round.on, stop.plannedAt)))

/** The cards as a PDF. A card that is printed again with the same day and time is the same card. */
export function printCards(
  { pool, scope, staffId }: Reader,
  roundId: string,
  { which, from }: { readonly which: Which; readonly from: CardsFrom },
): Promise<Decision<Uint8Array, PrintRefusal>> {
  let printed = 0
  return change<Uint8Array, PrintRefusal>(
    pool,
    () => ({ actor: staffId, action: 'visits.printCards', detail: { round: roundId, cards: printed } }),
    async (tx) => {
      const held = await holdOpenRound(tx, roundId)
      if (!held.granted) return held
      const round = held.value
      const stops = (await listStops(tx, scope, roundId)).filter((stop) => isPrinted(round, stop, which))
      if (stops.length === 0) return refuse('nothing-to-print')
      printed = stops.length
      for (const stop of stops.filter((one) => needsCard(round, one))) {
        await insertCard(tx, { stopId: stop.id, visitDay: round.on, visitTime: stop.plannedAt ?? '', by: staffId })
      }
      const cards = stops.map(({ personId, plannedAt }) => ({ personId, visitDay: round.on, visitTime: plannedAt ?? '' }))
      return renderCards(tx, from, cards)
    },
  )
}

export type DeliverRefusal = 'missing' | 'already-over' | 'day-is-not-past' | 'after-the-visit' | 'already-delivered'

/** The instant of a day's delivery: now if it is today, else noon. */
const deliveredAt = (on: PlainDate, today: PlainDate): string | null => (on === today ? null : `${on} 12:00 Europe/Stockholm`)

async function deliver(tx: Tx, { staffId, name, today }: Reader, stop: Stop, on: PlainDate): Promise<void> {
  const { personId, card } = stop
  const { id } = await recordContact(tx, {
    ...ofAVisit,
    personId,
    channel: 'visitCard',
    reached: false,
    outcome: 'sent',
    happenedAt: deliveredAt(on, today),
    staffId,
    secondStaffId: null,
    byName: name,
    note: '',
    originId: card?.cardId ?? null,
  })
  await deliverCard(tx, { cardId: card?.cardId ?? '', on, by: staffId, contactId: id })
}

function deliverOne(
  reader: Reader,
  roundId: string,
  stopId: string,
  on: PlainDate,
): Promise<Decision<null, DeliverRefusal | 'night-is-running'>> {
  let subjectId: string | null = null
  return changeSoon<null, DeliverRefusal>(
    reader.pool,
    () => ({ actor: reader.staffId, action: 'visits.deliverCard', subjectId, detail: { round: roundId } }),
    async (tx) => {
      const held = await holdOpenRound(tx, roundId)
      if (!held.granted) return held
      if (on > reader.today) return refuse('day-is-not-past')
      if (on > held.value.on) return refuse('after-the-visit')
      const stop = (await listStops(tx, reader.scope, roundId)).find((one) => one.stopId === stopId)
      if (stop === undefined) return refuse('missing')
      subjectId = stop.subjectId
      if (!isToDeliver(held.value, stop) || !(await isUndelivered(tx, stop.card?.cardId ?? ''))) return refuse('already-delivered')
      await deliver(tx, reader, stop, on)
      return grant(null)
    },
  )
}

export type Delivered = { readonly delivered: number; readonly refused: DeliverRefusal | 'night-is-running' | null }

/** Notes that the cards of these stops were delivered on the day. Says how many, and why the first of the others was not. */
export async function deliverCards(reader: Reader, roundId: string, stopIds: readonly string[], on: PlainDate): Promise<Delivered> {
  let [delivered, refused]: [number, Delivered['refused']] = [0, null]
  for (const stopId of new Set(stopIds)) {
    const decision = await deliverOne(reader, roundId, stopId, on)
    if (decision.granted) delivered++
    else refused ??= decision.reason
  }
  return { delivered, refused }
}
