/** What the forms of steering send. */
import { z } from 'zod'
import { choiceField, dateField, optionalDate, optionalText, textField, wholeField } from '../../platform/form.ts'
import { stepKinds } from './steering.types.ts'

const part = { draftNo: wholeField, heading: textField(120), board: optionalText(120), body: optionalText(8000) }
export const newPartForm = z.strictObject(part)
export type NewPartForm = z.infer<typeof newPartForm>
export const partForm = z.strictObject({ ...part, place: wholeField })
export type PartForm = z.infer<typeof partForm>

export const dropForm = z.strictObject({ draftNo: wholeField })
export type DropForm = z.infer<typeof dropForm>

export const adoptForm = z.strictObject({
  draftNo: wholeField,
  adoptedOn: dateField,
  adoptedBy: textField(120),
  reference: optionalText(60),
  reviewOn: dateField,
})
export type AdoptForm = z.infer<typeof adoptForm>

export const itemForm = z.strictObject({
  title: textField(160),
  why: textField(2000),
  board: optionalText(120),
  report: optionalText(40),
})
export type ItemForm = z.infer<typeof itemForm>

/** `figure`: the question of the number, as its address says it. `cell`: which of its numbers. */
export const fromNumberForm = z.strictObject({
  title: textField(160),
  why: textField(2000),
  board: optionalText(120),
  figure: textField(400),
  cell: textField(200),
})
export type FromNumberForm = z.infer<typeof fromNumberForm>

export const stepForm = z.strictObject({
  seen: wholeField,
  kind: choiceField(stepKinds),
  onDay: dateField,
  said: optionalText(2000),
  dueOn: optionalDate,
})
export type StepForm = z.infer<typeof stepForm>
