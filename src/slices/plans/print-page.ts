/** The plan on paper as markup: an A4 with everything that is agreed, and an A6 for the pocket with the goal, the youth's own steps and the next day. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { documentSetUp, heading, paragraphs } from '../../platform/pdf-page.ts'
import { pageCount } from '../../platform/pdf-pages.ts'
import { escaped } from '../../platform/pdf-text.ts'
import { pdfOf } from '../../platform/pdf.ts'
import { longDay } from '../../ui/day.texts.ts'
import { nextFollowUp, plannedIn } from './follow-up.rules.ts'
import { planColumns, type Plan, type PlanStep } from './plans.types.ts'
import { printTexts } from './print.texts.ts'
import { spanText, stepLine } from './step.views.tsx'

/** Whose plan, in what words, where and when. */
export type PlanPrinting = { readonly name: string; readonly lang: Lang; readonly place: string; readonly on: PlainDate }

const item = (text: string): string => `[${escaped(text)}]`
const bullets = (lines: readonly string[]): string => `#list(spacing: 0.8em, ${lines.map(item).join(', ')})\n`

function stepsPart(title: string, steps: readonly PlanStep[], none: string, lang: Lang): string {
  return heading(2, title, lang) + (steps.length === 0 ? paragraphs(none, lang) : bullets(steps.map((step) => stepLine(step, lang))))
}

const days = (all: readonly PlainDate[], lang: Lang, none: string): string =>
  all.length === 0 ? paragraphs(none, lang) : bullets(all.map((day) => longDay(day, lang)))

/** A line to write on, with what it is for beneath it. */
function signature(lang: Lang): string {
  const t = printTexts[lang]
  return [
    `#block(breakable: false, above: 12mm)[\n${paragraphs(t.signed, lang)}`,
    '#v(10mm)\n#line(length: 90mm, stroke: 0.5pt)\n',
    `#text(size: 9pt)[${escaped(t.sign)}]\n]\n`,
  ].join('')
}

function yesPart({ status, acknowledgement, asksForAcknowledgement }: Plan, lang: Lang): string {
  const t = printTexts[lang]
  if (status === 'draft') return paragraphs(t.draft, lang)
  if (acknowledgement !== null && !asksForAcknowledgement) {
    return paragraphs(t.acknowledged(acknowledgement.version, longDay(acknowledgement.at.slice(0, 10) as PlainDate, lang)), lang)
  }
  return status === 'agreed' ? signature(lang) : ''
}

/** The whole plan on A4. Nothing that was noted at a follow-up: the paper is the youth's. */
export function planMarkup(plan: Plan, { name, lang, place, on }: PlanPrinting): string {
  const t = printTexts[lang]
  const columns = planColumns.map((column) =>
    stepsPart(
      t.columns[column],
      plan.steps.filter((step) => step.column === column),
      column === 'other' && plan.noOtherActor ? t.noOther : t.none,
      lang,
    ),
  )
  return [
    documentSetUp({ title: t.title, language: lang, size: '12pt' }),
    heading(1, t.title, lang),
    paragraphs(name, lang),
    heading(2, t.goal, lang),
    paragraphs(plan.goal, lang),
    heading(2, t.time, lang),
    paragraphs(spanText(plan, lang), lang),
    ...columns,
    heading(2, t.followUps, lang),
    days(
      plannedIn(plan.followUps).map(({ on: day }) => day),
      lang,
      t.noFollowUp,
    ),
    yesPart(plan, lang),
    `#v(6mm)\n#text(size: 9pt)[${escaped(t.printed(plan.version, longDay(on, lang), place))}]\n`,
  ].join('')
}

/** From the size that is read most easily down to the smallest that still is. */
const noteSizes = [12, 11, 10, 9, 8.5] as const

function noteText(plan: Plan, { lang, place }: PlanPrinting, size: number): string {
  const t = printTexts[lang]
  const own = plan.steps.filter(({ column, doneOn }) => column === 'youth' && doneOn === null)
  const next = nextFollowUp(plan.followUps)
  return [
    documentSetUp({ title: t.title, language: lang, paper: 'a6', margin: '9mm', size: `${size}pt` }),
    '#set par(leading: 0.55em, spacing: 1em)\n#show heading: set block(above: 1em, below: 0.6em)\n',
    heading(1, t.title, lang),
    paragraphs(plan.goal, lang),
    stepsPart(t.mySteps, own, t.none, lang),
    heading(2, t.next, lang),
    paragraphs(next === null ? t.noFollowUp : longDay(next.on, lang), lang),
    `#text(size: 8pt)[${escaped(place)}]\n`,
  ].join('')
}

/**
 * The small note: in the largest size with which it is one page, else in the smallest on as many as it takes. It names nobody and says nothing of
 * what it is part of: it lies in a pocket.
 */
export function notePdf(plan: Plan, printing: PlanPrinting): Uint8Array {
  let made = pdfOf(noteText(plan, printing, noteSizes[0]))
  for (const size of noteSizes.slice(1)) {
    if (pageCount(made) === 1) return made
    made = pdfOf(noteText(plan, printing, size))
  }
  return made
}
