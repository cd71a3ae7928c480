/** Receipt numbers: random, so that nobody learns from one how many others there are; read aloud without doubt (no I, L, O or U). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const characters = 12

/** How many random bytes a receipt is made from. */
export const receiptBytes = characters

/** A receipt from random bytes, at least `receiptBytes` of them: 60 bits, `AN-XXXX-XXXX-XXXX`. */
export function receiptOf(bytes: Uint8Array): string {
  const all = Array.from({ length: characters }, (_, index) => alphabet[(bytes[index] ?? 0) % alphabet.length] ?? '0')
  return `AN-${[0, 4, 8].map((from) => all.slice(from, from + 4).join('')).join('-')}`
}

const shape = /^AN-(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/

/** A receipt as somebody wrote it: small letters, spaces and mistaken letters (O, I, L) are read as they were meant. Null when it can be none. */
export function readReceipt(written: string): string | null {
  const text = written.trim().toUpperCase().replaceAll(/\s+/g, '')
  const body = text.startsWith('AN-') ? text.slice(3).replaceAll('O', '0').replaceAll(/[IL]/g, '1') : ''
  return shape.test(`AN-${body}`) ? `AN-${body}` : null
}
