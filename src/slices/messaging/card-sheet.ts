/** Visit cards to be printed and cut: four A6 on each A4, with marks where to cut. */
import { documentSetUp } from '../../platform/pdf-page.ts'
import { cardMargin } from './card-page.ts'

const cardsASheet = 4
const half = { width: '105mm', height: '148.5mm' } as const

/** Short lines at the edges and a cross in the middle: where nothing is printed, and enough for a ruler. */
const cutMarks = [
  { at: 'top + center', end: '(0mm, 6mm)' },
  { at: 'bottom + center', end: '(0mm, 6mm)' },
  { at: 'left + horizon', end: '(6mm, 0mm)' },
  { at: 'right + horizon', end: '(6mm, 0mm)' },
  { at: 'center + horizon', end: '(0mm, 8mm)' },
  { at: 'center + horizon', end: '(8mm, 0mm)' },
]
  .map(({ at, end }) => `#place(${at}, line(end: ${end}, stroke: 0.4pt + luma(120)))`)
  .join('\n')

const cellOf = (card: string): string => `[#block(width: ${half.width}, height: ${half.height}, inset: ${cardMargin})[${card}]]`

const sheetOf = (cards: readonly string[]): string =>
  `${cutMarks}\n#grid(columns: (${half.width}, ${half.width}), rows: ${half.height}, ${cards.map(cellOf).join(', ')})\n`

/** The sheets as one document's markup, four cards a page in the order given. `cards`: the part of each (`cardMarkup`). */
export function cardSheet(title: string, cards: readonly string[]): string {
  const sheets = Array.from({ length: Math.ceil(cards.length / cardsASheet) }, (_, nth) =>
    sheetOf(cards.slice(nth * cardsASheet, (nth + 1) * cardsASheet)),
  )
  return `${documentSetUp({ title, language: 'sv', margin: '0mm' })}\n${sheets.join('#pagebreak()\n')}`
}
