/** Filters on time and paging by token, as every list of SS 12000 has them. */
import { randomUUID } from 'node:crypto'
import type { Meta } from './world.ts'

/** `token` is the next page's, null when this was the last; `number` counts from 1. */
export type Page<T> = { readonly items: readonly T[]; readonly number: number; readonly token: string | null }
export type Wrong = { readonly wrong: string }
export type Pager<T> = (query: URLSearchParams, select: (query: URLSearchParams) => readonly T[] | Wrong) => Page<T> | Wrong

type Rest<T> = { readonly items: readonly T[]; readonly offset: number; readonly limit: number; readonly number: number }

export const isWrong = (value: object): value is Wrong => 'wrong' in value

/** Pages a list as it was when its first page was asked for. A token may be used again, as a client that retries must. */
export function pager<T>(pageSize: number): Pager<T> {
  const rests = new Map<string, Rest<T>>()
  return (query, select) => {
    const limit = limitIn(query)
    if (limit !== null && isWrong(limit)) return limit
    const token = query.get('pageToken')
    if (token === null) {
      const selected = select(query)
      return 'wrong' in selected
        ? selected
        : cut({ items: selected, offset: 0, limit: Math.min(limit?.size ?? pageSize, pageSize), number: 1 }, rests)
    }
    if ([...query.keys()].some((name) => name !== 'pageToken' && name !== 'limit')) {
      return { wrong: 'pageToken kan inte kombineras med andra filter än limit.' }
    }
    const rest = rests.get(token)
    if (rest === undefined) return { wrong: 'Okänd pageToken.' }
    return cut({ ...rest, limit: Math.min(limit?.size ?? rest.limit, pageSize) }, rests)
  }
}

function cut<T>(rest: Rest<T>, rests: Map<string, Rest<T>>): Page<T> {
  const end = rest.offset + rest.limit
  const items = rest.items.slice(rest.offset, end)
  if (end >= rest.items.length) return { items, number: rest.number, token: null }
  const token = randomUUID()
  rests.set(token, { ...rest, offset: end, number: rest.number + 1 })
  return { items, number: rest.number, token }
}

function limitIn(query: URLSearchParams): { readonly size: number } | Wrong | null {
  const text = query.get('limit')
  if (text === null) return null
  return /^[1-9]\d{0,8}$/.test(text) ? { size: Number(text) } : { wrong: 'limit ska vara ett heltal från 1.' }
}

/** RFC 3339 with a zone. A plus sign that was not encoded arrives as a blank, and is refused like any other nonsense. */
const pointInTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** The point in time a filter names, in milliseconds; null when it is not asked for. */
export function instantIn(query: URLSearchParams, name: string): { readonly at: number } | Wrong | null {
  const text = query.get(name)
  if (text === null) return null
  const at = pointInTime.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? { wrong: `${name} ska vara en tidpunkt med tidszon (RFC 3339).` } : { at }
}

/** `meta.created|modified.after` (exclusive) and `.before` (inclusive). */
export function byMeta<T extends { meta: Meta }>(records: readonly T[], query: URLSearchParams): readonly T[] | Wrong {
  let kept = records
  for (const field of ['created', 'modified'] as const) {
    const after = instantIn(query, `meta.${field}.after`)
    const before = instantIn(query, `meta.${field}.before`)
    if (after !== null && isWrong(after)) return after
    if (before !== null && isWrong(before)) return before
    if (after !== null) kept = kept.filter((record) => Date.parse(record.meta[field]) > after.at)
    if (before !== null) kept = kept.filter((record) => Date.parse(record.meta[field]) <= before.at)
  }
  return kept
}
