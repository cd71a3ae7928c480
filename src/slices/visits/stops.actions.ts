/** Who is visited in a round, in which order and when. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'
import { listOptOuts } from '../messaging/index.ts'
import { changeSoon, listSameRecords, refreshStandings } from '../outreach/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { byAddress, moved, spreadTimes } from './order.rules.ts'
import { holdOpenRound } from './plan.actions.ts'
import { isInRound, isTouched, maySeeAll } from './plan.rules.ts'
import type { Reader } from './read.actions.ts'
import { listStaff } from './round.store.ts'
import { insertStop, isFollowed, isInARound, listStops, removeStop, saveOrder, saveTimes, type PlannedTime } from './stop.store.ts'
import type { Round, Stop } from './visits.types.ts'

export type AddRefusal =
  | 'missing'
  | 'already-over'
  | 'not-found'
  | 'already-in-a-round'
  | 'no-address'
  | 'not-followed'
  | 'said-no'
  | 'staff-may-not-see'
  | 'round-is-full'
export type Added = { readonly subjectId: string; readonly decision: Decision<null, AddRefusal | 'night-is-running'> }

/** More doors than two people reach in a day. */
const mostStops = 40

async function mayAdd(tx: Tx, { today }: Reader, round: Round, youth: SeenYouth, stops: number): Promise<Decision<null, AddRefusal>> {
  if (stops >= mostStops) return refuse('round-is-full')
  if (!(await isFollowed(tx, youth.personId, today))) return refuse('not-followed')
  if ((await listOptOuts(tx, await listSameRecords(tx, youth.personId))).includes('homeVisit')) return refuse('said-no')
  if (youth.street === '') return refuse('no-address')
  if (await isInARound(tx, youth.personId)) return refuse('already-in-a-round')
  const visitors = (await listStaff(tx)).filter(({ id }) => id === round.first.id || id === round.second.id)
  return maySeeAll(visitors, youth.unitId) ? grant(null) : refuse('staff-may-not-see')
}

/** Adds a youth last in the round. A protected youth is not found: the page's scope does not hold any. */
function addStop(reader: Reader, roundId: string, subjectId: string): Promise<Added['decision']> {
  const { pool, scope, staffId } = reader
  let isSeen = false
  return changeSoon<null, AddRefusal>(
    pool,
    () => ({ actor: staffId, action: 'visits.addStop', subjectId: isSeen ? subjectId : null, detail: { round: roundId } }),
    async (tx) => {
      const held = await holdOpenRound(tx, roundId)
      if (!held.granted) return held
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null || youth.isProtected) return refuse('not-found')
      isSeen = true
      const allowed = await mayAdd(tx, reader, held.value, youth, (await listStops(tx, scope, roundId)).length)
      if (!allowed.granted) return allowed
      await insertStop(tx, held.value.id, youth.personId)
      await refreshStandings(tx, [youth.personId])
      return grant(null)
    },
  )
}

/** Adds youths, each with its own answer. In a round that had none they come in the order of their addresses, with times over the round. */
export async function addStops(reader: Reader, roundId: string, subjectIds: readonly string[]): Promise<Added[]> {
  const added: Added[] = []
  for (const subjectId of new Set(subjectIds)) added.push({ subjectId, decision: await addStop(reader, roundId, subjectId) })
  const n = added.filter(({ decision }) => decision.granted).length
  if (n > 0) await arrangeStops(reader, roundId, { how: 'first', added: n })
  return added
}

export type RemoveRefusal = 'missing' | 'already-over' | 'already-visited'

/** Takes a youth out of the round, before anybody has been there. */
export function dropStop(
  { pool, scope, staffId }: Reader,
  roundId: string,
  stopId: string,
): Promise<Decision<null, RemoveRefusal | 'night-is-running'>> {
  let subjectId: string | null = null
  return changeSoon<null, RemoveRefusal>(
    pool,
    () => ({ actor: staffId, action: 'visits.removeStop', subjectId, detail: { round: roundId } }),
    async (tx) => {
      const held = await holdOpenRound(tx, roundId)
      if (!held.granted) return held
      const stop = (await listStops(tx, scope, roundId)).find((one) => one.stopId === stopId)
      if (stop === undefined) return refuse('missing')
      subjectId = stop.subjectId
      if (isTouched(stop)) return refuse('already-visited')
      await removeStop(tx, stop.id)
      await refreshStandings(tx, [stop.personId])
      return grant(null)
    },
  )
}

/**
 * `address`: in the order of the addresses. `times`: evenly over the round, in the order they stand. `first`: both, if all of the stops were
 * just added; else nothing. A step: one stop up or down.
 */
export type Arrangement =
  | { readonly how: 'address' | 'times' }
  | { readonly how: 'first'; readonly added: number }
  | { readonly how: 'step'; readonly stopId: string; readonly step: -1 | 1 }

function arranged(stops: readonly Stop[], arrangement: Arrangement): readonly Stop[] {
  switch (arrangement.how) {
    case 'address':
    case 'first':
      return byAddress(stops)
    case 'times':
      return stops
    case 'step': {
      const ids = moved(
        stops.map(({ stopId }) => stopId),
        arrangement.stopId,
        arrangement.step,
      )
      return ids.flatMap((id) => stops.find(({ stopId }) => stopId === id) ?? [])
    }
  }
}

/** Times in the new order: spread anew, or those of the places, as long as no card says one; a printed time stays with its youth. */
function timesIn(round: Round, before: readonly Stop[], after: readonly Stop[], { how }: Arrangement): PlannedTime[] {
  if (how !== 'times' && how !== 'first') {
    return before.some(({ card }) => card !== null) ? [] : after.map(({ id }, place) => ({ id, time: before[place]?.plannedAt ?? null }))
  }
  const times = spreadTimes(round.startsAt, round.endsAt, after.length)
  return after.map(({ id }, place) => ({ id, time: times[place] ?? null }))
}

/** Puts the stops in order, and their planned times with it. */
export function arrangeStops(
  { pool, scope, staffId }: Reader,
  roundId: string,
  arrangement: Arrangement,
): Promise<Decision<null, 'missing' | 'already-over'>> {
  return change<null, 'missing' | 'already-over'>(
    pool,
    () => ({ actor: staffId, action: 'visits.arrange', detail: { round: roundId, how: arrangement.how } }),
    async (tx) => {
      const held = await holdOpenRound(tx, roundId)
      if (!held.granted) return held
      const stops = await listStops(tx, scope, roundId)
      if (arrangement.how === 'first' && stops.length > arrangement.added) return grant(null)
      const inOrder = arranged(stops, arrangement)
      const ids = inOrder.map(({ id }) => id)
      await saveOrder(tx, ids)
      await saveTimes(tx, timesIn(held.value, stops, inOrder, arrangement))
      return grant(null)
    },
  )
}

export type TimesRefusal = 'missing' | 'already-over' | 'outside-the-round'

/** Writes the planned times of stops; empty takes it away. Those of stops that are not in the round any more are left out. */
export function planTimes(
  { pool, scope, staffId }: Reader,
  roundId: string,
  times: ReadonlyMap<string, string | null>,
): Promise<Decision<null, TimesRefusal>> {
  return change<null, TimesRefusal>(
    pool,
    () => ({ actor: staffId, action: 'visits.planTimes', detail: { round: roundId } }),
    async (tx) => {
      const held = await holdOpenRound(tx, roundId)
      if (!held.granted) return held
      if ([...times.values()].some((time) => time !== null && !isInRound(held.value, time))) return refuse('outside-the-round')
      const stops = await listStops(tx, scope, roundId)
      const rows = stops.flatMap(({ id, stopId }): PlannedTime[] => {
        const time = times.get(stopId)
        return time === undefined ? [] : [{ id, time }]
      })
      await saveTimes(tx, rows)
      return grant(null)
    },
  )
}
