/** One youth for the person page: the same facts and the same law as `explainPerson`, loaded for one person at a time. */
import type { Tx } from '../../platform/db/tx.ts'
import type { Day } from '../../platform/plain-date.ts'
import { explain, type Explanation, type LawSettings } from '../law/index.ts'
import { listSettings, settingsFrom } from '../settings/index.ts'
import type { AsOf, PersonLife } from './life-row.store.ts'
import { loadOneLife, type PersonRecords } from './one-life.store.ts'

export type ExplainedYouth = {
  readonly person: PersonLife
  readonly explanation: Explanation
  readonly records: PersonRecords
  readonly law: LawSettings
}

/**
 * The person with the chain and all that is on record, as known at the instant; null when there is no such record. The caller has asked
 * whether the reader may see the person (`findSeenYouth`), and writes the read line.
 */
export async function explainYouth(
  tx: Tx,
  personId: number,
  { municipality, on, asOf }: { readonly municipality: string; readonly on: Day; readonly asOf: AsOf },
): Promise<ExplainedYouth | null> {
  const { law } = settingsFrom(await listSettings(tx, asOf))
  const loaded = await loadOneLife(tx, personId, asOf)
  return loaded === null ? null : { ...loaded, explanation: explain(loaded.person.life, municipality, law, on), law }
}
