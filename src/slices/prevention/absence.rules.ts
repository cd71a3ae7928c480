/** How much absence is much: two limits that are not the same test, and which days are read (DOMAIN.md 9). */
import { dateOf, dayOf, dayFrom, partsOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { AbsenceSums } from './prevention.types.ts'
import type { PreventionSettings } from './prevention-settings.rules.ts'

type Limits = Pick<PreventionSettings, 'thresholdHours' | 'csnHours'>

/** At or over the municipality's own limit. */
export const isOverThreshold = (minutes: number, { thresholdHours }: Limits): boolean => minutes >= thresholdHours * 60

/** At or over CSN's hours: 3 h 59 min is not, 4 h is. Whether it is repeated, which CSN asks too, only the school can tell. */
export const reachesCsn = (minutes: number, { csnHours }: Limits): boolean => minutes >= csnHours * 60

/** Whether a sum is kept at all: one that reaches neither limit is counted and forgotten. */
export const isKept = (minutes: number, limits: Limits): boolean =>
  minutes > 0 && (isOverThreshold(minutes, limits) || reachesCsn(minutes, limits))

export const absenceTabs = ['over', 'csn'] as const
export type AbsenceTab = (typeof absenceTabs)[number]

/** The lists that two months of absence put a pupil on. The larger of the two decides, so that a new month does not empty the list. */
export function tabsOf({ invalid, before }: Pick<AbsenceSums, 'invalid' | 'before'>, limits: Limits): AbsenceTab[] {
  const most = Math.max(invalid, before)
  return [...(isOverThreshold(most, limits) ? (['over'] as const) : []), ...(reachesCsn(most, limits) ? (['csn'] as const) : [])]
}

/** The share of what was offered, in whole per cent; null when the source does not say, or nothing was offered. */
export const shareOf = ({ invalid, offered }: Pick<AbsenceSums, 'invalid' | 'offered'>): number | null =>
  offered === null || offered === 0 ? null : Math.round((100 * invalid) / offered)

/** The first day of the month of a day. */
export const monthOf = (on: PlainDate): PlainDate => `${on.slice(0, 7)}-01` as PlainDate

/** The first day of the month so many months before. */
export function monthsBefore(month: PlainDate, months: number): PlainDate {
  const { year, month: number } = partsOf(dayOf(month))
  const at = year * 12 + (number - 1) - months
  return dateOf(dayFrom(Math.floor(at / 12), (((at % 12) + 12) % 12) + 1, 1))
}

/** Days of one month, both included. */
export type MonthSpan = { readonly fromOn: PlainDate; readonly untilOn: PlainDate }

/** Teachers report late: the month before is read anew while it is that new. */
const lateDays = 10

/** What a night reads: this month to yesterday, and in its first days the whole month before. */
export function spansToRead(on: PlainDate): MonthSpan[] {
  const [month, today] = [monthOf(on), dayOf(on)]
  const yesterday = dateOf(plusDays(today, -1))
  const before = { fromOn: monthsBefore(month, 1), untilOn: dateOf(plusDays(dayOf(month), -1)) }
  const present = yesterday >= month ? [{ fromOn: month, untilOn: yesterday }] : []
  return today - dayOf(month) < lateDays ? [before, ...present] : present
}
