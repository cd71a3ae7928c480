/** Settings as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'
import { dayOf, parseDate, type Day } from '../../platform/plain-date.ts'
import { shippedEducations, type EducationRow, type LawSettings } from '../law/index.ts'

/** When a full read is stopped for a person to look at (FEEDS.md 5). Shares of the last good read; more than `people` persons. */
export type GuardSettings = { readonly fewer: number; readonly more: number; readonly people: number }

export type MunicipalitySettings = { readonly law: LawSettings; readonly guard: GuardSettings }

const shippedGuard: GuardSettings = { fewer: 0.1, more: 0.3, people: 25 }

const monthDay = z.tuple([z.int().min(1).max(12), z.int().min(1).max(31)])
const shapes = {
  'gap.shortDays': z.int().min(0).max(366),
  'gap.summer': z.object({ from: monthDay, until: monthDay }),
  guard: z.object({ fewer: z.number().min(0).max(1), more: z.number().min(0), people: z.int().min(0) }),
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

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function settingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): MunicipalitySettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const valueOf = <Value>(key: keyof typeof shapes, shipped: Value): Value =>
    stored.has(key) ? (shapes[key].parse(stored.get(key)) as Value) : shipped
  return {
    law: {
      termEnds: termEndsOf(stored),
      shortGapDays: valueOf('gap.shortDays', 14),
      summer: valueOf<LawSettings['summer']>('gap.summer', { from: [5, 1], until: [9, 30] }),
      educations: valueOf<readonly EducationRow[]>('educations', shippedEducations),
    },
    guard: valueOf('guard', shippedGuard),
  }
}
