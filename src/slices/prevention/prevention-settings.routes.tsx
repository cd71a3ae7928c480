/** /forebyggande/installningar: reading the settings of prevention and changing them. */
import { z } from 'zod'
import { optionalText, wholeField } from '../../platform/form.ts'
import { typedValue, type Pages } from '../access/index.ts'
import { addSettingsGroupPage, type ApplySettings } from '../settings/index.ts'
import {
  preventionChanges,
  preventionSettingNames,
  preventionSettingsFrom,
  readPreventionDraft,
  type PreventionSettings,
  type TypedPreventionSettings,
} from './prevention-settings.rules.ts'
import { PreventionSettingsPage, preventionSettingsPath } from './prevention-settings.views.tsx'
import { preventionTexts } from './prevention.texts.ts'

const number = optionalText(10)
const form = z.strictObject({ version: wholeField, thresholdHours: number, csnHours: number, keepMonths: number })

const mapped = (of: (name: (typeof preventionSettingNames)[number]) => string): TypedPreventionSettings => ({
  thresholdHours: of('thresholdHours'),
  csnHours: of('csnHours'),
  keepMonths: of('keepMonths'),
})
const typedOf = (settings: PreventionSettings): TypedPreventionSettings => mapped((name) => String(settings[name]))

/** Registers the page. `apply` saves settings (matching). */
export function addPreventionSettingsPages(pages: Pages, apply: ApplySettings): void {
  addSettingsGroupPage<PreventionSettings, TypedPreventionSettings>(pages, apply, {
    path: preventionSettingsPath,
    group: 'prevention',
    form,
    firstField: 'thresholdHours',
    settingsFrom: preventionSettingsFrom,
    typedOf,
    typedFrom: (fields) => mapped((name) => typedValue(fields, name)),
    read: (typed, _, lang) => {
      const draft = readPreventionDraft(typed)
      const { wrong } = preventionTexts[lang].set
      return 'thresholdHours' in draft ? { draft } : { problems: draft.map((field) => ({ field, text: wrong(field) })) }
    },
    changesOf: preventionChanges,
    differencesOf: (lang, present, draft) => {
      const [theirs, mine] = [typedOf(present), typedOf(draft)]
      const differing = preventionSettingNames.filter((name) => theirs[name] !== mine[name])
      return differing.map((name) => ({ what: preventionTexts[lang].set.fields[name], mine: mine[name], theirs: theirs[name] }))
    },
    texts: (lang) => preventionTexts[lang].set,
    view: PreventionSettingsPage,
  })
}
