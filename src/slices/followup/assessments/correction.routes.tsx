/** Correcting an assessment that is done: a new revision with its reason; what stood before stays. */
import { assessmentTexts } from './assessments.texts.ts'
import { goTo, page, problemText, type Answer, type Typed, type Visit } from '../../access/index.ts'
import type { FieldProblem } from '../../../ui/form.tsx'
import { isUnreached, typedFields, unreached, writerOf, youthIdOf } from '../people/file-visit.ts'
import { sectionFrameOf } from '../reader.ts'
import { missingFaults, readAnswers } from './answers.rules.ts'
import { correctAssessment } from './assessments.actions.ts'
import type { CorrectionForm } from './assessments.forms.ts'
import { assessmentPageTexts } from './pages.texts.ts'
import { SheetPage } from './assessments.views.tsx'
import { answerDifferences, faultsInWords, savedAnswers } from './filling.ts'
import { readSheet } from './pages.actions.ts'
import type { Filled } from './sheet.views.tsx'

type Draft = { readonly typed: Filled['typed']; readonly problems: readonly FieldProblem[]; readonly isStale: boolean }

const pathOf = (visit: Visit): string => `/uppfoljning/ungdom/${youthIdOf(visit)}/bedomningar/${visit.params['assessment'] ?? ''}`
const sheetOf = (visit: Visit) => readSheet(visit.place.pool, writerOf(visit), youthIdOf(visit), visit.params['assessment'] ?? '')

/** The form with what holds now, or with what was typed. One that is not done has nothing to correct: its own page says so. */
export async function showCorrection(visit: Visit, draft: Draft | null = null): Promise<Answer> {
  const { lang } = visit
  const read = await sheetOf(visit)
  if (typeof read === 'string') return unreached(read)
  const newest = read.sheet.revisions[0]
  if (newest === undefined) return goTo(pathOf(visit), assessmentTexts[lang].refusals['not-done'])
  const saved = savedAnswers(newest.answers, lang, { note: newest.note })
  const filled = { typed: draft?.typed ?? saved, problems: draft?.problems ?? [] }
  const differences = draft?.isStale === true ? answerDifferences(read.instrument, filled.typed, saved, lang) : null
  const shown = { shown: sectionFrameOf(visit), read, filled, differences, corrects: true }
  return page(<SheetPage {...shown} />, draft === null ? 200 : draft.isStale ? 409 : 422)
}

export const reshowCorrection = (visit: Visit, problems: readonly { field: string; problem: string }[], fields: Typed): Promise<Answer> =>
  showCorrection(visit, {
    typed: typedFields(fields),
    problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
    isStale: false,
  })

export async function correct(visit: Visit, { version, why, note }: CorrectionForm, fields: Typed): Promise<Answer> {
  const { place, lang } = visit
  const read = await sheetOf(visit)
  if (typeof read === 'string') return unreached(read)
  const typed = typedFields(fields)
  const t = assessmentPageTexts[lang]
  const written = readAnswers(read.instrument, typed)
  const problems = [
    ...faultsInWords(read.instrument, [...written.faults, ...missingFaults(read.instrument, written)], lang),
    ...(why === '' ? [{ field: 'why', text: assessmentTexts[lang].refusals['no-why'] }] : []),
  ]
  if (problems.length > 0) return showCorrection(visit, { typed, problems, isStale: false })
  const at = { youthId: read.youth.id, assessmentId: read.sheet.assessmentId, revision: version }
  const decision = await correctAssessment(place.pool, writerOf(visit), at, { answers: written.answers, note, why })
  if (decision.granted) return goTo(pathOf(visit), t.corrected)
  const { reason } = decision
  if (isUnreached(reason)) return unreached(reason)
  if (reason === 'somebody-else-first') return showCorrection(visit, { typed, problems: [], isStale: true })
  return showCorrection(visit, { typed, problems: [{ field: 'why', text: assessmentTexts[lang].refusals[reason] }], isStale: false })
}
