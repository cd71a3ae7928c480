/** Assessments with their revisions and scores. The newest revision is what holds; the older ones stay. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Answers, AreaScore } from '../instrument/instrument.types.ts'
import type { Assessment, AssessmentSheet, Revision } from './assessments.types.ts'

const scoresOf = (
  alias: string,
): string => `coalesce((select jsonb_agg(jsonb_build_object('area', s.area, 'points', s.points, 'answered', s.answered,
  'asked', s.asked)) from followup.score s where s.assessment_id = ${alias}.assessment_id and s.revision = ${alias}.revision), '[]')`

const columns = `a.id as "assessmentId", a.quarter, a.instrument_version as "instrumentVersion", a.begun_on as "begunOn",
  r.assessed_on as "assessedOn", coalesce(r.revision, 0) as revision, ${scoresOf('r')} as scores`

const newest = `left join lateral (select n.assessment_id, n.revision, n.assessed_on from followup.assessment_revision n
  where n.assessment_id = a.id order by n.revision desc limit 1) r on true`

/** The assessments of the youths, begun and done, by quarter. The caller has asked whether the reader may see the youths. */
export const listAssessments = (tx: Tx, youthIds: readonly string[]): Promise<(Assessment & { readonly youthId: string })[]> =>
  tx.prepared(
    `select a.youth_id as "youthId", ${columns} from followup.assessment a ${newest} where a.youth_id = any ($1::uuid[]) order by a.quarter`,
    [youthIds],
  )

/** One assessment of the youth with everything; null when there is none. */
export async function findSheet(tx: Tx, youthId: string, assessmentId: string): Promise<AssessmentSheet | null> {
  const [row] = await tx.prepared<Omit<AssessmentSheet, 'revisions'>>(
    `select ${columns}, m.name as "begunBy", a.draft, a.version from followup.assessment a ${newest} join followup.member m on m.staff_id = a.begun_by
     where a.youth_id = $1 and a.id = $2`,
    [youthId, assessmentId],
  )
  if (row === undefined) return null
  const revisions = await tx.prepared<Revision>(
    `select v.revision, v.assessed_on as "assessedOn", v.answers, v.note, v.why, m.name as "byName",
       to_char(v.saved_at, 'YYYY-MM-DD"T"HH24:MI') as "savedAt", ${scoresOf('v')} as scores
     from followup.assessment_revision v join followup.member m on m.staff_id = v.by_staff where v.assessment_id = $1 order by v.revision desc`,
    [assessmentId],
  )
  return { ...row, revisions }
}

type Begun = {
  readonly youthId: string
  readonly quarter: PlainDate
  readonly instrumentVersion: number
  readonly by: string
  readonly on: PlainDate
}

/** Begins an assessment; its id. */
export async function insertAssessment(tx: Tx, { youthId, quarter, instrumentVersion, by, on }: Begun): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into followup.assessment (youth_id, quarter, instrument_version, begun_on, begun_by, noted_on) values ($1, $2, $3, $4, $5, $4) returning id`,
    [youthId, quarter, instrumentVersion, on, by],
  )
  return row?.id ?? ''
}

/** Saves the answers so far. The caller has held the youth and seen the version. */
export const saveDraftRow = (tx: Tx, assessmentId: string, draft: Answers, on: PlainDate): Promise<unknown> =>
  tx.query('update followup.assessment set draft = $2, noted_on = greatest(noted_on, $3::date), version = version + 1 where id = $1', [
    assessmentId,
    JSON.stringify(draft),
    on,
  ])

type NewRevision = Pick<Revision, 'revision' | 'assessedOn' | 'answers' | 'note' | 'why' | 'scores'> & {
  readonly youthId: string
  readonly assessmentId: string
  readonly by: string
  readonly on: PlainDate
}

const insertScore = (tx: Tx, assessmentId: string, revision: number, { area, points, answered, asked }: AreaScore): Promise<unknown> =>
  tx.query('insert into followup.score (assessment_id, revision, area, points, answered, asked) values ($1, $2, $3, $4, $5, $6)', [
    assessmentId,
    revision,
    area,
    points,
    answered,
    asked,
  ])

/** Saves a revision with its scores. */
export async function insertRevision(
  tx: Tx,
  { youthId, assessmentId, revision, assessedOn, answers, note, why, scores, by, on }: NewRevision,
): Promise<void> {
  await tx.query(
    `insert into followup.assessment_revision (assessment_id, youth_id, revision, assessed_on, answers, note, why, by_staff, noted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [assessmentId, youthId, revision, assessedOn, JSON.stringify(answers), note, why, by, on],
  )
  for (const score of scores) await insertScore(tx, assessmentId, revision, score)
}
