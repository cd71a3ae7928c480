/** /radar/installningar: reading the settings of the radar and changing them. */
import { z } from 'zod'
import { optionalText, wholeField } from '../../platform/form.ts'
import { typedValue, type Pages } from '../access/index.ts'
import { addSettingsGroupPage, type ApplySettings } from '../settings/index.ts'
import { listTexts } from './lists.texts.ts'
import {
  radarChanges,
  radarSettingNames,
  radarSettingsFrom,
  readRadarDraft,
  type RadarSettings,
  type TypedRadarSettings,
} from './radar-settings.rules.ts'
import { RadarSettingsPage, radarSettingsPath } from './radar-settings.views.tsx'

const typedAs = optionalText(10)
const form = z.strictObject({ version: wholeField, from: typedAs, until: typedAs, showUp: typedAs, graceDays: typedAs })

const mapped = (of: (name: (typeof radarSettingNames)[number]) => string): TypedRadarSettings => ({
  from: of('from'),
  until: of('until'),
  showUp: of('showUp'),
  graceDays: of('graceDays'),
})
const typedOf = (settings: RadarSettings): TypedRadarSettings => mapped((name) => String(settings[name]))

/** Registers the page. `apply` saves settings (matching). */
export function addRadarSettingsPages(pages: Pages, apply: ApplySettings): void {
  addSettingsGroupPage<RadarSettings, TypedRadarSettings>(pages, apply, {
    path: radarSettingsPath,
    group: 'radar',
    form,
    firstField: 'from',
    settingsFrom: radarSettingsFrom,
    typedOf,
    typedFrom: (fields) => mapped((name) => typedValue(fields, name)),
    read: (typed, _, lang) => {
      const draft = readRadarDraft(typed)
      const { wrong } = listTexts[lang].set
      return 'from' in draft ? { draft } : { problems: draft.map((field) => ({ field, text: wrong[field] })) }
    },
    changesOf: radarChanges,
    differencesOf: (lang, present, draft) => {
      const [theirs, mine] = [typedOf(present), typedOf(draft)]
      const differing = radarSettingNames.filter((name) => theirs[name] !== mine[name])
      return differing.map((name) => ({ what: listTexts[lang].set.fields[name], mine: mine[name], theirs: theirs[name] }))
    },
    texts: (lang) => listTexts[lang].set,
    view: RadarSettingsPage,
  })
}
