/** What the figures are counted from: everything about the youths of a municipality as it was known at an instant. Pure; nothing here is a count. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Occupation, SaidOccupation } from '../ladder/index.ts'
import type { EducationKind, EntryReason, NotCoveredReason } from '../law/index.ts'
import type { FigureContact } from './figures.types.ts'

/** Days [fromOn, untilOn); null: no known end. */
export type Span = { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }

export type FactPeriod = Span & { readonly entryReason: EntryReason; readonly exitReason: NotCoveredReason | null }

/** An education followed. `qualifies`: it takes the youth outside the responsibility on those days. */
export type FactStudy = Span & { readonly kind: EducationKind; readonly qualifies: boolean }

/** A contact or attempt that is not struck. `wayId`: the number or address that was used. */
export type FactContact = Omit<FigureContact, 'counts' | 'isCovered'> & { readonly id: number; readonly wayId: number | null }

/** Something said of what a youth does, and not taken back. */
export type FactOccupation = SaidOccupation & { readonly id: number }

/** A stage that a composite measure has had or has. `isEmployment`: the one that the others lead to. */
export type FactStage = {
  readonly id: number
  readonly isEmployment: boolean
  readonly fromOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly outcome: 'completed' | 'interrupted' | null
  readonly reason: string | null
}

/** A measure that is not struck. */
export type FactMeasure = Span & {
  readonly id: number
  readonly itemKey: string
  /** Counts as a measure by the catalogue, as it was known. */
  readonly counts: boolean
  /** `waiting` and `refused` placements are proposals only. */
  readonly placement: 'none' | 'waiting' | 'approved' | 'refused'
  readonly endReason: string | null
  /** Null: nobody asked. */
  readonly occupationAfter: Occupation | null
  readonly department: string | null
  readonly recordedOn: PlainDate
  /** The item leads to youth employment by stages. */
  readonly leadsToEmployment: boolean
  readonly stages: readonly FactStage[]
  readonly unitId: number | null
  readonly districtId: number | null
}

/** Something offered and declined. */
export type FactOffer = { readonly id: number; readonly on: PlainDate; readonly unitId: number | null }

/** Somebody looked for a number in one of the places that the municipality allows. */
export type FactSearch = {
  readonly id: number
  readonly on: PlainDate
  readonly isFound: boolean
  readonly wayId: number | null
  readonly unitId: number | null
  readonly districtId: number | null
}

/** What the identity number says; null: a number that says nothing, or none. Nothing else tells it. */
export type Sex = 'woman' | 'man'

export type FactYouth = {
  readonly personId: number
  readonly bornOn: PlainDate | null
  readonly sex: Sex | null
  /** As it is known now, whatever instant is asked about. */
  readonly isProtected: boolean
  readonly unitId: number | null
  readonly districtId: number | null
  readonly periods: readonly FactPeriod[]
  readonly otherForms: readonly Span[]
  /** Only where a figure asks for them. */
  readonly studies: readonly FactStudy[]
  readonly watches: readonly Span[]
  /** In the order they happened. */
  readonly contacts: readonly FactContact[]
  /** In the order they were said: the last one stands. */
  readonly occupations: readonly FactOccupation[]
  readonly measures: readonly FactMeasure[]
  readonly offers: readonly FactOffer[]
  readonly searches: readonly FactSearch[]
}

/** Keys that rows are made of, so that what has not happened is a zero and not a gap. */
export type FactKeys = {
  readonly units: readonly number[]
  readonly districts: readonly number[]
  readonly departments: readonly string[]
  readonly items: readonly string[]
  /** Why measures end, and why stages are interrupted. */
  readonly endReasons: readonly string[]
  readonly interruptionReasons: readonly string[]
}

/** `on`: the last day that is looked at. */
export type Facts = { readonly on: PlainDate; readonly youths: readonly FactYouth[]; readonly keys: FactKeys }

/**
 * Up to when something is known, exclusive: `facts` what sources and persons have said of lives (the clock of knowledge), `work` what the house has
 * written of its own work (the clock on the wall).
 */
export type KnownAt = { readonly facts: string; readonly work: string }
