/** What other slices know of a youth, for their cards on the person page. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readMeetingsOf, type MeetingsOfYouth } from '../meetings/index.ts'
import { readMessagingOf, type MessagingOfYouth } from '../messaging/index.ts'
import { readOutreachOf, type OutreachOfYouth } from '../outreach/index.ts'
import { readQuestionsOf, type QuestionsOfYouth } from '../questions/index.ts'
import { readRepliesOf, type RepliesOfYouth } from '../replies/index.ts'

export type Neighbours = {
  readonly outreach: OutreachOfYouth
  readonly messaging: MessagingOfYouth
  readonly replies: RepliesOfYouth
  readonly meetings: MeetingsOfYouth
  readonly questions: QuestionsOfYouth
}

/** The first id is the person's own. The caller has asked whether the reader may see the youth. */
export async function readNeighbours(tx: Tx, personIds: readonly number[], today: PlainDate): Promise<Neighbours> {
  const question = { personIds, today }
  return {
    outreach: await readOutreachOf(tx, question),
    messaging: await readMessagingOf(tx, question),
    replies: await readRepliesOf(tx, question),
    meetings: await readMeetingsOf(tx, question),
    questions: await readQuestionsOf(tx, question),
  }
}
