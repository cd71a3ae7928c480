/** What somebody who searches has written: an identity or phone number, the beginning of one, or a name. It is in no address, log or audit detail. */

export type Search =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long' }
  /** A whole number, as it may be written in the register. One hit goes straight to its page. `phone`: it may as well be a phone number. */
  | { readonly kind: 'number'; readonly numbers: readonly string[]; readonly phone: string }
  /** A birth date or the beginning of a number: what the numbers begin with. */
  | { readonly kind: 'beginning'; readonly beginnings: readonly string[]; readonly phone: string }
  /** Nothing but a phone number, as it was written. */
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'name'; readonly text: string }

const longest = 100
const centuries = ['19', '20']

/** Ten digits say no century: both are asked for, which also finds the older of two a hundred years apart. */
function numberSearch(digits: string, phone: string): Search {
  if (digits.length === 12) return { kind: 'number', numbers: [digits], phone }
  if (digits.length === 10 && !/^(19|20)\d{2}(0[1-9]|1[0-2]|00)/.test(digits)) {
    return { kind: 'number', numbers: centuries.map((century) => century + digits), phone }
  }
  // `2009041223` may be ten digits, or the first ten of twelve.
  if (digits.length === 10) return { kind: 'beginning', beginnings: [digits, ...centuries.map((century) => century + digits)], phone }
  const beginnings = digits.length > 8 ? [digits] : [digits, ...centuries.map((century) => century + digits)]
  return { kind: 'beginning', beginnings, phone }
}

/**
 * Reads what was written. Numbers may have dashes, plus, brackets and blanks, dates dashes; 6 digits and more are a number, fewer are taken
 * for a name. With a plus or two zeros before it is a phone number with its country; `0701012389` may be a phone or an identity number: both.
 */
export function parseSearch(written: string): Search {
  const text = written
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  if (text === '') return { kind: 'empty' }
  if (text.length > longest) return { kind: 'too-long' }
  if (/^[\d\s+\-–./()]+$/.test(text)) {
    const digits = text.replaceAll(/\D/g, '')
    if (/^\+|^00/.test(text) && digits.length >= 8) return { kind: 'phone', phone: text }
    if (digits.length >= 6 && digits.length <= 12) return numberSearch(digits, text)
  }
  return { kind: 'name', text }
}
