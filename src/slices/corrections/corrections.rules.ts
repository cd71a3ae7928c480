/** What may be done with a case. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Correction, CorrectionAnswer } from './corrections.types.ts'

export type AnswerRefusal = 'somebody-else-first' | 'already-closed'

/**
 * Whether an answer made from the version seen may be saved. An answer to a closed case made from its present version changes how it ended;
 * it cannot be parked again: then a new case is opened.
 */
export function mayAnswer(
  { version, state }: Pick<Correction, 'version' | 'state'>,
  seenVersion: number,
  answer: CorrectionAnswer,
): Decision<null, AnswerRefusal> {
  if (version !== seenVersion) return refuse('somebody-else-first')
  return state === 'closed' && answer === 'again' ? refuse('already-closed') : grant(null)
}
