/** What happens to the signals of a youth who leaves directed follow-up: there is nobody to follow up. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { cancelLeftBehind } from '../talks/left-behind.actions.ts'
import { actOn } from './signals.rules.ts'
import { insertAct, listSignals } from './signals.store.ts'

type Leaving = { readonly lastDay: PlainDate; readonly by: string; readonly today: PlainDate }

/** Ends what is open with the youth's last day there, and cancels the talks called to after it. In the transaction of whoever says that the youth leaves. */
export async function endForLeaver(tx: Tx, youthId: string, { lastDay, by, today }: Leaving): Promise<void> {
  for (const signal of await listSignals(tx, [youthId])) {
    const act = { kind: 'leave', on: lastDay, ground: '', recipient: null } as const
    if (actOn(signal, act, { done: [], today }).granted) await insertAct(tx, signal.signalId, act, { youthId, by, on: today })
  }
  await cancelLeftBehind(tx, youthId, today)
}
