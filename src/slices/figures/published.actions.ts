/** Publishing a figure with what was known, and counting a published one again: what it was, what it is, and why. */
import { refuse, grant, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, writeAuditLine } from '../audit/index.ts'
import { now } from '../register/index.ts'
import { changedCells, changedLives, type ChangedCell, type ChangedMark, type Knowledge, type Side } from './again.rules.ts'
import { listFactCounts, listRoots, listSeenPersons, type SeenPerson } from './again.store.ts'
import { cellsOf, tableOf } from './cells.rules.ts'
import { knownNow } from './facts.actions.ts'
import { windowOf } from './facts.rules.ts'
import type { KnownAt } from './facts.types.ts'
import { factsFor, readNames, type AskedIndicator, type FigureNames, type FigureReader } from './indicator.actions.ts'
import { cellKey, type Cell } from './indicator.types.ts'
import { lifeChanges } from './life-change.rules.ts'
import { findPublished, insertPublished, listPublished, settledAt } from './published.store.ts'
import type { Again, AgainCell, CauseCount, Published, PublishedHead } from './published.types.ts'
import { indicators, questionProblem, type QuestionProblem } from './registry.rules.ts'

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
async function countAt(
  tx: Tx,
  municipality: string,
  asked: AskedIndicator,
  knownAt: KnownAt,
): Promise<Pick<Published, 'rows' | 'sums' | 'cells'>> {
  const facts = await factsFor(tx, municipality, [asked], knownAt)
  const indicator = indicators[asked.name]
  const table = tableOf(facts, indicator, asked.question)
  return { rows: table.rows, sums: indicator.sums(facts, windowOf(asked.question)), cells: cellsOf(table) }
}

function problemOf({ name, question }: AskedIndicator, note: string, today: PlainDate): PublishProblem | null {
  if (note.length > longestNote) return 'note-too-long'
  return question.on > today ? 'day-ahead' : questionProblem(name, question, today)
}

/** Publishes the figure of the whole municipality as it is now, with the instant it is known at. Returns its id. */
export async function publishFigure(
  pool: Pool,
  { staffId, name: byName, municipality, today }: Publisher,
  asked: AskedIndicator,
  note = '',
): Promise<Decision<string, PublishProblem>> {
  const line = (made: Decision<string, PublishProblem>) => ({
    actor: staffId ?? byName,
    action: 'figures.publish',
    detail: { name: asked.name, ...asked.question, published: made.granted ? made.value : null },
  })
  const knownAt = await instantOf(pool)
  return change<string, PublishProblem>(pool, line, async (tx) => {
    const problem = problemOf(asked, note, today)
    if (problem !== null) return refuse(problem)
    if (knownAt === null) return refuse('busy')
    const counted = await countAt(tx, municipality, asked, knownAt)
    const { facts: factsKnownAt, work: workKnownAt } = knownAt
    return grant(await insertPublished(tx, { ...asked, factsKnownAt, workKnownAt, ...counted, note, byName, staffId }))
  })
}

/** What has been published, the latest first. */
export const readPublished = (pool: Pool, actor: string): Promise<PublishedHead[]> =>
  inTransaction(pool, async (tx) => {
    const found = await listPublished(tx)
    await writeAuditLine(tx, { actor, action: 'figures.published', detail: { published: found.length } })
    return found
  })

const causesOf = (marks: readonly ChangedMark[]): CauseCount[] => {
  const counts = new Map<string, CauseCount>()
  for (const { cause } of marks) {
    const key = `${cause.why} ${cause.what}`
    counts.set(key, { ...cause, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)
}

const valuesOf = (cells: readonly Cell[]): Map<string, number> => new Map(cells.map(({ row, at, value }) => [cellKey(row, at), value]))

type Counts = { readonly was: ReadonlyMap<string, number>; readonly is: ReadonlyMap<string, number> }

function shownCell({ row, at, marks }: ChangedCell, { was, is }: Counts, seen: ReadonlyMap<number, SeenPerson>): AgainCell {
  const key = cellKey(row, at)
  const persons = marks.flatMap(({ personId, direction, cause }) => {
    const person = seen.get(personId)
    return person === undefined ? [] : [{ subjectId: person.subjectId, name: person.name, direction, cause }]
  })
  return { row, at, was: was.get(key) ?? 0, is: is.get(key) ?? 0, causes: causesOf(marks), persons, unseen: marks.length - persons.length }
}

const rootOfIn = async (tx: Tx): Promise<(personId: number) => number> => {
  const roots = new Map((await listRoots(tx)).map(({ absorbedId, rootId }) => [absorbedId, rootId]))
  return (personId) => roots.get(personId) ?? personId
}

async function compare(tx: Tx, reader: FigureReader, published: Published, askedOn: PlainDate): Promise<Again> {
  const { name, question, factsKnownAt, workKnownAt } = published
  const asked = { name, question }
  const rootOf = await rootOfIn(tx)
  const past: Side = { facts: await factsFor(tx, reader.municipality, [asked], { facts: factsKnownAt, work: workKnownAt }), rootOf }
  const present: Side = { facts: await factsFor(tx, reader.municipality, [asked], knownNow), rootOf }
  const sides = { indicator: indicators[name], question, past, present }
  const changes = lifeChanges(await listFactCounts(tx, factsKnownAt, changedLives(sides)))
  const knowledge: Knowledge = { rootOf, changes }
  const cells = changedCells(sides, knowledge)
  const counts: Counts = {
    was: valuesOf(published.cells),
    is: valuesOf(cellsOf(tableOf(present.facts, indicators[name], question))),
  }
  const again = valuesOf(cellsOf(tableOf(past.facts, indicators[name], question)))
  const ids = [...new Set(cells.flatMap(({ marks }) => marks.map(({ personId }) => personId)))]
  const seen = new Map((await listSeenPersons(tx, reader.scope, ids)).map((person) => [person.personId, person]))
  return {
    published,
    askedOn,
    isReproduced: published.cells.every(({ row, at, value }) => (again.get(cellKey(row, at)) ?? 0) === value),
    cells: cells.map((cell) => shownCell(cell, counts, seen)),
  }
}

/**
 * A published figure counted again with what is known now, and who entered or left each count. The persons are those that the reader may see; their
 * reading is in the log. Null: there is no such figure.
 */
export const readAgain = (
  pool: Pool,
  reader: FigureReader,
  publishedId: string,
  today: PlainDate,
): Promise<{ readonly again: Again; readonly names: FigureNames } | null> =>
  inTransaction(pool, async (tx) => {
    const published = await findPublished(tx, publishedId)
    const again = published === null ? null : await compare(tx, reader, published, today)
    const persons = again === null ? 0 : new Set(again.cells.flatMap((cell) => cell.persons.map(({ subjectId }) => subjectId))).size
    const outcome = again === null ? 'not-found' : 'done'
    await writeAuditLine(tx, {
      actor: reader.actor,
      action: 'figures.again',
      outcome,
      detail: { published: publishedId, persons, asOf: now },
    })
    return again === null ? null : { again, names: await readNames(tx) }
  })
