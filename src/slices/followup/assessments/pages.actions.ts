/** Reading the pages of assessments: a youth's, and one with what it is compared with. Each with its line in the module's log. */
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { plusMonths, quarterOf } from '../calendar/month.rules.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import type { Answers, InstrumentVersion } from '../instrument/instrument.types.ts'
import { scoredIn } from '../judgement/decline.rules.ts'
import type { Unreached, Writer } from '../people/people.actions.ts'
import type { Youth } from '../people/people.types.ts'
import { readRoom } from '../people/room.actions.ts'
import { listSignals } from '../signals/signals.store.ts'
import type { Signal } from '../signals/signals.types.ts'
import { openSheet } from './assessments.actions.ts'
import { mayBegin, presenceOf, type Scored } from './assessments.rules.ts'
import { findSheet, listAssessments } from './assessments.store.ts'
import type { Assessment, AssessmentSheet } from './assessments.types.ts'

/** A youth's assessments: those done with their instruments, those only begun, and the quarters that can be begun today. */
export type Assessed = {
  readonly scored: readonly Scored[]
  readonly begun: readonly Assessment[]
  readonly open: readonly PlainDate[]
}

/** In the transaction of whoever shows them. */
export async function loadAssessed(tx: Tx, youth: Youth, today: PlainDate): Promise<Assessed> {
  const assessments = await listAssessments(tx, [youth.id])
  const around = { presence: presenceOf(youth), assessments, today }
  const now = quarterOf(today)
  return {
    scored: scoredIn(assessments, await listInstruments(tx)),
    begun: assessments.filter(({ assessedOn }) => assessedOn === null),
    open: [now, plusMonths(now, -3)].filter((quarter) => mayBegin(quarter, around).granted),
  }
}

export type YouthAssessments = Assessed & { readonly youth: Youth }

export const readAssessments = (pool: Pool, writer: Writer, youthId: string): Promise<YouthAssessments | Unreached> =>
  readRoom(pool, writer, { youthId, action: 'followup.readAssessments' }, async (tx, youth) => ({
    youth,
    ...(await loadAssessed(tx, youth, writer.today)),
  }))

/** An assessment, the one before it, and the signals that it gave. */
export type ReadSheet = {
  readonly youth: Youth
  readonly sheet: AssessmentSheet
  readonly instrument: InstrumentVersion
  readonly before: Scored | null
  /** The answers of the one before. */
  readonly answersBefore: Answers
  readonly signals: readonly Signal[]
}

async function answersOf(tx: Tx, youthId: string, scored: Scored | null): Promise<Answers> {
  const sheet = scored === null ? null : await findSheet(tx, youthId, scored.assessment.assessmentId)
  return sheet?.revisions[0]?.answers ?? {}
}

export const readSheet = (pool: Pool, writer: Writer, youthId: string, assessmentId: string): Promise<ReadSheet | Unreached> =>
  readRoom(pool, writer, { youthId, action: 'followup.readAssessment' }, async (tx, youth) => {
    const opened = await openSheet(tx, youthId, assessmentId)
    if (opened === null) return null
    const scored = scoredIn(await listAssessments(tx, [youthId]), await listInstruments(tx))
    const before = scored.findLast(({ assessment }) => assessment.quarter < opened.sheet.quarter) ?? null
    const signals = (await listSignals(tx, [youthId])).filter(
      ({ origin }) => origin.kind === 'assessment' && origin.assessmentId === assessmentId,
    )
    return { youth, ...opened, before, answersBefore: await answersOf(tx, youthId, before), signals }
  })
