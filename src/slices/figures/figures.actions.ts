/** Reading the outreach figures, for the page and for the command. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { lastDayToBegin } from '../ladder/index.ts'
import { countMeasures, type MeasureCount } from '../measures/index.ts'
import { outreachSettingsFrom, type OutreachSettings } from '../outreach/index.ts'
import { listSettings } from '../settings/index.ts'
import { figuresSettings } from './figures-settings.rules.ts'
import { byYouth, outreachFigures } from './figures.rules.ts'
import { listContacts, listCovered, listEntries, listGroups, listMeasures, type Named } from './figures.store.ts'
import type { FigureQuestion, GroupFigures } from './figures.types.ts'
import { entryWait } from './waits.rules.ts'

export type OutreachFigures = {
  readonly question: FigureQuestion
  readonly groups: readonly (GroupFigures & { readonly name: string | null })[]
  /** Measures of the whole that the reader sees, item by item, those outside the target group by themselves. */
  readonly items: readonly MeasureCount[]
  /** The departments of the municipality's settings: keys and names. */
  readonly departments: OutreachSettings['departments']
  /** Smaller numbers than this are hidden where the figures are shown. */
  readonly smallBelow: number
}

const nameIn = (named: readonly Named[], id: number | null): string | null => named.find((one) => one.id === id)?.name ?? null

async function readFigures(tx: Tx, scope: Scope, question: FigureQuestion, today: PlainDate): Promise<OutreachFigures> {
  const settings = await listSettings(tx, 'infinity')
  const { ladder, departments } = outreachSettingsFrom(settings)
  const contacts = await listContacts(tx, scope, question.fromOn)
  const youths = byYouth(contacts)
  const entries = (await listEntries(tx, scope, question.fromOn, question.untilOn, today)).map((entry) =>
    entryWait(entry, dateOf(lastDayToBegin(dayOf(entry.enteredOn), ladder)), youths.get(entry.personId) ?? []),
  )
  const { units, districts } = await listGroups(tx)
  const named = question.by === 'unit' ? units : districts
  const covered = await listCovered(tx, scope, question.fromOn, question.untilOn, today)
  const measures = await listMeasures(tx, scope, question.fromOn, question.untilOn, today)
  const groups = outreachFigures({ contacts, entries, covered, measures }, question, today).map((group) => ({
    ...group,
    name: nameIn(named, group.group),
  }))
  const tomorrow = dateOf(plusDays(dayOf(today), 1))
  const items = await countMeasures(tx, scope, question.fromOn, question.untilOn < tomorrow ? question.untilOn : tomorrow)
  return { question, groups, items, departments, ...figuresSettings.from(settings) }
}

/** The figures of a period as they stand today. Only counts are read, and the line in the log says of which period. */
export const readOutreachFigures = (
  pool: Pool,
  { actor, scope, today }: { readonly actor: string; readonly scope: Scope; readonly today: PlainDate },
  question: FigureQuestion,
): Promise<OutreachFigures> =>
  readAs(pool, { actor, action: 'figures.outreach', detail: { ...question } }, (tx) => readFigures(tx, scope, question, today))
