/** A report on paper as markup: tagged tables with their headings, pictures with words in their place, and how it was counted. */
import type { Lang } from '../../kernel/lang.ts'
import { documentSetUp, heading, paragraphs } from '../../platform/pdf-page.ts'
import { escaped, quoted } from '../../platform/pdf-text.ts'
import { chartFile } from '../../ui/chart-svg.ts'
import type { Chart } from '../../ui/chart-drawing.ts'
import { longDay } from '../../ui/day.texts.ts'
import { numberText } from '../../ui/ui.texts.ts'
import { reportsTexts } from './reports.texts.ts'
import { isOneDay, type ReportTable, type Section } from './section.ts'

/** What a report is called, of which days, and when it was known. Nothing of any person. */
export type ReportPaper = {
  readonly title: string
  readonly place: string
  readonly period: string
  readonly knownText: string
  readonly note: string
  readonly smallBelow: number
  readonly lang: Lang
}

const cellText = (cell: string | number, lang: Lang): string => (typeof cell === 'number' ? numberText(cell, lang) : cell)

/** The first column is as wide as its words; words among numbers get the rest. */
function columnWidths({ columns, rows }: ReportTable): string {
  const isText = (index: number): boolean => rows.some((row) => /[a-zåäö]/i.test(String(row[index] ?? '')))
  if (columns.length <= 3) return columns.map((_, index) => (index === 0 ? '3fr' : isText(index) ? '4fr' : '1fr')).join(', ')
  return columns.map((_, index) => (index === 0 ? '1.6fr' : '1fr')).join(', ')
}

function tableMarkup(table: ReportTable, lang: Lang): string {
  const { caption, columns, rows } = table
  const align = `(column, row) => if column == 0 { left + horizon } else { right + horizon }`
  const head = columns.map((title) => `[#strong[${escaped(title)}]]`).join(', ')
  const body = rows.map((row) => row.map((cell) => `[${escaped(cellText(cell, lang))}]`).join(', ')).join(',\n')
  return [
    heading(3, caption, lang),
    `#block[#set text(size: ${columns.length > 3 ? 8.5 : 9}pt, hyphenate: true)\n#set par(leading: 0.5em)\n`,
    `#table(columns: (${columnWidths(table)}), align: ${align}, inset: (x: 4pt, y: 4pt), stroke: (x, y) => (bottom: 0.5pt + luma(60%)),\n`,
    `table.header(${head}),\n${body})]\n`,
  ].join('')
}

/** A picture 640 units wide on a column of 165 mm. */
function chartMarkup(chart: Chart, lang: Lang): string {
  const { svg, alt } = chartFile(chart, lang)
  const named = svg.replaceAll('Inter, sans-serif', 'Noto Sans')
  return [
    '#block(breakable: false, above: 1.2em)[\n',
    heading(3, chart.title, lang),
    `#image(bytes(${literal(named)}), format: "svg", width: 100%, alt: ${quoted(alt)})\n]\n`,
  ].join('')
}

/** SVG is data, not text: nothing in it is replaced. */
const literal = (svg: string): string => `"${svg.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** One figure: pictures and tables under a heading of the second level. */
export function sectionMarkup({ asked, title, below, charts, tables }: Section, lang: Lang): string {
  const t = reportsTexts[lang]
  const { fromOn } = asked.question
  const day = isOneDay(asked.question) ? ` ${t.picture(longDay(fromOn, lang))}` : ''
  return [
    heading(2, title, lang),
    paragraphs(`${below}${day}`, lang),
    ...charts.map((chart) => chartMarkup(chart, lang)),
    ...tables.map((table) => tableMarkup(table, lang)),
  ].join('')
}

/** On every page: whose report, of which days, and the page's number. */
function pageFrame({ title, place, period, lang }: ReportPaper): string {
  const t = reportsTexts[lang]
  const line = escaped(`${place} · ${title} · ${period}`)
  const number = `#context [${escaped(t.page(''))}#counter(page).display("1 / 1", both: true)]`
  return `#set page(header: [#set text(size: 8pt, fill: luma(35%))\n${line}], footer: [#set text(size: 8pt, fill: luma(35%))\n#align(right)[${number}]])\n`
}

/** How it was counted, and what the signs for small numbers mean. */
export function rulesMarkup(smallBelow: number, lang: Lang): string {
  const t = reportsTexts[lang]
  const rules = [...t.rulesText, t.smallRule(smallBelow)].map((rule) => `[${escaped(rule)}]`).join(', ')
  return `${heading(2, t.rules, lang)}#list(spacing: 0.8em, ${rules})\n`
}

/** The whole report. */
export function reportMarkup(paper: ReportPaper, sections: readonly Section[]): string {
  const { title, place, period, knownText, note, smallBelow, lang } = paper
  return [
    documentSetUp({ title: `${title}, ${place}`, language: lang, size: '10pt' }),
    pageFrame(paper),
    heading(1, title, lang),
    paragraphs(`${place}\n${period}\n${knownText}${note === '' ? '' : `\n\n${note}`}`, lang),
    ...sections.map((section) => sectionMarkup(section, lang)),
    '#pagebreak(weak: true)\n',
    rulesMarkup(smallBelow, lang),
  ].join('')
}
