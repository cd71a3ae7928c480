/** /anmalningar/installningar: the days and hours of notices. */
import type { Pages } from '../access/index.ts'
import { addNumberSettingsPage, type ApplySettings } from '../settings/index.ts'
import { noticeSettings } from './notice-settings.rules.ts'
import { noticeSettingTexts } from './notice-settings.texts.ts'
import { schoolTexts } from './school.texts.ts'

const noticeSettingsPath = '/anmalningar/installningar'

/** Registers the page. `apply` saves settings (matching). */
export function addNoticeSettingsPages(pages: Pages, apply: ApplySettings): void {
  addNumberSettingsPage(pages, apply, {
    group: 'notices',
    path: noticeSettingsPath,
    settings: noticeSettings,
    texts: noticeSettingTexts,
    above: { href: '/anmalningar/skolor', label: (lang) => schoolTexts[lang].title },
  })
}
