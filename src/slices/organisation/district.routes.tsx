/** Adding and changing a district, with a preview of where its youths would go. */
import type { MovedYouths } from '../worklist/index.ts'
import { goTo, missing, page, problemText, typedValue, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import type { Difference } from '../../ui/both.tsx'
import type { FieldProblem } from '../../ui/form.tsx'
import { previewDistrict, readOrganisation, saveDistrict, type DistrictRefusal, type Organisation } from './organisation.actions.ts'
import { districtForm, type DistrictForm } from './organisation.forms.ts'
import { codesProblemText, organisationTexts, refusalText } from './organisation.texts.ts'
import { DistrictFormPage, type DistrictTyped } from './organisation-forms.views.tsx'
import { idOf } from './ids.ts'
import type { District, DistrictWish } from './organisation.types.ts'
import { overlapOf, parseCodes, writeCodes } from './routing.rules.ts'

type Shown = { typed: DistrictTyped; version: number; problems?: FieldProblem[]; differences?: Difference[]; moved?: MovedYouths[] }

const read = ({ place }: Visit): Promise<Organisation> => readOrganisation(place.pool)

async function show(
  visit: Visit,
  { typed, version, problems = [], differences, moved }: Shown,
  status: 200 | 409 | 422 | 503,
): Promise<Answer> {
  const { units } = await read(visit)
  const shell = { frame: visit.frame, once: visit.newOnce(), id: visit.params['id'] ?? null, version, problems, differences }
  return page(<DistrictFormPage {...shell} typed={typed} units={units} moved={moved} />, status)
}

const typedFrom = (typed: Typed): DistrictTyped => ({
  name: typedValue(typed, 'name'),
  unit: typedValue(typed, 'unit'),
  codes: typedValue(typed, 'codes'),
})

function reshow(visit: Visit, problems: readonly { field: string; problem: string }[], typed: Typed): Promise<Answer> {
  const shown = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
  return show(visit, { typed: typedFrom(typed), version: Number(typedValue(typed, 'version')) || 0, problems: shown }, 422)
}

const textOf = (district: District): DistrictTyped => ({
  name: district.name,
  unit: String(district.unitId ?? ''),
  codes: writeCodes(district.codes),
})

async function showStale(visit: Visit, form: DistrictForm, typed: DistrictTyped): Promise<Answer> {
  const { districts, units } = await read(visit)
  const found = districts.find(({ id }) => id === idOf(visit.params['id']))
  if (found === undefined) return missing
  const t = organisationTexts[visit.lang]
  const theirs = textOf(found)
  const unitName = (id: string) => units.find((unit) => String(unit.id) === id)?.name ?? t.noUnit
  const all: Difference[] = [
    { what: t.name, mine: form.name, theirs: theirs.name },
    { what: t.unit, mine: unitName(typed.unit), theirs: unitName(theirs.unit) },
    { what: t.codes, mine: writeCodes(parseCodes(form.codes).ranges), theirs: theirs.codes },
  ]
  return show(visit, { typed, version: found.version, differences: all.filter(({ mine, theirs: now }) => mine !== now) }, 409)
}

async function problemFor(visit: Visit, wish: DistrictWish, reason: Exclude<DistrictRefusal, 'stale'>): Promise<FieldProblem> {
  if (reason !== 'overlap') {
    const field = reason === 'unit-retired' ? 'unit' : 'name'
    return { field, text: refusalText(visit.lang, reason) }
  }
  const clash = overlapOf(
    wish.codes,
    (await read(visit)).districts.filter(({ id }) => id !== wish.id),
  )
  const codes = clash === null ? '' : writeCodes([clash])
  return { field: 'codes', text: organisationTexts[visit.lang].overlap(clash?.name ?? '', codes) }
}

/** The form as a wish; the page that says what is wrong when the codes cannot be read, or there is no such district. */
async function wishOf(visit: Visit, form: DistrictForm, typed: Typed): Promise<DistrictWish | Answer> {
  const id = visit.params['id'] === undefined ? null : idOf(visit.params['id'])
  if (id === undefined) return missing
  const { ranges, problem } = parseCodes(form.codes)
  if (problem === null) return { id, name: form.name, unitId: form.unit, codes: ranges, version: form.version }
  const problems = [{ field: 'codes', text: codesProblemText(visit.lang, problem) }]
  return show(visit, { typed: typedFrom(typed), version: form.version, problems }, 422)
}

async function save(visit: Visit, form: DistrictForm, typed: Typed): Promise<Answer> {
  const wish = await wishOf(visit, form, typed)
  if ('kind' in wish) return wish
  const decision = await saveDistrict(visit.place.pool, visit.actor.staffId, wish)
  if (decision.granted) return goTo('/organisation/omraden', organisationTexts[visit.lang].savedDistrict)
  if (decision.reason === 'stale') return showStale(visit, form, typedFrom(typed))
  const problems = [await problemFor(visit, wish, decision.reason)]
  const status = decision.reason === 'night-is-running' ? 503 : 422
  return show(visit, { typed: typedFrom(typed), version: form.version, problems }, status)
}

async function look(visit: Visit, form: DistrictForm, typed: Typed): Promise<Answer> {
  const wish = await wishOf(visit, form, typed)
  if ('kind' in wish) return wish
  const others = (await read(visit)).districts.filter(({ id }) => id !== wish.id)
  if (overlapOf(wish.codes, others) !== null) {
    return show(visit, { typed: typedFrom(typed), version: form.version, problems: [await problemFor(visit, wish, 'overlap')] }, 422)
  }
  const moved = await previewDistrict(visit.place.pool, visit.scope, visit.today, wish)
  return show(visit, { typed: typedFrom(typed), version: form.version, moved }, 200)
}

/** Registers the district's forms. */
export function addDistrictForms(pages: Pages): void {
  const shown = { shows: 'settings' } as const
  const counted = { shows: 'counts', outlet: 'coverage.page' } as const
  const empty = { name: '', unit: '', codes: '' }
  pages.get('/organisation/omraden/ny', { permit: 'organisation.edit', ...shown }, (visit) =>
    show(visit, { typed: empty, version: 0 }, 200),
  )
  pages.get('/organisation/omraden/:id', { permit: 'organisation.edit', ...shown }, async (visit) => {
    const found = (await read(visit)).districts.find(({ id }) => id === idOf(visit.params['id']))
    return found === undefined ? missing : show(visit, { typed: textOf(found), version: found.version }, 200)
  })
  pages.post('/organisation/omraden', { permit: 'organisation.edit', ...shown }, districtForm, save, reshow)
  pages.post('/organisation/omraden/ny/granska', { permit: 'organisation.edit', ...counted }, districtForm, look, reshow)
  pages.post('/organisation/omraden/:id', { permit: 'organisation.edit', ...shown }, districtForm, save, reshow)
  pages.post('/organisation/omraden/:id/granska', { permit: 'organisation.edit', ...counted }, districtForm, look, reshow)
}
