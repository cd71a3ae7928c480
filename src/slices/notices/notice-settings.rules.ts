/** The settings of school notices as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'

export type NoticeSettings = {
  /** A source that says the same within so many days agrees with a notice. */
  readonly toleranceDays: number
  /** The same school, pupil and kind within so many days is the same notice sent twice. */
  readonly duplicateDays: number
  /** More days than so from the event to the notice is late. */
  readonly lateDays: number
  /** Hours that a school's link is good for. */
  readonly linkHours: number
  /** Days after a notice is over (refused, forwarded, answered, annulled) before the pupil's particulars are taken away. */
  readonly keepDays: number
}

export const shippedNotices: NoticeSettings = { toleranceDays: 7, duplicateDays: 14, lateDays: 14, linkHours: 8, keepDays: 90 }
export const noticeSettingNames = ['toleranceDays', 'duplicateDays', 'lateDays', 'linkHours', 'keepDays'] as const
export type NoticeSettingName = (typeof noticeSettingNames)[number]

/** Least and most of each. */
export const noticeSettingLimits: Readonly<Record<NoticeSettingName, readonly [number, number]>> = {
  toleranceDays: [0, 60],
  duplicateDays: [0, 60],
  lateDays: [1, 120],
  linkHours: [1, 48],
  keepDays: [1, 730],
}

/** Under what each is stored. */
export const noticeSettingKey = (name: NoticeSettingName): string => `notices.${name}`

const shapeOf = (name: NoticeSettingName) => {
  const [least, most] = noticeSettingLimits[name]
  return z.int().min(least).max(most)
}

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function noticeSettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): NoticeSettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const valueOf = (name: NoticeSettingName): number => {
    const key = noticeSettingKey(name)
    return stored.has(key) ? shapeOf(name).parse(stored.get(key)) : shippedNotices[name]
  }
  const [toleranceDays, duplicateDays, lateDays] = [valueOf('toleranceDays'), valueOf('duplicateDays'), valueOf('lateDays')]
  return { toleranceDays, duplicateDays, lateDays, linkHours: valueOf('linkHours'), keepDays: valueOf('keepDays') }
}

export type TypedNoticeSettings = Readonly<Record<NoticeSettingName, string>>

const isUsable = (name: NoticeSettingName, typed: string): boolean =>
  /^\d{1,3}$/.test(typed.trim()) && shapeOf(name).safeParse(Number(typed)).success

/** The settings as somebody typed them; the names of those that cannot be used. */
export function readNoticeDraft(typed: TypedNoticeSettings): NoticeSettings | readonly NoticeSettingName[] {
  const wrong = noticeSettingNames.filter((name) => !isUsable(name, typed[name]))
  if (wrong.length > 0) return wrong
  const of = (name: NoticeSettingName): number => Number(typed[name])
  const [toleranceDays, duplicateDays, lateDays] = [of('toleranceDays'), of('duplicateDays'), of('lateDays')]
  return { toleranceDays, duplicateDays, lateDays, linkHours: of('linkHours'), keepDays: of('keepDays') }
}

/** What is to be saved: the values that the draft says otherwise. */
export const noticeChanges = (present: NoticeSettings, draft: NoticeSettings): { readonly key: string; readonly value: number }[] =>
  noticeSettingNames.filter((name) => present[name] !== draft[name]).map((name) => ({ key: noticeSettingKey(name), value: draft[name] }))
