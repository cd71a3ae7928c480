/** What follows any change by hand: those concerned recomputed, and who came in and left, as a run of its own (DOMAIN.md 3.6). */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { now } from '../register/index.ts'
import { listSettings, settingsFrom } from '../settings/index.ts'
import { recordMovements } from './movement.store.ts'
import { recompute } from './recompute.actions.ts'
import { finishRun, insertRun } from './run.store.ts'

/** Settles the change in its own transaction: everybody marked, or everybody at all when the rules have changed. Returns the run's id. */
export async function settleChange(tx: Tx, code: string, on: PlainDate): Promise<number> {
  const runId = await insertRun(tx, 'change', on)
  const { law } = settingsFrom(await listSettings(tx, now))
  await recompute(tx, { municipality: code, settings: law, on }, () => {})
  await recordMovements(tx, runId, on)
  await finishRun(tx, runId, 'done', null)
  return runId
}
