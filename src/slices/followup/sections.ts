/** Which sections a youth's page has, which boards the start page, and what the settings page leads to: in the order they are shown. */
import { processBoards } from './boards/boards.routes.tsx'
import { progressSection } from './progress/progress.section.tsx'
import type { SettingsEntry, StartBoard, YouthSection } from './section.ts'

export const youthSections: readonly YouthSection[] = [progressSection]
export const startBoards: readonly StartBoard[] = [processBoards]
export const settingsEntries: readonly SettingsEntry[] = []
