/** A change of settings: known from now on, in force at once. Saved and recomputed in one transaction. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { writeAuditLine } from '../audit/index.ts'
import { refreshAllIfChanged } from '../outreach/index.ts'
import { saveSetting, settingsVersion, type SettingsRefusal, type SettingsWish } from '../settings/index.ts'
import type { RunPlace } from './matching.actions.ts'
import { hasInstants, holdRuns, nextInstant } from './run.store.ts'
import { settleChange } from './settle.actions.ts'

async function refused(tx: Tx, { by, group }: SettingsWish, reason: SettingsRefusal): Promise<Decision<never, SettingsRefusal>> {
  await writeAuditLine(tx, { actor: by, action: 'settings.save', outcome: reason, detail: { group } })
  return refuse(reason)
}

/** What must be worked out anew. The law's settings: everybody, as a run of its own; those of outreach: where the ladder stands. */
async function settle(tx: Tx, code: string, { group, values, on }: SettingsWish): Promise<number | null> {
  if (values.length === 0) return null
  if (group === 'outreach') await refreshAllIfChanged(tx)
  return group === 'law' ? settleChange(tx, code, on) : null
}

/**
 * Saves the values of a group of settings. What follows from them is worked out in the same transaction, so that the list is right when the
 * page comes back. Before anything has been read a value is as if it had always been so; afterwards it is known from this
 * instant of the clock of knowledge, and what was answered earlier is answered the same (DOMAIN.md 3.6).
 */
export const applySettings = ({ code, pool }: RunPlace, wish: SettingsWish): Promise<Decision<unknown, SettingsRefusal>> =>
  inTransaction(pool, async (tx) => {
    if (!(await holdRuns(tx))) return refused(tx, wish, 'night-is-running')
    if ((await settingsVersion(tx, wish.group)) !== wish.version) return refused(tx, wish, 'stale')
    const knownFrom = (await hasInstants(tx)) ? (await nextInstant(tx, wish.on)).knownAt : '-infinity'
    for (const { key, value } of wish.values) await saveSetting(tx, key, value, knownFrom, wish.by)
    const runId = await settle(tx, code, wish)
    const detail = { group: wish.group, keys: wish.values.map(({ key }) => key) }
    await writeAuditLine(tx, { actor: wish.by, action: 'settings.save', runId, detail })
    return grant(null)
  })
