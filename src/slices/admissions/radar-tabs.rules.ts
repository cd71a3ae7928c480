/** The radar's tabs: all without a place, each reason by itself, and those who have one. */
import type { RadarStanding } from './admissions.types.ts'

export const radarTabs = [
  'lacking',
  'notApplied',
  'notAdmitted',
  'reserve',
  'admittedAbsent',
  'notInList',
  'studyCertificate',
  'placed',
] as const
export type RadarTab = (typeof radarTabs)[number]

/** The addresses of the tabs. */
export const tabWords: Readonly<Record<RadarTab, string>> = {
  lacking: '',
  notApplied: 'inte-sokt',
  notAdmitted: 'inte-antagna',
  reserve: 'reserver',
  admittedAbsent: 'inte-pa-plats',
  notInList: 'utan-lista',
  studyCertificate: 'studiebevis',
  placed: 'har-plats',
}

/** Whether somebody stands on the tab. Who has a place stands on that tab alone. */
export function onTab(tab: RadarTab, { group, stage, lacksPlace }: RadarStanding): boolean {
  if (tab === 'placed') return stage === 'placed'
  if (tab === 'lacking') return lacksPlace
  return stage !== 'placed' && group === tab
}

/** How many stand on each. */
export function countTabs(standings: readonly RadarStanding[]): Readonly<Record<RadarTab, number>> {
  const counts = Object.fromEntries(radarTabs.map((tab) => [tab, 0])) as Record<RadarTab, number>
  for (const standing of standings) for (const tab of radarTabs) if (onTab(tab, standing)) counts[tab] += 1
  return counts
}
