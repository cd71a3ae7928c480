/** The module's settings: erasure here, the rest where it belongs. */
import { z } from 'zod'
import { textField, tickField, wholeField } from '../../../platform/form.ts'
import { goTo, page, problemText, typedValue, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import type { Difference } from '../../../ui/both.tsx'
import type { FieldProblem } from '../../../ui/form.tsx'
import { fewestYears, mostYears } from '../erasure/erasure.rules.ts'
import type { ErasureSettings } from '../erasure/erasure.types.ts'
import { followupTexts } from '../followup.texts.ts'
import { settingsEntries } from '../sections.ts'
import { readErasure, saveErasure } from './settings.actions.ts'
import { settingsTexts } from './settings.texts.ts'
import { SettingsPage, type TypedErasure } from './settings.views.tsx'

const form = z.strictObject({ years: wholeField, keepsSample: tickField, source: textField(300), version: wholeField })

type Draft = { readonly typed: TypedErasure; readonly problems: readonly FieldProblem[]; readonly isStale: boolean }

const typedOf = ({ years, keepsSample, source }: ErasureSettings): TypedErasure => ({ years: String(years), keepsSample, source })

const told = (one: TypedErasure) => ({ ...one, keepsSample: one.keepsSample ? '✓' : '–' })

function differencesOf(now: TypedErasure, typed: TypedErasure, { lang }: Visit): Difference[] {
  const t = settingsTexts[lang]
  const [mine, theirs] = [told(typed), told(now)]
  return (['years', 'keepsSample', 'source'] as const)
    .filter((part) => mine[part] !== theirs[part])
    .map((part) => ({ what: t[part], mine: mine[part], theirs: theirs[part] }))
}

async function show(visit: Visit, draft: Draft | null, status: 200 | 409 | 422): Promise<Answer> {
  const { place, frame, may, newOnce } = visit
  const { settings, version } = await readErasure(place.pool)
  const now = typedOf(settings)
  const typed = draft?.typed ?? now
  const differences = draft?.isStale === true ? differencesOf(now, typed, visit) : null
  const shown = { frame, may, typed, version, problems: draft?.problems ?? [], differences, entries: settingsEntries, once: newOnce() }
  return page(<SettingsPage {...shown} />, status)
}

async function save(visit: Visit, { years, keepsSample, source, version }: z.infer<typeof form>): Promise<Answer> {
  const { place, actor, lang } = visit
  const typed = { years: String(years), keepsSample, source }
  if (years < fewestYears || years > mostYears) {
    return show(visit, { typed, problems: [{ field: 'years', text: settingsTexts[lang].yearsWrong }], isStale: false }, 422)
  }
  const decision = await saveErasure(place.pool, actor.staffId, version, { years, keepsSample, source })
  if (decision.granted) return goTo('/uppfoljning/installningar', followupTexts[lang].saved)
  return show(visit, { typed, problems: [], isStale: true }, 409)
}

const reshow = (visit: Visit, problems: readonly { field: string; problem: string }[], typed: Typed): Promise<Answer> =>
  show(
    visit,
    {
      typed: {
        years: typedValue(typed, 'years'),
        keepsSample: typedValue(typed, 'keepsSample') !== '',
        source: typedValue(typed, 'source'),
      },
      problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
      isStale: false,
    },
    422,
  )

/** Registers the settings page, for administrators of the module. */
export function addFollowupSettings(pages: Pages): void {
  const declared = { permit: 'followup.settings', shows: 'settings' } as const
  pages.get('/uppfoljning/installningar', declared, (visit) => show(visit, null, 200))
  pages.post('/uppfoljning/installningar', declared, form, save, reshow)
}
