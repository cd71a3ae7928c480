/** Meetings with partners: booked, looked at, and closed so that only numbers are left. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { change, readAs, writeAuditLine } from '../audit/index.ts'
import { listSameRecords } from '../outreach/index.ts'
import { takeBackQuestions } from '../questions/index.ts'
import { readConsentFor } from './consent-for.actions.ts'
import { askRefusal, closesAfterDays, countsOf, isForgotten, mayEnd, viewOf, type AskRefusal } from './meeting.rules.ts'
import {
  countAsked,
  countCandidates,
  findMeeting,
  holdForgotten,
  insertMeeting,
  listAsked,
  listCandidates,
  listConsenting,
  listPlaces,
  listQuestionStates,
  saveClosing,
  type Candidate,
  type NewMeeting,
} from './meeting.store.ts'
import type { AskedYouth, MeetingCounts, MeetingPlace, MeetingView, MeetingYouth, NetworkMeeting } from './network.types.ts'
import { findPartner } from './partner.store.ts'

/** Who sits at the meeting. The scope is already without protected youths: nobody is asked about one. */
export type NetworkReader = { readonly pool: Pool; readonly scope: Scope; readonly staffId: string; readonly today: PlainDate }

export type OneMeeting = {
  readonly meeting: NetworkMeeting
  /** Why nobody can be asked about today, or null. */
  readonly refusal: AskRefusal | null
  readonly asked: readonly AskedYouth[]
  /** How many the meeting asks about, also those whom the reader does not see. */
  readonly askedCount: number
  /** Whether the reader may end or cancel it. */
  readonly mayEnd: boolean
  readonly view: MeetingView
  readonly candidates: readonly MeetingYouth[]
  readonly counts: { readonly all: number; readonly mine: number }
  readonly places: readonly MeetingPlace[]
}

/** The candidates with the consent that covers asking the partner about each. */
async function withConsents(tx: Tx, meeting: NetworkMeeting, today: PlainDate, candidates: readonly Candidate[]): Promise<MeetingYouth[]> {
  const personIds = candidates.map(({ personId }) => personId)
  const consenting = new Set(await listConsenting(tx, personIds, today))
  const youths: MeetingYouth[] = []
  for (const { personId, ...youth } of candidates) {
    const consent = consenting.has(personId) ? await readConsentFor(tx, meeting, await listSameRecords(tx, personId), today) : null
    youths.push({ ...youth, consentUntil: consent?.untilOn ?? null })
  }
  return youths
}

const nobody = { candidates: [], counts: { all: 0, mine: 0 }, places: [] } as const

async function load(tx: Tx, reader: NetworkReader, meetingId: string, said: MeetingView | null): Promise<OneMeeting | null> {
  const { scope, staffId, today } = reader
  const meeting = await findMeeting(tx, meetingId)
  if (meeting === null) return null
  const refusal = askRefusal(meeting, today)
  const asked = await listAsked(tx, scope, meetingId)
  const askedCount = await countAsked(tx, meetingId)
  const ends = mayEnd(meeting, { staffId, asked: askedCount, seen: asked.length })
  const open = { meeting, refusal, asked, askedCount, mayEnd: ends }
  if (refusal !== null) return { ...open, view: viewOf(said, 0), ...nobody }
  const counts = await countCandidates(tx, scope, { meetingId, staffId, today })
  const view = viewOf(said, counts.mine)
  const found = await withConsents(tx, meeting, today, await listCandidates(tx, { scope, meetingId, staffId, today, view }))
  return {
    ...open,
    view,
    candidates: view.of === 'consenting' ? found.filter(({ consentUntil }) => consentUntil !== null) : found,
    counts,
    places: await listPlaces(tx, scope, meetingId, today),
  }
}

/** A meeting with whom it asks about, and whom it could; null when there is none such. `said`: which candidates, null for the reader's own. */
export const readMeeting = (reader: NetworkReader, meetingId: string, said: MeetingView | null): Promise<OneMeeting | null> =>
  readAs(
    reader.pool,
    (found) => ({
      actor: reader.staffId,
      action: 'network.readMeeting',
      outcome: found === null ? 'missing' : 'done',
      detail: { asked: found?.asked.length ?? 0, candidates: found?.candidates.length ?? 0 },
    }),
    (tx) => load(tx, reader, meetingId, said),
  )

/** `passed`: the day has been. `partner-ended`: the co-operation has ended by then. */
type BookRefusal = 'missing' | 'passed' | 'partner-ended'

/** Books a meeting with a partner. Returns its id. */
export const bookNetworkMeeting = (
  { pool, staffId, today }: NetworkReader,
  partnerId: string,
  meeting: NewMeeting,
): Promise<Decision<string, BookRefusal>> =>
  change<string, BookRefusal>(pool, { actor: staffId, action: 'network.bookMeeting', detail: { partner: partnerId } }, async (tx) => {
    const partner = await findPartner(tx, partnerId)
    if (partner === null) return refuse('missing')
    if (partner.endedOn !== null && partner.endedOn <= meeting.heldOn) return refuse('partner-ended')
    return meeting.heldOn < today ? refuse('passed') : grant(await insertMeeting(tx, partnerId, meeting, staffId))
  })

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

/** `not-yours`: somebody else made it, and some whom it asks about are none that the reader sees: their links are not hers to take back. */
type CloseRefusal = 'missing' | 'closed' | 'not-yours'

/** Closes a meeting. */
export const closeNetworkMeeting = (
  { pool, scope, staffId }: NetworkReader,
  meetingId: string,
): Promise<Decision<MeetingCounts, CloseRefusal>> =>
  change<MeetingCounts, CloseRefusal>(
    pool,
    (decision) => ({ actor: staffId, action: 'network.closeMeeting', detail: decision.granted ? decision.value : {} }),
    async (tx) => {
      const meeting = await findMeeting(tx, meetingId, true)
      if (meeting === null) return refuse('missing')
      if (meeting.counts !== null) return refuse('closed')
      const [asked, seen] = [await countAsked(tx, meetingId), (await listAsked(tx, scope, meetingId)).length]
      return mayEnd(meeting, { staffId, asked, seen }) ? grant(await close(tx, meeting)) : refuse('not-yours')
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
