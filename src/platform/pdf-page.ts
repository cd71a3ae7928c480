/** Building blocks of documents as Typst markup. Texts are escaped here; what is called markup must come from these blocks. */
import { directionOf, isolatedNumbers } from './direction.ts'
import { fontFamilies } from './pdf-fonts.ts'
import { escaped, quoted } from './pdf-text.ts'
import { qrSvg } from './qr.ts'

/** The font that has the language's own signs comes first: blanks and stops are then its own, and a line stays one run of text. */
const ownFont: Readonly<Record<string, string>> = { ar: 'Vazirmatn', prs: 'Vazirmatn', ti: 'Noto Sans Ethiopic' }

function textSettings(language: string): string {
  const first = ownFont[language] ?? 'Noto Sans'
  const fonts = [first, ...fontFamilies.filter((family) => family !== first)].map(quoted).join(', ')
  return `lang: ${quoted(language)}, dir: ${directionOf(language)}, font: (${fonts})`
}

type SetUp = {
  /** Shown in the window's title and read aloud first. Nothing personal. */
  readonly title: string
  /** BCP 47: `sv`, `ar`. */
  readonly language: string
  readonly paper?: 'a4' | 'a6'
  /** All round, as Typst writes lengths (`18mm`). A4 has what a letter has. */
  readonly margin?: string
  /** Of the text. When not said `11pt`, and `12pt` for scripts that are smaller at the same size. */
  readonly size?: string
}

const margins = { left: 25, right: 20, top: 20, bottom: 20 } as const
const letterMargin = `(left: ${margins.left}mm, right: ${margins.right}mm, top: ${margins.top}mm, bottom: ${margins.bottom}mm)`

/** What every document begins with: title, language, paper, fonts. Nothing in it tells when it was made: the same letter is the same bytes. */
export const documentSetUp = ({ title, language, paper = 'a4', margin, size }: SetUp): string =>
  [
    `#set document(title: ${quoted(title)}, date: none)`,
    `#set page(paper: "${paper}", margin: ${margin ?? (paper === 'a4' ? letterMargin : '8mm')})`,
    `#set text(${textSettings(language)}, size: ${size ?? (ownFont[language] === undefined ? '11pt' : '12pt')}, fallback: false, hyphenate: false)`,
    '#set par(leading: 0.75em, spacing: 1.35em)',
    '#show heading: set text(weight: "bold")',
    '#show heading: set block(above: 1.7em, below: 1em)',
    '',
  ].join('\n')

/** A passage in another language, with its direction and fonts, and its tag for those who have the page read aloud. */
export const passage = (language: string, markup: string): string =>
  `#block(width: 100%, above: 1.5em)[\n#set text(${textSettings(language)})\n${markup}\n]\n`

/** A heading; levels may not be skipped. */
export const heading = (level: 1 | 2 | 3, text: string, language = 'sv'): string =>
  `#heading(level: ${level})[${escaped(isolatedNumbers(text.replaceAll(/\s+/g, ' '), language))}]\n`

/** Running text: an empty line makes a new paragraph, a line end breaks the line. */
export const paragraphs = (text: string, language = 'sv'): string =>
  text
    .trim()
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((part) => `#par[${escaped(isolatedNumbers(part, language))}]\n`)
    .join('')

/** Bold text inside a line. */
export const strong = (text: string): string => `#strong[${escaped(text)}]`

/**
 * Where the address must stand to be seen whole through a window on the right of C5 (A4 folded once) and of E65 (folded twice),
 * however the paper lies in the envelope. Reckoned in millimetres of the paper from windows 35 and 30 high, 20 from the right edge
 * and 45 from the top (docs/adr/0018).
 */
export const addressWindow = { left: 112, top: 47, width: 76, height: 18 } as const
/** What comes below is never seen through the window. */
const belowWindow = 86

/**
 * The top of a letter: the sender to the left of the window, the address in it. Five lines of address at most.
 * `sender` is markup; it must not tell what the letter is about, since it can be read through thin paper.
 */
export function letterTop(address: readonly string[], sender: string): string {
  const lines = address.map(escaped).join('#linebreak();')
  const { left, top, width } = addressWindow
  return [
    `#block(height: ${belowWindow - margins.top}mm, width: 100%, above: 0pt, below: 0pt)[`,
    `#place(top + left)[#block(width: ${left - margins.left - 8}mm)[#set align(left)\n${sender}]]`,
    `#place(top + left, dx: ${left - margins.left}mm, dy: ${top - margins.top}mm)[#block(width: ${width}mm)[`,
    `#set text(${textSettings('sv')}, size: 10pt)`,
    `#set par(leading: 0.5em)\n#set align(left)\n#par[${lines}]]]`,
    ']\n',
  ].join('\n')
}

/** A QR code of the text, `size` each way (`25mm`, at least 20 on paper). `alt` says in words where it leads. */
export const qrImage = (text: string, { size, alt }: { readonly size: string; readonly alt: string }): string =>
  `#image(bytes("${qrSvg(text).replaceAll('"', "'")}"), format: "svg", width: ${size}, alt: ${quoted(alt)})`
