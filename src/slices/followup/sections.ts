/** Which sections a youth's page has, which boards the start page, and what the settings page leads to: in the order they are shown. */
import type { SettingsEntry, StartBoard, YouthSection } from './section.ts'

export const youthSections: readonly YouthSection[] = []
export const startBoards: readonly StartBoard[] = []
export const settingsEntries: readonly SettingsEntry[] = []
