/** Counting published figures again with what is known now: what each was, what it is, and why. Whom it is about is told to those who may see them. */
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { now } from '../register/index.ts'
import { listSettings } from '../settings/index.ts'
import { changedCells, changedLives, type ChangedMark, type Knowledge, type Side } from './again.rules.ts'
import { listFactCounts, listRoots, listSeenPersons, type SeenPerson } from './again.store.ts'
import { cellsOf, tableFrom, tableOf } from './cells.rules.ts'
import { knownNow } from './facts.actions.ts'
import { windowOf } from './facts.rules.ts'
import { figuresSettings } from './figures-settings.rules.ts'
import { factsFor, readNames, type AskedIndicator, type FigureNames, type FigureReader } from './indicator.actions.ts'
import { cellKey, type Cell } from './indicator.types.ts'
import { lifeChanges } from './life-change.rules.ts'
import { findPublishedFigures } from './published.actions.ts'
import type { Again, AgainCell, CauseCount, CountedAgain, Published } from './published.types.ts'
import { indicators } from './registry.rules.ts'
import { suppressed } from './suppress.rules.ts'

const causesOf = (marks: readonly ChangedMark[]): CauseCount[] => {
  const counts = new Map<string, CauseCount>()
  for (const { cause } of marks) {
    const key = `${cause.why} ${cause.what}`
    counts.set(key, { ...cause, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)
}

const valuesOf = (cells: readonly Cell[]): Map<string, number> => new Map(cells.map(({ row, at, value }) => [cellKey(row, at), value]))

const rootOfIn = async (tx: Tx): Promise<(personId: number) => number> => {
  const roots = new Map((await listRoots(tx)).map(({ absorbedId, rootId }) => [absorbedId, rootId]))
  return (personId) => roots.get(personId) ?? personId
}

type Sides = { readonly past: Side; readonly present: Side; readonly smallBelow: number; readonly askedOn: PlainDate }

/** Numbers of then and of now, by place; and the places that are not shown then or now. */
function countsOf(published: Published, { past, present, smallBelow }: Sides) {
  const { name, question, cells, sums } = published
  const indicator = indicators[name]
  const table = tableOf(present.facts, indicator, question)
  const then = suppressed(tableFrom(published), sums, smallBelow)
  const today = suppressed(table, indicator.sums(present.facts, windowOf(question)), smallBelow)
  return {
    was: valuesOf(cells),
    is: valuesOf(cellsOf(table)),
    again: valuesOf(cellsOf(tableOf(past.facts, indicator, question))),
    small: new Set([...then.hidden, ...today.hidden]),
  }
}

async function compared(tx: Tx, published: Published, sides: Sides): Promise<CountedAgain> {
  const { name, question, factsKnownAt } = published
  const { past, present, askedOn } = sides
  const changes = lifeChanges(await listFactCounts(tx, factsKnownAt, changedLives({ past, present })))
  const knowledge: Knowledge = { rootOf: present.rootOf, changes }
  const { was, is, again, small } = countsOf(published, sides)
  return {
    published,
    askedOn,
    isReproduced: published.cells.every(({ row, at, value }) => (again.get(cellKey(row, at)) ?? 0) === value),
    cells: changedCells({ indicator: indicators[name], question, past, present }, knowledge).map(({ row, at, marks }) => {
      const key = cellKey(row, at)
      return { row, at, marks, was: was.get(key) ?? 0, is: is.get(key) ?? 0, isSmall: small.has(key) }
    }),
  }
}

/** Told how many steps are done, and of how many. */
export type Steps = (done: number, total: number) => void

export type AgainQuestion = {
  readonly actor: string
  readonly municipality: string
  readonly publishedIds: readonly string[]
  readonly today: PlainDate
  readonly steps?: Steps
}

const instantsOf = ({ factsKnownAt, workKnownAt }: Published): string => `${factsKnownAt} ${workKnownAt}`

async function counted(tx: Tx, { municipality, publishedIds, today, steps = () => {} }: AgainQuestion): Promise<CountedAgain[]> {
  const all = await findPublishedFigures(tx, publishedIds)
  const { smallBelow } = figuresSettings.from(await listSettings(tx, now))
  const instants = [...new Set(all.map(instantsOf))]
  const total = 2 * instants.length + all.length
  const found: CountedAgain[] = []
  let done = 0
  const step = (): void => steps(++done, total)
  steps(0, total)
  const rootOf = await rootOfIn(tx)
  for (const instant of instants) {
    const own = all.filter((one) => instantsOf(one) === instant)
    const [first] = own
    if (first === undefined) continue
    const asked: readonly AskedIndicator[] = own
    const past = { facts: await factsFor(tx, municipality, asked, { facts: first.factsKnownAt, work: first.workKnownAt }), rootOf }
    step()
    const present = { facts: await factsFor(tx, municipality, asked, knownNow), rootOf }
    step()
    for (const one of own) {
      found.push(await compared(tx, one, { past, present, smallBelow, askedOn: today }))
      step()
    }
  }
  return found
}

/** Counts published figures again, those of one instant from one loading. Those that are not there are left out. It takes seconds for a city. */
export const countAgain = (pool: Pool, asked: AgainQuestion): Promise<CountedAgain[]> =>
  inTransaction(pool, async (tx) => {
    const found = await counted(tx, asked)
    const detail = { published: asked.publishedIds }
    await writeAuditLine(tx, { actor: asked.actor, action: 'figures.recount', outcome: found.length === 0 ? 'not-found' : 'done', detail })
    return found
  })

function shownCell({ marks, ...cell }: CountedAgain['cells'][number], seen: ReadonlyMap<number, SeenPerson>): AgainCell {
  const persons = marks.flatMap(({ personId, direction, cause }) => {
    const person = seen.get(personId)
    return person === undefined ? [] : [{ subjectId: person.subjectId, name: person.name, direction, cause }]
  })
  return { ...cell, causes: causesOf(marks), persons, unseen: marks.length - persons.length }
}

export type ShownAgain = { readonly agains: readonly Again[]; readonly names: FigureNames }

/** What came out, with the persons that the reader may see; their reading is in the log. */
export const showAgain = (
  pool: Pool,
  { actor, scope }: Pick<FigureReader, 'actor' | 'scope'>,
  found: readonly CountedAgain[],
): Promise<ShownAgain> =>
  inTransaction(pool, async (tx) => {
    const ids = [...new Set(found.flatMap(({ cells }) => cells.flatMap(({ marks }) => marks.map(({ personId }) => personId))))]
    const seen = new Map((await listSeenPersons(tx, scope, ids)).map((person) => [person.personId, person]))
    const agains = found.map(({ cells, ...one }): Again => ({ ...one, cells: cells.map((cell) => shownCell(cell, seen)) }))
    const persons = new Set(agains.flatMap(({ cells }) => cells.flatMap((cell) => cell.persons.map(({ subjectId }) => subjectId)))).size
    const detail = { published: found.map(({ published }) => published.publishedId), persons, asOf: now }
    await writeAuditLine(tx, { actor, action: 'figures.again', detail })
    return { agains, names: await readNames(tx) }
  })

/** One published figure counted again and shown at once. Null: there is no such figure. */
export async function readAgain(
  pool: Pool,
  reader: FigureReader,
  publishedId: string,
  today: PlainDate,
): Promise<{ readonly again: Again; readonly names: FigureNames } | null> {
  const { actor, municipality } = reader
  const found = await countAgain(pool, { actor, municipality, publishedIds: [publishedId], today })
  const { agains, names } = await showAgain(pool, reader, found)
  const [again] = agains
  return again === undefined ? null : { again, names }
}
