/**
 * What may be carried to another municipality: the closed list of the ordinance 2006:39, 4 §, and of that only what the receiver does not have
 * already (3 §: necessary for its duty). Twin of `transfers.may_be_carried` in the database.
 */
import type { Carried } from './transfers.types.ts'

/** A field that is carried, and what allows it. */
export type AllowedField = { readonly field: string; readonly source: '4 § 1' | '4 § 2' | '4 § 3' }

/** Every field, by its path. Lists are their elements'. */
export const allowedFields: readonly AllowedField[] = [
  { field: 'number', source: '4 § 1' },
  { field: 'phones', source: '4 § 1' },
  { field: 'emails', source: '4 § 1' },
  { field: 'occupations.kind', source: '4 § 2' },
  { field: 'occupations.sinceOn', source: '4 § 2' },
  { field: 'occupations.statedOn', source: '4 § 2' },
  { field: 'educations.schoolType', source: '4 § 2' },
  { field: 'educations.educationCode', source: '4 § 2' },
  { field: 'educations.startOn', source: '4 § 2' },
  { field: 'educations.endOn', source: '4 § 2' },
  { field: 'measures.content', source: '4 § 3' },
  { field: 'measures.fromOn', source: '4 § 3' },
  { field: 'measures.endedOn', source: '4 § 3' },
  { field: 'measures.endReason', source: '4 § 3' },
]

/** Never carried, though some of it is kept here: not on the list, or the receiver's own register has it newer. For the page and the handbook. */
export const neverCarried = [
  'address',
  'notes',
  'contacts',
  'answers',
  'plan',
  'guardian',
  'unit',
  'declined',
  'secrecy',
  'followUp',
] as const
export type NeverCarried = (typeof neverCarried)[number]

/** Most of each that is carried: more than so is no part of anybody's life, and a file stays small. */
const most = 200

/**
 * The record as it is carried: each field picked by name, so that a column that is added to what is read is never carried by itself.
 * Whatever else the record holds is left behind.
 */
export const carriedFrom = (record: Carried): Carried => ({
  number: record.number,
  phones: record.phones.slice(0, most),
  emails: record.emails.slice(0, most),
  occupations: record.occupations.slice(0, most).map(({ kind, sinceOn, statedOn }) => ({ kind, sinceOn, statedOn })),
  educations: record.educations
    .slice(0, most)
    .map(({ schoolType, educationCode, startOn, endOn }) => ({ schoolType, educationCode, startOn, endOn })),
  measures: record.measures.slice(0, most).map(({ content, fromOn, endedOn, endReason }) => ({ content, fromOn, endedOn, endReason })),
})

/** The paths of everything that a value holds, without places in lists. */
export function pathsOf(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : [...new Set(value.flatMap((one) => pathsOf(one, at)))]
  if (typeof value !== 'object' || value === null) return at === '' ? [] : [at]
  return Object.entries(value).flatMap(([key, one]) => pathsOf(one, at === '' ? key : `${at}.${key}`))
}

/** How much of each kind: what may be said in the log and on a page that lists. */
export const sizeOf = ({ phones, emails, occupations, educations, measures }: Carried) => ({
  phones: phones.length,
  emails: emails.length,
  occupations: occupations.length,
  educations: educations.length,
  measures: measures.length,
})
