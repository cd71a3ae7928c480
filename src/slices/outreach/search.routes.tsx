/** /uppsok/saknar-nummer and /uppsok/utbyte: searching for numbers, and what it gave. */
import { isRandomId } from '../../platform/random-id.ts'
import type { Decision } from '../../platform/decision.ts'
import { dateOf, dayOf, parseDate, plusDays } from '../../platform/plain-date.ts'
import {
  goTo,
  missing,
  page,
  problemText,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { readerOf } from './contact-visit.ts'
import { readWay } from './ledger.forms.ts'
import { ledgerTexts } from './ledger.texts.ts'
import { readNumberless, searchFound, searchInVain, showYield, undoSearch, type SearchRefusal } from './search.actions.ts'
import { searchForm, undoForm, type SearchForm, type UndoForm } from './search.forms.ts'
import { schoolYearTo } from './search.rules.ts'
import { searchTexts } from './search.texts.ts'
import { searchViews, type SearchView, type YieldPeriod } from './search.types.ts'
import { NumberlessPage, searchPath, viewOf, type SearchDraft } from './search.views.tsx'
import { YieldPage, type AskedPeriod } from './search-yield.views.tsx'

type Place = { readonly view: SearchView; readonly page: number }
type Status = 200 | 422 | 503

async function show(visit: Visit, place: Place, draft: SearchDraft | null, status: Status): Promise<Answer> {
  const { frame, lang, today, actor, scope, newOnce } = visit
  const list = await readNumberless(readerOf(visit), place)
  const told = { lang, today }
  const hasNoUnit = scope.units?.length === 0
  return page(
    <NumberlessPage {...{ frame, told, list, draft, hasNoUnit, newOnce }} view={place.view} page={place.page} staffId={actor.staffId} />,
    status,
  )
}

const pageOf = (text: string | null): number => Math.min(Math.max(1, Math.trunc(Number(text)) || 1), 10_000)

/** Back to the list, where the work goes on. */
const back = ({ view, page: shown, next }: Pick<SearchForm, 'view' | 'page' | 'next'>, notice: string): Answer =>
  goTo(`${searchPath(view, shown)}${isRandomId(next) ? `#u-${next}` : ''}`, notice)

const wordsOf = (lang: Visit['lang'], problem: string): string => {
  const own: Readonly<Record<string, string>> = { ...ledgerTexts[lang].problems, ...searchTexts[lang].problems }
  return own[problem] ?? problemText(lang, problem)
}

const subjectOf = ({ params }: Visit): string => params['id'] ?? ''

/** The list again, with what is wrong in the row that it is wrong in. */
const refusedIn = (visit: Visit, form: Pick<SearchForm, 'view' | 'page' | 'found' | 'step'>, problem: string): Promise<Answer> =>
  show(
    visit,
    form,
    { subjectId: subjectOf(visit), found: form.found, step: form.step, problem: wordsOf(visit.lang, problem) },
    problem === 'night-is-running' ? 503 : 422,
  )

function answer(
  visit: Visit,
  form: SearchForm,
  decision: Decision<{ readonly name: string }, SearchRefusal | 'already-there'>,
  saved: (step: string) => string,
): Answer | Promise<Answer> {
  if (decision.granted) return back(form, saved(decision.value.name))
  return decision.reason === 'missing' ? missing : refusedIn(visit, form, decision.reason)
}

async function search(visit: Visit, form: SearchForm): Promise<Answer> {
  const subjectId = subjectOf(visit)
  if (!isRandomId(subjectId)) return missing
  const t = searchTexts[visit.lang]
  if (form.nothing !== '') return answer(visit, form, await searchInVain(readerOf(visit), subjectId, form.nothing), t.saved)
  if (form.found === '') return refusedIn(visit, form, 'required')
  if (form.step === '') return refusedIn(visit, form, 'choose-step')
  const read = readWay(form.found, 'phone')
  if (!read.granted) return refusedIn(visit, form, read.reason)
  return answer(visit, form, await searchFound(readerOf(visit), subjectId, form.step, read.value), t.savedFind)
}

async function undo(visit: Visit, form: UndoForm): Promise<Answer> {
  const subjectId = subjectOf(visit)
  if (!isRandomId(subjectId) || !isRandomId(form.search)) return missing
  const decision = await undoSearch(readerOf(visit), subjectId, form.search)
  if (decision.granted) return back(form, searchTexts[visit.lang].undone)
  return decision.reason === 'missing' ? missing : refusedIn(visit, { ...form, found: '', step: '' }, decision.reason)
}

const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> => {
  const view = searchViews.find((one) => one === typedValue(typed, 'view')) ?? 'all'
  const form = {
    view,
    page: pageOf(typedValue(typed, 'page')),
    found: typedValue(typed, 'found').slice(0, 300),
    step: typedValue(typed, 'step'),
  }
  return refusedIn(visit, form, problems[0]?.problem ?? 'required')
}

/** The period that the address asks for; the school year so far when it asks for none, or for none that can be read. */
function periodOf({ query, today }: Visit): { period: YieldPeriod; asked: AskedPeriod } {
  const shipped = schoolYearTo(today)
  const [from, until] = [query.get('fran') ?? '', query.get('till') ?? '']
  const [first, last] = [parseDate(from === '' ? shipped.fromOn : from), parseDate(until === '' ? today : until)]
  if (first === null || last === null || first > last) return { period: shipped, asked: { from, until, isUnread: true } }
  return { period: { fromOn: first, untilOn: dateOf(plusDays(dayOf(last), 1)) }, asked: { from: first, until: last, isUnread: false } }
}

async function yieldPage(visit: Visit): Promise<Answer> {
  const { period, asked } = periodOf(visit)
  const shown = await showYield(readerOf(visit), period)
  return page(<YieldPage frame={visit.frame} shown={shown} asked={asked} />, asked.isUnread ? 422 : 200)
}

/** The list, its forms, and the yield. */
export function addSearchPages(pages: Pages): void {
  const declared = { permit: 'outreach.log', shows: 'persons', outlet: 'outreach.page' } as const
  const path = '/uppsok/saknar-nummer'
  pages.get(path, declared, (visit) =>
    show(visit, { view: viewOf(visit.query.get('visa')), page: pageOf(visit.query.get('sida')) }, null, 200),
  )
  pages.post(`${path}/:id{[0-9a-f-]+}`, declared, searchForm, (visit, form) => search(visit, form), reshow)
  pages.post(`${path}/:id{[0-9a-f-]+}/angra`, declared, undoForm, (visit, form) => undo(visit, form), reshow)
  pages.get('/uppsok/utbyte', { permit: 'outreach.log', shows: 'counts', outlet: 'outreach.page' }, yieldPage)
}
