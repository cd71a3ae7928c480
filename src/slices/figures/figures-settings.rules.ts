/** The settings of figures as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'
import { shippedSmallBelow } from './suppress.rules.ts'

/** Smaller numbers than this are hidden, zero apart; 1: none are. */
export type FiguresSettings = { readonly smallBelow: number }

const smallBelowShape = z.int().min(1).max(20)

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function figuresSettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): FiguresSettings {
  const stored = rows.find(({ key }) => key === 'figures.smallBelow')
  return { smallBelow: stored === undefined ? shippedSmallBelow : smallBelowShape.parse(stored.value) }
}
