/** The settings of home visits: minutes after a check-in, and after the end of the round, when the third person is told. */
import { numberSettings, type Numbers } from '../../kernel/number-settings.ts'

/** Fewer give false alarms; more is no watch. */
const minutes = { least: 5, most: 180 }

export const visitSettings = numberSettings({
  minutesInside: { key: 'visits.minutes', shipped: 45, ...minutes },
  minutesAfterEnd: { key: 'visits.minutesAfterEnd', shipped: 30, ...minutes },
})
export type VisitSettings = Numbers<(typeof visitSettings.names)[number]>
