/** Staging: what a source delivered, as temp tables that live as long as the transaction (design idea 9). */
import { createHash } from 'node:crypto'
import type { IdentityNumber } from '../../kernel/identity-number.ts'
import { copyRow, type Tx } from '../../platform/db/tx.ts'
import { dateOf } from '../../platform/plain-date.ts'
import type { CredentialRow, EnrolmentRow, Parsed, Problem, PupilRow, Subject } from './feeds.types.ts'
import type { PopulationRecord } from './population/population.parser.ts'
import type { ParsedPerson } from './schools/schools.parser.ts'

/** `subject` is who the row is about in one column that joins can hash: the number, or the source's id for a pupil. */
const subject = 'number text, kind text, born_on date, pupil_id text, subject text'
const stagedTables = {
  staged_post: `seq int, number text, kind text, born_on date, replaced_by text, replaced_by_kind text, replaced_by_born_on date,
    registered_on date, municipality text, history text[], immigrated_on date, cause text, deregistered_on date, died_on date,
    secrecy_marked boolean, protected_registration boolean, given_name text, family_name text,
    care_of text, street text, postal_code text, locality text, special_address text`,
  staged_enrolment: `seq int, ${subject}, school_unit text, school_type text, start_on date, end_on date, cancelled boolean,
    education_code text, authority text, row_reference text`,
  staged_credential: `seq int, ${subject}, type text, on_date date, education_code text, school_unit text, row_reference text`,
  staged_mention: `${subject}, within text`,
  staged_pupil: `seq int, ${subject}, stated_born_on date, secrecy_marked boolean, protected_registration boolean, lists_enrolments boolean,
    phones text[], emails text[]`,
  staged_problem: 'kind text, field text, reason text, row_reference text, content_key text, number text, pupil_id text',
} as const
type StagedTable = keyof typeof stagedTables

type Cell = string | number | boolean | null
type Cells = readonly Cell[]

/** The birthday of a number as a date; a personnummer begins with it. */
function birthdayCell(digits: string, { kind, bornOn }: IdentityNumber): string | null {
  if (bornOn === null) return null
  return kind === 'personnummer' ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}` : dateOf(bornOn)
}

function numberCells(number: IdentityNumber | null): Cells {
  if (number === null) return [null, null, null]
  const digits = number.reveal()
  return [digits, number.kind, birthdayCell(digits, number)]
}
const subjectCells = ({ number, pupilId }: Subject): Cells => [...numberCells(number), pupilId, number?.reveal() ?? `pupil ${pupilId}`]

const contentKey = ({ kind, field, content }: Problem): string =>
  createHash('sha256').update(`${kind}|${field}|${content}`).digest('base64url')
const problemCells = (problem: Problem): Cells => {
  const { kind, field, reason, rowReference, number } = problem
  return [kind, field, reason, rowReference, contentKey(problem), number, null]
}

/** What was read, counted while it streamed past. */
export type Staged = { rows: number; rejected: number; problems: number }
export type Progress = (rows: number) => void

/** Everything of one delivery goes into one table by COPY; the rest of it is small and kept aside until then. */
type Aside = { problems: Cells[]; mentions: Cells[]; pupils: Cells[] }

const flushAt = 64 * 1024
const toldEvery = 20_000

/**
 * A table of texts costs PostgreSQL three files to make, so only those that the feed fills or asks are made, and a session
 * that reads several sources makes each once.
 */
async function createTables(tx: Tx, main: StagedTable): Promise<void> {
  const wanted: StagedTable[] =
    main === 'staged_post' ? [main, 'staged_problem'] : [main, 'staged_mention', 'staged_pupil', 'staged_problem']
  const tables = wanted.map((name) => `create temp table if not exists ${name} (${stagedTables[name]}) on commit delete rows`)
  await tx.script(tables.join(';\n'))
}

const copyCells = (tx: Tx, table: StagedTable, rows: readonly Cells[]): Promise<void> =>
  tx.copyIn(`copy ${table} from stdin`, [rows.map(copyRow).join('')])

async function copyAside(tx: Tx, { problems, mentions, pupils }: Aside): Promise<void> {
  if (problems.length > 0) await copyCells(tx, 'staged_problem', problems)
  if (mentions.length > 0) await copyCells(tx, 'staged_mention', mentions)
  if (pupils.length > 0) await copyCells(tx, 'staged_pupil', pupils)
}

/** Passes on about every twenty thousandth row: telling costs more than reading. */
function toldNowAndThen(progress: Progress): Progress {
  let next = toldEvery
  return (rows) => {
    if (rows < next) return
    next = rows + toldEvery
    progress(rows)
  }
}

/** What is delivered, a batch at a time. */
type Batches<Item> = AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>

/** Streams the rows into the main table, then writes what was put aside. */
async function stage<Item>(
  tx: Tx,
  table: StagedTable,
  items: Batches<Item>,
  cellsOf: (item: Item, seq: number, aside: Aside, staged: Staged) => readonly Cells[],
  progress: Progress,
): Promise<Staged> {
  await createTables(tx, table)
  const aside: Aside = { problems: [], mentions: [], pupils: [] }
  const staged: Staged = { rows: 0, rejected: 0, problems: 0 }
  const tell = toldNowAndThen(progress)
  async function* chunks(): AsyncGenerator<string> {
    let chunk = ''
    for await (const batch of items) {
      for (const item of batch) for (const cells of cellsOf(item, ++staged.rows, aside, staged)) chunk += copyRow(cells)
      tell(staged.rows)
      if (chunk.length > flushAt) {
        yield chunk
        chunk = ''
      }
    }
    if (chunk !== '') yield chunk
  }
  await tx.copyIn(`copy ${table} from stdin`, chunks())
  await copyAside(tx, aside)
  staged.problems = aside.problems.length
  await tx.script(`analyze ${table} (number)`)
  return staged
}

const postCells = (seq: number, record: PopulationRecord): Cells => {
  const { number, replacedBy, registration, history, particulars: p } = record
  const pasts = history.map(({ on, municipality }) => `${on}:${municipality}`)
  return [
    seq,
    ...numberCells(number),
    ...numberCells(replacedBy),
    registration?.on ?? null,
    registration?.municipality ?? null,
    pasts.length === 0 ? null : `{${pasts.join(',')}}`,
    record.immigratedOn,
    record.deregistration?.cause ?? null,
    record.deregistration?.on ?? null,
    record.diedOn,
    record.secrecyMarked,
    record.protectedRegistration,
    p?.name?.given ?? null,
    p?.name?.family ?? null,
    ...(p?.address === null || p?.address === undefined
      ? [null, null, null, null, null]
      : [p.address.careOf, p.address.street, p.address.postalCode, p.address.locality, p.address.special]),
  ]
}

/** Stages population register records. */
export const stagePopulation = (
  tx: Tx,
  records: Batches<{ record: PopulationRecord | null; problems: readonly Problem[] }>,
  progress: Progress,
): Promise<Staged> =>
  stage(
    tx,
    'staged_post',
    records,
    ({ record, problems }, seq, aside, staged) => {
      for (const problem of problems) aside.problems.push(problemCells(problem))
      if (record === null) staged.rejected++
      return record === null ? [] : [postCells(seq, record)]
    },
    progress,
  )

const enrolmentCells = (seq: number, row: EnrolmentRow): Cells => {
  const { schoolUnit, schoolType, startOn, endOn, cancelled, educationCode, authority, reference } = row
  return [seq, ...subjectCells(row), schoolUnit, schoolType, startOn, endOn, cancelled, educationCode, authority, reference]
}

const credentialCells = (seq: number, row: CredentialRow): Cells => {
  const { type, on, educationCode, schoolUnit, reference } = row
  return [seq, ...subjectCells(row), type, on, educationCode, schoolUnit, reference]
}

function putAside<Row>(parsed: Parsed<Row>, aside: Aside, staged: Staged): void {
  for (const problem of parsed.problems) aside.problems.push(problemCells(problem))
  if (parsed.mentioned !== null) aside.mentions.push([...subjectCells(parsed.mentioned), parsed.mentioned.within])
  if (parsed.rows.length === 0) staged.rejected++
}

/** Stages enrolments of a table. */
export const stageEnrolments = (tx: Tx, rows: Batches<Parsed<EnrolmentRow>>, progress: Progress): Promise<Staged> =>
  stage(
    tx,
    'staged_enrolment',
    rows,
    (parsed, seq, aside, staged) => {
      putAside(parsed, aside, staged)
      return parsed.rows.map((row) => enrolmentCells(seq, row))
    },
    progress,
  )

/** Stages credentials. */
export const stageCredentials = (tx: Tx, rows: Batches<Parsed<CredentialRow>>, progress: Progress): Promise<Staged> =>
  stage(
    tx,
    'staged_credential',
    rows,
    (parsed, seq, aside, staged) => {
      putAside(parsed, aside, staged)
      return parsed.rows.map((row) => credentialCells(seq, row))
    },
    progress,
  )

/** A list as PostgreSQL writes one; what is in it has no sign of its own there. */
const listCell = (values: readonly string[] | null): string | null => (values === null ? null : `{${values.join(',')}}`)

const pupilCells = (seq: number, pupil: PupilRow): Cells => [
  seq,
  ...subjectCells(pupil),
  pupil.bornOn,
  pupil.protection !== 'none',
  pupil.protection === 'registration',
  pupil.listsEnrolments,
  listCell(pupil.phones),
  listCell(pupil.emails),
]

/** Stages a school system's persons with their enrolments. */
export const stageSchools = (tx: Tx, persons: Batches<ParsedPerson>, progress: Progress): Promise<Staged> =>
  stage(
    tx,
    'staged_enrolment',
    persons,
    ({ pupil, enrolments, incomplete, problems }, seq, aside, staged) => {
      for (const problem of problems) aside.problems.push(problemCells(problem))
      if (pupil === null) staged.rejected++
      else {
        aside.pupils.push(pupilCells(seq, pupil))
        for (const within of incomplete) aside.mentions.push([...subjectCells(pupil), within])
      }
      return enrolments.map((row) => enrolmentCells(seq, row))
    },
    progress,
  )
