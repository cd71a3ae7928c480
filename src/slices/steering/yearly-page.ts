/** The yearly report on paper as markup: the year in short, decisions, what is open, who answers for what, and the published figures. Tagged, with headings in order. */
import type { Lang } from '../../kernel/lang.ts'
import { heading, paragraphs } from '../../platform/pdf-page.ts'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import { daysText, publicationMarkup, publicationTitle, type Publication } from '../reports/index.ts'
import { dueOf, isLate, stateOf } from './item.rules.ts'
import { paperTable, paperTop } from './paper.ts'
import { adoptionLines } from './plan-page.ts'
import { planTexts } from './plan.texts.ts'
import { steeringTexts } from './steering.texts.ts'
import type { Yearly } from './yearly.actions.ts'

type Paper = { readonly yearly: Yearly; readonly figures: Publication | null; readonly place: string; readonly lang: Lang }

/** Where the figures come from: which report, which days, when and by whom it was published. */
const sourceText = (figures: Publication, lang: Lang): string =>
  steeringTexts[lang].figuresFrom(publicationTitle(figures, lang), daysText(figures, lang), figures.at, figures.by)

function inShort({ yearly, figures, lang }: Paper): string {
  const t = steeringTexts[lang]
  const { decided, open, isOver, on } = yearly
  const late = open.filter((item) => isLate(item, on)).length
  const lines = [
    t.shortDecided(decided.length),
    t.shortOpen(open.length, late),
    figures === null ? t.figuresNone : sourceText(figures, lang),
  ]
  return [
    ...(isOver ? [] : [paragraphs(t.ongoing(longDay(on, lang)), lang)]),
    heading(2, t.inShort, lang),
    paragraphs(lines.join('\n\n'), lang),
  ].join('')
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
    (rows.length === 0 ? paragraphs(t.decidedNone, lang) : paperTable(columns, '1.2fr, 2.4fr, 1.8fr, 3fr', rows))
  )
}

function openMarkup({ yearly: { open, isOver, on }, lang }: Paper): string {
  const t = steeringTexts[lang]
  const rows = open.map((item) => {
    const dueOn = dueOf(item)
    return [
      item.title,
      item.board,
      isLate(item, on) ? `${t.states[stateOf(item)]}, ${t.late}` : t.states[stateOf(item)],
      shortDay(item.raisedOn, lang),
      dueOn === null ? '' : shortDay(dueOn, lang),
    ]
  })
  const { item, board, state, raised, due } = t.columns
  const table = (): string => paperTable([item, board, state, raised, due], '2.8fr, 2.2fr, 2.2fr, 1.3fr, 1.3fr', rows)
  return heading(2, isOver ? t.open : t.openNow, lang) + (rows.length === 0 ? paragraphs(t.openNone, lang) : table())
}

/** The plan itself is a paper of its own; here stands which it is, and who answers for what. */
function planPart({ yearly: { plan, isOver }, lang }: Paper): string {
  const [t, p] = [steeringTexts[lang], planTexts[lang]]
  const title = heading(2, isOver ? t.plan : t.planNow, lang)
  if (plan === null) return title + paragraphs(t.noPlan, lang)
  const rows = plan.parts.map(({ heading: name, board }) => [name, board])
  return title + paragraphs(adoptionLines(plan, lang).join('\n'), lang) + paperTable([p.fields.heading, p.fields.board], '3fr, 2fr', rows)
}

function figuresMarkup({ figures, lang }: Paper): string {
  const t = steeringTexts[lang]
  if (figures === null) return heading(2, t.figures, lang) + paragraphs(t.figuresNone, lang)
  return heading(2, t.figures, lang) + paragraphs(sourceText(figures, lang), lang) + publicationMarkup(figures, lang)
}

/** The whole report. */
export function yearlyMarkup(paper: Paper): string {
  const { yearly, place, lang } = paper
  const t = steeringTexts[lang]
  const title = t.yearlyTitle(yearly.year)
  return [
    paperTop({ title, place, lang }),
    heading(1, title, lang),
    paragraphs(`${place}\n${t.yearlyText}`, lang),
    inShort(paper),
    decidedMarkup(paper),
    openMarkup(paper),
    planPart(paper),
    figuresMarkup(paper),
  ].join('')
}
