/** A text on paper as markup: its blocks, the QR code beside the one that says how to answer, in the largest size that has room. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import { isolatedNumbers } from '../../platform/direction.ts'
import { documentSetUp, heading, paragraphs, passage, qrImage } from '../../platform/pdf-page.ts'
import { escaped } from '../../platform/pdf-text.ts'
import { pageCount } from '../../platform/pdf-pages.ts'
import { pdfOf } from '../../platform/pdf.ts'
import { shapeOf, surelyFits, type PaperBlock, type Room } from './paper-room.rules.ts'
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
  /** Further set rules. */
  readonly rules: string
  /** About how many millimetres stand below the text. */
  readonly below: number
}

function textMarkup({ lang, title, blocks, reply }: PaperText, { qrSize, rules }: PaperLooks, size: number): string {
  const body = blocks.map((block) => (block.isReply ? besideQr(blockMarkup(block, lang), reply, qrSize) : blockMarkup(block, lang)))
  return passage(lang, `#set text(size: ${size}pt)\n${rules}\n${heading(1, title, lang)}${body.join('')}`)
}

/** A line more than the text, since the next name may be longer. */
const spare = 6

/** Whether the text is one page of a paper that is just its room. */
function isOnePage(content: PaperText, looks: PaperLooks, size: number): boolean {
  const { width, height } = looks.room
  const paper = `#set page(width: ${width}mm, height: ${height - looks.below - spare}mm, margin: 0mm)\n`
  return pageCount(pdfOf(`${documentSetUp({ title: 'x', language: content.lang })}${paper}${textMarkup(content, looks, size)}`)) === 1
}

/** The size of each shape of text that has been tried. Nothing of anybody: shapes are numbers. */
const fitting = new Map<string, number>()
const mostShapes = 500

/** The largest size with which the text has room; the smallest when none has. To try costs as much as a letter, so it is done once a shape. */
function fittingSize(content: PaperText, looks: PaperLooks): number {
  const { sizes, room, qrSize, below } = looks
  const onPaper = { ...content, room, beside: qrSize + gutter, below }
  if (surelyFits(onPaper, sizes[0])) return sizes[0]
  const shape = `${content.lang} ${shapeOf(onPaper, sizes[0])}`
  const known = fitting.get(shape)
  if (known !== undefined) return known
  const found = sizes.find((size) => isOnePage(content, looks, size)) ?? sizes.at(-1) ?? sizes[0]
  if (fitting.size >= mostShapes) fitting.clear()
  fitting.set(shape, found)
  return found
}

/** The text, in the size that suits its paper. */
export const fittedText = (content: PaperText, looks: PaperLooks): string => textMarkup(content, looks, fittingSize(content, looks))
