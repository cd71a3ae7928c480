/** A text on paper as markup: its blocks, the QR code beside the one that says how to answer, in the largest size that has room. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import { isolatedNumbers } from '../../platform/direction.ts'
import { heading, paragraphs, passage, qrImage } from '../../platform/pdf-page.ts'
import { escaped } from '../../platform/pdf-text.ts'
import { surelyFits, type PaperBlock, type Room } from './paper-room.rules.ts'
import type { Block } from './template.rules.ts'

export type PaperText = {
  readonly lang: ContactLang
  readonly title: string
  readonly blocks: readonly PaperBlock[]
  /** Where the QR code leads; `alt` says so in words. */
  readonly reply: { readonly href: string; readonly alt: string }
}

/** A document's markup: by itself `setUp + part`, among others `sharedSetUp` and many parts. */
export type PaperMarkup = { readonly setUp: string; readonly sharedSetUp: string; readonly part: string }

function blockMarkup(block: Block, lang: ContactLang): string {
  switch (block.kind) {
    case 'heading':
      return heading(2, block.text, lang)
    case 'paragraph':
      return paragraphs(block.text, lang)
    case 'list':
      return `#list(spacing: 0.75em, ${block.items.map((item) => `[${escaped(isolatedNumbers(item, lang))}]`).join(', ')})\n`
  }
}

/** Between the QR code and the text beside it, in millimetres. */
const gutter = 6
/** QR codes as they were last drawn: in a preparation the same example is drawn for everybody. */
const drawn = new Map<string, string>()
const mostDrawn = 50

function qrMarkup({ href, alt }: PaperText['reply'], size: number): string {
  const key = `${size} ${href} ${alt}`
  const known = drawn.get(key)
  if (known !== undefined) return known
  if (drawn.size >= mostDrawn) drawn.clear()
  const markup = qrImage(href, { size: `${size}mm`, alt })
  drawn.set(key, markup)
  return markup
}

/** The QR code at the outer edge of the block, so that it takes no room of its own. */
const besideQr = (markup: string, reply: PaperText['reply'], size: number): string =>
  `#grid(columns: (1fr, ${size}mm), column-gutter: ${gutter}mm, align: (start + top, end + top), [\n${markup}], [${qrMarkup(reply, size)}])\n`

/** How the text is set. */
export type PaperLooks = {
  /** In points, from the size that is read most easily down to the smallest that still is. */
  readonly sizes: readonly [number, ...number[]]
  /** In millimetres. */
  readonly room: Room
  /** Of the QR code, in millimetres. */
  readonly qrSize: number
  /** Further set rules, in which `size` is the size of the text. */
  readonly rules: string
  /** What stands below the text and needs room too: markup, and about how many millimetres it is. */
  readonly below: { readonly markup: string; readonly height: number }
}

/** The first size with which the text has room; with the smallest it may go on to another page. Measuring takes as long as setting the text. */
function fitted({ sizes, room, below }: PaperLooks): string {
  const all = sizes.map((size) => `${size}pt`)
  return [
    `#let fits(size) = measure(width: ${room.width}mm, text-in(size) + [${below.markup}]).height <= ${room.height}mm`,
    `#context { let sizes = (${all.join(', ')},); let fitting = sizes.find(fits); text-in(if fitting == none { sizes.last() } else { fitting }) }`,
  ].join('\n')
}

/** The text as a function of its size, called with the largest that has room. */
export function fittedText(content: PaperText, looks: PaperLooks): string {
  const { lang, title, blocks, reply } = content
  const { sizes, room, qrSize, rules, below } = looks
  const body = blocks.map((block) => (block.isReply ? besideQr(blockMarkup(block, lang), reply, qrSize) : blockMarkup(block, lang)))
  const text = passage(lang, `#set text(size: size)\n${rules}\n${heading(1, title, lang)}${body.join('')}`)
  const isRoomy = surelyFits(content, sizes[0], room, { beside: qrSize + gutter, below: below.height })
  return `#let text-in(size) = [${text}]\n${isRoomy ? `#text-in(${sizes[0]}pt)` : fitted(looks)}\n`
}
