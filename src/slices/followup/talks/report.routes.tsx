/** A month's report in the browser: a draft until it is handed in, and corrected with a reason. */
import { z } from 'zod'
import { choiceField, optionalText, wholeField } from '../../../platform/form.ts'
import { parseDate } from '../../../platform/plain-date.ts'
import { goTo, missing, page, problemText, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import type { FieldProblem } from '../../../ui/form.tsx'
import { isUnreached, typedFields, unreached, writerOf, youthIdOf } from '../people/file-visit.ts'
import type { TypedFields } from '../people/particulars.views.tsx'
import { sectionFrameOf } from '../reader.ts'
import { saveReportDraft } from './draft.actions.ts'
import { saveReport, type SaveReportRefusal } from './report.actions.ts'
import { readReport, type ReportAt } from './report-page.actions.ts'
import { readTexts, reportDifferences, reportProblems, savedReport } from './report-form.ts'
import { reportPageTexts } from './report-page.texts.ts'
import { ReportPage } from './report.views.tsx'
import { recipientAt, reportAddress } from './talk-address.ts'

/** The fields of texts are as many as the template has: the rules say what is wrong with them, their length too. */
const form = z
  .object({
    do: choiceField(['draft', 'send']),
    seen: optionalText(9),
    draft: wholeField,
    talk: optionalText(40),
    noTalkWhy: optionalText(500),
    why: optionalText(500),
  })
  .catchall(optionalText(40_000))
type SentReport = z.infer<typeof form>

function atOf(visit: Visit): ReportAt | null {
  const recipient = recipientAt(visit.params['process'] ?? '')
  const month = parseDate(`${visit.params['month'] ?? ''}-01`)
  return recipient === null || month === null ? null : { youthId: youthIdOf(visit), recipient, month }
}

type Refused = {
  readonly typed: TypedFields
  readonly names: readonly string[]
  readonly problems: readonly FieldProblem[]
  readonly reason: SaveReportRefusal | null
}

const overtaken = new Set<SaveReportRefusal | null>(['already-reported', 'somebody-else-first'])

async function show(visit: Visit, refused: Refused | null): Promise<Answer> {
  const at = atOf(visit)
  if (at === null) return missing
  const read = await readReport(visit.place.pool, writerOf(visit), at)
  if (typeof read === 'string') return unreached(read)
  const shown = sectionFrameOf(visit)
  if (refused === null)
    return page(<ReportPage shown={shown} read={read} filled={{ typed: savedReport(read), problems: [] }} differences={null} />)
  const { typed, names, reason, problems } = refused
  const isStale = overtaken.has(reason)
  const told = reason === null || isStale ? problems : reportProblems(read, reason, readTexts(names, typed), visit.lang)
  const differences = isStale ? reportDifferences(read, typed, visit.lang) : null
  return page(<ReportPage shown={shown} read={read} filled={{ typed, problems: told }} differences={differences} />, isStale ? 409 : 422)
}

async function save(visit: Visit, sent: SentReport, fields: Typed): Promise<Answer> {
  const { place, lang } = visit
  const at = atOf(visit)
  if (at === null) return missing
  const [t, typed, names, writer] = [reportPageTexts[lang], typedFields(fields), Object.keys(fields), writerOf(visit)]
  const isNone = sent.talk === 'none'
  const talkId = isNone || sent.talk === '' ? null : sent.talk
  // A reason that belongs to no choice is kept in a draft, and is no reason when a talk was chosen.
  const noTalkWhy = isNone || sent.do === 'draft' ? sent.noTalkWhy : ''
  const common = { ...at, talkId, noTalkWhy, texts: readTexts(names, (name) => typed(name).trim()) }
  const seen = /^\d+$/.test(sent.seen) ? Number(sent.seen) : null
  const decision =
    sent.do === 'draft'
      ? await saveReportDraft(place.pool, writer, at.youthId, { ...common, draft: sent.draft })
      : await saveReport(place.pool, writer, at.youthId, { ...common, seen, why: sent.why, draft: sent.draft })
  if (decision.granted) {
    const said = sent.do === 'draft' ? t.draftSaved : seen === null ? t.sent : t.corrected
    return goTo(reportAddress(at.youthId, at.recipient, at.month), said)
  }
  const { reason } = decision
  if (isUnreached(reason)) return unreached(reason)
  return reason === 'not-yours' ? missing : show(visit, { typed, names, problems: [], reason })
}

/** Registers the page, for the processes that follow up. */
export function addReportPages(pages: Pages): void {
  const one = { permit: 'followup.follow', shows: 'person', outlet: 'followup.page' } as const
  const path = '/uppfoljning/ungdom/:id/rapport/:process/:month'
  pages.get(path, one, (visit) => show(visit, null))
  pages.post(path, one, form, save, (visit, problems, typed) => {
    const told = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
    return show(visit, { typed: typedFields(typed), names: Object.keys(typed), problems: told, reason: null })
  })
}
