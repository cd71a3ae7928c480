/** Whether a text surely has room on its paper: reckoned generously, so that most documents need not be laid out twice to see it. */
import { textsOf, type Block } from './template.rules.ts'

/** A piece of a text on paper. `isReply`: the QR code stands beside it. */
export type PaperBlock = Block & { readonly isReply: boolean }

/** Millimetres. */
export type Room = { readonly width: number; readonly height: number }

/** How wide signs are in Noto Sans, by kinds and rather too wide, as parts of the size of the letters; the first kind that a sign is of. */
const widths: readonly (readonly [sign: RegExp, width: number])[] = [
  [/\p{M}|[\u200B-\u200F\u2066-\u2069]/u, 0],
  [/[\sijl.,:;!|'’·]/u, 0.28],
  [/[ftI]/u, 0.37],
  [/[r()[\]/?-]/u, 0.44],
  [/[cszvyxk]/u, 0.53],
  [/[mwMWШЩЮЖФшщюжфмы@%]/u, 0.94],
  [/\p{Script=Ethiopic}/u, 0.72],
  [/\p{Script=Arabic}/u, 0.49],
  [/\p{Lu}/u, 0.68],
  [/./su, 0.62],
]

/** Signs as they have been looked up: a language has few. */
const known = new Map<string, number>()

function signWidth(sign: string): number {
  const before = known.get(sign)
  if (before !== undefined) return before
  const width = widths.find(([kind]) => kind.test(sign))?.[1] ?? 0
  known.set(sign, width)
  return width
}

const widthOf = (text: string): number => {
  let sum = 0
  for (const sign of text) sum += signWidth(sign)
  return sum
}

const millimetresAPoint = 25.4 / 72
/** From one line to the next, and between pieces, as parts of the size. */
const lineHeight = 1.43
const between = 0.42
const headingRoom = 1.9
const titleSize = 1.4
/** The reckoning has been four per cent short at worst, of words that nobody writes. */
const margin = 1.07
/** What is left empty at the ends of lines, since words are not parted. */
const ragged = 1.05

const linesOf = (text: string, room: number, size: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((widthOf(line) * size * ragged) / room)), 0)

function blockHeight(block: PaperBlock, size: number, width: number, beside: number): number {
  const room = block.isReply ? width - beside : width
  const larger = block.kind === 'heading' ? size * 1.25 : size
  const lines = textsOf(block).reduce((sum, text) => sum + linesOf(text, room, larger), 0)
  const height = lines * larger * lineHeight + (block.kind === 'heading' ? headingRoom : between) * size
  return block.isReply ? Math.max(height, beside) : height
}

/** A text on its paper: `beside`, the width that the QR code takes of its piece; `below`, the height that stands below. Millimetres. */
export type OnPaper = {
  readonly title: string
  readonly blocks: readonly PaperBlock[]
  readonly room: Room
  readonly beside: number
  readonly below: number
}

/** Whether the text has room in the size (points). */
export function surelyFits({ title, blocks, room, beside, below }: OnPaper, points: number): boolean {
  const size = points * millimetresAPoint
  const larger = size * titleSize
  const titleHeight = linesOf(title, room.width, larger) * larger * lineHeight + headingRoom * size
  const height = blocks.reduce((sum, block) => sum + blockHeight(block, size, room.width, beside), titleHeight + below)
  return height * margin <= room.height
}

/** What the text's height hangs on, in numbers: two letters that differ in a name alone are of one shape. */
export function shapeOf({ title, blocks, room, beside, below }: OnPaper, points: number): string {
  const size = points * millimetresAPoint
  const lines = (text: string, width: number): number => linesOf(text, width, size)
  const ofBlocks = blocks.map((block) => {
    const width = block.isReply ? room.width - beside : room.width
    return `${block.kind}${block.isReply ? '+' : ''}${textsOf(block)
      .map((text) => lines(text, width))
      .join(',')}`
  })
  return [room.width, room.height, below, lines(title, room.width), ...ofBlocks].join(' ')
}
