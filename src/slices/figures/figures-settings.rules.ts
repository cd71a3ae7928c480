/** The settings of figures as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'
import { shippedSmallBelow } from './suppress.rules.ts'

/** Smaller numbers than this are hidden, zero apart; 1: none are. */
export type FiguresSettings = { readonly smallBelow: number }

export const smallBelowKey = 'figures.smallBelow'
export const greatestLimit = 20
const smallBelowShape = z.int().min(1).max(greatestLimit)

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function figuresSettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): FiguresSettings {
  const stored = rows.find(({ key }) => key === smallBelowKey)
  return { smallBelow: stored === undefined ? shippedSmallBelow : smallBelowShape.parse(stored.value) }
}

/** The limit as somebody typed it; null: it cannot be used. */
export function readFiguresDraft(typed: string): FiguresSettings | null {
  const smallBelow = Number(typed.trim())
  return /^\d{1,2}$/.test(typed.trim()) && smallBelowShape.safeParse(smallBelow).success ? { smallBelow } : null
}

/** What is to be saved: what the draft says otherwise. */
export const figuresChanges = (present: FiguresSettings, draft: FiguresSettings): { readonly key: string; readonly value: number }[] =>
  present.smallBelow === draft.smallBelow ? [] : [{ key: smallBelowKey, value: draft.smallBelow }]
