/** What is written so far of a report that is not handed in: one draft for each youth, process and month. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Recipient } from '../instrument/instrument.types.ts'
import type { ReportDraft, ReportTexts } from './talks.types.ts'

type Of = { readonly youthId: string; readonly recipient: Recipient; readonly month: PlainDate }

const columns = `d.process as recipient, d.month, d.template_version as "templateVersion", d.talk_id as "talkId", d.no_talk_why as "noTalkWhy", d.texts,
  d.version, m.name as "byName", to_char(d.saved_at, 'YYYY-MM-DD"T"HH24:MI') as "savedAt"`

/** The youth's drafts, the latest month first. The caller has asked whether the reader may see the youth, and works in the process. */
export const listDrafts = (tx: Tx, youthId: string): Promise<ReportDraft[]> =>
  tx.prepared(
    `select ${columns} from followup.report_draft d join followup.member m on m.staff_id = d.by_staff where d.youth_id = $1 order by d.month desc`,
    [youthId],
  )

/** The draft of the report; null when there is none. */
export const findDraft = async (tx: Tx, { youthId, recipient, month }: Of): Promise<ReportDraft | null> =>
  (await listDrafts(tx, youthId)).find((one) => one.recipient === recipient && one.month === month) ?? null

type NewDraft = Of & {
  readonly templateVersion: number
  readonly talkId: string | null
  readonly noTalkWhy: string
  readonly texts: ReportTexts
  readonly version: number
  readonly by: string
  readonly on: PlainDate
}

/** Saves the draft in its version, over the one before. */
export const saveDraftRow = (tx: Tx, draft: NewDraft): Promise<unknown> =>
  tx.query(
    `insert into followup.report_draft as d (youth_id, process, month, template_version, talk_id, no_talk_why, texts, version, by_staff, noted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (youth_id, process, month) do update set talk_id = excluded.talk_id, no_talk_why = excluded.no_talk_why, texts = excluded.texts,
       version = excluded.version, by_staff = excluded.by_staff, noted_on = greatest(d.noted_on, excluded.noted_on), saved_at = clock_timestamp()`,
    [
      draft.youthId,
      draft.recipient,
      draft.month,
      draft.templateVersion,
      draft.talkId,
      draft.noTalkWhy,
      JSON.stringify(draft.texts),
      draft.version,
      draft.by,
      draft.on,
    ],
  )

/** Takes the draft away: the report is handed in. */
export const dropDraft = (tx: Tx, { youthId, recipient, month }: Of): Promise<unknown> =>
  tx.query('delete from followup.report_draft where youth_id = $1 and process = $2 and month = $3', [youthId, recipient, month])
