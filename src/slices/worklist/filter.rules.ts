/** A view of the lists as its address says it. The address never holds anything of a youth. */
import { fieldNames, fieldWords, listWords, named, sortWords, tabWords, whole } from './words.rules.ts'
import { readyLists, sortKeys, tabs, type Filter, type ListView, type Sort } from './worklist.types.ts'

export const noFilter: Filter = {
  ageFrom: null,
  ageTo: null,
  unit: null,
  district: null,
  reason: null,
  daysAtLeast: null,
  daysAtMost: null,
  unknownOccupation: false,
  assigned: null,
  lastNight: false,
  twentyWithin: null,
  unreachedFor: null,
  untriedFor: null,
  step: null,
  dueWithin: null,
  waitsFor: null,
  phone: null,
  occupation: null,
}

const keys = Object.keys(fieldNames) as (keyof Filter)[]

/** Newest first: the morning's question is who came in. */
export const shippedSort: Sort = { key: 'since', descending: true }
/** How many days `notReached` asks for when nobody has said. */
export const shippedNotReachedDays = 30

function sortOf(text: string): Sort {
  const descending = text.startsWith('-')
  const key = named(sortKeys, sortWords, descending ? text.slice(1) : text)
  return key === null ? shippedSort : { key, descending }
}

/** A sort as an address says it. */
export const sortWord = ({ key, descending }: Sort): string => `${descending ? '-' : ''}${sortWords[key]}`

/** The sorts that can be chosen in a list: every key both ways. */
export const sortChoices: readonly Sort[] = [
  shippedSort,
  { key: 'since', descending: false },
  ...(['name', 'age', 'lastReached', 'lastAttempt', 'nextDue', 'unit', 'responsible'] as const).flatMap((key) => [
    { key, descending: false },
    { key, descending: true },
  ]),
]

type ParsedFilter = { readonly filter: Filter; readonly unread: readonly (keyof Filter)[] }

function filterOf(query: URLSearchParams): ParsedFilter {
  const filter: Record<string, string | number | boolean | null> = { ...noFilter }
  const unread: (keyof Filter)[] = []
  for (const key of keys) {
    const text = query.get(fieldNames[key])?.trim() ?? ''
    if (text === '') continue
    const value = fieldWords[key].read(text)
    if (value === null) unread.push(key)
    else filter[key] = value
  }
  return { filter: filter as Filter, unread }
}

/** The view that an address asks for. `unread` names the fields that say nothing one can use; the rest of the view stands. */
export function parseView(query: URLSearchParams): { readonly view: ListView; readonly unread: readonly (keyof Filter)[] } {
  const { filter, unread } = filterOf(query)
  const view = {
    tab: named(tabs, tabWords, query.get('lage') ?? '') ?? 'toAct',
    list: named(readyLists, listWords, query.get('lista') ?? ''),
    notReachedDays: Math.max(1, whole(query.get('dagar') ?? '', 3650) ?? shippedNotReachedDays),
    filter,
    sort: sortOf(query.get('sort') ?? ''),
    page: Math.max(1, whole(query.get('sida') ?? '', 100_000) ?? 1),
  }
  return { view, unread }
}

const written = <Key extends keyof Filter>(key: Key, value: NonNullable<Filter[Key]>): string => fieldWords[key].write(value)

/** The view as a query string: the same view always gives the same text, and what is as shipped is left out. */
export function queryOf({ tab, list, notReachedDays, filter, sort, page }: ListView): string {
  const query = new URLSearchParams()
  if (tab !== 'toAct') query.set('lage', tabWords[tab])
  if (list !== null) query.set('lista', listWords[list])
  if (notReachedDays !== shippedNotReachedDays) query.set('dagar', String(notReachedDays))
  for (const key of keys) {
    const value = filter[key]
    if (value !== null && value !== false) query.set(fieldNames[key], written(key, value))
  }
  if (sort.key !== shippedSort.key || sort.descending !== shippedSort.descending) {
    query.set('sort', sortWord(sort))
  }
  if (page > 1) query.set('sida', String(page))
  return query.toString()
}

/** The address of a view. */
export function addressOf(view: ListView): string {
  const query = queryOf(view)
  return query === '' ? '/ungdomar' : `/ungdomar?${query}`
}

/** The fields that narrow the view, for the log: their names, never their values. */
export const usedFields = ({ filter }: Pick<ListView, 'filter'>): (keyof Filter)[] =>
  keys.filter((key) => filter[key] !== null && filter[key] !== false)

/** Whether the filter asks where somebody is. Protected youths are never found by place. */
export const asksForPlace = ({ unit, district }: Filter): boolean => unit !== null || district !== null
