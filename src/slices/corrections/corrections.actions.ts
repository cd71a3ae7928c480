/** Opening, reading and answering correction cases, each with its line in the log. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool } from '../../platform/db/tx.ts'
import { change, readAs } from '../audit/index.ts'
import { findSeenYouth } from '../worklist/index.ts'
import { mayAnswer, type AnswerRefusal } from './corrections.rules.ts'
import {
  closeCorrection,
  countCorrections,
  feedOf,
  findCorrection,
  holdCorrection,
  insertCorrection,
  listCorrections,
  parkAgain,
} from './corrections.store.ts'
import {
  casesPerPage,
  type CorrectionAnswer,
  type CorrectionList,
  type CorrectionState,
  type NewCorrection,
  type SeenCorrection,
} from './corrections.types.ts'

/** Who asks, and what they may see. */
export type CorrectionReader = { readonly scope: Scope; readonly by: string; readonly isFresh: boolean }

/**
 * Opens a case on a line of a youth's chain. Refused: `missing` (no such youth in the reader's scope), `unknown-source` (nothing by that
 * name was ever read here), `already-open` (the line has a case). No message is kept about a protected person.
 */
export function openCorrection(
  pool: Pool,
  { scope, by }: CorrectionReader,
  subjectId: string,
  wanted: NewCorrection,
): Promise<Decision<number, 'missing' | 'unknown-source' | 'already-open'>> {
  let isSeen = false
  return change(
    pool,
    () => ({
      actor: by,
      action: 'youth.correct',
      subjectId: isSeen ? subjectId : null,
      detail: { line: wanted.line, source: wanted.source },
    }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      if ((await feedOf(tx, wanted.source)) === null) return refuse('unknown-source')
      const message = youth.isProtected ? '' : wanted.message
      const id = await insertCorrection(tx, { ...wanted, message, personId: youth.personId, by })
      return id === null ? refuse('already-open') : grant(id)
    },
  )
}

type Page = { readonly state: CorrectionState | null; readonly page: number }

/** A page of cases with the counts of all. */
export const readCorrections = (pool: Pool, { scope, by }: CorrectionReader, { state, page }: Page): Promise<CorrectionList> =>
  readAs(
    pool,
    ({ rows }) => ({ actor: by, action: 'youth.listCorrections', detail: { shown: rows.length } }),
    async (tx) => ({
      counts: await countCorrections(tx, scope),
      rows: await listCorrections(tx, scope, { state, limit: casesPerPage, offset: (page - 1) * casesPerPage }),
    }),
  )

/** One case: `sign-in-again` when it is about a protected person and the sign-in is too old. */
export const readCorrection = (
  pool: Pool,
  { scope, by, isFresh }: CorrectionReader,
  id: number,
): Promise<SeenCorrection | 'missing' | 'sign-in-again'> =>
  readAs(
    pool,
    (found) => ({
      actor: by,
      action: 'youth.readCorrection',
      ...(typeof found === 'string' ? { outcome: found } : { subjectId: found.subjectId }),
    }),
    async (tx) => {
      const found = await findCorrection(tx, scope, id)
      if (found === null) return 'missing'
      return found.isProtected && !isFresh ? 'sign-in-again' : found
    },
  )

type Answered = { readonly id: number; readonly version: number; readonly answer: CorrectionAnswer; readonly note: string }

/** Answers a case from the version that was seen. A case somebody else answered meanwhile is not touched. */
export function answerCorrection(
  pool: Pool,
  { scope, by }: CorrectionReader,
  { id, version, answer, note }: Answered,
): Promise<Decision<SeenCorrection, 'missing' | AnswerRefusal>> {
  let subjectId: string | null = null
  return change<SeenCorrection, 'missing' | AnswerRefusal>(
    pool,
    () => ({ actor: by, action: 'youth.answerCorrection', subjectId, detail: { id, answer } }),
    async (tx) => {
      await holdCorrection(tx, id)
      const found = await findCorrection(tx, scope, id)
      if (found === null) return refuse('missing')
      subjectId = found.subjectId
      const allowed = mayAnswer(found, version, answer)
      if (!allowed.granted) return allowed
      await (answer === 'again' ? parkAgain(tx, id) : closeCorrection(tx, { id, by, outcome: answer, note }))
      return grant(found)
    },
  )
}
