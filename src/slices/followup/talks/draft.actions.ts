/** Saving what is written so far of a report, with its line in the module's log. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import { loadRoutine } from '../instrument/instrument.actions.ts'
import { listRolesOf } from '../people/file.store.ts'
import { changeYouth, type Unreached, type Writer } from '../people/people.actions.ts'
import { listSignals } from '../signals/signals.store.ts'
import { findDraft, saveDraftRow } from './draft.store.ts'
import { reportFrame, type ReportWish, type SaveReportRefusal } from './report.actions.ts'
import { listWrittenReports } from './report.store.ts'
import { mayReport, textProblems } from './talks.rules.ts'
import { listTalks } from './talks.store.ts'

/** `draft`: the version that was seen; 0: none was saved. */
export type DraftWish = Pick<ReportWish, 'recipient' | 'month' | 'talkId' | 'noTalkWhy' | 'texts'> & { readonly draft: number }

/** A talk that is chosen is one of the youth's, called by the process; whether it was held is asked when the report is handed in. */
async function isOwnTalk(tx: Tx, youthId: string, { talkId, recipient }: DraftWish): Promise<boolean> {
  return talkId === null || (await listTalks(tx, [youthId])).some((one) => one.talkId === talkId && one.recipient === recipient)
}

async function decideDraft(
  tx: Tx,
  { reader, today }: Writer,
  youthId: string,
  wish: DraftWish,
): Promise<Decision<number, SaveReportRefusal>> {
  const { recipient, month } = wish
  if (!(await listRolesOf(tx, reader.staffId)).includes(recipient)) return refuse('not-yours')
  const [signals, reports, routine] = [await listSignals(tx, [youthId]), await listWrittenReports(tx, youthId), await loadRoutine(tx)]
  const allowed = mayReport({ month, seen: null, why: '' }, { signals, reports, recipient, today, routine })
  if (!allowed.granted) return allowed
  const before = await findDraft(tx, { youthId, recipient, month })
  if ((before?.version ?? 0) !== wish.draft) return refuse('somebody-else-first')
  const { template, areas } = await reportFrame(tx, { youthId, recipient, month, today })
  if (textProblems(template, areas, wish.texts).some(({ problem }) => problem !== 'required')) return refuse('texts')
  if (!(await isOwnTalk(tx, youthId, wish))) return refuse('talk-not-held')
  const version = wish.draft + 1
  await saveDraftRow(tx, { ...wish, youthId, templateVersion: template.version, version, by: reader.staffId, on: today })
  return grant(version)
}

/** Saves the draft; its version. Refused as handing it in is, save for what is still empty. */
export const saveReportDraft = (
  pool: Pool,
  writer: Writer,
  youthId: string,
  wish: DraftWish,
): Promise<Decision<number, SaveReportRefusal | Unreached>> =>
  changeYouth<number, SaveReportRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.saveReportDraft', detail: () => ({ process: wish.recipient, month: wish.month, seen: wish.draft }) },
    (tx) => decideDraft(tx, writer, youthId, wish),
  )
