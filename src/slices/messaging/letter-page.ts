/** A letter on A4 as markup: address in the window, who writes, the text with a QR code to the reply page, and a line in Swedish at the foot. */
import { documentSetUp, letterTop, paragraphs, passage, strong } from '../../platform/pdf-page.ts'
import { escaped } from '../../platform/pdf-text.ts'
import { fittedText, type PaperLooks, type PaperMarkup, type PaperText } from './paper-text.ts'

export type LetterContent = PaperText & {
  /** At most five lines; none on a letter that is forwarded. */
  readonly address: readonly string[]
  /** Who writes: the municipality first. Nothing of the matter: it can be read through thin paper. */
  readonly sender: readonly string[]
  /** For whoever helps with the letter, in Swedish; null when the letter is. */
  readonly foot: string | null
}

const looks: Omit<PaperLooks, 'below'> = {
  sizes: [11, 10.5, 10, 9.5],
  // What is left of an A4 within the margins, below the window and the space after it.
  room: { width: 165, height: 185 },
  qrSize: 27,
  rules: '#show heading.where(level: 1): set text(size: 1.35em)\n#show heading: set block(above: 1.35em, below: 0.8em)',
}

const senderMarkup = ([first = '', ...rest]: readonly string[]): string =>
  `#set text(size: 10pt)\n#set par(leading: 0.5em)\n#par[${[strong(first), ...rest.map(escaped)].join('#linebreak();')}]`

/** Two lines of small letters, the line above them and the space before it. */
const footHeight = 19

const small = '#set text(size: 9pt, fill: luma(60))\n#set par(leading: 0.5em)\n#line(length: 100%, stroke: 0.5pt + luma(120))\n'
const footMarkup = (foot: string | null): string => (foot === null ? '' : passage('sv', `${small}${paragraphs(foot)}`))

/** Placed at the foot, the line takes its room there: a letter that is too long goes on to another page instead of over it. */
const atFoot = (foot: string | null): string =>
  foot === null ? '' : `#place(bottom + start, float: true, clearance: 4mm)[${footMarkup(foot)}]\n`

/** The letter. `sharedTitle`: what a document of many letters is called. */
export function letterMarkup(content: LetterContent, sharedTitle: string): PaperMarkup {
  const { lang, title, address, sender, foot } = content
  return {
    setUp: documentSetUp({ title, language: lang }),
    sharedSetUp: documentSetUp({ title: sharedTitle, language: 'sv' }),
    part: `${passage('sv', letterTop(address, senderMarkup(sender)))}${fittedText(content, { ...looks, below: foot === null ? 0 : footHeight })}${atFoot(foot)}`,
  }
}
