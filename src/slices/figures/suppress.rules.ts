/**
 * Small numbers are not shown, and no sum tells them (ADR 0033). What is smaller than the limit and not zero is hidden; then, for each hidden cell,
 * so much more that the table with one more or one fewer in it could be the true one as well: a move over hidden cells under which every margin and
 * every sum still holds, and no cell falls below zero.
 */
import { cellKey, every, type At, type IndicatorTable, type Row, type Sum } from './indicator.types.ts'
import { rowMoves, type RowMove } from './row-moves.rules.ts'

/** The shipped limit: smaller numbers than this are hidden. */
export const shippedSmallBelow = 5

type Entry = readonly [cell: number, sign: number]

/** A table by position: `cell = group * rows + row`; the groups are every combination of the keys of each dimension, the last one fastest. */
type Grid = {
  readonly rowCount: number
  readonly values: readonly number[]
  readonly sizes: readonly number[]
  readonly strides: readonly number[]
  readonly isTotalRow: readonly boolean[]
  readonly isTold: readonly boolean[]
}

const isTold = (row: Row | undefined): boolean => row !== undefined && row.kind !== 'share' && row.isTold === true

function gridOf({ rows, groups, values }: IndicatorTable, counted: readonly number[], sums: readonly Sum[]): Grid {
  const depth = groups[0]?.length ?? 0
  const sizes = Array.from({ length: depth }, (_, index) => new Set(groups.map((at) => at[index])).size)
  const strides = sizes.map((_, index) => sizes.slice(index + 1).reduce((product, size) => product * size, 1))
  return {
    rowCount: counted.length,
    values: values.flatMap((own) => counted.map((row) => own[row] ?? 0)),
    sizes,
    strides,
    isTold: counted.map((row) => isTold(rows[row])),
    isTotalRow: counted.map((row) => sums.some(({ plus }) => plus.length === 1 && plus[0] === rows[row]?.key)),
  }
}

const coordinate = ({ sizes, strides }: Grid, group: number, dimension: number): number =>
  Math.floor(group / (strides[dimension] ?? 1)) % (sizes[dimension] ?? 1)

/**
 * What it costs to hide one more cell: margins and totals more than cells, zeros more than numbers, great numbers a little more than small. What
 * other figures tell is hidden last.
 */
function costOf(grid: Grid, cell: number): number {
  const [group, row] = [Math.floor(cell / grid.rowCount), cell % grid.rowCount]
  const margins = grid.sizes.filter((_, dimension) => coordinate(grid, group, dimension) === 0).length
  const value = grid.values[cell] ?? 0
  const told = grid.isTold[row] === true ? 1000 : 0
  return told + 10 + 40 * margins + (grid.isTotalRow[row] === true ? 25 : 0) + (value === 0 ? 60 : Math.min(value, 900) / 100)
}

const mostSwaps = 5

/** Moves along one dimension from a group: to the margin with it, or from another key. The likeliest few, and always the margin. */
function alongDimension(grid: Grid, row: number, group: number, dimension: number, price: (cell: number) => number): Entry[][] {
  const [own, stride] = [coordinate(grid, group, dimension), grid.strides[dimension] ?? 1]
  const groupAt = (key: number): number => group + (key - own) * stride
  const others = Array.from({ length: grid.sizes[dimension] ?? 1 }, (_, key) => key).filter((key) => key !== own && key !== 0)
  const near = others
    .map((key) => ({ key, cost: price(groupAt(key) * grid.rowCount + row) }))
    .toSorted((a, b) => a.cost - b.cost || a.key - b.key)
    .slice(0, mostSwaps)
  const other = own === 0 ? 1 : -1
  const swaps = near.map(({ key }): Entry[] => [
    [group, 1],
    [groupAt(key), other],
  ])
  return own === 0
    ? swaps
    : [
        ...swaps,
        [
          [group, 1],
          [groupAt(0), 1],
        ],
      ]
}

/** The moves of groups: one choice along each dimension, multiplied. */
function groupMoves(grid: Grid, row: number, group: number, price: (cell: number) => number): Entry[][] {
  let moves: Entry[][] = [[[group, 1]]]
  for (const dimension of grid.strides.keys()) {
    const along = alongDimension(grid, row, group, dimension, price)
    const steps = along.map((entries) => entries.map(([at, sign]) => [at - group, sign] as const))
    moves = moves.flatMap((move) =>
      steps.map((step) => move.flatMap(([at, sign]) => step.map(([by, side]): Entry => [at + by, sign * side]))),
    )
  }
  return moves
}

const spread = (groups: readonly Entry[], rows: RowMove, rowCount: number): Entry[] =>
  groups.flatMap(([group, sign]) => [...rows].map(([row, side]): Entry => [group * rowCount + row, sign * side]))

const canMove = (values: readonly number[], move: readonly Entry[], sign: number): boolean =>
  move.every(([cell, side]) => (values[cell] ?? 0) + sign * side >= 0)

/** The cheapest move through the cell: the cells of it. */
function cheapest(grid: Grid, cell: number, moves: readonly RowMove[], price: (cell: number) => number): readonly number[] {
  const [group, row] = [Math.floor(cell / grid.rowCount), cell % grid.rowCount]
  let best: { cost: number; cells: readonly number[] } | null = null
  for (const along of groupMoves(grid, row, group, price)) {
    for (const rows of moves) {
      const move = spread(along, rows, grid.rowCount)
      const cost = move.reduce((sum, [one]) => sum + price(one), 0)
      if (best !== null && cost >= best.cost) continue
      if (canMove(grid.values, move, 1) || canMove(grid.values, move, -1)) best = { cost, cells: move.map(([one]) => one) }
    }
  }
  if (best === null) throw new Error('a cell whose table could never be another')
  return best.cells
}

/** Positions to hide. */
function hiddenCells(grid: Grid, movesOf: (row: number) => readonly RowMove[], smallBelow: number): Set<number> {
  const small = [...grid.values.keys()].filter((cell) => (grid.values[cell] ?? 0) > 0 && (grid.values[cell] ?? 0) < smallBelow)
  const [hidden, safe] = [new Set(small), new Set<number>()]
  const price = (cell: number): number => (hidden.has(cell) ? 0 : costOf(grid, cell))
  for (const cell of small) {
    if (safe.has(cell)) continue
    for (const one of cheapest(grid, cell, movesOf(cell % grid.rowCount), price)) {
      hidden.add(one)
      safe.add(one)
    }
  }
  return hidden
}

/** Shares of something hidden are hidden with it. */
function keysHidden({ rows, groups }: IndicatorTable, isHidden: (row: string, group: number) => boolean): Set<string> {
  const hides = (row: Row, group: number): boolean =>
    row.kind === 'share' ? isHidden(row.part, group) || isHidden(row.whole, group) : isHidden(row.key, group)
  return new Set(groups.flatMap((at, group) => rows.filter((row) => hides(row, group)).map(({ key }) => cellKey(key, at))))
}

const isMarginFirst = (groups: readonly At[]): boolean => groups[0]?.every((key) => key === every) ?? true

/** The table with everything hidden that must be, so that no hidden number can be worked out from the rest. `smallBelow` 1: nothing is. */
export function suppressed(table: IndicatorTable, sums: readonly Sum[], smallBelow: number): IndicatorTable {
  if (!isMarginFirst(table.groups)) throw new Error('a table begins with the whole')
  const counted = table.rows.flatMap(({ kind }, index) => (kind === 'share' ? [] : [index]))
  const names = counted.map((row) => table.rows[row]?.key ?? '')
  const grid = gridOf(table, counted, sums)
  const told = new Set([...grid.isTold.keys()].filter((row) => grid.isTold[row] === true))
  const cells = hiddenCells(grid, rowMoves(names, sums, told), smallBelow)
  const place = new Map(names.map((key, index) => [key, index]))
  const hidden = keysHidden(table, (row, group) => cells.has(group * grid.rowCount + (place.get(row) ?? -1)))
  const values = table.groups.map((at, group) =>
    table.rows.map(({ key }, row) => (hidden.has(cellKey(key, at)) ? null : (table.values[group]?.[row] ?? null))),
  )
  return { ...table, values, hidden }
}
