/**
 * Identity numbers: personnummer, samordningsnummer and the schools' interim numbers (TF, T).
 *
 * A number is an attribute of a person that can change, never the key. It cannot be printed by accident:
 * `toString`, `toJSON` and inspection say what it is; `reveal()` is the one word to look for in review.
 * Sources: Skatteverket SKV 704 (personnummer), SKV 707 (samordningsnummer), SS 12000 (TF numbers).
 */
import { inspect } from 'node:util'
import { dayFrom, isRealDate, partsOf, type Day } from '../platform/plain-date.ts'
import { hasRightCheckDigit } from './check-digit.ts'

export { hasRightCheckDigit }

export type IdentityKind = 'personnummer' | 'samordningsnummer' | 'interim'

export class IdentityNumber {
  readonly #digits: string
  readonly kind: IdentityKind
  /** Null when the number has no real birthday. */
  readonly bornOn: Day | null
  constructor(digits: string, kind: IdentityKind, bornOn: Day | null) {
    this.#digits = digits
    this.kind = kind
    this.bornOn = bornOn
  }
  /** The number itself: 12 digits, or for an interim number 8 digits and its four characters. */
  reveal(): string {
    return this.#digits
  }
  toString(): string {
    return '[identity number]'
  }
  toJSON(): string {
    return this.toString()
  }
  [inspect.custom](): string {
    return this.toString()
  }
}

/** Why a text is no identity number. */
export type IdentityProblem = 'missing' | 'not-a-number' | 'check-digit' | 'no-such-day'

const interimTail = /^(?:TF\d{2}|[TRSUWXJKLMN]\d{3})$/

/**
 * The century of a two-digit year: the latest in which the person is born on or before the reference day,
 * one earlier with the sign `+` (from the year one turns 100). An unknown month or day is read as the first possible.
 */
function fullYear(twoDigitYear: number, month: number, dayOfMonth: number, plus: boolean, reference: Day): number {
  const now = partsOf(reference)
  let year = Math.floor(now.year / 100) * 100 + twoDigitYear
  // The sign changes on New Year's Day of the year one turns 100, not on the birthday.
  if (plus) return year > now.year - 100 ? (year - 100 > now.year - 100 ? year - 200 : year - 100) : year
  const isLater = year * 10_000 + month * 100 + dayOfMonth > now.year * 10_000 + now.month * 100 + now.dayOfMonth
  if (isLater) year -= 100
  return year
}

function bornOnOf(twelve: string): Day | null | 'no-such-day' {
  const [year, month, field] = [Number(twelve.slice(0, 4)), Number(twelve.slice(4, 6)), Number(twelve.slice(6, 8))]
  if (field <= 31) return isRealDate(year, month, field) ? dayFrom(year, month, field) : 'no-such-day'
  // Samordningsnummer: day + 60. Month or day may be unknown (00), and some days do not exist: no birthday then.
  const dayOfMonth = field - 60
  if (dayOfMonth < 0 || dayOfMonth > 31 || month > 12) return 'no-such-day'
  return isRealDate(year, month, dayOfMonth) ? dayFrom(year, month, dayOfMonth) : null
}

function twelveDigits(text: string, reference: Day): string | null {
  if (/^(?:18|19|20)\d{10}$/.test(text)) return text
  const long = /^((?:18|19|20)\d{6})-?(\d{4})$/.exec(text)
  if (long !== null) return `${long[1]}${long[2]}`
  const short = /^(\d{2})(\d{2})(\d{2})([-+]?)(\d{4})$/.exec(text)
  if (short === null) return null
  const [, yy = '', mm = '', dd = '', sign, last = ''] = short
  const dayOfMonth = Number(dd) > 60 ? Number(dd) - 60 : Number(dd) === 60 ? 0 : Number(dd)
  return `${fullYear(Number(yy), Number(mm), dayOfMonth, sign === '+', reference)}${mm}${dd}${last}`
}

function interim(text: string): IdentityNumber | null {
  const found = /^(\d{6}|\d{8})-?([A-Z]{1,2}\d{2,3})$/.exec(text.toUpperCase())
  return found !== null && interimTail.test(found[2] ?? '') ? new IdentityNumber(`${found[1]}${found[2]}`, 'interim', null) : null
}

/**
 * Reads a number as sources write it: 12 digits, 10 digits (with the reference day deciding the century), with or without
 * a sign, TF and T numbers. Spaces around it are left out. Interim numbers have no check digit.
 */
export function parseIdentityNumber(raw: string, reference: Day): IdentityNumber | IdentityProblem {
  const text = raw.trim()
  if (text === '') return 'missing'
  const twelve = twelveDigits(text, reference)
  if (twelve === null) return interim(text) ?? 'not-a-number'
  if (twelve.slice(8, 11) === '000') return 'not-a-number'
  if (!hasRightCheckDigit(twelve)) return 'check-digit'
  const bornOn = bornOnOf(twelve)
  if (bornOn === 'no-such-day') return bornOn
  return new IdentityNumber(twelve, Number(twelve.slice(6, 8)) > 31 ? 'samordningsnummer' : 'personnummer', bornOn)
}
