/** From answers to scores, and from a score to low or not. Whole numbers throughout: no score is off by a rounding error. */
import type { Answers, AreaScore, Direction, Instrument, InstrumentArea, Points, Scale } from './instrument.types.ts'

/** Reads points as people write them, with comma or full stop and at most two decimals; null when it is no such number. */
export function parsePoints(text: string): Points | null {
  const found = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text.trim())
  if (found === null) return null
  const [, whole = '', part = ''] = found
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/** Points as people write them: no more decimals than there are. `mark` is the language's decimal mark. */
export function pointsText(points: Points, mark: ',' | '.'): string {
  const [size, sign] = [Math.abs(points), points < 0 ? '−' : '']
  const part = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${sign}${Math.floor(size / 100)}${part === '' ? '' : mark + part}`
}

/** Whether an item may be answered so: `outside` the scale, or between its steps; null: yes. */
export function answerProblem({ min, max, step }: Pick<Scale, 'min' | 'max' | 'step'>, points: Points): 'outside' | 'off-step' | null {
  if (!Number.isInteger(points) || points < min || points > max) return 'outside'
  return (points - min) % step === 0 ? null : 'off-step'
}

/** The least and most that an area's score can be, which its daily ratings keep to. */
export function areaRange(
  { scale, aggregation }: Pick<Instrument, 'scale' | 'aggregation'>,
  { items }: Pick<InstrumentArea, 'items'>,
): { min: Points; max: Points } {
  const times = aggregation === 'sum' ? items.length : 1
  return { min: scale.min * times, max: scale.max * times }
}

/** Whether the score gives a signal: on the wrong side of the threshold, never on it. */
export const isLow = ({ threshold, direction }: { readonly threshold: Points; readonly direction: Direction }, points: Points): boolean =>
  direction === 'below' ? points < threshold : points > threshold

export type SheetProblem = {
  readonly area: string
  readonly item: string | null
  readonly problem: 'missing' | 'too-few' | 'outside' | 'off-step'
}

/**
 * A mean (or a sum counted up from the items that have an answer) is seldom a whole number of hundredths. It is rounded towards the low side, so
 * that the score shown is on the same side of the threshold as the exact one: thirds of 12.49, 12.5 and 12.5 are shown as 12.49, and are low.
 */
function scored({ aggregation }: Instrument, { direction, items }: InstrumentArea, given: readonly Points[]): Points {
  const sum = given.reduce((a, b) => a + b, 0) * (aggregation === 'sum' ? items.length : 1)
  const round = direction === 'below' ? Math.floor : Math.ceil
  return round(sum / given.length)
}

function areaProblems({ scale, missing }: Instrument, { key, items }: InstrumentArea, answers: Answers): SheetProblem[] {
  const given = items.filter((item) => answers[item.key] !== undefined)
  const wrong = given.flatMap((item): SheetProblem[] => {
    const problem = answerProblem(scale, answers[item.key] ?? 0)
    return problem === null ? [] : [{ area: key, item: item.key, problem }]
  })
  if (missing.kind === 'answered') {
    return given.length < missing.atLeast ? [...wrong, { area: key, item: null, problem: 'too-few' }] : wrong
  }
  const without = items.filter((item) => answers[item.key] === undefined)
  return [...wrong, ...without.map((item): SheetProblem => ({ area: key, item: item.key, problem: 'missing' }))]
}

/** What stands in the way of scoring the answers, area by area. An item that the instrument does not have is left out by the form. */
export const sheetProblems = (instrument: Instrument, answers: Answers): SheetProblem[] =>
  instrument.areas.flatMap((area) => areaProblems(instrument, area, answers))

/** The score of every area. The caller has found no problem. */
export const scoresOf = (instrument: Instrument, answers: Answers): AreaScore[] =>
  instrument.areas.map((area) => {
    const given = area.items.flatMap(({ key }) => answers[key] ?? [])
    return { area: area.key, points: scored(instrument, area, given), answered: given.length, asked: area.items.length }
  })
