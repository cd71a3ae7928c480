/** How a scale is pressed with a thumb: whole numbers to press and a half to add; and what was pressed, read as points. */
import type { Points } from '../instrument/instrument.types.ts'
import { parsePoints } from '../instrument/score.rules.ts'
import type { RatedArea } from './ratings.types.ts'

/** More numbers than these are no longer found with a thumb: such a scale is written. */
const mostWholes = 31

export type Taps = { readonly wholes: readonly Points[]; readonly hasHalf: boolean }

/** The numbers to press; null: the scale is too fine or too long, and the points are written. */
export function tapsOf({ min, max, step }: { readonly min: Points; readonly max: Points; readonly step: Points }): Taps | null {
  if (min % 100 !== 0 || max % 100 !== 0 || (step !== 100 && step !== 50)) return null
  const many = (max - min) / 100 + 1
  return many > mostWholes ? null : { wholes: Array.from({ length: many }, (_, at) => min + at * 100), hasHalf: step === 50 }
}

export const pointsField = (area: string): string => `points-${area}`
export const halfField = (area: string): string => `half-${area}`

export type TapFault = { readonly field: string; readonly problem: 'not-points' | 'half-alone' }
export type Tapped = { readonly areas: readonly RatedArea[]; readonly faults: readonly TapFault[] }

/** What was pressed or written, for every area that came: one that is empty is not rated. */
export function readTapped(names: readonly string[], typed: (field: string) => string): Tapped {
  const keys = names.filter((name) => name.startsWith(pointsField(''))).map((name) => name.slice(pointsField('').length))
  const areas: RatedArea[] = []
  const faults: TapFault[] = []
  for (const area of new Set(keys)) {
    const [text, half] = [typed(pointsField(area)).trim(), typed(halfField(area)) !== '']
    const points = parsePoints(text)
    if (text === '' && half) faults.push({ field: pointsField(area), problem: 'half-alone' })
    else if (text !== '' && points === null) faults.push({ field: pointsField(area), problem: 'not-points' })
    else if (points !== null) areas.push({ area, points: points + (half ? 50 : 0) })
  }
  return { areas, faults }
}
