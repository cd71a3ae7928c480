/** The municipality's catalogue in the browser. */
import type { z } from 'zod'
import { goTo, missing, page, type Answer, type FieldProblem, type Pages, type Typed, type Visit } from '../access/index.ts'
import { addItem, changeItem, readCatalogue, readItem, type ItemSaved } from './catalogue.actions.ts'
import { catalogueTexts } from './catalogue.texts.ts'
import { CataloguePage, ItemPage, type ItemDraft } from './catalogue.views.tsx'
import { contentFrom, rowProblems, saidOfItem } from './item-form.ts'
import { itemForm, type ItemForm } from './measures.forms.ts'
import { wordsOf } from './measures-visit.ts'

type Shown = { readonly draft: ItemDraft | null; readonly problem: string | null }
type Status = 200 | 409 | 422

const keyOf = ({ params }: Visit): string | null => (/^[a-zA-Z0-9]{1,40}$/.test(params['key'] ?? '') ? (params['key'] ?? null) : null)

async function showNew(visit: Visit, { draft, problem }: Shown, status: Status): Promise<Answer> {
  const { place, frame, newOnce, today, may } = visit
  const begins = { values: { from: [today], counts: ['ja'] }, problems: [] }
  const catalogue = await readCatalogue(place.pool)
  return page(
    <ItemPage {...{ frame, catalogue, problem }} of={null} draft={draft ?? begins} once={newOnce()} isAtDesk={may('measures.write')} />,
    status,
  )
}

async function showItem(visit: Visit, { draft, problem }: Shown, status: Status): Promise<Answer> {
  const { place, frame, newOnce, may } = visit
  const key = keyOf(visit)
  const of = key === null ? null : await readItem(place.pool, key)
  if (of === null) return missing
  const asItIs = { values: saidOfItem(of.item), problems: [] }
  return page(
    <ItemPage {...{ frame, of, problem }} catalogue={of} draft={draft ?? asItIs} once={newOnce()} isAtDesk={may('measures.write')} />,
    status,
  )
}

const draftOf = ({ lang }: Visit, typed: Typed, problems: readonly FieldProblem[]): ItemDraft => ({
  values: typed,
  problems: problems.map(({ field, problem }) => ({ field, text: wordsOf(lang, problem) })),
})

type Refused = Extract<ItemSaved, { readonly granted: false }>

function again(visit: Visit, { reason, faults }: Refused, typed: Typed, show: typeof showItem): Promise<Answer> | Answer {
  const texts = catalogueTexts[visit.lang]
  if (reason === 'missing') return missing
  const draft = draftOf(visit, typed, faults)
  if (reason === 'faults') return show(visit, { draft, problem: null }, 422)
  return show(visit, { draft, problem: reason === 'same' ? texts.same : texts.somebodyFirst }, 409)
}

const editorOf = ({ place, actor }: Visit) => ({ pool: place.pool, staffId: actor.staffId, name: actor.name })

async function add(visit: Visit, form: ItemForm, typed: Typed): Promise<Answer> {
  const problems = rowProblems(form)
  if (problems.length > 0) return showNew(visit, { draft: draftOf(visit, typed, problems), problem: null }, 422)
  const saved = await addItem(editorOf(visit), contentFrom(form, 1))
  return saved.granted ? goTo('/atgarder/katalog', catalogueTexts[visit.lang].added) : again(visit, saved, typed, showNew)
}

async function change(visit: Visit, form: ItemForm, typed: Typed): Promise<Answer> {
  const key = keyOf(visit)
  if (key === null) return missing
  const problems = rowProblems(form)
  if (problems.length > 0) return showItem(visit, { draft: draftOf(visit, typed, problems), problem: null }, 422)
  const { version } = form
  const saved = await changeItem(editorOf(visit), { key, version }, contentFrom(form, version + 1))
  return saved.granted ? goTo(`/atgarder/katalog/${key}`, catalogueTexts[visit.lang].saved) : again(visit, saved, typed, showItem)
}

/** Registers the pages. */
export function addCataloguePages(pages: Pages): void {
  const declared = { permit: 'catalogue.edit', shows: 'settings' } as const
  const schema = itemForm as unknown as z.ZodType<ItemForm>
  pages.get('/atgarder/katalog', declared, async ({ place, frame, may }) =>
    page(<CataloguePage frame={frame} catalogue={await readCatalogue(place.pool)} isAtDesk={may('measures.write')} />),
  )
  pages.get('/atgarder/katalog/ny', declared, (visit) => showNew(visit, { draft: null, problem: null }, 200))
  pages.post('/atgarder/katalog/ny', declared, schema, add, (visit, problems, typed) =>
    showNew(visit, { draft: draftOf(visit, typed, problems), problem: null }, 422),
  )
  pages.get('/atgarder/katalog/:key', declared, (visit) => showItem(visit, { draft: null, problem: null }, 200))
  pages.post('/atgarder/katalog/:key', declared, schema, change, (visit, problems, typed) =>
    showItem(visit, { draft: draftOf(visit, typed, problems), problem: null }, 422),
  )
}
