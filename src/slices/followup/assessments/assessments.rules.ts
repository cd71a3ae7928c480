/** Quarterly rounds: when an assessment is due, when it may be begun, done and corrected, and how a score has moved. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { daysLater, plusMonths, quarterEnd, quarterOf } from '../calendar/month.rules.ts'
import type { Instrument } from '../instrument/instrument.types.ts'
import { areaOf } from '../instrument/instrument.rules.ts'
import type { Routine } from '../instrument/routine.types.ts'
import { areaRange } from '../instrument/score.rules.ts'
import type { Assessment, DoneAssessment, Presence, Trend } from './assessments.types.ts'

/** The youth's time in directed follow-up, from being registered here to leaving. */
export const presenceOf = ({
  registeredOn,
  leftOn,
}: {
  readonly registeredOn: PlainDate
  readonly leftOn: PlainDate | null
}): Presence => ({
  fromOn: registeredOn,
  untilOn: leftOn,
})

/** Whether the youth is in directed follow-up on the day. */
export const isThere = ({ fromOn, untilOn }: Presence, on: PlainDate): boolean => fromOn <= on && (untilOn === null || on < untilOn)

/**
 * The day by which the youth is to be assessed in the quarter: its last. Null when nothing is due: not there on that day, or come so late in the
 * quarter (`newcomerDays`) that the first assessment is the next quarter's.
 */
export function assessmentDue(presence: Presence, quarter: PlainDate, { newcomerDays }: Pick<Routine, 'newcomerDays'>): PlainDate | null {
  const dueOn = quarterEnd(quarter)
  return isThere(presence, dueOn) && presence.fromOn <= daysLater(dueOn, -newcomerDays) ? dueOn : null
}

/** The quarters that are due from the youth's first to the one of the day, the earliest first. */
export function quartersDue(
  presence: Presence,
  on: PlainDate,
  routine: Pick<Routine, 'newcomerDays'>,
): { quarter: PlainDate; dueOn: PlainDate }[] {
  const found: { quarter: PlainDate; dueOn: PlainDate }[] = []
  for (let quarter = quarterOf(presence.fromOn); quarter <= on; quarter = plusMonths(quarter, 3)) {
    const dueOn = assessmentDue(presence, quarter, routine)
    if (dueOn !== null) found.push({ quarter, dueOn })
  }
  return found
}

export type BeginRefusal = 'no-quarter' | 'quarter-ahead' | 'quarter-past' | 'not-there' | 'already-begun' | 'later-assessed'

/**
 * Whether an assessment of the quarter may be begun today: this quarter's, or the last one's late. Refused: `no-quarter` (the day begins none),
 * `quarter-ahead`, `quarter-past` (older than the last), `not-there` (the youth is not in follow-up today, or was not in that quarter),
 * `already-begun`, `later-assessed` (a later quarter has an assessment: the order of scores would change).
 */
export function mayBegin(
  quarter: PlainDate,
  { presence, assessments, today }: { readonly presence: Presence; readonly assessments: readonly Assessment[]; readonly today: PlainDate },
): Decision<null, BeginRefusal> {
  if (quarterOf(quarter) !== quarter) return refuse('no-quarter')
  if (quarter > today) return refuse('quarter-ahead')
  if (quarter < plusMonths(quarterOf(today), -3)) return refuse('quarter-past')
  if (!isThere(presence, today) || presence.fromOn > quarterEnd(quarter)) return refuse('not-there')
  if (assessments.some((one) => one.quarter === quarter)) return refuse('already-begun')
  return assessments.some((one) => one.quarter > quarter) ? refuse('later-assessed') : grant(null)
}

/** Assessments that are done, the earliest first. */
export const doneIn = (assessments: readonly Assessment[]): DoneAssessment[] =>
  assessments.filter((one): one is DoneAssessment => one.assessedOn !== null).toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1))

export type DoneRefusal = 'already-done' | 'ahead' | 'before-quarter' | 'before-last' | 'not-there'

/**
 * Whether the assessment may be said to be done on the day. Refused: `already-done` (it is corrected, not done again), `ahead` (a day to come),
 * `before-quarter`, `before-last` (not after the youth's last assessment), `not-there`.
 */
export function mayFinish(
  { assessmentId, quarter, assessedOn }: Pick<Assessment, 'assessmentId' | 'quarter' | 'assessedOn'>,
  on: PlainDate,
  { presence, assessments, today }: { readonly presence: Presence; readonly assessments: readonly Assessment[]; readonly today: PlainDate },
): Decision<null, DoneRefusal> {
  if (assessedOn !== null) return refuse('already-done')
  if (on > today) return refuse('ahead')
  if (on < quarter) return refuse('before-quarter')
  const last = doneIn(assessments).findLast((one) => one.assessmentId !== assessmentId)
  if (last !== undefined && on <= last.assessedOn) return refuse('before-last')
  return isThere(presence, on) ? grant(null) : refuse('not-there')
}

export type CorrectionRefusal = 'not-done' | 'somebody-else-first' | 'no-why'

/** Whether a done assessment may be corrected from the revision that was seen, for the reason given. */
export function mayCorrect(
  { assessedOn, revision }: Pick<Assessment, 'assessedOn' | 'revision'>,
  seen: number,
  why: string,
): Decision<null, CorrectionRefusal> {
  if (assessedOn === null) return refuse('not-done')
  if (revision !== seen) return refuse('somebody-else-first')
  return why.trim() === '' ? refuse('no-why') : grant(null)
}

/** Whether scores of the area by the two instruments are of one kind: the same range and the same low side. */
function areComparable(one: Instrument, other: Instrument, area: string): boolean {
  const [a, b] = [areaOf(one, area), areaOf(other, area)]
  if (a === null || b === null || a.direction !== b.direction) return false
  const [rangeA, rangeB] = [areaRange(one, a), areaRange(other, b)]
  return rangeA.min === rangeB.min && rangeA.max === rangeB.max
}

export type Scored = { readonly assessment: DoneAssessment; readonly instrument: Instrument }

/** The trend of the area from one assessment to the next; null when the later has no such area. */
export function trendOf(now: Scored, before: Scored | null, area: string): Trend | null {
  const points = now.assessment.scores.find((score) => score.area === area)?.points
  if (points === undefined) return null
  const last = before?.assessment.scores.find((score) => score.area === area)?.points ?? null
  if (before === null || last === null || !areComparable(before.instrument, now.instrument, area)) {
    return { points, before: last, difference: null, way: null }
  }
  const difference = points - last
  const better = areaOf(now.instrument, area)?.direction === 'above' ? -difference : difference
  return { points, before: last, difference, way: better === 0 ? 'same' : better > 0 ? 'up' : 'down' }
}

/** The trends of the area, assessment by assessment. Those without the area are left out, and the next is compared with the last that had it. */
export function seriesOf(all: readonly Scored[], area: string): (Trend & { on: PlainDate; quarter: PlainDate })[] {
  const having = all.filter(({ assessment }) => assessment.scores.some((score) => score.area === area))
  return having.flatMap((now, at) => {
    const trend = trendOf(now, having[at - 1] ?? null, area)
    return trend === null ? [] : [{ ...trend, on: now.assessment.assessedOn, quarter: now.assessment.quarter }]
  })
}
