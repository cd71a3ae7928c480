/** From a life to what the return needs of it: its periods, what was studied, and how it is protected. */
import { dateOf, dayFrom, dayOf, partsOf, plusDays, type Day, type PlainDate } from '../../platform/plain-date.ts'
import {
  followedStudies,
  responsibilityPeriods,
  studyLeftFor,
  type FollowedStudy,
  type LawSettings,
  type ResponsibilityPeriod,
} from '../law/index.ts'
import type { PersonLife } from '../register/index.ts'
import type { HalfYear } from './half-year.rules.ts'
import type { ReturnPeriod, ReturnProtection, ReturnStudy, ReturnYouth } from './returns.types.ts'

const dateOrNull = (day: Day | null): PlainDate | null => (day === null ? null : dateOf(day))

const periodOf = ({ fromOn, untilOn, entryReason, exitReason }: ResponsibilityPeriod, studies: readonly FollowedStudy[]): ReturnPeriod => ({
  fromOn: dateOf(fromOn),
  untilOn: dateOrNull(untilOn),
  entryReason,
  exitReason,
  exitStudy: untilOn !== null && exitReason === 'inEducation' ? studyLeftFor(studies, untilOn) : null,
})

const studyOf = ({ kind, fromOn, untilOn, qualifies }: FollowedStudy): ReturnStudy => ({
  kind,
  fromOn: dateOf(fromOn),
  untilOn: dateOrNull(untilOn),
  qualifies,
})

const protectionOf = ({ life, secrecyMarked }: PersonLife): ReturnProtection =>
  life.protectedRegistration !== null ? 'registration' : secrecyMarked ? 'marked' : 'none'

/** Whether a period has a day in the half-year, or ended on its first day. */
const isOf = ({ fromOn, untilOn }: ResponsibilityPeriod, half: HalfYear): boolean =>
  fromOn < dayOf(half.untilOn) && (untilOn === null || untilOn >= dayOf(half.fromOn))

/** A youth's part of the return that the life alone tells; null when no period is of the half-year. */
export function youthOf(
  person: PersonLife,
  municipality: string,
  law: LawSettings,
  half: HalfYear,
): Omit<ReturnYouth, 'contacts' | 'measures' | 'statements'> | null {
  const periods = responsibilityPeriods(person.life, municipality, law)
  if (!periods.some((period) => isOf(period, half))) return null
  const studies = followedStudies(person.life, law)
  return {
    personId: person.personId,
    subjectId: person.subjectId,
    number: person.number,
    bornOn: dateOrNull(person.life.bornOn),
    protection: protectionOf(person),
    periods: periods.map((period) => periodOf(period, studies)),
    studies: studies.map(studyOf),
  }
}

const years = (on: PlainDate, back: number, days: number): PlainDate => {
  const { year, month, dayOfMonth } = partsOf(dayOf(on))
  return dateOf(plusDays(dayFrom(year - back, month, dayOfMonth), days))
}

/**
 * Births between which somebody can be covered without a decision: twenty at the earliest on the half-year's first day (the exit is dated then), and
 * fourteen at the latest on the day after it: nobody leaves compulsory school earlier, decisions by 7:14 included.
 */
export const coverableBirths = ({ fromOn, untilOn }: HalfYear): { readonly after: PlainDate; readonly before: PlainDate } => ({
  after: years(fromOn, 20, -2),
  before: years(untilOn, 14, 0),
})
