/** A round on a telephone: taken along once a day, and put together with the house whenever there is a network. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { change, readAs } from '../audit/index.ts'
import { hasAsked, writeChange } from './field.actions.ts'
import { isOver, partIn } from './plan.rules.ts'
import { pocketOf } from './pocket.rules.ts'
import { loadRound, type Reader } from './read.actions.ts'
import { insertPocket } from './round.store.ts'
import type { ChangeAnswer, FieldChange, Pocket } from './visits.types.ts'

export type TakeRefusal = 'missing' | 'not-yours' | 'already-over' | 'not-today'

/** The round as one of the two who go carries it, on its day; who took it and when is on record. */
export function takePocket({ pool, scope, staffId, today }: Reader, roundId: string): Promise<Decision<Pocket, TakeRefusal>> {
  return change<Pocket, TakeRefusal>(
    pool,
    (decision) => ({
      actor: staffId,
      action: 'visits.carry',
      detail: { round: roundId, ...(decision.granted ? { stops: decision.value.stops.length } : {}) },
    }),
    async (tx) => {
      const found = await loadRound(tx, scope, roundId)
      if (found === null) return refuse('missing')
      if (partIn(found.round, staffId) !== 'goes') return refuse('not-yours')
      if (isOver(found.round)) return refuse('already-over')
      if (found.round.on !== today) return refuse('not-today')
      await insertPocket(tx, found.round.id, staffId)
      return grant(pocketOf(found))
    },
  )
}

/** What a telephone is told. `pocket` null: the round is over, or no longer for this colleague, and the telephone is to forget it. */
export type SyncAnswer = {
  readonly state: 'open' | 'over' | 'not-yours'
  readonly now: number
  readonly answers: readonly ChangeAnswer[]
  readonly pocket: Pocket | null
}

async function readPresent({ pool, scope, staffId }: Reader, roundId: string): Promise<Pick<SyncAnswer, 'state' | 'pocket'> | null> {
  return readAs(
    pool,
    (found) => ({ actor: staffId, action: 'visits.sync', outcome: found?.state ?? 'missing', detail: { round: roundId } }),
    async (tx) => {
      const found = await loadRound(tx, scope, roundId)
      if (found === null) return null
      if (partIn(found.round, staffId) !== 'goes') return { state: 'not-yours', pocket: null } as const
      return isOver(found.round) ? ({ state: 'over', pocket: null } as const) : ({ state: 'open', pocket: pocketOf(found) } as const)
    },
  )
}

/** Takes in what was written on the telephone, each change by itself, and answers with the round as it is now. Null: there is no such round. */
export async function syncPocket(reader: Reader, roundId: string, changes: readonly FieldChange[]): Promise<SyncAnswer | null> {
  const answers: ChangeAnswer[] = []
  for (const one of changes) {
    const decision = await writeChange(reader, roundId, one, hasAsked)
    const outcome = decision.granted ? (decision.value.conflicts.length > 0 ? 'conflict' : 'saved') : decision.reason
    answers.push({ changeId: one.changeId, outcome })
  }
  const present = await readPresent(reader, roundId)
  return present === null ? null : { ...present, now: reader.nowMs, answers }
}
