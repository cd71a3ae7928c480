/** A reader of QR codes for the tests, written from ISO/IEC 18004 and not from what writes them: versions 1-6, numbers, letters, bytes. */

type Grid = readonly (readonly boolean[])[]

/** Codewords in all, and for L, M, Q and H error correction codewords a block and blocks (table 9). */
const versions = [
  { all: 26, levels: { L: [7, 1], M: [10, 1], Q: [13, 1], H: [17, 1] } },
  { all: 44, levels: { L: [10, 1], M: [16, 1], Q: [22, 1], H: [28, 1] } },
  { all: 70, levels: { L: [15, 1], M: [26, 1], Q: [18, 2], H: [22, 2] } },
  { all: 100, levels: { L: [20, 1], M: [18, 2], Q: [26, 2], H: [16, 4] } },
  { all: 134, levels: { L: [26, 1], M: [24, 2], Q: [18, 4], H: [22, 4] } },
  { all: 172, levels: { L: [18, 2], M: [16, 4], Q: [24, 4], H: [28, 4] } },
] as const
const levelOf = ['M', 'L', 'H', 'Q'] as const
const masks: readonly ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
]

/** The dark modules of our SVG, with the quiet zone, which must be there and empty. */
function gridOf(svg: string): Grid {
  const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const grid = Array.from({ length: side }, () => Array.from({ length: side }, () => false))
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let i = 0; i < Number(width); i++) (grid[Number(y)] ?? [])[Number(x) + i] = true
  }
  const isQuiet = (at: number): boolean => at < 4 || at >= side - 4
  if (grid.some((row, y) => row.some((dark, x) => dark && (isQuiet(y) || isQuiet(x))))) throw new Error('the quiet zone is not quiet')
  return grid.slice(4, -4).map((row) => row.slice(4, -4))
}

const numberOf = (bits: readonly boolean[]): number => bits.reduce((value, bit) => value * 2 + Number(bit), 0)

/** Level and mask from the modules beside the upper left finder, checked by their BCH code (7.9). */
function formatOf(grid: Grid): { level: 'L' | 'M' | 'Q' | 'H'; mask: number } {
  const places = [...[0, 1, 2, 3, 4, 5, 7, 8].map((x) => [8, x] as const), ...[7, 5, 4, 3, 2, 1, 0].map((y) => [y, 8] as const)]
  const bits = numberOf(places.map(([y, x]) => grid[y]?.[x] ?? false)) ^ 0b101010000010010
  let rest = bits
  for (let i = 14; i >= 10; i--) if (rest & (1 << i)) rest ^= 0b10100110111 << (i - 10)
  if (rest !== 0) throw new Error('the format is not a code word')
  return { level: levelOf[bits >> 13] ?? 'M', mask: (bits >> 10) & 7 }
}

/** Whether the module is a pattern and holds no data. */
function isPattern(y: number, x: number, size: number): boolean {
  const corner = (y < 9 && x < 9) || (y < 9 && x >= size - 8) || (y >= size - 8 && x < 9)
  const centre = size - 7
  const alignment = size > 21 && Math.abs(y - centre) <= 2 && Math.abs(x - centre) <= 2
  return corner || y === 6 || x === 6 || alignment
}

/** The codewords, in the order in which they stand: in pairs of columns, up and down from the lower right. */
function codewordsOf(grid: Grid, mask: number): number[] {
  const size = grid.length
  const bits: boolean[] = []
  let upwards = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = upwards ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (!isPattern(y, x, size)) bits.push((grid[y]?.[x] ?? false) !== (masks[mask]?.(y, x) ?? false))
      }
    }
    upwards = !upwards
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => numberOf(bits.slice(8 * i, 8 * i + 8)))
}

const powers = [1]
for (let i = 1; i < 255; i++) powers.push(((powers[i - 1] ?? 0) << 1) ^ ((powers[i - 1] ?? 0) & 128 ? 0x11d : 0))
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : (powers[(powers.indexOf(a) + powers.indexOf(b)) % 255] ?? 0))

/** A block without faults is zero at each root of the generator (7.5.2). */
function isWhole(block: readonly number[], correction: number): boolean {
  return Array.from({ length: correction }, (_, i) => block.reduce((sum, word) => times(sum, powers[i] ?? 0) ^ word, 0)).every(
    (sum) => sum === 0,
  )
}

/** The data codewords, out of the blocks that they are woven into (7.6). */
function dataOf(codewords: readonly number[], correction: number, blocks: number, all: number): number[] {
  const short = Math.floor(all / blocks) - correction
  const longer = all % blocks
  const data = Array.from({ length: blocks }, (_, i) => short + (i >= blocks - longer ? 1 : 0))
  const woven: number[][] = data.map(() => [])
  let at = 0
  for (let i = 0; i <= short; i++) data.forEach((length, block) => i < length && woven[block]?.push(codewords[at++] ?? 0))
  for (let i = 0; i < correction; i++) data.forEach((_, block) => woven[block]?.push(codewords[at++] ?? 0))
  if (!woven.every((block) => isWhole(block, correction))) throw new Error('the error correction does not agree with the data')
  return woven.flatMap((block, i) => block.slice(0, data[i]))
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** The text in the data (7.4). */
function textIn(data: readonly number[]): string {
  const bits = data.flatMap((word) => Array.from({ length: 8 }, (_, i) => (word & (128 >> i)) !== 0))
  let at = 0
  const take = (length: number): number => numberOf(bits.slice(at, (at += length)))
  const bytes: number[] = []
  let encoding: 'utf8' | 'latin1' = 'utf8'
  const say = (text: string): void => void bytes.push(...Buffer.from(text))
  for (let mode = take(4); mode !== 0 && at < bits.length; mode = take(4)) {
    if (mode === 7) encoding = take(8) === 3 ? 'latin1' : 'utf8'
    else if (mode === 4) for (let left = take(8); left > 0; left--) bytes.push(take(8))
    else if (mode === 2) {
      let left = take(9)
      for (; left > 1; left -= 2) {
        const pair = take(11)
        say(`${letters[Math.floor(pair / 45)]}${letters[pair % 45]}`)
      }
      if (left === 1) say(letters[take(6)] ?? '')
    } else if (mode === 1) {
      let left = take(10)
      for (; left > 2; left -= 3) say(String(take(10)).padStart(3, '0'))
      if (left > 0) say(String(take(left === 2 ? 7 : 4)).padStart(left, '0'))
    } else throw new Error(`mode ${mode} is not read here`)
  }
  return Buffer.from(bytes).toString(encoding)
}

/** What our SVG of a QR code says, and how. @throws when it is not a code that can be read, or a larger one than version 6 */
export function readQr(svg: string): { text: string; level: string; version: number } {
  const grid = gridOf(svg)
  const version = (grid.length - 17) / 4
  const found = versions[version - 1]
  if (found === undefined) throw new Error(`version ${version} is not read here`)
  const { level, mask } = formatOf(grid)
  const [correction, blocks] = found.levels[level]
  return { text: textIn(dataOf(codewordsOf(grid, mask), correction, blocks, found.all)), level, version }
}
