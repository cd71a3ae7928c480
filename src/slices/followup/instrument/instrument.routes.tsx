/** The instrument's settings in the browser, for administrators of the module. */
import { instrumentTexts } from './instrument.texts.ts'
import { z } from 'zod'
import { choiceField, optionalText, wholeField } from '../../../platform/form.ts'
import { goTo, page, problemText, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import type { Difference } from '../../../ui/both.tsx'
import type { FieldProblem } from '../../../ui/form.tsx'
import { typedFields } from '../people/file-visit.ts'
import { readInstrumentSettings, saveInstrument } from './instrument.actions.ts'
import { instrumentFields, instrumentFrom, placeOf, type Fields } from './instrument-form.ts'
import { instrumentProblems } from './instrument.rules.ts'
import { instrumentPageTexts } from './pages.texts.ts'
import type { InstrumentVersion } from './instrument.types.ts'
import { InstrumentPage } from './instrument.views.tsx'

/** The fields of areas and items are as many as the instrument has: the rules say what is wrong with them. */
const form = z.object({ version: wholeField, do: choiceField(['save', 'more']) }).catchall(optionalText(200))

const path = '/uppfoljning/installningar/instrument'

type Draft = { readonly typed: Fields; readonly problems: readonly FieldProblem[]; readonly isStale?: boolean }

const fieldsOf =
  (version: InstrumentVersion | undefined, lang: Visit['lang']): Fields =>
  (field) =>
    version === undefined ? '' : (instrumentFields(version, lang)[field] ?? '')

/** What a field is called where it stands by itself: an area's with the area's name. */
function labelOf(field: string, fields: Fields, lang: Visit['lang']): string {
  const t: Readonly<Record<string, unknown>> = instrumentPageTexts[lang]
  const [, area = '', item, part = ''] = /^(area\d+)(Item\d+)?(\w+)$/.exec(field) ?? []
  const name = area === '' ? field : part[0]?.toLowerCase() + part.slice(1)
  const label = typeof t[name] === 'string' ? t[name] : name
  if (area === '') return label
  const named = fields(`${area}Sv`)
  return item === undefined ? `${named}: ${label}` : `${named}, ${fields(`${area}${item}Sv`)}: ${label}`
}

/** Where what was typed is not what is in force now. Keys are nobody's to read. */
function differencesOf(typed: Fields, version: InstrumentVersion | undefined, { lang }: Visit): Difference[] {
  const now = version === undefined ? {} : instrumentFields(version, lang)
  return Object.entries(now)
    .filter(([field, theirs]) => !field.endsWith('Key') && typed(field).trim() !== theirs)
    .map(([field, theirs]) => ({ what: labelOf(field, fieldsOf(version, lang), lang), mine: typed(field), theirs }))
}

async function show(visit: Visit, draft: Draft | null, status: 200 | 409 | 422): Promise<Answer> {
  const { place, frame, may, lang, newOnce } = visit
  const { versions } = await readInstrumentSettings(place.pool)
  const newest = versions.at(-1)
  const typed = draft?.typed ?? fieldsOf(newest, lang)
  const differences = draft?.isStale === true ? differencesOf(typed, newest, visit) : null
  const shown = { frame, may, typed, problems: draft?.problems ?? [], differences, versions, once: newOnce() }
  return page(<InstrumentPage {...shown} />, status)
}

const keysIn = (versions: readonly InstrumentVersion[]): string[] =>
  versions.flatMap(({ areas }) => areas.flatMap(({ key, items }) => [key, ...items.map((item) => item.key)]))

async function save(visit: Visit, { version, do: what }: z.infer<typeof form>, fields: Typed): Promise<Answer> {
  const { place, actor, lang, today } = visit
  const t = instrumentPageTexts[lang]
  const typed = typedFields(fields)
  if (what === 'more') return show(visit, { typed, problems: [] }, 200)
  const { versions } = await readInstrumentSettings(place.pool)
  const { instrument, places } = instrumentFrom(typed, keysIn(versions))
  const problems = instrumentProblems(instrument).map(({ field, problem }) => ({
    field: placeOf(field, places),
    text: instrumentTexts[lang].problems[problem],
  }))
  if (problems.length > 0) return show(visit, { typed, problems }, 422)
  const decision = await saveInstrument(place.pool, { staffId: actor.staffId, name: actor.name, today }, instrument, version)
  if (decision.granted) return goTo(path, t.savedAs(decision.value))
  if (decision.reason === 'nothing-changed')
    return show(visit, { typed, problems: [{ field: 'areas', text: instrumentTexts[lang].refusals['nothing-changed'] }] }, 422)
  return show(visit, { typed, problems: [], isStale: true }, 409)
}

/** Registers the page. */
export function addInstrumentPages(pages: Pages): void {
  const declared = { permit: 'followup.settings', shows: 'settings' } as const
  pages.get(path, declared, (visit) => show(visit, null, 200))
  pages.post(path, declared, form, save, (visit, problems, typed) =>
    show(
      visit,
      { typed: typedFields(typed), problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })) },
      422,
    ),
  )
}
