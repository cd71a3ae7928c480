/** The forms of assessments. The questions are the instrument's own: what stands in their fields is read by the rules. */
import { z } from 'zod'
import { choiceField, dateField, optionalText, wholeField } from '../../../platform/form.ts'

export const beginForm = z.strictObject({ quarter: dateField })

export const sheetForm = z
  .object({ version: wholeField, do: choiceField(['draft', 'finish']), assessedOn: optionalText(10), note: optionalText(2000) })
  .catchall(optionalText(20))
export type SheetForm = z.infer<typeof sheetForm>

export const correctionForm = z.object({ version: wholeField, why: optionalText(500), note: optionalText(2000) }).catchall(optionalText(20))
export type CorrectionForm = z.infer<typeof correctionForm>
