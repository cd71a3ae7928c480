/** The instrument as a form: fields that say which area and item they are of, empty rows for more, and back again. */
import type { Lang } from '../../../kernel/lang.ts'
import type { Instrument, InstrumentArea, Item, Points } from './instrument.types.ts'
import { mostAreas, mostItems } from './instrument.rules.ts'
import { pointsIn } from './points.texts.ts'
import { parsePoints } from './score.rules.ts'

export type Fields = (field: string) => string

/** What stands for points that are no number: the rules refuse it where it stands. */
const noPoints = Number.NaN

/** The fields of an instrument. Areas and items count from one. */
export function instrumentFields(instrument: Instrument, lang: Lang): Readonly<Record<string, string>> {
  const { scale, aggregation, missing, areas } = instrument
  const points = (value: Points): string => pointsIn(value, lang)
  const ofArea = ({ key, sv, en, recipient, threshold, direction, items }: InstrumentArea, at: number): (readonly [string, string])[] => {
    const area = `area${at + 1}`
    return [
      [`${area}Key`, key],
      [`${area}Sv`, sv],
      [`${area}En`, en],
      [`${area}Recipient`, recipient],
      [`${area}Threshold`, points(threshold)],
      [`${area}Direction`, direction],
      ...items.flatMap((item, n) => itemFields(`${area}Item${n + 1}`, item)),
    ]
  }
  return {
    min: points(scale.min),
    max: points(scale.max),
    step: points(scale.step),
    ratingStep: points(scale.ratingStep),
    aggregation,
    missing: missing.kind,
    atLeast: missing.kind === 'answered' ? String(missing.atLeast) : '',
    ...Object.fromEntries(areas.flatMap(ofArea)),
  }
}

const itemFields = (field: string, { key, sv, en }: Item): (readonly [string, string])[] => [
  [`${field}Key`, key],
  [`${field}Sv`, sv],
  [`${field}En`, en],
]

const numbers = (most: number): readonly number[] => Array.from({ length: most }, (_, at) => at + 1)

/** How many rows of the kind the form has: up to the last that has something written. */
const rowsIn = (fields: Fields, most: number, nameOf: (n: number) => string): number =>
  numbers(most).findLast((n) => ['Sv', 'En', 'Key'].some((part) => fields(`${nameOf(n)}${part}`).trim() !== '')) ?? 0

export const itemsIn = (fields: Fields, area: number): number => rowsIn(fields, mostItems, (n) => `area${area}Item${n}`)
export const areasIn = (fields: Fields): number => rowsIn(fields, mostAreas, (n) => `area${n}`)

/** A key that nothing has had, so that scores of another time are never taken for scores of this. */
function newKey(stem: string, taken: Set<string>): string {
  const n = numbers(taken.size + 1).find((one) => !taken.has(`${stem}${one}`)) ?? taken.size + 1
  taken.add(`${stem}${n}`)
  return `${stem}${n}`
}

const pointsFrom = (text: string): Points => parsePoints(text) ?? noPoints

type Written = {
  readonly instrument: Instrument
  /** From the row that the rules name to the row of the form: problems are told there. */
  readonly places: ReadonlyMap<string, string>
}

/** Names that are written; a row without any is none. */
const isWritten = (fields: Fields, field: string): boolean => fields(`${field}Sv`).trim() !== '' || fields(`${field}En`).trim() !== ''

const named = (fields: Fields, field: string): Pick<Item, 'sv' | 'en'> => ({
  sv: fields(`${field}Sv`).trim(),
  en: fields(`${field}En`).trim(),
})

type Reading = { readonly fields: Fields; readonly taken: Set<string>; readonly places: Map<string, string> }

/** The area in the row `n` of the form, which becomes the area `at`. */
function areaFrom({ fields, taken, places }: Reading, n: number, at: number): InstrumentArea {
  const [from, to] = [`area${n}`, `area${at}`]
  places.set(to, from)
  const rows = numbers(itemsIn(fields, n)).filter((row) => isWritten(fields, `${from}Item${row}`))
  const items = rows.map((row, index): Item => {
    places.set(`${to}Item${index + 1}`, `${from}Item${row}`)
    return { key: fields(`${from}Item${row}Key`) || newKey('item', taken), ...named(fields, `${from}Item${row}`) }
  })
  return {
    key: fields(`${from}Key`) || newKey('area', taken),
    ...named(fields, from),
    recipient: fields(`${from}Recipient`) === 'labourMarket' ? 'labourMarket' : 'housing',
    threshold: pointsFrom(fields(`${from}Threshold`)),
    direction: fields(`${from}Direction`) === 'above' ? 'above' : 'below',
    items,
  }
}

/**
 * The instrument that the form says. Rows without names are left out, and areas that are ticked away. `used`: keys that any version has had.
 * `places` leads from the fields that the rules name (the areas as they are counted without what was left out) to those of the form.
 */
export function instrumentFrom(fields: Fields, used: readonly string[]): Written {
  const reading = { fields, taken: new Set(used), places: new Map<string, string>() }
  const isKept = (n: number): boolean => isWritten(fields, `area${n}`) || fields(`area${n}Key`) !== ''
  const kept = numbers(areasIn(fields)).filter((n) => fields(`area${n}Remove`) === '' && isKept(n))
  const atLeast = /^\d+$/.test(fields('atLeast').trim()) ? Number(fields('atLeast')) : noPoints
  const instrument: Instrument = {
    scale: {
      min: pointsFrom(fields('min')),
      max: pointsFrom(fields('max')),
      step: pointsFrom(fields('step')),
      ratingStep: pointsFrom(fields('ratingStep')),
    },
    aggregation: fields('aggregation') === 'sum' ? 'sum' : 'mean',
    missing: fields('missing') === 'answered' ? { kind: 'answered', atLeast } : { kind: 'refuse' },
    areas: kept.map((n, at) => areaFrom(reading, n, at + 1)),
  }
  return { instrument, places: reading.places }
}

/** The field of the form that the rules' field is: rows that were left out are counted again. */
export function placeOf(field: string, places: ReadonlyMap<string, string>): string {
  const [, row = '', part = ''] = /^(area\d+Item\d+|area\d+)(.*)$/.exec(field) ?? []
  return row === '' ? field : `${places.get(row) ?? row}${part}`
}
