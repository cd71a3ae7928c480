/** Where the template is set: an entry of the page of the module's settings. */
import type { SettingsEntry } from '../section.ts'
import { templateTexts } from './template.texts.ts'

const { sv, en } = templateTexts

export const templateEntry: SettingsEntry = {
  href: '/uppfoljning/installningar/mall',
  label: { sv: sv.title, en: en.title },
  text: { sv: sv.entry, en: en.entry },
}
