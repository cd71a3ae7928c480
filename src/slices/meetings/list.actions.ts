/** Reading the list of meetings: mine, or those of everybody in the reader's scope. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, weekdayOf, type PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { countMeetings, listMeetings, listUnsaid } from './meetings.store.ts'
import type { ListedMeeting, MeetingCounts } from './meetings.types.ts'

export type Week = { readonly from: PlainDate; readonly until: PlainDate }

/** The week of a day, Monday to the Monday after. */
export function weekOf(day: PlainDate): Week {
  const monday = plusDays(dayOf(day), 1 - weekdayOf(dayOf(day)))
  return { from: dateOf(monday), until: dateOf(plusDays(monday, 7)) }
}

export type MeetingsList = {
  readonly week: Week
  readonly isMine: boolean
  readonly meetings: readonly ListedMeeting[]
  readonly unsaid: readonly ListedMeeting[]
  readonly counts: MeetingCounts
}

type Asked = { readonly staffId: string; readonly scope: Scope; readonly day: PlainDate; readonly isMine: boolean }

/** A week of meetings. `isMine`: only the reader's own. */
export const readList = (pool: Pool, { staffId, scope, day, isMine }: Asked): Promise<MeetingsList> =>
  readAs(
    pool,
    ({ meetings, unsaid }) => ({ actor: staffId, action: 'meetings.list', detail: { shown: meetings.length + unsaid.length, isMine } }),
    async (tx) => {
      const week = weekOf(day)
      const asked = { ...week, staffIds: isMine ? [staffId] : null }
      return {
        week,
        isMine,
        meetings: await listMeetings(tx, scope, asked),
        unsaid: await listUnsaid(tx, scope, [staffId]),
        counts: await countMeetings(tx, scope, asked),
      }
    },
  )
