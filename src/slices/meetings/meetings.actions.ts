/** Booking, moving and ending meetings, each with its line in the log; the ladder hears of it in the same transaction. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, readAs } from '../audit/index.ts'
import { withdrawQueued } from '../messaging/index.ts'
import { recordContact, refreshStandings } from '../outreach/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { canEnd, contactAfter, problemsOf, type BookingProblemAt } from './meetings.rules.ts'
import { endMeeting, holdMeeting, insertMeeting, listHosts, listMeetingsOf, moveMeeting, type HeldMeeting } from './meetings.store.ts'
import type { Booking, Ending, Meeting } from './meetings.types.ts'

/** Who books, and when it is: Swedish wall-clock time. */
export type Booker = {
  readonly scope: Scope
  readonly staffId: string
  readonly name: string
  readonly isFresh: boolean
  readonly now: { readonly on: PlainDate; readonly time: string }
}

export type MeetingsPage = {
  readonly youth: SeenYouth
  readonly meetings: readonly Meeting[]
  readonly hosts: readonly { readonly id: string; readonly name: string }[]
}

type Seen = Decision<SeenYouth, 'missing' | 'sign-in-again'>

async function seenBy(tx: Tx, { scope, isFresh }: Booker, subjectId: string): Promise<Seen> {
  const youth = await findSeenYouth(tx, scope, subjectId)
  if (youth === null) return refuse('missing')
  return youth.isProtected && !isFresh ? refuse('sign-in-again') : grant(youth)
}

/** The meetings of a youth, and whom one can be booked with. */
export const readMeetings = (pool: Pool, booker: Booker, subjectId: string): Promise<Decision<MeetingsPage, 'missing' | 'sign-in-again'>> =>
  readAs(
    pool,
    (read) => ({
      actor: booker.staffId,
      action: 'meetings.read',
      outcome: read.granted ? 'done' : read.reason,
      subjectId: read.granted || read.reason !== 'missing' ? subjectId : null,
    }),
    async (tx) => {
      const seen = await seenBy(tx, booker, subjectId)
      if (!seen.granted) return seen
      const meetings = await listMeetingsOf(tx, [seen.value.personId])
      return grant({ youth: seen.value, meetings, hosts: await listHosts(tx, booker.scope) })
    },
  )

/** `faults`: something is wrong with what was typed. `busy`: the colleague is in another meeting then. `somebody-first`: changed meanwhile. */
export type MeetingRefusal = 'missing' | 'sign-in-again' | 'faults' | 'busy' | 'somebody-first' | 'too-early'
export type Changed = Decision<null, MeetingRefusal> & { readonly faults: readonly BookingProblemAt[] }

/** A change of one youth's meetings: seen first, and the ladder told afterwards. */
async function changed(
  pool: Pool,
  booker: Booker,
  {
    action,
    subjectId,
    detail,
  }: { readonly action: string; readonly subjectId: string; readonly detail: Readonly<Record<string, unknown>> },
  work: (tx: Tx, youth: SeenYouth) => Promise<Decision<null, MeetingRefusal>>,
): Promise<Decision<null, MeetingRefusal>> {
  return change<null, MeetingRefusal>(
    pool,
    (decision) => ({
      actor: booker.staffId,
      action,
      subjectId: decision.granted || decision.reason !== 'missing' ? subjectId : null,
      detail,
    }),
    async (tx) => {
      const seen = await seenBy(tx, booker, subjectId)
      if (!seen.granted) return seen
      const decision = await work(tx, seen.value)
      if (decision.granted) await refreshStandings(tx, [seen.value.personId])
      return decision
    },
  )
}

const isHost = async (tx: Tx, { scope }: Booker, staffId: string): Promise<boolean> =>
  (await listHosts(tx, scope)).some(({ id }) => id === staffId)

/** Books a meeting with a youth. */
export async function bookMeeting(pool: Pool, booker: Booker, subjectId: string, booking: Booking): Promise<Changed> {
  const faults = problemsOf(booking, booker.now)
  const detail = { way: booking.way, remind: booking.remind }
  const decision = await changed(pool, booker, { action: 'meetings.book', subjectId, detail }, async (tx, { personId }) => {
    if (faults.length > 0 || !(await isHost(tx, booker, booking.staffId))) return refuse('faults')
    return (await insertMeeting(tx, personId, booking, booker.staffId)) === null ? refuse('busy') : grant(null)
  })
  return { ...decision, faults }
}

/** What a reminder of a meeting is queued under, whatever time it was set to. */
export const reminderKey = (meetingId: string): string => `meeting:${meetingId}:`

/** Moves a booked meeting, from a version of it; a reminder of the old time does not leave. */
export async function changeMeeting(
  pool: Pool,
  booker: Booker,
  { subjectId, meetingId, version }: { readonly subjectId: string; readonly meetingId: string; readonly version: number },
  booking: Booking,
): Promise<Changed> {
  const faults = problemsOf(booking, booker.now)
  const decision = await changed(
    pool,
    booker,
    { action: 'meetings.move', subjectId, detail: { way: booking.way } },
    async (tx, { personId }) => {
      const held = await holdMeeting(tx, [personId], meetingId)
      if (held === null) return refuse('missing')
      if (held.state !== 'booked' || held.version !== version) return refuse('somebody-first')
      if (faults.length > 0 || !(await isHost(tx, booker, booking.staffId))) return refuse('faults')
      if (!(await moveMeeting(tx, held.id, booking))) return refuse('busy')
      await withdrawQueued(tx, reminderKey(meetingId))
      return grant(null)
    },
  )
  return { ...decision, faults }
}

async function recordEnding(
  tx: Tx,
  personId: number,
  { meetingId, way, startsAt, staffId, staff }: HeldMeeting,
  ending: Ending,
): Promise<number | null> {
  const contact = contactAfter(ending, way)
  if (contact === null) return null
  const { channel, outcome, reached } = contact
  const made = { personId, channel, outcome, attempted: true, reached, happenedAt: startsAt, wayId: null, staffId, byName: staff }
  const nothing = { secondStaffId: null, occupation: null, nextStep: null, nextOn: null, department: null, note: '' } as const
  return (await recordContact(tx, { ...made, ...nothing, origin: 'meeting', originId: meetingId })).id
}

/** Says how a meeting ended. Held and missed ones are contacts, by the colleague whose meeting it was. */
export const sayEnding = (
  pool: Pool,
  booker: Booker,
  { subjectId, meetingId, version }: { readonly subjectId: string; readonly meetingId: string; readonly version: number },
  ending: Ending,
): Promise<Decision<null, MeetingRefusal>> =>
  changed(pool, booker, { action: 'meetings.end', subjectId, detail: { ending } }, async (tx, { personId }) => {
    const held = await holdMeeting(tx, [personId], meetingId)
    if (held === null) return refuse('missing')
    if (held.state !== 'booked' || held.version !== version) return refuse('somebody-first')
    if (!canEnd(ending, held.hasBegun)) return refuse('too-early')
    await endMeeting(tx, held.id, ending, await recordEnding(tx, personId, held, ending))
    await withdrawQueued(tx, reminderKey(meetingId))
    return grant(null)
  })
