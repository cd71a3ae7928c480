/** Meetings with partners: booked, youths asked about one by one, and closed so that only numbers are left. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { change, readAs, writeAuditLine } from '../audit/index.ts'
import { putQuestion, takeBackQuestions } from '../questions/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { askRefusal, closesAfterDays, countsOf, isForgotten, linkDays, mostAtOnce, type AskRefusal } from './meeting.rules.ts'
import {
  findMeeting,
  holdForgotten,
  insertAsked,
  insertMeeting,
  listAsked,
  listCandidates,
  listQuestionStates,
  saveClosing,
  type NewMeeting,
} from './meeting.store.ts'
import type { AskedYouth, AskGround, MeetingCounts, MeetingYouth, NetworkMeeting } from './network.types.ts'
import { findPartner } from './partner.store.ts'

/** Who sits at the meeting. The scope is already without protected youths: nobody is asked about one. */
export type NetworkReader = { readonly pool: Pool; readonly scope: Scope; readonly staffId: string; readonly today: PlainDate }

export type OneMeeting = {
  readonly meeting: NetworkMeeting
  /** Why nobody can be asked about today, or null. */
  readonly refusal: AskRefusal | null
  readonly asked: readonly AskedYouth[]
  readonly candidates: readonly MeetingYouth[]
}

async function load(tx: Tx, { scope, today }: NetworkReader, meetingId: string): Promise<OneMeeting | null> {
  const meeting = await findMeeting(tx, meetingId)
  if (meeting === null) return null
  const refusal = askRefusal(meeting, today)
  return {
    meeting,
    refusal,
    asked: await listAsked(tx, scope, meetingId),
    candidates: refusal === null ? await listCandidates(tx, scope, meetingId, today) : [],
  }
}

/** A meeting with whom it asks about, and whom it could; null when there is none such. */
export const readMeeting = (reader: NetworkReader, meetingId: string): Promise<OneMeeting | null> =>
  readAs(
    reader.pool,
    (found) => ({
      actor: reader.staffId,
      action: 'network.readMeeting',
      outcome: found === null ? 'missing' : 'done',
      detail: { asked: found?.asked.length ?? 0, candidates: found?.candidates.length ?? 0 },
    }),
    (tx) => load(tx, reader, meetingId),
  )

/** Books a meeting with a partner. Returns its id. Refused: `missing`, `passed` (the day has been). */
export const bookNetworkMeeting = (
  { pool, staffId, today }: NetworkReader,
  partnerId: string,
  meeting: NewMeeting,
): Promise<Decision<string, 'missing' | 'passed'>> =>
  change<string, 'missing' | 'passed'>(
    pool,
    { actor: staffId, action: 'network.bookMeeting', detail: { partner: partnerId } },
    async (tx) => {
      if ((await findPartner(tx, partnerId)) === null) return refuse('missing')
      return meeting.heldOn < today ? refuse('passed') : grant(await insertMeeting(tx, partnerId, meeting, staffId))
    },
  )

/** A link with the secret that is shown once, and whom it asks about. */
export type MeetingLink = { readonly token: string; readonly youth: SeenYouth }
export type MadeLinks = { readonly meeting: NetworkMeeting; readonly links: readonly MeetingLink[]; readonly days: number }

/** `nobody`: nobody was chosen. `too-many`: more than a meeting can talk about. */
export type AskedRefusal = AskRefusal | 'missing' | 'nobody' | 'too-many'

/** What a partner needs to know whom it is about, and no more. */
const shownToPartner = ['givenName', 'familyName', 'birthYear'] as const

type Asking = { readonly meeting: NetworkMeeting; readonly ground: AskGround }

/** One question about one youth, with a line of its own in the log: nobody is asked about without one. */
async function putOne(tx: Tx, { staffId, today }: NetworkReader, { meeting, ground }: Asking, youth: SeenYouth): Promise<MeetingLink> {
  const days = linkDays(meeting.heldOn, today)
  const to = { receiverKind: 'otherActor', receiverName: meeting.partnerName, asks: 'known', shown: shownToPartner } as const
  const { token, questionId } = await putQuestion(tx, { ...to, personId: youth.personId, askedBy: staffId, days })
  await insertAsked(tx, meeting.meetingId, questionId)
  const detail = { shown: shownToPartner, days, ground }
  await writeAuditLine(tx, { actor: staffId, action: 'questions.ask', outcome: 'done', subjectId: youth.subjectId, detail })
  return { token, youth }
}

async function seenAmong(tx: Tx, scope: Scope, subjectIds: readonly string[]): Promise<SeenYouth[] | null> {
  const youths: SeenYouth[] = []
  for (const subjectId of new Set(subjectIds)) {
    const youth = await findSeenYouth(tx, scope, subjectId)
    if (youth === null || youth.isProtected) return null
    youths.push(youth)
  }
  return youths
}

/** Asks about the chosen youths at a meeting: a link for each. All or none of them. */
export const askAtMeeting = (
  reader: NetworkReader,
  meetingId: string,
  { subjectIds, ground }: { readonly subjectIds: readonly string[]; readonly ground: AskGround },
): Promise<Decision<MadeLinks, AskedRefusal>> =>
  change<MadeLinks, AskedRefusal>(
    reader.pool,
    { actor: reader.staffId, action: 'network.ask', detail: { youths: subjectIds.length, ground } },
    async (tx) => {
      const meeting = await findMeeting(tx, meetingId, true)
      if (meeting === null) return refuse('missing')
      const refusal = askRefusal(meeting, reader.today)
      if (refusal !== null) return refuse(refusal)
      if (subjectIds.length === 0) return refuse('nobody')
      if (subjectIds.length > mostAtOnce) return refuse('too-many')
      const youths = await seenAmong(tx, { ...reader.scope, mayReadProtected: false }, subjectIds)
      if (youths === null) return refuse('missing')
      const links: MeetingLink[] = []
      for (const youth of youths) links.push(await putOne(tx, reader, { meeting, ground }, youth))
      return grant({ meeting, links, days: linkDays(meeting.heldOn, reader.today) })
    },
  )

/** Takes back what nobody answered, keeps the numbers and forgets whom it was about. */
async function close(tx: Tx, { meetingId }: NetworkMeeting): Promise<MeetingCounts> {
  const states = await listQuestionStates(tx, meetingId)
  const counts = countsOf(states)
  await takeBackQuestions(
    tx,
    states.map(({ questionId }) => questionId),
  )
  await saveClosing(tx, meetingId, counts)
  return counts
}

/** Closes a meeting. Refused: `missing`, `closed`. */
export const closeNetworkMeeting = (
  { pool, staffId }: NetworkReader,
  meetingId: string,
): Promise<Decision<MeetingCounts, 'missing' | 'closed'>> =>
  change<MeetingCounts, 'missing' | 'closed'>(
    pool,
    (decision) => ({ actor: staffId, action: 'network.closeMeeting', detail: decision.granted ? decision.value : {} }),
    async (tx) => {
      const meeting = await findMeeting(tx, meetingId, true)
      if (meeting === null) return refuse('missing')
      return meeting.counts === null ? grant(await close(tx, meeting)) : refuse('closed')
    },
  )

/** For the worker: meetings that nobody closed are closed. Returns how many. */
export const closeForgotten = (pool: Pool, today: PlainDate): Promise<number> =>
  inTransaction(pool, async (tx) => {
    const forgotten = (await holdForgotten(tx, dateOf(plusDays(dayOf(today), -closesAfterDays)))).filter((one) => isForgotten(one, today))
    for (const meeting of forgotten) {
      const counts = await close(tx, meeting)
      await writeAuditLine(tx, { actor: 'vakten', action: 'network.closeMeeting', outcome: 'done', detail: counts })
    }
    return forgotten.length
  })
