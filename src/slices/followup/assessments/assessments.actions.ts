/** Beginning, drafting, finishing and correcting an assessment. What is low when it is finished is proposed in the same transaction. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { isRandomId } from '../../../platform/random-id.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import { loadInstrument } from '../instrument/instrument.actions.ts'
import type { Answers, Instrument, InstrumentVersion } from '../instrument/instrument.types.ts'
import { scoresOf, sheetProblems } from '../instrument/score.rules.ts'
import { changeYouth, type Unreached, type Writer } from '../people/people.actions.ts'
import type { Youth } from '../people/people.types.ts'
import { proposalsOf } from '../signals/signals.rules.ts'
import { insertProposal, listSignals } from '../signals/signals.store.ts'
import {
  mayBegin,
  mayCorrect,
  mayFinish,
  presenceOf,
  type BeginRefusal,
  type CorrectionRefusal,
  type DoneRefusal,
} from './assessments.rules.ts'
import { findSheet, insertAssessment, insertRevision, listAssessments, saveDraftRow } from './assessments.store.ts'
import type { AssessmentSheet } from './assessments.types.ts'

/** Begins the assessment of the quarter, with the instrument that is in force today; its id. */
export const beginAssessment = (
  pool: Pool,
  writer: Writer,
  youthId: string,
  quarter: PlainDate,
): Promise<Decision<string, BeginRefusal | Unreached>> =>
  changeYouth<string, BeginRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.beginAssessment', detail: () => ({ quarter }) },
    async (tx, youth) => {
      const { today, reader } = writer
      const assessments = await listAssessments(tx, [youthId])
      const allowed = mayBegin(quarter, { presence: presenceOf(youth), assessments, today })
      if (!allowed.granted) return allowed
      const { version } = await loadInstrument(tx, today)
      return grant(await insertAssessment(tx, { youthId, quarter, instrumentVersion: version, by: reader.staffId, on: today }))
    },
  )

type Opened = { readonly sheet: AssessmentSheet; readonly instrument: InstrumentVersion }

/** The sheet with the instrument it was begun with; null when the youth has no such assessment. */
export async function openSheet(tx: Tx, youthId: string, assessmentId: string): Promise<Opened | null> {
  if (!isRandomId(assessmentId)) return null
  const sheet = await findSheet(tx, youthId, assessmentId)
  const instrument = (await listInstruments(tx)).find(({ version }) => version === sheet?.instrumentVersion)
  return sheet === null || instrument === undefined ? null : { sheet, instrument }
}

type At = { readonly youthId: string; readonly assessmentId: string; readonly version: number }
export type AnswersRefusal = 'items-missing' | 'outside-scale'

/** Whether the answers can be scored: every item on the scale, and as many as the instrument asks for. `sheetProblems` says which. */
function answersRefusal(instrument: Instrument, answers: Answers, isDone: boolean): AnswersRefusal | null {
  const problems = sheetProblems(instrument, answers)
  if (problems.some(({ problem }) => problem === 'outside' || problem === 'off-step')) return 'outside-scale'
  return isDone && problems.length > 0 ? 'items-missing' : null
}

/** Only answers to the instrument's own items are kept. */
const ownAnswers = ({ areas }: Instrument, answers: Answers): Answers =>
  Object.fromEntries(areas.flatMap(({ items }) => items.flatMap(({ key }) => (answers[key] === undefined ? [] : [[key, answers[key]]]))))

type DraftRefusal = 'missing' | 'already-done' | 'somebody-else-first' | 'outside-scale'

/** Saves the answers so far, however many. */
export const saveDraft = (
  pool: Pool,
  writer: Writer,
  { youthId, assessmentId, version }: At,
  answers: Answers,
): Promise<Decision<null, DraftRefusal | Unreached>> =>
  changeYouth<null, DraftRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.draftAssessment', detail: () => ({ assessmentId }) },
    async (tx) => {
      const opened = await openSheet(tx, youthId, assessmentId)
      if (opened === null) return refuse('missing')
      const { sheet, instrument } = opened
      if (sheet.assessedOn !== null) return refuse('already-done')
      if (sheet.version !== version) return refuse('somebody-else-first')
      const refusal = answersRefusal(instrument, answers, false)
      if (refusal !== null) return refuse('outside-scale')
      await saveDraftRow(tx, assessmentId, ownAnswers(instrument, answers), writer.today)
      return grant(null)
    },
  )

type Saved = { readonly answers: Answers; readonly assessedOn: PlainDate; readonly note: string; readonly why: string }

/** Saves a revision and proposes what is low; how many signals are proposed. */
async function saveRevision(tx: Tx, { reader, today }: Writer, youth: Youth, { sheet, instrument }: Opened, saved: Saved): Promise<number> {
  const answers = ownAnswers(instrument, saved.answers)
  const [revision, scores] = [sheet.revision + 1, scoresOf(instrument, answers)]
  const { assessmentId } = sheet
  await insertRevision(tx, { ...saved, youthId: youth.id, assessmentId, revision, answers, scores, by: reader.staffId, on: today })
  const proposals = proposalsOf(instrument, { assessmentId, scores }, await listSignals(tx, [youth.id]))
  for (const proposal of proposals) {
    const from = { assessmentId, revision, instrumentVersion: instrument.version }
    await insertProposal(tx, proposal, from, { youthId: youth.id, by: reader.staffId, on: today })
  }
  return proposals.length
}

export type FinishRefusal = 'missing' | 'somebody-else-first' | DoneRefusal | AnswersRefusal

/**
 * Says that the youth was assessed on the day, with the answers: the scores are saved and what is low is proposed as signals. The number of those.
 * Refused: `items-missing` and `outside-scale` (see `sheetProblems`), and as `mayFinish` says.
 */
export function finishAssessment(
  pool: Pool,
  writer: Writer,
  { youthId, assessmentId, version }: At,
  wish: Omit<Saved, 'why'>,
): Promise<Decision<number, FinishRefusal | Unreached>> {
  let proposed = 0
  return changeYouth<number, FinishRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.finishAssessment', detail: () => ({ assessmentId, proposed }) },
    async (tx, youth) => {
      const opened = await openSheet(tx, youthId, assessmentId)
      if (opened === null) return refuse('missing')
      if (opened.sheet.assessedOn === null && opened.sheet.version !== version) return refuse('somebody-else-first')
      const around = { presence: presenceOf(youth), assessments: await listAssessments(tx, [youthId]), today: writer.today }
      const allowed = mayFinish(opened.sheet, wish.assessedOn, around)
      if (!allowed.granted) return allowed
      const refusal = answersRefusal(opened.instrument, wish.answers, true)
      if (refusal !== null) return refuse(refusal)
      proposed = await saveRevision(tx, writer, youth, opened, { ...wish, why: '' })
      return grant(proposed)
    },
  )
}

type Correction = Omit<Saved, 'assessedOn'>

/** Corrects a done assessment, with a reason: the scores are worked out anew, and what is low now and was not before is proposed. */
export function correctAssessment(
  pool: Pool,
  writer: Writer,
  { youthId, assessmentId, revision }: { readonly youthId: string; readonly assessmentId: string; readonly revision: number },
  wish: Correction,
): Promise<Decision<number, 'missing' | CorrectionRefusal | AnswersRefusal | Unreached>> {
  let proposed = 0
  return changeYouth<number, 'missing' | CorrectionRefusal | AnswersRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.correctAssessment', detail: () => ({ assessmentId, revision, proposed }) },
    async (tx, youth) => {
      const opened = await openSheet(tx, youthId, assessmentId)
      if (opened === null) return refuse('missing')
      const allowed = mayCorrect(opened.sheet, revision, wish.why)
      if (!allowed.granted) return allowed
      const refusal = answersRefusal(opened.instrument, wish.answers, true)
      if (refusal !== null) return refuse(refusal)
      proposed = await saveRevision(tx, writer, youth, opened, { ...wish, assessedOn: opened.sheet.assessedOn ?? writer.today })
      return grant(proposed)
    },
  )
}
