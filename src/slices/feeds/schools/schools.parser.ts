/** One SS 12000 person with embedded enrolments, as a file or a server delivers it (FEEDS.md 2). */
import { z } from 'zod'
import { parseIdentityNumber } from '../../../kernel/identity-number.ts'
import { parseDate, type PlainDate } from '../../../platform/plain-date.ts'
import { checkEnrolment, dayPart, endlessInterruption, problemOf, type Complaint, type EnrolmentDraft } from '../education-row.ts'
import { identityReasons } from '../feeds.texts.ts'
import { isInSchool, pupilWays } from './pupil-ways.ts'
import type { EnrolmentRow, Problem, PupilRow, ReadContext, Subject } from '../feeds.types.ts'

const Person = z.looseObject({
  id: z.string().trim().min(1).toLowerCase(),
  // Each of these is read on its own: one that has the wrong form must not take the others, or the person, with it.
  civicNo: z.unknown().optional(),
  birthDate: z.unknown().optional(),
  securityMarking: z.unknown().optional(),
  enrolments: z.unknown().optional(),
  phoneNumbers: z.unknown().optional(),
  emails: z.unknown().optional(),
})

const Enrolment = z.looseObject({
  enroledAt: z.looseObject({ id: z.string().trim().min(1).toLowerCase() }),
  schoolType: z.string().trim().min(1).toUpperCase(),
  startDate: z.string(),
  endDate: z.string().nullish(),
  cancelled: z.boolean().nullish(),
  educationCode: z.string().nullish(),
})

export type ParsedPerson = {
  readonly pupil: PupilRow | null
  readonly enrolments: readonly EnrolmentRow[]
  /** School units (null: it could not be told) of enrolments that could not be read: those known there are not withdrawn. */
  readonly incomplete: readonly (string | null)[]
  readonly problems: readonly Problem[]
}

const reasonOf = (error: z.ZodError): { field: string; reason: string } => {
  const field = error.issues[0]?.path.join('.') ?? ''
  return { field, reason: `Posten går inte att läsa: ${field === '' ? 'den är inte ett objekt' : `${field} saknas eller har fel form`}.` }
}

function draftOf(raw: unknown): EnrolmentDraft | Complaint {
  const parsed = Enrolment.safeParse(raw)
  const content = JSON.stringify(raw ?? null)
  if (!parsed.success) return { kind: 'bad-row', ...reasonOf(parsed.error), content }
  const { enroledAt, schoolType, startDate, endDate, cancelled, educationCode } = parsed.data
  const startOn = parseDate(dayPart(startDate))
  if (startOn === null) return { kind: 'bad-date', field: 'startDate', reason: 'Datumet går inte att läsa.', content }
  const hasEnd = endDate !== null && endDate !== undefined && endDate !== ''
  const endOn = hasEnd ? parseDate(dayPart(endDate)) : null
  if (hasEnd && endOn === null) return { kind: 'bad-date', field: 'endDate', reason: 'Datumet går inte att läsa.', content }
  return {
    schoolUnit: enroledAt.id,
    schoolType,
    startOn,
    endOn,
    cancelled: cancelled === true,
    educationCode: (educationCode ?? '').trim().toUpperCase(),
    authority: '',
  }
}

const Place = z.looseObject({ enroledAt: z.looseObject({ id: z.string().trim().min(1).toLowerCase() }) })

/** The school unit of an enrolment that cannot be read otherwise. */
const unitOf = (raw: unknown): string | null => Place.safeParse(raw).data?.enroledAt.id ?? null

/** The protection a school system states. A marking that is not known is read as the stronger of the ordinary two. */
function protectionOf(marking: unknown): PupilRow['protection'] {
  switch (marking ?? 'Ingen') {
    case 'Ingen':
    case '':
      return 'none'
    case 'Skyddad folkbokföring':
      return 'registration'
    default:
      return 'secrecy'
  }
}

type Complain = (complaint: Complaint) => void

const CivicNo = z.union([z.string(), z.looseObject({ value: z.string().nullish() }).transform(({ value }) => value ?? '')])

/** The number as written; a form nobody can read is a text that is no number. */
function civicNoOf({ civicNo }: z.infer<typeof Person>): string {
  if (civicNo === null || civicNo === undefined) return ''
  const parsed = CivicNo.safeParse(civicNo)
  return parsed.success ? parsed.data : 'oläsligt'
}

const birthDateOf = ({ birthDate }: z.infer<typeof Person>): PlainDate | null =>
  typeof birthDate === 'string' ? parseDate(dayPart(birthDate)) : null

/** The number when it stands on its own. Missing and interim numbers are matched by a person, never guessed. */
function subjectOf(person: z.infer<typeof Person>, context: ReadContext, complain: Complain): Subject {
  const subject = { number: null, pupilId: person.id }
  const raw = civicNoOf(person)
  const number = parseIdentityNumber(raw, context.on)
  if (typeof number !== 'string') return number.kind === 'interim' ? subject : { ...subject, number }
  if (number !== 'missing') complain({ kind: 'bad-identity-number', field: 'civicNo', reason: identityReasons[number], content: raw })
  return subject
}

function enrolmentsOf(
  raw: readonly unknown[],
  context: ReadContext,
  complain: Complain,
): { drafts: EnrolmentDraft[]; incomplete: (string | null)[] } {
  const drafts: EnrolmentDraft[] = []
  const incomplete: (string | null)[] = []
  for (const one of raw) {
    const draft = draftOf(one)
    if ('kind' in draft) {
      complain(draft)
      incomplete.push(unitOf(one))
      continue
    }
    const checked = checkEnrolment(draft, { schoolType: 'schoolType', end: 'endDate' }, context)
    checked.complaints.forEach(complain)
    if (draft.cancelled && draft.endOn === null)
      complain({ kind: 'bad-value', field: 'endDate', reason: endlessInterruption, content: draft.schoolUnit })
    if (checked.usable) drafts.push(draft)
  }
  return { drafts, incomplete }
}

/** Reads one person. Nothing but the id, the number, the protection, the enrolments and the ways to reach the person is kept. */
export function parsePerson(raw: unknown, reference: string, context: ReadContext): ParsedPerson {
  const parsed = Person.safeParse(raw)
  if (!parsed.success) {
    const complaint: Complaint = { kind: 'bad-row', ...reasonOf(parsed.error), content: JSON.stringify(raw ?? null) }
    return { pupil: null, enrolments: [], incomplete: [], problems: [problemOf(complaint, reference, { number: null, pupilId: null }, '')] }
  }
  const person = parsed.data
  const complaints: Complaint[] = []
  const subject = subjectOf(person, context, (complaint) => complaints.push(complaint))
  const listsEnrolments = Array.isArray(person.enrolments)
  const isUnreadable = !listsEnrolments && person.enrolments !== null && person.enrolments !== undefined
  if (isUnreadable) complaints.push({ kind: 'bad-row', field: 'enrolments', reason: 'Inskrivningarna är inte en lista.', content: '' })
  const { drafts, incomplete } = enrolmentsOf(listsEnrolments ? (person.enrolments as unknown[]) : [], context, (complaint) =>
    complaints.push(complaint),
  )
  return {
    pupil: {
      ...subject,
      bornOn: birthDateOf(person),
      protection: protectionOf(person.securityMarking),
      listsEnrolments,
      // An enrolment that cannot be read may be one that is followed.
      ...pupilWays(person, isUnreadable || incomplete.length > 0 || isInSchool(drafts, context)),
    },
    enrolments: drafts.map((draft) => ({ ...subject, ...draft, reference })),
    incomplete: isUnreadable ? [null] : incomplete,
    problems: complaints.map((complaint) => problemOf(complaint, reference, subject, civicNoOf(person))),
  }
}
