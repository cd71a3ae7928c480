/** How a profile writes a day and an identity number. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { ProfileFile } from './profile.types.ts'

/** The number, as the profile has it; empty when there is none. A ten-digit one loses its century, as the form says. */
function number(twelve: string | null, form: ProfileFile['numbers']): string {
  if (twelve === null) return ''
  const digits = form === '10' || form === '10-dash' ? twelve.slice(2) : twelve
  return form === '12-dash' || form === '10-dash' ? `${digits.slice(0, -4)}-${digits.slice(-4)}` : digits
}

const date = (on: PlainDate | null, form: ProfileFile['dates']): string => {
  if (on === null) return ''
  return form === 'YYYYMMDD' ? on.replaceAll('-', '') : on
}

/** Cells as texts. */
export const cellText = { number, date }
