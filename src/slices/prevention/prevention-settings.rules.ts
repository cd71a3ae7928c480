/** The settings of prevention as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'

export type PreventionSettings = {
  /** Hours of invalid absence in a month from which a pupil is on the early list. */
  readonly thresholdHours: number
  /** The hours of CSN's rule, which asks that it is repeated too: another test, shown apart. */
  readonly csnHours: number
  /** Months that a sum is kept. */
  readonly keepMonths: number
}

export const shippedPrevention: PreventionSettings = { thresholdHours: 20, csnHours: 4, keepMonths: 6 }
export const preventionSettingNames = ['thresholdHours', 'csnHours', 'keepMonths'] as const
export type PreventionSettingName = (typeof preventionSettingNames)[number]
export type TypedPreventionSettings = Readonly<Record<PreventionSettingName, string>>

/** Least and most of each. */
export const preventionLimits: Readonly<Record<PreventionSettingName, readonly [number, number]>> = {
  thresholdHours: [1, 200],
  csnHours: [1, 40],
  keepMonths: [1, 24],
}

/** Under what each is stored. */
export const preventionSettingKey = (name: PreventionSettingName): string => `prevention.${name}`

const shapeOf = (name: PreventionSettingName) => {
  const [least, most] = preventionLimits[name]
  return z.int().min(least).max(most)
}

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function preventionSettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): PreventionSettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const valueOf = (name: PreventionSettingName): number => {
    const key = preventionSettingKey(name)
    return stored.has(key) ? shapeOf(name).parse(stored.get(key)) : shippedPrevention[name]
  }
  return { thresholdHours: valueOf('thresholdHours'), csnHours: valueOf('csnHours'), keepMonths: valueOf('keepMonths') }
}

const isUsable = (name: PreventionSettingName, typed: string): boolean =>
  /^\d{1,3}$/.test(typed.trim()) && shapeOf(name).safeParse(Number(typed)).success

/** The settings as somebody typed them; the names of those that cannot be used. */
export function readPreventionDraft(typed: TypedPreventionSettings): PreventionSettings | readonly PreventionSettingName[] {
  const wrong = preventionSettingNames.filter((name) => !isUsable(name, typed[name]))
  if (wrong.length > 0) return wrong
  return { thresholdHours: Number(typed.thresholdHours), csnHours: Number(typed.csnHours), keepMonths: Number(typed.keepMonths) }
}

/** What is to be saved: the values that the draft says otherwise. */
export const preventionChanges = (
  present: PreventionSettings,
  draft: PreventionSettings,
): { readonly key: string; readonly value: number }[] =>
  preventionSettingNames
    .filter((name) => present[name] !== draft[name])
    .map((name) => ({ key: preventionSettingKey(name), value: draft[name] }))
