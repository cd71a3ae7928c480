/** Phone numbers: any way of writing one in, E.164 within, and out as people in Sweden read them. */
import { parsePhoneNumber, parsePhoneNumberWithError, ParseError, type PhoneNumber } from 'libphonenumber-js/max'
import { grant, refuse, type Decision } from './decision.ts'

declare const e164: unique symbol

/** A number as the world's networks write it: `+46701740605` (ITU-T E.164). */
export type E164Phone = string & { readonly [e164]: true }

/** `not-possible`: no network has such numbers. */
export type PhoneProblem = 'not-a-number' | 'too-short' | 'too-long' | 'not-possible'

const problems: Readonly<Record<string, PhoneProblem>> = { TOO_SHORT: 'too-short', TOO_LONG: 'too-long', INVALID_LENGTH: 'too-short' }

/** Swedish mobile numbers have nine digits after +46; the numbering plan allows other lengths for other numbers. */
function swedishProblem({ nationalNumber, country }: PhoneNumber): PhoneProblem {
  const digits = nationalNumber.replace(/^0+/, '')
  if (country !== 'SE' || !digits.startsWith('7') || digits.length === 9) return 'not-possible'
  return digits.length < 9 ? 'too-short' : 'too-long'
}

function problemOf(number: PhoneNumber): PhoneProblem | null {
  // An extension cannot be dialled by a gateway, and to leave it out would be to call somebody else.
  if (number.ext !== undefined) return 'not-a-number'
  if (!number.isPossible()) return number.nationalNumber.length < 6 ? 'too-short' : 'too-long'
  // Other countries open new series now and then, which our copy of their plans does not know yet.
  const isSwedish = number.countryCallingCode === '46'
  return isSwedish && !number.isValid() ? swedishProblem(number) : null
}

/**
 * Reads a number written in any way: `070-174 06 05`, `0046…`, `+46 (0)70…`, a Swedish number that a spreadsheet took the zero from,
 * or a foreign one with its country code. Words around it are refused rather than dropped: they say whose number it is.
 */
export function parsePhone(text: string): Decision<E164Phone, PhoneProblem> {
  try {
    const number = parsePhoneNumberWithError(text.trim().replace(/^tel:/i, ''), { defaultCountry: 'SE', extract: false })
    const problem = problemOf(number)
    return problem === null ? grant(number.number as E164Phone) : refuse(problem)
  } catch (thrown) {
    if (!(thrown instanceof ParseError)) throw thrown
    return refuse(problems[thrown.message] ?? 'not-a-number')
  }
}

/** The number as people in Sweden read it: `070-174 06 05`, and `+47 40 61 23 45` for other countries. */
export function phoneText(phone: E164Phone): string {
  const number = parsePhoneNumber(phone)
  if (number === undefined) return phone
  return number.countryCallingCode === '46' ? number.formatNational() : number.formatInternational()
}

/** Whether the number is a mobile one; null where the country's numbers do not tell (the United States) or the series is not known. */
export function isMobile(phone: E164Phone): boolean | null {
  const type = parsePhoneNumber(phone)?.getType()
  return type === undefined || type === 'FIXED_LINE_OR_MOBILE' ? null : type === 'MOBILE'
}
