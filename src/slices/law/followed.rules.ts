/** Which educations a life has followed, day by day and by kind (DOMAIN.md 3.2): for those who report what a youth did and where the youth went. */
import { plusDays, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { educationRow, isFollowed, qualifiesOn } from './education.rules.ts'
import type { EducationKind, LawSettings, Life } from './law.types.ts'

/** Days [fromOn, untilOn) on which an education is followed. `qualifies`: it takes a youth outside the responsibility on those days. */
export type FollowedStudy = {
  readonly kind: EducationKind
  readonly fromOn: Day
  readonly untilOn: Day | null
  readonly qualifies: boolean
}

/** An enrolment as one span, or two where its kind begins to qualify while it is followed (introductory programmes on 1 July 2018). */
export const followedStudies = (life: Life, settings: LawSettings): FollowedStudy[] =>
  life.enrolments.filter(isFollowed).flatMap((enrolment) => {
    const row = educationRow(settings.educations, enrolment.schoolType, enrolment.educationCode)
    const [fromOn, untilOn] = [enrolment.startOn, enrolment.endOn === null ? null : plusDays(enrolment.endOn, 1)]
    const turnsOn = row.qualifiesFromOn
    const span = (from: Day, until: Day | null): FollowedStudy => ({
      kind: row.counts,
      fromOn: from,
      untilOn: until,
      qualifies: qualifiesOn(row, from),
    })
    if (turnsOn === null || turnsOn <= fromOn || (untilOn !== null && untilOn <= turnsOn)) return [span(fromOn, untilOn)]
    return [span(fromOn, turnsOn), span(turnsOn, untilOn)]
  })

type Followed<On> = { readonly kind: EducationKind; readonly fromOn: On; readonly untilOn: On | null; readonly qualifies: boolean }

/**
 * The education that a youth whose responsibility ended on the day left for; null when none is followed on it. Of several the one that began last, and of
 * those the first by the name of its kind: the return and the figures must say the same. Days or dates, as the studies have them.
 */
export function studyLeftFor<On extends Day | PlainDate>(studies: readonly Followed<On>[], on: On): EducationKind | null {
  let found: Followed<On> | null = null
  for (const study of studies) {
    if (!study.qualifies || study.fromOn > on || (study.untilOn !== null && study.untilOn <= on)) continue
    if (found === null || study.fromOn > found.fromOn || (study.fromOn === found.fromOn && study.kind < found.kind)) found = study
  }
  return found?.kind ?? null
}
