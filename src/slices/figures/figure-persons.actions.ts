/** Those behind a number: the youths that a cell counts, of them those whom the reader may see. */
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { now } from '../register/index.ts'
import { listSettings } from '../settings/index.ts'
import { listSeenPersons, type SeenPerson } from './again.store.ts'
import { countedMarks, placeOf, type Marked } from './cells.rules.ts'
import { knownNow } from './facts.actions.ts'
import { figuresSettings } from './figures-settings.rules.ts'
import { factsFor, readNames, shownTable, type AskedIndicator, type FigureNames, type FigureReader } from './indicator.actions.ts'
import { cellKey, every, type At } from './indicator.types.ts'
import { indicators } from './registry.rules.ts'

/** A youth that the number counts: how many times, and the first day. */
export type CountedPerson = SeenPerson & { readonly on: PlainDate; readonly times: number }

export type FigurePersons = {
  readonly persons: readonly CountedPerson[]
  /** Counted, but not shown to this reader; null when the number is hidden, and how many they are with it. */
  readonly others: number | null
  readonly names: FigureNames
}

export type NumberAsked = AskedIndicator & { readonly row: string; readonly at: At }

/** The marks of the cell, youth by youth. */
function byPerson(marks: readonly Marked[], by: AskedIndicator['question']['by'], at: At): Map<number, Marked[]> {
  const found = new Map<number, Marked[]>()
  for (const marked of marks) {
    const place = placeOf(marked, by)
    if (!at.every((key, index) => key === every || key === place[index])) continue
    found.set(marked.mark.personId, [...(found.get(marked.mark.personId) ?? []), marked])
  }
  return found
}

const firstOf = (marks: readonly Marked[]): PlainDate =>
  marks.reduce((first, { mark: { on } }) => (on < first ? on : first), marks[0]?.mark.on ?? ('9999-12-31' as PlainDate))

const inOrder = (a: CountedPerson, b: CountedPerson): number => a.name.localeCompare(b.name, 'sv') || a.personId - b.personId

/**
 * The youths that the cell counts. Null: there is no such row or place. The reader's scope has passed the gate of `figures.persons`, and what was
 * done in other units than hers is neither counted nor shown.
 */
export const readFigurePersons = (
  pool: Pool,
  { actor, scope, municipality }: FigureReader,
  asked: NumberAsked,
): Promise<FigurePersons | null> =>
  inTransaction(pool, async (tx) => {
    const { name, question, row, at } = asked
    const facts = await factsFor(tx, municipality, [asked], knownNow)
    const { smallBelow } = figuresSettings.from(await listSettings(tx, now))
    const table = shownTable(facts, asked, scope, smallBelow)
    const isThere =
      table.rows.some(({ key, kind }) => key === row && kind !== 'share') && table.groups.some((one) => one.join('|') === at.join('|'))
    if (!isThere) return null
    const counted = byPerson(countedMarks(facts, indicators[name], question, scope).get(row) ?? [], question.by, at)
    const seen = await listSeenPersons(tx, scope, [...counted.keys()])
    const persons = seen.map((one) => {
      const marks = counted.get(one.personId) ?? []
      return { ...one, on: firstOf(marks), times: marks.length }
    })
    await writeAuditLine(tx, { actor, action: 'figures.persons', detail: { name, ...question, row, at, shown: persons.length } })
    const others = table.hidden.has(cellKey(row, at)) ? null : counted.size - persons.length
    return { persons: persons.toSorted(inOrder), others, names: await readNames(tx) }
  })
