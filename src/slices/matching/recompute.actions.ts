/** From facts to periods: loads the lives concerned, asks the law, and keeps what differs. */
import { copyRow, type Tx } from '../../platform/db/tx.ts'
import { dateOf } from '../../platform/plain-date.ts'
import { responsibilityPeriods, type LawSettings, type ResponsibilityPeriod } from '../law/index.ts'
import { lives, now, savePeriods, scopeLives, type PersonLife } from '../register/index.ts'

const periodRow = (personId: number, { fromOn, untilOn, entryReason, exitReason }: ResponsibilityPeriod): string =>
  copyRow([personId, dateOf(fromOn), untilOn === null ? null : dateOf(untilOn), entryReason, exitReason])

/** Recomputes the periods of everybody, or of those in the table `affected`. Returns how many persons were asked about. */
export async function recompute(
  tx: Tx,
  who: 'all' | 'affected',
  municipality: string,
  settings: LawSettings,
  progress: (persons: number) => void,
): Promise<number> {
  await scopeLives(tx, now, who === 'all' ? 'all' : { table: 'affected' })
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
  return persons
}
