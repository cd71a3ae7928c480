/** A number with its noun. */

/** `1 dag`, `12 dagar`. */
export const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`
