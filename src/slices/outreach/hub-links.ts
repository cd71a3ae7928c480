/** Where the hub's numbers lead. A list's number is counted from the same address. */
import type { HubList } from './hub.types.ts'

const words: Readonly<Record<HubList, string>> = {
  overdue: 'forfallet',
  dueToday: 'sista-dagen',
  waitsForUs: 'vantar-pa-oss',
  notBegun: 'inte-borjat',
}

export const hubListPath = (list: HubList): string => `/ungdomar?lista=${words[list]}`
export const hubListQuery = (list: HubList): URLSearchParams => new URLSearchParams({ lista: words[list] })

export const answersPath = '/uppsok/svar'
export const numberlessPath = '/uppsok/saknar-nummer'
export const deadPath = '/uppsok/saknar-nummer?visa=doda'
export const yieldPath = '/uppsok/utbyte'
export const roundsPath = '/utskick'
export const outboxPath = '/utskick/utlada'
export const visitsPath = '/besok'
export const meetingsPath = '/moten'
