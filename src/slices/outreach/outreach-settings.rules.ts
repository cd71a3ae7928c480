/** The settings of outreach as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'
import { ladderShape, shippedLadder, type LadderSettings } from '../ladder/index.ts'
import { shippedFreshness, type FreshnessDays } from './freshness.rules.ts'

/** What a way found by a search is said to come from. */
export const searchSources = ['school', 'lookedUp', 'partner'] as const
export type SearchSource = (typeof searchSources)[number]

/** A place where the municipality allows a search for a number. `key` never changes; the rest may. Used or not, a step is never taken away. */
export type SearchStep = { readonly key: string; readonly name: string; readonly source: SearchSource; readonly active: boolean }
/** A department whose support a youth can choose. */
export type Department = { readonly key: string; readonly name: string; readonly active: boolean }

export type OutreachSettings = {
  readonly ladder: LadderSettings
  readonly freshness: FreshnessDays
  readonly searchSteps: readonly SearchStep[]
  readonly departments: readonly Department[]
  /** Protected youths are written to by Skatteverket's forwarding (förmedling). */
  readonly mayForwardLetters: boolean
}

const shippedSearchSteps: readonly SearchStep[] = [
  { key: 'school', name: 'Förra skolan', source: 'school', active: true },
  { key: 'unit', name: 'Kontaktperson på stadsdelen', source: 'partner', active: true },
  { key: 'field', name: 'Fältassistenter', source: 'partner', active: true },
  { key: 'lookup', name: 'Nummerupplysning på nätet', source: 'lookedUp', active: true },
  { key: 'social', name: 'Sociala medier', source: 'lookedUp', active: true },
  { key: 'youthClinic', name: 'Ungdomsmottagning', source: 'partner', active: false },
]
const shippedDepartments: readonly Department[] = [
  { key: 'labourMarket', name: 'Arbetsmarknadsförvaltningen', active: true },
  { key: 'education', name: 'Utbildningsförvaltningen', active: true },
  { key: 'district', name: 'Stadsdelsförvaltningen', active: true },
]

/** The most steps, and the most departments. */
export const mostNamed = 30
export const longestName = 60
const department = z.object({ key: z.string().regex(/^[a-zA-Z0-9]{1,30}$/), name: z.string().min(1).max(longestName), active: z.boolean() })
const searchStep = department.extend({ source: z.enum(searchSources) })
const days = z.int().min(1).max(366)
const shapes = {
  'outreach.ladder': ladderShape,
  // The last two came later: what was stored before them stands.
  'outreach.freshness': z.object({
    work: days,
    studies: days,
    abroad: days,
    other: days,
    none: days,
    studiesAbroad: days.default(shippedFreshness.studiesAbroad),
    unknown: days.default(shippedFreshness.unknown),
  }),
  'outreach.searchSteps': z.array(searchStep).max(mostNamed),
  'outreach.departments': z.array(department).max(mostNamed),
  'outreach.forwardLetters': z.boolean(),
} as const

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function outreachSettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): OutreachSettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const valueOf = <Value>(key: keyof typeof shapes, shipped: Value): Value =>
    stored.has(key) ? (shapes[key].parse(stored.get(key)) as Value) : shipped
  return {
    ladder: valueOf('outreach.ladder', shippedLadder),
    freshness: valueOf('outreach.freshness', shippedFreshness),
    searchSteps: valueOf('outreach.searchSteps', shippedSearchSteps),
    departments: valueOf('outreach.departments', shippedDepartments),
    mayForwardLetters: valueOf('outreach.forwardLetters', false),
  }
}
