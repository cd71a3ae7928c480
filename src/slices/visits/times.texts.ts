/** Instants in words. */
import { timeInSweden } from '../../platform/clock.ts'

/** The time of day of an instant in milliseconds since 1970, Swedish time: `13:05`. */
export const timeText = (ms: number): string => timeInSweden(new Date(ms))
