/** /ungdomar/…/overflytt: handing a youth who has moved over, how it ended, and what came from another municipality. */
import { z } from 'zod'
import { choiceField } from '../../platform/form.ts'
import { isRandomId } from '../../platform/random-id.ts'
import { goTo, missing, page, problemText, signInAgain, type Answer, type FieldProblem, type Pages, type Visit } from '../access/index.ts'
import { afterTexts } from './after.texts.ts'
import { takeBackKept } from './kept.actions.ts'
import { closeMove, reopenMove } from './moved.actions.ts'
import { offeringPath } from './moved.views.tsx'
import { OfferingPage } from './offering.views.tsx'
import { offerYouth, readOffering } from './outgoing.actions.ts'
import { idOf, readerOf } from './reader.ts'
import { refusalTexts } from './refusals.texts.ts'
import { transferTexts } from './transfers.texts.ts'
import { closings, type Closing } from './transfers.types.ts'

type Problems = readonly { readonly field: string; readonly text: string }[]

async function offering(visit: Visit, refusal: string | null, problems: Problems = []): Promise<Answer> {
  const subjectId = idOf(visit)
  if (subjectId === null) return missing
  const found = await readOffering(readerOf(visit), subjectId)
  if (found === 'missing') return missing
  if (found === 'sign-in-again') return signInAgain
  const { frame, today, newOnce } = visit
  const status = problems.length > 0 ? 422 : refusal === null ? 200 : 409
  return page(<OfferingPage {...{ frame, today, refusal, problems, newOnce }} offering={found} />, status)
}

async function offer(visit: Visit): Promise<Answer> {
  const subjectId = idOf(visit)
  if (subjectId === null) return missing
  const decision = await offerYouth(readerOf(visit), subjectId)
  const texts = transferTexts[visit.lang]
  if (decision.granted) return goTo(offeringPath(subjectId), texts.offered)
  return decision.reason === 'missing' ? missing : offering(visit, refusalTexts[visit.lang].offering[decision.reason])
}

async function close(visit: Visit, outcome: Closing): Promise<Answer> {
  const subjectId = idOf(visit)
  if (subjectId === null) return missing
  const decision = await closeMove(readerOf(visit), subjectId, outcome)
  if (decision.granted) return goTo(offeringPath(subjectId), afterTexts[visit.lang].closed)
  if (decision.reason === 'missing') return missing
  if (decision.reason === 'sign-in-again') return signInAgain
  return offering(visit, refusalTexts[visit.lang].closing[decision.reason])
}

async function reopen(visit: Visit): Promise<Answer> {
  const subjectId = idOf(visit)
  if (subjectId === null) return missing
  const decision = await reopenMove(readerOf(visit), subjectId)
  if (decision.granted) return goTo(offeringPath(subjectId), afterTexts[visit.lang].closed)
  return decision.reason === 'missing' ? missing : signInAgain
}

async function takeBack(visit: Visit): Promise<Answer> {
  const subjectId = idOf(visit)
  const keptId = visit.params['kept'] ?? ''
  if (subjectId === null || !isRandomId(keptId)) return missing
  const decision = await takeBackKept(readerOf(visit), subjectId, keptId)
  return decision.granted ? goTo(offeringPath(subjectId), afterTexts[visit.lang].takenBack) : missing
}

const inWords = (visit: Visit, problems: readonly FieldProblem[]): Problems =>
  problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))

/** Registers the pages. */
export function addMovedPages(pages: Pages): void {
  const person = { permit: 'transfers.work', shows: 'person', outlet: 'transfers.page' } as const
  const path = '/ungdomar/:id{[0-9a-f-]+}/overflytt'
  const nothing = z.strictObject({})
  const closeForm = z.strictObject({ outcome: choiceField(closings) })
  pages.get(path, person, (visit) => offering(visit, null))
  pages.post(path, person, nothing, offer)
  pages.post(
    `${path}/slut`,
    person,
    closeForm,
    (visit, { outcome }) => close(visit, outcome),
    (visit, problems) => offering(visit, null, inWords(visit, problems)),
  )
  pages.post(`${path}/oppna`, person, nothing, reopen)
  pages.post(`${path}/inlagt/:kept{[0-9a-f-]+}/aterta`, person, nothing, takeBack)
}
