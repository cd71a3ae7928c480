/**
 * Figures and pages worked out once for each edition of the lists (`worklist.edition`). They are used again only while nothing they are made
 * of has been saved since: a late protection, an assignment or a run is seen by the next reader. The edition is read in the same transaction.
 */
import type { Pool } from '../../platform/db/tx.ts'

type Memory = { edition: string; readonly answers: Map<string, unknown> }

const memories = new WeakMap<Pool, Memory>()
/** Answers kept for a municipality: a page of rows is about 50 kB with its HTML. */
const most = 300

/** The answer to the question in this edition; works it out when it is not known. The key must say everything the answer depends on. */
export async function remembered<T>(pool: Pool, edition: string, key: string, work: () => Promise<T>): Promise<T> {
  let memory = memories.get(pool)
  if (memory === undefined || memory.edition !== edition || memory.answers.size >= most) {
    memory = { edition, answers: new Map() }
    memories.set(pool, memory)
  }
  const { answers } = memory
  if (answers.has(key)) return answers.get(key) as T
  const answer = await work()
  answers.set(key, answer)
  return answer
}
