/**
 * When a decline goes on. Seeds/000: the authority process takes a position every sixth month on opening an investigation "om en nedåtgående
 * progression fortlöper". What that is the routine does not say; this is our reading, and docs/followup.md says so.
 */
import type { PlainDate } from '../../../platform/plain-date.ts'
import { monthOf, plusMonths } from '../calendar/month.rules.ts'
import { doneIn, trendOf, type Scored } from '../assessments/assessments.rules.ts'
import type { Assessment } from '../assessments/assessments.types.ts'
import { areaOf } from '../instrument/instrument.rules.ts'
import type { InstrumentVersion } from '../instrument/instrument.types.ts'
import type { Routine } from '../instrument/routine.types.ts'
import { isLow } from '../instrument/score.rules.ts'
import { isConfirmed } from '../signals/signals.rules.ts'
import type { ConfirmedSignal, Signal } from '../signals/signals.types.ts'
import type { Decline, DeclineReason, Judgement } from './judgement.types.ts'

/** What is known of the youth: the assessments with their instruments, and the judgements. */
export type DeclineFacts = { readonly scored: readonly Scored[]; readonly judgements: readonly Judgement[] }
export type DeclineRoutine = Pick<Routine, 'declineMonths'>

/** The signal's judgements for months up to the day's, the latest first. */
const latestFirst = (judgements: readonly Judgement[], { signalId }: Pick<Signal, 'signalId'>, on: PlainDate): Judgement[] =>
  judgements.filter((one) => one.signalId === signalId && one.month <= monthOf(on)).toSorted((a, b) => (a.month < b.month ? 1 : -1))

/** Judged down in each of the last so many months, without a month between that nobody judged. */
function isJudgedDown(judged: readonly Judgement[], months: number): boolean {
  const last = judged.slice(0, months)
  const newest = last[0]?.month
  if (newest === undefined || last.length < months) return false
  return last.every(({ month, progression }, at) => progression === 'down' && month === plusMonths(newest, -at))
}

/**
 * Lower at the last assessment than at the one before, and on the low side; a judgement "up" for a later month lifts it. An area whose instrument
 * changed between the two is not compared.
 */
function isScoredLower(scored: readonly Scored[], judged: readonly Judgement[], { area }: Pick<Signal, 'area'>, on: PlainDate): boolean {
  const known = scored.filter(({ assessment }) => assessment.assessedOn <= on)
  const [before, now] = [known.at(-2), known.at(-1)]
  if (now === undefined || before === undefined) return false
  const trend = trendOf(now, before, area)
  const ofArea = areaOf(now.instrument, area)
  if (trend === null || trend.way !== 'down' || ofArea === null || !isLow(ofArea, trend.points)) return false
  const newest = judged[0]
  return newest === undefined || newest.progression !== 'up' || newest.month <= now.assessment.assessedOn
}

/** Why the signal's area declines on the day; null: it does not. Judgements come first: they are the newer knowledge. */
export function declineOf(
  signal: ConfirmedSignal,
  { scored, judgements }: DeclineFacts,
  on: PlainDate,
  { declineMonths }: DeclineRoutine,
): DeclineReason | null {
  const judged = latestFirst(judgements, signal, on)
  if (isJudgedDown(judged, declineMonths)) return 'judgedDown'
  return isScoredLower(scored, judged, signal, on) ? 'lowerScore' : null
}

/** The areas where a decline goes on, on the day: of the signals that last that day. */
export const declinesOn = (signals: readonly Signal[], facts: DeclineFacts, on: PlainDate, routine: DeclineRoutine): Decline[] =>
  signals.filter(isConfirmed).flatMap((signal) => {
    if (signal.fromOn > on || (signal.endedOn !== null && signal.endedOn <= on)) return []
    const reason = declineOf(signal, facts, on, routine)
    return reason === null ? [] : [{ signalId: signal.signalId, area: signal.area, reason }]
  })

/** The assessments that are done, with their instruments, the earliest first. */
export const scoredIn = (assessments: readonly Assessment[], instruments: readonly InstrumentVersion[]): Scored[] =>
  doneIn(assessments).flatMap((assessment) => {
    const instrument = instruments.find(({ version }) => version === assessment.instrumentVersion)
    return instrument === undefined ? [] : [{ assessment, instrument }]
  })
