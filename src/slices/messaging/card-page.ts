/** A visit card on A6 as markup: who comes, the day and the time in large letters, and a QR code to the reply page. */
import { documentSetUp, paragraphs, passage } from '../../platform/pdf-page.ts'
import { fittedText, type PaperLooks, type PaperMarkup, type PaperText } from './paper-text.ts'

export type CardContent = PaperText & { readonly municipality: string }

export const cardMargin = '9mm'

const looks: PaperLooks = {
  sizes: [11, 10.5, 10, 9.5, 9, 8.5],
  // An A6, 105 by 148 mm, within its margins and below the municipality's name.
  room: { width: 87, height: 119 },
  qrSize: 24,
  // The day and the time are the card's second heading.
  rules:
    '#show heading.where(level: 1): set text(size: 1.3em)\n#show heading.where(level: 2): set text(size: 1.5em)\n#show heading: set block(above: 1em, below: 0.8em)',
  below: 0,
}

/** The card's own area, wherever it is put. */
const cardText = (content: CardContent): string =>
  `${passage('sv', `#set text(size: 9pt, fill: luma(60))\n${paragraphs(content.municipality)}`)}${fittedText(content, looks)}`

/** A card by itself. `sharedTitle`: what a document of many cards is called. */
export function cardMarkup(content: CardContent, sharedTitle: string): PaperMarkup {
  const paper = { paper: 'a6', margin: cardMargin } as const
  return {
    setUp: documentSetUp({ title: content.title, language: content.lang, ...paper }),
    sharedSetUp: documentSetUp({ title: sharedTitle, language: 'sv', ...paper }),
    part: cardText(content),
  }
}
