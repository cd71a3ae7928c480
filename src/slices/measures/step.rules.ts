/** A step of a plan that becomes a measure: what its form begins with, and whether it has become one already. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { MeasurableStep, Measure } from './measures.types.ts'

/** The measure that the step has become. One that was struck or refused leaves the step as it was. */
export const measureOfStep = (measures: readonly Measure[], stepId: string): Measure | null =>
  measures.find(
    ({ origin, originId, struck, placement }) => origin === 'plan' && originId === stepId && struck === null && placement !== 'refused',
  ) ?? null

/** What the form begins with: the step's words and days. An end before the start is left for the writer to say. */
export function fieldsOfStep({ text, beginsOn, dueOn }: MeasurableStep, today: PlainDate): Readonly<Record<string, string>> {
  const from = beginsOn ?? today
  return { from, until: dueOn === null || dueOn < from ? '' : dueOn, responsible: 'municipality', note: text }
}
