/** The cells of outreach in a row: when the youth was reached, when somebody tried, and what comes next. */
import { TwoLines, type Cell } from '../../ui/table.tsx'
import { ladderTexts } from '../ladder/index.ts'
import { shortDay } from './day.texts.ts'
import { nextLines, occupationText } from './next-step.texts.ts'
import type { RowFrame } from './row.views.tsx'
import { standingTexts } from './standing.texts.ts'
import type { RowStanding } from './standing.types.ts'

type Of = { readonly row: RowStanding; readonly frame: Pick<RowFrame, 'lang' | 'today' | 'hours'> }

/** When the youth was last reached, and below it what is known of the occupation. */
export const lastReachedCell = ({ row, frame }: Of): Cell => {
  const { lang, today } = frame
  const on = row.lastReachedOn === null ? <span class="muted">{standingTexts[lang].never}</span> : shortDay(lang, row.lastReachedOn, today)
  const said = occupationText({ row, ...frame })
  return said === null ? on : <TwoLines below={said}>{on}</TwoLines>
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
