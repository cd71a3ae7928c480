/** The settings of the summer radar as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'
import { parseDate } from '../../platform/plain-date.ts'

export type RadarSettings = {
  /** First and last day of the season, as month and day. */
  readonly from: string
  readonly until: string
  /** From this day somebody admitted must be known to have come. */
  readonly showUp: string
  /** Days that a place written by hand is believed from then on. */
  readonly graceDays: number
}

export const shippedRadar: RadarSettings = { from: '06-01', until: '09-15', showUp: '08-25', graceDays: 14 }
export const radarSettingNames = ['from', 'until', 'showUp', 'graceDays'] as const
export type RadarSettingName = (typeof radarSettingNames)[number]
export type TypedRadarSettings = Readonly<Record<RadarSettingName, string>>

/** Under what each is stored. */
export const radarSettingKey = (name: RadarSettingName): string => `radar.${name}`

const isMonthDay = (text: string): boolean => /^\d\d-\d\d$/.test(text) && parseDate(`2025-${text}`) !== null
const monthDay = z.string().refine(isMonthDay)
const graceDays = z.int().min(0).max(60)

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function radarSettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): RadarSettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const dayOf = (name: 'from' | 'until' | 'showUp'): string => {
    const key = radarSettingKey(name)
    return stored.has(key) ? monthDay.parse(stored.get(key)) : shippedRadar[name]
  }
  const grace = radarSettingKey('graceDays')
  return {
    from: dayOf('from'),
    until: dayOf('until'),
    showUp: dayOf('showUp'),
    graceDays: stored.has(grace) ? graceDays.parse(stored.get(grace)) : shippedRadar.graceDays,
  }
}

/** The settings as somebody typed them; the names of those that cannot be used. The season goes forward, and all come within it. */
export function readRadarDraft(typed: TypedRadarSettings): RadarSettings | readonly RadarSettingName[] {
  const [from, until, showUp, grace] = [typed.from.trim(), typed.until.trim(), typed.showUp.trim(), typed.graceDays.trim()]
  const wrong: RadarSettingName[] = (['from', 'until', 'showUp'] as const).filter((name) => !isMonthDay(typed[name].trim()))
  if (!/^\d{1,2}$/.test(grace) || !graceDays.safeParse(Number(grace)).success) wrong.push('graceDays')
  if (wrong.length > 0) return wrong
  if (from >= until) return ['until']
  if (showUp <= from || showUp > until) return ['showUp']
  return { from, until, showUp, graceDays: Number(grace) }
}

/** What is to be saved: the values that the draft says otherwise. */
export const radarChanges = (present: RadarSettings, draft: RadarSettings): { readonly key: string; readonly value: string | number }[] =>
  radarSettingNames.filter((name) => present[name] !== draft[name]).map((name) => ({ key: radarSettingKey(name), value: draft[name] }))
