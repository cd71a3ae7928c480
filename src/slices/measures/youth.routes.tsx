/** A youth's measures in the browser: the list, a new one, and what was declined. */
import { isRandomId } from '../../platform/random-id.ts'
import type { z } from 'zod'
import type { Decision } from '../../platform/decision.ts'
import {
  goTo,
  missing,
  page,
  signInAgain,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { emptyDraft, type Draft } from './draft.ts'
import { NewMeasurePage, OfferPage } from './form.views.tsx'
import { ChooseItemPage, MeasuresPage, type ListProps } from './list.views.tsx'
import { newForm, offerForm, strikeOfferForm, type NewForm, type OfferForm } from './measures.forms.ts'
import { typedDraft, writerOf } from './measures-visit.ts'
import type { Item, MeasurableStep } from './measures.types.ts'
import { pageTexts } from './page.texts.ts'
import { listPath } from './parts.views.tsx'
import { fieldsOfStep } from './step.rules.ts'
import { addMeasure, declineOffer, strikeDeclined } from './write.actions.ts'
import {
  readMeasures,
  readNewMeasure,
  type AskedStep,
  type FindStep,
  type NewMeasureRead,
  type WriteRefusal,
  type Written,
  type YouthMeasures,
} from './youth.actions.ts'

type Status = 200 | 409 | 422 | 503
const refusedStatus = { faults: 422, 'note-flags': 422, 'somebody-first': 409, 'step-gone': 409, 'night-is-running': 503 } as const

/** What stands above the page after a refusal that belongs to no field. */
export function saidOfRefusal({ lang }: Visit, reason: WriteRefusal): string | null {
  if (reason === 'somebody-first') return pageTexts[lang].somebodyFirst
  if (reason === 'step-gone') return pageTexts[lang].stepGone
  return reason === 'night-is-running' ? pageTexts[lang].nightRuns : null
}

/** The status of a refusal whose form is shown again. */
export const statusOf = (reason: Exclude<WriteRefusal, 'missing' | 'sign-in-again'>): Exclude<Status, 200> => refusedStatus[reason]

/** The youth's plan, where the step stands. */
const planPath = (subjectId: string): string => `/ungdomar/${subjectId}/plan`

const nameOfYouth = ({ youth }: YouthMeasures): string => `${youth.givenName} ${youth.familyName}`.trim()

/** Reads the youth's measures and draws them. In meeting mode these pages lead back to the youth's own. */
async function around<Found extends YouthMeasures>(
  visit: Visit,
  readYouth: (writer: ReturnType<typeof writerOf>, subjectId: string) => Promise<Decision<Found, 'missing' | 'sign-in-again'>>,
  draw: (read: Found, subjectId: string) => Answer,
): Promise<Answer> {
  const subjectId = visit.params['id']
  if (!isRandomId(subjectId)) return missing
  if (visit.frame.meeting) return goTo(`/ungdomar/${subjectId}`)
  const read = await readYouth(writerOf(visit), subjectId)
  if (!read.granted) return read.reason === 'missing' ? missing : signInAgain
  return draw(read.value, subjectId)
}

const showList = (visit: Visit, shown: Partial<Pick<ListProps, 'striking' | 'problem'>>, status: Status): Promise<Answer> =>
  around(visit, readMeasures, (read, subjectId) => {
    const { frame, today, newOnce } = visit
    const props = { ...read, frame, subjectId, name: nameOfYouth(read), today, newOnce, striking: null, problem: null, ...shown }
    return page(<MeasuresPage {...props} />, status)
  })

type Drafted = { readonly draft: Draft | null; readonly problem: string | null }

/** What is asked for: an item, and the step of the plan that it is to come of. */
type AskedNew = { readonly itemKey: string; readonly asked: AskedStep | null }

function beginsOf({ today }: Visit, { key, department }: Item, step: MeasurableStep | null): Draft {
  const begins = { from: today, responsible: key === 'otherActor' ? 'other' : 'municipality', department: department ?? '' }
  return emptyDraft({ ...begins, ...(step === null ? {} : fieldsOfStep(step, today)) })
}

/** The form of the item; the choice of one when the step is known and the item is not. A step that is gone leads back to the plan. */
function drawNew(visit: Visit, { itemKey, asked }: AskedNew, { draft, problem }: Drafted, read: NewMeasureRead, status: Status): Answer {
  const { frame, today, newOnce } = visit
  const subjectId = visit.params['id'] ?? ''
  const { items, departments, isFollowed } = read
  if (asked !== null && read.step === null && draft === null) return goTo(planPath(subjectId), pageTexts[visit.lang].stepGone)
  const step = asked === null || read.step === null ? null : { stepId: asked.stepId, text: read.step.text }
  const item = items.find(({ key }) => key === itemKey)
  const props = { frame, subjectId, name: nameOfYouth(read), today, isFollowed }
  if (item === undefined) return step === null ? goTo(listPath(subjectId)) : page(<ChooseItemPage {...props} items={items} ofStep={step} />)
  const shown = draft ?? beginsOf(visit, item, read.step)
  return page(<NewMeasurePage {...{ ...props, item, departments, step, problem }} once={newOnce()} draft={shown} />, status)
}

const showNew = (visit: Visit, wanted: AskedNew, drafted: Drafted, status: Status): Promise<Answer> =>
  around(
    visit,
    (writer, subjectId) => readNewMeasure(writer, subjectId, wanted.asked),
    (read) => drawNew(visit, wanted, drafted, read, status),
  )

const showOffer = (visit: Visit, { draft, problem }: Drafted, status: Status): Promise<Answer> =>
  around(visit, readMeasures, (read, subjectId) => {
    const { frame, today, newOnce } = visit
    const { items, reasons } = read
    const props = { frame, subjectId, name: nameOfYouth(read), today, items, reasons, problem, once: newOnce() }
    return page(<OfferPage {...props} draft={draft ?? emptyDraft({ on: today })} />, status)
  })

type Refused = Extract<Written, { readonly granted: false }>

/** The form again after a refusal, with everything that was typed. */
function again(
  visit: Visit,
  written: Refused,
  typed: Typed,
  show: (drafted: Drafted, status: Status) => Promise<Answer>,
): Promise<Answer> | Answer {
  const { reason, faults, flags } = written
  if (reason === 'missing') return missing
  if (reason === 'sign-in-again') return signInAgain
  return show({ draft: typedDraft(visit, typed, faults, flags), problem: saidOfRefusal(visit, reason) }, statusOf(reason))
}

const back = (visit: Visit, notice: string): Answer => goTo(listPath(visit.params['id'] ?? ''), notice)

const askedStep = (stepId: string | null, find: FindStep): AskedStep | null =>
  stepId !== null && isRandomId(stepId) ? { stepId, find } : null

async function add(visit: Visit, { item, step, from, until, noteKept, ...rest }: NewForm, typed: Typed, find: FindStep): Promise<Answer> {
  const subjectId = visit.params['id']
  if (!isRandomId(subjectId)) return missing
  const wish = { ...rest, item, fromOn: from, plannedUntilOn: until, kept: noteKept }
  const asked = askedStep(step, find)
  const written = await addMeasure(writerOf(visit), subjectId, wish, asked)
  const { added } = pageTexts[visit.lang]
  if (written.granted) return asked === null ? back(visit, added) : goTo(planPath(subjectId), added)
  return again(visit, written, typed, (drafted, status) => showNew(visit, { itemKey: item, asked }, drafted, status))
}

async function decline(visit: Visit, { on, noteKept, ...rest }: OfferForm, typed: Typed): Promise<Answer> {
  const subjectId = visit.params['id']
  if (!isRandomId(subjectId)) return missing
  const written = await declineOffer(writerOf(visit), subjectId, { ...rest, offeredOn: on, kept: noteKept })
  if (written.granted) return back(visit, pageTexts[visit.lang].offered)
  return again(visit, written, typed, (drafted, status) => showOffer(visit, drafted, status))
}

async function strike(visit: Visit, { why, noteKept }: z.infer<typeof strikeOfferForm>, typed: Typed): Promise<Answer> {
  const { id: subjectId, offer: offerId } = visit.params
  if (!isRandomId(subjectId) || !isRandomId(offerId)) return missing
  const written = await strikeDeclined(writerOf(visit), subjectId, offerId, { why, kept: noteKept })
  if (written.granted) return back(visit, pageTexts[visit.lang].struckNotice)
  return again(visit, written, typed, ({ draft, problem }, status) =>
    showList(visit, { striking: draft === null ? null : { offerId, draft }, problem }, status),
  )
}

const declared = { permit: 'measures.write', shows: 'person', outlet: 'measures.page' } as const

const typed422 = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Drafted => ({
  draft: typedDraft(visit, typed, problems),
  problem: null,
})

function addNewMeasure(pages: Pages, path: string, find: FindStep): void {
  pages.get(path, declared, (visit) => {
    const wanted = { itemKey: visit.query.get('insats') ?? '', asked: askedStep(visit.query.get('steg'), find) }
    return showNew(visit, wanted, { draft: null, problem: null }, 200)
  })
  pages.post(
    path,
    declared,
    newForm,
    (visit, form, typed) => add(visit, form, typed, find),
    (visit, problems, typed) => {
      const wanted = { itemKey: typedValue(typed, 'item'), asked: askedStep(typedValue(typed, 'step'), find) }
      return showNew(visit, wanted, typed422(visit, problems, typed), 422)
    },
  )
}

/** Registers the pages. */
export function addYouthMeasures(pages: Pages, find: FindStep): void {
  const path = listPath(':id{[0-9a-f-]+}')
  pages.get(path, declared, (visit) => showList(visit, {}, 200))
  addNewMeasure(pages, `${path}/ny`, find)
  pages.get(`${path}/avbojd`, declared, (visit) => showOffer(visit, { draft: null, problem: null }, 200))
  pages.post(`${path}/avbojd`, declared, offerForm, decline, (visit, problems, typed) =>
    showOffer(visit, typed422(visit, problems, typed), 422),
  )
  pages.post(`${path}/avbojd/:offer{[0-9a-f-]+}/stryk`, declared, strikeOfferForm, strike, (visit, problems, typed) =>
    showList(visit, { striking: { offerId: visit.params['offer'] ?? '', draft: typedDraft(visit, typed, problems) } }, 422),
  )
}
