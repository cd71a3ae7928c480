/** Where the instrument and the routine are set: entries of the page of the module's settings. */
import type { SettingsEntry } from '../section.ts'
import { instrumentPageTexts } from './pages.texts.ts'

const { sv, en } = instrumentPageTexts

export const instrumentEntry: SettingsEntry = {
  href: '/uppfoljning/installningar/instrument',
  label: { sv: sv.title, en: en.title },
  text: { sv: sv.entry, en: en.entry },
}

export const routineEntry: SettingsEntry = {
  href: '/uppfoljning/installningar/rutin',
  label: { sv: sv.routine, en: en.routine },
  text: { sv: sv.routineEntry, en: en.routineEntry },
}
