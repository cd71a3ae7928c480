/**
 * What a browser's form sends, as zod reads it. Messages are keys (`FormProblem`), put in words by the page in its own language.
 * Unknown fields are an error (`z.strictObject`): a form is ours or it is forged.
 */
import { z } from 'zod'
import { parseDate, type PlainDate } from './plain-date.ts'

/** Why a field cannot be used; in words in `access/problem.texts`. */
export const formProblems = ['required', 'too-long', 'not-a-date', 'not-a-number', 'unknown-choice', 'end-before-start'] as const
export type FormProblem = (typeof formProblems)[number]

/** A text that must be there. */
export const textField = (longest: number) =>
  z
    .string({ error: 'required' })
    .transform((text) => text.trim().replaceAll('\r\n', '\n'))
    .pipe(z.string().min(1, 'required').max(longest, 'too-long'))

/** A text that may be empty or left out. */
export const optionalText = (longest: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim().replaceAll('\r\n', '\n'))
    .pipe(z.string().max(longest, 'too-long'))

/** A day. */
export const dateField = z.string({ error: 'required' }).transform((text, context): PlainDate => {
  const date = parseDate(text.trim())
  if (date !== null) return date
  context.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : 'not-a-date' })
  return z.NEVER
})

/** A day, or null when the field is empty. */
export const optionalDate = z
  .string()
  .default('')
  .transform((text, context): PlainDate | null => {
    if (text.trim() === '') return null
    const date = parseDate(text.trim())
    if (date !== null) return date
    context.addIssue({ code: 'custom', message: 'not-a-date' })
    return z.NEVER
  })

/** A whole number written with digits. */
export const wholeField = z
  .string({ error: 'required' })
  .transform((text) => text.trim())
  .pipe(z.string().regex(/^\d{1,9}$/, 'not-a-number'))
  .transform(Number)

/** One of the choices. */
export const choiceField = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.enum(choices, { error: 'unknown-choice' })

/** A box that is ticked or not. */
export const tickField = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

/** A field that may come several times: ticked rows, chosen columns. */
export const manyField = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(200, 'too-long')).max(1000, 'too-long'),
)
