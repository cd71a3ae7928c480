/** /besok/installningar: the minutes of the watch. */
import type { Pages } from '../access/index.ts'
import { addNumberSettingsPage, type ApplySettings } from '../settings/index.ts'
import { visitSettings } from './visit-settings.rules.ts'
import { visitSettingTexts } from './visit-settings.texts.ts'

/** Registers the page. `apply` saves settings (matching). */
export function addVisitSettingsPages(pages: Pages, apply: ApplySettings): void {
  addNumberSettingsPage(pages, apply, { group: 'visits', path: '/besok/installningar', settings: visitSettings, texts: visitSettingTexts })
}
