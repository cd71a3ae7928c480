/** Which sections a youth's page has, which boards the start page, and what the settings page leads to: in the order they are shown. */
import { assessmentSection } from './assessments/assessments.section.tsx'
import { processBoards } from './boards/boards.routes.tsx'
import { instrumentEntry, routineEntry } from './instrument/instrument.section.ts'
import { judgementSection } from './judgement/judgement.section.tsx'
import { progressSection } from './progress/progress.section.tsx'
import { ratingSection } from './ratings/ratings.section.tsx'
import { signalSection } from './signals/signals.section.tsx'
import { talkSection } from './talks/talks.section.tsx'
import { templateEntry } from './talks/template.section.ts'
import type { SettingsEntry, StartBoard, YouthSection } from './section.ts'

export const youthSections: readonly YouthSection[] = [
  signalSection,
  ratingSection,
  talkSection,
  assessmentSection,
  judgementSection,
  progressSection,
]
export const startBoards: readonly StartBoard[] = [processBoards]
export const settingsEntries: readonly SettingsEntry[] = [instrumentEntry, routineEntry, templateEntry]
