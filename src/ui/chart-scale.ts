/** Scales of pictures of figures: round ticks, places as per cent, and which labels there is room for. */

/** Where the ticks of an axis stand: from 0 in round steps up to at least the greatest value. */
export type Scale = { readonly ticks: readonly number[]; readonly top: number }

const steps = [1, 2, 2.5, 5, 10]
const mostTicks = 4

/** A scale that holds the values, from zero; of nothing it is to one. Whole numbers have whole steps. */
export function scaleOf(values: readonly number[]): Scale {
  const greatest = Math.max(0, ...values)
  if (!(greatest > 0)) return { ticks: [0, 1], top: 1 }
  const rough = greatest / mostTicks
  const power = 10 ** Math.floor(Math.log10(rough))
  const fits = steps.find((step) => step * power >= rough - 1e-9) ?? 10
  const isWhole = values.every((value) => Number.isInteger(value))
  const step = isWhole ? Math.max(1, Math.ceil(fits * power - 1e-9)) : fits * power
  const count = Math.ceil(greatest / step - 1e-9)
  return {
    ticks: Array.from({ length: count + 1 }, (_, index) => Math.round(index * step * 1e6) / 1e6),
    top: Math.round(count * step * 1e6) / 1e6,
  }
}

export const rounded = (value: number): number => Math.round(value * 100) / 100

/** A part of a length, never outside it. */
export const partOf = (value: number, top: number, length: number): number =>
  rounded((Math.min(Math.max(value, 0), top) / (top > 0 ? top : 1)) * length)

/** Of labels side by side, each how-manieth is written so that none runs into the next on a telephone. */
export function labelStep(labels: readonly string[]): number {
  const widest = Math.max(1, ...labels.map((label) => label.length))
  const room = Math.max(1, Math.floor(320 / (widest * 6.6 + 6)))
  return Math.max(1, Math.ceil(labels.length / room))
}

/** A label cut to what there is room for; the whole of it is in the table. */
export const cutLabel = (label: string, most = 44): string => (label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`)
