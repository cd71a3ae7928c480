/** An instant as a person or a program writes it, as the end (exclusive) of the stretch of time that it names. */
import type { Tx } from './tx.ts'
import { parseDate } from '../plain-date.ts'

export type WrittenInstant = { readonly local: string; readonly zone: string | null; readonly unit: string }

/** How exactly an instant is written: `.5` names a tenth of a second. */
const unitOf = (fraction: string): string => (fraction === '' ? '1 second' : `${10 ** (6 - fraction.length)} microseconds`)

/** Zones that exist lie within fourteen hours of UTC. */
const isZone = (zone: string): boolean => /^(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)$/i.test(zone)

/**
 * Reads `2026-11-20`, `2026-11-20T13:05`, with seconds, fractions and a zone (`Z`, `+01:00`) if wanted. Null when it is none of these.
 * What was known "at 13:05:10" is all that was known before 13:05:11: a moment is named no more exactly than it is written.
 */
export function parseInstant(text: string): WrittenInstant | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,6}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i.exec(text.trim())
  const date = found === null ? null : parseDate(found[1] ?? '')
  if (found === null || date === null) return null
  const [, , minutes, seconds, fraction = '', zone] = found
  if (minutes === undefined) return { local: `${date} 00:00:00`, zone: null, unit: '1 day' }
  if (zone !== undefined && !isZone(zone)) return null
  if (minutes > '23:59' || (seconds ?? '00') > '59' || minutes.slice(3) > '59') return null
  if (seconds === undefined) return { local: `${date} ${minutes}:00`, zone: zone?.toUpperCase() ?? null, unit: '1 minute' }
  const local = `${date} ${minutes}:${seconds}${fraction === '' ? '' : `.${fraction}`}`
  return { local, zone: zone?.toUpperCase() ?? null, unit: unitOf(fraction) }
}

/** The end of the written stretch, as PostgreSQL writes an instant. Without a zone it is Swedish time. */
export async function endOf(tx: Tx, { local, zone, unit }: WrittenInstant): Promise<string> {
  const start = zone === null ? `($1::timestamp + $2::interval) at time zone 'Europe/Stockholm'` : `($1 || $3)::timestamptz + $2::interval`
  const values = zone === null ? [local, unit] : [local, unit, zone]
  const [row] = await tx.query<{ at: string }>(`select (${start})::text as at`, values)
  return row?.at ?? 'infinity'
}
