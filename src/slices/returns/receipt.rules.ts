/** A receipt's number as somebody wrote it. */

const longest = 60

/** The number without the blanks around it; null when it is none: empty, too long, or with signs that no receipt has. */
export function numberOf(written: string): string | null {
  const text = written.trim()
  return text !== '' && text.length <= longest && /^[\p{L}\p{N}][\p{L}\p{N} ._/:-]*$/u.test(text) ? text : null
}
