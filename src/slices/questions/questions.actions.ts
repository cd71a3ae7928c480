/** Asking, withdrawing and answering, each with its line in the log. */
import { createHash, randomBytes } from 'node:crypto'
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, readAs, writeAuditLine } from '../audit/index.ts'
import { heldBack, holdBack, hygieneDetail, unchecked, type Kept } from '../hygiene/index.ts'
import { listSameRecords, recordAskedInVain, recordContact, recordOccupation } from '../outreach/index.ts'
import { findSeenYouth, readNoteAbout, type SeenYouth } from '../worklist/index.ts'
import { channelOf, keepsName, statedBy } from './questions.rules.ts'
import {
  findAsked,
  forgetReceivers,
  insertQuestion,
  listQuestions,
  markOpened,
  revokeQuestion,
  revokeQuestions,
  saveAnswer,
  type NewQuestion,
} from './questions.store.ts'
import type { AskedQuestion, Question, QuestionAnswer, ReceiverKind, ShownField } from './questions.types.ts'

const hashOf = (token: string): Buffer => createHash('sha256').update(`fraga:${token}`).digest()

/** Who asks. The scope is already without protected youths: no question is ever asked about one. */
export type Asker = { readonly scope: Scope; readonly staffId: string; readonly name: string }

export type AskedAbout = { readonly youth: SeenYouth; readonly questions: readonly Question[] }

/** The youth and the questions about her; null when the reader may not see the youth, or she is protected. */
export const readAsked = (pool: Pool, { scope, staffId }: Asker, subjectId: string): Promise<AskedAbout | null> =>
  readAs(
    pool,
    (found) => ({
      actor: staffId,
      action: 'questions.read',
      outcome: found === null ? 'missing' : 'done',
      subjectId: found === null ? null : subjectId,
    }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      return youth === null ? null : { youth, questions: await listQuestions(tx, await listSameRecords(tx, youth.personId)) }
    },
  )

/** A question with the secret of its link, which is shown once and kept nowhere. */
export type PutQuestion = { readonly token: string; readonly questionId: string }

/** Puts a question as part of somebody else's change, who has asked whether the youth may be asked about and writes the line. */
export async function putQuestion(tx: Tx, question: Omit<NewQuestion, 'hash'>): Promise<PutQuestion> {
  const token = randomBytes(18).toString('base64url')
  return { token, questionId: await insertQuestion(tx, { ...question, hash: hashOf(token) }) }
}

export type Wish = {
  readonly receiverKind: ReceiverKind
  readonly receiverName: string
  readonly shown: readonly ShownField[]
  readonly days: number
  /** What its writer was warned of in the receiver's name and keeps. */
  readonly noteKept: Kept
}

/**
 * Asks a question. Returns the secret of its link, which is shown once and kept nowhere. `note-flags`: the receiver's name holds what may not
 * belong, and is not said to be kept.
 */
export async function askQuestion(
  pool: Pool,
  { scope, staffId }: Asker,
  subjectId: string,
  { noteKept, ...wish }: Wish,
): Promise<Decision<string, 'missing' | 'note-flags'>> {
  let isSeen = false
  let notes = unchecked
  return change<string, 'missing' | 'note-flags'>(
    pool,
    () => ({
      actor: staffId,
      action: 'questions.ask',
      subjectId: isSeen ? subjectId : null,
      detail: { shown: wish.shown, days: wish.days, ...hygieneDetail(notes) },
    }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      notes = heldBack([{ field: 'name', text: wish.receiverName }], noteKept, await readNoteAbout(tx, youth))
      if (notes.asked.length > 0) return holdBack(notes)
      return grant((await putQuestion(tx, { ...wish, asks: 'begun', personId: youth.personId, askedBy: staffId })).token)
    },
  )
}

/** Withdraws a question: its link leads nowhere from now on. Refused: `missing`, `over` (answered or withdrawn already). */
export async function withdrawQuestion(
  pool: Pool,
  { scope, staffId }: Asker,
  subjectId: string,
  questionId: string,
): Promise<Decision<null, 'missing' | 'over'>> {
  let isSeen = false
  return change<null, 'missing' | 'over'>(
    pool,
    () => ({ actor: staffId, action: 'questions.withdraw', subjectId: isSeen ? subjectId : null }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      return (await revokeQuestion(tx, await listSameRecords(tx, youth.personId), questionId)) ? grant(null) : refuse('over')
    },
  )
}

/**
 * The question behind a link; opening it is noted in the log. Null for a link that leads nowhere, whatever the reason; that leaves no line,
 * or anybody could fill the log from outside.
 */
export const openQuestion = (pool: Pool, token: string): Promise<AskedQuestion | null> =>
  inTransaction(pool, async (tx) => {
    const found = await findAsked(tx, hashOf(token))
    if (found === null) return null
    await markOpened(tx, found.id)
    await writeAuditLine(tx, { actor: 'fragelank', action: 'questions.open', outcome: 'done', subjectId: found.subjectId })
    return found
  })

export type Given = { readonly answer: QuestionAnswer; readonly sinceOn: PlainDate | null; readonly today: PlainDate }

type Stated = {
  readonly heard: Parameters<typeof recordAskedInVain>[1]
  readonly stated: ReturnType<typeof statedBy>
  readonly sinceOn: PlainDate | null
}

/** What the youth is said to do. Whether somebody has been deregistered, or is known, says nothing of it. */
async function recordStated(tx: Tx, { asks }: AskedQuestion, { heard, stated, sinceOn }: Stated): Promise<number | null> {
  if (asks !== 'begun') return null
  return stated === null ? recordAskedInVain(tx, heard) : recordOccupation(tx, { ...heard, kind: stated.occupation, sinceOn })
}

/** The answer as a contact with somebody who knows, and as what the youth is said to do; anything but a yes says that somebody was asked. */
async function recordGiven(tx: Tx, asked: AskedQuestion, { answer, sinceOn, today }: Given): Promise<void> {
  const { personId, receiverKind, asks, staffId, askedBy } = asked
  const stated = statedBy(receiverKind, answer, asks)
  const contact = await recordContact(tx, {
    personId,
    channel: channelOf(receiverKind),
    attempted: true,
    reached: false,
    outcome: 'informed',
    happenedAt: null,
    wayId: null,
    staffId,
    secondStaffId: null,
    byName: askedBy,
    occupation: null,
    nextStep: null,
    nextOn: null,
    department: null,
    note: '',
    origin: 'question',
    originId: asked.questionId,
  })
  const heard = { personId, source: receiverKind, statedOn: today, saidBy: staffId, contactId: contact.id, origin: 'question' } as const
  const occupationId = await recordStated(tx, asked, { heard, stated, sinceOn })
  await saveAnswer(tx, asked.id, { answer, sinceOn, keepsName: keepsName(receiverKind), contactId: contact.id, occupationId })
}

/** Saves the answer, once. Refused: `missing` (the link leads nowhere), `already-answered`. */
export async function answerQuestion(pool: Pool, token: string, given: Given): Promise<Decision<null, 'missing' | 'already-answered'>> {
  let subjectId: string | null = null
  return change<null, 'missing' | 'already-answered'>(
    pool,
    () => ({ actor: 'fragelank', action: 'questions.answer', subjectId }),
    async (tx) => {
      const asked = await findAsked(tx, hashOf(token))
      if (asked === null) return refuse('missing')
      subjectId = asked.subjectId
      if (asked.isAnswered) return refuse('already-answered')
      await recordGiven(tx, asked, given)
      return grant(null)
    },
  )
}

/** For the worker: other actors' names go from questions that ran out (förordning 2006:39 5 §). */
export const wipeReceivers = (pool: Pool): Promise<number> => inTransaction(pool, forgetReceivers)

/** Takes back the questions that nobody has answered yet, as part of somebody else's change, who writes the line. */
export const takeBackQuestions = (tx: Tx, questionIds: readonly string[]): Promise<unknown> => revokeQuestions(tx, questionIds)
