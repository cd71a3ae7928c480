/**
 * An interruption notice ends an enrolment; a roster that has not heard of it does not keep it alive (DOMAIN.md 3.2). The notice is a fact of its
 * own beside the roster's, with the same school unit and school type, so that both stay as they were said.
 */
import type { Enrolment } from './law.types.ts'

/** The source of facts that a school's notice gave. */
export const noticeSource = 'anmalan'

/** An enrolment with what a life does not say of it. */
export type SaidEnrolment = { readonly enrolment: Enrolment; readonly unit: string; readonly source: string }

const ends = (notice: SaidEnrolment, said: SaidEnrolment): boolean => {
  const [told, known] = [notice.enrolment, said.enrolment]
  if (told.endOn === null || notice.unit !== said.unit || told.schoolType !== known.schoolType) return false
  // The stretch that the notice ends: begun by then, and still followed afterwards. A later one at the same school is another.
  return known.startOn <= told.endOn && (known.endOn === null || known.endOn > told.endOn)
}

/** The enrolments with each that a notice ends cut off on its last day, with the notice as its origin. */
export function withNoticeEnds(all: readonly SaidEnrolment[]): Enrolment[] {
  const notices = all.filter(({ source, enrolment }) => source === noticeSource && enrolment.endOn !== null)
  if (notices.length === 0) return all.map(({ enrolment }) => enrolment)
  return all.map((said) => {
    if (said.source === noticeSource) return said.enrolment
    const [first] = notices.filter((notice) => ends(notice, said)).toSorted((a, b) => Number(a.enrolment.endOn) - Number(b.enrolment.endOn))
    if (first === undefined) return said.enrolment
    const { endOn, cancelled, origin } = first.enrolment
    return { ...said.enrolment, endOn, cancelled, ...(origin === undefined ? {} : { origin }) }
  })
}
