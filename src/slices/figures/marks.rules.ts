/** Makers of marks: each counts one thing, where it was done or where the youth is. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { FactContact, FactMeasure, FactPeriod, FactYouth } from './facts.types.ts'
import type { Mark, Ref, Row, RowKind, Sum } from './indicator.types.ts'

type Where = { readonly unitId: number | null; readonly districtId: number | null; readonly department?: string | null }

/** Counts something done somewhere. */
export const markAt = (
  row: string,
  { personId }: Pick<FactYouth, 'personId'>,
  on: PlainDate,
  { unitId, districtId, department = null }: Where,
  refs: readonly Ref[],
): Mark => ({ row, personId, on, unitId, districtId, department, refs })

export const periodRef = ({ personId }: Pick<FactYouth, 'personId'>): Ref => ({ kind: 'period', id: personId })

/** Counts the youth in a period, where the youth is now. */
export const markPeriod = (row: string, youth: FactYouth, { fromOn }: Pick<FactPeriod, 'fromOn'>, more: readonly Ref[] = []): Mark =>
  markAt(row, youth, fromOn, youth, [...more, periodRef(youth)])

/** Counts a contact where it was made. It was in the group, or outside, by the youth's periods. */
export const markContact = (row: string, youth: FactYouth, contact: FactContact, more: readonly Ref[] = []): Mark =>
  markAt(row, youth, contact.on, contact, [...more, { kind: 'contact', id: contact.id }, periodRef(youth)])

/** Counts a measure on one of its days, where it was written down. */
export const markMeasure = (row: string, youth: FactYouth, measure: FactMeasure, on: PlainDate = measure.fromOn): Mark =>
  markAt(row, youth, on, measure, [{ kind: 'measure', id: measure.id }, periodRef(youth)])

export const youthsRow = (key: string): Row => ({ key, kind: 'youths' })
export const countRow = (key: string): Row => ({ key, kind: 'count' })
export const shareRow = (key: string, part: string, whole: string): Row => ({ key, kind: 'share', part, whole })

/** A row that is the sum of others. */
export const totalOf = (total: string, parts: readonly string[]): Sum => ({ plus: [total], minus: parts })

/** A row for each key of a list. */
export const rowsFor = (stem: string, keys: readonly string[], kind: RowKind): Row[] => keys.map((key) => ({ key: `${stem}.${key}`, kind }))
