/** What of a youth's time is asked for, as the address says it, and the entries in order: the latest first. */
import { parseDate } from '../../platform/plain-date.ts'
import { entryKinds, internalKinds, type Entry, type EntryKind, type SpanProblem, type TimelineQuestion } from './timeline.types.ts'

/** The page of everything in order of time. */
export const timelinePath = (subjectId: string): string => `/ungdomar/${subjectId}/tidslinje`

/** The words of the address: they say nothing of anybody. */
export const kindWords: Readonly<Record<EntryKind, string>> = {
  coverage: 'ansvar',
  residence: 'bostad',
  school: 'skola',
  notice: 'besked',
  prevention: 'forebyggande',
  radar: 'radar',
  contact: 'kontakt',
  message: 'utskick',
  meeting: 'mote',
  visit: 'besok',
  question: 'fraga',
  reply: 'svar',
  measure: 'atgard',
  occupation: 'sysselsattning',
  plan: 'plan',
  sharing: 'samtycke',
  transfer: 'overflytt',
  turning20: 'fyller-20',
  decision: 'beslut',
  watch: 'bevakning',
  assignment: 'ansvarig',
  correction: 'rattelse',
}

const mostPages = 100

/** What is typed in the form, as it was typed. */
export type TypedSpan = { readonly from: string; readonly until: string }
export type AskedTimeline = {
  readonly question: TimelineQuestion
  readonly typed: TypedSpan
  readonly problem: { readonly field: 'fran' | 'till'; readonly what: SpanProblem } | null
}

/** The question that an address asks. A day that cannot be read narrows nothing, and is told. */
export function questionFrom(query: URLSearchParams): AskedTimeline {
  const words = new Set(query.getAll('visa'))
  const kinds = entryKinds.filter((kind) => words.has(kindWords[kind]))
  const typed = { from: query.get('fran')?.trim() ?? '', until: query.get('till')?.trim() ?? '' }
  const [fromOn, untilOn] = [parseDate(typed.from), parseDate(typed.until)]
  const page = Math.min(Math.max(1, Math.trunc(Number(query.get('sida'))) || 1), mostPages)
  const all = { kinds, fromOn: null, untilOn: null, page }
  if (typed.from !== '' && fromOn === null) return { question: all, typed, problem: { field: 'fran', what: 'not-a-date' } }
  if (typed.until !== '' && untilOn === null) return { question: all, typed, problem: { field: 'till', what: 'not-a-date' } }
  if (fromOn !== null && untilOn !== null && untilOn < fromOn) {
    return { question: all, typed, problem: { field: 'till', what: 'end-before-start' } }
  }
  return { question: { kinds, fromOn, untilOn, page }, typed, problem: null }
}

/** The address of a question, with nothing of the youth in it but the random id. */
export function addressOf(subjectId: string, { kinds, fromOn, untilOn, page }: TimelineQuestion): string {
  const query = new URLSearchParams(kinds.map((kind): [string, string] => ['visa', kindWords[kind]]))
  if (fromOn !== null) query.set('fran', fromOn)
  if (untilOn !== null) query.set('till', untilOn)
  if (page > 1) query.set('sida', String(page))
  const text = query.toString()
  return timelinePath(subjectId) + (text === '' ? '' : `?${text}`)
}

/** The latest first. What has no time of day comes after what has one, that day; otherwise in the order given, the last first. */
export const inOrder = (entries: readonly Entry[]): Entry[] =>
  entries
    .map((entry, index) => ({ entry, index, key: `${entry.on} ${entry.at ?? '00:00'}` }))
    .toSorted((a, b) => (a.key === b.key ? b.index - a.index : a.key < b.key ? 1 : -1))
    .map(({ entry }) => entry)

/** What is shown to whom: facing the youth nothing internal, and nothing struck. */
export const shownTo = (entries: readonly Entry[], isMeeting: boolean): Entry[] =>
  isMeeting ? entries.filter(({ kind, struck }) => struck === null && !internalKinds.has(kind)) : [...entries]

/** Those of the kinds and days that are asked for. */
export const asked = (entries: readonly Entry[], { kinds, fromOn, untilOn }: TimelineQuestion): Entry[] =>
  entries.filter(
    ({ kind, on }) =>
      (kinds.length === 0 || kinds.includes(kind)) && (fromOn === null || fromOn <= on) && (untilOn === null || on <= untilOn),
  )

export const pageSize = 100

/** A month of the list: `2026-11`. */
export type Month = { readonly month: string; readonly entries: readonly Entry[] }
export type TimelinePage = { readonly months: readonly Month[]; readonly total: number; readonly page: number }

/** The page of the list that the question asks for, or the last there is, month by month. */
export function pageOf(entries: readonly Entry[], question: TimelineQuestion): TimelinePage {
  const page = Math.min(question.page, Math.max(1, Math.ceil(entries.length / pageSize)))
  const months = new Map<string, Entry[]>()
  for (const entry of entries.slice((page - 1) * pageSize, page * pageSize)) {
    const month = entry.on.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), entry])
  }
  return { months: [...months].map(([month, own]) => ({ month, entries: own })), total: entries.length, page }
}

/** How many there are of each kind, for the filter. */
export function countByKind(entries: readonly Entry[]): Readonly<Record<EntryKind, number>> {
  const counts = Object.fromEntries(entryKinds.map((kind) => [kind, 0])) as Record<EntryKind, number>
  for (const { kind } of entries) counts[kind]++
  return counts
}
