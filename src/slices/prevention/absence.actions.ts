/** Reading absence sums from the municipality's own schools: what reaches a limit is kept, the rest is counted. */
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import type { AttendanceMonth, AttendanceSum } from '../feeds/index.ts'
import { listSettings } from '../settings/index.ts'
import { isKept, monthOf, monthsBefore, spansToRead } from './absence.rules.ts'
import { forgetMonths, replaceMonth } from './absence.store.ts'
import { preventionSettings } from './prevention-settings.rules.ts'

/** A school system that can be asked for sums; it answers null when it does not hand them out. */
export type AbsenceSource = {
  readonly name: string
  readonly fetch: (span: AttendanceMonth) => Promise<readonly AttendanceSum[] | null>
}

/** Whose schools they are. */
export type AbsencePlace = { readonly pool: Pool; readonly code: string }

/** `kept` null: the source does not hand out attendance. */
export type AbsenceResult = { readonly month: PlainDate; readonly pupils: number; readonly kept: number | null }

const actor = 'förebyggande'

async function saveSpan(
  { pool, code }: AbsencePlace,
  source: string,
  span: AttendanceMonth,
  sums: readonly AttendanceSum[],
): Promise<number> {
  return inTransaction(pool, async (tx) => {
    const settings = preventionSettings.from(await listSettings(tx, 'infinity'))
    const month = monthOf(span.fromOn)
    const read = { source, code, month, untilOn: span.untilOn, pupils: sums.length }
    const kept = await replaceMonth(
      tx,
      read,
      sums.filter(({ invalid }) => isKept(invalid, settings)),
    )
    const detail = { source, month, pupils: sums.length, kept }
    await writeAuditLine(tx, { actor, action: 'prevention.readAbsence', outcome: 'done', detail })
    return kept
  })
}

/**
 * Reads what a night reads of one source. @throws Failure when the source could not be read to its end: what was known of the month stays
 */
export async function readAbsence(place: AbsencePlace, source: AbsenceSource, on: PlainDate): Promise<AbsenceResult[]> {
  const results: AbsenceResult[] = []
  for (const span of spansToRead(on)) {
    const month = monthOf(span.fromOn)
    const sums = await source.fetch(span)
    if (sums === null) return [{ month, pupils: 0, kept: null }]
    results.push({ month, pupils: sums.length, kept: await saveSpan(place, source.name, span, sums) })
  }
  return results
}

/** Sums older than the setting says are taken away. */
export const forgetAbsence = (pool: Pool, today: PlainDate): Promise<void> =>
  inTransaction(pool, async (tx) => {
    const { keepMonths } = preventionSettings.from(await listSettings(tx, 'infinity'))
    const forgotten = await forgetMonths(tx, monthsBefore(monthOf(today), keepMonths))
    if (forgotten > 0) await writeAuditLine(tx, { actor, action: 'prevention.forget', outcome: 'done', detail: { forgotten } })
  })
