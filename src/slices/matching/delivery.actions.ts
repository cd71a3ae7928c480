/** One delivery of one source, inside one transaction: staged, compared, guarded, applied (design idea 9). */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Applied, Moment } from '../../platform/db/compare.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import {
  isXml,
  noMapping,
  readDiplomas,
  readEnrolments,
  readPopulation,
  readSchools,
  saveExceptions,
  stageCredentials,
  stageEnrolments,
  stagePopulation,
  stageSchools,
  type FeedName,
  type Mapping,
  type ParsedPerson,
  type ReadContext,
  type ReadKind,
  type Staged,
} from '../feeds/index.ts'
import { educationRow } from '../law/index.ts'
import { applySchoolWays } from '../outreach/index.ts'
import { applyNumberChanges, markPersons, mergePersons, now, resolveNumbers, scopeRoots } from '../register/index.ts'
import type { MunicipalitySettings } from '../settings/index.ts'
import { guardVerdict } from './guard.rules.ts'
import type { SourceReport } from './matching.types.ts'
import { applyPopulation, findAbsent, preparePosts } from './population.store.ts'
import { resolveProblems } from './problem.store.ts'
import { insertRead, lastGoodPeople, nextInstant, reserveReadId } from './run.store.ts'
import {
  applyPupilFacts,
  applyStudies,
  credential,
  endDeletedPupils,
  enrolment,
  rememberPupils,
  reportUnmatched,
  resolveSubjects,
  stagedOf,
  type Ending,
} from './studies.store.ts'

/** Persons fetched from a school system over the network instead of from files. */
export type FetchedSchools = {
  readonly persons: (context: ReadContext) => AsyncIterable<ParsedPerson[]>
  /** Known when all persons have been read. */
  readonly deletedPupilIds: () => readonly string[]
  readonly cursor: string | null
}

export type Delivery = {
  readonly source: string
  readonly feed: FeedName
  readonly kind: ReadKind
  readonly on: PlainDate
  readonly files: readonly string[]
  readonly mapping?: Mapping
  readonly fetched?: FetchedSchools
  /** Set by a folder source, which must know what it has read. */
  readonly fingerprint?: string
}

export type Progress = (text: string) => void

/** The guard stopped the read: everything is rolled back, and a person is asked. */
export class StoppedByGuard extends Error {
  readonly report: SourceReport
  constructor(report: SourceReport) {
    super(report.reason ?? 'stopped')
    this.name = 'StoppedByGuard'
    this.report = report
  }
}

/** The fingerprint of the files, so that a folder source knows what it has read. */
export async function fingerprintOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** What kind a delivery is when nobody says: changes for the population register and grade documents, full for rosters (FEEDS.md). */
export async function defaultKind(feed: FeedName, files: readonly string[]): Promise<ReadKind> {
  if (feed === 'population') return 'changes'
  const first = files[0]
  return feed === 'diplomas' && first !== undefined && (await isXml(first)) ? 'changes' : 'full'
}

const contextOf = (on: PlainDate, settings: MunicipalitySettings): ReadContext => {
  const kinds = new Map<string, ReturnType<ReadContext['kindOf']>>()
  return {
    on: dayOf(on),
    kindOf: (schoolType, educationCode) => {
      const key = `${schoolType} ${educationCode}`
      const kind = kinds.get(key) ?? educationRow(settings.law.educations, schoolType, educationCode).counts
      kinds.set(key, kind)
      return kind
    },
  }
}

function stageDelivery(tx: Tx, delivery: Delivery, context: ReadContext, progress: Progress): Promise<Staged> {
  const { feed, files, mapping = noMapping, fetched } = delivery
  const count = (rows: number) => progress(`läser ${rows.toLocaleString('sv-SE')} rader`)
  switch (feed) {
    case 'population':
      return stagePopulation(tx, readPopulation(files, context), count)
    case 'schools':
      return stageSchools(tx, fetched?.persons(context) ?? readSchools(files, context), count)
    case 'enrolments':
      return stageEnrolments(tx, readEnrolments(files, mapping, context), count)
    case 'diplomas':
      return stageCredentials(tx, readDiplomas(files, mapping, context), count)
  }
}

async function countStaged(tx: Tx, feed: FeedName): Promise<number> {
  const all =
    feed === 'population'
      ? 'select number as subject from staged_post'
      : `select subject from ${stagedOf(feed === 'diplomas' ? credential : enrolment)} union all select subject from staged_mention union all select subject from staged_pupil`
  return (await tx.query<{ n: number }>(`select count(*)::int as n from (select distinct subject from (${all}) a) d`))[0]?.n ?? 0
}

const nothing: Applied = { new: 0, changed: 0, ended: 0, unchanged: 0 }

const reportOf = (delivery: Delivery, staged: Staged, people: number, applied: Applied, exceptions: number): SourceReport => ({
  source: delivery.source,
  feed: delivery.feed,
  kind: delivery.kind,
  state: 'good',
  reason: null,
  ageDays: 0,
  rows: staged.rows,
  people,
  ...applied,
  rejected: staged.rejected,
  exceptions,
})

async function guard(tx: Tx, delivery: Delivery, staged: Staged, people: number, settings: MunicipalitySettings): Promise<void> {
  if (delivery.kind !== 'full') return
  const before = await lastGoodPeople(tx, delivery.source)
  const verdict = guardVerdict(people, before, settings.guard)
  if (verdict === 'inside') return
  const change = verdict === 'fewer' ? 'färre' : 'fler'
  const reason = `${people} personer mot ${before} förra gången: så mycket ${change} att en människa måste titta. Inget är ändrat.`
  throw new StoppedByGuard({ ...reportOf(delivery, staged, people, nothing, staged.problems), state: 'stopped', reason })
}

async function applyPopulationDelivery(tx: Tx, delivery: Delivery, municipality: string, moment: Moment): Promise<Applied> {
  if ((await tx.query('select from staged_post where replaced_by is not null limit 1')).length > 0) {
    await followNewNumbers(tx, moment, (await nextInstant(tx, delivery.on)).knownAt)
  }
  await resolveNumbers(tx, ['staged_post'], moment)
  await scopeRoots(tx, now)
  await preparePosts(tx)
  await tx.script('create temp table absent (person_id bigint primary key, on_date date) on commit drop')
  if (delivery.kind === 'full') await findAbsent(tx, municipality, delivery.on)
  return applyPopulation(tx, moment, delivery.on)
}

/**
 * Number changes come before everything else, so that the new number is nobody else's. A number first heard of by its own
 * replacement is known for a moment, and replaced the next.
 */
async function followNewNumbers(tx: Tx, moment: Moment, replacedAt: string): Promise<void> {
  await tx.script(
    'create or replace temp view replaced_post as select number, kind, born_on from staged_post where replaced_by is not null',
  )
  await resolveNumbers(tx, ['replaced_post'], moment)
  for (const { absorbedId, keptId } of await applyNumberChanges(tx, { ...moment, knownAt: replacedAt })) {
    await mergePersons(tx, { absorbedId, keptId, ground: 'Numret är bytt enligt folkbokföringen.', by: moment.source, at: replacedAt })
  }
}

const endingOf = ({ kind, feed }: Delivery): Ending => (kind === 'full' ? 'all' : feed === 'schools' ? 'listed-persons' : 'none')

async function applyStudyDelivery(tx: Tx, delivery: Delivery, moment: Moment): Promise<Applied> {
  const facts = delivery.feed === 'diplomas' ? credential : enrolment
  const table = stagedOf(facts)
  await resolveNumbers(tx, [table, 'staged_mention', 'staged_pupil'], moment)
  if (delivery.feed === 'schools') await rememberPupils(tx, moment)
  await resolveSubjects(tx, table, moment.source, delivery.feed === 'diplomas')
  await reportUnmatched(tx, table)
  const applied = await applyStudies(tx, facts, endingOf(delivery), moment)
  if (delivery.feed !== 'schools') return applied
  await applyPupilFacts(tx, moment, delivery.on)
  await markPersons(tx, await applySchoolWays(tx, moment.source, delivery.on))
  const deleted = await endDeletedPupils(tx, delivery.fetched?.deletedPupilIds() ?? [], moment)
  return { ...applied, ended: applied.ended + deleted }
}

/**
 * Reads and applies one delivery. The persons concerned are marked to be recomputed.
 * @throws Refused when it cannot be read as its format; StoppedByGuard when it is outside the guard. Either way nothing is applied.
 */
export async function deliver(
  tx: Tx,
  delivery: Delivery,
  municipality: string,
  settings: MunicipalitySettings,
  progress: Progress,
): Promise<{ report: SourceReport; isLater: boolean }> {
  const staged = await stageDelivery(tx, delivery, contextOf(delivery.on, settings), progress)
  const people = await countStaged(tx, delivery.feed)
  await guard(tx, delivery, staged, people, settings)
  progress('jämför')
  const { knownAt, isLater } = await nextInstant(tx, delivery.on)
  const moment: Moment = { readId: await reserveReadId(tx), knownAt, source: delivery.source }
  const applied =
    delivery.feed === 'population'
      ? await applyPopulationDelivery(tx, delivery, municipality, moment)
      : await applyStudyDelivery(tx, delivery, moment)
  const report = reportOf(delivery, staged, people, applied, 0)
  await insertRead(
    tx,
    moment.readId,
    { ...delivery, knownAt, fingerprint: delivery.fingerprint ?? null, cursor: delivery.fetched?.cursor ?? null },
    report,
  )
  await resolveProblems(tx)
  const exceptions = await saveExceptions(tx, delivery.source, moment.readId, delivery.kind === 'full')
  return { report: { ...report, exceptions }, isLater }
}
