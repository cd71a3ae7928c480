/** From a visit to what the actions of contacts ask with, and from a refusal to the field that it belongs to. */
import { timeInSweden } from '../../platform/clock.ts'
import { problemText, typedValue, type FieldProblem, type Typed, type Visit } from '../access/index.ts'
import { keptName, noteDraft, noteProblems, notWarned, type FieldFlag } from '../hygiene/index.ts'
import { callPrefix, type TypedContact } from './contact-draft.ts'
import type { ContactReader } from './contact-read.actions.ts'
import { parseClock } from './contact-time.rules.ts'
import { returns, type ContactForm } from './contact.forms.ts'
import { contactTexts } from './contact.texts.ts'
import type { ContactDraft, ContactProblem } from './contact.types.ts'

/** Who reads and logs, at the moment of the request. */
export const readerOf = ({ place, actor, scope, today, nowMs, isFresh }: Visit): ContactReader => ({
  pool: place.pool,
  code: place.code,
  scope,
  staffId: actor.staffId,
  name: actor.name,
  now: { on: today, minute: parseClock(timeInSweden(new Date(nowMs))) ?? 0 },
  isFresh,
})

/** The form as the action takes it. */
export const draftOf = ({ at, way, second, department, ...form }: ContactForm): ContactDraft => ({
  channel: form.channel,
  direction: form.direction,
  outcome: form.outcome,
  on: form.on,
  minute: at,
  wayId: way,
  secondStaffId: second,
  occupation: form.occupation,
  nextStep: form.nextStep,
  nextOn: form.nextOn,
  department: department === '' ? null : department,
  note: form.note,
  noteKept: form.noteKept,
})

const fieldOf: Readonly<Record<ContactProblem | 'night-is-running', string>> = {
  'in-the-future': 'on',
  'time-missing': 'at',
  'not-of-the-channel': 'outcome',
  'not-incoming': 'outcome',
  'before-birth': 'on',
  'not-followed': 'on',
  'unknown-way': 'way',
  'dead-number': 'way',
  'number-missing': 'way',
  'two-needed': 'second',
  'occupation-unheard': 'occupation',
  'support-unheard': 'department',
  'unknown-department': 'department',
  'step-missing': 'nextStep',
  'next-day-passed': 'nextOn',
  'next-day-too-far': 'nextOn',
  'night-is-running': 'outcome',
}

/** A refusal as the problem of a field. */
export const problemOfField = (reason: keyof typeof fieldOf): FieldProblem => ({ field: fieldOf[reason], problem: reason })

/** The fields of the quick form. What is wrong with anything else is told at the results. */
const quickFields: ReadonlySet<string> = new Set(['outcome', 'note', 'direction', 'occupation', 'nextStep', 'nextOn', 'department'])

const placeOf = (field: string, isQuick: boolean): string =>
  isQuick ? `${callPrefix}${quickFields.has(field) ? field : 'outcome'}` : field

const wordsOf = (lang: Visit['lang'], field: string, problem: string): string => {
  if (field === 'outcome' && problem === 'unknown-choice') return contactTexts[lang].problems['outcome-missing']
  const own: Readonly<Record<string, string>> = contactTexts[lang].problems
  return Object.hasOwn(own, problem) ? (own[problem] ?? problem) : problemText(lang, problem)
}

/** Whether the quick form was sent. */
export const isQuick = (typed: Typed): boolean => typedValue(typed, 'quick') !== ''

/** What was typed, to be shown again with its problems. */
export const typedContact = (
  { lang }: Visit,
  typed: Typed,
  problems: readonly FieldProblem[],
  flags: readonly FieldFlag[] = [],
): TypedContact => ({
  value: (field) => typedValue(typed, field),
  problems: [
    ...problems.map(({ field, problem }) => ({ field: placeOf(field, isQuick(typed)), text: wordsOf(lang, field, problem) })),
    ...noteProblems(flags, lang).map(({ field, text }) => ({ field: placeOf(field, isQuick(typed)), text })),
  ],
  note: noteDraft(flags, typedValue(typed, keptName)),
  back: returns.find((one) => one === typedValue(typed, 'back')) ?? 'contacts',
  view: typedValue(typed, 'view').slice(0, 2000),
})

/** A form that nobody has typed in. */
export const untouched = (back: TypedContact['back'], view = ''): TypedContact => ({
  value: () => '',
  problems: [],
  note: notWarned,
  back,
  view,
})
