/** The overview's numbers with their change, and its pictures. What is hidden has no change and is no point of a line. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Chart } from '../../ui/chart-drawing.ts'
import { shortDay } from '../../ui/day.texts.ts'
import { numberText } from '../../ui/ui.texts.ts'
import { figureAddress } from './ask.rules.ts'
import { monthLabel, monthsOf } from './figure-months.ts'
import type { ReadIndicator } from './indicator.actions.ts'
import { rowText } from './indicator.texts.ts'
import { cellKey, type At } from './indicator.types.ts'
import type { Overview } from './overview.actions.ts'
import { overviewTexts } from './overview.texts.ts'
import { lastDayOf } from './period.rules.ts'
import { cellOf, type CellValue } from './table-cells.ts'

/** A number of the overview: what it is, what it has changed since a year before, and where it is told in full. */
export type KeyNumber = { readonly label: string; readonly value: string; readonly change: string; readonly href: string }

export const placeIn = ({ asked }: Overview): At => (asked.unit === null ? [] : [asked.unit])

/** The figure as it is told in full: split by unit when one is chosen. */
const hrefOf = ({ name, question }: ReadIndicator): string => figureAddress(name, question)

function changeText(now: CellValue, before: CellValue, isShare: boolean, lang: Lang): string {
  const t = overviewTexts[lang]
  if (typeof now !== 'number' || typeof before !== 'number') return t.noComparison
  const more = Math.round((now - before) * 10) / 10
  const size = numberText(Math.abs(more), lang)
  if (more === 0) return isShare ? t.level : t.same
  if (isShare) return more > 0 ? t.higher(size) : t.lower(size)
  return more > 0 ? t.more(size) : t.fewer(size)
}

type Of = {
  readonly label: string
  readonly now: ReadIndicator
  readonly before: ReadIndicator
  readonly row: string
  readonly isShare?: boolean
}

/** Whether anybody was covered a year before: with an empty register every number would be new. */
const wasCovered = (overview: Overview): boolean => {
  const { table } = overview.answers.onDayThen
  return table.hidden.has(cellKey('covered', placeIn(overview))) || cellOf(table, 'covered', placeIn(overview)) !== 0
}

/** The numbers that the overview begins with. */
export function keyNumbers(overview: Overview, lang: Lang): KeyNumber[] {
  const t = overviewTexts[lang]
  const { flow, flowThen, outreach, outreachThen, onDay, onDayThen, notKnown, notKnownThen, sinceReached, sinceThen } = overview.answers
  const at = placeIn(overview)
  const all: readonly Of[] = [
    { label: t.numbers.covered(shortDay(lastDayOf(onDay.question), lang)), now: onDay, before: onDayThen, row: 'covered' },
    { label: t.numbers.in, now: flow, before: flowThen, row: 'in' },
    { label: t.numbers.out, now: flow, before: flowThen, row: 'out' },
    { label: t.numbers.reached, now: outreach, before: outreachThen, row: 'reached' },
    { label: t.numbers.notKnown, now: notKnown, before: notKnownThen, row: 'notKnownShare', isShare: true },
    { label: t.numbers.within90, now: sinceReached, before: sinceThen, row: 'within90Share', isShare: true },
  ]
  const isComparable = wasCovered(overview)
  return all.map(({ label, now, before, row, isShare = false }) => {
    const value = cellOf(now.table, row, at)
    const text = value === null ? '–' : typeof value === 'string' ? value : numberText(value, lang)
    const change = changeText(value, isComparable ? cellOf(before.table, row, at) : null, isShare, lang)
    return { label, value: isShare && typeof value === 'number' ? `${text}\u00A0%` : text, change, href: hrefOf(now) }
  })
}

/** A card of the overview: a picture, and the figure that it is of. */
export type OverviewPicture = { readonly chart: Chart; readonly href: string }

function partsOf(
  overview: Overview,
  read: ReadIndicator,
  stem: string,
  title: string,
  lang: Lang,
  named: (row: string) => string,
): OverviewPicture {
  const t = overviewTexts[lang]
  const rows = read.table.rows.filter(({ key }) => key.startsWith(stem)).map(({ key }) => key)
  const values = rows.map((row) => cellOf(read.table, row, placeIn(overview)))
  return {
    href: hrefOf(read),
    chart: { kind: 'bars', title, heading: title, categories: rows.map(named), series: [{ label: t.covered, values }] },
  }
}

const dayText = (day: PlainDate, lang: Lang): string => shortDay(day, lang).replace(/ \d{4}$/, '')

type Named = readonly [label: string, part: string]

/** The flow, month by month. */
function monthly(overview: Overview, lang: Lang, kind: 'line' | 'columns', title: string, parts: readonly Named[]): OverviewPicture {
  const { flow } = overview.answers
  const months = monthsOf(flow.table)
  const series = parts.map(([label, part]) => ({
    label,
    values: months.map((month) => cellOf(flow.table, `${month}.${part}`, placeIn(overview))),
  }))
  const categories = months.map((month) => monthLabel(month, lang))
  return { href: hrefOf(flow), chart: { kind, title, heading: overviewTexts[lang].month, categories, series } }
}

function notKnownOverTime(overview: Overview, lang: Lang): OverviewPicture {
  const t = overviewTexts[lang]
  const { notKnown, notKnownOver } = overview.answers
  const values = notKnownOver.map(({ table }) => cellOf(table, 'notKnownShare', placeIn(overview)))
  const categories = notKnownOver.map(({ question }) => dayText(lastDayOf(question), lang))
  const series = [{ label: t.share, values }]
  return { href: hrefOf(notKnown), chart: { kind: 'line', title: t.notKnownOver, heading: t.day, categories, series, isPercent: true } }
}

/** The pictures of the overview, in their order. */
export function overviewPictures(overview: Overview, lang: Lang): OverviewPicture[] {
  const t = overviewTexts[lang]
  const { sinceReached, onDay, september } = overview.answers
  const whole = (row: string): string => rowText(row, overview.names, lang)
  const tail = (row: string): string => {
    const text = whole(row)
    const own = text.slice(text.indexOf(': ') + 1).trim()
    return own.slice(0, 1).toUpperCase() + own.slice(1)
  }
  const year = lastDayOf(september.question).slice(0, 4)
  return [
    monthly(overview, lang, 'line', t.coveredOver, [[t.covered, 'covered']]),
    notKnownOverTime(overview, lang),
    monthly(overview, lang, 'columns', t.flow, [
      [t.in, 'in'],
      [t.out, 'out'],
    ]),
    partsOf(overview, sinceReached, 'since.', t.since, lang, whole),
    partsOf(overview, onDay, 'occupation.', t.occupation, lang, tail),
    partsOf(overview, september, 'has.', t.september(year), lang, whole),
  ]
}
