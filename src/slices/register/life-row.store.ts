/**
 * A row of the register as a life: the one mapping, whether a whole municipality is loaded or one person. Facts are tuples; the origin, when
 * asked for, comes last in each, and after it what only a page shows (see `one-life.store`), the school unit first.
 */
import type { Day } from '../../platform/plain-date.ts'
import { noticeSource, withNoticeEnds, type Life, type Origin } from '../law/index.ts'

/** An instant as PostgreSQL reads it, exclusive: what became known before it counts. `infinity`: all that is known. */
export type AsOf = string
export const now: AsOf = 'infinity'

export type PersonLife = {
  readonly personId: number
  readonly subjectId: string
  /** The number in force; null for a person known only by a school's interim number. */
  readonly number: string | null
  readonly givenName: string
  readonly familyName: string
  readonly secrecyMarked: boolean
  readonly life: Life
}

/** One fact as the database sends it. */
export type Tuple = readonly (string | number | boolean | null)[]
/** One person as the database sends it. */
export type LifeRow = {
  person_id: number
  subject_id: string
  number: string | null
  given_name: string | null
  family_name: string | null
  born_on: number | null
  protection: Tuple[] | null
} & Record<FactList, Tuple[] | null>

/** Which columns of each table a life is made of. */
export const factLists = {
  registrations: { table: 'registration', columns: ['day:on_date', 'municipality'] },
  deregistrations: { table: 'deregistration', columns: ['day:on_date', 'cause'] },
  deaths: { table: 'death', columns: ['day:on_date'] },
  immigrations: { table: 'immigration', columns: ['day:on_date'] },
  enrolments: {
    table: 'enrolment',
    columns: ['day:start_on', 'day:end_on', 'cancelled', 'school_type', 'education_code', 'school_unit', 'source'],
  },
  credentials: { table: 'credential', columns: ['day:on_date', 'type'] },
  schooling_ends: { table: 'schooling_end', columns: ['ground', 'day:end_on'] },
  decisions: { table: 'decision', columns: ['covers', 'day:from_on', 'day:until_on', 'ground', 'decided_by'] },
  stays: { table: 'stay', columns: ['municipality', 'day:from_on', 'day:until_on'] },
} as const
export type FactList = keyof typeof factLists

const text = (value: Tuple[number] | undefined): string => String(value ?? '')
const day = (value: Tuple[number] | undefined): Day => Number(value) as Day
const dayOrNull = (value: Tuple[number] | undefined): Day | null => (value === null || value === undefined ? null : day(value))

/** A column as the tuples hold it: days as whole days since 1970-01-01. */
export const columnOf = (column: string): string => (column.startsWith('day:') ? `f.${column.slice(4)} - date '1970-01-01'` : `f.${column}`)
/** Where a fact comes from, as the tuples hold it. */
export const origin = 'f.source, to_char(f.known_from, \'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM\')'

type WithOrigin = { origin?: Origin }
function originAt(tuple: Tuple, index: number): WithOrigin {
  if (tuple.length <= index) return {}
  const where = text(tuple[index + 2])
  return { origin: { source: text(tuple[index]), readAt: text(tuple[index + 1]), ...(where === '' ? {} : { where }) } }
}

const none: readonly Tuple[] = []

function protectedRegistrationOf(row: LifeRow): Life['protectedRegistration'] {
  const flagged = (row.protection ?? none).filter((tuple) => tuple[1] === true).toSorted((a, b) => day(a[2]) - day(b[2]))
  const first = flagged[0]
  return first === undefined ? null : { sinceOn: day(first[2]), ...originAt(first, 3) }
}

const enrolmentOf = (t: Tuple): Life['enrolments'][number] => ({
  startOn: day(t[0]),
  endOn: dayOrNull(t[1]),
  cancelled: t[2] === true,
  schoolType: text(t[3]),
  educationCode: text(t[4]),
  ...originAt(t, 7),
})

/** The enrolments as the law reads them: what a school has notified holds, whatever another source still says. Hardly anybody has a notice. */
const enrolmentsOf = (tuples: readonly Tuple[]): Life['enrolments'] =>
  tuples.some((t) => t[6] === noticeSource)
    ? withNoticeEnds(tuples.map((t) => ({ enrolment: enrolmentOf(t), unit: text(t[5]), source: text(t[6]) })))
    : tuples.map(enrolmentOf)

const decisionOf = (t: Tuple): Life['decisions'][number] => ({
  covers: t[0] === true,
  fromOn: day(t[1]),
  untilOn: dayOrNull(t[2]),
  ground: text(t[3]),
  decidedBy: text(t[4]),
  ...originAt(t, 5),
})

/** A row as a life. */
function lifeOf(row: LifeRow): Life {
  return {
    bornOn: row.born_on as Day | null,
    deaths: (row.deaths ?? none).map((t) => ({ on: day(t[0]), ...originAt(t, 1) })),
    registrations: (row.registrations ?? none).map((t) => ({ on: day(t[0]), municipality: t[1] as string | null, ...originAt(t, 2) })),
    deregistrations: (row.deregistrations ?? none).map((t) => ({ on: day(t[0]), cause: t[1] as 'UV' | 'OB', ...originAt(t, 2) })),
    immigrations: (row.immigrations ?? none).map((t) => ({ on: day(t[0]), ...originAt(t, 1) })),
    enrolments: enrolmentsOf(row.enrolments ?? none),
    credentials: (row.credentials ?? none).map((t) => ({ on: day(t[0]), type: text(t[1]), ...originAt(t, 2) })),
    schoolingEnds: (row.schooling_ends ?? none).map((t) =>
      t[0] === '7:13' ? { ground: '7:13', ...originAt(t, 2) } : { ground: '7:14', endOn: day(t[1]), ...originAt(t, 2) },
    ),
    decisions: (row.decisions ?? none).map(decisionOf),
    protectedRegistration: protectedRegistrationOf(row),
    confirmedStays: (row.stays ?? none).map((t) => ({
      municipality: text(t[0]),
      fromOn: day(t[1]),
      untilOn: dayOrNull(t[2]),
      ...originAt(t, 3),
    })),
  }
}

/** A row as a person with a life. */
export const personOf = (row: LifeRow): PersonLife => ({
  personId: row.person_id,
  subjectId: row.subject_id,
  number: row.number,
  givenName: row.given_name ?? '',
  familyName: row.family_name ?? '',
  secrecyMarked: (row.protection ?? none).some((tuple) => tuple[0] === true),
  life: lifeOf(row),
})
