/** What rounds do as time passes: the day's continuous round, rounds whose process is gone, and those that are all sent. */
import { timeInSweden, todayInSweden } from '../../platform/clock.ts'
import { grant, refuse } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { change, writeAuditLine } from '../audit/index.ts'
import { outreachSettingsFrom } from '../outreach/index.ts'
import { listSettings } from '../settings/index.ts'
import { readLastNight } from '../worklist/index.ts'
import { continuousWish, isContinuousDue } from './round-continuous.rules.ts'
import { readKnown, selectedFacts } from './round-draft.actions.ts'
import { byItself, prepareRound, readerOfRound, type RoundAround, type RoundPlace } from './round-prepare.actions.ts'
import { recipientOf } from './round.rules.ts'
import { finishRounds, hasOwnRound, insertRound, listUnprepared } from './round.store.ts'
import type { Round, RoundWish } from './round.types.ts'

const minuteOf = (now: Date): number => {
  const [hour = 0, minute = 0] = timeInSweden(now).split(':').map(Number)
  return hour * 60 + minute
}

const notThere = {
  id: 0,
  roundId: '',
  state: 'preparing',
  problem: null,
  versions: {},
  version: 0,
  preparedBy: null,
  reviewedBy: null,
  releasedBy: null,
} as const

/** A round that is not there yet, to ask whether it would reach anybody. */
const unborn = (wish: RoundWish, on: PlainDate): Round => ({
  ...wish,
  ...notThere,
  on,
})

async function reachesAnybody(tx: Tx, { place, publicUrl }: RoundAround, round: Round, today: PlainDate): Promise<boolean> {
  const facts = await selectedFacts(tx, await readerOfRound(tx, place, round, today), round, false)
  if (facts.length === 0) return false
  const known = await readKnown(tx, round, { place: { code: place.code, name: place.name }, publicUrl, today })
  return facts.some((one) => recipientOf(one, known.rules).excluded === null)
}

/** The wish of the day's round, when it is time and there is somebody to write to; null otherwise. */
const wishOfDay = (given: RoundAround, now: Date): Promise<RoundWish | null> =>
  inTransaction(given.place.pool, async (tx) => {
    const today = todayInSweden(now)
    const night = await readLastNight(tx)
    if (!isContinuousDue(dayOf(today), minuteOf(now), night === null ? null : dayOf(night.on))) return null
    if (await hasOwnRound(tx, today)) return null
    const { ladder } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
    const wish = continuousWish(`Löpande ${today}`, ladder.smsWithLetter)
    return (await reachesAnybody(tx, given, unborn(wish, today), today)) ? wish : null
  })

/** When a municipality was last asked whether there is anybody to write to: it is not asked again at once. */
const asked = new WeakMap<Pool, number>()
const askEveryMs = 10 * 60_000

const isAskedAgain = ({ pool }: RoundPlace, now: Date): boolean => {
  const before = asked.get(pool)
  if (before !== undefined && Math.abs(now.getTime() - before) < askEveryMs) return false
  asked.set(pool, now.getTime())
  return true
}

/** Prepares the day's continuous round, if it is time and there is somebody to write to. Once a day, whoever else tries. Returns its id. */
export async function prepareContinuous(given: RoundAround, now: Date): Promise<string | null> {
  const wish = await wishOfDay(given, now)
  if (wish === null) return null
  const begun = await change<string, 'already-begun'>(
    given.place.pool,
    (made) => ({ actor: byItself, action: 'messages.begin', detail: { kind: wish.kind, round: made.granted ? made.value : null } }),
    async (tx) => {
      const round = await insertRound(tx, { ...wish, on: todayInSweden(now), preparedBy: null })
      return round === null ? refuse('already-begun') : grant(round.roundId)
    },
  )
  if (!begun.granted) return null
  await prepareRound(given, begun.value, now)
  return begun.value
}

async function settleRounds({ pool }: RoundPlace): Promise<void> {
  await inTransaction(pool, async (tx) => {
    for (const round of await finishRounds(tx)) {
      await writeAuditLine(tx, { actor: byItself, action: 'messages.done', outcome: 'done', detail: { round } })
    }
  })
}

/** The worker's look at a municipality's rounds. @throws what went wrong with a round; the others have had their turn */
export async function tendRounds(given: RoundAround, now: Date): Promise<void> {
  await settleRounds(given.place)
  const waiting = await inTransaction(given.place.pool, listUnprepared)
  const tried = await Promise.allSettled(waiting.map((roundId) => prepareRound(given, roundId, now)))
  if (isAskedAgain(given.place, now)) await prepareContinuous(given, now)
  const failed = tried.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
