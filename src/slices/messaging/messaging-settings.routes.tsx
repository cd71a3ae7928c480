/** /utskick/installningar: reading the settings of messages and changing them. */
import type { Pages } from '../access/index.ts'
import { addSettingsGroupPage, type ApplySettings } from '../settings/index.ts'
import { messagingChanges, readMessagingDraft, typedMessaging, type TypedMessaging } from './messaging-draft.ts'
import { messagingSettingsForm, typedMessagingFrom } from './messaging-settings.forms.ts'
import { messagingSettingsFrom, type MessagingSettings } from './messaging-settings.rules.ts'
import { messagingSettingsTexts } from './messaging-settings.texts.ts'
import { messagingDifferences, MessagingSettingsPage, messagingSettingsPath } from './messaging-settings.views.tsx'

/** Registers the page. `apply` saves (matching). */
export function addMessagingSettingsPages(pages: Pages, apply: ApplySettings): void {
  addSettingsGroupPage<MessagingSettings, TypedMessaging>(pages, apply, {
    path: messagingSettingsPath,
    group: 'messages',
    form: messagingSettingsForm,
    firstField: 'contactPhone',
    settingsFrom: messagingSettingsFrom,
    typedOf: typedMessaging,
    typedFrom: typedMessagingFrom,
    read: (typed, _, lang) => {
      const { draft, problems } = readMessagingDraft(typed)
      if (draft !== null) return { draft }
      return { problems: problems.map(({ field, problem }) => ({ field, text: messagingSettingsTexts[lang].problems[problem] })) }
    },
    changesOf: messagingChanges,
    differencesOf: messagingDifferences,
    texts: (lang) => messagingSettingsTexts[lang],
    view: MessagingSettingsPage,
  })
}
