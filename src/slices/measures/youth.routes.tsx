/** A youth's measures in the browser: the list, a new one, and what was declined. */
import type { z } from 'zod'
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
import { MeasuresPage, type ListProps } from './list.views.tsx'
import { newForm, offerForm, strikeOfferForm, type NewForm, type OfferForm } from './measures.forms.ts'
import { isRandomId, typedDraft, writerOf } from './measures-visit.ts'
import { pageTexts } from './page.texts.ts'
import { listPath } from './parts.views.tsx'
import { addMeasure, declineOffer, strikeDeclined } from './write.actions.ts'
import { readMeasures, type WriteRefusal, type Written, type YouthMeasures } from './youth.actions.ts'

type Status = 200 | 409 | 422 | 503
const refusedStatus = { faults: 422, 'note-flags': 422, 'somebody-first': 409, 'night-is-running': 503 } as const

/** What stands above the page after a refusal that belongs to no field. */
export function saidOfRefusal({ lang }: Visit, reason: WriteRefusal): string | null {
  if (reason === 'somebody-first') return pageTexts[lang].somebodyFirst
  return reason === 'night-is-running' ? pageTexts[lang].nightRuns : null
}

/** The status of a refusal whose form is shown again. */
export const statusOf = (reason: Exclude<WriteRefusal, 'missing' | 'sign-in-again'>): Exclude<Status, 200> => refusedStatus[reason]

const nameOfYouth = ({ youth }: YouthMeasures): string => `${youth.givenName} ${youth.familyName}`.trim()

/** Reads the youth's measures and draws them. In meeting mode these pages lead back to the youth's own. */
async function around(visit: Visit, draw: (read: YouthMeasures, subjectId: string) => Answer): Promise<Answer> {
  const subjectId = visit.params['id']
  if (!isRandomId(subjectId)) return missing
  if (visit.frame.meeting) return goTo(`/ungdomar/${subjectId}`)
  const read = await readMeasures(writerOf(visit), subjectId)
  if (!read.granted) return read.reason === 'missing' ? missing : signInAgain
  return draw(read.value, subjectId)
}

const showList = (visit: Visit, shown: Partial<Pick<ListProps, 'striking' | 'problem'>>, status: Status): Promise<Answer> =>
  around(visit, (read, subjectId) => {
    const { frame, today, newOnce } = visit
    const props = { ...read, frame, subjectId, name: nameOfYouth(read), today, newOnce, striking: null, problem: null, ...shown }
    return page(<MeasuresPage {...props} />, status)
  })

type Drafted = { readonly draft: Draft | null; readonly problem: string | null }

const showNew = (visit: Visit, itemKey: string, { draft, problem }: Drafted, status: Status): Promise<Answer> =>
  around(visit, (read, subjectId) => {
    const { frame, today, newOnce } = visit
    const item = read.items.find(({ key }) => key === itemKey)
    if (item === undefined) return goTo(listPath(subjectId))
    const begins = { from: today, responsible: item.key === 'otherActor' ? 'other' : 'municipality', department: item.department ?? '' }
    const { departments, isFollowed } = read
    const props = { frame, subjectId, name: nameOfYouth(read), today, item, departments, isFollowed, problem, once: newOnce() }
    return page(<NewMeasurePage {...props} draft={draft ?? emptyDraft(begins)} />, status)
  })

const showOffer = (visit: Visit, { draft, problem }: Drafted, status: Status): Promise<Answer> =>
  around(visit, (read, subjectId) => {
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

async function add(visit: Visit, { item, from, until, noteKept, ...rest }: NewForm, typed: Typed): Promise<Answer> {
  const subjectId = visit.params['id']
  if (!isRandomId(subjectId)) return missing
  const wish = { ...rest, item, fromOn: from, plannedUntilOn: until, kept: noteKept }
  const written = await addMeasure(writerOf(visit), subjectId, wish)
  if (written.granted) return back(visit, pageTexts[visit.lang].added)
  return again(visit, written, typed, (drafted, status) => showNew(visit, item, drafted, status))
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

const typed422 = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Drafted => ({
  draft: typedDraft(visit, typed, problems),
  problem: null,
})

/** Registers the pages. */
export function addYouthMeasures(pages: Pages): void {
  const declared = { permit: 'measures.write', shows: 'person', outlet: 'measures.page' } as const
  const path = listPath(':id{[0-9a-f-]+}')
  pages.get(path, declared, (visit) => showList(visit, {}, 200))
  pages.get(`${path}/ny`, declared, (visit) => showNew(visit, visit.query.get('insats') ?? '', { draft: null, problem: null }, 200))
  pages.post(`${path}/ny`, declared, newForm, add, (visit, problems, typed) =>
    showNew(visit, typedValue(typed, 'item'), typed422(visit, problems, typed), 422),
  )
  pages.get(`${path}/avbojd`, declared, (visit) => showOffer(visit, { draft: null, problem: null }, 200))
  pages.post(`${path}/avbojd`, declared, offerForm, decline, (visit, problems, typed) =>
    showOffer(visit, typed422(visit, problems, typed), 422),
  )
  pages.post(`${path}/avbojd/:offer{[0-9a-f-]+}/stryk`, declared, strikeOfferForm, strike, (visit, problems, typed) =>
    showList(visit, { striking: { offerId: visit.params['offer'] ?? '', draft: typedDraft(visit, typed, problems) } }, 422),
  )
}
