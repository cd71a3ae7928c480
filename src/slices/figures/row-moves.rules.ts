/**
 * How rows can change together without any of their sums telling: vectors of +1 and -1 over rows under which every sum still holds. Between two
 * tables that differ by one nobody can tell which is true.
 */
import type { Sum } from './indicator.types.ts'

/** Row index -> +1 or -1. */
export type RowMove = ReadonlyMap<number, number>

/** Row index -> +1 in `plus`, -1 in `minus`. */
type Equation = ReadonlyMap<number, number>

const mostRows = 8
const enough = 60

const equationOf = ({ plus, minus }: Sum, indexOf: (key: string) => number): Equation =>
  new Map([...plus.map((key) => [indexOf(key), 1] as const), ...minus.map((key) => [indexOf(key), -1] as const)])

const imbalance = (equation: Equation, move: RowMove): number => {
  let total = 0
  for (const [row, sign] of move) total += sign * (equation.get(row) ?? 0)
  return total
}

type Search = { readonly equations: readonly Equation[]; readonly still: ReadonlySet<number>; readonly found: RowMove[] }

/** All moves of at most so many rows that hold the ones chosen and none of those that are `still`, the first `enough` of them. */
function complete(move: RowMove, most: number, search: Search): void {
  const { equations, still, found } = search
  if (found.length >= enough) return
  const broken = equations.find((equation) => imbalance(equation, move) !== 0)
  if (broken === undefined) {
    found.push(move)
    return
  }
  if (move.size >= most) return
  const sign = imbalance(broken, move) > 0 ? -1 : 1
  for (const [row, side] of broken) if (!move.has(row) && !still.has(row)) complete(new Map([...move, [row, sign * side]]), most, search)
}

const onlyAdds = (move: RowMove): boolean => [...move.values()].every((sign) => sign > 0)

/** A move by which every row grows: whatever the numbers are, it can be made. */
function growing(move: RowMove, equations: readonly Equation[], most: number): RowMove | null {
  const broken = equations.find((equation) => imbalance(equation, move) !== 0)
  if (broken === undefined) return move
  if (move.size >= most) return null
  const wanted = imbalance(broken, move) > 0 ? -1 : 1
  for (const [row, side] of broken) {
    if (move.has(row) || side !== wanted) continue
    const found = growing(new Map([...move, [row, 1]]), equations, most)
    if (found !== null) return found
  }
  return null
}

/** The smallest moves that hold the row. */
function smallest(row: number, equations: readonly Equation[], still: ReadonlySet<number>): RowMove[] {
  const found: RowMove[] = []
  for (let most = 1; most <= mostRows && found.length === 0; most++) complete(new Map([[row, 1]]), most, { equations, still, found })
  return found
}

/**
 * The smallest moves of a row, the smallest under which rows that others tell stand still, and one by which every row of it grows. Rows that no sum
 * names move alone.
 */
export function rowMoves(
  rows: readonly string[],
  sums: readonly Sum[],
  told: ReadonlySet<number> = new Set(),
): (row: number) => readonly RowMove[] {
  const places = new Map(rows.map((key, index) => [key, index]))
  const indexOf = (key: string): number => {
    const index = places.get(key)
    if (index === undefined) throw new Error(`a sum of a row that is not there: ${key}`)
    return index
  }
  const equations = sums.map((sum) => equationOf(sum, indexOf))
  const known = new Map<number, readonly RowMove[]>()
  return (row) => {
    const before = known.get(row)
    if (before !== undefined) return before
    const found = [...(told.size === 0 ? [] : smallest(row, equations, told)), ...smallest(row, equations, new Set())]
    const grows = found.some(onlyAdds) ? null : growing(new Map([[row, 1]]), equations, mostRows * 2)
    const all = grows === null ? found : [...found, grows]
    known.set(row, all)
    return all
  }
}
