/** What a month shows of each area to whoever judges it: the days to rate with their ratings, and whether it can be judged. Pure. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import { seriesOf, type Scored } from '../assessments/assessments.rules.ts'
import type { Trend } from '../assessments/assessments.types.ts'
import { daysLater, earlier, later, plusMonths } from '../calendar/month.rules.ts'
import type { InstrumentVersion } from '../instrument/instrument.types.ts'
import { dayByDay, daysToRate } from '../ratings/ratings.rules.ts'
import type { DayRating, RatedDay } from '../ratings/ratings.types.ts'
import { isConfirmed } from '../signals/signals.rules.ts'
import type { ConfirmedSignal, Signal } from '../signals/signals.types.ts'
import { mayJudge, type JudgementRoutine, type JudgeRefusal } from './judgement.rules.ts'
import type { Judgement } from './judgement.types.ts'

export type AreaMonth = {
  readonly signal: ConfirmedSignal
  readonly instrument: InstrumentVersion
  /** The days of the month that housing was to rate, with what was rated; none when another process has the area. */
  readonly days: readonly RatedDay[]
  /** The last assessment's score of the area before the month's end. */
  readonly score: (Trend & { readonly on: PlainDate }) | null
  /** The judgement of the month that holds; null: not judged. */
  readonly judgement: Judgement | null
  /** That of the month before. */
  readonly before: Judgement | null
  /** Why the month cannot be judged today; null: it can. */
  readonly refusal: JudgeRefusal | null
}

type Facts = {
  readonly signals: readonly Signal[]
  readonly ratings: readonly DayRating[]
  readonly judgements: readonly Judgement[]
  readonly scored: readonly Scored[]
  readonly instruments: readonly InstrumentVersion[]
}

/** The days from the 1st before up to the month's own 1st. */
function daysOf(signal: ConfirmedSignal, ratings: readonly DayRating[], month: PlainDate, today: PlainDate): RatedDay[] {
  if (signal.recipient !== 'housing') return []
  const [first, last] = [plusMonths(month, -1), earlier(daysLater(month, -1), today)]
  const days = new Set(daysToRate(signal, last))
  // The day of the signal and that of the stop may have a rating without being missed.
  const from = later(first, signal.heldFrom)
  return dayByDay(ratings, signal.area, from, last).filter(({ on, points }) => points !== null || days.has(on))
}

/** Whether the month can be judged, whatever is written in the form. */
function refusalOf(signal: ConfirmedSignal, month: PlainDate, today: PlainDate, routine: JudgementRoutine): JudgeRefusal | null {
  const probe = mayJudge(signal, { month, progression: 'same', ground: '?', seen: null }, { judgements: [], today, routine })
  return probe.granted ? null : probe.reason
}

const judged = (judgements: readonly Judgement[], { signalId }: ConfirmedSignal, month: PlainDate): Judgement | null =>
  judgements.find((one) => one.signalId === signalId && one.month === month) ?? null

/** The areas that were followed up some day of the month before its 1st, in the order they were asked for. */
export function monthOfAreas(
  { signals, ratings, judgements, scored, instruments }: Facts,
  month: PlainDate,
  today: PlainDate,
  routine: JudgementRoutine,
): AreaMonth[] {
  const first = plusMonths(month, -1)
  const known = scored.filter(({ assessment }) => assessment.assessedOn < month)
  return signals.filter(isConfirmed).flatMap((signal): AreaMonth[] => {
    const instrument = instruments.find(({ version }) => version === signal.instrumentVersion)
    if (instrument === undefined || signal.fromOn >= month || (signal.endedOn !== null && signal.endedOn < first)) return []
    return [
      {
        signal,
        instrument,
        days: daysOf(signal, ratings, month, today),
        score: seriesOf(known, signal.area).at(-1) ?? null,
        judgement: judged(judgements, signal, month),
        before: judged(judgements, signal, first),
        refusal: refusalOf(signal, month, today, routine),
      },
    ]
  })
}
