/** Comparing: the municipality's figure beside earlier periods and what others have published, and writing down what others have published. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { change, writeAuditLine } from '../audit/index.ts'
import { besideOf, fitsRows, inForce, justBefore, yearsBefore } from './compare.rules.ts'
import { readIndicators, type AskedIndicator, type FigureNames, type FigureReader } from './indicator.actions.ts'
import type { IndicatorTable } from './indicator.types.ts'
import { shippedReferences } from './national.rules.ts'
import { closeReference, insertReference, listPastReferences, listReferences } from './reference.store.ts'
import type { Comparison, PastReference, Reference, ShownReference } from './reference.types.ts'
import { indicators } from './registry.rules.ts'

export type Compared = {
  readonly asked: AskedIndicator
  /** Ours: what was asked about, the period just before, and the same days one and two years earlier. */
  readonly tables: readonly { readonly asked: AskedIndicator; readonly table: IndicatorTable }[]
  readonly comparisons: readonly Comparison[]
  readonly names: FigureNames
}

/** What stands beside what: the references of the figure, grouped by the rows they are of. */
function comparisonsOf(asked: AskedIndicator, tables: Compared['tables'], references: readonly ShownReference[]): Comparison[] {
  const [first] = tables
  const fitting = references.filter((one) => one.name === asked.name && first !== undefined && fitsRows(first.table, one))
  const groups = new Map<string, ShownReference[]>()
  for (const one of fitting) {
    const key = `${one.row}/${one.whole ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((others) => {
    const [one] = others
    if (one === undefined) return []
    const { row, whole, kind } = one
    const ours = tables.map(({ asked: { question }, table }) => ({
      fromOn: question.fromOn,
      untilOn: question.untilOn,
      value: besideOf(table, one),
    }))
    return [{ name: asked.name, row, whole, kind, ours, others }]
  })
}

const listInForce = (pool: Pool): Promise<ShownReference[]> =>
  inTransaction(pool, async (tx) => inForce(shippedReferences, await listReferences(tx)))

/** The figure as the reader may count it, small numbers hidden, beside earlier periods and others'. */
export async function readComparison(pool: Pool, reader: FigureReader, asked: AskedIndicator): Promise<Compared> {
  const whole = { ...asked, question: { ...asked.question, by: [] } }
  const of = (question: AskedIndicator['question']): AskedIndicator => ({ name: asked.name, question })
  const before = indicators[asked.name].of === 'day' ? [] : [of(justBefore(whole.question))]
  const all = [whole, ...before, of(yearsBefore(whole.question, 1)), of(yearsBefore(whole.question, 2))]
  const read = await readIndicators(pool, reader, all, { hideSmall: true })
  const tables = read.indicators.map(({ name, question, table }) => ({ asked: { name, question }, table }))
  return { asked: whole, tables, comparisons: comparisonsOf(whole, tables, await listInForce(pool)), names: read.names }
}

/** The figures of others that are in force, shipped and written. */
export const readReferences = (pool: Pool, actor: string): Promise<ShownReference[]> =>
  inTransaction(pool, async (tx) => {
    const found = inForce(shippedReferences, await listReferences(tx))
    await writeAuditLine(tx, { actor, action: 'figures.references', detail: { references: found.length } })
    return found
  })

/** All that the municipality has written under a key, the latest first; and the one that comes with the product, if there is one. */
export const readPastReferences = (
  pool: Pool,
  actor: string,
  key: string,
): Promise<{ readonly shipped: Reference | null; readonly past: readonly PastReference[] }> =>
  inTransaction(pool, async (tx) => {
    const past = await listPastReferences(tx, key)
    await writeAuditLine(tx, { actor, action: 'figures.references', detail: { key, references: past.length } })
    return { shipped: shippedReferences.find((one) => one.key === key) ?? null, past }
  })

export type Writer = { readonly staffId: string | null; readonly name: string }

/** Writes a figure of others down; one with the same key, shipped or not, is no longer in force. */
export const saveReference = (pool: Pool, by: Writer, reference: Reference): Promise<Decision<null, never>> =>
  change<null, never>(pool, { actor: by.staffId ?? by.name, action: 'figures.reference', detail: { key: reference.key } }, async (tx) => {
    await closeReference(tx, reference.key)
    await insertReference(tx, reference, by)
    return grant(null)
  })

/** Takes what the municipality wrote away: a shipped figure with the key is in force again. */
export const dropReference = (pool: Pool, by: Writer, key: string): Promise<Decision<null, 'missing'>> =>
  change<null, 'missing'>(pool, { actor: by.staffId ?? by.name, action: 'figures.reference', detail: { key, dropped: true } }, async (tx) =>
    (await closeReference(tx, key)) ? grant(null) : refuse('missing'),
  )
