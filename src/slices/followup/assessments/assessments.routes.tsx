/** A youth's assessments in the browser: begun, filled in bit by bit, done, corrected. */
import { assessmentTexts } from './assessments.texts.ts'
import type { z } from 'zod'
import { parseDate } from '../../../platform/plain-date.ts'
import { goTo, page, problemText, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import type { FieldProblem } from '../../../ui/form.tsx'
import { quarterText } from '../calendar/calendar.texts.ts'
import { isUnreached, typedFields, unreached, writerOf, youthIdOf } from '../people/file-visit.ts'
import { sectionFrameOf } from '../reader.ts'
import { missingFaults, readAnswers } from './answers.rules.ts'
import { beginAssessment, finishAssessment, saveDraft } from './assessments.actions.ts'
import { beginForm, correctionForm, sheetForm, type SheetForm } from './assessments.forms.ts'
import { assessmentPageTexts } from './pages.texts.ts'
import { AssessmentsPage, DonePage, SheetPage } from './assessments.views.tsx'
import { correct, reshowCorrection, showCorrection } from './correction.routes.tsx'
import { answerDifferences, faultsInWords, savedAnswers } from './filling.ts'
import { readAssessments, readSheet, type ReadSheet } from './pages.actions.ts'
import { addRoundPages } from './round.routes.tsx'
import type { Filled } from './sheet.views.tsx'

type Status = 200 | 409 | 422

async function list(visit: Visit, problems: readonly FieldProblem[], status: Status): Promise<Answer> {
  const read = await readAssessments(visit.place.pool, writerOf(visit), youthIdOf(visit))
  if (typeof read === 'string') return unreached(read)
  return page(<AssessmentsPage shown={sectionFrameOf(visit)} read={read} problems={problems} />, status)
}

async function begin(visit: Visit, { quarter }: z.infer<typeof beginForm>): Promise<Answer> {
  const { place, lang } = visit
  const youthId = youthIdOf(visit)
  const decision = await beginAssessment(place.pool, writerOf(visit), youthId, quarter)
  if (decision.granted) return goTo(`/uppfoljning/ungdom/${youthId}/bedomningar/${decision.value}`)
  if (isUnreached(decision.reason)) return unreached(decision.reason)
  const problems = [{ field: 'quarter', text: `${quarterText(quarter, lang)}: ${assessmentTexts[lang].refusals[decision.reason]}` }]
  return list(visit, problems, decision.reason === 'already-begun' ? 409 : 422)
}

const assessmentIn = ({ params }: Visit): string => params['assessment'] ?? ''
const sheetOf = (visit: Visit) => readSheet(visit.place.pool, writerOf(visit), youthIdOf(visit), assessmentIn(visit))

function shownSheet(visit: Visit, read: ReadSheet): Answer {
  const { lang, today } = visit
  const { sheet, instrument } = read
  const shown = sectionFrameOf(visit)
  if (sheet.assessedOn !== null) {
    const now = { assessment: { ...sheet, assessedOn: sheet.assessedOn }, instrument }
    return page(<DonePage shown={shown} read={read} now={now} />)
  }
  const filled = { typed: savedAnswers(sheet.draft, lang, { assessedOn: today }), problems: [] }
  return page(<SheetPage shown={shown} read={read} filled={filled} differences={null} corrects={false} />)
}

async function show(visit: Visit): Promise<Answer> {
  const read = await sheetOf(visit)
  return typeof read === 'string' ? unreached(read) : shownSheet(visit, read)
}

/** The form again with what was typed. `isStale`: beside what somebody else saved. */
function again(visit: Visit, read: ReadSheet, filled: Filled, isStale = false): Answer {
  const { lang } = visit
  const now = savedAnswers(read.sheet.draft, lang)
  const differences = isStale ? answerDifferences(read.instrument, filled.typed, now, lang) : null
  const shown = { shown: sectionFrameOf(visit), read, filled, differences, corrects: false }
  return page(<SheetPage {...shown} />, isStale ? 409 : 422)
}

/** When it was done meanwhile there is no form to go on with: what is done is shown, and what was typed is said not to be saved. */
async function refused(visit: Visit, reason: string, filled: Filled): Promise<Answer> {
  const read = await sheetOf(visit)
  if (typeof read === 'string') return unreached(read)
  if (read.sheet.assessedOn !== null) {
    const text = assessmentTexts[visit.lang].refusals['already-done']
    return page(
      <SheetPage
        shown={sectionFrameOf(visit)}
        read={read}
        filled={{ ...filled, problems: [{ field: 'note', text }] }}
        differences={null}
        corrects={false}
      />,
      409,
    )
  }
  return again(visit, read, filled, reason === 'somebody-else-first')
}

async function finish(visit: Visit, form: SheetForm, read: ReadSheet, typed: Filled['typed']): Promise<Answer> {
  const { place, lang } = visit
  const { instrument, sheet } = read
  const written = readAnswers(instrument, typed)
  const assessedOn = parseDate(form.assessedOn)
  const problems = [
    ...faultsInWords(instrument, [...written.faults, ...missingFaults(instrument, written)], lang),
    ...(assessedOn === null ? [{ field: 'assessedOn', text: problemText(lang, form.assessedOn === '' ? 'required' : 'not-a-date') }] : []),
  ]
  if (assessedOn === null || problems.length > 0) return again(visit, read, { typed, problems })
  const at = { youthId: read.youth.id, assessmentId: sheet.assessmentId, version: form.version }
  const decision = await finishAssessment(place.pool, writerOf(visit), at, { answers: written.answers, assessedOn, note: form.note })
  const path = `/uppfoljning/ungdom/${at.youthId}/bedomningar/${at.assessmentId}`
  if (decision.granted) return goTo(path, assessmentPageTexts[lang].finished(decision.value))
  const { reason } = decision
  if (isUnreached(reason)) return unreached(reason)
  const isStale = reason === 'somebody-else-first'
  return refused(visit, reason, { typed, problems: isStale ? [] : [{ field: 'assessedOn', text: assessmentTexts[lang].refusals[reason] }] })
}

async function save(visit: Visit, form: SheetForm, fields: Typed): Promise<Answer> {
  const { place, lang } = visit
  const read = await sheetOf(visit)
  if (typeof read === 'string') return unreached(read)
  const typed = typedFields(fields)
  if (form.do === 'finish') return finish(visit, form, read, typed)
  const { answers, faults } = readAnswers(read.instrument, typed)
  if (faults.length > 0) return again(visit, read, { typed, problems: faultsInWords(read.instrument, faults, lang) })
  const at = { youthId: read.youth.id, assessmentId: read.sheet.assessmentId, version: form.version }
  const decision = await saveDraft(place.pool, writerOf(visit), at, answers)
  if (decision.granted)
    return goTo(`/uppfoljning/ungdom/${at.youthId}/bedomningar/${at.assessmentId}`, assessmentPageTexts[lang].draftSaved)
  return refused(visit, decision.reason, { typed, problems: [] })
}

async function reshow(visit: Visit, problems: readonly { field: string; problem: string }[], fields: Typed): Promise<Answer> {
  const read = await sheetOf(visit)
  if (typeof read === 'string') return unreached(read)
  const told = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
  return again(visit, read, { typed: typedFields(fields), problems: told })
}

/** Registers the pages of assessments, for the authority process. */
export function addAssessmentPages(pages: Pages): void {
  const one = { permit: 'followup.assess', shows: 'person', outlet: 'followup.page' } as const
  const path = '/uppfoljning/ungdom/:id/bedomningar'
  addRoundPages(pages)
  pages.get(path, one, (visit) => list(visit, [], 200))
  pages.post(path, one, beginForm, begin, (visit, problems) =>
    list(
      visit,
      problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
      422,
    ),
  )
  pages.get(`${path}/:assessment`, one, show)
  pages.post(`${path}/:assessment`, one, sheetForm, save, reshow)
  pages.get(`${path}/:assessment/ratta`, one, (visit) => showCorrection(visit))
  pages.post(`${path}/:assessment/ratta`, one, correctionForm, correct, reshowCorrection)
}
