/** "Vad hände?" of a youth: choosing, seeing what will be written, saving, and striking. */
import { isRandomId } from '../../platform/random-id.ts'
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
import { flagsIn, flagsInKept, noteProblems, type FieldFlag } from '../hygiene/index.ts'
import { previewCoding, readCodings, type CodingOfYouthPage } from './coding.actions.ts'
import { backForm, draftOf, eventForm, saveForm, strikeForm, type EventForm as EventFormSent, type SaveForm } from './coding.forms.ts'
import { codingTexts } from './coding.texts.ts'
import type { CodingProblem, ShownCoding, StrikeReason } from './coding.types.ts'
import { CodingPage } from './coding.views.tsx'
import { addConventionPages, coderOf } from './convention.routes.tsx'
import { EventForm, type TypedCoding } from './event-form.views.tsx'
import { fieldOf, laterFieldNames } from './fields.rules.ts'
import { PreviewCard } from './preview.views.tsx'
import { saveCoding, type SaveRefusal } from './save.actions.ts'
import { strikeCoding } from './strike.actions.ts'

const wordsOf = ({ lang }: Visit, problem: string): string => {
  const own: Readonly<Record<string, string>> = codingTexts[lang].problems
  return Object.hasOwn(own, problem) ? (own[problem] ?? problem) : problemText(lang, problem)
}

const typedOf = (visit: Visit, typed: Typed, problems: readonly FieldProblem[], flags: readonly FieldFlag[] = []): TypedCoding => ({
  value: (field) => typedValue(typed, field),
  problems:
    flags.length > 0 ? noteProblems(flags, visit.lang) : problems.map(({ field, problem }) => ({ field, text: wordsOf(visit, problem) })),
})

const untouched = ({ today }: Visit): TypedCoding => ({ value: (field) => (field === 'on' ? today : ''), problems: [] })

const mayStrikeOf =
  ({ actor, may }: Visit) =>
  ({ byId }: ShownCoding): boolean =>
    byId === actor.staffId || may('outreach.strike')

type Status = 200 | 409 | 422

/** Nothing of it is shown while the screen is turned to the youth. */
const closed = ({ params, frame }: Visit): Answer | null =>
  isRandomId(params['id']) ? (frame.meeting ? goTo(`/ungdomar/${params['id']}`) : null) : missing

function eventPage(visit: Visit, of: CodingOfYouthPage, typed: TypedCoding, status: Status, refused: string | null = null): Answer {
  const { frame, newOnce } = visit
  const around = { frame, of, refused, newOnce, mayStrike: mayStrikeOf(visit) }
  return page(
    <CodingPage {...around} problems={typed.problems}>
      <EventForm frame={frame} subjectId={of.youth.subjectId} typed={typed} />
    </CodingPage>,
    status,
  )
}

async function showEvents(visit: Visit, typed: TypedCoding, status: Status, refused: string | null = null): Promise<Answer> {
  const shut = closed(visit)
  if (shut !== null) return shut
  const of = await readCodings(coderOf(visit), visit.params['id'] ?? '')
  if (of === 'missing') return missing
  if (of === 'sign-in-again') return signInAgain
  return eventPage(visit, of, typed, status, refused)
}

type Wrong = { readonly problems: readonly FieldProblem[]; readonly flags: readonly FieldFlag[]; readonly status: Status }
const nothingWrong: Wrong = { problems: [], flags: [], status: 200 }

/** The page that shows what will be written; back to the first one when something of that is wrong. */
async function showPreview(
  visit: Visit,
  form: EventFormSent,
  typed: Typed,
  { problems, flags, status }: Wrong = nothingWrong,
): Promise<Answer> {
  const shut = closed(visit)
  if (shut !== null) return shut
  const found = await previewCoding(coderOf(visit), visit.params['id'] ?? '', draftOf(form))
  if (found === 'missing') return missing
  if (found === 'sign-in-again') return signInAgain
  const { of, will } = found
  if (!will.granted) return eventPage(visit, of, typedOf(visit, typed, [{ field: fieldOf(will.reason), problem: will.reason }]), 422)
  const { frame, newOnce } = visit
  const shown = typedOf(visit, typed, problems, flags)
  const kept = typedValue(typed, 'noteKept')
  const about = { frame, subjectId: of.youth.subjectId, will: will.value, on: form.on, convention: of.convention, items: of.items }
  const noted = { flags: flags.length > 0 ? flags : flagsInKept(kept), isKept: kept !== '' && flags.length === 0 }
  return page(
    <CodingPage frame={frame} of={of} problems={shown.problems} refused={null} newOnce={newOnce} mayStrike={mayStrikeOf(visit)}>
      <PreviewCard {...about} {...noted} typed={shown} once={newOnce()} />
    </CodingPage>,
    status,
  )
}

const firstPage: ReadonlySet<string> = new Set<CodingProblem>([
  'in-the-future',
  'time-missing',
  'before-birth',
  'not-followed',
  'contact-needed',
])

async function save(visit: Visit, form: SaveForm, typed: Typed): Promise<Answer> {
  const shut = closed(visit)
  if (shut !== null) return shut
  const subjectId = visit.params['id'] ?? ''
  const seen = { key: form.convention, version: form.version }
  const made = await saveCoding(coderOf(visit), { subjectId, draft: draftOf(form), seen, kept: form.noteKept })
  const t = codingTexts[visit.lang]
  if (made.granted) return goTo(`/ungdomar/${subjectId}`, made.value.endsCoverage ? t.savedEnds : t.saved)
  const reason: SaveRefusal = made.reason
  if (reason === 'missing') return missing
  if (reason === 'sign-in-again') return signInAgain
  const status = reason === 'convention-changed' || reason === 'night-is-running' ? 409 : 422
  const problems = [{ field: fieldOf(reason), problem: reason }]
  if (firstPage.has(reason)) return showEvents(visit, typedOf(visit, typed, problems), status)
  return showPreview(visit, form, typed, { problems, flags: flagsIn(made), status })
}

/** A field of the second page that cannot be read is shown there; one of the first on the first. */
async function reshow(visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> {
  const first = eventForm.safeParse(Object.fromEntries(['event', 'on', 'at', 'heard'].map((name) => [name, typedValue(typed, name)])))
  const isLater = problems.every(({ field }) => laterFieldNames.has(field))
  if (first.success && isLater) return showPreview(visit, first.data, typed, { problems, flags: [], status: 422 })
  return showEvents(visit, typedOf(visit, typed, problems), 422)
}

async function strike(visit: Visit, why: StrikeReason): Promise<Answer> {
  const { id: subjectId, coded: codedId } = visit.params
  if (!isRandomId(subjectId) || !isRandomId(codedId)) return missing
  const t = codingTexts[visit.lang]
  const made = await strikeCoding({ ...coderOf(visit), mayStrikeAny: visit.may('outreach.strike') }, { subjectId, codedId, why })
  if (made.granted) return goTo(`/ungdomar/${subjectId}/vad-hande`, made.value.measureLeft ? t.struckButMeasure : t.struckNow)
  if (made.reason === 'missing') return missing
  if (made.reason === 'sign-in-again') return signInAgain
  const texts = { 'already-struck': t.alreadyStruck, 'not-yours': t.notYours, 'night-is-running': t.problems['night-is-running'] }
  return showEvents(visit, untouched(visit), 409, texts[made.reason])
}

/** Registers the pages. `report` is told of defects in what runs after an answer. */
export function addCodingPages(pages: Pages, report: (error: unknown) => void = () => {}): void {
  const declared = { permit: 'coding.use', shows: 'person', outlet: 'coding.page' } as const
  const path = '/ungdomar/:id{[0-9a-f-]+}/vad-hande'
  pages.get(path, declared, (visit) => showEvents(visit, untouched(visit), 200))
  pages.post(path, declared, eventForm, (visit, form, typed) => showPreview(visit, form, typed), reshow)
  pages.post(`${path}/spara`, declared, saveForm, save, reshow)
  pages.post(`${path}/andra`, declared, backForm, (visit, _, typed) => showEvents(visit, typedOf(visit, typed, []), 200))
  pages.post(
    `${path}/:coded{[0-9a-f-]+}/stryk`,
    declared,
    strikeForm,
    (visit, { why }) => strike(visit, why),
    (visit) => showEvents(visit, untouched(visit), 422),
  )
  addConventionPages(pages, report)
}
