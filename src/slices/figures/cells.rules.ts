/**
 * From marks to a table. A row of things counts its marks; a row of youths counts each youth once, in the place of the first mark. So every row adds
 * up along every dimension, whatever a youth did in two units.
 */
import { yearOf, dayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Facts, FactYouth } from './facts.types.ts'
import { windowOf } from './facts.rules.ts'
import {
  cellKey,
  every,
  nothing,
  type At,
  type Cell,
  type Dimension,
  type Indicator,
  type IndicatorQuestion,
  type IndicatorTable,
  type Mark,
  type Row,
} from './indicator.types.ts'

type Traits = Pick<FactYouth, 'bornOn' | 'sex'>
/** A mark with what its youth is. */
export type Marked = { readonly mark: Mark; readonly traits: Traits }

const keyOf = (value: string | number | null): string => (value === null ? nothing : String(value))
const birthYearOf = (bornOn: PlainDate | null): number | null => (bornOn === null ? null : yearOf(dayOf(bornOn)))

const along: Readonly<Record<Dimension, (marked: Marked) => string>> = {
  unit: ({ mark }) => keyOf(mark.unitId),
  district: ({ mark }) => keyOf(mark.districtId),
  department: ({ mark }) => keyOf(mark.department),
  birthYear: ({ traits }) => keyOf(birthYearOf(traits.bornOn)),
  sex: ({ traits }) => keyOf(traits.sex),
}

/** Where the mark stands along the dimensions. */
export const placeOf = (marked: Marked, by: readonly Dimension[]): At => by.map((dimension) => along[dimension](marked))

/** By day; of one day in the order that the figure made them. Most youths have one mark, or have them in order: those are not sorted. */
function inOrder(marks: readonly Mark[]): readonly Mark[] {
  const isSorted = marks.every(({ on }, index) => index === 0 || (marks[index - 1]?.on ?? on) <= on)
  return isSorted ? marks : marks.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Whose marks a reader counts: what was done in units of the scope; and youths with a protected identity only with the right. */
export type Counting = { readonly units: readonly number[] | null; readonly mayReadProtected: boolean }
const countingAll: Counting = { units: null, mayReadProtected: true }

/** What had happened by the day: an answer that came later is none yet. */
function seenOn(youth: FactYouth, on: PlainDate): FactYouth {
  const { contacts } = youth
  const last = contacts.at(-1)
  return last === undefined || last.on <= on ? youth : { ...youth, contacts: contacts.filter((one) => one.on <= on) }
}

/** A row as it is counted; `lastOf`: whose mark it was given last, for youths are gone through one by one. */
type Counted = { readonly marked: Marked[]; readonly isOfYouths: boolean; lastOf: number | null }

/** The marks that count, row by row: of a row of youths the first of each, whoever counts. */
export function countedMarks(
  facts: Facts,
  indicator: Indicator,
  question: IndicatorQuestion,
  { units, mayReadProtected }: Counting = countingAll,
): Map<string, Marked[]> {
  const window = windowOf(question)
  const readsContacts = indicator.needs.contacts !== 'none'
  const rows = new Map<string, Counted>()
  for (const { key, kind } of indicator.rows(facts, window)) rows.set(key, { marked: [], isOfYouths: kind === 'youths', lastOf: null })
  for (const youth of facts.youths) {
    if (youth.isProtected && !mayReadProtected) continue
    for (const mark of inOrder(indicator.marks(readsContacts ? seenOn(youth, question.on) : youth, window))) {
      const row = rows.get(mark.row)
      if (row === undefined) throw new Error(`a mark in a row that the figure does not have: ${mark.row}`)
      if (row.isOfYouths && row.lastOf === youth.personId) continue
      row.lastOf = youth.personId
      if (units === null || (mark.unitId !== null && units.includes(mark.unitId))) row.marked.push({ mark, traits: youth })
    }
  }
  return new Map([...rows].map(([key, { marked }]) => [key, marked]))
}

/** The keys of a dimension: those of the municipality whether anything happened there or not, and those that something happened in. */
function keysOf(dimension: Dimension, { keys }: Facts, found: ReadonlySet<string>): string[] {
  const named: Readonly<Record<Dimension, readonly string[]>> = {
    unit: keys.units.map(String),
    district: keys.districts.map(String),
    department: keys.departments,
    birthYear: [],
    sex: ['woman', 'man'],
  }
  return [...new Set([...named[dimension], ...[...found].toSorted(), nothing].filter((key) => key !== nothing)), nothing]
}

/** Every place of the table: the whole first, then the margins and the cells, the last dimension fastest. */
function placesOf(keys: readonly (readonly string[])[]): At[] {
  return keys.reduce<At[]>((places, own) => places.flatMap((at) => [every, ...own].map((key) => [...at, key])), [[]])
}

/** The places that a mark counts in: its own, and every margin of it. */
export const marginsOf = (at: At): At[] =>
  at.reduce<At[]>(
    (places, key) =>
      places.flatMap((one) => [
        [...one, every],
        [...one, key],
      ]),
    [[]],
  )

/** Counts by place, in the order of `placesOf`. */
function tally(marks: readonly Marked[], by: readonly Dimension[], keys: readonly (readonly string[])[]): number[] {
  const places = keys.map((own) => new Map(own.map((key, index) => [key, index + 1])))
  const counts = Array<number>(keys.reduce((product, own) => product * (own.length + 1), 1)).fill(0)
  for (const marked of marks) {
    let groups = [0]
    by.forEach((dimension, index) => {
      const size = (keys[index]?.length ?? 0) + 1
      const own = places[index]?.get(along[dimension](marked)) ?? 0
      groups = groups.flatMap((group) => [group * size, group * size + own])
    })
    for (const group of groups) counts[group] = (counts[group] ?? 0) + 1
  }
  return counts
}

/** The keys along each dimension that something happened in. */
function foundKeys(rows: ReadonlyMap<string, readonly Marked[]>, by: readonly Dimension[]): Set<string>[] {
  const found = by.map(() => new Set<string>())
  for (const marks of rows.values())
    for (const marked of marks) by.forEach((dimension, index) => found[index]?.add(along[dimension](marked)))
  return found
}

/** A share in per cent with one decimal; null of nothing. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((1000 * part) / whole) / 10)

const valueOf = (row: Row, count: (key: string) => number): number | null =>
  row.kind === 'share' ? shareOf(count(row.part), count(row.whole)) : count(row.key)

/** The table of a figure. Nothing is hidden in it; what has not happened is zero. */
export function tableOf(facts: Facts, indicator: Indicator, question: IndicatorQuestion, counting: Counting = countingAll): IndicatorTable {
  const rows = indicator.rows(facts, windowOf(question))
  const marks = countedMarks(facts, indicator, question, counting)
  const { units } = counting
  const own = units === null ? facts : { ...facts, keys: { ...facts.keys, units: facts.keys.units.filter((unit) => units.includes(unit)) } }
  const found = foundKeys(marks, question.by)
  const keys = question.by.map((dimension, index) => keysOf(dimension, own, found[index] ?? new Set()))
  const counts = new Map([...marks].map(([row, counted]) => [row, tally(counted, question.by, keys)]))
  const groups = placesOf(keys)
  const values = groups.map((_, group) => rows.map((row) => valueOf(row, (key) => counts.get(key)?.[group] ?? 0)))
  return { rows, groups, values, hidden: new Set() }
}

/** The counts of a table as cells, shares left out: they follow. */
export const cellsOf = ({ rows, groups, values }: IndicatorTable): Cell[] =>
  groups.flatMap((at, group) =>
    rows.flatMap(({ key, kind }, index) => (kind === 'share' ? [] : [{ row: key, at, value: values[group]?.[index] ?? 0 }])),
  )

/** A table made again of what was kept of it. */
export function tableFrom({ rows, cells }: { readonly rows: readonly Row[]; readonly cells: readonly Cell[] }): IndicatorTable {
  const counts = new Map(cells.map(({ row, at, value }) => [cellKey(row, at), value]))
  const groups = [...new Map(cells.map(({ at }) => [at.join('|'), at])).values()]
  const values = groups.map((at) => rows.map((row) => valueOf(row, (key) => counts.get(cellKey(key, at)) ?? 0)))
  return { rows, groups, values, hidden: new Set() }
}
