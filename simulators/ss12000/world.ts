/** What the simulated school system knows, as the plain JSON objects of SS 12000 2.1.0, and small makers for them. */

export type Meta = { created: string; modified: string }
export type Reference = { id: string; displayName?: string }
export type Enrolment = {
  enroledAt: Reference
  schoolType: string
  startDate: string
  endDate?: string
  schoolYear?: number
  cancelled?: boolean
  educationCode?: string
  programme?: Reference
  specification?: string
}
export type Person = {
  id: string
  meta: Meta
  givenName: string
  familyName: string
  middleName?: string
  civicNo?: { value: string; nationality?: string }
  birthDate?: string
  sex?: 'Man' | 'Kvinna' | 'Okänt'
  securityMarking?: 'Ingen' | 'Sekretessmarkering' | 'Skyddad folkbokföring'
  personStatus?: 'Aktiv' | 'Utvandrad' | 'Avliden'
  emails?: { value: string; type: 'Privat' | 'Skola elev' | 'Skola personal' | 'Arbete övrigt' }[]
  enrolments?: Enrolment[]
}
export type Organisation = {
  id: string
  meta: Meta
  displayName: string
  organisationType:
    | 'Huvudman'
    | 'Verksamhetsområde'
    | 'Förvaltning'
    | 'Rektorsområde'
    | 'Skola'
    | 'Skolenhet'
    | 'Varumärke'
    | 'Bolag'
    | 'Övrigt'
  organisationNumber?: string
  schoolUnitCode?: string
  schoolTypes?: string[]
  municipalityCode?: string
  parentOrganisation?: Reference
  startDate?: string
  endDate?: string
}
/** `entityType` as in the standard's EndPointsEnum: `Person`, `Organisation`, `Group` and so on. */
export type Deleted = { entityType: string; id: string; deletedAt: string }

/** What a pupil's attendance at an activity adds up to on the days asked for, in minutes. */
export type Attendance = {
  student: Reference
  activity: Reference
  /** The day that it is of; a real system has one for each lesson. */
  on: string
  attendanceSum: number
  validAbsenceSum: number
  invalidAbsenceSum: number
  otherAttendanceSum: number
  reportedSum: number
  offeredSum: number
}

/** Read anew at each request, so that a test may change it between two. */
export type SchoolWorld = { organisations: Organisation[]; persons: Person[]; deleted: Deleted[]; attendances?: Attendance[] }

/** Made-up things get ids and birthdays in order, so that a run can be repeated. */
const made = { persons: 0, units: 0 }

const made2026: Meta = { created: '2026-08-01T08:00:00Z', modified: '2026-08-01T08:00:00Z' }
const numberedId = (series: string, number: number): string => `${series}-0000-4000-8000-${String(number).padStart(12, '0')}`

/** The check digit of the nine digits before it (Luhn). */
function checkDigit(nine: string): number {
  let sum = 0
  for (let index = 0; index < nine.length; index++) {
    const product = Number(nine[index]) * (index % 2 === 0 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return (10 - (sum % 10)) % 10
}

/**
 * One of Skatteverket's test numbers, which no living person has: of births 2000-2013 those with 238 (woman) or 239 (man)
 * before the check digit.
 */
export function testNumber(birthDate: string, sex: 'Man' | 'Kvinna' = 'Kvinna'): string {
  const year = Number(birthDate.slice(0, 4))
  if (year < 2000 || year > 2013) throw new Error(`no test numbers for births in ${birthDate.slice(0, 4)}`)
  const digits = birthDate.replaceAll('-', '') + (sex === 'Man' ? '239' : '238')
  return digits + String(checkDigit(digits.slice(2)))
}

/** A pupil. Without a birth date they get one of their own in 2007 or later, and always the test number that goes with it. */
export function aPerson(given: Partial<Person> = {}): Person {
  const number = ++made.persons
  const birthDate = given.birthDate ?? new Date(Date.UTC(2007, 0, number)).toISOString().slice(0, 10)
  const sex = given.sex ?? 'Kvinna'
  return {
    id: numberedId('00000001', number),
    meta: made2026,
    givenName: 'Prov',
    familyName: `Elevsson ${number}`,
    birthDate,
    sex,
    civicNo: given.civicNo ?? { value: testNumber(birthDate, sex === 'Man' ? 'Man' : 'Kvinna'), nationality: 'SE' },
    securityMarking: 'Ingen',
    personStatus: 'Aktiv',
    enrolments: [],
    ...given,
  }
}

/** An enrolment in the natural science programme of upper secondary school, at a school unit or the id of one. */
export function anEnrolment(given: Partial<Enrolment> & Pick<Enrolment, 'enroledAt'>): Enrolment {
  return { schoolType: 'GY', startDate: '2026-08-17', schoolYear: 1, educationCode: 'NA', ...given }
}

/** An upper secondary school unit with a code of its own. */
export function aSchoolUnit(given: Partial<Organisation> = {}): Organisation {
  const number = ++made.units
  return {
    id: numberedId('00000002', number),
    meta: made2026,
    displayName: `Provgymnasiet ${number}`,
    organisationType: 'Skolenhet',
    schoolUnitCode: String(99_000_000 + number),
    schoolTypes: ['GY'],
    municipalityCode: '0180',
    startDate: '2011-07-01',
    ...given,
  }
}

/** A pupil's lessons of a day in minutes: a full day of which so much was invalid absence. */
export const anAttendance = ({
  student,
  on,
  invalid,
  offered = 300,
}: {
  student: string
  on: string
  invalid: number
  offered?: number
}): Attendance => ({
  student: { id: student },
  activity: { id: numberedId('00000003', 1) },
  on,
  attendanceSum: offered - invalid,
  validAbsenceSum: 0,
  invalidAbsenceSum: invalid,
  otherAttendanceSum: 0,
  reportedSum: offered,
  offeredSum: offered,
})
