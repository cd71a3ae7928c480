/** Working out where the ladder stands, in the transaction of whatever changed it. */
import type { Tx } from '../../platform/db/tx.ts'
import { listSettings } from '../settings/index.ts'
import { outreachSettingsFrom } from './outreach-settings.rules.ts'
import { standingLine } from './standing.rules.ts'
import { listStandingPersons, loadStandingRows, saveStandings } from './standing.store.ts'

const batch = 2000

/** The lines of these persons anew; those who are gone from the lists lose theirs. */
export async function refreshStandings(tx: Tx, personIds: readonly number[]): Promise<void> {
  const { ladder, mayForwardLetters } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
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

/** Everybody's lines anew: after a change of the ladder's settings, and once after an upgrade. */
export const refreshAllStandings = async (tx: Tx): Promise<void> => refreshStandings(tx, await listStandingPersons(tx))
