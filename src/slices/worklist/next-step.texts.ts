/** What a row says of outreach, as words: what the youth is said to do, and what comes next. */
import type { Lang } from '../../kernel/lang.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { ladderTexts, quietText, skipText, stepName, stepText, type DayHours, type NextStep } from '../ladder/index.ts'
import { shortDay } from './day.texts.ts'
import { daysBetween } from './row.rules.ts'
import { nextLineOf, type NextLine } from './standing.rules.ts'
import { standingTexts } from './standing.texts.ts'
import type { RowStanding } from './standing.types.ts'

/** A row, and how it is said: `hours` is where the municipality's parts of the day begin. */
export type Told = { readonly row: RowStanding; readonly lang: Lang; readonly today: PlainDate; readonly hours?: DayHours | undefined }

/** What the youth is said to do, and how long it is known or that it has lapsed. Null when nothing was ever said. */
export function occupationText({ row: { occupation, occupationReviewOn }, lang, today }: Told): string | null {
  if (occupation === null || occupationReviewOn === null) return null
  const t = standingTexts[lang]
  const left = daysBetween(today, occupationReviewOn)
  const word = ladderTexts[lang].occupations[occupation]
  // Nothing was known: there is nothing that lapses.
  if (occupation === 'unknown') return `${word} · ${left > 0 ? t.askAgainIn(left) : t.askAgain}`
  return `${t.quoted(word)} · ${left > 0 ? t.lapsesIn(left) : t.lapsed(shortDay(lang, occupationReviewOn, today))}`
}

/** The step with its time; a booked meeting with the hour too. */
function sentenceOf(step: NextStep, { row: { meetingAt }, lang, today, hours }: Told): string {
  const text = stepText(lang, step, dayOf(today), hours)
  const meetingOn = (meetingAt?.slice(0, 10) ?? null) as PlainDate | null
  const hasTime = step.kind === 'keepMeeting' && meetingOn !== null && meetingOn >= today && dayOf(meetingOn) === step.fromOn
  return hasTime ? `${text} ${meetingAt?.slice(11)}` : text
}

/** Below the step: whom we wait for, what is left out and why, or that the youth has fallen silent. */
function contextOf({ timing, skipped }: NextLine, { row, lang }: Told): string {
  const t = ladderTexts[lang]
  const waits = timing === 'coming' && row.waitsFor !== null && row.waitsFor !== 'us' ? [t.waitsFor[row.waitsFor]] : []
  const silent = row.stepDetail?.stoppedAnswering === true ? [t.stoppedAnswering] : []
  return [...waits, ...skipped.map((one) => skipText(lang, one)), ...silent].slice(0, 2).join(' · ')
}

/** What comes next, and in grey below it its context. */
export type NextLines = { readonly main: string; readonly below: string; readonly isLate: boolean }

/** What comes next with the youth; null for those with whom there is nothing to do. */
export function nextLines(told: Told): NextLines | null {
  const { row, lang, today } = told
  if (row.waitsFor === null) return null
  const line = nextLineOf(row, today)
  const { step, timing, isToSearch, skipped, quiet } = line
  if (quiet !== null) {
    const [main = '', below = ''] = quietText(lang, quiet, dayOf(today)).split(': ')
    return { main, below, isLate: false }
  }
  const sentence = step === null ? null : sentenceOf(step, told)
  if (!isToSearch) return { main: sentence ?? standingTexts[lang].nothingLeft, below: contextOf(line, told), isLate: timing === 'late' }
  const why = skipped.slice(0, 1).map((one) => skipText(lang, one))
  return { main: standingTexts[lang].search, below: [...why, ...(sentence === null ? [] : [sentence])].join(' · '), isLate: false }
}

/** What the step is, in few words and without a time: for files. */
export function nextStepName({ row, lang, today }: Told): string {
  const { step, isToSearch, quiet } = nextLineOf(row, today)
  if (row.waitsFor === null || quiet !== null) return ''
  if (isToSearch) return standingTexts[lang].search
  return step === null ? '' : stepName(lang, step)
}
