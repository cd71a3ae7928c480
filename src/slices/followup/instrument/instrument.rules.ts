/** What an instrument may look like, and which version an assessment begun on a day is made by. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Instrument, InstrumentArea, InstrumentVersion } from './instrument.types.ts'
import { areaRange } from './score.rules.ts'

export const mostAreas = 12
export const mostItems = 20
export const longestName = 80
/** 999.99 points: what people write on paper, and what the database holds. */
const mostPoints = 99_999

/** A problem by the field of the form where it is mended: `max`, `area2Sv`, `area2Threshold`, `area2Item3Sv`. */
export type InstrumentProblem = {
  readonly field: string
  readonly problem:
    | 'not-a-number'
    | 'not-more'
    | 'no-step'
    | 'too-many'
    | 'none'
    | 'no-name'
    | 'long-name'
    | 'same-name'
    | 'bad-key'
    | 'same-key'
    | 'outside-range'
    | 'never-low'
}

const one = (field: string, problem: InstrumentProblem['problem']): InstrumentProblem[] => [{ field, problem }]
const isPoints = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= mostPoints

function scaleProblems({ min, max, step, ratingStep }: Instrument['scale']): InstrumentProblem[] {
  const wrong = Object.entries({ min, max, step, ratingStep }).filter(([, value]) => !isPoints(value))
  if (wrong.length > 0) return wrong.flatMap(([field]) => one(field, 'not-a-number'))
  if (max <= min) return one('max', 'not-more')
  const isStep = (value: number): boolean => value > 0 && (max - min) % value === 0
  return [...(isStep(step) ? [] : one('step', 'no-step')), ...(isStep(ratingStep) ? [] : one('ratingStep', 'no-step'))]
}

function nameProblems(field: string, named: { readonly sv: string; readonly en: string }): InstrumentProblem[] {
  return (
    [
      ['Sv', named.sv],
      ['En', named.en],
    ] as const
  ).flatMap(([lang, name]) => {
    if (name.trim() === '') return one(`${field}${lang}`, 'no-name')
    return name.length > longestName ? one(`${field}${lang}`, 'long-name') : []
  })
}

const isKey = (key: string): boolean => /^[a-zA-Z][a-zA-Z0-9]{0,39}$/.test(key)

function thresholdProblems(instrument: Instrument, area: InstrumentArea, field: string): InstrumentProblem[] {
  const { min, max } = areaRange(instrument, area)
  if (!Number.isInteger(area.threshold) || area.threshold < min || area.threshold > max) return one(`${field}Threshold`, 'outside-range')
  // Strictly below the least, or above the most, there is nothing: such an area would never give a signal.
  return area.threshold === (area.direction === 'below' ? min : max) ? one(`${field}Threshold`, 'never-low') : []
}

function areaProblems(instrument: Instrument, area: InstrumentArea, at: number): InstrumentProblem[] {
  const field = `area${at + 1}`
  if (area.items.length === 0) return [...nameProblems(field, area), ...one(`${field}Items`, 'none')]
  if (area.items.length > mostItems) return one(`${field}Items`, 'too-many')
  const items = area.items.flatMap((item, n) => [
    ...nameProblems(`${field}Item${n + 1}`, item),
    ...(isKey(item.key) ? [] : one(`${field}Item${n + 1}Key`, 'bad-key')),
  ])
  return [
    ...nameProblems(field, area),
    ...(isKey(area.key) ? [] : one(`${field}Key`, 'bad-key')),
    ...thresholdProblems(instrument, area, field),
    ...items,
  ]
}

type Named = { readonly field: string; readonly text: string }

const repeated = (all: readonly Named[], problem: 'same-name' | 'same-key'): InstrumentProblem[] =>
  all
    .filter(({ text }, at) => all.findIndex((other) => other.text.toLowerCase() === text.toLowerCase()) < at)
    .map(({ field }) => ({ field, problem }))

function repeats(areas: readonly InstrumentArea[]): InstrumentProblem[] {
  const keyed = areas.map(({ key }, at) => ({ field: `area${at + 1}Key`, text: key }))
  const items = areas.flatMap((area, at) => area.items.map(({ key }, n) => ({ field: `area${at + 1}Item${n + 1}Key`, text: key })))
  const named = areas.map(({ sv }, at) => ({ field: `area${at + 1}Sv`, text: sv.trim() })).filter(({ text }) => text !== '')
  return [...repeated(keyed, 'same-key'), ...repeated(items, 'same-key'), ...repeated(named, 'same-name')]
}

function missingProblems({ missing, areas }: Instrument): InstrumentProblem[] {
  if (missing.kind === 'refuse') return []
  if (!Number.isInteger(missing.atLeast) || missing.atLeast < 1) return one('atLeast', 'not-a-number')
  return areas.some(({ items }) => items.length < missing.atLeast) ? one('atLeast', 'too-many') : []
}

/** What is wrong with the instrument, by field. None: it may be put in force. */
export function instrumentProblems(instrument: Instrument): InstrumentProblem[] {
  const scale = scaleProblems(instrument.scale)
  if (scale.length > 0) return scale
  const { areas } = instrument
  if (areas.length === 0) return one('areas', 'none')
  if (areas.length > mostAreas) return one('areas', 'too-many')
  return [...areas.flatMap((area, at) => areaProblems(instrument, area, at)), ...repeats(areas), ...missingProblems(instrument)]
}

/** The version in force on the day: the newest of those from that day or earlier. Null before the first. */
export function versionOn<Version extends Pick<InstrumentVersion, 'version' | 'fromOn'>>(
  versions: readonly Version[],
  on: PlainDate,
): Version | null {
  return versions.filter(({ fromOn }) => fromOn <= on).toSorted((a, b) => b.version - a.version)[0] ?? null
}

/** The area by its key; null when the instrument has none such. */
export const areaOf = ({ areas }: Pick<Instrument, 'areas'>, key: string): InstrumentArea | null =>
  areas.find((area) => area.key === key) ?? null
