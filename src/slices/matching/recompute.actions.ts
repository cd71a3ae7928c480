/** From facts to periods: loads the lives concerned, asks the law, and keeps what differs. */
import { copyRow, type Tx } from '../../platform/db/tx.ts'
import { dateOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { otherFormSpans, responsibilityPeriods, type LawSettings, type ResponsibilityPeriod } from '../law/index.ts'
import { recomputeStandings } from '../outreach/index.ts'
import { clearPending, lives, markAllIfRulesChanged, now, savePeriods, scopeLives, type PersonLife } from '../register/index.ts'
import { markBegun, refreshYouths, youthRow } from '../worklist/index.ts'

/** Rules and settings as a text that differs when they do. `edition` is raised whenever the law's code changes its answers. */
const edition = 2
const fingerprintOf = (settings: LawSettings): string =>
  JSON.stringify({ edition, ...settings, termEnds: [...settings.termEnds].sort(([a], [b]) => a - b) })

const periodRow = (personId: number, { fromOn, untilOn, entryReason, exitReason }: ResponsibilityPeriod): string =>
  copyRow([personId, dateOf(fromOn), untilOn === null ? null : dateOf(untilOn), entryReason, exitReason])

/** The days of studies in another school form as PostgreSQL writes a set of days. */
const multirange = (spans: readonly { readonly fromOn: Day; readonly untilOn: Day | null }[]): string =>
  `{${spans.map(({ fromOn, untilOn }) => `[${dateOf(fromOn)},${untilOn === null ? '' : dateOf(untilOn)})`).join(',')}}`

const lineOf = ({ personId, number, givenName, familyName, life }: PersonLife, settings: LawSettings): string =>
  youthRow({
    personId,
    number,
    givenName,
    familyName,
    bornOn: life.bornOn === null ? null : dateOf(life.bornOn),
    otherForm: multirange(otherFormSpans(life, settings)),
  })

export type Recompute = { readonly municipality: string; readonly settings: LawSettings; readonly on: PlainDate }

/**
 * Recomputes those marked as pending: everybody when the rules or settings have changed, and those whose next period has begun.
 * Periods, the lists' lines and where the ladder stands are written together, and ways to somebody newly protected are ended.
 * Returns how many were asked about.
 */
export async function recompute(tx: Tx, { municipality, settings, on }: Recompute, progress: (persons: number) => void): Promise<number> {
  await markAllIfRulesChanged(tx, fingerprintOf(settings))
  await markBegun(tx, on)
  await scopeLives(tx, now, { table: 'register.pending' })
  let persons = 0
  const periods: string[] = []
  const lines: string[] = []
  const covered: number[] = []
  const compute = (person: PersonLife) => {
    const found = responsibilityPeriods(person.life, municipality, settings)
    if (found.length > 0) covered.push(person.personId)
    for (const period of found) periods.push(periodRow(person.personId, period))
    lines.push(lineOf(person, settings))
  }
  for await (const batch of lives(tx, now)) {
    batch.forEach(compute)
    persons += batch.length
    progress(persons)
  }
  await savePeriods(tx, periods)
  await refreshYouths(tx, lines, on)
  await recomputeStandings(tx, covered)
  await clearPending(tx)
  return persons
}
