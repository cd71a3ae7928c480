/** The forms of a plan, read once at the edge. What a plan says is read by `draft.rules`: there each problem finds its own row. */
import { z } from 'zod'
import { choiceField, dateField, optionalDate, optionalText, tickField, wholeField } from '../../platform/form.ts'
import { keptField } from '../hygiene/index.ts'
import type { Typed } from '../access/index.ts'
import type { TypedPlan, TypedRow } from './draft.types.ts'
import { endReasons, followUpOutcomes, longest, planColumns, postponeReasons, type PlanColumn } from './plans.types.ts'

/** More rows than any form of ours has. */
const mostRows = 60
const many = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string()).max(mostRows, 'too-long'),
)
const one = z.string().default('')

const columnFields = Object.fromEntries(
  planColumns.flatMap((column) =>
    ['Step', 'Text', 'From', 'Due', ...(column === 'other' ? ['Actor'] : [])].map((part) => [`${column}${part}`, many]),
  ),
)

/** Saved as agreed or as a draft; or only shown again: with more rows, or measured anew. */
const writeActs = ['agreed', 'draft', 'more', 'preview'] as const

/** A plan's id, or nothing for a new plan. */
const planField = z.union([z.uuid('unknown-choice'), z.literal('')]).transform((id) => (id === '' ? null : id))

/** The form of a plan. Strict: a field that we do not have is forged. */
export const writeForm = z.strictObject({
  plan: planField,
  version: wholeField,
  act: choiceField(writeActs),
  goal: one,
  beginsOn: one,
  endsOn: one,
  noOtherActor: tickField,
  followUp: many,
  isAcknowledged: tickField,
  noteKept: keptField,
  ...columnFields,
})
export type WriteForm = z.infer<typeof writeForm>

function rowsOf(typed: Typed, column: PlanColumn): TypedRow[] {
  const of = (part: string, index: number): string => typed[`${column}${part}`]?.[index] ?? ''
  return (typed[`${column}Text`] ?? []).map((text, index) => ({
    column,
    stepId: of('Step', index),
    text,
    actor: of('Actor', index),
    beginsOn: of('From', index),
    dueOn: of('Due', index),
  }))
}

/** What was typed, as it came: every row sends all of its fields, so they belong together by their order. */
export const typedPlanFrom = (typed: Typed): TypedPlan => ({
  goal: typed['goal']?.[0] ?? '',
  beginsOn: typed['beginsOn']?.[0] ?? '',
  endsOn: typed['endsOn']?.[0] ?? '',
  noOtherActor: typed['noOtherActor'] !== undefined,
  followUps: typed['followUp'] ?? [],
  rows: planColumns.flatMap((column) => rowsOf(typed, column)),
})

const id = z.uuid('unknown-choice')

export const tickForm = z.strictObject({ plan: id, step: id, done: choiceField(['ja', 'nej']) })
export const acknowledgeForm = z.strictObject({ plan: id, version: wholeField, how: choiceField(['together', 'paper']) })
export const followedUpForm = z.strictObject({
  plan: id,
  followUp: id,
  outcome: choiceField(followUpOutcomes),
  nextOn: optionalDate,
  note: optionalText(longest.note),
  noteKept: keptField,
})
export const postponeForm = z.strictObject({
  plan: id,
  followUp: id,
  toOn: dateField,
  reason: choiceField(postponeReasons),
  note: optionalText(longest.note),
  noteKept: keptField,
})
export const endForm = z.strictObject({
  plan: id,
  version: wholeField,
  reason: choiceField(endReasons),
  note: optionalText(longest.note),
  noteKept: keptField,
})
export const printForm = z.strictObject({ plan: id, size: choiceField(['a4', 'note']) })
