/** /uppsok/installningar: reading the settings of outreach and changing them. */
import type { Pages } from '../access/index.ts'
import { addSettingsGroupPage, type ApplySettings } from '../settings/index.ts'
import { outreachSettingsForm, typedOutreachFrom } from './outreach-settings.forms.ts'
import { outreachSettingsFrom, type OutreachSettings } from './outreach-settings.rules.ts'
import { outreachSettingsTexts } from './outreach-settings.texts.ts'
import { OutreachSettingsPage } from './outreach-settings.views.tsx'
import { outreachChanges, readOutreach, typedOutreach, type TypedOutreach } from './settings-draft.rules.ts'
import { toldDifferences } from './settings-told.views.tsx'

/** Registers the page. `apply` saves and works the standings out anew (matching). */
export function addOutreachSettingsPages(pages: Pages, apply: ApplySettings): void {
  addSettingsGroupPage<OutreachSettings, TypedOutreach>(pages, apply, {
    path: '/uppsok/installningar',
    group: 'outreach',
    form: outreachSettingsForm,
    firstField: 'beginMonths',
    settingsFrom: outreachSettingsFrom,
    typedOf: typedOutreach,
    typedFrom: typedOutreachFrom,
    read: (typed, present, lang) => {
      const { draft, problems } = readOutreach(typed, present)
      if (draft !== null) return { draft }
      const t = outreachSettingsTexts[lang].problems
      return { problems: problems.map(({ field, problem, ...limits }) => ({ field, text: t[problem](limits) })) }
    },
    changesOf: outreachChanges,
    differencesOf: (lang, present, draft) =>
      toldDifferences(lang, present, draft).map(({ what, before, after }) => ({ what, mine: after, theirs: before })),
    texts: (lang) => outreachSettingsTexts[lang],
    view: OutreachSettingsPage,
  })
}
