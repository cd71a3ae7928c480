/** What papers of steering share: the running head with the page's number, and a table. */
import type { Lang } from '../../kernel/lang.ts'
import { documentSetUp } from '../../platform/pdf-page.ts'
import { escaped } from '../../platform/pdf-text.ts'
import { steeringTexts } from './steering.texts.ts'

type Paper = { readonly title: string; readonly place: string; readonly lang: Lang; readonly remark?: string }

/** What the document begins with. `remark` stands on every page: that it is a draft. */
export function paperTop({ title, place, lang, remark = '' }: Paper): string {
  const number = `#context [${escaped(steeringTexts[lang].page)}#counter(page).display("1 / 1", both: true)]`
  const line = [place, title, ...(remark === '' ? [] : [remark])].join(' · ')
  return [
    documentSetUp({ title: `${title}, ${place}`, language: lang, size: '10pt' }),
    `#set page(header: [#set text(size: 8pt, fill: luma(35%))\n${escaped(line)}], footer: [#set text(size: 8pt, fill: luma(35%))\n#align(right)[${number}]])\n`,
  ].join('')
}

/** A table with its headings tagged; `widths` as Typst writes them. Rows are not broken over pages. */
export function paperTable(columns: readonly string[], widths: string, rows: readonly (readonly string[])[]): string {
  const head = columns.map((title) => `[#strong[${escaped(title)}]]`).join(', ')
  const body = rows.map((row) => row.map((cell) => `[${escaped(cell)}]`).join(', ')).join(',\n')
  return `#block[#set text(size: 9pt, hyphenate: true)\n#set par(leading: 0.5em)\n#set table.cell(breakable: false)\n#table(columns: (${widths}), align: left, inset: 4pt, stroke: (x, y) => (bottom: 0.5pt + luma(60%)),\ntable.header(${head}),\n${body})]\n`
}
