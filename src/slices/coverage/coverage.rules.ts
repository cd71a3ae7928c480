/** The meter's address, read and written. */
import { gapReasons, type CoverageCounts, type Selection } from './coverage.types.ts'

export const pageSize = 50

const whole = (text: string | null, most: number): number | null =>
  text !== null && /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : null

/** What the address asks for; what cannot be read is left out. */
export function selectionFrom(query: URLSearchParams): Selection {
  const district = query.get('omrade')
  const reason = query.get('anledning')
  return {
    year: whole(query.get('fodelsear'), 9999),
    district: district === 'saknas' ? 'none' : whole(district, 999_999_999),
    reason: gapReasons.find((one) => one === reason) ?? null,
    page: Math.max(1, whole(query.get('sida'), 100_000) ?? 1),
  }
}

/** The address of a selection. */
export function addressOf({ year, district, reason, page }: Selection): string {
  const query = new URLSearchParams()
  if (year !== null) query.set('fodelsear', String(year))
  if (district !== null) query.set('omrade', district === 'none' ? 'saknas' : String(district))
  if (reason !== null) query.set('anledning', reason)
  if (page > 1) query.set('sida', String(page))
  const text = query.toString()
  return text === '' ? '/tackning' : `/tackning?${text}`
}

/** The share of those expected whose whereabouts are accounted for, in whole per cent rounded down: 100 only when nobody is missing. */
export const shareOf = ({ expected, gap }: CoverageCounts): number =>
  expected === 0 ? 100 : Math.floor((100 * (expected - gap)) / expected)
