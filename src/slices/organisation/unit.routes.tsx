/** Adding, renaming and retiring a unit. */
import { goTo, missing, page, problemText, typedValue, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import type { Difference } from '../../ui/both.tsx'
import type { FieldProblem } from '../../ui/form.tsx'
import { readOrganisation, saveUnit } from './organisation.actions.ts'
import { unitForm, type UnitForm } from './organisation.forms.ts'
import { organisationTexts, refusalText } from './organisation.texts.ts'
import { UnitFormPage, type UnitTyped } from './organisation-forms.views.tsx'
import { idOf } from './ids.ts'
import type { Unit } from './organisation.types.ts'

type Shown = { typed: UnitTyped; version: number; problems?: FieldProblem[]; differences?: Difference[] }

const show = (visit: Visit, { typed, version, problems = [], differences }: Shown, status: 200 | 409 | 422): Answer =>
  page(
    <UnitFormPage
      frame={visit.frame}
      once={visit.newOnce()}
      id={visit.params['id'] ?? null}
      version={version}
      typed={typed}
      problems={problems}
      differences={differences}
    />,
    status,
  )

const typedFrom = (typed: Typed): UnitTyped => ({ name: typedValue(typed, 'name'), retired: typed['retired'] !== undefined })

function reshow(visit: Visit, problems: readonly { field: string; problem: string }[], typed: Typed): Answer {
  const shown = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
  return show(visit, { typed: typedFrom(typed), version: Number(typedValue(typed, 'version')) || 0, problems: shown }, 422)
}

const findUnit = async ({ place, params }: Visit): Promise<Unit | undefined> =>
  (await readOrganisation(place.pool)).units.find(({ id }) => id === idOf(params['id']))

async function showStale(visit: Visit, typed: UnitTyped): Promise<Answer> {
  const unit = await findUnit(visit)
  if (unit === undefined) return missing
  const t = organisationTexts[visit.lang]
  const state = (retired: boolean) => (retired ? t.retired : t.inUse)
  const differences = [
    ...(typed.name === unit.name ? [] : [{ what: t.name, mine: typed.name, theirs: unit.name }]),
    ...(typed.retired === !unit.active ? [] : [{ what: t.inUse, mine: state(typed.retired), theirs: state(!unit.active) }]),
  ]
  return show(visit, { typed, version: unit.version, differences }, 409)
}

async function save(visit: Visit, form: UnitForm, typed: Typed): Promise<Answer> {
  const id = visit.params['id'] === undefined ? null : idOf(visit.params['id'])
  if (id === undefined) return missing
  const wish = { id, name: form.name, active: !form.retired, version: form.version }
  const decision = await saveUnit(visit.place.pool, visit.actor.staffId, visit.today, wish)
  if (decision.granted) return goTo('/organisation/enheter', organisationTexts[visit.lang].savedUnit)
  if (decision.reason === 'stale') return showStale(visit, typedFrom(typed))
  const field = decision.reason === 'in-use' ? 'retired' : 'name'
  const problems = [{ field, text: refusalText(visit.lang, decision.reason) }]
  return show(visit, { typed: typedFrom(typed), version: form.version, problems }, 422)
}

/** Registers the unit's forms. */
export function addUnitForms(pages: Pages): void {
  const shown = { shows: 'staff' } as const
  pages.get('/organisation/enheter/ny', { permit: 'organisation.edit', ...shown }, (visit) =>
    show(visit, { typed: { name: '', retired: false }, version: 0 }, 200),
  )
  pages.get('/organisation/enheter/:id', { permit: 'organisation.edit', ...shown }, async (visit) => {
    const unit = await findUnit(visit)
    if (unit === undefined) return missing
    return show(visit, { typed: { name: unit.name, retired: !unit.active }, version: unit.version }, 200)
  })
  pages.post('/organisation/enheter', { permit: 'organisation.edit', ...shown }, unitForm, save, reshow)
  pages.post('/organisation/enheter/:id', { permit: 'organisation.edit', ...shown }, unitForm, save, reshow)
}
