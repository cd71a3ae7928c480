/** The regional pupil database's CSV with the default columns (FEEDS.md 3). */
import { dateOf, type Day } from '../../src/platform/plain-date.ts'
import type { EnrolmentFact, EnrolmentVersion } from './lives.types.ts'

export const enrolmentsHead = 'personnummer;fornamn;efternamn;skolform;studievagskod;skolenhetskod;huvudman;startdatum;slutdatum;avbruten\n'

/** Whose row it is, as the schools write it. */
type PupilName = { readonly number: string; readonly givenName: string; readonly surname: string }

// The same few thousand days are written for every row of a hundred nights.
const written = new Map<Day, string>()

/** A day as the CSV files write it. */
export function csvDate(day: Day): string {
  const known = written.get(day)
  if (known !== undefined) return known
  const text = dateOf(day)
  written.set(day, text)
  return text
}

/** One row, without the line end. */
export function enrolmentRow(pupil: PupilName, enrolment: EnrolmentFact, version: EnrolmentVersion): string {
  const { schoolType, educationCode, school, startOn } = enrolment
  const endOn = version.endOn === null ? '' : csvDate(version.endOn)
  const who = `${pupil.number};${pupil.givenName};${pupil.surname}`
  return `${who};${schoolType};${educationCode};${school.unit};${school.authority};${csvDate(startOn)};${endOn};${version.cancelled ? 'ja' : 'nej'}`
}

/** A whole snapshot. */
export const enrolmentsCsv = (rows: readonly string[]): string => `${enrolmentsHead}${rows.join('\n')}\n`
