/** Reading a month as the authority process judges it: what was reported and rated, area by area, with a line in the module's log. */
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { loadRoutine } from '../instrument/instrument.actions.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import type { Routine } from '../instrument/routine.types.ts'
import type { Unreached, Writer } from '../people/people.actions.ts'
import type { Youth } from '../people/people.types.ts'
import { readRoom } from '../people/room.actions.ts'
import { listRatings } from '../ratings/ratings.store.ts'
import { listSignals } from '../signals/signals.store.ts'
import { listTemplates, listWrittenReports } from '../talks/report.store.ts'
import type { TemplateVersion, WrittenReport } from '../talks/talks.types.ts'
import { listAssessments } from '../assessments/assessments.store.ts'
import { listJudgements, listJudgementVersions } from './judgement.store.ts'
import type { JudgementVersion } from './judgement.types.ts'
import { monthOfAreas, type AreaMonth } from './month.rules.ts'
import { scoredIn } from './decline.rules.ts'

/** A month: its areas, the reports that came for it, and every version of its judgements. */
export type ReadMonth = {
  readonly youth: Youth
  readonly month: PlainDate
  readonly routine: Routine
  readonly areas: readonly AreaMonth[]
  readonly reports: readonly WrittenReport[]
  readonly templates: readonly TemplateVersion[]
  readonly versions: readonly JudgementVersion[]
}

async function loadMonth(tx: Tx, youth: Youth, month: PlainDate, today: PlainDate): Promise<ReadMonth> {
  const ids = [youth.id]
  const [instruments, routine] = [await listInstruments(tx), await loadRoutine(tx)]
  const [signals, ratings, judgements] = [await listSignals(tx, ids), await listRatings(tx, ids), await listJudgements(tx, ids)]
  const scored = scoredIn(await listAssessments(tx, ids), instruments)
  return {
    youth,
    month,
    routine,
    areas: monthOfAreas({ signals, ratings, judgements, scored, instruments }, month, today, routine),
    reports: (await listWrittenReports(tx, youth.id)).filter((report) => report.month === month),
    templates: await listTemplates(tx),
    versions: (await listJudgementVersions(tx, youth.id)).filter((version) => version.month === month),
  }
}

export const readMonth = (pool: Pool, writer: Writer, youthId: string, month: PlainDate): Promise<ReadMonth | Unreached> =>
  readRoom(pool, writer, { youthId, action: 'followup.readMonth' }, (tx, youth) => loadMonth(tx, youth, month, writer.today))
