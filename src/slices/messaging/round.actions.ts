/** Beginning a round, reviewing and cancelling it, each with its line in the log. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'
import type { Reader } from '../worklist/index.ts'
import { prepareRound, type RoundAround } from './round-prepare.actions.ts'
import { isWhollySeen } from './round-recipient.store.ts'
import { mayCancel, mayReview, type RoundRefusal } from './round.rules.ts'
import { cancelQueued, findRound, holdRound, insertRound, noteRoundProblem, saveCancel, saveReview } from './round.store.ts'
import type { Round, RoundWish } from './round.types.ts'

/** Begins a round and starts to prepare it. Returns its id at once. */
export async function beginRound(
  given: RoundAround,
  { pool, staffId, today }: Reader,
  wish: RoundWish,
  { now, report }: { readonly now: Date; readonly report: (error: unknown) => void },
): Promise<string> {
  const { kind, letterKey, smsKey, emailKey } = wish
  let roundId = ''
  await change(
    pool,
    () => ({ actor: staffId, action: 'messages.begin', detail: { round: roundId, kind, letterKey, smsKey, emailKey } }),
    async (tx) => {
      const round = await insertRound(tx, { ...wish, on: today, preparedBy: staffId })
      if (round === null) throw new Error('only a round without a colleague is one a day')
      roundId = round.roundId
      return grant(null)
    },
  )
  prepareRound(given, roundId, now).catch(report)
  return roundId
}

export type ActRefusal = RoundRefusal | 'missing' | 'not-all-seen'
/** Who acts, and what they may see. */
export type Acting = { readonly pool: Reader['pool']; readonly scope: Reader['scope']; readonly staffId: string }

/** Holds the round and asks the rule, and whether whoever acts sees everybody whom it reaches. */
export async function heldRound(
  tx: Tx,
  { scope, staffId }: Acting,
  roundId: string,
  may: (round: Round) => Decision<null, RoundRefusal>,
): Promise<Decision<Round, ActRefusal>> {
  const round = await holdRound(tx, roundId)
  if (round === null || (await findRound(tx, scope, staffId, roundId)) === null) return refuse('missing')
  const decision = may(round)
  if (!decision.granted) return decision
  return (await isWhollySeen(tx, round.id, scope.units)) ? grant(round) : refuse('not-all-seen')
}

/** Notes that the first person has looked at the previews. */
export const reviewRound = (acting: Acting, roundId: string, seen: number): Promise<Decision<null, ActRefusal>> =>
  change<null, ActRefusal>(acting.pool, { actor: acting.staffId, action: 'messages.review', detail: { round: roundId } }, async (tx) => {
    const round = await heldRound(tx, acting, roundId, (one) => mayReview(one, seen))
    if (!round.granted) return round
    await saveReview(tx, round.value.id, acting.staffId)
    return grant(null)
  })

/** Cancels the round. What is queued of it is not sent; what has been handed over has. */
export function cancelRound(acting: Acting, roundId: string): Promise<Decision<number, ActRefusal>> {
  let unsent = 0
  return change<number, ActRefusal>(
    acting.pool,
    () => ({ actor: acting.staffId, action: 'messages.cancel', detail: { round: roundId, unsent } }),
    async (tx) => {
      const round = await heldRound(tx, acting, roundId, mayCancel)
      if (!round.granted) return round
      await saveCancel(tx, round.value.id, acting.staffId)
      unsent = await cancelQueued(tx, round.value.id)
      return grant(unsent)
    },
  )
}

/** Tries a round that could not be prepared once more. */
export async function prepareAgain(
  given: RoundAround,
  acting: Acting,
  roundId: string,
  { now, report }: { readonly now: Date; readonly report: (error: unknown) => void },
): Promise<Decision<null, ActRefusal>> {
  const decision = await change<null, ActRefusal>(
    acting.pool,
    { actor: acting.staffId, action: 'messages.prepareAgain', detail: { round: roundId } },
    async (tx) => {
      const round = await heldRound(tx, acting, roundId, ({ state }) =>
        state === 'preparing' ? grant(null) : refuse('somebody-else-first'),
      )
      if (!round.granted) return round
      await noteRoundProblem(tx, roundId, null)
      return grant(null)
    },
  )
  if (decision.granted) prepareRound(given, roundId, now).catch(report)
  return decision
}
