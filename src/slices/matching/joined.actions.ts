/**
 * A manual fact as a part of somebody else's change: everything in one transaction, under the runs' lock, with the caller's line in the log.
 * Whoever is concerned is recomputed before it is committed.
 */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine, type AuditLine } from '../audit/index.ts'
import { markPersons } from '../register/index.ts'
import { unlessRunning } from './lock.actions.ts'
import { changeByHand, insertFact, rowOf, type ManualFact } from './manual.actions.ts'
import type { RunPlace } from './matching.actions.ts'
import { closeSaid, insertAct, type SaidKind } from './said.store.ts'
import { closeTold, insertTold, repeatTold, type ToldEnrolment } from './told.store.ts'

/** Who says it, and on what ground. */
export type FactBy = { readonly staffId: string; readonly name: string; readonly ground: string }

/** What the change can say and take back. */
export type FactWriter = {
  /** Records the fact of the person. Returns its id. */
  readonly record: (personId: number, fact: ManualFact, by: FactBy) => Promise<number>
  /** Takes a fact of one of the records back. False: somebody did before. */
  readonly withdraw: (kind: SaidKind, factId: number, personIds: readonly number[], by: FactBy) => Promise<boolean>
  /** Records an enrolment that a school's notice tells, in the place of another fact of a notice when there is one. Returns its id. */
  readonly tell: (personId: number, told: ToldEnrolment, insteadOf: number | null) => Promise<number>
  /** Takes an enrolment of a notice back; what it took the place of is said again. False: it was taken back before. */
  readonly untell: (factId: number, insteadOf: number | null) => Promise<boolean>
}

const writerAt = (tx: Tx, at: string): FactWriter => ({
  record: async (personId, fact, { staffId, name, ground }) => {
    const factId = await insertFact(tx, rowOf(fact, name), personId, at)
    await insertAct(tx, { kind: fact.kind, factId, act: 'said', ground, name, staffId }, at)
    await markPersons(tx, [personId])
    return factId
  },
  withdraw: async (kind, factId, personIds, { staffId, name, ground }) => {
    const closed = await closeSaid(tx, kind, factId, personIds, at)
    if (closed === null) return false
    await insertAct(tx, { kind, factId, act: 'withdrawn', ground, name, staffId }, at)
    await markPersons(tx, [closed])
    return true
  },
  tell: async (personId, told, insteadOf) => {
    if (insteadOf !== null) await closeTold(tx, insteadOf, at)
    await markPersons(tx, [personId])
    return insertTold(tx, personId, told, at)
  },
  untell: async (factId, insteadOf) => {
    const closed = await closeTold(tx, factId, at)
    if (closed === null) return false
    if (insteadOf !== null) await repeatTold(tx, insteadOf, at)
    await markPersons(tx, [closed])
    return true
  },
})

type Line<T, Reason extends string> = (decision: Decision<T, Reason | 'night-is-running'>) => Omit<AuditLine, 'outcome'>

/**
 * Decides, saves and writes the line, with facts among what is saved. A refusal is to have written nothing; what it wrote all the same is
 * undone, and only its line is left. `place.patience` is how many seconds a running night is waited for.
 */
export async function changeWithFacts<T, Reason extends string>(
  place: RunPlace,
  { on, line }: { readonly on: PlainDate; readonly line: Line<T, Reason> },
  work: (tx: Tx, facts: FactWriter) => Promise<Decision<T, Reason>>,
): Promise<Decision<T, Reason | 'night-is-running'>> {
  let made: Decision<T, Reason> | null = null
  const done = await unlessRunning<unknown, Reason>(place.pool, line(refuse('night-is-running')), () =>
    changeByHand<Reason>(place, on, async (tx, at) => {
      await tx.script('savepoint joined')
      const decision = await work(tx, writerAt(tx, at))
      if (!decision.granted) await tx.script('rollback to savepoint joined')
      await writeAuditLine(tx, { ...line(decision), outcome: decision.granted ? 'done' : decision.reason })
      made = decision
      return decision.granted ? grant(null) : decision
    }),
  )
  return made ?? (done as Decision<never, Reason | 'night-is-running'>)
}
