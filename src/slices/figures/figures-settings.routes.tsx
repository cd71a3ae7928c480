/** /installningar/siffror: below which numbers are hidden. */
import type { Pages } from '../access/index.ts'
import { addNumberSettingsPage, type ApplySettings } from '../settings/index.ts'
import { figuresSettings } from './figures-settings.rules.ts'
import { figuresSettingTexts } from './figures-settings.texts.ts'

/** Registers the page. `apply` saves settings (matching). */
export function addFiguresSettingsPage(pages: Pages, apply: ApplySettings): void {
  addNumberSettingsPage(pages, apply, {
    group: 'figures',
    path: '/installningar/siffror',
    settings: figuresSettings,
    texts: figuresSettingTexts,
  })
}
