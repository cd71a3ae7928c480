/** Slips with codes, to be cut apart: ten on each A4, each with a QR code, the short address and the code, and no name. */
import { documentSetUp, heading, paragraphs, passage, qrImage, strong } from '../../platform/pdf-page.ts'

export type SlipWords = {
  readonly title: string
  readonly cut: string
  readonly lead: string
  readonly other: string
  readonly code: string
  readonly lasts: string
  readonly alt: string
}

/** `address`: where a code is typed, as it is read; `href`: where the QR code of one leads. */
export type SlipAt = { readonly municipality: string; readonly address: string; readonly href: (code: string) => string }

const columns = 2
const slip = { width: '88mm', height: '46mm' } as const

const slipMarkup = (code: string, words: SlipWords, at: SlipAt): string =>
  [
    `[#block(width: ${slip.width}, height: ${slip.height}, inset: 4mm, stroke: (paint: luma(150), thickness: 0.5pt, dash: "dashed"))[`,
    '#set par(leading: 0.5em, spacing: 0.7em)\n#set text(size: 8.5pt)\n#grid(columns: (29mm, 1fr), column-gutter: 3mm,',
    `[${qrImage(at.href(code), { size: '28mm', alt: words.alt })}],`,
    `[${paragraphs(at.municipality)}${strong(words.lead)}\n${passage('en', paragraphs(words.other, 'en'))}`,
    `${paragraphs(at.address)}#par[${strong(`${words.code}: ${code}`)}]\n${paragraphs(words.lasts)}])]]`,
  ].join('')

/** The sheets as one document's markup, in the order given. */
export const slipSheets = (codes: readonly string[], words: SlipWords, at: SlipAt): string =>
  [
    documentSetUp({ title: words.title, language: 'sv', margin: '15mm' }),
    `#show heading.where(level: 1): set text(size: 1.2em)\n${heading(1, words.title)}${paragraphs(words.cut)}`,
    `#grid(columns: (${Array.from({ length: columns }, () => slip.width).join(', ')}), ${codes.map((code) => slipMarkup(code, words, at)).join(', ')})`,
  ].join('\n')
