/**
 * The settings of prevention: hours of invalid absence in a month from which a pupil is on the early list; the hours of CSN's rule, which asks that
 * it is repeated too (another test, shown apart); months that a sum is kept.
 */
import { numberSettings, type Numbers } from '../../kernel/number-settings.ts'

export const preventionSettings = numberSettings({
  thresholdHours: { key: 'prevention.thresholdHours', shipped: 20, least: 1, most: 200 },
  csnHours: { key: 'prevention.csnHours', shipped: 4, least: 1, most: 40 },
  keepMonths: { key: 'prevention.keepMonths', shipped: 6, least: 1, most: 24 },
})
export type PreventionSettings = Numbers<(typeof preventionSettings.names)[number]>
