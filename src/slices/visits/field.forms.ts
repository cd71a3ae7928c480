/** What the page for the telephone sends: one form at a time without script, many changes at once from a telephone that was without a network. */
import { z } from 'zod'
import { choiceField, optionalText, wholeField } from '../../platform/form.ts'
import { visitResults } from './visits.types.ts'

const id = z.string().regex(/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/, 'unknown-choice')
const instant = z.int().min(0).max(8.64e15).nullable()
const result = z.enum(visitResults).nullable()

const someFields = z.strictObject({
  checkedInAt: instant.optional(),
  checkedOutAt: instant.optional(),
  result: result.optional(),
  note: z.string().max(500).optional(),
})
const allFields = z.strictObject({ checkedInAt: instant, checkedOutAt: instant, result, note: z.string().max(500) })

/** A change as a telephone keeps it. */
const fieldChange = z.strictObject({
  changeId: id,
  stopId: id,
  madeAt: z.int().min(0).max(8.64e15),
  baseVersion: z.int().min(0),
  base: someFields,
  fields: someFields,
  settles: id.nullable(),
  noteKept: z.string().max(4000).optional(),
})

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const mostChanges = 300

/** Changes as JSON in a field, so that they come with the form's token like anything else. */
export const syncForm = z.strictObject({
  changes: z.string().max(280_000, 'too-long').transform(readJson).pipe(z.array(fieldChange).max(mostChanges)),
})

/** What was shown when the form was drawn (`baseOf`). */
const base = z.string().max(5000).transform(readJson).pipe(allFields)

/** Where a form leads back to: the round's page, or the page for the telephone. */
export const fieldBacks = ['runda', 'falt'] as const
export type FieldBack = (typeof fieldBacks)[number]

const common = { stop: id, change: id, version: wholeField, base, back: choiceField(fieldBacks).default('falt') }

const fieldActs = ['in', 'undo-in', 'out', 'save', 'save-out', 'skip'] as const

/** One press on the page: what is to be done, and with save the result and note. */
export const fieldForm = z.strictObject({
  ...common,
  act: choiceField(fieldActs),
  result: z.enum(visitResults).optional(),
  note: optionalText(500),
  noteKept: z.string().max(4000).default(''),
})
export type FieldForm = z.infer<typeof fieldForm>

const pick = z.enum(['mine', 'theirs']).optional()

/** A choice between two telephones, field by field. */
export const settleForm = z.strictObject({
  ...common,
  conflict: id,
  'pick-checkedInAt': pick,
  'pick-checkedOutAt': pick,
  'pick-result': pick,
  'pick-note': pick,
})
export type SettleForm = z.infer<typeof settleForm>
