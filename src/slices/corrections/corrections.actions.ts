/** Opening, reading and answering correction cases, each with its line in the log. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { change, readAs } from '../audit/index.ts'
import { heldBack, holdBack, hygieneDetail, joinedChecks, unchecked, type Kept, type NoteCheck } from '../hygiene/index.ts'
import { findSeenYouth, readNoteAbout, type SeenYouth } from '../worklist/index.ts'
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

export type OpenRefusal = 'missing' | 'unknown-source' | 'already-open' | 'note-flags'

/** The youth's own number belongs in the text to the source, which keeps it, and not in the note. */
async function checkTexts(tx: Tx, youth: SeenYouth, { note, message, noteKept }: NewCorrection): Promise<NoteCheck> {
  const about = await readNoteAbout(tx, youth)
  const ownNumbers = youth.number === null ? [] : [youth.number]
  return joinedChecks(
    heldBack([{ field: 'note', text: note }], noteKept, about),
    heldBack([{ field: 'message', text: message }], noteKept, { ...about, ownNumbers }),
  )
}

/**
 * Opens a case on a line of a youth's chain. Refused: `missing` (no such youth in the reader's scope), `unknown-source` (nothing by that
 * name was ever read here), `already-open` (the line has a case), `note-flags` (the texts hold what may not belong, and are not said to be kept).
 * No message is kept about a protected person.
 */
export function openCorrection(
  pool: Pool,
  { scope, by }: CorrectionReader,
  subjectId: string,
  wanted: NewCorrection,
): Promise<Decision<number, OpenRefusal>> {
  let isSeen = false
  let notes = unchecked
  return change<number, OpenRefusal>(
    pool,
    () => ({
      actor: by,
      action: 'youth.correct',
      subjectId: isSeen ? subjectId : null,
      detail: { line: wanted.line, source: wanted.source, ...hygieneDetail(notes) },
    }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      if ((await feedOf(tx, wanted.source)) === null) return refuse('unknown-source')
      const message = youth.isProtected ? '' : wanted.message
      notes = await checkTexts(tx, youth, { ...wanted, message })
      if (notes.asked.length > 0) return holdBack(notes)
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

type Answered = {
  readonly id: number
  readonly version: number
  readonly answer: CorrectionAnswer
  readonly note: string
  readonly noteKept: Kept
}

/** Answers a case from the version that was seen. A case somebody else answered meanwhile is not touched. `note-flags`: as when it is opened. */
export function answerCorrection(
  pool: Pool,
  { scope, by }: CorrectionReader,
  { id, version, answer, note, noteKept }: Answered,
): Promise<Decision<SeenCorrection, 'missing' | 'note-flags' | AnswerRefusal>> {
  let subjectId: string | null = null
  let notes = unchecked
  return change<SeenCorrection, 'missing' | 'note-flags' | AnswerRefusal>(
    pool,
    () => ({ actor: by, action: 'youth.answerCorrection', subjectId, detail: { id, answer, ...hygieneDetail(notes) } }),
    async (tx) => {
      await holdCorrection(tx, id)
      const found = await findCorrection(tx, scope, id)
      if (found === null) return refuse('missing')
      subjectId = found.subjectId
      const allowed = mayAnswer(found, version, answer)
      if (!allowed.granted) return allowed
      notes = heldBack([{ field: 'note', text: note }], noteKept, await readNoteAbout(tx, { ...found, unitId: null }), [found.closingNote])
      if (notes.asked.length > 0) return holdBack(notes)
      await (answer === 'again' ? parkAgain(tx, id) : closeCorrection(tx, { id, by, outcome: answer, note }))
      return grant(found)
    },
  )
}
