/** Taking back the fact that a decision gave, wherever it is taken back from: the desk, or the worker when the school has annulled its notice. */
import type { Tx } from '../../platform/db/tx.ts'
import type { FactWriter } from '../matching/index.ts'
import { listReplacing, undoDecision, type OpenDecision } from './decide.store.ts'

/**
 * Takes the fact back. One that a later notice put in its place (an end of a start that a notice told) goes with it, and that notice waits again:
 * what it ended is not there any more.
 */
export async function takeBackFact(tx: Tx, facts: FactWriter, { factId, replacedFactId }: OpenDecision): Promise<void> {
  if (factId === null) return
  for (const later of await listReplacing(tx, factId)) {
    await takeBackFact(tx, facts, { ...later, replacedFactId: null })
    await undoDecision(tx, later.id, null)
  }
  await facts.untell(factId, replacedFactId)
}
