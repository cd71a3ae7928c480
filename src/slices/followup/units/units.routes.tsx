/** Housing units: the list, adding and changing. */
import { z } from 'zod'
import { optionalText, textField, tickField, wholeField } from '../../../platform/form.ts'
import { isRandomId } from '../../../platform/random-id.ts'
import { goTo, missing, page, problemText, typedValue, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import type { FieldProblem } from '../../../ui/form.tsx'
import { followupTexts } from '../followup.texts.ts'
import { readUnits, saveUnit } from './units.actions.ts'
import { unitTexts } from './units.texts.ts'
import { UnitPage, UnitsPage } from './units.views.tsx'

const form = z.strictObject({ name: textField(80), district: optionalText(80), retired: tickField, version: wholeField })

/** Null: a new one. */
const idOf = ({ params }: Visit): string | null => params['unit'] ?? null

type Draft = { readonly typed: { name: string; district: string; retired: boolean }; readonly problems: readonly FieldProblem[] }

async function show(visit: Visit, draft: Draft | null, status: 200 | 409 | 422): Promise<Answer> {
  const { place, frame, may, today, newOnce } = visit
  const id = idOf(visit)
  const unit = id === null ? undefined : (await readUnits(place.pool, today)).find((one) => one.id === id)
  if (id !== null && unit === undefined) return missing
  const now = { name: unit?.name ?? '', district: unit?.district ?? '', retired: unit?.active === false }
  const shown = {
    frame,
    may,
    id,
    version: unit?.version ?? 0,
    typed: draft?.typed ?? now,
    problems: draft?.problems ?? [],
    once: newOnce(),
  }
  return page(<UnitPage {...shown} />, status)
}

async function save(visit: Visit, { name, district, retired, version }: z.infer<typeof form>): Promise<Answer> {
  const { place, actor, today, lang } = visit
  const id = idOf(visit)
  if (id !== null && !isRandomId(id)) return missing
  const decision = await saveUnit(place.pool, actor.staffId, { id, name, district, active: !retired, version }, today)
  if (decision.granted) return goTo('/uppfoljning/enheter', followupTexts[lang].saved)
  const field = decision.reason === 'in-use' ? 'retired' : 'name'
  const problems = [{ field, text: unitTexts[lang].refusals[decision.reason] }]
  return show(visit, { typed: { name, district, retired }, problems }, decision.reason === 'stale' ? 409 : 422)
}

const reshow = (visit: Visit, problems: readonly { field: string; problem: string }[], typed: Typed): Promise<Answer> =>
  show(
    visit,
    {
      typed: { name: typedValue(typed, 'name'), district: typedValue(typed, 'district'), retired: typedValue(typed, 'retired') !== '' },
      problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
    },
    422,
  )

/** Registers the pages of housing units, for administrators of the module. */
export function addUnitPages(pages: Pages): void {
  const declared = { permit: 'followup.settings', shows: 'settings' } as const
  pages.get('/uppfoljning/enheter', declared, async ({ place, frame, may, today }) =>
    page(<UnitsPage frame={frame} may={may} units={await readUnits(place.pool, today)} />),
  )
  pages.get('/uppfoljning/enheter/ny', declared, (visit) => show(visit, null, 200))
  pages.post('/uppfoljning/enheter/ny', declared, form, save, reshow)
  pages.get('/uppfoljning/enheter/:unit', declared, (visit) => show(visit, null, 200))
  pages.post('/uppfoljning/enheter/:unit', declared, form, save, reshow)
}
