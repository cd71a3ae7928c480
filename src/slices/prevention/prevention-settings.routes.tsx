/** /forebyggande/installningar: the hours from which absence is much, and for how long sums are kept. */
import type { Pages } from '../access/index.ts'
import { addNumberSettingsPage, type ApplySettings } from '../settings/index.ts'
import { preventionSettings } from './prevention-settings.rules.ts'
import { preventionSettingTexts } from './prevention-settings.texts.ts'
import { preventionPath } from './words.views.tsx'

const preventionSettingsPath = `${preventionPath}/installningar`

/** Registers the page. `apply` saves settings (matching). */
export function addPreventionSettingsPages(pages: Pages, apply: ApplySettings): void {
  addNumberSettingsPage(pages, apply, {
    group: 'prevention',
    path: preventionSettingsPath,
    settings: preventionSettings,
    texts: preventionSettingTexts,
  })
}
