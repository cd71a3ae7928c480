/** Giving an answer without signing in, and deciding on it: each with its line in the log, and the ladder told at once. */
import type { Scope } from '../../kernel/actor.ts'
import type { ContactLang } from '../../kernel/contact-lang.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, readAs } from '../audit/index.ts'
import { heldBack, holdBack, hygieneDetail, unchecked, type Kept } from '../hygiene/index.ts'
import type { Occupation } from '../ladder/index.ts'
import { outreachSettingsFrom, recordContact, recordOccupation, recordWay, refreshStandings, type NewContact } from '../outreach/index.ts'
import { listSettings } from '../settings/index.ts'
import { readNoteAbout } from '../worklist/index.ts'
import { subjectOf } from './answer-subject.store.ts'
import { acceptedAs, type Accepted } from './answer.rules.ts'
import { decideAnswer, holdAnswer, insertAnswer, listWaiting, replaceOpen, type HeldAnswer } from './answer.store.ts'
import { holdCode } from './code.actions.ts'
import { callWish } from './replies.texts.ts'
import type { Answered, WaitingAnswer } from './replies.types.ts'

/** Saves an answer; one that waits with the same code is replaced. Refused: `no-such-code`, whatever is wrong with the code. */
export async function giveAnswer(pool: Pool, code: string, answered: Answered, lang: ContactLang): Promise<Decision<null, 'no-such-code'>> {
  let subjectId: string | null = null
  return change<null, 'no-such-code'>(
    pool,
    () => ({ actor: 'svarssidan', action: 'replies.answer', subjectId, detail: { lang } }),
    async (tx) => {
      const found = await holdCode(tx, code)
      if (found === null) return refuse('no-such-code')
      subjectId = await subjectOf(tx, found.personId)
      await replaceOpen(tx, found.id)
      await insertAnswer(tx, { codeId: found.id, personId: found.personId, answered, lang })
      await refreshStandings(tx, [found.personId])
      return grant(null)
    },
  )
}

const mostShown = 200

/** Answers that wait, for the list. */
export const readWaiting = (
  pool: Pool,
  { staffId, scope, isFresh }: Pick<Deciding, 'staffId' | 'scope' | 'isFresh'>,
): Promise<WaitingAnswer[]> =>
  readAs(
    pool,
    (rows) => ({ actor: staffId, action: 'replies.list', detail: { shown: rows.length } }),
    (tx) => listWaiting(tx, scope, { isFresh, limit: mostShown }),
  )

const everyChannel = ['letter', 'sms', 'email', 'phone', 'homeVisit'] as const

/** Tells the channels that somebody wants not to be asked. Handed in where pages are put together: the outbox knows the replies, not the other way. */
export type OptOut = (tx: Tx, personId: number, channels: readonly (typeof everyChannel)[number][], saidBy: string) => Promise<unknown>

/** Who decides, on which answer. `isFresh`: signed in recently enough for a protected youth. */
export type Deciding = {
  readonly scope: Scope
  readonly staffId: string
  readonly name: string
  readonly isFresh: boolean
  readonly answerId: string
  readonly today: PlainDate
}

export type DecideRefusal = 'missing' | 'sign-in-again' | 'already-decided'

async function held(tx: Tx, { scope, isFresh, answerId }: Deciding): Promise<Decision<HeldAnswer, DecideRefusal>> {
  const answer = await holdAnswer(tx, scope, answerId)
  if (answer === null) return refuse('missing')
  if (answer.isProtected && !isFresh) return refuse('sign-in-again')
  return answer.state === 'open' ? grant(answer) : refuse('already-decided')
}

/** The contact that the answer is: the youth's own voice, at the time it came. */
function contactOf({ personId, channel, answeredAt, answered }: HeldAnswer, accepted: Accepted, deciding: Deciding): NewContact {
  const { outcome, occupation, nextStep, nextOn } = accepted
  const { staffId, name: byName, answerId: originId } = deciding
  const note = answered.kind === 'callMe' ? callWish(answered.part) : accepted.note
  const said = { outcome, occupation, nextStep, nextOn, note, department: null }
  return {
    ...said,
    personId,
    channel,
    attempted: false,
    reached: true,
    happenedAt: answeredAt,
    wayId: null,
    staffId,
    secondStaffId: null,
    byName,
    origin: 'reply',
    originId,
  }
}

async function recordAll(tx: Tx, answer: HeldAnswer, accepted: Accepted, deciding: Deciding): Promise<void> {
  const { personId, answeredOn: statedOn } = answer
  const { staffId, today } = deciding
  const { occupation, since: sinceOn, phone } = accepted
  if (phone !== null) {
    const way = { kind: 'phone', value: phone, source: 'youth', sourceDetail: 'svarssidan', foundOn: today, foundBy: staffId } as const
    await recordWay(tx, { personId, ...way })
  }
  const contact = await recordContact(tx, contactOf(answer, accepted, deciding))
  if (occupation === null) return
  const said = { personId, kind: occupation, source: 'youth', sinceOn, statedOn, saidBy: staffId, contactId: contact.id } as const
  await recordOccupation(tx, { ...said, origin: 'reply' })
}

async function accept(
  tx: Tx,
  deciding: Deciding,
  what: Occupation | null,
  optOut: OptOut,
): Promise<Decision<{ subjectId: string }, DecideRefusal>> {
  const found = await held(tx, deciding)
  if (!found.granted) return found
  const { ladder } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
  const { id, subjectId, personId, answered, answeredOn } = found.value
  const accepted = acceptedAs(answered, { answeredOn, today: deciding.today, what, termStarts: ladder.termStarts })
  await decideAnswer(tx, id, { state: 'accepted', by: deciding.staffId, reason: null })
  await recordAll(tx, found.value, accepted, deciding)
  if (accepted.optsOut) await optOut(tx, personId, everyChannel, deciding.staffId)
  return grant({ subjectId })
}

/** The words of an answer that become a note. */
const wordsIn = (answered: Answered): string =>
  answered.kind === 'somethingElse' ? answered.text : answered.kind === 'studying' || answered.kind === 'working' ? answered.place : ''

/** The tick of the form that accepts, where the warning leads: there is no field to mend, the words are the youth's. */
const acceptTick = (answerId: string): string => `noteKept-${answerId}`
/** The field of the reason for a no. */
export const reasonField = (answerId: string): string => `reason-${answerId}`

type Subject = Decision<{ subjectId: string }, DecideRefusal | 'note-flags'>

const wordsOf = ({ answered }: HeldAnswer, { answerId }: Deciding) => ({ field: acceptTick(answerId), text: wordsIn(answered) })

/**
 * Accepts an answer among many, in somebody else's transaction, who writes the line in the log. Nobody reads its words then: those that would be
 * asked about (`note-flags`) wait for somebody who does.
 */
export async function acceptAmongMany(tx: Tx, deciding: Deciding, optOut: OptOut): Promise<Subject> {
  const found = await held(tx, deciding)
  if (!found.granted) return found
  const notes = heldBack([wordsOf(found.value, deciding)], [], await readNoteAbout(tx, found.value))
  return notes.asked.length > 0 ? refuse('note-flags') : accept(tx, deciding, null, optOut)
}

/**
 * Accepts an answer: it becomes a contact, and what it says of occupation and number is recorded with the youth as the source. `note-flags`: its
 * words would be kept as a note, and what they hold may not belong.
 */
export async function acceptAnswer(
  pool: Pool,
  deciding: Deciding,
  { what, noteKept }: { readonly what: Occupation | null; readonly noteKept: Kept },
  optOut: OptOut,
): Promise<Subject> {
  let subjectId: string | null = null
  let notes = unchecked
  return change<{ subjectId: string }, DecideRefusal | 'note-flags'>(
    pool,
    () => ({ actor: deciding.staffId, action: 'replies.accept', subjectId, detail: hygieneDetail(notes) }),
    async (tx) => {
      const found = await held(tx, deciding)
      if (!found.granted) return found
      subjectId = found.value.subjectId
      notes = heldBack([wordsOf(found.value, deciding)], noteKept, await readNoteAbout(tx, found.value))
      return notes.asked.length > 0 ? holdBack(notes) : accept(tx, deciding, what, optOut)
    },
  )
}

/** Says no to an answer, with a reason: nothing of it is recorded, and the ladder goes on. */
export async function rejectAnswer(
  pool: Pool,
  deciding: Deciding,
  { reason, noteKept }: { readonly reason: string; readonly noteKept: Kept },
): Promise<Subject> {
  let subjectId: string | null = null
  let notes = unchecked
  return change<{ subjectId: string }, DecideRefusal | 'note-flags'>(
    pool,
    () => ({ actor: deciding.staffId, action: 'replies.reject', subjectId, detail: hygieneDetail(notes) }),
    async (tx) => {
      const found = await held(tx, deciding)
      if (!found.granted) return found
      subjectId = found.value.subjectId
      notes = heldBack([{ field: reasonField(deciding.answerId), text: reason }], noteKept, await readNoteAbout(tx, found.value))
      if (notes.asked.length > 0) return holdBack(notes)
      await decideAnswer(tx, found.value.id, { state: 'rejected', by: deciding.staffId, reason })
      await refreshStandings(tx, [found.value.personId])
      return grant({ subjectId })
    },
  )
}
