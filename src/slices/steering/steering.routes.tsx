/** /styrning: the overview, development items, and the yearly report. */
import { pdfOf } from '../../platform/pdf.ts'
import { isRandomId } from '../../platform/random-id.ts'
import { file, goTo, missing, page, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import { raiseItem, readItem, readReports, takeStep } from './item.actions.ts'
import { typedItem } from './item-draft.ts'
import { ItemPage, RaisePage, type ItemDraft } from './item.views.tsx'
import { addNumberPages } from './number.routes.tsx'
import { itemPath, OverviewPage, yearlyPath } from './overview.views.tsx'
import { addPlanPages, editorOf } from './plan.routes.tsx'
import { steeringPath } from './plan.views.tsx'
import { readOverview } from './steering.actions.ts'
import { itemForm, stepForm, type ItemForm, type StepForm } from './steering.forms.ts'
import { steeringTexts } from './steering.texts.ts'
import { readFigures, readYearly, type Yearly } from './yearly.actions.ts'
import { yearlyMarkup } from './yearly-page.ts'
import { yearFrom } from './yearly.rules.ts'
import { YearlyPage } from './yearly.views.tsx'

async function overview({ frame, today, place, may, newOnce }: Visit): Promise<Answer> {
  const rights = { mayEdit: may('steering.edit'), mayRaise: may('steering.raise'), mayFigures: may('figures.read') }
  return page(<OverviewPage {...{ frame, today, ...rights }} overview={await readOverview(place.pool, today)} once={newOnce()} />)
}

const nothingTyped: ItemDraft = { value: () => '', problems: [] }

async function showRaise({ frame, place, newOnce, query }: Visit, draft: ItemDraft | null, status: 200 | 422 = 200): Promise<Answer> {
  const from: ItemDraft = { value: (field) => (field === 'report' ? (query.get('rapport') ?? '') : ''), problems: [] }
  return page(<RaisePage frame={frame} reports={await readReports(place.pool)} draft={draft ?? from} once={newOnce()} />, status)
}

async function raise(visit: Visit, { report, ...said }: ItemForm, typed: Typed): Promise<Answer> {
  const reportId = report === '' ? null : report
  const again = (field: string, problem: string) => showRaise(visit, typedItem(visit, typed, [{ field, problem }]), 422)
  if (reportId !== null && !isRandomId(reportId)) return again('report', 'no-report')
  const decision = await raiseItem(editorOf(visit), { ...said, reportId, number: null })
  if (decision.granted) return goTo(itemPath(decision.value), steeringTexts[visit.lang].raised)
  return again(decision.reason === 'personal' ? 'why' : 'report', decision.reason)
}

async function showItem(visit: Visit, draft: ItemDraft = nothingTyped, status: 200 | 409 | 422 = 200): Promise<Answer> {
  const { params, place, frame, today, may, newOnce } = visit
  const id = params['id'] ?? ''
  const one = isRandomId(id) ? await readItem(place.pool, id) : null
  if (one === null) return missing
  const rights = { mayStep: may('steering.edit'), mayFigures: may('figures.read') }
  return page(<ItemPage {...{ frame, today, one, draft, ...rights }} once={newOnce()} />, status)
}

async function step(visit: Visit, { seen, ...content }: StepForm, typed: Typed): Promise<Answer> {
  const itemId = visit.params['id'] ?? ''
  if (!isRandomId(itemId)) return missing
  const stepped = await takeStep(editorOf(visit), { itemId, seen }, content)
  if (stepped.granted) return goTo(itemPath(itemId), steeringTexts[visit.lang].stepped)
  if (stepped.reason === 'missing') return missing
  if (stepped.reason === 'faults') return showItem(visit, typedItem(visit, typed, stepped.faults), 422)
  const isFirst = stepped.reason === 'somebody-first'
  return showItem(visit, typedItem(visit, typed, [{ field: isFirst ? 'kind' : 'said', problem: stepped.reason }]), isFirst ? 409 : 422)
}

const yearlyOf = ({ place, query, today }: Visit): Promise<Yearly> => readYearly(place.pool, yearFrom(query.get('ar') ?? '', today), today)

async function yearly(visit: Visit): Promise<Answer> {
  const { frame, today, place, actor } = visit
  const found = await yearlyOf(visit)
  return page(<YearlyPage {...{ frame, today }} yearly={found} figures={await readFigures(place.pool, actor.staffId, found)} />)
}

async function yearlyFile(visit: Visit): Promise<Answer> {
  const { place, lang, actor } = visit
  const found = await yearlyOf(visit)
  const figures = await readFigures(place.pool, actor.staffId, found)
  const bytes = new Uint8Array(pdfOf(yearlyMarkup({ yearly: found, figures, place: place.name, lang })))
  return file(`arsrapport-${found.year}.pdf`, 'application/pdf', bytes)
}

/** Registers the pages. */
export function addSteeringPages(pages: Pages): void {
  const reads = { permit: 'steering.read', shows: 'nothing' } as const
  const raises = { permit: 'steering.raise', shows: 'nothing' } as const
  const counts = { permit: 'figures.read', shows: 'counts', outlet: 'figures.page' } as const
  const item = `${steeringPath}/fragor/:id{[0-9a-f-]{36}}`
  pages.get(steeringPath, reads, overview)
  pages.get(`${steeringPath}/fragor/ny`, raises, (visit) => showRaise(visit, null))
  pages.post(`${steeringPath}/fragor/ny`, raises, itemForm, raise, (visit, problems, typed) =>
    showRaise(visit, typedItem(visit, typed, problems), 422),
  )
  pages.get(item, reads, (visit) => showItem(visit))
  pages.post(`${item}/steg`, { permit: 'steering.edit', shows: 'nothing' }, stepForm, step, (visit, problems, typed) =>
    showItem(visit, typedItem(visit, typed, problems), 422),
  )
  pages.get(yearlyPath, counts, yearly)
  pages.get(`${yearlyPath}/pdf`, counts, yearlyFile)
  addNumberPages(pages)
  addPlanPages(pages)
}
