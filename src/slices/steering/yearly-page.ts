/** The yearly report on paper as markup: the plan, the decisions, what is open, and the published figures. Tagged, with headings in order. */
import type { Lang } from '../../kernel/lang.ts'
import { documentSetUp, heading, paragraphs } from '../../platform/pdf-page.ts'
import { escaped } from '../../platform/pdf-text.ts'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import { publicationMarkup, publicationTitle, type Publication } from '../reports/index.ts'
import { stateOf } from './item.rules.ts'
import { planTexts } from './plan.texts.ts'
import { steeringTexts } from './steering.texts.ts'
import type { Yearly } from './yearly.actions.ts'

type Paper = { readonly yearly: Yearly; readonly figures: Publication | null; readonly place: string; readonly lang: Lang }

const tableMarkup = (columns: readonly string[], widths: string, rows: readonly (readonly string[])[]): string => {
  const head = columns.map((title) => `[#strong[${escaped(title)}]]`).join(', ')
  const body = rows.map((row) => row.map((cell) => `[${escaped(cell)}]`).join(', ')).join(',\n')
  return `#block[#set text(size: 9pt)\n#set par(leading: 0.5em)\n#table(columns: (${widths}), align: left, inset: 4pt, stroke: (x, y) => (bottom: 0.5pt + luma(60%)),\ntable.header(${head}),\n${body})]\n`
}

function planMarkup({ yearly: { plan }, lang }: Paper): string {
  const [t, p] = [steeringTexts[lang], planTexts[lang]]
  const adoption = plan?.adoption ?? null
  if (plan === null || adoption === null) return heading(2, t.plan, lang) + paragraphs(t.noPlan, lang)
  const told = [
    p.version(plan.version),
    p.adopted(adoption.adoptedBy, longDay(adoption.adoptedOn, lang)),
    p.review(longDay(adoption.reviewOn, lang)),
  ]
  const parts = plan.parts.map(
    (part) => heading(3, part.heading, lang) + paragraphs(`${p.boardOf(part.board)}\n\n${part.body === '' ? p.noBody : part.body}`, lang),
  )
  return [heading(2, t.plan, lang), paragraphs(told.join('\n'), lang), ...parts].join('')
}

function decidedMarkup({ yearly: { decided }, lang }: Paper): string {
  const t = steeringTexts[lang]
  const rows = decided.map(({ item, step }) => [
    shortDay(step.onDay, lang),
    item.title,
    step.dueOn === null ? t.states[step.kind] : `${t.states[step.kind]}, ${t.dueOn(shortDay(step.dueOn, lang))}`,
    step.said,
  ])
  const columns = Object.values(t.decidedColumns)
  return (
    heading(2, t.decided, lang) +
    (rows.length === 0 ? paragraphs(t.decidedNone, lang) : tableMarkup(columns, '1.2fr, 2.4fr, 1.6fr, 3fr', rows))
  )
}

function openMarkup({ yearly: { open }, lang }: Paper): string {
  const t = steeringTexts[lang]
  const rows = open.map((item) => [item.title, item.board, t.states[stateOf(item)], shortDay(item.raisedOn, lang)])
  const { item, board, state, raised } = t.columns
  const table = (): string => tableMarkup([item, board, state, raised], '3fr, 2fr, 1.5fr, 1.2fr', rows)
  return heading(2, t.open, lang) + (rows.length === 0 ? paragraphs(t.openNone, lang) : table())
}

function figuresMarkup({ figures, lang }: Paper): string {
  const t = steeringTexts[lang]
  if (figures === null) return heading(2, t.figures, lang) + paragraphs(t.figuresNone, lang)
  const from = t.figuresFrom(publicationTitle(figures, lang), figures.at)
  return `#pagebreak(weak: true)\n${heading(2, t.figures, lang)}${paragraphs(from, lang)}${publicationMarkup(figures, lang)}`
}

/** The whole report. */
export function yearlyMarkup(paper: Paper): string {
  const { yearly, place, lang } = paper
  const t = steeringTexts[lang]
  const title = t.yearlyTitle(yearly.year)
  const number = `#context [${escaped(t.page)}#counter(page).display("1 / 1", both: true)]`
  return [
    documentSetUp({ title: `${title}, ${place}`, language: lang, size: '10pt' }),
    `#set page(header: [#set text(size: 8pt, fill: luma(35%))\n${escaped(`${place} · ${title}`)}], footer: [#set text(size: 8pt, fill: luma(35%))\n#align(right)[${number}]])\n`,
    heading(1, title, lang),
    paragraphs(`${place}\n${t.yearlyText}`, lang),
    planMarkup(paper),
    decidedMarkup(paper),
    openMarkup(paper),
    figuresMarkup(paper),
  ].join('')
}
