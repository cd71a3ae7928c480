/** Positions on opening an investigation in the browser. */
import { judgementTexts } from './judgement.texts.ts'
import { z } from 'zod'
import { choiceField, optionalDate, optionalText } from '../../../platform/form.ts'
import { goTo, page, problemText, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import { isUnreached, typedFields, unreached, writerOf, youthIdOf } from '../people/file-visit.ts'
import { sectionFrameOf } from '../reader.ts'
import { readInvestigation } from './investigation.actions.ts'
import { InvestigationPage, type DecisionDraft } from './investigation.views.tsx'
import { decideInvestigation } from './judgement.actions.ts'
import { judgementPageTexts } from './pages.texts.ts'

const form = z.strictObject({ mark: optionalDate, opens: choiceField(['yes', 'no']), ground: optionalText(2000) })

async function show(visit: Visit, draft: DecisionDraft | null, status: 200 | 409 | 422): Promise<Answer> {
  const read = await readInvestigation(visit.place.pool, writerOf(visit), youthIdOf(visit))
  if (typeof read === 'string') return unreached(read)
  return page(<InvestigationPage shown={sectionFrameOf(visit)} read={read} draft={draft} />, status)
}

async function decide(visit: Visit, { mark, opens, ground }: z.infer<typeof form>, typed: Typed): Promise<Answer> {
  const { place, lang } = visit
  const youthId = youthIdOf(visit)
  const decision = await decideInvestigation(place.pool, writerOf(visit), youthId, { markOn: mark, opens: opens === 'yes', ground })
  if (decision.granted) return goTo(`/uppfoljning/ungdom/${youthId}/utredning`, judgementPageTexts[lang].tookIt)
  const { reason } = decision
  if (isUnreached(reason)) return unreached(reason)
  const problems = [{ field: reason === 'no-ground' ? 'ground' : 'mark', text: judgementTexts[lang].deciding[reason] }]
  const isLate = reason === 'already-decided' || reason === 'already-open'
  return show(visit, { typed: typedFields(typed), problems }, isLate ? 409 : 422)
}

/** Registers the page, for the authority process. */
export function addInvestigationPages(pages: Pages): void {
  const one = { permit: 'followup.judge', shows: 'person', outlet: 'followup.page' } as const
  const path = '/uppfoljning/ungdom/:id/utredning'
  pages.get(path, one, (visit) => show(visit, null, 200))
  pages.post(path, one, form, decide, (visit, problems, typed) => {
    const told = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
    return show(visit, { typed: typedFields(typed), problems: told }, 422)
  })
}
