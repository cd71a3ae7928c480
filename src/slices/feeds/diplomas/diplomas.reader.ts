/** Diplomas and certificates: CSV, and betygsdokument r20 as XML (FEEDS.md 4). */
import { basename } from 'node:path'
import { dayOf, parseDate } from '../../../platform/plain-date.ts'
import { headOf, mustBeFile, textOf } from '../../../platform/text-file.ts'
import { cutOff, tableRows, type Mapping, type TableRow, type TableShape } from '../csv-table.ts'
import { problemOf, shownCode, type Complaint } from '../education-row.ts'
import { subjectOf, wrongColumns } from '../enrolments/enrolments.reader.ts'
import type { CredentialRow, Parsed, ReadContext, Subject } from '../feeds.types.ts'
import { declaredEncoding } from '../population/population.reader.ts'
import { textAt, xmlRecords, type Element } from '../xml-tree.ts'
import { gradeDocumentRoot, gradeDocumentTypes } from './diplomas.structure.ts'

const shape: TableShape = { required: ['personnummer', 'typ', 'datum'], optional: ['studievagskod', 'skolenhetskod'], spoken: [] }

const knownTypes: ReadonlySet<string> = new Set([
  'examen_hogskoleforberedande',
  'examen_yrkes',
  'examen_ingenjor',
  'studiebevis',
  'gymnasieintyg',
  'anpassad_gymnasiebevis',
  'gymnasiesarskolebevis',
  'vux_examen',
  'ib_diploma',
  'utlandsk_examen',
  'folkhogskola_behorighet',
  'slutbetyg',
  'kunskapsintyg',
])

const nobody: Subject = { number: null, pupilId: null }

type Draft = { type: string; dateText: string; educationCode: string; schoolUnit: string }

/** A credential dated after the day it is delivered is not used (3.4). */
function credential(draft: Draft, subject: Subject, reference: string, rawNumber: string, context: ReadContext): Parsed<CredentialRow> {
  const { type, dateText, educationCode, schoolUnit } = draft
  const on = parseDate(dateText)
  const refuse = (complaint: Omit<Complaint, 'content'>): Parsed<CredentialRow> => ({
    rows: [],
    mentioned: { ...subject, within: knownTypes.has(type) ? type : null },
    problems: [problemOf({ ...complaint, content: `${type}|${dateText}` }, reference, subject, rawNumber)],
  })
  if (!knownTypes.has(type))
    return refuse({ kind: 'unknown-code', field: 'typ', reason: `Betygsdokumentets typ${shownCode(type)} är okänd.` })
  if (on === null) return refuse({ kind: 'bad-date', field: 'datum', reason: 'Datumet går inte att läsa.' })
  if (dayOf(on) > context.on) return refuse({ kind: 'dated-ahead', field: 'datum', reason: 'Dokumentet är daterat efter leveransdagen.' })
  return { rows: [{ ...subject, type, on, educationCode, schoolUnit, reference }], mentioned: null, problems: [] }
}

/** One row of the table as a credential, or as what is wrong with it. */
function parseCredential(row: TableRow, context: ReadContext): Parsed<CredentialRow> {
  const { reference, fields, raw } = row
  const rawNumber = fields['personnummer'] ?? ''
  const subject = subjectOf(rawNumber, context)
  if (!row.hasAllColumns) return wrongColumns(row, subject)
  if ('kind' in subject)
    return { rows: [], mentioned: null, problems: [problemOf({ ...subject, content: raw }, reference, nobody, rawNumber)] }
  const draft = {
    type: (fields['typ'] ?? '').toLowerCase(),
    dateText: fields['datum'] ?? '',
    educationCode: (fields['studievagskod'] ?? '').toUpperCase(),
    schoolUnit: fields['skolenhetskod'] ?? '',
  }
  return credential(draft, subject, reference, rawNumber, context)
}

function parseGradeDocument(element: Element, reference: string, context: ReadContext): Parsed<CredentialRow> {
  const pupilId = textAt(element, 'elev').replaceAll(/[{}]/g, '').trim().toLowerCase()
  const delivered = textAt(element, 'typ')
  const draft = {
    type: gradeDocumentTypes.get(delivered) ?? delivered.toUpperCase(),
    // An xs:date may carry a zone, which a calendar day has no use for.
    dateText: textAt(element, 'utfärdat').replace(/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/, '$1'),
    educationCode: textAt(element, 'studievägskod').toUpperCase(),
    schoolUnit: textAt(element, 'skolenhetskod'),
  }
  if (pupilId === '') {
    const complaint: Complaint = {
      kind: 'bad-identity-number',
      field: 'elev',
      reason: 'Elevens id saknas.',
      content: Object.values(draft).join('|'),
    }
    return { rows: [], mentioned: null, problems: [problemOf(complaint, reference, nobody, '')] }
  }
  return credential(draft, { number: null, pupilId }, reference, '', context)
}

async function* readXml(path: string, context: ReadContext): AsyncGenerator<Parsed<CredentialRow>[]> {
  let document = 0
  const name = basename(path)
  for await (const batch of xmlRecords(textOf(path, await declaredEncoding(path)), { ...gradeDocumentRoot, noun: name })) {
    yield batch.map((element) => parseGradeDocument(element, `${name}, dokument ${++document}`, context))
  }
}

/** An empty last column loses nothing that decides: what comes last in a row of documents is a school unit or a study code. */
const endsInHalf = ({ endsOpen, raw }: TableRow): boolean => endsOpen && !raw.endsWith('|')

/** @throws Refused when the row is the last one and was cut */
function wholeCredential(row: TableRow, context: ReadContext): Parsed<CredentialRow> {
  const parsed = parseCredential(row, context)
  if (endsInHalf(row) || (row.mayBeCut && parsed.rows.length === 0)) throw cutOff(row)
  return parsed
}

async function* readCsv(path: string, mapping: Mapping, context: ReadContext): AsyncGenerator<Parsed<CredentialRow>[]> {
  for await (const batch of tableRows(path, shape, mapping)) yield batch.map((row) => wholeCredential(row, context))
}

/** Whether the file is XML: the grade documents of a student documentation system rather than a table. */
export async function isXml(path: string): Promise<boolean> {
  mustBeFile(path)
  return /^(?:\xEF\xBB\xBF)?\s*</.test((await headOf(path, 64)).toString('latin1'))
}

/** All credentials of the files in order, in batches. @throws Refused when a file cannot be read as its format */
export async function* readDiplomas(
  paths: readonly string[],
  mapping: Mapping,
  context: ReadContext,
): AsyncGenerator<Parsed<CredentialRow>[]> {
  for (const path of paths) yield* (await isXml(path)) ? readXml(path, context) : readCsv(path, mapping, context)
}
