/** Any text as Typst markup that shows it and can do nothing else. What the fonts cannot show becomes the sign for that (U+FFFD). */
import { signsOfFamilies } from './pdf-fonts.ts'

const replacement = '\uFFFD'
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

/** Signs without a shape, save the joiners of Persian, direction marks, isolates, the soft hyphen and the zero-width space. */
const unseen = /(?![\u00AD\u200B-\u200F\u2066\u2067\u2069])[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu
/** A piece with a direction of its own (direction.ts), or a mark of one that is never ended and would reach outside the text. */
const isolates = /([\u2066\u2067][^\u2066-\u2069]*\u2069)|[\u2066-\u2069]/g

const isMark = (sign: string): boolean => /^[\p{M}\u200C\u200D]$/u.test(sign)

/**
 * The text with every sign that has no glyph replaced. A mark is drawn with the font of the letter it stands on, so one family
 * must have both, and a mark that stands on nothing has none: PDF/UA refuses a document where something cannot be shown.
 */
function shown(text: string): string {
  const families = signsOfFamilies()
  let possible: readonly ReadonlySet<number>[] = []
  let result = ''
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    const having = (isMark(sign) ? possible : families).filter((signs) => signs.has(code))
    result += having.length === 0 ? replacement : sign
    possible = having.length === 0 ? families.slice(0, 1) : having
  }
  return result
}

const cleaned = (line: string): string =>
  shown(line.toWellFormed().normalize('NFC').replaceAll('\t', ' ').replaceAll(unseen, '').replaceAll(isolates, '$1'))

const literal = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** The text as one string literal, for an argument (`alt: ${quoted(text)}`). Line ends become spaces. */
export const quoted = (text: string): string => literal(cleaned(text.replaceAll(lineEnds, ' ')))

/** The text as markup. A line end breaks the line. In Typst a string that stands in markup is text, whatever it holds. */
export const escaped = (text: string): string =>
  text
    .split(lineEnds)
    .map((line) => (line === '' ? '' : `#${literal(cleaned(line))};`))
    .join('#linebreak();')
