/** What the person page shows of meetings. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { listMeetingsOf } from './meetings.store.ts'
import type { Meeting } from './meetings.types.ts'

/** Whom the card is of: the person and the records merged with it. */
export type MeetingsQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type MeetingsOfYouth = { readonly meetings: readonly Meeting[] }

export const readMeetingsOf = async (tx: Tx, { personIds }: MeetingsQuestion): Promise<MeetingsOfYouth> => ({
  meetings: await listMeetingsOf(tx, personIds),
})
