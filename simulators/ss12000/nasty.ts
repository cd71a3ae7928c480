/** What real school systems do beside the standard, each to be switched on by itself. */
import type { Enrolment, Person } from './world.ts'

export type Nasty = {
  /** Every third person's enrolments have a school form that the standard does not know. */
  unknownSchoolTypes?: boolean
  /** Identity numbers as `070409-2386`. */
  tenDigitNumbers?: boolean
  /** `/deletedEntities` as a bare list `[{entityType,id,deletedAt}]`. */
  flatDeletedEntities?: boolean
  /** `2026-08-01T08:00:00` in meta and in deletedAt: nobody knows in which time zone. */
  timestampsWithoutZone?: boolean
  /** 400 on `meta.modified.after`. */
  refuseDelta?: boolean
  /** Every n-th request answers 500; the same request asked again is answered. From 2 up, or nothing ever works. */
  serverErrors?: number
  /** Every answer is this many milliseconds late. */
  slow?: number
  /** The body of this page of `/persons` (from 1) is cut in the middle, each time it is asked for. */
  truncated?: number
  /** The first person comes once more, last of all. */
  duplicates?: boolean
  /** Every third person has a temporary number in place of an identity number: `20130101TF01`. */
  tfNumbers?: boolean
  /** Every third person's enrolments are cancelled: by turns without an end, and with an end before the start. */
  cancelledEnrolments?: boolean
  /** Every page of `/persons` after the first one names itself as the next page. */
  repeatedTokens?: boolean
}

const inventedTypes = ['SUV', 'FSK'] as const

/** The persons whom the "every third" switches strike, by their place in the whole list: the first, the fourth and so on. */
export const isStruck = (index: number): boolean => index % 3 === 0

const dayBefore = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

function nastyEnrolment(enrolment: Enrolment, nasty: Nasty, turn: number): Enrolment {
  const changed = { ...enrolment }
  if (nasty.unknownSchoolTypes) changed.schoolType = inventedTypes[turn % 2] ?? 'SUV'
  if (nasty.cancelledEnrolments) {
    changed.cancelled = true
    if (turn % 2 === 0) delete changed.endDate
    else changed.endDate = dayBefore(enrolment.startDate)
  }
  return changed
}

/** A number within its birth date, as pupil systems hand them out. */
function temporaryNumber(person: Person, turn: number): string {
  const day = (person.birthDate ?? '2013-01-01').replaceAll('-', '')
  return `${day}TF${String((turn % 99) + 1).padStart(2, '0')}`
}

/** Only ordinary numbers have a ten-digit form; temporary ones stay as they are. */
const tenDigits = (value: string): string => (/^\d{12}$/.test(value) ? `${value.slice(2, 8)}-${value.slice(8)}` : value)

/** The person at a place in the whole list, as this vendor would send it. */
export function nastyPerson(person: Person, index: number, nasty: Nasty): Person {
  const changed = { ...person }
  const turn = Math.floor(index / 3)
  if (isStruck(index)) {
    if (changed.enrolments !== undefined) changed.enrolments = changed.enrolments.map((one) => nastyEnrolment(one, nasty, turn))
    if (nasty.tfNumbers) changed.civicNo = { value: temporaryNumber(person, turn) }
  }
  if (nasty.tenDigitNumbers && changed.civicNo !== undefined) {
    changed.civicNo = { ...changed.civicNo, value: tenDigits(changed.civicNo.value) }
  }
  return changed
}

/** The same point in time without its zone. */
export const withoutZone = (timestamp: string): string => timestamp.replace(/(Z|[+-]\d\d:\d\d)$/, '')

/** Every record has meta; only this vendor forgets where on earth it was. */
export const zoneless = <T extends { meta: { created: string; modified: string } }>(record: T): T => ({
  ...record,
  meta: { created: withoutZone(record.meta.created), modified: withoutZone(record.meta.modified) },
})
