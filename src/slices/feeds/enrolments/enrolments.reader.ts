/** Enrolments as CSV from the regional pupil database, independent schools and other systems (FEEDS.md 3). */
import { parseIdentityNumber } from '../../../kernel/identity-number.ts'
import { parseDate, type PlainDate } from '../../../platform/plain-date.ts'
import { cutOff, tableRows, type Mapping, type TableRow, type TableShape } from '../csv-table.ts'
import { checkEnrolment, endlessInterruption, problemOf, type Complaint, type EnrolmentDraft } from '../education-row.ts'
import { identityReasons } from '../feeds.texts.ts'
import type { EnrolmentRow, Parsed, ReadContext, Subject } from '../feeds.types.ts'

const shape: TableShape = {
  required: ['personnummer', 'skolform', 'studievagskod', 'skolenhetskod', 'startdatum', 'slutdatum', 'avbruten'],
  optional: ['fornamn', 'efternamn', 'huvudman'],
  spoken: ['fornamn', 'efternamn', 'huvudman'],
}

const nobody: Subject = { number: null, pupilId: null }

/** Who the row is about: an interim number is the school's own id for a pupil and matched by a person. */
export function subjectOf(rawNumber: string, context: ReadContext): Subject | Complaint {
  const number = parseIdentityNumber(rawNumber, context.on)
  if (typeof number === 'string') {
    return { kind: 'bad-identity-number', field: 'personnummer', reason: identityReasons[number], content: '' }
  }
  return number.kind === 'interim' ? { number: null, pupilId: number.reveal() } : { number, pupilId: null }
}

function dateIn(value: string, field: string, complaints: Complaint[]): PlainDate | null {
  const date = parseDate(value)
  if (date === null && value !== '') complaints.push({ kind: 'bad-date', field, reason: 'Datumet går inte att läsa.', content: value })
  return date
}

function cancelledIn(value: string, complaints: Complaint[]): boolean {
  const word = value.toLowerCase()
  if (word !== 'ja' && word !== 'nej' && word !== '') {
    complaints.push({ kind: 'bad-value', field: 'avbruten', reason: 'Ska vara ja eller nej.', content: value })
  }
  return word === 'ja'
}

function draftOf(fields: Readonly<Record<string, string>>, complaints: Complaint[]): EnrolmentDraft | null {
  const startOn = dateIn(fields['startdatum'] ?? '', 'startdatum', complaints)
  const endOn = dateIn(fields['slutdatum'] ?? '', 'slutdatum', complaints)
  const cancelled = cancelledIn(fields['avbruten'] ?? '', complaints)
  const schoolType = (fields['skolform'] ?? '').toUpperCase()
  if ((fields['startdatum'] ?? '') === '')
    complaints.push({ kind: 'bad-date', field: 'startdatum', reason: 'Startdatum saknas.', content: '' })
  if (schoolType === '') complaints.push({ kind: 'bad-value', field: 'skolform', reason: 'Skolform saknas.', content: '' })
  if (complaints.length > 0 || startOn === null) return null
  if (cancelled && endOn === null) complaints.push({ kind: 'bad-value', field: 'slutdatum', reason: endlessInterruption, content: '' })
  return {
    schoolUnit: fields['skolenhetskod'] ?? '',
    schoolType,
    startOn,
    endOn,
    cancelled,
    educationCode: (fields['studievagskod'] ?? '').toUpperCase(),
    authority: fields['huvudman'] ?? '',
  }
}

/** A row with too few or too many columns. Whom it seems to be about keeps what was known. */
export function wrongColumns({ reference, raw }: TableRow, subject: Subject | Complaint): Parsed<never> {
  const complaint: Complaint = { kind: 'bad-row', field: '', reason: 'Raden har fel antal kolumner.', content: raw }
  const mentioned = 'kind' in subject ? null : { ...subject, within: null }
  return { rows: [], mentioned, problems: [problemOf(complaint, reference, nobody, '')] }
}

/** One row of the table as an enrolment, or as what is wrong with it. */
function parseEnrolment(row: TableRow, context: ReadContext): Parsed<EnrolmentRow> {
  const { reference, fields, raw } = row
  const rawNumber = fields['personnummer'] ?? ''
  const subject = subjectOf(rawNumber, context)
  if (!row.hasAllColumns) return wrongColumns(row, subject)
  if ('kind' in subject)
    return { rows: [], mentioned: null, problems: [problemOf({ ...subject, content: raw }, reference, nobody, rawNumber)] }
  const complaints: Complaint[] = []
  const draft = draftOf(fields, complaints)
  const checked =
    draft === null ? { usable: false, complaints } : checkEnrolment(draft, { schoolType: 'skolform', end: 'slutdatum' }, context)
  const all = draft === null ? complaints : [...complaints, ...checked.complaints]
  const problems = all.map((complaint) => problemOf(complaint, reference, subject, rawNumber))
  if (draft === null) return { rows: [], mentioned: { ...subject, within: fields['skolenhetskod'] || null }, problems }
  // Readable, but not used (3.2): what the source said of it before is no longer what it says.
  if (!checked.usable) return { rows: [], mentioned: null, problems }
  return { rows: [{ ...subject, ...draft, reference }], mentioned: null, problems }
}

const spoilt = ({ rows }: Parsed<EnrolmentRow>): boolean => rows.length === 0

/** @throws Refused when the row is the last one and was cut */
function wholeEnrolment(row: TableRow, context: ReadContext): Parsed<EnrolmentRow> {
  const parsed = parseEnrolment(row, context)
  if (row.endsOpen || (row.mayBeCut && spoilt(parsed))) throw cutOff(row)
  return parsed
}

/** All rows of the files in order, in batches. @throws Refused when a file cannot be read as this table */
export async function* readEnrolments(
  paths: readonly string[],
  mapping: Mapping,
  context: ReadContext,
): AsyncGenerator<Parsed<EnrolmentRow>[]> {
  for (const path of paths) {
    for await (const batch of tableRows(path, shape, mapping)) yield batch.map((row) => wholeEnrolment(row, context))
  }
}
