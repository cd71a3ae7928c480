/**
 * When a file in directed follow-up is erased: five years after the last note, done at the latest in the calendar year after that, with the
 * exceptions of 12 kap. 1, 2 §§ socialtjänstlagen (2001:453). Pure: the day is handed in.
 */
import { birthday, dayFrom, partsOf, yearOf, type Day } from '../../../platform/plain-date.ts'
import type { Erasure, ErasureFacts, ErasureSettings } from './erasure.types.ts'

export const fewestYears = 5
export const mostYears = 25

/** Shipped: five years, no research sample. */
export const shippedErasure: ErasureSettings = {
  years: fewestYears,
  keepsSample: false,
  source: '12 kap. 1 och 2 §§ socialtjänstlagen (2001:453)',
}

const sampleDays: ReadonlySet<number> = new Set([5, 15, 25])

/** Whether the file belongs to the sample that is kept for research: born on the 5th, 15th or 25th. */
const isSampled = (bornOn: Day): boolean => sampleDays.has(partsOf(bornOn).dayOfMonth)

/** What becomes of a file. A ground to keep it comes before the clock; a youth somebody follows has not had the last note. */
export function erasureOf({ bornOn, lastNoteOn, keptBecause, isFollowed }: ErasureFacts, { years, keepsSample }: ErasureSettings): Erasure {
  if (keptBecause !== null) return { kind: 'kept', why: keptBecause }
  if (keepsSample && isSampled(bornOn)) return { kind: 'kept', why: 'sample' }
  if (isFollowed) return { kind: 'kept', why: 'followed' }
  // A note of 29 February runs out on 1 March, as birthdays do.
  const from = birthday(lastNoteOn, years)
  return { kind: 'erased', from, latest: dayFrom(yearOf(from) + 1, 12, 31) }
}

/** Whether the file is to be erased on the day. */
export const isDue = (erasure: Erasure, on: Day): erasure is Extract<Erasure, { kind: 'erased' }> =>
  erasure.kind === 'erased' && on >= erasure.from

const isSource = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= 300
const isYears = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= fewestYears && value <= mostYears

/** The settings as they are stored; what cannot be read is as shipped. */
export function erasureSettingsFrom(value: unknown): ErasureSettings {
  if (typeof value !== 'object' || value === null) return shippedErasure
  const { years, keepsSample, source } = value as Partial<Record<keyof ErasureSettings, unknown>>
  return {
    years: isYears(years) ? years : shippedErasure.years,
    keepsSample: keepsSample === true,
    source: isSource(source) ? source : shippedErasure.source,
  }
}
