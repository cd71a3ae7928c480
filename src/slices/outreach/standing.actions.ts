/** Working out where the ladder stands, in the transaction of whatever changed it. */
import type { Tx } from '../../platform/db/tx.ts'
import { listSettings } from '../settings/index.ts'
import { holdLines } from './contact.store.ts'
import { outreachSettingsFrom, type OutreachSettings } from './outreach-settings.rules.ts'
import { endWaysOfProtected } from './protection.store.ts'
import { standingLine } from './standing.rules.ts'
import { loadStandingRows } from './standing-rows.store.ts'
import { listStandingPersons, noteComputedWith, saveStandings, standingsInScope } from './standing.store.ts'

const batch = 2000
/** Raised whenever the ladder's code changes its answers. */
const edition = 1

const readSettings = async (tx: Tx): Promise<OutreachSettings> => outreachSettingsFrom(await listSettings(tx, 'infinity'))

async function refresh(tx: Tx, personIds: readonly number[], { ladder, mayForwardLetters }: OutreachSettings): Promise<void> {
  for (let first = 0; first < personIds.length; first += batch) {
    const ids = personIds.slice(first, first + batch)
    const rows = await loadStandingRows(tx, ids)
    await saveStandings(
      tx,
      ids,
      rows.map((row) => standingLine(row, ladder, mayForwardLetters)),
    )
  }
}

/**
 * The lines of these persons anew; those who are gone from the lists lose theirs. The youths are held until the transaction ends, so that the
 * line saved last has seen everything.
 */
export async function refreshStandings(tx: Tx, personIds: readonly number[]): Promise<void> {
  await holdLines(tx, personIds)
  await refresh(tx, personIds, await readSettings(tx))
}

/** Everybody's lines anew, when they are worked out with something else than they were: settings, or an edition of the code. */
export async function refreshAllIfChanged(tx: Tx): Promise<boolean> {
  const settings = await readSettings(tx)
  const { ladder, mayForwardLetters } = settings
  if (!(await noteComputedWith(tx, JSON.stringify({ edition, mayForwardLetters, ladder })))) return false
  const personIds = await listStandingPersons(tx)
  await holdLines(tx, personIds)
  await refresh(tx, personIds, settings)
  return true
}

/**
 * What follows a recompute of lives, whose lines it holds: ways to somebody newly protected are ended, and the standings of those concerned
 * are worked out. `personIds` have periods; those in `life_scope` who had a standing are seen to besides.
 */
export async function recomputeStandings(tx: Tx, personIds: readonly number[]): Promise<void> {
  const lostWays = await endWaysOfProtected(tx)
  if (await refreshAllIfChanged(tx)) return
  await refresh(tx, [...new Set([...personIds, ...(await standingsInScope(tx)), ...lostWays])], await readSettings(tx))
}
