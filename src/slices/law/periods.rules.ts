/** Responsibility periods: the runs of covered days, with why they began and ended (DOMAIN.md 3.5, 3.6). */
import type { Day } from '../../platform/plain-date.ts'
import { notCoveredReason } from './coverage.rules.ts'
import { entryReason } from './entry.rules.ts'
import { frameOf, type Frame } from './frame.rules.ts'
import type { LawSettings, Life, ResponsibilityPeriod } from './law.types.ts'
import { never } from './span.rules.ts'

/** Every day on which an answer can change, sorted. Between two of them it is the same. */
function turningDays(frame: Frame): Day[] {
  const days: Day[] = []
  const add = (day: Day | null) => {
    if (day !== null && day !== never) days.push(day)
  }
  add(frame.diedOn)
  add(frame.turns20On)
  add(frame.firstOn)
  add(frame.completedOn)
  for (const spans of [frame.residences, frame.qualifying, frame.undecided, frame.gaps]) {
    for (const { from, until } of spans) {
      add(from)
      add(until)
    }
  }
  for (const { on } of frame.life.deregistrations) add(on)
  for (const { fromOn, untilOn } of frame.life.decisions) {
    add(fromOn)
    add(untilOn)
  }
  return days.sort((a, b) => a - b)
}

/** The responsibility periods of a frame in order of time; they never overlap or touch (3.6). */
export function periodsOf(frame: Frame): ResponsibilityPeriod[] {
  const periods: ResponsibilityPeriod[] = []
  let fromOn: Day | null = null
  let before: Day | null = null
  for (const day of turningDays(frame)) {
    if (day === before) continue
    before = day
    const reason = notCoveredReason(frame, day)
    if (reason === null) fromOn ??= day
    else if (fromOn !== null) {
      periods.push({ fromOn, untilOn: day, entryReason: entryReason(frame, fromOn), exitReason: reason })
      fromOn = null
    }
  }
  if (fromOn !== null) periods.push({ fromOn, untilOn: null, entryReason: entryReason(frame, fromOn), exitReason: null })
  return periods
}

/** A life (facts) in, periods with entry and exit reason out. */
export const responsibilityPeriods = (life: Life, municipality: string, settings: LawSettings): ResponsibilityPeriod[] =>
  periodsOf(frameOf(life, municipality, settings))
