/** Publishing figures with what was known: one, or several at one instant. What is published is never changed. */
import { refuse, grant, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, writeAuditLine } from '../audit/index.ts'
import { now } from '../register/index.ts'
import { listSettings } from '../settings/index.ts'
import { cellsOf, tableFrom, tableOf } from './cells.rules.ts'
import { windowOf } from './facts.rules.ts'
import type { Facts, KnownAt } from './facts.types.ts'
import { figuresSettings } from './figures-settings.rules.ts'
import { factsFor, readNames, type AskedIndicator, type FigureNames } from './indicator.actions.ts'
import type { IndicatorTable } from './indicator.types.ts'
import { findPublished, insertPublished, listPublished, settledAt } from './published.store.ts'
import type { Published, PublishedHead } from './published.types.ts'
import { indicators, questionProblem, type QuestionProblem } from './registry.rules.ts'
import { suppressed } from './suppress.rules.ts'

export type Publisher = { readonly staffId: string | null; readonly name: string; readonly municipality: string; readonly today: PlainDate }
export type PublishProblem = QuestionProblem | 'busy' | 'note-too-long'

const longestNote = 500
const lockNotAvailable = '55P03'

/** The instant at which all is settled; null: somebody, a night perhaps, is writing and did not finish while one waited. */
async function instantOf(pool: Pool): Promise<KnownAt | null> {
  try {
    return await inTransaction(pool, settledAt)
  } catch (error) {
    if ((error as { code?: string }).code === lockNotAvailable) return null
    throw error
  }
}

/** What is kept of a figure: its rows, what adds up, and every count. */
function counted(facts: Facts, { name, question }: AskedIndicator): Pick<Published, 'rows' | 'sums' | 'cells'> {
  const table = tableOf(facts, indicators[name], question)
  return { rows: table.rows, sums: indicators[name].sums(facts, windowOf(question)), cells: cellsOf(table) }
}

function problemOf(asked: readonly AskedIndicator[], note: string, today: PlainDate): PublishProblem | null {
  if (note.length > longestNote) return 'note-too-long'
  for (const { name, question } of asked) {
    const problem = question.on > today ? 'day-ahead' : questionProblem(name, question, today)
    if (problem !== null) return problem
  }
  return null
}

type PresentWords = { readonly names: FigureNames; readonly smallBelow: number }

/** What units and the like are called now, and below which numbers are hidden. */
export async function readPresentWords(tx: Tx): Promise<PresentWords> {
  const { smallBelow } = figuresSettings.from(await listSettings(tx, now))
  return { names: await readNames(tx), smallBelow }
}

type Wish = { readonly asked: readonly AskedIndicator[]; readonly note: string; readonly knownAt: KnownAt }

async function publishAt(
  tx: Tx,
  { staffId, name: byName, municipality }: Publisher,
  { asked, note, knownAt }: Wish,
): Promise<MadePublished> {
  const { facts: factsKnownAt, work: workKnownAt } = knownAt
  const facts = await factsFor(tx, municipality, asked, knownAt)
  const publishedIds: string[] = []
  for (const one of asked)
    publishedIds.push(await insertPublished(tx, { ...one, factsKnownAt, workKnownAt, ...counted(facts, one), note, byName, staffId }))
  return { publishedIds, ...(await readPresentWords(tx)) }
}

/** What was published together, what units and the like were called, and below which numbers were hidden: a page can be made again of it. */
export type MadePublished = { readonly publishedIds: readonly string[] } & PresentWords

/** What keeps the figures together, in the same transaction: a report, or nothing. */
export type Keep<Kept> = (tx: Tx, made: MadePublished) => Promise<Kept>

/** `knownAt`: as it was known then, for a demo whose past is made up afterwards; else as it is now. */
export type Together = Pick<Wish, 'asked' | 'note'> & { readonly knownAt?: KnownAt | undefined }

/**
 * Publishes figures of the whole municipality as they are now, all with the same instant, from one loading of facts. They are published together or
 * not at all. At least one must be asked for.
 */
export async function publishTogether<Kept>(
  pool: Pool,
  by: Publisher,
  { asked, note, knownAt: given }: Together,
  keep: Keep<Kept>,
): Promise<Decision<Kept, PublishProblem>> {
  let ids: readonly string[] = []
  const line = () => ({
    actor: by.staffId ?? by.name,
    action: 'figures.publish',
    detail: { figures: asked.map(({ name, question }) => ({ name, ...question })), published: ids },
  })
  const knownAt = given ?? (await instantOf(pool))
  return change<Kept, PublishProblem>(pool, line, async (tx) => {
    const problem = problemOf(asked, note, by.today)
    if (problem !== null) return refuse(problem)
    if (knownAt === null) return refuse('busy')
    const made = await publishAt(tx, by, { asked, note, knownAt })
    ids = made.publishedIds
    return grant(await keep(tx, made))
  })
}

/** Publishes one figure by itself. Returns its id. */
export const publishFigure = (pool: Pool, by: Publisher, asked: AskedIndicator, note = ''): Promise<Decision<string, PublishProblem>> =>
  publishTogether(pool, by, { asked: [asked], note }, (_, { publishedIds }) => Promise.resolve(publishedIds[0] ?? ''))

/** What has been published, the latest first. */
export const readPublished = (pool: Pool, actor: string): Promise<PublishedHead[]> =>
  inTransaction(pool, async (tx) => {
    const found = await listPublished(tx)
    await writeAuditLine(tx, { actor, action: 'figures.published', detail: { published: found.length } })
    return found
  })

/** A published figure as a table, numbers below the limit hidden. */
export const publishedTable = (published: Published, smallBelow: number): IndicatorTable =>
  suppressed(tableFrom(published), published.sums, smallBelow)

/** Published figures in the order asked for, within somebody's transaction; one that is not there is left out. */
export async function findPublishedFigures(tx: Tx, publishedIds: readonly string[]): Promise<Published[]> {
  const found: Published[] = []
  for (const id of publishedIds) found.push(...[await findPublished(tx, id)].flatMap((one) => (one === null ? [] : [one])))
  return found
}
