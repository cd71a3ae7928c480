/** What every source of enrolments has in common: checking one enrolment and wording what is wrong with it (DOMAIN.md 3.2). */
import { todayInSweden } from '../../platform/clock.ts'
import { parseDate } from '../../platform/plain-date.ts'
import type { EnrolmentRow, ExceptionKind, Problem, ReadContext, Subject } from './feeds.types.ts'

/** A complaint about one field. `content` makes the same complaint tomorrow the same exception. */
export type Complaint = { readonly kind: ExceptionKind; readonly field: string; readonly reason: string; readonly content: string }

export type EnrolmentDraft = Omit<EnrolmentRow, keyof Subject | 'reference'>

/** Names under which a source's fields are spoken of. */
export type FieldNames = { readonly schoolType: string; readonly end: string }

/**
 * Checks an enrolment whose values could be read. Unknown educations are used (they hold the person as before) and put
 * in the inbox once per code; an end before the start without a cancellation is not used.
 */
export function checkEnrolment(
  draft: EnrolmentDraft,
  fields: FieldNames,
  context: ReadContext,
): { usable: boolean; complaints: Complaint[] } {
  if (draft.endOn !== null && draft.endOn < draft.startOn && !draft.cancelled) {
    const content = contentOf(draft)
    const reason = 'Slutdatum ligger före startdatum utan att avbrott är markerat.'
    return { usable: false, complaints: [{ kind: 'end-before-start', field: fields.end, reason, content }] }
  }
  const { schoolType, educationCode } = draft
  switch (context.kindOf(schoolType, educationCode)) {
    case 'undecided': {
      const reason = `Skolformen${shownCode(schoolType)} är okänd.`
      return { usable: true, complaints: [{ kind: 'unknown-education', field: fields.schoolType, reason, content: `kod ${schoolType}` }] }
    }
    case 'levelUnknown': {
      const reason = `Skolformen${shownCode(schoolType)} säger inte på vilken nivå studierna är.`
      return { usable: true, complaints: [{ kind: 'level-unknown', field: fields.schoolType, reason, content: contentOf(draft) }] }
    }
    case 'national':
    case 'introductory':
    case 'adapted':
    case 'equivalent':
    case 'abroad':
    case 'otherForm':
      return { usable: true, complaints: [] }
  }
}

const contentOf = ({ schoolUnit, schoolType, startOn, endOn }: EnrolmentDraft): string =>
  [schoolUnit, schoolType, startOn, endOn ?? ''].join('|')

/** A complaint as a problem of one row about one subject. Complaints about a code are the same whoever the row is about. */
export function problemOf(complaint: Complaint, reference: string, subject: Subject, rawNumber: string): Problem {
  const content = complaint.content.startsWith('kod ') ? complaint.content : `${rawNumber}|${subject.pupilId ?? ''}|${complaint.content}`
  const number = subject.number !== null && subject.number.kind !== 'interim' ? subject.number.reveal() : null
  return { kind: complaint.kind, field: complaint.field, reason: complaint.reason, rowReference: reference, content, number }
}

export const endlessInterruption = 'Avbrott utan slutdatum: räknas som pågående.'

/** A code for showing, with a space before it; nothing when it could be somebody's number or name in the wrong column. */
export const shownCode = (value: string): string => (/^[A-ZÅÄÖ_]{1,30}\d{0,3}$/.test(value) ? ` ${value}` : '')

/** The Swedish day of a text that a source may have written a time, and perhaps a zone, after. */
export function dayPart(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return text
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text)
  // An impossible day stays as it is written: a Date would quietly move it into the next month.
  const at = hasZone && parseDate(text.slice(0, 10)) !== null ? new Date(text) : null
  return at === null || Number.isNaN(at.getTime()) ? text.slice(0, 10) : todayInSweden(at)
}
