/** Pages of saved filters and of the column choice. */
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
import { chooseColumns } from './list.actions.ts'
import { changeFilter, removeFilter, savedFilters, saveFilter, type Owner } from './saved.actions.ts'
import { savedTexts } from './saved.texts.ts'
import { SaveAgainPage, SavedPage, StaleFilterPage } from './saved.views.tsx'
import { listAddress } from './list-address.ts'
import { changeFilterForm, columnsForm, removeFilterForm, saveFilterForm } from './worklist.forms.ts'
import { filterTexts } from './filter.texts.ts'
import type { SavedFilter } from './worklist.types.ts'

const own = { permit: 'worklist.read', shows: 'settings' } as const

const ownerOf = ({ actor, may }: Visit): Owner => ({
  staffId: actor.staffId,
  unitId: actor.unit?.id ?? null,
  mayShare: may('worklist.share'),
})

type NameProblem = 'name-taken' | 'not-shared' | 'no-unit' | 'too-many'

function wordsOf(lang: Visit['lang'], problem: NameProblem): string {
  const t = savedTexts[lang]
  return { 'name-taken': t.nameTaken, 'not-shared': t.notShared, 'no-unit': t.noUnit, 'too-many': t.tooMany }[problem]
}

type Wanted = { readonly view: string; readonly name: string; readonly shared: SavedFilter['shared'] }

const saveAgain = ({ frame, may, newOnce }: Visit, wanted: Wanted, problem: string): Answer =>
  page(<SaveAgainPage frame={frame} {...wanted} problem={problem} mayShare={may('worklist.share')} once={newOnce()} />, 422)

async function manage(visit: Visit, problem?: { id: number; text: string; name: string }): Promise<Answer> {
  const { frame, place, may, newOnce } = visit
  const saved = await savedFilters(place.pool, ownerOf(visit))
  const props = { frame, saved, mayShare: may('worklist.share'), newOnce }
  return page(<SavedPage {...props} {...(problem === undefined ? {} : { problem })} />, problem === undefined ? 200 : 422)
}

const idOf = ({ params }: Visit): number => (/^\d{1,15}$/.test(params['id'] ?? '') ? Number(params['id']) : 0)

type Naming = { readonly name: string; readonly shared: SavedFilter['shared'] }

async function stale(visit: Visit, wanted: Naming | null): Promise<Answer> {
  const { frame, place, newOnce } = visit
  const now = (await savedFilters(place.pool, ownerOf(visit))).find(({ id, isMine }) => isMine && id === idOf(visit))
  if (now === undefined) return missing
  return page(<StaleFilterPage frame={frame} now={now} wanted={wanted ?? now} once={newOnce()} />, 409)
}

async function answerChange(visit: Visit, form: Naming & { readonly version: number }): Promise<Answer> {
  const changed = await changeFilter(visit.place.pool, ownerOf(visit), { id: idOf(visit), ...form })
  if (changed.granted) return goTo('/ungdomar/filter', savedTexts[visit.lang].changed)
  if (changed.reason === 'missing') return missing
  if (changed.reason === 'stale') return stale(visit, form)
  return manage(visit, { id: idOf(visit), text: wordsOf(visit.lang, changed.reason), name: form.name })
}

async function answerSave(visit: Visit, { name, shared, view }: Wanted): Promise<Answer> {
  const saved = await saveFilter(visit.place.pool, ownerOf(visit), { name, shared, query: view })
  if (saved.granted) return goTo(listAddress(view), savedTexts[visit.lang].saved)
  return saveAgain(visit, { view, name, shared }, wordsOf(visit.lang, saved.reason))
}

const firstProblem = ({ lang }: Visit, problems: readonly FieldProblem[]): string => problemText(lang, problems[0]?.problem ?? 'required')

function reshowSave(visit: Visit, problems: readonly FieldProblem[], typed: Typed): Answer {
  const wanted = { view: typedValue(typed, 'view').slice(0, 2000), name: typedValue(typed, 'name'), shared: 'me' as const }
  return saveAgain(visit, wanted, firstProblem(visit, problems))
}

async function answerRemove(visit: Visit, { version }: { readonly version: number }): Promise<Answer> {
  const removed = await removeFilter(visit.place.pool, ownerOf(visit), idOf(visit), version)
  if (removed.granted) return goTo('/ungdomar/filter', savedTexts[visit.lang].removed)
  return removed.reason === 'missing' ? missing : stale(visit, null)
}

/** Registers the pages. */
export function addSavedPages(pages: Pages): void {
  pages.get('/ungdomar/filter', own, (visit) => manage(visit))
  pages.post('/ungdomar/filter', own, saveFilterForm, answerSave, async (...asked) => reshowSave(...asked))
  pages.post('/ungdomar/filter/:id', own, changeFilterForm, answerChange, (visit, problems, typed) =>
    manage(visit, { id: idOf(visit), text: firstProblem(visit, problems), name: typedValue(typed, 'name') }),
  )
  pages.post('/ungdomar/filter/:id/ta-bort', own, removeFilterForm, answerRemove)
  pages.post('/ungdomar/kolumner', own, columnsForm, async (visit, { column, view }) => {
    await chooseColumns(visit.place.pool, visit.actor.staffId, column)
    return goTo(listAddress(view), filterTexts[visit.lang].columnsSaved)
  })
}
