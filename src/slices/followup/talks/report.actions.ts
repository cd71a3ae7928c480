/** Writing the monthly report by the template, and putting a new template in force; each with its line in the module's log. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { loadRoutine, type Setter } from '../instrument/instrument.actions.ts'
import { versionOn } from '../instrument/instrument.rules.ts'
import { holdSettings } from '../instrument/instrument.store.ts'
import type { Recipient } from '../instrument/instrument.types.ts'
import { areSame } from '../instrument/same.rules.ts'
import { change } from '../log.ts'
import { listRolesOf } from '../people/file.store.ts'
import { changeYouth, type Unreached, type Writer } from '../people/people.actions.ts'
import { listSignals } from '../signals/signals.store.ts'
import { dropDraft, findDraft } from './draft.store.ts'
import { reportDueOn } from './report-due.rules.ts'
import { insertReport, insertReportVersion, insertTemplate, listTemplates, listWrittenReports } from './report.store.ts'
import { mayReport, reportable, textProblems, type ReportRefusal } from './talks.rules.ts'
import { listTalks } from './talks.store.ts'
import type { ReportTexts, Template, TemplateVersion, WrittenReport } from './talks.types.ts'
import { templateProblems } from './template.rules.ts'

/** The template in force on the day, for reports that are begun then. */
async function loadTemplate(tx: Tx, on: PlainDate): Promise<TemplateVersion> {
  const found = versionOn(await listTemplates(tx), on)
  if (found === null) throw new Error(`no template is in force on ${on}`)
  return found
}

/** What is written. `seen`: the version that is corrected; null for the month's first. `talkId` null: no talk was held, and `noTalkWhy` says why. */
export type ReportWish = {
  readonly recipient: Recipient
  readonly month: PlainDate
  readonly talkId: string | null
  readonly noTalkWhy: string
  readonly texts: ReportTexts
  readonly seen: number | null
  readonly why: string
  /** The version of the draft that is handed in, 0: none was saved. Left out: whatever draft there is gives way. */
  readonly draft?: number
}

export type SaveReportRefusal = ReportRefusal | 'not-yours' | 'texts' | 'no-talk' | 'talk-not-held'

/** The template and the areas of the month's report: those it was begun with, or those in force now. */
export async function reportFrame(
  tx: Tx,
  {
    youthId,
    recipient,
    month,
    today,
  }: { readonly youthId: string; readonly recipient: Recipient; readonly month: PlainDate; readonly today: PlainDate },
): Promise<{ readonly before: WrittenReport | null; readonly template: TemplateVersion; readonly areas: readonly string[] }> {
  const before = (await listWrittenReports(tx, youthId)).find((one) => one.recipient === recipient && one.month === month) ?? null
  const begunWith = before?.templateVersion ?? (await findDraft(tx, { youthId, recipient, month }))?.templateVersion
  const own = (await listTemplates(tx)).find(({ version }) => version === begunWith)
  const routine = await loadRoutine(tx)
  const areas = before?.areas ?? reportable(await listSignals(tx, [youthId]), recipient, { month, today, routine }).map(({ area }) => area)
  return { before, template: own ?? (await loadTemplate(tx, today)), areas }
}

async function talkRefusal(
  tx: Tx,
  youthId: string,
  { recipient, talkId, noTalkWhy }: ReportWish,
): Promise<'no-talk' | 'talk-not-held' | null> {
  if (talkId === null) return noTalkWhy.trim() === '' ? 'no-talk' : null
  const talk = (await listTalks(tx, [youthId])).find((one) => one.talkId === talkId)
  return talk !== undefined && talk.state === 'held' && talk.recipient === recipient ? null : 'talk-not-held'
}

async function saveTexts(
  tx: Tx,
  { reader, today }: Writer,
  youthId: string,
  wish: ReportWish,
  version: number,
): Promise<Decision<string, SaveReportRefusal>> {
  const { before, template, areas } = await reportFrame(tx, { youthId, recipient: wish.recipient, month: wish.month, today })
  if (textProblems(template, areas, wish.texts).length > 0) return refuse('texts')
  const refusal = await talkRefusal(tx, youthId, wish)
  if (refusal !== null) return refuse(refusal)
  const dueOn = reportDueOn(wish.month, await loadRoutine(tx))
  const begun = { youthId, recipient: wish.recipient, month: wish.month, dueOn, templateVersion: template.version, areas, on: today }
  const reportId = before?.reportId ?? (await insertReport(tx, begun))
  await dropDraft(tx, begun)
  const noTalkWhy = wish.talkId === null ? wish.noTalkWhy.trim() : ''
  const { texts, talkId, why } = wish
  await insertReportVersion(tx, { youthId, reportId, version, talkId, noTalkWhy, texts, why: why.trim(), by: reader.staffId, on: today })
  return grant(reportId)
}

/**
 * Writes the report due on the month's 1st, or corrects it; its id. Refused: `ended` after the signal ended, `not-owed`, `month-ahead`,
 * `already-reported`, `no-why` and the like as `mayReport` says; `texts` (see `textProblems`), `no-talk` (neither a talk nor why there was none),
 * `talk-not-held`, `not-yours` (another process' report).
 */
export const saveReport = (
  pool: Pool,
  writer: Writer,
  youthId: string,
  wish: ReportWish,
): Promise<Decision<string, SaveReportRefusal | Unreached>> =>
  changeYouth<string, SaveReportRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.saveReport', detail: () => ({ process: wish.recipient, month: wish.month, seen: wish.seen }) },
    async (tx) => {
      if (!(await listRolesOf(tx, writer.reader.staffId)).includes(wish.recipient)) return refuse('not-yours')
      const [signals, reports, routine] = [await listSignals(tx, [youthId]), await listWrittenReports(tx, youthId), await loadRoutine(tx)]
      const allowed = mayReport(wish, { signals, reports, recipient: wish.recipient, today: writer.today, routine })
      if (!allowed.granted) return allowed
      const draft = await findDraft(tx, { youthId, ...wish })
      if (wish.draft !== undefined && wish.draft !== (draft?.version ?? 0)) return refuse('somebody-else-first')
      return saveTexts(tx, writer, youthId, wish, allowed.value)
    },
  )

export type TemplateRefusal = 'not-valid' | 'somebody-else-first' | 'nothing-changed'

/** Puts a new version of the template in force from today. Reports that are begun keep theirs. Refused as the instrument is. */
export const saveTemplate = (
  pool: Pool,
  { staffId, name, today }: Setter,
  template: Template,
  seen: number,
): Promise<Decision<number, TemplateRefusal>> =>
  change<number, TemplateRefusal>(
    pool,
    { actor: staffId, action: 'followup.saveTemplate', detail: { seen, sections: template.sections.length } },
    async (tx) => {
      await holdSettings(tx)
      const last = (await listTemplates(tx)).at(-1)
      if (last !== undefined && last.version !== seen) return refuse('somebody-else-first')
      if (templateProblems(template).length > 0) return refuse('not-valid')
      if (last !== undefined && areSame(last.sections, template.sections)) return refuse('nothing-changed')
      const version = (last?.version ?? 0) + 1
      await insertTemplate(tx, template.sections, {
        version,
        fromOn: last !== undefined && last.fromOn > today ? last.fromOn : today,
        byName: name,
      })
      return grant(version)
    },
  )
