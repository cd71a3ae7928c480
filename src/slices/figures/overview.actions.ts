/** Reading the overview: every question of it in one loading, small numbers hidden. */
import type { Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readIndicators, type AskedIndicator, type FigureNames, type FigureReader, type ReadIndicator } from './indicator.actions.ts'
import { overviewQuestions, type OverviewAsked, type OverviewQuestions } from './overview.rules.ts'

type ReadAnswers = { readonly [Key in Exclude<keyof OverviewQuestions, 'notKnownOver'>]: ReadIndicator } & {
  readonly notKnownOver: readonly ReadIndicator[]
}

export type Overview = {
  readonly asked: OverviewAsked
  readonly answers: ReadAnswers
  readonly names: FigureNames
  readonly smallBelow: number
  /** The units that the reader may choose among: none when there is but one. */
  readonly units: FigureNames['units']
}

const singles = [
  'flow',
  'flowThen',
  'outreach',
  'outreachThen',
  'onDay',
  'onDayThen',
  'notKnown',
  'notKnownThen',
  'sinceReached',
  'sinceThen',
  'september',
] as const satisfies readonly (keyof OverviewQuestions)[]

function answersOf(read: readonly ReadIndicator[]): ReadAnswers {
  const at = (index: number): ReadIndicator => {
    const found = read[index]
    if (found === undefined) throw new Error('every question has an answer')
    return found
  }
  const own = Object.fromEntries(singles.map((key, index) => [key, at(index)]))
  return { ...(own as Omit<ReadAnswers, 'notKnownOver'>), notKnownOver: read.slice(singles.length) }
}

/**
 * The overview of a stretch of time. A unit is a column of the table by unit, never counted by itself: what is hidden of one unit must not be what
 * another way of asking shows. A unit that the reader does not count is said to be unknown, and everything is shown.
 */
export async function readOverview(pool: Pool, reader: FigureReader, asked: OverviewAsked, today: PlainDate): Promise<Overview> {
  const questions = overviewQuestions(asked, today, asked.unit === null ? [] : ['unit'])
  const all: AskedIndicator[] = [...singles.map((key) => questions[key]), ...questions.notKnownOver]
  const { indicators, names, smallBelow } = await readIndicators(pool, reader, all, { hideSmall: true })
  const own = names.units.filter(({ id }) => reader.scope.units === null || reader.scope.units.includes(id))
  if (asked.unit !== null && !own.some(({ id }) => String(id) === asked.unit)) {
    return readOverview(pool, reader, { ...asked, unit: null, problem: 'unknown-unit' }, today)
  }
  return { asked, answers: answersOf(indicators), names, smallBelow: smallBelow ?? 1, units: own.length > 1 ? own : [] }
}
