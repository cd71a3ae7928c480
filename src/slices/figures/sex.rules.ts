/** What an identity number says of sex: its last digit but one, odd for a man (Skatteverket SKV 704). Kept nowhere, and derived from nothing else. */
import type { Sex } from './facts.types.ts'

/** Null: no number, or one that is not twelve digits, as the schools' interim numbers. */
export function sexOf(number: string | null): Sex | null {
  if (number === null || !/^\d{12}$/.test(number)) return null
  return Number(number[10]) % 2 === 0 ? 'woman' : 'man'
}
