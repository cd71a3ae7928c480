/** What happens to the talks that a process has called to when its follow-up ends. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { listSignals } from '../signals/signals.store.ts'
import { leftBehind } from './talks.rules.ts'
import { listTalks, saveTalkState } from './talks.store.ts'

/** Written in the file of the youth, as reasons are. */
const why = 'Uppföljningen avslutades före samtalet.'

/** Cancels the talks that nobody is left to hold. In the transaction of whoever ends the follow-up. */
export async function cancelLeftBehind(tx: Tx, youthId: string, today: PlainDate): Promise<void> {
  const signals = await listSignals(tx, [youthId])
  for (const { talkId } of leftBehind(await listTalks(tx, [youthId]), signals, today))
    await saveTalkState(tx, talkId, 'cancelled', { why, on: today })
}
