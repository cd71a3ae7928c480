/** The meetings of one youth in the browser. */
import { isRandomId } from '../../platform/random-id.ts'
import type { z } from 'zod'
import { timeInSweden } from '../../platform/clock.ts'
import {
  goTo,
  missing,
  page,
  problemText,
  signInAgain,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { flagsIn, keptName, noteDraft, noteProblems, notWarned, type FieldFlag } from '../hygiene/index.ts'
import type { MeetingDraft } from './meeting-form.views.tsx'
import { MeetingPage, type MeetingPageProps } from './meeting-page.views.tsx'
import { bookMeeting, changeMeeting, readMeetings, sayEnding, type Booker, type MeetingRefusal } from './meetings.actions.ts'
import { bookForm, endForm, moveForm } from './meetings.forms.ts'
import type { BookingProblemAt } from './meetings.rules.ts'
import { meetingTexts } from './meetings.texts.ts'
import type { WrittenBooking } from './meetings.types.ts'

const bookerOf = ({ scope, actor, isFresh, today }: Visit): Booker => ({
  scope,
  isFresh,
  staffId: actor.staffId,
  name: actor.name,
  now: { on: today, time: timeInSweden() },
})

/** A new booking begins with the reader as host, half an hour at the office, and a reminder. */
const newDraft = ({ actor }: Visit): MeetingDraft => {
  const begins: Readonly<Record<string, string>> = { staffId: actor.staffId, minutes: '30', way: 'office' }
  return { value: (field) => begins[field] ?? '', isTicked: () => true, problems: [], note: notWarned }
}

type Shown = Partial<Pick<MeetingPageProps, 'draft' | 'moving' | 'problem'>>

async function show(visit: Visit, shown: Shown, status: 200 | 409 | 422): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const read = await readMeetings(visit.place.pool, bookerOf(visit), subjectId)
  if (!read.granted) return read.reason === 'missing' ? missing : signInAgain
  const { youth, meetings, hosts } = read.value
  const { frame, today, newOnce } = visit
  const name = `${youth.givenName} ${youth.familyName}`.trim()
  const props = { frame, subjectId, name, isProtected: youth.isProtected, today, now: timeInSweden(), meetings, hosts, newOnce }
  return page(<MeetingPage {...props} {...{ draft: newDraft(visit), moving: null, problem: null, ...shown }} />, status)
}

const typedDraft = (visit: Visit, typed: Typed, problems: readonly FieldProblem[]): MeetingDraft => ({
  value: (field) => typedValue(typed, field),
  isTicked: (field) => typed[field] !== undefined,
  problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
  note: noteDraft([], typedValue(typed, keptName)),
})

const bookingOf = ({ minutes, ...form }: z.infer<typeof bookForm>): WrittenBooking => ({ ...form, minutes: Number(minutes) })

/** What was typed, with what in the place may not belong. */
const flaggedDraft = (visit: Visit, flags: readonly FieldFlag[], typed: Typed): MeetingDraft => ({
  ...typedDraft(visit, typed, []),
  problems: noteProblems(flags, visit.lang),
  note: noteDraft(flags, ''),
})

const faultTexts = (visit: Visit, faults: readonly BookingProblemAt[]) => {
  const texts = meetingTexts[visit.lang]
  if (faults.length === 0) return [{ field: 'staffId', text: texts.noHost }]
  return faults.map(({ field, problem }) => ({ field, text: texts.problems[problem] }))
}

type Refused = {
  readonly reason: MeetingRefusal
  readonly faults?: readonly BookingProblemAt[]
  readonly flags?: readonly FieldFlag[]
}

/** The page again after a refusal, with what was typed; `moving` names the meeting when it was one that is moved. */
function refused(
  visit: Visit,
  { reason, faults = [], flags = [] }: Refused,
  typed: Typed,
  moving: string | null,
): Promise<Answer> | Answer {
  const texts = meetingTexts[visit.lang]
  const problems = reason === 'busy' ? [{ field: 'time', text: texts.busy }] : faultTexts(visit, faults)
  const draft = reason === 'note-flags' ? flaggedDraft(visit, flags, typed) : { ...typedDraft(visit, typed, []), problems }
  switch (reason) {
    case 'missing':
      return missing
    case 'sign-in-again':
      return signInAgain
    case 'somebody-first':
      return show(visit, { problem: texts.somebodyFirst }, 409)
    case 'too-early':
      return show(visit, { problem: texts.tooEarly }, 422)
    case 'busy':
    case 'faults':
    case 'note-flags':
      return show(visit, moving === null ? { draft } : { moving: { meetingId: moving, draft } }, reason === 'busy' ? 409 : 422)
  }
}

const backTo = (visit: Visit): string => `/ungdomar/${visit.params['id'] ?? ''}/moten`

async function book(visit: Visit, form: z.infer<typeof bookForm>, typed: Typed): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const done = await bookMeeting(visit.place.pool, bookerOf(visit), subjectId, bookingOf(form))
  return done.granted
    ? goTo(backTo(visit), meetingTexts[visit.lang].booked)
    : refused(visit, { ...done, flags: flagsIn(done) }, typed, null)
}

const meetingOf = ({ params }: Visit, version: number) => ({ subjectId: params['id'] ?? '', meetingId: params['meeting'] ?? '', version })

async function move(visit: Visit, { version, ...form }: z.infer<typeof moveForm>, typed: Typed): Promise<Answer> {
  const of = meetingOf(visit, version)
  if (!isRandomId(of.subjectId) || !isRandomId(of.meetingId)) return missing
  const done = await changeMeeting(visit.place.pool, bookerOf(visit), of, bookingOf(form))
  return done.granted
    ? goTo(backTo(visit), meetingTexts[visit.lang].moved)
    : refused(visit, { ...done, flags: flagsIn(done) }, typed, of.meetingId)
}

async function end(visit: Visit, { version, ending }: z.infer<typeof endForm>): Promise<Answer> {
  const of = meetingOf(visit, version)
  if (!isRandomId(of.subjectId) || !isRandomId(of.meetingId)) return missing
  const done = await sayEnding(visit.place.pool, bookerOf(visit), of, ending)
  return done.granted ? goTo(backTo(visit), meetingTexts[visit.lang].ended) : refused(visit, done, {}, null)
}

/** Registers the pages of one youth's meetings. */
export function addMeetingPages(pages: Pages): void {
  const declared = { permit: 'meetings.book', shows: 'person', outlet: 'meetings.page' } as const
  const path = '/ungdomar/:id{[0-9a-f-]+}/moten'
  pages.get(path, declared, (visit) => show(visit, {}, 200))
  pages.post(path, declared, bookForm, book, (visit, problems, typed) => show(visit, { draft: typedDraft(visit, typed, problems) }, 422))
  const one = `${path}/:meeting{[0-9a-f-]+}`
  pages.post(one, declared, moveForm, move, (visit, problems, typed) =>
    show(visit, { moving: { meetingId: visit.params['meeting'] ?? '', draft: typedDraft(visit, typed, problems) } }, 422),
  )
  pages.post(`${one}/utfall`, declared, endForm, end)
}
