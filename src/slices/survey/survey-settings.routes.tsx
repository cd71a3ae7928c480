/** /installningar/enkater: reading the settings of questionnaires and changing them. */
import { z } from 'zod'
import { optionalText, wholeField } from '../../platform/form.ts'
import { typedValue, type Pages } from '../access/index.ts'
import { addSettingsGroupPage, type ApplySettings } from '../settings/index.ts'
import {
  readSurveyDraft,
  surveyChanges,
  surveyLimits,
  surveySettingNames,
  surveySettingsFrom,
  type SurveySettings,
} from './survey-settings.rules.ts'
import { surveySettingTexts } from './survey-settings.texts.ts'
import { SurveySettingsPage, type TypedSurveySettings } from './survey-settings.views.tsx'

const form = z.strictObject({ version: wholeField, minimum: optionalText(10), codeDays: optionalText(10) })

const typedOf = ({ minimum, codeDays }: SurveySettings): TypedSurveySettings => ({ minimum: String(minimum), codeDays: String(codeDays) })

/** Registers the page. `apply` saves settings (matching). */
export function addSurveySettingsPages(pages: Pages, apply: ApplySettings): void {
  addSettingsGroupPage<SurveySettings, TypedSurveySettings>(pages, apply, {
    path: '/installningar/enkater',
    group: 'survey',
    form,
    firstField: 'minimum',
    settingsFrom: surveySettingsFrom,
    typedOf,
    typedFrom: (fields) => ({ minimum: typedValue(fields, 'minimum'), codeDays: typedValue(fields, 'codeDays') }),
    read: (typed, _, lang) => {
      const draft = readSurveyDraft(typed)
      const wrong = surveySettingTexts[lang].wrong
      return 'minimum' in draft ? { draft } : { problems: draft.map((field) => ({ field, text: wrong(...surveyLimits[field]) })) }
    },
    changesOf: surveyChanges,
    differencesOf: (lang, present, draft) => {
      const [theirs, mine] = [typedOf(present), typedOf(draft)]
      const differing = surveySettingNames.filter((name) => theirs[name] !== mine[name])
      return differing.map((name) => ({ what: surveySettingTexts[lang].fields[name], mine: mine[name], theirs: theirs[name] }))
    },
    texts: (lang) => surveySettingTexts[lang],
    view: SurveySettingsPage,
  })
}
