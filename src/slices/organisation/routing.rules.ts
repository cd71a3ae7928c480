/** Which postal codes belong to which district: how they are written, and that no code belongs to two. */

/** Postal codes from `first` to `last`, both included, as five-digit numbers. */
export type CodeRange = { readonly first: number; readonly last: number }

/** What could not be read, and the part of the text it is in. */
export type CodesProblem = { readonly kind: 'not-a-code' | 'backwards' | 'too-many'; readonly part: string }

export type ReadCodes = { readonly ranges: readonly CodeRange[]; readonly problem: CodesProblem | null }

const mostRanges = 500
const code = /^([1-9]\d{2}) ?(\d{2})$/

function codeOf(text: string): number | null {
  const found = code.exec(text.trim())
  return found === null ? null : Number(`${found[1]}${found[2]}`)
}

function rangeOf(part: string): CodeRange | CodesProblem {
  const ends = part.split(/[-–]/)
  const first = codeOf(ends[0] ?? '')
  const last = ends.length === 1 ? first : codeOf(ends[1] ?? '')
  if (first === null || last === null || ends.length > 2) return { kind: 'not-a-code', part }
  return last < first ? { kind: 'backwards', part } : { first, last }
}

/** The same codes as sorted ranges that neither overlap nor touch. */
export function joined(ranges: readonly CodeRange[]): CodeRange[] {
  const result: CodeRange[] = []
  for (const range of ranges.toSorted((a, b) => a.first - b.first || a.last - b.last)) {
    const previous = result.at(-1)
    if (previous === undefined || range.first > previous.last + 1) result.push(range)
    else result[result.length - 1] = { first: previous.first, last: Math.max(previous.last, range.last) }
  }
  return result
}

/** Reads `99910-99919, 99925` (also `999 10`, semicolons and lines). Ranges that overlap or touch become one. */
export function parseCodes(text: string): ReadCodes {
  const ranges: CodeRange[] = []
  for (const part of text.split(/[,;\n]/).map((one) => one.trim())) {
    if (part === '') continue
    const range = rangeOf(part)
    if ('kind' in range) return { ranges: [], problem: range }
    ranges.push(range)
  }
  const all = joined(ranges)
  return all.length > mostRanges ? { ranges: [], problem: { kind: 'too-many', part: String(mostRanges) } } : { ranges: all, problem: null }
}

/** The ranges as `parseCodes` reads them. */
export const writeCodes = (ranges: readonly CodeRange[]): string =>
  ranges.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`)).join(', ')

/** The first codes that another district already has, and which; null when there are none. */
export function overlapOf(
  ranges: readonly CodeRange[],
  others: readonly { readonly name: string; readonly codes: readonly CodeRange[] }[],
): (CodeRange & { readonly name: string }) | null {
  for (const { name, codes } of others) {
    for (const taken of codes) {
      const hit = ranges.find(({ first, last }) => first <= taken.last && taken.first <= last)
      if (hit !== undefined) return { name, first: Math.max(hit.first, taken.first), last: Math.min(hit.last, taken.last) }
    }
  }
  return null
}
