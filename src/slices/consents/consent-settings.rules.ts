/** The settings of consent and referral as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'

/** Who says yes for somebody under 18: the youth alone, or a guardian too (DOMAIN.md 6: guardian contact is a setting, off from the start). */
export const under18Ways = ['own', 'guardianToo'] as const
export type Under18 = (typeof under18Ways)[number]

export type ConsentSettings = {
  readonly under18: Under18
  /** The most days that a consent holds. */
  readonly longestDays: number
  /** Days that a receiver has to answer a referral before it is told as late. */
  readonly answerDays: number
  /** Days after a yes that an outcome is waited for before it is told as late. */
  readonly outcomeDays: number
}

export const shippedConsents: ConsentSettings = { under18: 'own', longestDays: 365, answerDays: 14, outcomeDays: 60 }
export const consentSettingNames = ['under18', 'longestDays', 'answerDays', 'outcomeDays'] as const
export type ConsentSettingName = (typeof consentSettingNames)[number]
export type TypedConsentSettings = Readonly<Record<ConsentSettingName, string>>

/** Least and most of each number. */
export const consentLimits = { longestDays: [7, 730], answerDays: [1, 90], outcomeDays: [7, 365] } as const

/** Under what each is stored. */
export const consentSettingKey = (name: ConsentSettingName): string => `consents.${name}`

const shapes = {
  under18: z.enum(under18Ways),
  longestDays: z.int().min(consentLimits.longestDays[0]).max(consentLimits.longestDays[1]),
  answerDays: z.int().min(consentLimits.answerDays[0]).max(consentLimits.answerDays[1]),
  outcomeDays: z.int().min(consentLimits.outcomeDays[0]).max(consentLimits.outcomeDays[1]),
} as const

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function consentSettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): ConsentSettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const valueOf = <Name extends ConsentSettingName>(name: Name): ConsentSettings[Name] => {
    const key = consentSettingKey(name)
    return stored.has(key) ? (shapes[name].parse(stored.get(key)) as ConsentSettings[Name]) : shippedConsents[name]
  }
  return {
    under18: valueOf('under18'),
    longestDays: valueOf('longestDays'),
    answerDays: valueOf('answerDays'),
    outcomeDays: valueOf('outcomeDays'),
  }
}

const valueTyped = (name: ConsentSettingName, typed: string): unknown =>
  name === 'under18' ? typed : /^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : null

/** The settings as somebody typed them; the names of those that cannot be used. */
export function readConsentDraft(typed: TypedConsentSettings): ConsentSettings | readonly ConsentSettingName[] {
  const wrong = consentSettingNames.filter((name) => !shapes[name].safeParse(valueTyped(name, typed[name])).success)
  if (wrong.length > 0) return wrong
  return consentSettingsFrom(consentSettingNames.map((name) => ({ key: consentSettingKey(name), value: valueTyped(name, typed[name]) })))
}

/** What is to be saved: the values that the draft says otherwise. */
export const consentChanges = (
  present: ConsentSettings,
  draft: ConsentSettings,
): { readonly key: string; readonly value: string | number }[] =>
  consentSettingNames.filter((name) => present[name] !== draft[name]).map((name) => ({ key: consentSettingKey(name), value: draft[name] }))
