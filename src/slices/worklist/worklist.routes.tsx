/** Pages of the lists: the list itself, searching, assigning, files, saved filters. */
import type { z } from 'zod'
import { file, goTo, page, typedValue, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import { timeInSweden } from '../../platform/clock.ts'
import { assignYouths } from './assignment.actions.ts'
import { assignForm } from './assign.forms.ts'
import { AssignedPage, NothingAssignedPage } from './assign.views.tsx'
import { findNextCall } from './call-next.actions.ts'
import { justLoggedIn } from './call-log-address.ts'
import { listFile } from './file.actions.ts'
import { parseView } from './filter.rules.ts'
import { showList, type Reader } from './list.actions.ts'
import { listAddress } from './list-address.ts'
import { FileTooLongPage, ListPage, NoUnitPage } from './list.views.tsx'
import { addSavedPages } from './saved.routes.tsx'
import { searchYouths } from './search.actions.ts'
import { SearchPage } from './search.views.tsx'
import { fileForm, searchForm } from './worklist.forms.ts'
import { worklistTexts } from './worklist.texts.ts'
import type { ListView } from './worklist.types.ts'

const listed = { permit: 'worklist.read', shows: 'persons', outlet: 'worklist.page' } as const
const searched = { permit: 'worklist.read', shows: 'persons', outlet: 'worklist.search' } as const

const readerOf = ({ place, actor, scope, today }: Visit): Reader => ({
  pool: place.pool,
  code: place.code,
  staffId: actor.staffId,
  unitId: actor.unit?.id ?? null,
  scope,
  today,
})

/** A role bound to a unit, and no unit: there is nothing to see, and it is not an empty list. */
const lacksUnit = ({ scope }: Visit): boolean => scope.units?.length === 0

/** The restricted list is only for those with the right: for anybody else there is no such tab. */
const allowed = (view: ListView, { scope }: Visit): ListView =>
  view.tab === 'unconfirmedStay' && !scope.mayReadProtected ? { ...view, tab: 'toAct' } : view

async function answerList(visit: Visit): Promise<Answer> {
  const { frame, query, today, nowMs, actor, scope, may, newOnce } = visit
  if (lacksUnit(visit)) return page(<NoUnitPage frame={frame} />)
  const { view, unread } = parseView(query)
  const shown = await showList(readerOf(visit), allowed(view, visit))
  const rights = {
    mayAssign: may('worklist.assign'),
    mayExport: may('worklist.export'),
    mayShare: may('worklist.share'),
    mayCall: may('outreach.log'),
    mayWrite: may('messages.prepare'),
  }
  const me = { staffId: actor.staffId, unitId: actor.unit?.id ?? null }
  const { mayReadProtected } = scope
  const isFilterOpen = query.get('visa') === 'filter'
  const logged = justLoggedIn(query, nowMs)
  return page(<ListPage {...{ frame, shown, today, me, unread, mayReadProtected, isFilterOpen, logged, newOnce, ...rights }} />)
}

const subjectId = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/

/** On to the quick log of the next to be called; back to the list when there is nobody. `efter`: who was passed over. */
async function answerCallNext(visit: Visit): Promise<Answer> {
  if (lacksUnit(visit)) return page(<NoUnitPage frame={visit.frame} />)
  const t = worklistTexts[visit.lang]
  const after = subjectId.exec(visit.query.get('efter') ?? '')?.[0] ?? null
  const found = await findNextCall(readerOf(visit), timeInSweden(new Date(visit.nowMs)), after)
  if (found.kind === 'call') return goTo(`/ungdomar/${found.subjectId}/kontakter?snabb=1`)
  return goTo('/ungdomar?ansvarig=jag', found.later === 0 ? t.noneToCall : t.someToCallLater(found.later))
}

async function answerSearch(visit: Visit, written: string): Promise<Answer> {
  const { frame, today } = visit
  if (lacksUnit(visit)) return page(<NoUnitPage frame={frame} />)
  const found = await searchYouths(readerOf(visit), written)
  const [first] = found.hits
  const isWhole = found.kind === 'number' || found.kind === 'phone'
  if (isWhole && found.hits.length === 1 && first !== undefined) return goTo(`/ungdomar/${first.subjectId}`)
  const status = found.kind === 'empty' || found.kind === 'too-long' ? 422 : 200
  return page(<SearchPage frame={frame} today={today} written={written.slice(0, 200)} found={found} />, status)
}

const reshowSearch = (visit: Visit, typed: Typed): Answer =>
  page(
    <SearchPage
      frame={visit.frame}
      today={visit.today}
      written={typedValue(typed, 'q').slice(0, 200)}
      found={{ kind: 'too-long', hits: [], isCut: false }}
    />,
    422,
  )

const nothingAssigned = ({ frame }: Visit, typed: Typed): Answer =>
  page(
    <NothingAssignedPage frame={frame} back={listAddress(typedValue(typed, 'view'))} isUnticked={(typed['youth'] ?? []).length === 0} />,
    422,
  )

const fileTooLong = ({ frame }: Visit, back: string): Answer => page(<FileTooLongPage frame={frame} back={back} />, 422)

async function answerAssign(visit: Visit, { youth, to, view }: z.infer<typeof assignForm>, typed: Typed): Promise<Answer> {
  if (youth.length === 0) return nothingAssigned(visit, typed)
  const results = await assignYouths(visit.place.pool, { scope: visit.scope, by: visit.actor.staffId, target: to }, youth)
  return page(<AssignedPage frame={visit.frame} results={results} back={listAddress(view)} />)
}

async function answerFile(visit: Visit, form: z.infer<typeof fileForm>): Promise<Answer> {
  const { view } = parseView(new URLSearchParams(form.view))
  const made = await listFile(readerOf(visit), allowed(view, visit), form.format, visit.lang)
  return made === null ? fileTooLong(visit, listAddress(form.view)) : file(made.name, made.type, made.bytes)
}

/** Registers the pages. */
export function addWorklistPages(pages: Pages): void {
  pages.get('/ungdomar', listed, answerList)
  pages.get('/ungdomar/sok', { permit: 'worklist.read', shows: 'nothing' }, ({ frame, today }) =>
    page(<SearchPage frame={frame} today={today} written="" found={null} />),
  )
  pages.get('/ungdomar/ring-nasta', { ...listed, permit: 'outreach.log' }, answerCallNext)
  pages.post(
    '/ungdomar/sok',
    searched,
    searchForm,
    (visit, { q }) => answerSearch(visit, q),
    async (visit, _, typed) => reshowSearch(visit, typed),
  )
  pages.post('/ungdomar/tilldela', { ...listed, permit: 'worklist.assign' }, assignForm, answerAssign, async (visit, _, typed) =>
    nothingAssigned(visit, typed),
  )
  pages.post('/ungdomar/fil', { permit: 'worklist.export', shows: 'persons', outlet: 'worklist.file' }, fileForm, answerFile)
  addSavedPages(pages)
}
