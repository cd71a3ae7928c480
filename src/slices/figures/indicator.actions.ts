/** Reading figures, for pages, reports and the command: one loading of facts for all that is asked, a table for each, and the names that they need. */
import type { Scope } from '../../kernel/actor.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { outreachSettingsFrom, type OutreachSettings } from '../outreach/index.ts'
import { now } from '../register/index.ts'
import { listSettings } from '../settings/index.ts'
import { readEdition, remembered } from '../worklist/index.ts'
import { tableOf } from './cells.rules.ts'
import { knownNow, readFacts } from './facts.actions.ts'
import { windowOf } from './facts.rules.ts'
import type { Facts, KnownAt } from './facts.types.ts'
import { figuresSettings } from './figures-settings.rules.ts'
import { listGroups, listMeasureNames, type MeasureName, type Named } from './figures.store.ts'
import type { IndicatorQuestion, IndicatorTable, Needs } from './indicator.types.ts'
import { indicators, type IndicatorName } from './registry.rules.ts'
import { suppressed } from './suppress.rules.ts'

/** What keys are called. */
export type FigureNames = {
  readonly units: readonly Named[]
  readonly districts: readonly Named[]
  readonly departments: OutreachSettings['departments']
  readonly items: readonly MeasureName[]
  readonly reasons: readonly MeasureName[]
}

export type AskedIndicator = { readonly name: IndicatorName; readonly question: IndicatorQuestion }
export type ReadIndicator = AskedIndicator & { readonly table: IndicatorTable }
export type ReadIndicators = {
  readonly indicators: readonly ReadIndicator[]
  readonly names: FigureNames
  /** Smaller numbers than this are hidden; null: nothing is, the reader asked for all. */
  readonly smallBelow: number | null
}

export type FigureReader = { readonly actor: string; readonly scope: Scope; readonly municipality: string }

/** `hideSmall`: as the setting says. `knownAt`: all that is known unless an instant is given. */
export type How = { readonly hideSmall: boolean; readonly knownAt?: KnownAt }

const least = (days: readonly PlainDate[]): PlainDate => days.reduce((a, b) => (a < b ? a : b))
const most = (days: readonly PlainDate[]): PlainDate => days.reduce((a, b) => (a < b ? b : a))

/** One loading that holds what all of them need. */
function togetherOf(asked: readonly AskedIndicator[]): { readonly question: IndicatorQuestion; readonly needs: Needs } {
  const needs = asked.map(({ name }) => indicators[name].needs)
  const questions = asked.map(({ question }) => question)
  const contacts = needs.some((one) => one.contacts === 'periodAndLastHeard')
    ? 'periodAndLastHeard'
    : needs.some((one) => one.contacts === 'period')
      ? 'period'
      : 'none'
  return {
    needs: { contacts, studies: needs.some(({ studies }) => studies) },
    question: {
      fromOn: least(questions.map(({ fromOn }) => fromOn)),
      untilOn: most(questions.map(({ untilOn }) => untilOn)),
      on: most(questions.map(({ on }) => on)),
      by: [],
    },
  }
}

/** Facts for the questions together. */
export const factsFor = (tx: Tx, municipality: string, asked: readonly AskedIndicator[], knownAt: KnownAt): Promise<Facts> =>
  readFacts(tx, { municipality, knownAt, ...togetherOf(asked) })

export async function readNames(tx: Tx): Promise<FigureNames> {
  const { departments } = outreachSettingsFrom(await listSettings(tx, now))
  return { ...(await listGroups(tx)), departments, ...(await listMeasureNames(tx)) }
}

/** The table of a question as the reader may count it. `smallBelow` null: nothing is hidden. */
export const shownTable = (facts: Facts, { name, question }: AskedIndicator, scope: Scope, smallBelow: number | null): IndicatorTable => {
  const table = tableOf(facts, indicators[name], question, scope)
  return smallBelow === null ? table : suppressed(table, indicators[name].sums(facts, windowOf(question)), smallBelow)
}

async function work(tx: Tx, { scope, municipality }: FigureReader, asked: readonly AskedIndicator[], how: How): Promise<ReadIndicators> {
  const { smallBelow } = figuresSettings.from(await listSettings(tx, now))
  const facts = await factsFor(tx, municipality, asked, how.knownAt ?? knownNow)
  const limit = how.hideSmall ? smallBelow : null
  return {
    indicators: asked.map((one) => ({ ...one, table: shownTable(facts, one, scope, limit) })),
    names: await readNames(tx),
    smallBelow: limit,
  }
}

/**
 * Figures as the reader may count them. Of all that is known the answer is kept until something that figures are made of is saved. Only counts are
 * read, and the line in the log says which.
 */
export const readIndicators = (pool: Pool, reader: FigureReader, asked: readonly AskedIndicator[], how: How): Promise<ReadIndicators> =>
  inTransaction(pool, async (tx) => {
    const key = `indicators ${JSON.stringify([asked, reader.scope, how])}`
    const answer =
      how.knownAt === undefined
        ? await remembered(pool, await readEdition(tx), key, () => work(tx, reader, asked, how))
        : await work(tx, reader, asked, how)
    const detail = { figures: asked.map(({ name, question }) => ({ name, ...question })), knownAt: how.knownAt ?? null }
    await writeAuditLine(tx, { actor: reader.actor, action: 'figures.read', detail })
    return answer
  })
