/**
 * Answers as trends. A point is shown from a least number of answers, and what is shown never gives away a smaller group: not as what is left of the
 * whole, and not over time, since quarters are shown one by one and only when they are over (ADR 0035).
 */
import { dateOf, dayFrom, dayOf, partsOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { goodSteps, optionsOf } from './questionnaire.rules.ts'
import type { Question, Questionnaire, Tally } from './survey.types.ts'

/** No setting goes below it. */
export const fewestAnswers = 5
export const mostAnswers = 100
export const shippedMinimum = 10

/** The first day of the quarter that a day is in. */
export function quarterOf(day: Day): PlainDate {
  const { year, month } = partsOf(day)
  return dateOf(dayFrom(year, month - ((month - 1) % 3), 1))
}

/** The quarter after. */
export function quarterAfter(quarter: PlainDate): PlainDate {
  const { year, month } = partsOf(dayOf(quarter))
  return dateOf(month > 9 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 3, 1))
}

/** A quarter in words that are the same in both languages: `2026 kv 3`, `2026 Q3`. */
export function quarterName(quarter: PlainDate, sign: string): string {
  const { year, month } = partsOf(dayOf(quarter))
  return `${year} ${sign}${Math.ceil(month / 3)}`
}

/** Whose answers may be shown: all together, and which units by themselves. */
export type Shown = { readonly isAllShown: boolean; readonly units: ReadonlySet<number> }

/**
 * From how many answered each unit. The whole is shown when it reaches the minimum. A unit is shown when it does, and when what is left of the whole
 * beside all shown units is either nothing or reaches the minimum as well; until it does, the smallest shown unit is hidden too.
 */
export function shownOf(answers: ReadonlyMap<number, number>, minimum: number): Shown {
  const bySize = [...answers].toSorted(([a, few], [b, many]) => few - many || a - b)
  const all = bySize.reduce((sum, [, n]) => sum + n, 0)
  if (all < minimum) return { isAllShown: false, units: new Set() }
  const large = bySize.filter(([, n]) => n >= minimum)
  let left = all - large.reduce((sum, [, n]) => sum + n, 0)
  while (left > 0 && left < minimum && large.length > 0) left += large.shift()?.[1] ?? 0
  return { isAllShown: true, units: new Set(large.map(([unit]) => unit)) }
}

/** How many answered, and how many chose each option. */
type Counted = { readonly answers: number; readonly chosen: readonly number[] }

/** A quarter of a question. Null: too few answered, or too few would be left. */
export type Point = { readonly quarter: PlainDate; readonly of: Counted | null }

/** How many in a hundred chose each option: whole numbers that make a hundred together, those nearest to the next one rounded up. */
export function percentsOf({ answers, chosen }: Counted): number[] {
  const parts = chosen.map((n, option) => ({ option, whole: Math.floor((100 * n) / answers), rest: (100 * n) % answers }))
  const missing = 100 - parts.reduce((sum, { whole }) => sum + whole, 0)
  const up = new Set(
    parts
      .toSorted((a, b) => b.rest - a.rest || a.option - b.option)
      .slice(0, missing)
      .map(({ option }) => option),
  )
  return parts.map(({ option, whole }) => whole + (up.has(option) ? 1 : 0))
}

/** A question with its points, the oldest first. */
export type Trend = { readonly question: Question; readonly points: readonly Point[] }

export type TrendQuestion = {
  /** Null: everybody together. */
  readonly unitId: number | null
  readonly minimum: number
  /** The quarter under way is not shown: two looks with an answer between them would tell that answer. */
  readonly today: Day
}

const sumBy = <Key>(tallies: readonly Tally[], keyOf: (tally: Tally) => Key): Map<Key, number> => {
  const sums = new Map<Key, number>()
  for (const tally of tallies) sums.set(keyOf(tally), (sums.get(keyOf(tally)) ?? 0) + tally.n)
  return sums
}

function pointOf(question: Question, quarter: PlainDate, tallies: readonly Tally[], { unitId, minimum }: TrendQuestion): Point {
  const { isAllShown, units } = shownOf(
    sumBy(tallies, (tally) => tally.unitId),
    minimum,
  )
  if (unitId === null ? !isAllShown : !units.has(unitId)) return { quarter, of: null }
  const own = unitId === null ? tallies : tallies.filter((tally) => tally.unitId === unitId)
  const byOption = sumBy(own, ({ option }) => option)
  const chosen = Array.from({ length: optionsOf(question) }, (_, option) => byOption.get(option) ?? 0)
  return { quarter, of: { answers: own.reduce((sum, { n }) => sum + n, 0), chosen } }
}

/** Every quarter from the first with an answer to the last that is over. */
function quartersOf(tallies: readonly Tally[], present: PlainDate): PlainDate[] {
  const quarters: PlainDate[] = []
  const first = tallies.map(({ quarter }) => quarter).toSorted()[0]
  for (let quarter = first; quarter !== undefined && quarter < present; quarter = quarterAfter(quarter)) quarters.push(quarter)
  return quarters
}

/** The questions of all versions, those asked now first, each with its trend. Questions that nobody has answered in a quarter that is over are left out. */
export function trendsOf(versions: readonly Questionnaire[], tallies: readonly Tally[], asked: TrendQuestion): Trend[] {
  const questions = new Map<string, Question>()
  for (const question of versions.flatMap((one) => one.questions)) if (!questions.has(question.key)) questions.set(question.key, question)
  const present = quarterOf(asked.today)
  const over = tallies.filter(({ quarter }) => quarter < present)
  const quarters = quartersOf(over, present)
  return [...questions.values()].flatMap((question) => {
    const own = over.filter((tally) => tally.question === question.key)
    if (own.length === 0) return []
    const points = quarters.map((quarter) =>
      pointOf(
        question,
        quarter,
        own.filter((tally) => tally.quarter === quarter),
        asked,
      ),
    )
    return [{ question, points }]
  })
}

/** The curves of a question: the good steps of a scale together, those who said yes, or each choice by itself. Places of options that are summed. */
export const curvesOf = (question: Question): readonly (readonly number[])[] => {
  switch (question.kind) {
    case 'scale':
      return [goodSteps]
    case 'yesNo':
      return [[0]]
    case 'choice':
      return question.options.map((_, option) => [option])
  }
}
