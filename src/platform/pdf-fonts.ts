/** The fonts that documents are set in: Noto Sans for Latin, Cyrillic and Ethiopic, Vazirmatn for Arabic and Dari. Nothing of the machine's own is used. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { projectRoot } from './project.ts'

const weights = ['400Regular', '700Bold'] as const
const families = [
  { family: 'Noto Sans', package: 'noto-sans', file: 'NotoSans' },
  { family: 'Vazirmatn', package: 'vazirmatn', file: 'Vazirmatn' },
  { family: 'Noto Sans Ethiopic', package: 'noto-sans-ethiopic', file: 'NotoSansEthiopic' },
] as const

/** The families in the order in which a Latin text looks for its signs. */
export const fontFamilies: readonly string[] = families.map(({ family }) => family)

function readFonts(): Buffer[] {
  const { resolve } = createRequire(join(projectRoot, 'package.json'))
  return families.flatMap(({ package: name, file }) =>
    weights.map((weight) => readFileSync(resolve(`@expo-google-fonts/${name}/${weight}/${file}_${weight}.ttf`))),
  )
}

let read: Buffer[] | null = null

/** The font files, read once a process (2.4 MB). */
export const fontFiles = (): Buffer[] => (read ??= readFonts())

type Range = readonly [first: number, last: number]

/** Where a table of the font begins (OpenType 1.9, "Font tables"). */
function tableAt(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4)
  for (let i = 0; i < tables; i++) if (font.toString('latin1', 12 + 16 * i, 16 + 16 * i) === tag) return font.readUInt32BE(20 + 16 * i)
  throw new Error(`the font has no table ${tag}`)
}

/** Format 4: segments of the first 65,536 code points. A sign inside one may still have no glyph, which is asked for. */
function segments(font: Buffer, at: number): Range[] {
  const count = font.readUInt16BE(at + 6) / 2
  const [ends, starts] = [at + 14, at + 16 + 2 * count]
  const [deltas, offsets] = [starts + 2 * count, starts + 4 * count]
  const found: Range[] = []
  for (let i = 0; i < count; i++) {
    const [start, end] = [font.readUInt16BE(starts + 2 * i), font.readUInt16BE(ends + 2 * i)]
    const [delta, offset] = [font.readUInt16BE(deltas + 2 * i), font.readUInt16BE(offsets + 2 * i)]
    for (let sign = start; sign <= end && sign < 0xffff; sign++) {
      const glyph = offset === 0 ? sign + delta : font.readUInt16BE(offsets + 2 * i + offset + 2 * (sign - start))
      if ((glyph & 0xffff) !== 0) found.push([sign, sign])
    }
  }
  return found
}

/** Format 12: groups of code points of the whole of Unicode. */
function groups(font: Buffer, at: number): Range[] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, i): Range => {
    const group = at + 16 + 12 * i
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
  })
}

/** The code points that the font has a glyph for (OpenType, "cmap"). */
function signsOf(font: Buffer): Range[] {
  const cmap = tableAt(font, 'cmap')
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i))
  return subtables.flatMap((at) => {
    const format = font.readUInt16BE(at)
    if (format === 12) return groups(font, at)
    return format === 4 ? segments(font, at) : []
  })
}

/** The signs that every weight of the family has. */
function signsInCommon(fonts: readonly Buffer[]): ReadonlySet<number> {
  const [first = new Set<number>(), ...rest] = fonts.map((font) => {
    const signs = new Set<number>()
    for (const [from, to] of signsOf(font)) for (let sign = from; sign <= to; sign++) signs.add(sign)
    return signs
  })
  return rest.reduce((common, signs) => common.intersection(signs), first)
}

let covered: readonly ReadonlySet<number>[] | null = null

/** For each family, in the order of `fontFamilies`, the code points that it can show. */
export const signsOfFamilies = (): readonly ReadonlySet<number>[] =>
  (covered ??= families.map((_, i) => signsInCommon(fontFiles().slice(i * weights.length, (i + 1) * weights.length))))
