/** From facts to periods: loads the lives concerned, asks the law, and keeps what differs. */
import { copyRow, type Tx } from '../../platform/db/tx.ts'
import { dateOf } from '../../platform/plain-date.ts'
import { responsibilityPeriods, type LawSettings, type ResponsibilityPeriod } from '../law/index.ts'
import { clearPending, lives, markAllIfRulesChanged, now, savePeriods, scopeLives, type PersonLife } from '../register/index.ts'

/** Rules and settings as a text that differs when they do. `edition` is raised whenever the law's code changes its answers. */
const edition = 1
const fingerprintOf = (settings: LawSettings): string =>
  JSON.stringify({ edition, ...settings, termEnds: [...settings.termEnds].sort(([a], [b]) => a - b) })

const periodRow = (personId: number, { fromOn, untilOn, entryReason, exitReason }: ResponsibilityPeriod): string =>
  copyRow([personId, dateOf(fromOn), untilOn === null ? null : dateOf(untilOn), entryReason, exitReason])

/** Recomputes those marked as pending: everybody when the rules or settings have changed. Returns how many were asked about. */
export async function recompute(tx: Tx, municipality: string, settings: LawSettings, progress: (persons: number) => void): Promise<number> {
  await markAllIfRulesChanged(tx, fingerprintOf(settings))
  await scopeLives(tx, now, { table: 'register.pending' })
  let persons = 0
  const rows: string[] = []
  const compute = ({ personId, life }: PersonLife) => {
    for (const period of responsibilityPeriods(life, municipality, settings)) rows.push(periodRow(personId, period))
  }
  for await (const batch of lives(tx, now)) {
    batch.forEach(compute)
    persons += batch.length
    progress(persons)
  }
  await savePeriods(tx, rows)
  await clearPending(tx)
  return persons
}
