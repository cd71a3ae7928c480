/** Finding whom to call next, with its line in the log. */
import { ladderSettingsFrom } from '../ladder/index.ts'
import { readAs } from '../audit/index.ts'
import { callsDue } from './call-next.store.ts'
import { nextCallOf, slotAt, type NextCall } from './call-next.rules.ts'
import { conditionsOf } from './conditions.rules.ts'
import { noFilter } from './filter.rules.ts'
import { readLastNight, readListFrame } from './frame.store.ts'
import type { Reader } from './list.actions.ts'

/** The reader's next call at the time of day (`HH:MM`): of their own youths, and of those of colleagues they stand in for. */
export function findNextCall(reader: Reader, time: string, after: string | null): Promise<NextCall> {
  const { pool, code, scope, staffId, unitId, today } = reader
  const lineOf = (found: NextCall) => ({
    actor: staffId,
    action: 'worklist.callNext',
    ...(found.kind === 'call' ? { subjectId: found.subjectId } : { detail: { later: found.later } }),
  })
  return readAs(pool, lineOf, async (tx) => {
    const { ladder } = await readListFrame(tx, staffId, unitId)
    const runId = (await readLastNight(tx))?.runId ?? 0
    const day = { today, runId, restrictedIn: scope.mayReadProtected ? code : null }
    const due = await callsDue(tx, scope, day, conditionsOf({ ...noFilter, assigned: 'me' }, today, staffId))
    return nextCallOf(due, slotAt(today, time, ladderSettingsFrom(ladder).dayHours), after)
  })
}
