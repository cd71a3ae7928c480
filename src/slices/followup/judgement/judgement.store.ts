/** Monthly judgements, version by version, and positions on an investigation. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { InvestigationDecision, Judgement, JudgementVersion, Progression, TakenPosition } from './judgement.types.ts'

const columns = `j.youth_id as "youthId", j.signal_id as "signalId", s.area, j.month, j.progression, j.ground, j.judged_on as "judgedOn", j.version`

/** The judgements of the youths in their newest versions, by month. The caller has asked whether the reader may see the youths. */
export const listJudgements = (tx: Tx, youthIds: readonly string[]): Promise<(Judgement & { readonly youthId: string })[]> =>
  tx.prepared(
    `select distinct on (j.month, j.signal_id) ${columns} from followup.judgement j join followup.signal s on s.id = j.signal_id
     where j.youth_id = any ($1::uuid[]) order by j.month, j.signal_id, j.version desc`,
    [youthIds],
  )

/** All versions of the youth's judgements, the latest month and the newest version first. */
export const listJudgementVersions = (tx: Tx, youthId: string): Promise<JudgementVersion[]> =>
  tx.prepared(
    `select ${columns}, j.report_id as "reportId", j.report_version as "reportVersion", m.name as "byName",
       to_char(j.saved_at, 'YYYY-MM-DD"T"HH24:MI') as "savedAt"
     from followup.judgement j join followup.signal s on s.id = j.signal_id join followup.member m on m.staff_id = j.by_staff
     where j.youth_id = $1 order by j.month desc, s.area, j.version desc`,
    [youthId],
  )

type NewJudgement = {
  readonly youthId: string
  readonly signalId: string
  readonly month: PlainDate
  readonly version: number
  readonly progression: Progression
  readonly ground: string
  /** The report that was read, in the version that was read; null when none had come. */
  readonly read: { readonly reportId: string; readonly version: number } | null
  readonly by: string
  readonly on: PlainDate
}

export const insertJudgement = (
  tx: Tx,
  { youthId, signalId, month, version, progression, ground, read, by, on }: NewJudgement,
): Promise<unknown> =>
  tx.query(
    `insert into followup.judgement (youth_id, signal_id, month, version, progression, ground, judged_on, report_id, report_version, by_staff, noted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $7)`,
    [youthId, signalId, month, version, progression, ground, on, read?.reportId ?? null, read?.version ?? null, by],
  )

/** The positions taken on the youths, the earliest first. */
export const listDecisions = (tx: Tx, youthIds: readonly string[]): Promise<(TakenPosition & { readonly youthId: string })[]> =>
  tx.prepared(
    `select d.youth_id as "youthId", d.id as "decisionId", d.mark_on as "markOn", d.opens, d.ground, d.decided_on as "decidedOn", m.name as "byName"
     from followup.investigation_decision d join followup.member m on m.staff_id = d.by_staff
     where d.youth_id = any ($1::uuid[]) order by d.decided_on, d.saved_at`,
    [youthIds],
  )

/** Takes a position; its id. */
export async function insertDecision(
  tx: Tx,
  { markOn, opens, ground, decidedOn }: InvestigationDecision,
  { youthId, by }: { readonly youthId: string; readonly by: string },
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into followup.investigation_decision (youth_id, mark_on, opens, ground, decided_on, by_staff, noted_on) values ($1, $2, $3, $4, $5, $6, $5)
     returning id`,
    [youthId, markOn, opens, ground, decidedOn, by],
  )
  return row?.id ?? ''
}
