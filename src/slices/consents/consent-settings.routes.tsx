/** /hanvisningar/installningar: reading the settings of consent and referral and changing them. */
import { z } from 'zod'
import { optionalText, wholeField } from '../../platform/form.ts'
import { typedValue, type Pages } from '../access/index.ts'
import { addSettingsGroupPage, type ApplySettings } from '../settings/index.ts'
import {
  consentChanges,
  consentSettingNames,
  consentSettingsFrom,
  readConsentDraft,
  type ConsentSettingName,
  type ConsentSettings,
  type TypedConsentSettings,
} from './consent-settings.rules.ts'
import { consentSettingTexts } from './consent-settings.texts.ts'
import { ConsentSettingsPage, consentSettingsPath, valueText } from './consent-settings.views.tsx'

const text = optionalText(20)
const form = z.strictObject({ version: wholeField, under18: text, longestDays: text, answerDays: text, outcomeDays: text })

const mapped = (of: (name: ConsentSettingName) => string): TypedConsentSettings => ({
  under18: of('under18'),
  longestDays: of('longestDays'),
  answerDays: of('answerDays'),
  outcomeDays: of('outcomeDays'),
})
const typedOf = (settings: ConsentSettings): TypedConsentSettings => mapped((name) => String(settings[name]))

/** Registers the page. `apply` saves settings (matching). */
export function addConsentSettingsPages(pages: Pages, apply: ApplySettings): void {
  addSettingsGroupPage<ConsentSettings, TypedConsentSettings>(pages, apply, {
    path: consentSettingsPath,
    group: 'consents',
    form,
    firstField: 'under18',
    settingsFrom: consentSettingsFrom,
    typedOf,
    typedFrom: (fields) => mapped((name) => typedValue(fields, name)),
    read: (typed, _, lang) => {
      const draft = readConsentDraft(typed)
      return 'longestDays' in draft
        ? { draft }
        : { problems: draft.map((field) => ({ field, text: consentSettingTexts[lang].wrong(field) })) }
    },
    changesOf: consentChanges,
    differencesOf: (lang, present, draft) => {
      const differing = consentSettingNames.filter((name) => present[name] !== draft[name])
      return differing.map((name) => ({
        what: consentSettingTexts[lang].fields[name],
        mine: valueText(draft[name], lang),
        theirs: valueText(present[name], lang),
      }))
    },
    texts: (lang) => consentSettingTexts[lang],
    view: ConsentSettingsPage,
  })
}
