/** Booking, moving and ending meetings, each with its line in the log; the ladder hears of it in the same transaction. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, readAs } from '../audit/index.ts'
import { heldBack, holdBack, hygieneDetail, unchecked, type NoteCheck } from '../hygiene/index.ts'
import { namesTheMatter, withdrawQueued } from '../messaging/index.ts'
import { listSameRecords, recordContact, refreshStandings } from '../outreach/index.ts'
import { findSeenYouth, readNoteAbout, type SeenYouth } from '../worklist/index.ts'
import { canEnd, contactAfter, problemsOf, type BookingProblemAt } from './meetings.rules.ts'
import {
  endMeeting,
  holdHost,
  holdMeeting,
  insertMeeting,
  listHosts,
  listMeetingsOf,
  moveMeeting,
  type HeldMeeting,
  type Host,
} from './meetings.store.ts'
import type { Booking, Ending, Meeting, WrittenBooking } from './meetings.types.ts'

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
  readonly hosts: readonly Host[]
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
      const { personId, isProtected } = seen.value
      const meetings = await listMeetingsOf(tx, await listSameRecords(tx, personId))
      return grant({ youth: seen.value, meetings, hosts: await listHosts(tx, booker.scope, isProtected) })
    },
  )

/**
 * `faults`: something is wrong with what was typed. `note-flags`: the place names what may not belong, and is not said to be kept. `busy`: the
 * colleague is in another meeting then. `somebody-first`: changed meanwhile.
 */
export type MeetingRefusal = 'missing' | 'sign-in-again' | 'faults' | 'note-flags' | 'busy' | 'somebody-first' | 'too-early'
export type Changed = Decision<null, MeetingRefusal> & { readonly faults: readonly BookingProblemAt[] }

/** Which meeting, of which youth, as it was when it was last seen. */
export type OneMeeting = { readonly subjectId: string; readonly meetingId: string; readonly version: number }

/** A change of one youth's meetings: seen first, and the ladder told afterwards. */
async function changed(
  pool: Pool,
  booker: Booker,
  {
    action,
    subjectId,
    detail,
  }: { readonly action: string; readonly subjectId: string; readonly detail: () => Readonly<Record<string, unknown>> },
  work: (tx: Tx, youth: SeenYouth) => Promise<Decision<null, MeetingRefusal>>,
): Promise<Decision<null, MeetingRefusal>> {
  return change<null, MeetingRefusal>(
    pool,
    (decision) => ({
      actor: booker.staffId,
      action,
      subjectId: decision.granted || decision.reason !== 'missing' ? subjectId : null,
      detail: detail(),
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

const isHost = async (tx: Tx, { scope }: Booker, { isProtected }: SeenYouth, staffId: string): Promise<boolean> =>
  (await listHosts(tx, scope, isProtected)).some(({ id }) => id === staffId)

/** A meeting of the youth, or of a record that is merged with hers, held for a change from a version of it. */
async function heldBy(
  tx: Tx,
  { personId }: SeenYouth,
  { meetingId, version }: Pick<OneMeeting, 'meetingId' | 'version'>,
): Promise<Decision<HeldMeeting, 'missing' | 'somebody-first'>> {
  const held = await holdMeeting(tx, await listSameRecords(tx, personId), meetingId)
  if (held === null) return refuse('missing')
  return held.state === 'booked' && held.version === version ? grant(held) : refuse('somebody-first')
}

/** A place that names the matter is said at the field: a reminder with it would never leave. */
const faultsOf = (booking: Booking, { now }: Booker): BookingProblemAt[] => [
  ...problemsOf(booking, now),
  ...(booking.remind && namesTheMatter(booking.place) ? [{ field: 'place', problem: 'names-the-matter' } as const] : []),
]

const checkPlace = async (tx: Tx, youth: SeenYouth, { place, noteKept }: WrittenBooking, before: string[] = []): Promise<NoteCheck> =>
  heldBack([{ field: 'place', text: place }], noteKept, await readNoteAbout(tx, youth), before)

/** Books a meeting with a youth. */
export async function bookMeeting(pool: Pool, booker: Booker, subjectId: string, booking: WrittenBooking): Promise<Changed> {
  const faults = faultsOf(booking, booker)
  let notes = unchecked
  const detail = () => ({ way: booking.way, remind: booking.remind, ...hygieneDetail(notes) })
  const decision = await changed(pool, booker, { action: 'meetings.book', subjectId, detail }, async (tx, youth) => {
    if (faults.length > 0 || !(await isHost(tx, booker, youth, booking.staffId))) return refuse('faults')
    notes = await checkPlace(tx, youth, booking)
    if (notes.asked.length > 0) return holdBack(notes)
    await holdHost(tx, booking.staffId)
    return (await insertMeeting(tx, youth.personId, booking, booker.staffId)) === null ? refuse('busy') : grant(null)
  })
  return { ...decision, faults }
}

/** What a reminder of a meeting is queued under, whatever time it was set to. */
export const reminderKey = (meetingId: string): string => `meeting:${meetingId}:`

/** Moves a booked meeting, from a version of it; a reminder of the old time that has not left does not leave. Whose it is may stay as it is. */
export async function changeMeeting(pool: Pool, booker: Booker, of: OneMeeting, booking: WrittenBooking): Promise<Changed> {
  const faults = faultsOf(booking, booker)
  const { subjectId, meetingId } = of
  let notes = unchecked
  const line = { action: 'meetings.move', subjectId, detail: () => ({ way: booking.way, ...hygieneDetail(notes) }) }
  const decision = await changed(pool, booker, line, async (tx, youth) => {
    const held = await heldBy(tx, youth, of)
    if (!held.granted) return held
    const staysWith = booking.staffId === held.value.staffId && !youth.isProtected
    if (faults.length > 0 || !(staysWith || (await isHost(tx, booker, youth, booking.staffId)))) return refuse('faults')
    notes = await checkPlace(tx, youth, booking, [held.value.place])
    if (notes.asked.length > 0) return holdBack(notes)
    await holdHost(tx, booking.staffId)
    if (!(await moveMeeting(tx, held.value.id, booking))) return refuse('busy')
    await withdrawQueued(tx, reminderKey(meetingId))
    return grant(null)
  })
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
export const sayEnding = (pool: Pool, booker: Booker, of: OneMeeting, ending: Ending): Promise<Decision<null, MeetingRefusal>> =>
  changed(pool, booker, { action: 'meetings.end', subjectId: of.subjectId, detail: () => ({ ending }) }, async (tx, youth) => {
    const held = await heldBy(tx, youth, of)
    if (!held.granted) return held
    const { id, hasBegun } = held.value
    if (!canEnd(ending, hasBegun)) return refuse('too-early')
    await endMeeting(tx, id, ending, await recordEnding(tx, youth.personId, held.value, ending))
    await withdrawQueued(tx, reminderKey(of.meetingId))
    return grant(null)
  })
