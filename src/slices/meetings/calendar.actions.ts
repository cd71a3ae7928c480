/** A calendar to subscribe to, without names: made anew, taken away, and read by the calendar program of whoever has its address. */
import { createHash, randomBytes } from 'node:crypto'
import { grant } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { calendarText, type CalendarEvent } from '../../platform/ical.ts'
import { change } from '../audit/index.ts'
import { feedMadeAt, findFeed, listCalendar, removeFeed, saveFeed } from './calendar.store.ts'
import type { CalendarMeeting, MeetingWay } from './meetings.types.ts'

const hashOf = (token: string): Buffer => createHash('sha256').update(`kalender:${token}`).digest()

/** Makes an address; an earlier one leads nowhere from now on. Returns its secret, which is shown once and kept nowhere. */
export async function makeCalendar(pool: Pool, staffId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await change(pool, { actor: staffId, action: 'meetings.makeCalendar' }, async (tx) => {
    await saveFeed(tx, staffId, hashOf(token))
    return grant(null)
  })
  return token
}

export const dropCalendar = (pool: Pool, staffId: string): Promise<unknown> =>
  change(pool, { actor: staffId, action: 'meetings.dropCalendar' }, async (tx) => grant(await removeFeed(tx, staffId)))

/** When the colleague's address was made; null when there is none. */
export const calendarMadeAt = (pool: Pool, staffId: string): Promise<string | null> => inTransaction(pool, (tx) => feedMadeAt(tx, staffId))

/** What stands in the calendar: that there is a meeting, and in what way. Calendars are shown on walls and synchronised to telephones. */
const summaries: Readonly<Record<MeetingWay, string>> = {
  office: 'Möte',
  phone: 'Möte på telefon',
  video: 'Möte på video',
  elsewhere: 'Möte på annan plats',
}

/** The place of a meeting in the office says nothing of the youth; any other might. */
const eventOf = ({ meetingId, startsAt, endsAt, way, place, isCancelled, sequence, changedAt }: CalendarMeeting): CalendarEvent => ({
  uid: `${meetingId}@ungdomslots`,
  sequence,
  status: isCancelled ? 'cancelled' : 'confirmed',
  startsAt,
  endsAt,
  summary: summaries[way],
  ...(way === 'office' && place !== '' ? { location: place } : {}),
  changedAt,
})

const refreshMinutes = 30

/** The calendar behind an address as iCalendar text; null for an address that leads nowhere. */
export const readCalendar = (pool: Pool, token: string, now: Date): Promise<string | null> =>
  inTransaction(pool, async (tx) => {
    const staffId = await findFeed(tx, hashOf(token))
    if (staffId === null) return null
    const events = (await listCalendar(tx, staffId)).map(eventOf)
    return calendarText({ name: 'Möten', events, now, refreshMinutes })
  })
