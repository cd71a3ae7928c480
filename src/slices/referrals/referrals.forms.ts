/** The forms of referrals, as a browser sends them. */
import { z } from 'zod'
import { choiceField, dateField, optionalText, textField } from '../../platform/form.ts'
import { isRandomId } from '../../platform/random-id.ts'
import { outcomeKinds, rejectReasons, tellingWays } from './referrals.types.ts'

/** One plain address, or none. */
const emailField = optionalText(200).transform((text, context): string | null => {
  if (text === '') return null
  if (/^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/.test(text)) return text
  context.addIssue({ code: 'custom', message: 'not-an-address' })
  return z.NEVER
})

export const sendForm = z.strictObject({
  consent: z.string().refine(isRandomId, 'unknown-choice'),
  previewed: z.string().regex(/^[0-9a-f]{64}$/, 'unknown-choice'),
  email: emailField,
})
export const linkForm = z.strictObject({ email: emailField })
export const answerForm = z
  .strictObject({ answer: choiceField(['accepted', 'rejected']), reason: choiceField(rejectReasons).optional() })
  .refine(({ answer, reason }) => answer === 'accepted' || reason !== undefined, { path: ['reason'], error: 'unknown-choice' })
export const outcomeForm = z.strictObject({ outcome: choiceField(outcomeKinds), onDay: dateField })
export const toldForm = z.strictObject({ how: choiceField(tellingWays) })
export const measureForm = z.strictObject({ item: textField(60), fromOn: dateField })

export type SendForm = z.infer<typeof sendForm>
export type AnswerForm = z.infer<typeof answerForm>
