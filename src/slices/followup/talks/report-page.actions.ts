/** Reading a month's report as it is written: template, draft, talks to build on, and how the days were rated; with a line in the log. */
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { daysLater, earlier } from '../calendar/month.rules.ts'
import { loadRoutine } from '../instrument/instrument.actions.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import type { InstrumentArea, Recipient } from '../instrument/instrument.types.ts'
import { listRolesOf } from '../people/file.store.ts'
import type { Unreached, Writer } from '../people/people.actions.ts'
import type { Youth } from '../people/people.types.ts'
import { readRoom } from '../people/room.actions.ts'
import { areasOf } from '../progress/progress.rules.ts'
import { dayByDay, meanOf } from '../ratings/ratings.rules.ts'
import { listRatings } from '../ratings/ratings.store.ts'
import type { DayRating, RatedDay } from '../ratings/ratings.types.ts'
import { listSignals } from '../signals/signals.store.ts'
import type { ConfirmedSignal } from '../signals/signals.types.ts'
import { findDraft } from './draft.store.ts'
import { reportedDays, reportDueOn, signalsOfReport } from './report-due.rules.ts'
import { reportFrame } from './report.actions.ts'
import { listWrittenReports } from './report.store.ts'
import { mayReport, type ReportRefusal } from './talks.rules.ts'
import { listCalledTalks } from './talks.store.ts'
import type { CalledTalk, ReportDraft, TemplateVersion, WrittenReport } from './talks.types.ts'

/** How an area was rated over the days that the report is about: the days that have one, and how many of all. */
export type AreaRatings = { readonly area: string; readonly mean: ReturnType<typeof meanOf>; readonly days: readonly RatedDay[] }

export type ReadReport = {
  readonly youth: Youth
  readonly recipient: Recipient
  readonly month: PlainDate
  readonly dueOn: PlainDate
  /** Why it cannot be written; null: it can. */
  readonly closed: ReportRefusal | null
  readonly before: WrittenReport | null
  readonly draft: ReportDraft | null
  readonly template: TemplateVersion
  readonly areas: readonly string[]
  readonly instrument: { readonly areas: readonly InstrumentArea[] }
  /** The process’ own talks that were held or are called, the latest first. */
  readonly talks: readonly CalledTalk[]
  readonly ratings: readonly AreaRatings[]
}

export type ReportAt = { readonly youthId: string; readonly recipient: Recipient; readonly month: PlainDate }

/** A talk longer ago than this is no longer what a report is built on. */
const talkDaysBack = 92

function ratingsOf(about: readonly ConfirmedSignal[], ratings: readonly DayRating[], firstOn: PlainDate, lastOn: PlainDate): AreaRatings[] {
  return about.map(({ area, heldFrom }) => {
    const days = dayByDay(ratings, area, heldFrom > firstOn ? heldFrom : firstOn, lastOn)
    return { area, mean: meanOf(days), days }
  })
}

async function loadReport(tx: Tx, { reader, today }: Writer, youth: Youth, { recipient, month }: ReportAt): Promise<ReadReport | null> {
  if (!(await listRolesOf(tx, reader.staffId)).includes(recipient)) return null
  const [youthId, ids] = [youth.id, [youth.id]]
  const [signals, reports, routine] = [await listSignals(tx, ids), await listWrittenReports(tx, youthId), await loadRoutine(tx)]
  const { before, template, areas } = await reportFrame(tx, { youthId, recipient, month, today })
  const allowed = mayReport({ month, seen: before?.version ?? null, why: 'x' }, { signals, reports, recipient, today, routine })
  const about = signalsOfReport(signals, recipient, month, routine)
  const days = reportedDays(about, month, routine)
  const used = before?.versions[0]?.talkId ?? null
  const talks = (await listCalledTalks(tx, youthId)).filter((talk) => talk.recipient === recipient && talk.state !== 'cancelled')
  return {
    youth,
    recipient,
    month,
    dueOn: before?.dueOn ?? reportDueOn(month, routine),
    closed: allowed.granted ? null : allowed.reason,
    before,
    draft: await findDraft(tx, { youthId, recipient, month }),
    template,
    areas,
    instrument: { areas: areasOf(await listInstruments(tx)) },
    talks: talks.filter(({ on, talkId }) => talkId === used || on >= daysLater(month, -talkDaysBack)),
    ratings:
      recipient !== 'housing' || days === null
        ? []
        : ratingsOf(about, await listRatings(tx, ids), days.firstOn, earlier(days.lastOn, today)),
  }
}

/** The report of the reader's own process; missing for everybody else. */
export const readReport = (pool: Pool, writer: Writer, at: ReportAt): Promise<ReadReport | Unreached> =>
  readRoom(pool, writer, { youthId: at.youthId, action: 'followup.readReport' }, (tx, youth) => loadReport(tx, writer, youth, at))
