/** Studies in another school form (DOMAIN.md 3.2, 4): they end no coverage, but the youth stands under a status of their own. */
import { plusDays, type Day } from '../../platform/plain-date.ts'
import { educationRow, isFollowed } from './education.rules.ts'
import type { LawSettings, Life } from './law.types.ts'

/** Days [fromOn, untilOn) on which an education is followed that does not qualify, or whose level nobody has decided. */
export type OtherFormSpan = { readonly fromOn: Day; readonly untilOn: Day | null }

/** The spans of one life, one per enrolment; they may overlap. */
export const otherFormSpans = (life: Life, settings: LawSettings): OtherFormSpan[] =>
  life.enrolments
    .filter((enrolment) => {
      const { counts } = educationRow(settings.educations, enrolment.schoolType, enrolment.educationCode)
      return isFollowed(enrolment) && (counts === 'otherForm' || counts === 'levelUnknown')
    })
    .map(({ startOn, endOn }) => ({ fromOn: startOn, untilOn: endOn === null ? null : plusDays(endOn, 1) }))
