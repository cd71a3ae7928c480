/** Planning a round, changing when, where and who, cancelling and closing it. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { timeInSweden } from '../../platform/clock.ts'
import { change } from '../audit/index.ts'
import { changeSoon, refreshStandings } from '../outreach/index.ts'
import { listConflicts } from './change.store.ts'
import { isOver, mayCancel, mayClose, maySeeAll, problemsOf, type CancelRefusal, type CloseRefusal, type RoundWish } from './plan.rules.ts'
import type { Reader } from './read.actions.ts'
import { findRound, holdRound, insertRound, listStaff, moveRound, updateRound } from './round.store.ts'
import { listStops, removeUnseen } from './stop.store.ts'
import type { Round, RoundState, Stop } from './visits.types.ts'

const isPlannable = async (tx: Tx, wish: RoundWish, { today, nowMs }: Reader): Promise<boolean> =>
  problemsOf(wish, { today, now: timeInSweden(new Date(nowMs)), staff: await listStaff(tx) }).length === 0

/** Plans a round; granted with its random id. Refused: `not-plannable` (the caller shows what is wrong: `problemsOf`). */
export function planRound(reader: Reader, wish: RoundWish): Promise<Decision<string, 'not-plannable'>> {
  const { pool, staffId } = reader
  return change(
    pool,
    (decision) => ({ actor: staffId, action: 'visits.plan', detail: decision.granted ? { round: decision.value } : {} }),
    async (tx) => ((await isPlannable(tx, wish, reader)) ? grant(await insertRound(tx, wish, staffId)) : refuse('not-plannable')),
  )
}

export type ReplanRefusal = 'missing' | 'not-plannable' | 'under-way' | 'somebody-else-first' | 'staff-may-not-see'

/** Whether those who are to go may see every youth who is in the round. */
async function canAllBeSeen(tx: Tx, { first, second }: RoundWish, stops: readonly Stop[]): Promise<boolean> {
  const visitors = (await listStaff(tx)).filter(({ id }) => id === first || id === second)
  return stops.every(({ unitId }) => maySeeAll(visitors, unitId))
}

async function mayReplan(
  tx: Tx,
  reader: Reader,
  round: Round,
  { wish, version }: { readonly wish: RoundWish; readonly version: number },
): Promise<Decision<readonly Stop[], ReplanRefusal>> {
  if (round.state !== 'planned') return refuse('under-way')
  if (round.version !== version) return refuse('somebody-else-first')
  if (!(await isPlannable(tx, wish, reader))) return refuse('not-plannable')
  const stops = await listStops(tx, reader.scope, round.roundId)
  return (await canAllBeSeen(tx, wish, stops)) ? grant(stops) : refuse('staff-may-not-see')
}

/** Changes when, where and who of a round that has not begun, from the version that was seen. */
export function replanRound(
  reader: Reader,
  roundId: string,
  given: { readonly wish: RoundWish; readonly version: number },
): Promise<Decision<null, ReplanRefusal | 'night-is-running'>> {
  return changeSoon<null, ReplanRefusal>(
    reader.pool,
    () => ({ actor: reader.staffId, action: 'visits.replan', detail: { round: roundId } }),
    async (tx) => {
      await holdRound(tx, roundId)
      const round = await findRound(tx, roundId)
      if (round === null) return refuse('missing')
      const allowed = await mayReplan(tx, reader, round, given)
      if (!allowed.granted) return allowed
      await updateRound(tx, roundId, given.wish)
      // The ladder reads the day of a planned visit.
      const personIds = allowed.value.map(({ personId }) => personId)
      await refreshStandings(tx, personIds)
      return grant(null)
    },
  )
}

type Judge<Reason extends string> = (round: Round, stops: readonly Stop[], openConflicts: number) => Decision<null, Reason>

/** Ends a round when the judge grants it. Stops that the one who ends it cannot see, and that nobody visited, are taken out of it. */
function endRound<Reason extends string>(
  { pool, scope, staffId }: Reader,
  roundId: string,
  { action, to, judge }: { readonly action: string; readonly to: RoundState; readonly judge: Judge<Reason> },
): Promise<Decision<null, Reason | 'missing' | 'night-is-running'>> {
  return changeSoon<null, Reason | 'missing'>(
    pool,
    () => ({ actor: staffId, action, detail: { round: roundId } }),
    async (tx) => {
      await holdRound(tx, roundId)
      const round = await findRound(tx, roundId)
      if (round === null) return refuse('missing')
      const stops = await listStops(tx, scope, roundId)
      const ids = stops.map(({ id }) => id)
      const allowed = judge(round, stops, (await listConflicts(tx, ids)).length)
      if (!allowed.granted) return allowed
      const unseen = await removeUnseen(tx, round.id, ids)
      await moveRound(tx, roundId, to, ['planned', 'underWay'])
      await refreshStandings(
        tx,
        [...stops, ...unseen].map(({ personId }) => personId),
      )
      return grant(null)
    },
  )
}

/** Cancels a round that has not begun. */
export const cancelRound = (reader: Reader, roundId: string): Promise<Decision<null, CancelRefusal | 'missing' | 'night-is-running'>> =>
  endRound<CancelRefusal>(reader, roundId, { action: 'visits.cancel', to: 'cancelled', judge: mayCancel })

/** Closes a round when every visit has a result or was not made. */
export const closeRound = (reader: Reader, roundId: string): Promise<Decision<null, CloseRefusal | 'missing' | 'night-is-running'>> =>
  endRound<CloseRefusal>(reader, roundId, { action: 'visits.close', to: 'done', judge: mayClose })

/** The round held for a change of its stops; refused when there is none or it is over. */
export async function holdOpenRound(tx: Tx, roundId: string): Promise<Decision<Round, 'missing' | 'already-over'>> {
  await holdRound(tx, roundId)
  const round = await findRound(tx, roundId)
  if (round === null) return refuse('missing')
  return isOver(round) ? refuse('already-over') : grant(round)
}
