/** /styrning/fragor/ur-tal: an item raised from a number, counted now or published. */
import { goTo, missing, page, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import { raiseItem } from './item.actions.ts'
import type { ItemDraft } from './item.views.tsx'
import { raisedNumber } from './number-words.ts'
import { readRaisedFrom, type NumberReader } from './number.actions.ts'
import { numberLookedAt, numbersToChoose } from './number.rules.ts'
import { fromNumberPath, RaiseFromNumberPage } from './number.views.tsx'
import { itemPath } from './overview.views.tsx'
import { editorOf } from './plan.routes.tsx'
import { typedItem } from './item-draft.ts'
import { fromNumberForm, type FromNumberForm } from './steering.forms.ts'
import { steeringTexts } from './steering.texts.ts'

const readerOf = ({ place, scope, actor, today }: Visit): NumberReader => ({
  pool: place.pool,
  scope,
  staffId: actor.staffId,
  municipality: place.code,
  today,
})

/** Who reads figures but may not raise finds no such page. */
async function show(visit: Visit, query: URLSearchParams, draft: ItemDraft | null = null, status: 200 | 422 = 200): Promise<Answer> {
  const from = visit.may('steering.raise') ? await readRaisedFrom(readerOf(visit), query) : null
  if (from === null) return missing
  const row = query.get('rad') ?? ''
  const lookedAt = numberLookedAt(numbersToChoose(from.table, row), row)
  const first: ItemDraft = { value: (field) => (field === 'cell' ? lookedAt : ''), problems: [] }
  const { frame, newOnce, scope } = visit
  const isWithoutProtected = scope.mayReadProtected && from.reportId === null
  return page(
    <RaiseFromNumberPage {...{ frame, from, row, isWithoutProtected }} figure={query.toString()} draft={draft ?? first} once={newOnce()} />,
    status,
  )
}

async function raise(visit: Visit, { figure, cell, ...said }: FromNumberForm, typed: Typed): Promise<Answer> {
  const query = new URLSearchParams(figure)
  const again = (field: string, problem: string) => show(visit, query, typedItem(visit, typed, [{ field, problem }]), 422)
  const from = visit.may('steering.raise') ? await readRaisedFrom(readerOf(visit), query) : null
  if (from === null) return missing
  const number = raisedNumber(from, cell, visit.lang)
  if (number === null) return again('cell', 'no-number')
  const decision = await raiseItem(editorOf(visit), { ...said, reportId: from.reportId, number })
  if (decision.granted) return goTo(itemPath(decision.value), steeringTexts[visit.lang].raised)
  return again(decision.reason === 'personal' ? 'why' : 'cell', decision.reason)
}

/** Registers the pages. */
export function addNumberPages(pages: Pages): void {
  const counts = { permit: 'figures.read', shows: 'counts', outlet: 'figures.page' } as const
  pages.get(fromNumberPath, counts, (visit) => show(visit, visit.query))
  pages.post(fromNumberPath, counts, fromNumberForm, raise, (visit, problems, typed) =>
    show(visit, new URLSearchParams(typed['figure']?.[0] ?? ''), typedItem(visit, typed, problems), 422),
  )
}
