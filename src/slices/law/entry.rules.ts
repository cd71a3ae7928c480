/** Why a responsibility period begins on a day (DOMAIN.md 3.5). First match wins. */
import { plusDays, type Day } from '../../platform/plain-date.ts'
import { decisionOn, firstFailure } from './coverage.rules.ts'
import { isWithdrawn, qualifiesOn } from './education.rules.ts'
import { documentDays, type Frame, type Study } from './frame.rules.ts'
import type { EntryReason } from './law.types.ts'

/** An immigration at most so many days before the residence began makes it a first registration (3.5, 2). */
const registrationDays = 30
/** A withdrawn start at most so many days after the first day makes it a no-show (3.5, 4). */
const noShowDays = 100

/** A decision made it begin: it covers a day the lines would not, or the one that kept the person out ran out. */
function byDecision(frame: Frame, s: Day): boolean {
  if (frame.life.decisions.length === 0) return false
  if (decisionOn(frame, s)?.covers === true) return firstFailure(frame, s) !== null || firstFailure(frame, plusDays(s, -1)) === null
  const dayBefore = plusDays(s, -1)
  return decisionOn(frame, dayBefore)?.covers === false && firstFailure(frame, dayBefore) === null
}

function byResidence(frame: Frame, s: Day): EntryReason | null {
  if (!frame.residences.some((stay) => stay.from === s && stay.municipality === frame.municipality)) return null
  const { deregistrations, immigrations } = frame.life
  if (deregistrations.some(({ on }) => on < s)) return 'returned'
  return immigrations.some(({ on }) => on <= s && s - on <= registrationDays) ? 'registeredInSweden' : 'movedIn'
}

/** What tells two enrolments apart besides their days; sorts a full tie. */
const contentOf = ({ enrolment, row }: Study): string =>
  `${enrolment.cancelled} ${row.counts} ${enrolment.schoolType} ${enrolment.educationCode}`

/** Of several that end the same day, the one that began last; a full tie is broken by content, never by order. */
function endedLast(studies: readonly Study[], lastOn: Day): Study | null {
  const ended = studies.filter(
    ({ enrolment, row }) => enrolment.endOn === lastOn && enrolment.startOn <= lastOn && qualifiesOn(row, lastOn),
  )
  const sorted = ended.toSorted((a, b) => b.enrolment.startOn - a.enrolment.startOn || contentOf(a).localeCompare(contentOf(b)))
  return sorted[0] ?? null
}

function interruptedBy({ row }: Study): EntryReason {
  switch (row.counts) {
    case 'introductory':
      return 'interruptedIntroductory'
    case 'adapted':
      return 'interruptedAdapted'
    case 'equivalent':
      return 'interruptedEquivalent'
    case 'national':
    case 'abroad':
    case 'levelUnknown':
    case 'otherForm':
    case 'undecided':
      return 'interruptedNational'
  }
}

function byEndedEducation(frame: Frame, s: Day): EntryReason | null {
  const lastOn = plusDays(s, -1)
  const study = endedLast(frame.studies, lastOn)
  if (study === null) return null
  const certified = frame.life.credentials.some(({ type, on }) => type === 'studiebevis' && Math.abs(on - lastOn) <= documentDays)
  if (certified) return 'studyCertificate'
  return study.enrolment.cancelled ? interruptedBy(study) : 'endedWithoutDiploma'
}

function byFirstDay(frame: Frame, s: Day): EntryReason | null {
  if (frame.firstOn !== s) return null
  const stayedAway = frame.studies.some(
    ({ enrolment, row }) =>
      isWithdrawn(enrolment) && enrolment.startOn >= s && enrolment.startOn - s <= noShowDays && qualifiesOn(row, enrolment.startOn),
  )
  return stayedAway ? 'noShow' : 'neverStarted'
}

/** The entry reason of a period of the frame that begins on s. */
export function entryReason(frame: Frame, s: Day): EntryReason {
  if (byDecision(frame, s)) return 'decided'
  return byResidence(frame, s) ?? byEndedEducation(frame, s) ?? byFirstDay(frame, s) ?? 'unknown'
}
