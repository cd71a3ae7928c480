/** One SS 12000 person with embedded enrolments, as a file or a server delivers it (FEEDS.md 2). */
import { z } from 'zod'
import { parseIdentityNumber } from '../../../kernel/identity-number.ts'
import { parseDate, type PlainDate } from '../../../platform/plain-date.ts'
import { checkEnrolment, dayPart, problemOf, type Complaint, type EnrolmentDraft } from '../education-row.ts'
import { identityReasons } from '../feeds.texts.ts'
import type { EnrolmentRow, Problem, PupilRow, ReadContext, Subject } from '../feeds.types.ts'

const Person = z.looseObject({
  id: z.string().trim().min(1).toLowerCase(),
  civicNo: z.looseObject({ value: z.string().nullish() }).nullish(),
  birthDate: z.string().nullish(),
  securityMarking: z.string().nullish(),
  enrolments: z.array(z.unknown()).nullish(),
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
  /** Some of the person's enrolments could not be read: none of those known are to be taken for withdrawn. */
  readonly incomplete: boolean
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

/** The protection a school system states. A marking that is not known is read as the stronger of the ordinary two. */
function protectionOf(marking: string | null | undefined): PupilRow['protection'] {
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

/** The number when it stands on its own. Missing and interim numbers are matched by a person, never guessed. */
function subjectOf(person: z.infer<typeof Person>, context: ReadContext, complain: Complain): Subject {
  const subject = { number: null, pupilId: person.id }
  const raw = person.civicNo?.value ?? ''
  const number = parseIdentityNumber(raw, context.on)
  if (typeof number !== 'string') return number.kind === 'interim' ? subject : { ...subject, number }
  if (number !== 'missing') complain({ kind: 'bad-identity-number', field: 'civicNo', reason: identityReasons[number], content: raw })
  return subject
}

function enrolmentsOf(raw: readonly unknown[], context: ReadContext, complain: Complain): { drafts: EnrolmentDraft[]; incomplete: boolean } {
  const drafts: EnrolmentDraft[] = []
  let incomplete = false
  for (const one of raw) {
    const draft = draftOf(one)
    if ('kind' in draft) {
      complain(draft)
      incomplete = true
      continue
    }
    const checked = checkEnrolment(draft, { schoolType: 'schoolType', end: 'endDate' }, context)
    checked.complaints.forEach(complain)
    if (checked.usable) drafts.push(draft)
    else incomplete = true
  }
  return { drafts, incomplete }
}

/** Reads one person. Nothing but the id, the number, the protection and the enrolments is kept. */
export function parsePerson(raw: unknown, reference: string, context: ReadContext): ParsedPerson {
  const parsed = Person.safeParse(raw)
  if (!parsed.success) {
    const complaint: Complaint = { kind: 'bad-row', ...reasonOf(parsed.error), content: JSON.stringify(raw ?? null) }
    return { pupil: null, enrolments: [], incomplete: true, problems: [problemOf(complaint, reference, { number: null, pupilId: null }, '')] }
  }
  const person = parsed.data
  const complaints: Complaint[] = []
  const subject = subjectOf(person, context, (complaint) => complaints.push(complaint))
  const { drafts, incomplete } = enrolmentsOf(person.enrolments ?? [], context, (complaint) => complaints.push(complaint))
  const bornOn: PlainDate | null = parseDate(dayPart(person.birthDate ?? ''))
  return {
    pupil: { ...subject, bornOn, protection: protectionOf(person.securityMarking), listsEnrolments: Array.isArray(person.enrolments) },
    enrolments: drafts.map((draft) => ({ ...subject, ...draft, reference })),
    incomplete,
    problems: complaints.map((complaint) => problemOf(complaint, reference, subject, person.civicNo?.value ?? '')),
  }
}
