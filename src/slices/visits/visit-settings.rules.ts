/** The settings of home visits as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'

/** Minutes after a check-in, and after the end of the round, when the third person is told. */
export type VisitSettings = { readonly minutesInside: number; readonly minutesAfterEnd: number }

export const shippedVisits: VisitSettings = { minutesInside: 45, minutesAfterEnd: 30 }

export const visitSettingKeys = { minutesInside: 'visits.minutes', minutesAfterEnd: 'visits.minutesAfterEnd' } as const
/** Fewer than five gives false alarms; more than three hours is no watch. */
export const visitMinutes = z.int().min(5).max(180)

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function visitSettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): VisitSettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const minutes = (name: keyof VisitSettings): number => {
    const key = visitSettingKeys[name]
    return stored.has(key) ? visitMinutes.parse(stored.get(key)) : shippedVisits[name]
  }
  return { minutesInside: minutes('minutesInside'), minutesAfterEnd: minutes('minutesAfterEnd') }
}
