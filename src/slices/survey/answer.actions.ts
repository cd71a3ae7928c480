/**
 * Opening a questionnaire with a code, and answering it. An answer leaves no line in the log: with its time it would be the one trace of who
 * answered, and there is nothing of any person in it to be called to account for (ADR 0035).
 */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { typedHash } from './hand.actions.ts'
import { countAnswer, findAsked } from './survey.store.ts'
import type { Questionnaire, Said } from './survey.types.ts'

/** The questionnaire of a live code; null for anything else, whatever is wrong with it. */
export const openQuestionnaire = async (pool: Pool, code: string): Promise<Questionnaire | null> => {
  const hash = typedHash(code)
  return hash === null ? null : inTransaction(pool, (tx) => findAsked(tx, hash))
}

/** Counts an answer, once for each code. Refused: `no-such-code`, whatever is wrong with the code. */
export const answerQuestionnaire = async (pool: Pool, code: string, said: Said): Promise<Decision<null, 'no-such-code'>> => {
  const hash = typedHash(code)
  const isCounted = hash !== null && (await inTransaction(pool, (tx) => countAnswer(tx, hash, said)))
  return isCounted ? grant(null) : refuse('no-such-code')
}
