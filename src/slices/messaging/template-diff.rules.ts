/** Two versions of a text beside each other: which words went and which came. */

/** A piece that stands in both, only in the earlier, or only in the later. */
export type Piece = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

const wordsOf = (text: string): string[] => text.split(/(\s+)/).filter((part) => part !== '')

/** How long the longest common row of words is from each pair of places to the ends. */
function commonFrom(before: readonly string[], after: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--) {
    const [row, below] = [lengths[i], lengths[i + 1]]
    if (row === undefined || below === undefined) continue
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}

/** Adds a word to the last piece when it is of the same kind. */
function add(pieces: { kind: Piece['kind']; text: string }[], kind: Piece['kind'], text: string): void {
  const last = pieces.at(-1)
  if (last?.kind === kind) last.text += text
  else pieces.push({ kind, text })
}

/** The pieces of both texts in order: `same` and `gone` are the earlier one, `same` and `new` the later. */
export function differenceOf(earlier: string, later: string): Piece[] {
  const [before, after] = [wordsOf(earlier), wordsOf(later)]
  const lengths = commonFrom(before, after)
  const pieces: { kind: Piece['kind']; text: string }[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [gone, came] = [before[i], after[j]]
    if (gone !== undefined && gone === came) {
      add(pieces, 'same', gone)
      i++
      j++
    } else if (gone !== undefined && (came === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      add(pieces, 'gone', gone)
      i++
    } else {
      add(pieces, 'new', came ?? '')
      j++
    }
  }
  return pieces
}
