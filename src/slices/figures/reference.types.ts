/** The nouns of comparing: figures that others have published, and ours beside them. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { IndicatorName } from './registry.rules.ts'

/**
 * A published figure of others. `row`: the row of ours that it is compared with, or several with plus between them; a share is of a `whole`. `period`: a
 * half-year (`2018H2`), a school year (`2021/22`) or a year (`2016`).
 */
export type Reference = {
  readonly key: string
  readonly name: IndicatorName
  readonly row: string
  readonly whole: string | null
  readonly period: string
  readonly value: number
  readonly kind: 'count' | 'percent'
  readonly ofWhom: string
  readonly source: string
  /** Where it can be read; null: those that come with the product, and those written before addresses were asked for. */
  readonly url: string | null
}

/** `shipped`: comes with the product; else the municipality wrote it, at the instant (Swedish time). */
export type ShownReference = Reference & { readonly isShipped: boolean; readonly by: string | null; readonly at: string | null }

/** Ours of one stretch of days, beside others'. `small`: too small to be shown; null: a share of nothing. */
export type ComparedPeriod = { readonly fromOn: PlainDate; readonly untilOn: PlainDate; readonly value: number | 'small' | null }

/** One thing compared: ours now, ours of earlier periods, and what others have published of it. */
export type Comparison = {
  readonly name: IndicatorName
  readonly row: string
  readonly whole: string | null
  readonly kind: 'count' | 'percent'
  readonly ours: readonly ComparedPeriod[]
  readonly others: readonly ShownReference[]
}

/** A line of the municipality's own, in force or earlier. `until` null: it is in force. */
export type PastReference = ShownReference & { readonly until: string | null }
