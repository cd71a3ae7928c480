/** What other slices know of a youth, for their cards on the person page. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readRadarOf } from '../admissions/index.ts'
import { readCodingOf } from '../coding/index.ts'
import { readMeasuresOf } from '../measures/index.ts'
import { readMeetingsOf } from '../meetings/index.ts'
import { readMessagingOf } from '../messaging/index.ts'
import { readNoticesOf } from '../notices/index.ts'
import { readOutreachOf } from '../outreach/index.ts'
import { readPlansOf } from '../plans/index.ts'
import { readPreventionOf } from '../prevention/index.ts'
import { readQuestionsOf } from '../questions/index.ts'
import { readSharingOf } from '../referrals/index.ts'
import { readRepliesOf } from '../replies/index.ts'
import { readTransfersOf } from '../transfers/index.ts'
import { readTurning20Of } from '../turning20/index.ts'
import type { Neighbours } from './youth.types.ts'

/** The first id is the person's own. The caller has asked whether the reader may see the youth. */
export async function readNeighbours(tx: Tx, personIds: readonly number[], today: PlainDate): Promise<Neighbours> {
  const question = { personIds, today }
  return {
    outreach: await readOutreachOf(tx, question),
    messaging: await readMessagingOf(tx, question),
    replies: await readRepliesOf(tx, question),
    meetings: await readMeetingsOf(tx, question),
    plans: await readPlansOf(tx, question),
    measures: await readMeasuresOf(tx, question),
    coding: await readCodingOf(tx, question),
    questions: await readQuestionsOf(tx, question),
    notices: await readNoticesOf(tx, question),
    prevention: await readPreventionOf(tx, question),
    radar: await readRadarOf(tx, question),
    sharing: await readSharingOf(tx, question),
    transfers: await readTransfersOf(tx, question),
    turning20: await readTurning20Of(tx, question),
  }
}
