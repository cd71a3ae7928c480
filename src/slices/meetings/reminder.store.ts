/** Meetings whose youths are to be reminded. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { MeetingWay } from './meetings.types.ts'

export type ToRemind = {
  readonly meetingId: string
  readonly personId: number
  readonly subjectId: string
  readonly sequence: number
  readonly on: PlainDate
  readonly time: string
  /** When this time of it was agreed on. */
  readonly agreedOn: PlainDate
  readonly agreedTime: string
  readonly way: MeetingWay
  readonly place: string
}

const wall = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')`

/** Booked meetings that lie ahead, before the day, with reminders; a protected youth gets none. */
export const listToRemind = (tx: Tx, before: PlainDate): Promise<ToRemind[]> =>
  tx.query<ToRemind>(
    `select m.meeting_id as "meetingId", coalesce((select r.root_id from register.merged_now r where r.absorbed_id = m.person_id), m.person_id) as "personId",
       p.subject_id as "subjectId", m.sequence, ${wall('m.starts_at')}::date as on, to_char(${wall('m.starts_at')}, 'HH24:MI') as time, ${wall('m.changed_at')}::date as "agreedOn",
       to_char(${wall('m.changed_at')}, 'HH24:MI') as "agreedTime", m.way, m.place
     from meetings.meeting m join register.person p on p.id = m.person_id
     where m.state = 'booked' and m.remind and m.starts_at > clock_timestamp() and m.starts_at < ($1::date at time zone 'Europe/Stockholm')
       and not register.is_protected(m.person_id) order by m.starts_at`,
    [before],
  )

/** Holds a meeting that is to be reminded of; false when it has been moved, ended or taken out of reminding meanwhile. */
export const holdToRemind = async (tx: Tx, { meetingId, sequence }: ToRemind): Promise<boolean> =>
  (
    await tx.query(`select from meetings.meeting where meeting_id = $1 and sequence = $2 and state = 'booked' and remind for share`, [
      meetingId,
      sequence,
    ])
  ).length > 0
