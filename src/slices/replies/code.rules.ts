/**
 * Codes in letters, on cards and in texts: ten signs that nobody mistakes for another, by chance alone.
 * 30 signs to the power of ten is 5.9e14, or 49 bits; nothing of the youth is in it, and it leads to nothing about the youth.
 */

/** Without I, L, O, U, 0 and 1: none looks like another, and no word comes of it. */
export const codeSigns = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
export const codeLength = 10

const isCode = new RegExp(`^[${codeSigns}]{${codeLength}}$`)

/** How long a code lasts where nothing has been set. */
export const shippedCodeDays = 60

/** A code from random bytes; null when too many of them had to be passed over for every sign to be equally likely. */
export function codeFrom(random: Uint8Array): string | null {
  const fair = 256 - (256 % codeSigns.length)
  const signs = [...random].filter((byte) => byte < fair).map((byte) => codeSigns[byte % codeSigns.length] ?? '')
  return signs.length < codeLength ? null : signs.slice(0, codeLength).join('')
}

/** The code as it is printed: two groups of five. */
export const writtenCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** What somebody typed as a code: small letters, spaces and dashes do not matter. Null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s\-‐‑–—.]/g, '')
  return isCode.test(code) ? code : null
}
