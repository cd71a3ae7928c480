/** Settings as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'
import { dayOf, parseDate, type Day } from '../../platform/plain-date.ts'
import { shippedEducations, type EducationRow, type LawSettings } from '../law/index.ts'

/** When a full read is stopped for a person to look at (FEEDS.md 5). Shares of the last good read; more than `people` persons. */
export type GuardSettings = { readonly fewer: number; readonly more: number; readonly people: number }

/** How many days a source's last good read is fresh: for each source by name, else for all. Older is shown in red. */
export type FreshDays = { readonly days: number; readonly bySource: Readonly<Record<string, number>> }

export type MunicipalitySettings = { readonly law: LawSettings; readonly guard: GuardSettings; readonly freshDays: FreshDays }

/** What is in force where nothing has been set. */
export const shippedGuard: GuardSettings = { fewer: 0.1, more: 0.3, people: 25 }

// A long weekend passes between two nights (A1: not on public holidays).
export const shippedFreshDays = 4
export const shippedGapDays = 14
export const shippedSummer: LawSettings['summer'] = { from: [5, 1], until: [9, 30] }

const monthDay = z.tuple([z.int().min(1).max(12), z.int().min(1).max(31)])
const shapes = {
  'gap.shortDays': z.int().min(0).max(366),
  'gap.summer': z.object({ from: monthDay, until: monthDay }),
  guard: z.object({ fewer: z.number().min(0).max(1), more: z.number().min(0), people: z.int().min(0) }),
  'sources.freshDays': z.int().min(1).max(366),
  educations: z.array(
    z.object({
      schoolType: z.string(),
      educationCode: z.string().nullable(),
      counts: z.enum(['national', 'introductory', 'adapted', 'equivalent', 'abroad', 'levelUnknown', 'otherForm', 'undecided']),
      qualifiesFromOn: z.number().nullable(),
    }),
  ),
} as const

function termEndsOf(stored: ReadonlyMap<string, unknown>): Map<number, Day> {
  const ends = new Map<number, Day>()
  for (const [key, value] of stored) {
    const year = /^termEnd\.(\d{4})$/.exec(key)?.[1]
    const date = year === undefined ? null : parseDate(String(value))
    if (date !== null) ends.set(Number(year), dayOf(date))
  }
  return ends
}

/** `sources.freshDays.NAMN` is a source's own; null there means that it has none. */
function ownFreshDays(stored: ReadonlyMap<string, unknown>): Record<string, number> {
  const prefix = 'sources.freshDays.'
  const own = [...stored].filter(([key, value]) => key.startsWith(prefix) && value !== null)
  return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), shapes['sources.freshDays'].parse(value)]))
}

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function settingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): MunicipalitySettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const valueOf = <Value>(key: keyof typeof shapes, shipped: Value): Value =>
    stored.has(key) ? (shapes[key].parse(stored.get(key)) as Value) : shipped
  return {
    law: {
      termEnds: termEndsOf(stored),
      shortGapDays: valueOf('gap.shortDays', shippedGapDays),
      summer: valueOf('gap.summer', shippedSummer),
      educations: valueOf<readonly EducationRow[]>('educations', shippedEducations),
    },
    guard: valueOf('guard', shippedGuard),
    freshDays: { days: valueOf('sources.freshDays', shippedFreshDays), bySource: ownFreshDays(stored) },
  }
}
