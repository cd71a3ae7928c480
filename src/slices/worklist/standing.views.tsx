/** The cells of outreach in a row: when the youth was reached, when somebody tried, and what comes next. */
import { TwoLines, type Cell } from '../../ui/table.tsx'
import { ladderTexts } from '../ladder/index.ts'
import { shortDay } from './day.texts.ts'
import { daysBetween } from './row.rules.ts'
import { nextLines, occupationText } from './next-step.texts.ts'
import type { RowFrame } from './row.views.tsx'
import { standingTexts } from './standing.texts.ts'
import type { RowStanding } from './standing.types.ts'

type Told = Pick<RowFrame, 'lang' | 'today' | 'hours'>
type Of = { readonly row: RowStanding; readonly frame: Told }

/** So many days before it lapses there is a way to where it is confirmed. */
const soonDays = 14

const isToConfirm = ({ occupationReviewOn }: RowStanding, today: RowFrame['today']): boolean =>
  occupationReviewOn !== null && daysBetween(today, occupationReviewOn) <= soonDays

/** When the youth was last reached, and below it what is known of the occupation; soon to be asked again, it leads to where it is confirmed. */
export const lastReachedCell = ({
  row,
  frame,
}: {
  readonly row: RowStanding & { readonly subjectId: string }
  readonly frame: Told
}): Cell => {
  const { lang, today } = frame
  const on = row.lastReachedOn === null ? <span class="muted">{standingTexts[lang].never}</span> : shortDay(lang, row.lastReachedOn, today)
  const said = occupationText({ row, ...frame })
  if (said === null) return on
  const below = isToConfirm(row, today) ? <a href={`/ungdomar/${row.subjectId}#sysselsattning`}>{said}</a> : said
  return <TwoLines below={below}>{on}</TwoLines>
}

/** The last attempt: day, channel, and how it went. A dead number is red. */
export const lastAttemptCell = ({ row: { lastAttemptOn, lastAttemptChannel, lastAttemptOutcome }, frame: { lang, today } }: Of): Cell => {
  if (lastAttemptOn === null || lastAttemptChannel === null) return '–'
  const { channels, outcomes } = ladderTexts[lang]
  const line = `${shortDay(lang, lastAttemptOn, today)}, ${channels[lastAttemptChannel]}`
  if (lastAttemptOutcome === null) return line
  return (
    <TwoLines below={outcomes[lastAttemptOutcome]} lateBelow={lastAttemptOutcome === 'deadNumber'}>
      {line}
    </TwoLines>
  )
}

/** What comes next, red when it is late. Empty for those with whom there is nothing to do. */
export const nextStepCell = ({ row, frame }: Of): Cell => {
  const lines = nextLines({ row, ...frame })
  if (lines === null) return ''
  const { main, below, isLate } = lines
  if (below === '') return isLate ? <span class="late">{main}</span> : main
  return (
    <TwoLines below={below} late={isLate}>
      {main}
    </TwoLines>
  )
}
