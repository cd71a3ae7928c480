/** The settings of home visits as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'

/** Minutes after a check-in, and after the end of the round, when the third person is told. */
export type VisitSettings = { readonly minutesInside: number; readonly minutesAfterEnd: number }

export const shippedVisits: VisitSettings = { minutesInside: 45, minutesAfterEnd: 30 }
export const visitSettingNames = ['minutesInside', 'minutesAfterEnd'] as const

/** Under what each is stored. */
export const visitSettingKeys: Readonly<Record<keyof VisitSettings, string>> = {
  minutesInside: 'visits.minutes',
  minutesAfterEnd: 'visits.minutesAfterEnd',
}
/** Fewer give false alarms; more is no watch. */
export const [fewestMinutes, mostMinutes] = [5, 180]
const minutes = z.int().min(fewestMinutes).max(mostMinutes)

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function visitSettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): VisitSettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const valueOf = (name: keyof VisitSettings): number => {
    const key = visitSettingKeys[name]
    return stored.has(key) ? minutes.parse(stored.get(key)) : shippedVisits[name]
  }
  return { minutesInside: valueOf('minutesInside'), minutesAfterEnd: valueOf('minutesAfterEnd') }
}

/** The settings as somebody typed them; the names of those that cannot be used. */
export function readVisitDraft(typed: Readonly<Record<keyof VisitSettings, string>>): VisitSettings | readonly (keyof VisitSettings)[] {
  const wrong = visitSettingNames.filter((name) => !/^\d{1,3}$/.test(typed[name].trim()) || !minutes.safeParse(Number(typed[name])).success)
  return wrong.length > 0 ? wrong : { minutesInside: Number(typed.minutesInside), minutesAfterEnd: Number(typed.minutesAfterEnd) }
}

/** What is to be saved: the values that the draft says otherwise. */
export const visitChanges = (present: VisitSettings, draft: VisitSettings): { readonly key: string; readonly value: number }[] =>
  visitSettingNames.filter((name) => present[name] !== draft[name]).map((name) => ({ key: visitSettingKeys[name], value: draft[name] }))
