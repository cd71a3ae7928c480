/** From everything known of a youth to how each area has gone over a time, for the one who reads. Pure. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import { seriesOf } from '../assessments/assessments.rules.ts'
import { daysFrom, daysLater, earlier, later, monthOf, plusMonths } from '../calendar/month.rules.ts'
import type { History } from '../due/due.types.ts'
import { areaOf, versionOn } from '../instrument/instrument.rules.ts'
import { recipients, type InstrumentArea, type InstrumentVersion, type Points } from '../instrument/instrument.types.ts'
import { areaRange, isLow } from '../instrument/score.rules.ts'
import { scoredIn } from '../judgement/decline.rules.ts'
import type { MemberRole } from '../members/members.types.ts'
import { dayByDay, missingDays } from '../ratings/ratings.rules.ts'
import { isConfirmed } from '../signals/signals.rules.ts'
import type { ConfirmedSignal } from '../signals/signals.types.ts'
import type { AreaProgress, FollowedTime, Period, Progress, RatedMonth, ScoredDay, ThresholdTime } from './progress.types.ts'

/** The areas of every version, each once, as its newest version names it. */
export function areasOf(instruments: readonly InstrumentVersion[]): InstrumentArea[] {
  const newestFirst = instruments.toSorted((a, b) => b.version - a.version).flatMap(({ areas }) => areas)
  return newestFirst.filter(({ key }, at) => newestFirst.findIndex((one) => one.key === key) === at)
}

/**
 * The areas that somebody with the roles is shown: the authority process all; the other processes what the instrument gives them to follow up, and
 * what a signal has given them.
 */
export function shownAreas(
  roles: readonly MemberRole[],
  { signals, instruments }: Pick<History, 'signals' | 'instruments'>,
): InstrumentArea[] {
  const all = areasOf(instruments)
  if (roles.includes('authority')) return all
  const own = recipients.filter((recipient) => roles.includes(recipient))
  return all.filter(
    ({ key, recipient }) =>
      own.includes(recipient) || signals.some((signal) => signal.area === key && isConfirmed(signal) && own.includes(signal.recipient)),
  )
}

const within = ({ firstOn, lastOn }: Period, on: PlainDate): boolean => on >= firstOn && on <= lastOn

/** The thresholds of the area in the period, one after the other; versions that say the same are one. */
function thresholdsIn(instruments: readonly InstrumentVersion[], key: string, period: Period): ThresholdTime[] {
  const days = [period.firstOn, ...instruments.map(({ fromOn }) => fromOn).filter((on) => within(period, on))]
  const starts = [...new Set(days)].toSorted()
  return starts.reduce<ThresholdTime[]>((found, firstOn, at) => {
    const next = starts[at + 1]
    const lastOn = next === undefined ? period.lastOn : daysLater(next, -1)
    const version = versionOn(instruments, firstOn)
    const area = version === null ? null : areaOf(version, key)
    if (area === null) return found
    const { threshold, direction } = area
    const last = found.at(-1)
    const goesOn =
      last !== undefined && last.threshold === threshold && last.direction === direction && daysLater(last.lastOn, 1) === firstOn
    return goesOn ? [...found.slice(0, -1), { ...last, lastOn }] : [...found, { firstOn, lastOn, threshold, direction }]
  }, [])
}

function scoresIn({ assessments, instruments }: History, key: string, period: Period): ScoredDay[] {
  const scored = scoredIn(assessments, instruments)
  return seriesOf(scored, key)
    .filter(({ on }) => within(period, on))
    .map(({ on, quarter, points, difference, way }) => {
      const by = scored.find(({ assessment }) => assessment.quarter === quarter)?.instrument
      const area = by === undefined ? null : areaOf(by, key)
      return { on, quarter, points, difference, way, isLow: area !== null && isLow(area, points) }
    })
}

const confirmedOf = ({ signals }: History, key: string): ConfirmedSignal[] => signals.filter(isConfirmed).filter(({ area }) => area === key)

const followedIn = (signals: readonly ConfirmedSignal[], { firstOn, lastOn }: Period): FollowedTime[] =>
  signals
    .filter(({ fromOn, endedOn }) => fromOn <= lastOn && (endedOn === null || endedOn >= firstOn))
    .map(({ fromOn, endedOn, recipient }) => ({ firstOn: fromOn, lastOn: endedOn, recipient }))

/** Months that were to be rated or have ratings; others have nothing to tell. */
function monthsIn({ ratings }: History, key: string, signals: readonly ConfirmedSignal[], period: Period): RatedMonth[] {
  const missing = new Set(
    signals.filter(({ recipient }) => recipient === 'housing').flatMap((signal) => missingDays(signal, ratings, period.lastOn)),
  )
  const found: RatedMonth[] = []
  for (let month = monthOf(period.firstOn); month <= period.lastOn; month = plusMonths(month, 1)) {
    const [first, last] = [later(month, period.firstOn), earlier(daysLater(plusMonths(month, 1), -1), period.lastOn)]
    const points = dayByDay(ratings, key, first, last).flatMap((day): Points[] => (day.points === null ? [] : [day.points]))
    const lacking = daysFrom(first, last).filter((on) => missing.has(on))
    if (points.length === 0 && lacking.length === 0) continue
    const [sum, rated] = [points.reduce((a, b) => a + b, 0), points.length]
    const known = rated > 0 ? { mean: Math.round(sum / rated), least: Math.min(...points), most: Math.max(...points) } : null
    found.push({ month, ...(known ?? { mean: null, least: null, most: null }), rated, missing: lacking })
  }
  return found
}

/** The greatest score that any version allows the area. */
const mostOf = (instruments: readonly InstrumentVersion[], key: string): Points =>
  Math.max(
    0,
    ...instruments.flatMap((version) => {
      const area = areaOf(version, key)
      return area === null ? [] : [areaRange(version, area).max]
    }),
  )

function areaProgress(history: History, { key, sv, en }: InstrumentArea, period: Period, isAuthority: boolean): AreaProgress {
  const signals = confirmedOf(history, key)
  // A talk and a report are a process' own: they are of the areas that it follows up then.
  const isOfArea = (recipient: string, on: PlainDate): boolean =>
    signals.some((one) => one.recipient === recipient && one.fromOn <= on && (one.endedOn === null || one.endedOn >= on))
  return {
    area: key,
    sv,
    en,
    most: mostOf(history.instruments, key),
    thresholds: thresholdsIn(history.instruments, key, period),
    scores: scoresIn(history, key, period),
    ratings: dayByDay(history.ratings, key, period.firstOn, period.lastOn),
    months: monthsIn(history, key, signals, period),
    followed: followedIn(signals, period),
    talks: history.talks
      .filter(({ on, recipient, state }) => state !== 'cancelled' && within(period, on) && isOfArea(recipient, on))
      .map(({ on, recipient, state }) => ({ on, recipient, state })),
    reports: history.reports
      .filter(({ madeOn, recipient }) => within(period, madeOn) && isOfArea(recipient, madeOn))
      .map(({ madeOn, recipient, month }) => ({ on: madeOn, recipient, month })),
    judgements: history.judgements
      .filter(({ area, judgedOn }) => area === key && within(period, judgedOn))
      .map(({ judgedOn, month, progression, ground }) => ({ on: judgedOn, month, progression, ground: isAuthority ? ground : '' })),
  }
}

/** How the areas that are shown have gone, those that were followed up first. Positions on an investigation, and grounds, are the authority process': others do not read them. */
export function progressOf(history: History, period: Period, roles: readonly MemberRole[]): Progress {
  const isAuthority = roles.includes('authority')
  const areas = shownAreas(roles, history).map((area) => areaProgress(history, area, period, isAuthority))
  const taken = isAuthority ? history.decisions.filter(({ decidedOn }) => within(period, decidedOn)) : []
  return {
    period,
    areas: areas.toSorted((a, b) => Number(b.followed.length > 0) - Number(a.followed.length > 0)),
    positions: taken.map(({ decidedOn, opens, ground }) => ({ on: decidedOn, opens, ground })),
  }
}

const longestPeriodMonths = 36

export type PeriodProblem = { readonly field: 'fran' | 'till'; readonly problem: 'no-day' | 'ahead' | 'turned' | 'too-long' }

/** The year up to the day. */
export const lastYear = (today: PlainDate): Period => ({ firstOn: daysLater(plusMonths(today, -12), 1), lastOn: today })

/** What stands in the way of the period. Null days: they were written as something that is none. */
export function periodProblem(firstOn: PlainDate | null, lastOn: PlainDate | null, today: PlainDate): PeriodProblem | null {
  if (firstOn === null) return { field: 'fran', problem: 'no-day' }
  if (lastOn === null) return { field: 'till', problem: 'no-day' }
  if (lastOn > today) return { field: 'till', problem: 'ahead' }
  if (firstOn > lastOn) return { field: 'fran', problem: 'turned' }
  return firstOn < plusMonths(lastOn, -longestPeriodMonths) ? { field: 'fran', problem: 'too-long' } : null
}
