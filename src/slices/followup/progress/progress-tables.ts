/** What the picture of an area shows, as tables of words: what has happened day by day, and the ratings by month and by week. */
import type { Lang } from '../../../kernel/lang.ts'
import { dateOf, dayOf, partsOf, plusDays, weekdayOf, type PlainDate } from '../../../platform/plain-date.ts'
import { monthText } from '../../../ui/day.texts.ts'
import { progressTexts } from './progress.texts.ts'
import type { AreaProgress, Period, Position, ScoredDay } from './progress.types.ts'
import { pointsIn, progressionSigns } from './progress-picture.ts'

export type ProgressTable = { readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

const monthName = (month: PlainDate, lang: Lang): string => `${monthText(partsOf(dayOf(month)).month, lang)} ${month.slice(0, 4)}`

function scoreText({ points, difference, isLow }: ScoredDay, lang: Lang): string {
  const t = progressTexts[lang]
  const moved = difference === null ? '' : ` ${t.change(difference > 0 ? `+${pointsIn(difference, lang)}` : pointsIn(difference, lang))}`
  return `${pointsIn(points, lang)}${moved}${isLow ? `, ${t.low}` : ''}`
}

const grounded = (what: string, ground: string): string => (ground === '' ? what : `${what}. ${ground}`)

type Row = readonly [on: PlainDate, what: string, outcome: string]

function rowsOf(area: AreaProgress, positions: readonly Position[], { firstOn, lastOn }: Period, lang: Lang): Row[] {
  const t = progressTexts[lang]
  const isIn = ([on]: Row): boolean => on >= firstOn && on <= lastOn
  const followed = area.followed.flatMap(({ firstOn: from, lastOn: last, recipient }): Row[] => [
    [from, t.followUp, t.began(t.followedBy[recipient])],
    ...(last === null ? [] : [[last, t.followUp, t.ended] as const]),
  ])
  return [
    ...area.thresholds.map(({ firstOn: from, threshold }): Row => [from, t.threshold('').trim(), pointsIn(threshold, lang)]),
    ...area.scores.map((score): Row => [score.on, t.assessment, scoreText(score, lang)]),
    ...followed.filter(isIn),
    ...area.talks.map(({ on, recipient, state }): Row => [on, state === 'held' ? t.talk : t.talkCalled, t.followedBy[recipient]]),
    ...area.reports.map(({ on, recipient, month }): Row => [on, t.report, t.reportOf(t.followedBy[recipient], monthName(month, lang))]),
    ...area.judgements.map(({ on, month, progression, ground }): Row => [
      on,
      t.judgements,
      grounded(`${progressionSigns[progression]} ${t.judgementOf(monthName(month, lang), t.progressions[progression])}`, ground),
    ]),
    ...positions.map(({ on, opens, ground }): Row => [on, t.positions, grounded(opens ? t.opened : t.notOpened, ground)]),
  ]
}

/** Everything but the ratings, the earliest first. */
export const happenedTable = (area: AreaProgress, positions: readonly Position[], period: Period, lang: Lang): ProgressTable => ({
  caption: `${progressTexts[lang].happened}: ${area[lang]}`,
  columns: progressTexts[lang].happenedColumns,
  rows: rowsOf(area, positions, period, lang).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
})

const dayNumbers = (days: readonly PlainDate[]): string => days.map((on) => String(Number(on.slice(8)))).join(', ')

/** The ratings month by month, with the days that lack one: missing, never zero. Null when the area was not to be rated. */
export function monthsTable({ months, ...area }: AreaProgress, lang: Lang): ProgressTable | null {
  const t = progressTexts[lang]
  if (months.length === 0) return null
  const span = (least: number | null, most: number | null): string =>
    least === null || most === null ? '–' : `${pointsIn(least, lang)}–${pointsIn(most, lang)}`
  return {
    caption: `${t.months}: ${area[lang]}`,
    columns: t.monthColumns,
    rows: months.map(({ month, mean, least, most, rated, missing: lacking }) => [
      monthName(month, lang),
      mean === null ? '–' : pointsIn(mean, lang),
      span(least, most),
      String(rated),
      lacking.length === 0 ? t.noneMissing : `${lacking.length}: ${dayNumbers(lacking)}`,
    ]),
  }
}

/** Every day's rating, a row a week; weeks without any are left out. Null when there is no rating. */
export function weeksTable({ ratings, ...area }: AreaProgress, lang: Lang): ProgressTable | null {
  const t = progressTexts[lang]
  const weeks = new Map<PlainDate, string[]>()
  for (const { on, points } of ratings) {
    if (points === null) continue
    const day = dayOf(on)
    const monday = dateOf(plusDays(day, 1 - weekdayOf(day)))
    const cells = weeks.get(monday) ?? t.weekdays.map(() => '–')
    cells[weekdayOf(day) - 1] = pointsIn(points, lang)
    weeks.set(monday, cells)
  }
  if (weeks.size === 0) return null
  return {
    caption: `${t.days}: ${area[lang]}`,
    columns: [t.week, ...t.weekdays],
    rows: [...weeks].map(([monday, cells]) => [monday, ...cells]),
  }
}
