/** Registering a youth, changing the particulars, moving. */
import { goTo, page, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import { phoneText, type E164Phone } from '../../../platform/phone.ts'
import type { Difference } from '../../../ui/both.tsx'
import type { FieldProblem } from '../../../ui/form.tsx'
import { followupTexts } from '../followup.texts.ts'
import { sectionFrameOf } from '../reader.ts'
import { readUnits } from '../units/units.actions.ts'
import { fileOf, inWords, isUnreached, nothingTyped, typedFields, unreached, writerOf, youthIdOf } from './file-visit.ts'
import { moveYouth, registerYouth, saveYouth } from './people.actions.ts'
import { moveForm, particularsForm, registerForm, type MoveForm, type ParticularsForm, type RegisterForm } from './people.forms.ts'
import { readYouth, typedFaults, type WrittenYouth } from './people.rules.ts'
import { peopleFormTexts } from './people-form.texts.ts'
import { ParticularsPage, RegisterPage, type FieldsProps, type TypedFields } from './particulars.views.tsx'
import type { Youth } from './people.types.ts'

type Status = 200 | 409 | 422

const writtenIn = (form: Omit<ParticularsForm, 'version'>): WrittenYouth => ({
  number: form.number,
  givenName: form.givenName,
  familyName: form.familyName,
  bornOn: form.bornOn,
  protection: form.protection,
  school: form.school,
  phone: form.phone,
  email: form.email,
  keptBecause: form.kept === 'no' ? null : form.kept,
  keptGround: form.kept === 'other' ? form.keptGround : '',
})

/** The youth as the form shows it. */
const savedFields =
  (youth: Youth): TypedFields =>
  (field) => {
    if (field === 'kept') return youth.keptBecause ?? 'no'
    if (field === 'phone') return youth.phone === '' ? '' : phoneText(youth.phone as E164Phone)
    const value = youth[field as keyof Youth]
    return value === undefined || value === null ? '' : String(value)
  }

const freshFields: TypedFields = (field) => ({ protection: 'none', kept: 'no' })[field] ?? ''

async function register(visit: Visit, typed: TypedFields, problems: readonly FieldProblem[], status: Status): Promise<Answer> {
  const units = await readUnits(visit.place.pool, visit.today)
  return page(<RegisterPage shown={sectionFrameOf(visit)} typed={typed} problems={problems} units={units} />, status)
}

/** After a save: the youth's page, or the list when a protected youth is not this reader's to see. */
const seenAfter = ({ lang, may }: Visit, youthId: string, { protection }: Pick<Youth, 'protection'>, saying: string): Answer =>
  protection === 'none' || may('followup.protected')
    ? goTo(`/uppfoljning/ungdom/${youthId}`, saying)
    : goTo('/uppfoljning/ungdomar', `${saying} ${peopleFormTexts[lang].nowHidden}`)

async function registered(visit: Visit, form: RegisterForm, typed: Typed): Promise<Answer> {
  const { place, lang, today } = visit
  const refused = (problems: readonly FieldProblem[]) => register(visit, typedFields(typed), problems, 422)
  const read = readYouth(writtenIn(form), today)
  if (!read.granted) return refused(inWords(read.faults, lang))
  const home = form.unit === null ? null : { unitId: form.unit, fromOn: form.fromOn ?? today }
  const decision = await registerYouth(place.pool, writerOf(visit), read.value, home)
  if (decision.granted) return seenAfter(visit, decision.value, read.value, peopleFormTexts[lang].registered)
  if (decision.reason === 'number-taken') return refused(inWords([{ field: 'number', problem: 'number-taken' }], lang))
  const text = peopleFormTexts[lang].moveRefusals[decision.reason]
  return refused([{ field: decision.reason === 'too-far' ? 'fromOn' : 'unit', text }])
}

type Draft = {
  readonly typed?: TypedFields
  readonly problems?: readonly FieldProblem[]
  readonly move?: Pick<FieldsProps, 'typed' | 'problems'>
  /** Somebody else saved first: what was typed beside what is. */
  readonly isStale?: boolean
}

const compared = ['number', 'givenName', 'familyName', 'bornOn', 'protection', 'school', 'phone', 'email', 'kept', 'keptGround'] as const

function differencesOf(youth: Youth, typed: TypedFields, lang: Visit['lang']): Difference[] {
  const theirs = savedFields(youth)
  return compared
    .filter((field) => typed(field) !== theirs(field))
    .map((field) => ({ what: peopleFormTexts[lang][field], mine: typed(field), theirs: theirs(field) }))
}

async function change(visit: Visit, draft: Draft, status: Status): Promise<Answer> {
  const found = await fileOf(visit)
  if ('answer' in found) return found.answer
  const { youth, stays } = found.file
  const typed = draft.typed ?? savedFields(youth)
  const shown = {
    shown: sectionFrameOf(visit),
    typed,
    problems: draft.problems ?? [],
    units: await readUnits(visit.place.pool, visit.today),
    youthId: youth.id,
    heading: `${youth.givenName} ${youth.familyName}`,
    version: youth.version,
    stays,
    differences: draft.isStale === true ? differencesOf(youth, typed, visit.lang) : null,
    move: draft.move ?? { typed: nothingTyped, problems: [] },
  }
  return page(<ParticularsPage {...shown} />, status)
}

async function changed(visit: Visit, form: ParticularsForm, fields: Typed): Promise<Answer> {
  const { place, lang, today } = visit
  const typed = typedFields(fields)
  const youthId = youthIdOf(visit)
  const read = readYouth(writtenIn(form), today)
  if (!read.granted) return change(visit, { typed, problems: inWords(read.faults, lang) }, 422)
  const decision = await saveYouth(place.pool, writerOf(visit), { youthId, version: form.version }, read.value)
  if (decision.granted) return seenAfter(visit, youthId, read.value, followupTexts[lang].saved)
  if (isUnreached(decision.reason)) return unreached(decision.reason)
  if (decision.reason === 'stale') return change(visit, { typed, isStale: true }, 409)
  return change(visit, { typed, problems: inWords([{ field: 'number', problem: 'number-taken' }], lang) }, 422)
}

async function moved(visit: Visit, { unit, on }: MoveForm, fields: Typed): Promise<Answer> {
  const { place, lang } = visit
  const youthId = youthIdOf(visit)
  const decision = await moveYouth(place.pool, writerOf(visit), youthId, { unitId: unit, on })
  if (decision.granted) return goTo(`/uppfoljning/ungdom/${youthId}`, peopleFormTexts[lang].moved)
  if (isUnreached(decision.reason)) return unreached(decision.reason)
  const field = decision.reason === 'before-last' || decision.reason === 'too-far' ? 'on' : 'unit'
  const problems = [{ field, text: peopleFormTexts[lang].moveRefusals[decision.reason] }]
  return change(visit, { move: { typed: typedFields(fields), problems } }, 422)
}

/** What the form could not read, and what the rules would say of the rest: all at once. */
function allProblems(visit: Visit, problems: readonly { field: string; problem: string }[], typed: TypedFields): FieldProblem[] {
  const others = typedFaults(typed, visit.today).filter(({ field }) => !problems.some((one) => one.field === field))
  return inWords([...problems, ...others], visit.lang)
}

/** Registers the forms of a youth's particulars, for the authority process. */
export function addParticularsPages(pages: Pages): void {
  const anew = { permit: 'followup.register', shows: 'nothing' } as const
  const one = { permit: 'followup.register', shows: 'person', outlet: 'followup.page' } as const
  pages.get('/uppfoljning/ungdomar/ny', anew, (visit) => register(visit, freshFields, [], 200))
  pages.post('/uppfoljning/ungdomar/ny', anew, registerForm, registered, (visit, problems, typed) =>
    register(visit, typedFields(typed), allProblems(visit, problems, typedFields(typed)), 422),
  )
  pages.get('/uppfoljning/ungdom/:id/uppgifter', one, (visit) => change(visit, {}, 200))
  pages.post('/uppfoljning/ungdom/:id/uppgifter', one, particularsForm, changed, (visit, problems, typed) =>
    change(visit, { typed: typedFields(typed), problems: allProblems(visit, problems, typedFields(typed)) }, 422),
  )
  pages.post('/uppfoljning/ungdom/:id/flytt', one, moveForm, moved, (visit, problems, typed) =>
    change(visit, { move: { typed: typedFields(typed), problems: inWords(problems, visit.lang) } }, 422),
  )
}
