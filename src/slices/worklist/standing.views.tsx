/** The cells of outreach in a row: when the youth was reached, when somebody tried, and what comes next. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { TwoLines, type Cell } from '../../ui/table.tsx'
import { daysBetween } from './row.rules.ts'
import { shortDay } from './day.texts.ts'
import type { RowFrame } from './row.views.tsx'
import { standingTexts } from './standing.texts.ts'
import type { RowStanding } from './standing.types.ts'

type Of = { readonly row: RowStanding; readonly frame: Pick<RowFrame, 'lang' | 'today'> }

/** What the youth is said to do, how long it is known, or that it has lapsed. Null when nothing was ever said. */
function occupationText({ row: { occupation, occupationReviewOn }, frame: { lang, today } }: Of): string | null {
  if (occupation === null || occupationReviewOn === null) return null
  const t = standingTexts[lang]
  const left = daysBetween(today, occupationReviewOn)
  const until = left > 0 ? t.lapsesIn(left) : t.lapsed(shortDay(lang, occupationReviewOn, today))
  return `${t.quoted(t.occupations[occupation])} · ${until}`
}

/** When the youth was last reached, and what was said then or later of the occupation. */
export const lastReachedCell = (of: Of): Cell => {
  const { row, frame } = of
  const { lang, today } = frame
  const on = row.lastReachedOn === null ? <span class="muted">{standingTexts[lang].never}</span> : shortDay(lang, row.lastReachedOn, today)
  const said = occupationText(of)
  return said === null ? on : <TwoLines below={said}>{on}</TwoLines>
}

/** The last attempt: day, channel, and how it went. A dead number is red. */
export const lastAttemptCell = ({ row: { lastAttemptOn, lastAttemptChannel, lastAttemptOutcome }, frame: { lang, today } }: Of): Cell => {
  const t = standingTexts[lang]
  if (lastAttemptOn === null || lastAttemptChannel === null) return '–'
  const line = `${shortDay(lang, lastAttemptOn, today)}, ${t.channels[lastAttemptChannel]}`
  if (lastAttemptOutcome === null) return line
  return (
    <TwoLines below={t.outcomes[lastAttemptOutcome]} lateBelow={lastAttemptOutcome === 'deadNumber'}>
      {line}
    </TwoLines>
  )
}

const isLate = (due: PlainDate, today: PlainDate): boolean => due < today

/** What comes next, red when it is late. */
export const nextStepCell = ({ row: { step, stepNth, stepOf, stepFrom, stepDue }, frame: { lang, today } }: Of): Cell => {
  const t = standingTexts[lang]
  if (step === null || stepFrom === null || stepDue === null) return ''
  const name = (stepOf ?? 1) > 1 ? `${t.steps[step]} (${stepNth}/${stepOf})` : t.steps[step]
  if (isLate(stepDue, today)) return <span class="late">{t.late(name, shortDay(lang, stepDue, today))}</span>
  const below = stepFrom > today ? t.from(shortDay(lang, stepFrom, today)) : t.until(shortDay(lang, stepDue, today))
  return <TwoLines below={below}>{name}</TwoLines>
}
