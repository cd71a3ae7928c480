/** The summary of an absence, read by the one who was away: with its line in the log. */
import { readAs } from '../audit/index.ts'
import { findAbsence } from './absence.store.ts'
import { listHappenings } from './summary.store.ts'
import { byYouth, countedApart } from './summary.rules.ts'
import type { Summary } from './summary.types.ts'
import type { TeamReader } from './team.actions.ts'

const most = 1000

/** What happened meanwhile; while it lasts, what has happened so far. Null when there is no such absence of the reader's own, or it lies ahead. */
export function readSummary({ pool, scope, setter: { staffId }, today }: TeamReader, absenceId: string): Promise<Summary | null> {
  const lineOf = (summary: Summary | null) => ({
    actor: staffId,
    action: 'cover.summary',
    ...(summary === null ? { outcome: 'missing' } : {}),
    detail: { absence: absenceId, youths: summary?.youths.length ?? 0 },
  })
  return readAs(pool, lineOf, async (tx) => {
    const absence = await findAbsence(tx, absenceId)
    if (absence === null || absence.staffId !== staffId || absence.fromOn > today) return null
    const told = await listHappenings(tx, scope, staffId, absence, most + 1)
    const shown = told.slice(0, most)
    const { fromOn, untilOn, substitute, isRead } = absence
    return {
      absenceId,
      fromOn,
      untilOn,
      substitute,
      isOver: untilOn <= today,
      isRead,
      ...countedApart(shown),
      youths: byYouth(shown),
      isCut: told.length > most,
    }
  })
}
