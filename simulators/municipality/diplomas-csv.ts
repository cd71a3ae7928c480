/** The diplomas' CSV (FEEDS.md 4). */
import { csvDate } from './enrolments-csv.ts'
import type { CredentialFact } from './lives.types.ts'

export const diplomasHead = 'personnummer;typ;datum;studievagskod;skolenhetskod\n'

/** One row, without the line end. */
export const diplomaRow = (number: string, { type, on, educationCode, school }: CredentialFact): string =>
  `${number};${type};${csvDate(on)};${educationCode};${school.unit}`

/** A whole snapshot. */
export const diplomasCsv = (rows: readonly string[]): string => `${diplomasHead}${rows.map((row) => `${row}\n`).join('')}`
