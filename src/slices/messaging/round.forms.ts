/** The forms of rounds. */
import { z } from 'zod'
import { choiceField, optionalText, textField, tickField, wholeField } from '../../platform/form.ts'
import { roundSelections } from './round-form.rules.ts'
import { letterKeys, roundKinds } from './round.types.ts'

/** `list`: the address of a list, when that is whom the round is for. */
export const roundForm = z.strictObject({
  name: textField(80),
  kind: choiceField(roundKinds),
  selection: choiceField(roundSelections),
  days: optionalText(3),
  list: optionalText(2000),
  letter: choiceField([...letterKeys, '']),
  sms: tickField,
  email: tickField,
})
export type RoundForm = z.infer<typeof roundForm>

/** `read`: the box that says that the samples have been read. */
export const reviewForm = z.strictObject({ version: wholeField, read: tickField })
export const releaseForm = z.strictObject({ version: wholeField })
export const plainForm = z.strictObject({})
