/** What the forms of the sources pages send. */
import { z } from 'zod'
import { choiceField, manyField, optionalText, textField } from '../../platform/form.ts'

const groundField = textField(1000)
const recordId = z.uuid('unknown-choice')

/** The guard's answer. */
export const AnswerForm = z.strictObject({ answer: choiceField(['approved', 'refused']), ground: groundField })

/** Exceptions seen to: the ticked ones, or the one whose own button was pressed. The rest is where to come back to. */
export const SeenForm = z.strictObject({
  id: manyField,
  only: optionalText(20),
  slag: optionalText(100),
  kalla: optionalText(1000),
  sida: optionalText(10),
})

/** Looking for the youth that a pupil is. */
export const NumberForm = z.strictObject({ number: textField(40) })
/** The pupil is this youth. */
export const LinkForm = z.strictObject({ subject: recordId })

/** Two records are one person; `keep` is the one whose page stays. */
export const MergeForm = z.strictObject({ keep: recordId, ground: groundField })
/** Two records are two persons. */
export const NotSameForm = z.strictObject({ difference: groundField })
export const EmptyForm = z.strictObject({})
