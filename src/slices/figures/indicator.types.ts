/** The nouns of figures: what one is, what it is asked about, and the table that it answers with. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Facts, FactYouth } from './facts.types.ts'

export const dimensions = ['unit', 'district', 'birthYear', 'sex', 'department'] as const
export type Dimension = (typeof dimensions)[number]

/** Half-open. `on`: the last day that is looked at; what comes after it is not counted. */
export type IndicatorQuestion = {
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
  readonly on: PlainDate
  readonly by: readonly Dimension[]
}

/** Days [fromOn, untilOn) of the question that are looked at; `lastOn` is the last of them, the count day of a picture. */
export type Window = { readonly fromOn: PlainDate; readonly untilOn: PlainDate; readonly lastOn: PlainDate }

/** What something that was counted is made of. A period is named by its youth, and so are the things said of an occupation together. */
export type RefKind = 'period' | 'contact' | 'occupation' | 'measure' | 'stage' | 'offer' | 'search'
export type Ref = { readonly kind: RefKind; readonly id: number }

/** One thing counted in one row. Of a youth who is counted once, the first says where. */
export type Mark = {
  readonly row: string
  readonly personId: number
  readonly on: PlainDate
  readonly unitId: number | null
  readonly districtId: number | null
  readonly department: string | null
  readonly refs: readonly Ref[]
}

/** `youths`: distinct youths; `count`: things; `share`: one row of another, in per cent. */
export type RowKind = 'youths' | 'count'
export type Row =
  /** `isTold`: other figures tell it too, so that hiding it here hides nothing else. */
  | { readonly key: string; readonly kind: RowKind; readonly isTold?: true }
  | { readonly key: string; readonly kind: 'share'; readonly part: string; readonly whole: string }

/** Rows that add up in every group: the sum of `plus` is the sum of `minus`. */
export type Sum = { readonly plus: readonly string[]; readonly minus: readonly string[] }

/** What must be loaded. `contacts`: from the period's first day, and the last one before it in which each youth was reached. */
export type Needs = { readonly contacts: 'none' | 'period' | 'periodAndLastHeard'; readonly studies: boolean }

/** A figure: a pure definition over facts. */
export type Indicator = {
  readonly dimensions: readonly Dimension[]
  /** Of a stretch of time, or of its last day alone. */
  readonly of: 'period' | 'day'
  readonly needs: Needs
  readonly rows: (facts: Facts, window: Window) => readonly Row[]
  readonly sums: (facts: Facts, window: Window) => readonly Sum[]
  readonly marks: (youth: FactYouth, window: Window) => readonly Mark[]
}

/** All there are, along a dimension: the margin. */
export const every = '*'
/** Nothing, along a dimension: no unit, no birth date, a number that does not tell. */
export const nothing = '-'
/** A place in a table: along each dimension asked for, in order, a key, `nothing` or `every`. */
export type At = readonly string[]

export type Cell = { readonly row: string; readonly at: At; readonly value: number }

/** `values[group][row]`; null: a share of nothing, or something that is not shown because it is too small. */
export type IndicatorTable = {
  readonly rows: readonly Row[]
  readonly groups: readonly At[]
  readonly values: readonly (readonly (number | null)[])[]
  /** Places that are not shown, as `cellKey` writes them. */
  readonly hidden: ReadonlySet<string>
}

export const cellKey = (row: string, at: At): string => `${row} ${at.join('|')}`
