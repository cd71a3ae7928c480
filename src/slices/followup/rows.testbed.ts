/** Rows of the work as they are asked for past the rules, and what the database says of them. */
import type { WorkPlace } from './work.testbed.ts'

export type Statement = readonly [text: string, ...values: unknown[]]

/** Whose rows: the youth, a member, an assessment, and the youth's signals by area. */
export type Whose = {
  readonly youthId: string
  readonly by: string
  readonly assessmentId: string
  readonly signals: Readonly<Record<string, string>>
}

/** What the database says of the statements, done one after the other in a transaction that is then undone. */
export async function refusal(work: WorkPlace, ...statements: readonly Statement[]): Promise<string> {
  const undone = new Error('undone')
  return work
    .inside(async (tx) => {
      for (const [text, ...values] of statements) await tx.query(text, values)
      await tx.query('set constraints all immediate')
      throw undone
    })
    .then(
      () => '',
      (thrown: unknown) => (thrown === undone ? 'granted' : thrown instanceof Error ? thrown.message : String(thrown)),
    )
}

export const anAct = (
  whose: Whose,
  area: string,
  seq: number,
  kind: string,
  on: string,
  { ground = 'Bedömt.', to = null }: { ground?: string; to?: string | null } = {},
) =>
  [
    `insert into followup.signal_act (signal_id, youth_id, seq, kind, on_day, ground, to_recipient, by_staff, noted_on) values ($1, $2, $3, $4, $5, $6, $7, $8, '2026-12-31')`,
    whose.signals[area],
    whose.youthId,
    seq,
    kind,
    on,
    ground,
    to,
    whose.by,
  ] as const
export const aRevision = (whose: Whose, revision: number, answers: object, { on = '2026-09-29', why = 'Fel.' } = {}) =>
  [
    `insert into followup.assessment_revision (assessment_id, youth_id, revision, assessed_on, answers, why, by_staff, noted_on) values ($1, $2, $3, $4, $5, $6, $7, '2026-09-30')`,
    whose.assessmentId,
    whose.youthId,
    revision,
    on,
    JSON.stringify(answers),
    why,
    whose.by,
  ] as const
export const aScore = (whose: Whose, revision: number, area: string, points: number) =>
  ['insert into followup.score values ($1, $2, $3, $4, 3, 3)', whose.assessmentId, revision, area, points] as const
export const aSignal = (whose: Whose, area: string, points: number | null, ground: string | null = null) =>
  [
    `insert into followup.signal (youth_id, area, instrument_version, assessment_id, revision, points, threshold, added_ground, recipient, proposed_on, proposed_by, noted_on)
     values ($1, $2, 1, $3, $4, $5, $6, $7, 'housing', '2026-10-01', $8, '2026-10-01')`,
    whose.youthId,
    area,
    points === null ? null : whose.assessmentId,
    points === null ? null : 1,
    points,
    points === null ? null : 1250,
    ground,
    whose.by,
  ] as const
export const aRating = (whose: Whose, on: string, version: number, noted = on) =>
  [
    `insert into followup.rating (id, youth_id, on_day, version, by_staff, noted_on) values ('00000000-0000-4000-8000-00000000000${version}', $1, $2, $3, $4, $5)`,
    whose.youthId,
    on,
    version,
    whose.by,
    noted,
  ] as const
export const rated = (whose: Whose, area: string, points: number, of = area) =>
  [`insert into followup.rated values ('00000000-0000-4000-8000-000000000001', $1, $2, $3)`, whose.signals[of], area, points] as const
export const noTalk = '00000000-0000-4000-8000-0000000000aa'
export const aTalk = (whose: Whose, process: string, called: string, on: string) =>
  [
    // The id is the database's own: a fixed one is given as the owner only.
    `insert into followup.talk (youth_id, process, on_day, at_time, place, called_on, called_by, noted_on) values ($1, $2, $3, '14:00', 'Boendet', $4, $5, $4)`,
    whose.youthId,
    process,
    on,
    called,
    whose.by,
  ] as const
export const aReport = (whose: Whose, process: string, month: string) =>
  [
    `insert into followup.report (youth_id, process, month, due_on, template_version, areas, noted_on) values ($1, $2, $3, $3, 1, '{housing}', '2026-10-20')`,
    whose.youthId,
    process,
    month,
  ] as const
export const aReportVersion = (
  whose: Whose,
  version: number,
  made: string,
  { noTalkWhy = 'Bortrest.', talk = null as string | null, why = '' } = {},
) =>
  [
    `insert into followup.report_version (report_id, youth_id, version, made_on, talk_id, no_talk_why, texts, why, by_staff, noted_on)
     select id, youth_id, $2, $3, $4::uuid, $5, '{}', $6, $7, $3 from followup.report where youth_id = $1`,
    whose.youthId,
    version,
    made,
    talk,
    noTalkWhy,
    why,
    whose.by,
  ] as const
export const aJudgement = (whose: Whose, area: string, month: string, version: number, { on = '2026-11-05', ground = 'Läst.' } = {}) =>
  [
    `insert into followup.judgement (youth_id, signal_id, month, version, progression, ground, judged_on, by_staff, noted_on) values ($1, $2, $3, $4, 'down', $5, $6, $7, $6)`,
    whose.youthId,
    whose.signals[area],
    month,
    version,
    ground,
    on,
    whose.by,
  ] as const
export const aPosition = (whose: Whose, mark: string | null, opens: boolean, on: string) =>
  [
    `insert into followup.investigation_decision (youth_id, mark_on, opens, ground, decided_on, by_staff, noted_on) values ($1, $2, $3, 'Läst.', $4, $5, $4)`,
    whose.youthId,
    mark,
    opens,
    on,
    whose.by,
  ] as const
