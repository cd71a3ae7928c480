/**
 * Who is covered, and when: the table of DOMAIN.md 3 line by line (skollagen 29 kap. 9 §).
 * Each line is one entry of `lines`, in the order of the law; the first that fails gives the reason.
 */
import { plusDays, type Day } from '../../platform/plain-date.ts'
import type { Frame, StudySpan } from './frame.rules.ts'
import type { LineName, ManualDecision, NotCoveredReason } from './law.types.ts'
import { deregistrationOn } from './residence.rules.ts'
import { never, spanWith } from './span.rules.ts'

/** One line of the table: the paragraph it cites, and the reason it fails with on a day (null: it holds). */
export type Line = {
  readonly name: LineName
  readonly rule: string
  readonly fails: (frame: Frame, day: Day) => NotCoveredReason | null
}

/** The undecided education that holds the person as before: of those followed on the day, the one that began first (7b). */
export function undecidedOn(frame: Frame, day: Day): StudySpan | null {
  let first: StudySpan | null = null
  for (const span of frame.undecided) {
    if (span.from <= day && day < span.until && (first === null || span.from < first.from)) first = span
  }
  return first
}

/** Whether an undecided education leaves the person outside, because the day before it began the person was outside (7b). */
function failsUndecided(frame: Frame, day: Day): NotCoveredReason | null {
  const held = undecidedOn(frame, day)
  return held === null || coveredOn(frame, plusDays(held.from, -1)) ? null : 'undecidedEducation'
}

function failsRegistered(frame: Frame, day: Day): NotCoveredReason | null {
  const deregistration = deregistrationOn(frame.life, day)
  if (deregistration === null) return null
  return deregistration.cause === 'UV' ? 'emigrated' : 'deregistered'
}

/** The table. */
export const lines: readonly Line[] = [
  { name: '1', rule: '29 kap. 9 § skollagen', fails: (frame, day) => (day >= frame.diedOn ? 'deceased' : null) },
  {
    name: '2',
    rule: '29 kap. 9 § första stycket skollagen',
    fails: (frame, day) => (frame.turns20On !== null && day >= frame.turns20On ? 'turned20' : null),
  },
  { name: '3', rule: '29 kap. 6 § skollagen; 19–22 §§ folkbokföringslagen', fails: failsRegistered },
  {
    name: '4',
    rule: '29 kap. 6 § skollagen',
    fails: (frame, day) => (spanWith(frame.residences, day)?.municipality === frame.municipality ? null : 'moved'),
  },
  {
    name: '5',
    rule: '7 kap. 10, 13 och 14 §§ skollagen',
    fails: (frame, day) => (frame.firstOn === null || day < frame.firstOn ? 'inCompulsorySchooling' : null),
  },
  { name: '6', rule: '29 kap. 9 § första stycket skollagen', fails: (frame, day) => (day >= frame.completedOn ? 'completed' : null) },
  {
    name: '7',
    rule: '29 kap. 9 § första stycket skollagen; lag (2018:749)',
    fails: (frame, day) => (spanWith(frame.qualifying, day) === null ? null : 'inEducation'),
  },
  { name: '7b', rule: '29 kap. 9 § skollagen; kommunens regel om utbildningar av okänt slag', fails: failsUndecided },
  {
    name: '8',
    rule: '29 kap. 9 § skollagen; kommunens regel om byten och sommar',
    fails: (frame, day) => (spanWith(frame.gaps, day) === null ? null : 'awaitingStart'),
  },
]

/** The first line that fails on the day, decisions set aside; null when all hold. */
export function firstFailure(frame: Frame, day: Day): NotCoveredReason | null {
  for (const line of lines) {
    const reason = line.fails(frame, day)
    if (reason !== null) return reason
  }
  return null
}

/** The manual decision in force on the day: of several, the one that begins last; of those, one that covers. */
export function decisionOn(frame: Frame, day: Day): ManualDecision | null {
  let found: ManualDecision | null = null
  for (const one of frame.life.decisions) {
    if (one.fromOn > day || (one.untilOn ?? never) <= day) continue
    if (found === null || one.fromOn > found.fromOn || (one.fromOn === found.fromOn && one.covers)) found = one
  }
  return found
}

/** Why the person is not covered on the day; null when covered. A decision overrides every line. */
export function notCoveredReason(frame: Frame, day: Day): NotCoveredReason | null {
  const decision = frame.life.decisions.length === 0 ? null : decisionOn(frame, day)
  if (decision === null) return firstFailure(frame, day)
  return decision.covers ? null : 'decided'
}

/** Whether the municipality is responsible on the day. */
export const coveredOn = (frame: Frame, day: Day): boolean => notCoveredReason(frame, day) === null
