/** Everything that is known of youths, and what is due for them: in the transaction of whoever shows it. The youths are those the reader sees. */
import type { Tx } from '../../../platform/db/tx.ts'
import { parseDate, type PlainDate } from '../../../platform/plain-date.ts'
import { presenceOf } from '../assessments/assessments.rules.ts'
import { listAssessments } from '../assessments/assessments.store.ts'
import { loadRoutine } from '../instrument/instrument.actions.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import type { Routine } from '../instrument/routine.types.ts'
import { listDecisions, listJudgements } from '../judgement/judgement.store.ts'
import type { Reader } from '../members/members.types.ts'
import { listYouths } from '../people/people.store.ts'
import { listRatings } from '../ratings/ratings.store.ts'
import { listSignals } from '../signals/signals.store.ts'
import { listReports } from '../talks/report.store.ts'
import { listTalks } from '../talks/talks.store.ts'
import { dueOf } from './due.rules.ts'
import { listPresences } from './due.store.ts'
import type { History, YouthDue } from './due.types.ts'

type OfYouth = { readonly youthId: string }

/** The rows of each youth, in the order they came. */
function byYouth<Row extends OfYouth>(rows: readonly Row[]): (youthId: string) => Row[] {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const own = found.get(row.youthId)
    if (own === undefined) found.set(row.youthId, [row])
    else own.push(row)
  }
  return (youthId) => found.get(youthId) ?? []
}

/** The histories of the youths, by id. The caller has asked whether the reader may see them. */
async function loadHistories(tx: Tx, youthIds: readonly string[]): Promise<ReadonlyMap<string, History>> {
  const instruments = await listInstruments(tx)
  const presences = await listPresences(tx, youthIds)
  const [assessments, signals, ratings] = [
    byYouth(await listAssessments(tx, youthIds)),
    byYouth(await listSignals(tx, youthIds)),
    byYouth(await listRatings(tx, youthIds)),
  ]
  const [talks, reports] = [byYouth(await listTalks(tx, youthIds)), byYouth(await listReports(tx, youthIds))]
  const [judgements, decisions] = [byYouth(await listJudgements(tx, youthIds)), byYouth(await listDecisions(tx, youthIds))]
  return new Map(
    presences.map(({ youthId, ...came }) => [
      youthId,
      {
        presence: presenceOf(came),
        instruments,
        assessments: assessments(youthId),
        signals: signals(youthId),
        ratings: ratings(youthId),
        talks: talks(youthId),
        reports: reports(youthId),
        judgements: judgements(youthId),
        decisions: decisions(youthId),
      },
    ]),
  )
}

/** One youth's history; null when there is no such youth. The caller has asked whether the reader may see the youth. */
export const loadHistory = async (tx: Tx, youthId: string): Promise<History | null> =>
  (await loadHistories(tx, [youthId])).get(youthId) ?? null

const dayIn = (today: string): PlainDate => {
  const day = parseDate(today)
  if (day === null) throw new Error('a reader reads on a day')
  return day
}

/** What is due for the youths here that the reader sees, by name, with the routine it was worked out by. The boards and the reminders ask this. */
export async function loadDue(tx: Tx, reader: Reader): Promise<{ readonly youths: readonly YouthDue[]; readonly routine: Routine }> {
  const youths = await listYouths(tx, reader, { left: false })
  const [routine, histories] = [
    await loadRoutine(tx),
    await loadHistories(
      tx,
      youths.map(({ id }) => id),
    ),
  ]
  const today = dayIn(reader.today)
  return {
    routine,
    youths: youths.flatMap((youth) => {
      const history = histories.get(youth.id)
      return history === undefined ? [] : [{ youth, history, due: dueOf(history, today, routine) }]
    }),
  }
}
