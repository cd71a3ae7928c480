/** The forms of templates. What is typed comes back as it was; what is wrong with it is for `template-check`. */
import { z } from 'zod'
import { choiceField, optionalText, textField, wholeField } from '../../platform/form.ts'

/** `from`: the version that the text was written from. */
export const templateForm = z.strictObject({
  from: wholeField,
  subject: optionalText(200),
  body: textField(6000),
  does: choiceField(['check', 'save']),
})

export const proofreadForm = z.strictObject({ version: wholeField, translator: textField(80) })
