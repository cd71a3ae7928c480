/** Today in Sweden. The only place that asks what day it is; everything else is handed the day. */
import type { PlainDate } from './plain-date.ts'

const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit' })

export const todayInSweden = (at: Date = new Date()): PlainDate => stockholm.format(at) as PlainDate

const clockTime = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit', hour12: false })

/** The time of day in Sweden as `HH:MM`. */
export const timeInSweden = (at: Date = new Date()): string => clockTime.format(at)
