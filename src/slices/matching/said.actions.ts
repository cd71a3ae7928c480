/**
 * Manual facts and decisions by those who point at what they see: the fact carries the person's name, the log the staff id. `find` is asked
 * inside the transaction of the change, while no run is alive: what the reader may not see, or what the facts do not allow, is refused there.
 */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { markPersons } from '../register/index.ts'
import { changeByHand, insertFact, rowOf, type ManualFact } from './manual.actions.ts'
import { unlessRunning } from './lock.actions.ts'
import type { RunPlace } from './matching.actions.ts'
import { closeSaid, insertAct, type SaidKind } from './said.store.ts'

/** Who says it, the day it becomes known, and on what ground. `detail`: what `find` gave the log to be told besides. */
export type SaidBy = {
  readonly staffId: string
  readonly name: string
  readonly on: PlainDate
  readonly ground: string
  readonly detail?: () => Readonly<Record<string, unknown>>
}

/** Whom it is about: the record that carries new facts, and all that are the same human being. */
export type SaidAbout = { readonly subjectId: string; readonly personId: number; readonly personIds: readonly number[] }

type Find<Reason extends string> = (tx: Tx) => Promise<Decision<SaidAbout, Reason>>
type Running = 'night-is-running'
type Act = {
  readonly actor: string
  readonly action: 'register.record' | 'register.withdraw'
  readonly detail: Readonly<Record<string, unknown>>
}

const toldBy = (act: Act, { detail }: SaidBy): Act => ({ ...act, detail: { ...act.detail, ...detail?.() } })

/** Refused before anything was written: on record, without naming somebody the reader may not see. */
async function refused<Reason extends string>(tx: Tx, act: Act, reason: Reason): Promise<Decision<never, Reason>> {
  await writeAuditLine(tx, { ...act, outcome: reason })
  return refuse(reason)
}

/** Records a manual fact about somebody, with or without a number. `place.patience` is how many seconds a running night is waited for. */
export function recordFactAbout<Reason extends string>(
  place: RunPlace,
  said: SaidBy,
  fact: ManualFact,
  find: Find<Reason>,
): Promise<Decision<unknown, Reason | Running>> {
  const { staffId, name, on, ground } = said
  const act: Act = { actor: staffId, action: 'register.record', detail: { kind: fact.kind } }
  return unlessRunning(place.pool, act, () =>
    changeByHand<Reason>(place, on, async (tx, at) => {
      const found = await find(tx)
      if (!found.granted) return refused(tx, toldBy(act, said), found.reason)
      const { subjectId, personId } = found.value
      const factId = await insertFact(tx, rowOf(fact, name), personId, at)
      await insertAct(tx, { kind: fact.kind, factId, act: 'said', ground, name, staffId }, at)
      await writeAuditLine(tx, { ...toldBy(act, said), subjectId })
      await markPersons(tx, [personId])
      return grant(null)
    }),
  )
}

/** Takes a manual fact back, with a ground. `not-said`: somebody took it back before. */
export function withdrawFactAbout<Reason extends string>(
  place: RunPlace,
  said: SaidBy,
  { kind, factId }: { readonly kind: SaidKind; readonly factId: number },
  find: Find<Reason>,
): Promise<Decision<unknown, Reason | Running | 'not-said'>> {
  const { staffId, name, on, ground } = said
  const act: Act = { actor: staffId, action: 'register.withdraw', detail: { kind, factId } }
  return unlessRunning<unknown, Reason | 'not-said'>(place.pool, act, () =>
    changeByHand<Reason | 'not-said'>(place, on, async (tx, at) => {
      const found = await find(tx)
      if (!found.granted) return refused(tx, toldBy(act, said), found.reason)
      const closed = await closeSaid(tx, kind, factId, found.value.personIds, at)
      if (closed === null) return refused(tx, act, 'not-said')
      await insertAct(tx, { kind, factId, act: 'withdrawn', ground, name, staffId }, at)
      await writeAuditLine(tx, { ...toldBy(act, said), subjectId: found.value.subjectId })
      await markPersons(tx, [closed])
      return grant(null)
    }),
  )
}
