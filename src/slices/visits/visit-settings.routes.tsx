/** /besok/installningar: reading the minutes of the watch and changing them. */
import { z } from 'zod'
import { optionalText, wholeField } from '../../platform/form.ts'
import { typedValue, type Pages } from '../access/index.ts'
import { addSettingsGroupPage, type ApplySettings } from '../settings/index.ts'
import { readVisitDraft, visitChanges, visitSettingNames, visitSettingsFrom, type VisitSettings } from './visit-settings.rules.ts'
import { visitSettingTexts } from './visit-settings.texts.ts'
import { VisitSettingsPage, type TypedVisitSettings } from './visit-settings.views.tsx'

const form = z.strictObject({ version: wholeField, minutesInside: optionalText(10), minutesAfterEnd: optionalText(10) })

const typedOf = ({ minutesInside, minutesAfterEnd }: VisitSettings): TypedVisitSettings => ({
  minutesInside: String(minutesInside),
  minutesAfterEnd: String(minutesAfterEnd),
})

/** Registers the page. `apply` saves settings (matching). */
export function addVisitSettingsPages(pages: Pages, apply: ApplySettings): void {
  addSettingsGroupPage<VisitSettings, TypedVisitSettings>(pages, apply, {
    path: '/besok/installningar',
    group: 'visits',
    form,
    firstField: 'minutesInside',
    settingsFrom: visitSettingsFrom,
    typedOf,
    typedFrom: (fields) => ({ minutesInside: typedValue(fields, 'minutesInside'), minutesAfterEnd: typedValue(fields, 'minutesAfterEnd') }),
    read: (typed, _, lang) => {
      const draft = readVisitDraft(typed)
      return 'minutesInside' in draft ? { draft } : { problems: draft.map((field) => ({ field, text: visitSettingTexts[lang].wrong })) }
    },
    changesOf: visitChanges,
    differencesOf: (lang, present, draft) => {
      const [theirs, mine] = [typedOf(present), typedOf(draft)]
      const differing = visitSettingNames.filter((name) => theirs[name] !== mine[name])
      return differing.map((name) => ({ what: visitSettingTexts[lang].fields[name], mine: mine[name], theirs: theirs[name] }))
    },
    texts: (lang) => visitSettingTexts[lang],
    view: VisitSettingsPage,
  })
}
