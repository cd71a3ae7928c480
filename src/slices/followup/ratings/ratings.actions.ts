/** Rating a day, and correcting a rating, with its line in the module's log. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { loadRoutine } from '../instrument/instrument.actions.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import { changeYouth, type Unreached, type Writer } from '../people/people.actions.ts'
import { listSignals } from '../signals/signals.store.ts'
import {
  mayRateDay,
  nextVersion,
  ratedBy,
  ratingProblems,
  type AreaProblemKind,
  type DayRefusal,
  type HousingSignal,
  type VersionRefusal,
} from './ratings.rules.ts'
import { insertRating, listRatings } from './ratings.store.ts'
import type { RatedArea } from './ratings.types.ts'

/** What is rated. `seen`: the version that is corrected; null for the day's first. */
export type RatingWish = {
  readonly on: PlainDate
  readonly areas: readonly RatedArea[]
  readonly note: string
  readonly seen: number | null
  readonly why: string
}

export type RatingRefusal = DayRefusal | AreaProblemKind | VersionRefusal

/** The youth's signals with the instruments whose ranges their ratings keep to. */
export async function loadHousingSignals(tx: Tx, youthId: string): Promise<HousingSignal[]> {
  const instruments = await listInstruments(tx)
  return (await listSignals(tx, [youthId])).flatMap((signal) => {
    const instrument = instruments.find(({ version }) => version === signal.instrumentVersion)
    return instrument === undefined ? [] : [{ signal, instrument }]
  })
}

async function decideRating(tx: Tx, { today }: Writer, youthId: string, wish: RatingWish): Promise<Decision<number, RatingRefusal>> {
  const allowed = mayRateDay(wish.on, today, await loadRoutine(tx))
  if (!allowed.granted) return allowed
  if (wish.areas.length === 0) return refuse('empty')
  const [problem] = ratingProblems(await loadHousingSignals(tx, youthId), wish.on, wish.areas)
  if (problem !== undefined) return refuse(problem.problem)
  const before = (await listRatings(tx, [youthId])).find(({ on }) => on === wish.on) ?? null
  return nextVersion(before, wish)
}

/**
 * Rates the youth's day; the version it became. Refused: `ahead`, `too-late`, `empty`; `not-followed`, `before-signal`, `after-end`, `outside` and
 * `off-step` (see `ratingProblems` for the areas); `already-rated`, `somebody-else-first`, `nothing-changed`, `no-why`.
 */
export const rateDay = (
  pool: Pool,
  writer: Writer,
  youthId: string,
  wish: RatingWish,
): Promise<Decision<number, RatingRefusal | Unreached>> =>
  changeYouth<number, RatingRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.rateDay', detail: () => ({ on: wish.on, areas: wish.areas.length, seen: wish.seen }) },
    async (tx) => {
      const decision = await decideRating(tx, writer, youthId, wish)
      if (!decision.granted) return decision
      const signals = await loadHousingSignals(tx, youthId)
      const areas = wish.areas.map((rated) => ({ ...rated, signalId: ratedBy(signals, rated.area, wish.on)?.signal.signalId ?? '' }))
      const saved = {
        ...wish,
        youthId,
        areas,
        note: wish.note.trim(),
        why: wish.why.trim(),
        by: writer.reader.staffId,
        today: writer.today,
      }
      await insertRating(tx, { ...saved, version: decision.value })
      return grant(decision.value)
    },
  )
