/** A text on paper as markup: its blocks, the QR code beside the one that says how to answer, in the largest size that has room. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import { isolatedNumbers } from '../../platform/direction.ts'
import { heading, paragraphs, passage, qrImage } from '../../platform/pdf-page.ts'
import { escaped } from '../../platform/pdf-text.ts'
import type { Block } from './template.rules.ts'

/** A piece with its values in place. `isReply`: it says how to answer. */
export type PaperBlock = Block & { readonly isReply: boolean }

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

/** The QR code at the outer edge of the block, so that it takes no room of its own. */
const besideQr = (markup: string, { href, alt }: PaperText['reply'], size: string): string =>
  `#grid(columns: (1fr, ${size}), column-gutter: 6mm, align: (start + top, end + top), [\n${markup}], [${qrImage(href, { size, alt })}])\n`

/** How the text is set. Sizes of letters from the one that is read most easily down to the smallest that still is. */
export type PaperLooks = {
  readonly sizes: readonly string[]
  readonly room: { readonly width: string; readonly height: string }
  readonly qrSize: string
  /** Further set rules, in which `size` is the size of the text. */
  readonly rules: string
  /** Markup that stands before the title and after the text, in Swedish; both are measured along. */
  readonly before: string
  readonly after: string
}

/** The text as a function of its size, called with the first that has room; with the smallest it may go on to another page. */
export function fittedText({ lang, title, blocks, reply }: PaperText, { sizes, room, qrSize, rules, before, after }: PaperLooks): string {
  const body = blocks.map((block) => (block.isReply ? besideQr(blockMarkup(block, lang), reply, qrSize) : blockMarkup(block, lang)))
  const text = passage(lang, `#set text(size: size)\n${rules}\n${before}${heading(1, title, lang)}${body.join('')}`)
  return [
    `#let text-in(size) = [${text}]`,
    `#let fits(size) = measure(width: ${room.width}, text-in(size) + [${after}]).height <= ${room.height}`,
    `#context { let sizes = (${sizes.join(', ')},); let fitting = sizes.find(fits); text-in(if fitting == none { sizes.last() } else { fitting }) }`,
    '',
  ].join('\n')
}
