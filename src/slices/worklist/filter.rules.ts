/** A view of the lists as its address says it, and what it asks of the database. The address never holds anything of a youth. */
import { dateOf, dayFrom, dayOf, daysInMonth, partsOf, plusDays, type Day, type PlainDate } from '../../platform/plain-date.ts'
import {
  readyLists,
  sortKeys,
  tabs,
  type Conditions,
  type Filter,
  type ListView,
  type ReadyList,
  type Sort,
  type SortKey,
  type Tab,
} from './worklist.types.ts'

const tabWords: Readonly<Record<Tab, string>> = {
  toAct: 'atgardas',
  measurePlanned: 'planerad',
  measureOngoing: 'pagaende',
  otherSchoolForm: 'annan-skolform',
  watching: 'bevakas',
  closed: 'avslutade',
  unconfirmedStay: 'vistelse',
}
const listWords: Readonly<Record<ReadyList, string>> = {
  newForMe: 'nya-for-mig',
  unassigned: 'utan-ansvarig',
  soonTwenty: 'snart-20',
  lastNight: 'i-natt',
}
const sortWords: Readonly<Record<SortKey, string>> = {
  name: 'namn',
  age: 'alder',
  since: 'sedan',
  unit: 'enhet',
  responsible: 'ansvarig',
}

const named = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>, word: string): Key | null =>
  keys.find((key) => words[key] === word) ?? null

/** The names of the filter's fields, in addresses and forms. */
export const fieldNames: Readonly<Record<keyof Filter, string>> = {
  ageFrom: 'alder_fran',
  ageTo: 'alder_till',
  unit: 'enhet',
  district: 'omrade',
  reason: 'orsak',
  daysAtLeast: 'dagar_minst',
  daysAtMost: 'dagar_hogst',
  unknownOccupation: 'okand',
  assigned: 'ansvarig',
  lastNight: 'natt',
  twentyWithin: 'tjugo',
}

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
}

const entryReasons: ReadonlySet<string> = new Set([
  'decided',
  'returned',
  'registeredInSweden',
  'movedIn',
  'studyCertificate',
  'endedWithoutDiploma',
  'interruptedNational',
  'interruptedIntroductory',
  'interruptedAdapted',
  'interruptedEquivalent',
  'noShow',
  'neverStarted',
  'unknown',
])

/** The reasons that can be chosen in the filter. */
export const reasonChoices: readonly string[] = [...entryReasons]

const whole = (text: string, largest: number): number | null => (/^\d{1,10}$/.test(text) && Number(text) <= largest ? Number(text) : null)
const staffWord = /^(?:jag|ingen|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/
const staffOf = (text: string): string | null => (!staffWord.test(text) ? null : text === 'jag' ? 'me' : text === 'ingen' ? 'nobody' : text)

type Read<T> = (text: string) => T | null
const readers: Readonly<{ [Key in keyof Filter]: Read<NonNullable<Filter[Key]>> }> = {
  ageFrom: (text) => whole(text, 130),
  ageTo: (text) => whole(text, 130),
  unit: (text) => whole(text, 2 ** 31 - 1),
  district: (text) => whole(text, 2 ** 31 - 1),
  reason: (text) => (entryReasons.has(text) ? text : null),
  daysAtLeast: (text) => whole(text, 36_500),
  daysAtMost: (text) => whole(text, 36_500),
  unknownOccupation: (text) => (text === 'ja' ? true : null),
  assigned: staffOf,
  lastNight: (text) => (text === 'ja' ? true : null),
  twentyWithin: (text) => whole(text, 36_500),
}
const keys = Object.keys(readers) as (keyof Filter)[]

const written = (value: string | number | boolean): string =>
  value === true ? 'ja' : value === 'me' ? 'jag' : value === 'nobody' ? 'ingen' : String(value)

/** Newest first: the morning's question is who came in. */
export const shippedSort: Sort = { key: 'since', descending: true }

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
  ...(['name', 'age', 'unit', 'responsible'] as const).flatMap((key) => [
    { key, descending: false },
    { key, descending: true },
  ]),
]

/** The view that an address asks for. `unread` names the fields that say nothing one can use; the rest of the view stands. */
export function parseView(query: URLSearchParams): { readonly view: ListView; readonly unread: readonly (keyof Filter)[] } {
  const filter: Record<string, string | number | boolean | null> = { ...noFilter }
  const unread: (keyof Filter)[] = []
  for (const key of keys) {
    const text = query.get(fieldNames[key])?.trim() ?? ''
    if (text === '') continue
    const value = readers[key](text)
    if (value === null) unread.push(key)
    else filter[key] = value
  }
  const view = {
    tab: named(tabs, tabWords, query.get('lage') ?? '') ?? 'toAct',
    list: named(readyLists, listWords, query.get('lista') ?? ''),
    filter: filter as Filter,
    sort: sortOf(query.get('sort') ?? ''),
    page: Math.max(1, whole(query.get('sida') ?? '', 100_000) ?? 1),
  }
  return { view, unread }
}

/** The view as a query string: the same view always gives the same text, and what is as shipped is left out. */
export function queryOf({ tab, list, filter, sort, page }: ListView): string {
  const query = new URLSearchParams()
  if (tab !== 'toAct') query.set('lage', tabWords[tab])
  if (list !== null) query.set('lista', listWords[list])
  for (const key of keys) {
    const value = filter[key]
    if (value !== null && value !== false) query.set(fieldNames[key], written(value))
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
export const usedFields = ({ filter }: ListView): (keyof Filter)[] => keys.filter((key) => filter[key] !== null && filter[key] !== false)

/** The same day so many years before: whoever is born on or before it has turned so old. 29 February's children turn on 1 March. */
export function yearsBefore(day: Day, years: number): PlainDate {
  const { year, month, dayOfMonth } = partsOf(day)
  const then = year - years
  return dateOf(dayFrom(then, month, Math.min(dayOfMonth, daysInMonth(then, month))))
}

/** The age on the day; null when the birthday is not known. */
export function ageOn(bornOn: PlainDate | null, today: PlainDate): number | null {
  if (bornOn === null) return null
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return bornOn <= yearsBefore(dayOf(today), years) ? years : years - 1
}

const twentyBefore = (today: Day, days: number) => ({
  bornAfter: yearsBefore(today, 20),
  bornOnOrBefore: yearsBefore(plusDays(today, days), 20),
})

/** What the filter asks of the database on the day, for the reader. */
export function conditionsOf(filter: Filter, today: PlainDate, me: string): Conditions {
  const day = dayOf(today)
  const before = (days: number | null): PlainDate | null => (days === null ? null : dateOf(plusDays(day, -days)))
  return {
    bornOnOrBefore: filter.ageFrom === null ? null : yearsBefore(day, filter.ageFrom),
    bornAfter: filter.ageTo === null ? null : yearsBefore(day, filter.ageTo + 1),
    unit: filter.unit,
    district: filter.district,
    reason: filter.reason,
    fromOnOrBefore: before(filter.daysAtLeast),
    fromOnOrAfter: before(filter.daysAtMost),
    unknownOccupation: filter.unknownOccupation,
    staff: filter.assigned === 'me' ? me : filter.assigned,
    lastNight: filter.lastNight,
    twenty: filter.twentyWithin === null ? null : twentyBefore(day, filter.twentyWithin),
  }
}

const readyFilters: Readonly<Record<ReadyList, Filter>> = {
  newForMe: { ...noFilter, assigned: 'me', daysAtMost: 7 },
  unassigned: { ...noFilter, assigned: 'nobody' },
  soonTwenty: { ...noFilter, twentyWithin: 90 },
  lastNight: { ...noFilter, lastNight: true },
}

/** What each ready list asks of the database. */
export const readyConditions = (today: PlainDate, me: string): Readonly<Record<ReadyList, Conditions>> => ({
  newForMe: conditionsOf(readyFilters.newForMe, today, me),
  unassigned: conditionsOf(readyFilters.unassigned, today, me),
  soonTwenty: conditionsOf(readyFilters.soonTwenty, today, me),
  lastNight: conditionsOf(readyFilters.lastNight, today, me),
})

/** Whether the filter asks where somebody is. Protected youths are never found by place. */
export const asksForPlace = ({ unit, district }: Filter): boolean => unit !== null || district !== null
