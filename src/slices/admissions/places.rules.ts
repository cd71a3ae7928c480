/** Which enrolments are a place for the autumn, and on which days that was known. */
import { educationRow, isQualifyingKind, type LawSettings } from '../law/index.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { KnownEnrolment, KnownPlace } from './admissions.types.ts'
import type { Season } from './season.rules.ts'

const earlier = (a: PlainDate | null, b: PlainDate | null): PlainDate | null => (a === null ? b : b === null || a < b ? a : b)

/** The place that an enrolment is; null when its education does not count, or it is over before all must have come. */
function placeOf(enrolment: KnownEnrolment, { showUpOn, lastOn }: Season, educations: LawSettings['educations']): KnownPlace | null {
  const { schoolType, educationCode, startOn, endOn, knownOn, forgottenOn } = enrolment
  if (!isQualifyingKind(educationRow(educations, schoolType, educationCode).counts)) return null
  // A start after the season is no place this autumn; an end before the show-up day is last year's school.
  if (startOn > lastOn || (endOn !== null && (endOn < showUpOn || endOn < startOn))) return null
  const untilOn = earlier(forgottenOn, endOn === null ? null : dateOf(plusDays(dayOf(endOn), 1)))
  return untilOn !== null && untilOn <= knownOn ? null : { fromOn: knownOn, untilOn }
}

/** The places of a youth. */
export const placesFrom = (enrolments: readonly KnownEnrolment[], season: Season, educations: LawSettings['educations']): KnownPlace[] =>
  enrolments.map((one) => placeOf(one, season, educations)).filter((place) => place !== null)
