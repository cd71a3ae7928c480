/**
 * Which area progresses least, in a unit and in all. Seeds/000 says "skolan är det området som visar på lägst progression" and not how that is
 * counted. Our reading: an area's progress is the mean of how far its youths have moved from the first assessment in the period to the last one, in
 * hundredths of the area's range, so that areas of different scales can be compared. Only youths with two comparable assessments count.
 */
import type { Scored } from '../assessments/assessments.rules.ts'
import { trendOf } from '../assessments/assessments.rules.ts'
import { areaOf } from '../instrument/instrument.rules.ts'
import type { InstrumentArea, Points } from '../instrument/instrument.types.ts'
import { areaRange, isLow } from '../instrument/score.rules.ts'
import type { Period } from '../progress/progress.types.ts'

/** A youth's assessments, the earliest first, and the unit where they live. */
export type AssessedYouth = { readonly unit: string | null; readonly scored: readonly Scored[] }

/** How the youths of a group have moved in an area. */
export type AreaStanding = {
  readonly area: string
  /** Youths with a first and a last assessment to compare. */
  readonly compared: number
  /** Means of the compared: the first and the last score, in points, and the change in hundredths of a per cent of the range, up is better. Null: none. */
  readonly first: Points | null
  readonly last: Points | null
  readonly change: number | null
  readonly up: number
  readonly same: number
  readonly down: number
  /** Of all youths with an assessment in the period, those whose last is on the low side; and how many they are. */
  readonly low: number
  readonly assessed: number
}

type Move = { readonly first: Points; readonly last: Points; readonly share: number; readonly way: 'up' | 'same' | 'down' }

const inPeriod = (scored: readonly Scored[], { firstOn, lastOn }: Period, area: string): Scored[] =>
  scored.filter(
    ({ assessment: { assessedOn, scores } }) =>
      assessedOn >= firstOn && assessedOn <= lastOn && scores.some((score) => score.area === area),
  )

/** From the first assessment that can be compared with the last one, to the last. Null: there are not two. */
function moveOf(own: readonly Scored[], area: string): Move | null {
  const last = own.at(-1)
  const ofArea = last === undefined ? null : areaOf(last.instrument, area)
  if (last === undefined || ofArea === null) return null
  for (const first of own.slice(0, -1)) {
    const trend = trendOf(last, first, area)
    if (trend === null || trend.difference === null || trend.way === null || trend.before === null) continue
    const { min, max } = areaRange(last.instrument, ofArea)
    const better = ofArea.direction === 'above' ? -trend.difference : trend.difference
    return { first: trend.before, last: trend.points, share: max > min ? (better * 10_000) / (max - min) : 0, way: trend.way }
  }
  return null
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)

function isLastLow(own: readonly Scored[], area: string): boolean {
  const last = own.at(-1)
  const [ofArea, points] = [last && areaOf(last.instrument, area), last?.assessment.scores.find((score) => score.area === area)?.points]
  return ofArea !== undefined && ofArea !== null && points !== undefined && isLow(ofArea, points)
}

/** How the area stands among the youths. */
export function standingOf(youths: readonly AssessedYouth[], area: string, period: Period): AreaStanding {
  const assessed = youths.map(({ scored }) => inPeriod(scored, period, area)).filter((own) => own.length > 0)
  const moves = assessed.map((own) => moveOf(own, area)).filter((move): move is Move => move !== null)
  const ways = (way: Move['way']): number => moves.filter((move) => move.way === way).length
  return {
    area,
    compared: moves.length,
    first: mean(moves.map(({ first }) => first)),
    last: mean(moves.map(({ last }) => last)),
    change: mean(moves.map(({ share }) => share)),
    up: ways('up'),
    same: ways('same'),
    down: ways('down'),
    low: assessed.filter((own) => isLastLow(own, area)).length,
    assessed: assessed.length,
  }
}

/** The areas that progress least: with the lowest mean change; several when they are equal, none when nothing can be compared. */
export function leastOf(standings: readonly AreaStanding[]): string[] {
  const changes = standings.flatMap(({ change }) => (change === null ? [] : [change]))
  const least = Math.min(...changes)
  return standings.filter(({ change }) => change === least).map(({ area }) => area)
}

/** A unit, or all of them (`unit` null and `isAll`), or those who live in none. */
export type GroupStanding = {
  readonly unit: string | null
  readonly isAll: boolean
  readonly youths: number
  readonly areas: readonly AreaStanding[]
  readonly least: readonly string[]
}

/** All youths first, then unit by unit as they come; those who live in no unit last. */
export function overviewOf(
  youths: readonly AssessedYouth[],
  areas: readonly Pick<InstrumentArea, 'key'>[],
  period: Period,
): GroupStanding[] {
  const units = [...new Set(youths.map(({ unit }) => unit))].toSorted((a, b) =>
    a === null ? 1 : b === null ? -1 : a.localeCompare(b, 'sv'),
  )
  const group = (of: readonly AssessedYouth[], unit: string | null, isAll: boolean): GroupStanding => {
    const standings = areas.map(({ key }) => standingOf(of, key, period))
    return { unit, isAll, youths: of.length, areas: standings, least: leastOf(standings) }
  }
  return [
    group(youths, null, true),
    ...units.map((unit) =>
      group(
        youths.filter((youth) => youth.unit === unit),
        unit,
        false,
      ),
    ),
  ]
}
