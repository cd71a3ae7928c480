/** /installningar/enkater: the fewest answers and the days of a code. */
import type { Pages } from '../access/index.ts'
import { addNumberSettingsPage, type ApplySettings } from '../settings/index.ts'
import { surveySettings } from './survey-settings.rules.ts'
import { surveySettingTexts } from './survey-settings.texts.ts'

/** Registers the page. `apply` saves settings (matching). */
export function addSurveySettingsPages(pages: Pages, apply: ApplySettings): void {
  addNumberSettingsPage(pages, apply, {
    group: 'survey',
    path: '/installningar/enkater',
    settings: surveySettings,
    texts: surveySettingTexts,
  })
}
