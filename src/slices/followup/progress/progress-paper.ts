/** A youth's follow-up on paper as markup: a tagged document with a picture for each area, words in its place, and tables with headings. */
import type { Lang } from '../../../kernel/lang.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { documentSetUp, heading, paragraphs } from '../../../platform/pdf-page.ts'
import { escaped, quoted } from '../../../platform/pdf-text.ts'
import { dayChartFile } from '../../../ui/chart-svg.ts'
import { longDay } from '../../../ui/day.texts.ts'
import type { Youth } from '../people/people.types.ts'
import { progressPicture } from './progress-picture.ts'
import { happenedTable, monthsTable, type ProgressTable } from './progress-tables.ts'
import { progressTexts } from './progress.texts.ts'
import type { AreaProgress, Progress } from './progress.types.ts'

export type ProgressPaper = {
  readonly youth: Pick<Youth, 'givenName' | 'familyName' | 'number'>
  readonly unit: string | null
  readonly progress: Progress
  /** The municipality. */
  readonly place: string
  readonly on: PlainDate
  readonly lang: Lang
}

/** How wide the columns are, by how many: the last has the words. */
const widths: Readonly<Record<number, string>> = { 3: '2.2cm, 4cm, 1fr', 5: '2cm, 1.6cm, 2.6cm, 2.4cm, 1fr' }

function tableMarkup({ caption, columns, rows }: ProgressTable, lang: Lang): string {
  const head = columns.map((title) => `[#strong[${escaped(title)}]]`).join(', ')
  const body = rows.map((row) => row.map((cell) => `[${escaped(cell)}]`).join(', ')).join(',\n')
  return [
    heading(3, caption, lang),
    '#block[#set text(size: 9pt, hyphenate: true)\n#set par(leading: 0.5em)\n',
    `#table(columns: (${widths[columns.length] ?? columns.map(() => '1fr').join(', ')}), align: left, inset: (x: 4pt, y: 4pt), stroke: (x, y) => (bottom: 0.5pt + luma(60%)),\n`,
    `table.header(${head}),\n${body})]\n`,
  ].join('')
}

/** SVG is data, not text: nothing in it is replaced. */
const literal = (svg: string): string => `"${svg.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

function areaMarkup(area: AreaProgress, { progress: { period, positions }, lang }: ProgressPaper): string {
  const { svg, alt } = dayChartFile(progressPicture(area, period, positions, lang), lang)
  const months = monthsTable(area, lang)
  const happened = happenedTable(area, positions, period, lang)
  return [
    heading(2, area[lang], lang),
    `#image(bytes(${literal(svg.replaceAll('Inter, sans-serif', 'Noto Sans'))}), format: "svg", width: 100%, alt: ${quoted(alt)})\n`,
    happened.rows.length === 0 ? paragraphs(progressTexts[lang].nothing, lang) : tableMarkup(happened, lang),
    months === null ? '' : tableMarkup(months, lang),
  ].join('')
}

/** On every page: what it is and of which days, not whose; and the page's number. */
function pageFrame({ place, progress: { period }, lang }: ProgressPaper): string {
  const t = progressTexts[lang]
  const line = escaped(`${place} · ${t.fileTitle} · ${period.firstOn} – ${period.lastOn}`)
  const number = `#context [${escaped(t.page)}#counter(page).display("1 / 1", both: true)]`
  return `#set page(header: [#set text(size: 8pt, fill: luma(35%))\n${line}], footer: [#set text(size: 8pt, fill: luma(35%))\n#align(right)[${number}]])\n`
}

/** The whole document. Its title names nobody: it is shown in windows and lists of files. */
export function progressMarkup(paper: ProgressPaper): string {
  const { youth, unit, progress, place, on, lang } = paper
  const t = progressTexts[lang]
  const { firstOn, lastOn } = progress.period
  const who = [
    `${youth.givenName} ${youth.familyName}`,
    `${youth.number.slice(0, -4)}-${youth.number.slice(-4)}`,
    ...(unit === null ? [] : [t.fileOf(unit)]),
  ]
  const when = `${longDay(firstOn, lang)} – ${longDay(lastOn, lang)}`
  return [
    documentSetUp({ title: `${t.fileTitle}, ${place}`, language: lang, size: '10pt' }),
    pageFrame(paper),
    heading(1, t.fileTitle, lang),
    paragraphs(who.join('\n'), lang),
    paragraphs(`${when}\n${t.madeOn(longDay(on, lang))}\n${t.keep}`, lang),
    ...(progress.areas.length === 0 ? [paragraphs(t.noAreas, lang)] : progress.areas.map((area) => areaMarkup(area, paper))),
  ].join('')
}
