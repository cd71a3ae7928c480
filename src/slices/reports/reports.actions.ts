/** Making, publishing and opening reports, and counting a published one again. */
import type { Scope } from '../../kernel/actor.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import {
  countAgain,
  findPublishedFigures,
  publishTogether,
  readIndicators,
  readPresentWords,
  type AskedIndicator,
  type FigureNames,
  type KnownAt,
  type ReadIndicator,
  type Steps,
} from '../figures/index.ts'
import { flagsOf } from '../hygiene/index.ts'
import { publicationsOnAPage, questionsOf, stretchOf, type ReportOf } from './report.rules.ts'
import { countPublications, findReport, insertReport, listPublications } from './reports.store.ts'
import type { Publication, PublicationHead, PublicationKind, PublishOutcome, RunResult } from './reports.types.ts'

export type Reader = {
  readonly pool: Pool
  readonly actor: string
  readonly scope: Scope
  readonly municipality: string
  readonly today: PlainDate
}

export type MadeReport = {
  readonly report: ReportOf
  readonly figures: readonly ReadIndicator[]
  readonly names: FigureNames
  readonly smallBelow: number
}

/** A report as the reader may count it, with all that is known now. Small numbers are hidden. */
export async function makeReport({ pool, actor, scope, municipality, today }: Reader, report: ReportOf): Promise<MadeReport> {
  const read = await readIndicators(pool, { actor, scope, municipality }, questionsOf(report, today), { hideSmall: true })
  return { report, figures: read.indicators, names: read.names, smallBelow: read.smallBelow ?? 1 }
}

/** Whether a note names somebody: nothing that is published does. */
export const isPersonal = (note: string): boolean =>
  flagsOf(note, { ownNames: [] }).some(({ kind }) => kind === 'identityNumber' || kind === 'name')

export type Publishing = {
  readonly pool: Pool
  readonly staffId: string | null
  readonly name: string
  readonly municipality: string
  readonly today: PlainDate
}

type Wish = {
  readonly kind: PublicationKind
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
  readonly asked: readonly AskedIndicator[]
  readonly note: string
  readonly knownAt?: KnownAt | undefined
}

/** Publishes figures of the whole municipality, known at one instant, as a report. Returns its id. */
async function publish({ pool, ...by }: Publishing, { kind, fromOn, untilOn, asked, note, knownAt }: Wish): Promise<PublishOutcome> {
  const said = { kind, fromOn, untilOn, note, by: by.name, staffId: by.staffId, countedOn: by.today }
  return publishTogether(pool, by, { asked, note, knownAt }, (tx, made) => insertReport(tx, { ...said, ...made }))
}

/** Publishes a report as it is now; in a demo as it was known then. */
export const publishReport = (by: Publishing, report: ReportOf, note: string, knownAt?: KnownAt): Promise<PublishOutcome> =>
  publish(by, { kind: report.kind, ...stretchOf(report), asked: questionsOf(report, by.today), note, knownAt })

/** Publishes one figure. */
export const publishOne = (by: Publishing, asked: AskedIndicator, note: string): Promise<PublishOutcome> => {
  const { fromOn, untilOn } = asked.question
  return publish(by, { kind: 'figure', fromOn, untilOn, asked: [asked], note })
}

/** What has been published, the latest first, and how many there are in all. */
export const readPublications = (
  pool: Pool,
  actor: string,
  page: number,
): Promise<{ readonly found: readonly PublicationHead[]; readonly total: number }> =>
  readAs(
    pool,
    ({ found }) => ({ actor, action: 'reports.list', detail: { published: found.length } }),
    async (tx) => ({
      found: await listPublications(tx, publicationsOnAPage, (page - 1) * publicationsOnAPage),
      total: await countPublications(tx),
    }),
  )

/** A figure that was published by itself, by the command for instance: shown with the words and the limit of today. */
async function findFigure(tx: Tx, id: string): Promise<Publication | null> {
  const [figure] = await findPublishedFigures(tx, [id])
  if (figure === undefined) return null
  const { name, question, note, byName: by, at } = figure
  const head = { id, kind: 'figure', figure: name, fromOn: question.fromOn, untilOn: question.untilOn, note, by, at } as const
  return { ...head, countedOn: question.on, ...(await readPresentWords(tx)), figures: [figure] }
}

async function find(tx: Tx, id: string): Promise<Publication | null> {
  const stored = await findReport(tx, id)
  if (stored === null) return findFigure(tx, id)
  const { publishedIds, ...report } = stored
  return { ...report, figures: await findPublishedFigures(tx, publishedIds) }
}

/** Something published, as it was then. Null: there is no such thing. */
export const readPublication = (pool: Pool, actor: string, id: string): Promise<Publication | null> =>
  readAs(
    pool,
    (found) => ({ actor, action: 'reports.read', outcome: found === null ? 'not-found' : 'done', detail: { published: id } }),
    (tx) => find(tx, id),
  )

/** Counts a publication again. It takes seconds for a city: `steps` is told how far it has come. */
export async function countPublicationAgain(
  { pool, actor, municipality, today }: Omit<Reader, 'scope'>,
  publication: Publication,
  steps: Steps,
): Promise<RunResult> {
  const publishedIds = publication.figures.map((one) => one.publishedId)
  return { is: 'again', publication, counted: await countAgain(pool, { actor, municipality, publishedIds, today, steps }) }
}

/** Whether anything is published of the kind and the days: the demo asks before it publishes. */
export const isPublished = (pool: Pool, kind: PublicationKind): Promise<boolean> =>
  inTransaction(pool, async (tx) => (await listPublications(tx, publicationsOnAPage, 0)).some((one) => one.kind === kind))

const mostReports = 200

/** The published reports, the latest first, for somebody else's page: no figure by itself, and no number. */
export const listReports = async (tx: Tx): Promise<PublicationHead[]> =>
  (await listPublications(tx, mostReports, 0)).filter(({ kind }) => kind !== 'figure')
