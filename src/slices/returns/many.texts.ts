/** Small words: a number with its noun, a sentence's first letter. */

/** `1 dag`, `12 dagar`. */
export const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`

/** With a capital first. */
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
