/** The template's versions, and the monthly reports with theirs. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Recipient } from '../instrument/instrument.types.ts'
import type { Report, ReportTexts, ReportVersion, TemplateSection, TemplateVersion, WrittenReport } from './talks.types.ts'

/** All versions of the template, the first one first. */
export const listTemplates = (tx: Tx): Promise<TemplateVersion[]> =>
  tx.prepared('select version, from_on as "fromOn", sections, by_name as "byName" from followup.template order by version')

export const insertTemplate = (
  tx: Tx,
  sections: readonly TemplateSection[],
  { version, fromOn, byName }: Pick<TemplateVersion, 'version' | 'fromOn' | 'byName'>,
): Promise<unknown> =>
  tx.query('insert into followup.template (version, from_on, sections, by_name) values ($1, $2, $3, $4)', [
    version,
    fromOn,
    JSON.stringify(sections),
    byName,
  ])

const columns = `p.id as "reportId", p.youth_id as "youthId", p.process as recipient, p.month, v.made_on as "madeOn", v.version`
const newest = `join lateral (select n.made_on, n.version from followup.report_version n where n.report_id = p.id order by n.version desc limit 1) v on true`

/** The reports of the youths by month. The caller has asked whether the reader may see the youths. */
export const listReports = (tx: Tx, youthIds: readonly string[]): Promise<(Report & { readonly youthId: string })[]> =>
  tx.prepared(`select ${columns} from followup.report p ${newest} where p.youth_id = any ($1::uuid[]) order by p.month, p.process`, [
    youthIds,
  ])

/** The youth's reports with all their versions, the latest month first. */
export async function listWrittenReports(tx: Tx, youthId: string): Promise<WrittenReport[]> {
  const reports = await tx.prepared<Omit<WrittenReport, 'versions'>>(
    `select ${columns}, p.due_on as "dueOn", p.template_version as "templateVersion", p.areas from followup.report p ${newest}
     where p.youth_id = $1 order by p.month desc, p.process`,
    [youthId],
  )
  const versions = await tx.prepared<ReportVersion & { readonly reportId: string }>(
    `select v.report_id as "reportId", v.version, v.made_on as "madeOn", v.talk_id as "talkId", v.no_talk_why as "noTalkWhy", v.texts, v.why,
       m.name as "byName", to_char(v.saved_at, 'YYYY-MM-DD"T"HH24:MI') as "savedAt"
     from followup.report_version v join followup.member m on m.staff_id = v.by_staff where v.youth_id = $1 order by v.version desc`,
    [youthId],
  )
  return reports.map((report) => ({ ...report, versions: versions.filter(({ reportId }) => reportId === report.reportId) }))
}

type NewReport = {
  readonly youthId: string
  readonly recipient: Recipient
  readonly month: PlainDate
  readonly dueOn: PlainDate
  readonly templateVersion: number
  readonly areas: readonly string[]
  readonly on: PlainDate
}

/** Begins the report of a month; its id. */
export async function insertReport(tx: Tx, { youthId, recipient, month, dueOn, templateVersion, areas, on }: NewReport): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into followup.report (youth_id, process, month, due_on, template_version, areas, noted_on) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [youthId, recipient, month, dueOn, templateVersion, areas, on],
  )
  return row?.id ?? ''
}

type NewVersion = {
  readonly youthId: string
  readonly reportId: string
  readonly version: number
  readonly talkId: string | null
  readonly noTalkWhy: string
  readonly texts: ReportTexts
  readonly why: string
  readonly by: string
  readonly on: PlainDate
}

export const insertReportVersion = (
  tx: Tx,
  { youthId, reportId, version, talkId, noTalkWhy, texts, why, by, on }: NewVersion,
): Promise<unknown> =>
  tx.query(
    `insert into followup.report_version (report_id, youth_id, version, made_on, talk_id, no_talk_why, texts, why, by_staff, noted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $4)`,
    [reportId, youthId, version, on, talkId, noTalkWhy, JSON.stringify(texts), why, by],
  )
