/** What is done with signals: answered, adjusted, acknowledged, stopped and added, each with its line in the module's log. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { Pool } from '../../../platform/db/tx.ts'
import { doneIn, isThere, presenceOf } from '../assessments/assessments.rules.ts'
import { listAssessments } from '../assessments/assessments.store.ts'
import { loadInstrument } from '../instrument/instrument.actions.ts'
import { areaOf } from '../instrument/instrument.rules.ts'
import type { Recipient } from '../instrument/instrument.types.ts'
import { listRolesOf } from '../people/file.store.ts'
import { changeYouth, type Unreached, type Writer } from '../people/people.actions.ts'
import { cancelLeftBehind } from '../talks/left-behind.actions.ts'
import { actOn, mayAdd, type ActRefusal, type AddRefusal } from './signals.rules.ts'
import { insertAct, insertAdded, listSignals } from './signals.store.ts'
import type { Signal, signalActs } from './signals.types.ts'

/** What somebody wants done with a signal. `recipient`: the other one, for `adjust`. */
export type ActWish = { readonly kind: (typeof signalActs)[number]; readonly ground: string; readonly recipient: Recipient | null }

export type SignalRefusal = 'missing' | 'not-yours' | ActRefusal

/**
 * Does something with a signal today. Refused: `missing` (the youth has no such signal), `not-yours` (acknowledged by another process than the one it
 * was given to), and as `actOn` says: `assessment-first` for a stop before the quarterly assessment, `ended` after a stop.
 */
export function actOnSignal(
  pool: Pool,
  writer: Writer,
  { youthId, signalId }: { readonly youthId: string; readonly signalId: string },
  wish: ActWish,
): Promise<Decision<Signal, SignalRefusal | Unreached>> {
  const { today, reader } = writer
  return changeYouth<Signal, SignalRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.actOnSignal', detail: () => ({ signalId, kind: wish.kind, recipient: wish.recipient }) },
    async (tx) => {
      const signal = (await listSignals(tx, [youthId])).find((one) => one.signalId === signalId)
      if (signal === undefined) return refuse('missing')
      if (wish.kind === 'acknowledge' && !(await listRolesOf(tx, reader.staffId)).includes(signal.recipient)) return refuse('not-yours')
      const act = { ...wish, ground: wish.ground.trim(), on: today }
      const allowed = actOn(signal, act, { done: doneIn(await listAssessments(tx, [youthId])), today })
      if (!allowed.granted) return allowed
      await insertAct(tx, signalId, act, { youthId, by: reader.staffId, on: today })
      await cancelLeftBehind(tx, youthId, today)
      return allowed
    },
  )
}

/** A signal that the authority process adds, in an area of the instrument in force, to that area's recipient or another. */
export type AddWish = { readonly area: string; readonly ground: string; readonly recipient: Recipient | null }

/** Adds a signal with a ground. It is in force at once; its id. */
export const addSignal = (pool: Pool, writer: Writer, youthId: string, wish: AddWish): Promise<Decision<string, AddRefusal | Unreached>> =>
  changeYouth<string, AddRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.addSignal', detail: () => ({ area: wish.area, recipient: wish.recipient }) },
    async (tx, youth) => {
      const { today, reader } = writer
      const instrument = await loadInstrument(tx, today)
      const signals = await listSignals(tx, [youthId])
      const allowed = mayAdd(wish, { instrument, signals, isThere: isThere(presenceOf(youth), today) })
      if (!allowed.granted) return allowed
      const recipient = wish.recipient ?? areaOf(instrument, wish.area)?.recipient ?? 'housing'
      const writing = { youthId, by: reader.staffId, on: today }
      const added = { area: wish.area, ground: wish.ground.trim(), recipient, instrumentVersion: instrument.version }
      const signalId = await insertAdded(tx, added, writing)
      await insertAct(tx, signalId, { kind: 'confirm', on: today, ground: '', recipient: null }, writing)
      return grant(signalId)
    },
  )
