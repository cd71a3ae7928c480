/** The forms of the organisation, read once at the edge. */
import { z } from 'zod'
import { choiceField, optionalText, textField, tickField, wholeField } from '../../platform/form.ts'

const unitId = z
  .string()
  .default('')
  .pipe(z.string().regex(/^\d{0,9}$/, 'unknown-choice'))
  .transform((text) => (text === '' ? null : Number(text)))

/** `version` 0: a new one. */
export const unitForm = z.strictObject({ name: textField(80), retired: tickField, version: wholeField })
export type UnitForm = z.infer<typeof unitForm>

export const districtForm = z.strictObject({ name: textField(80), unit: unitId, codes: optionalText(4000), version: wholeField })
export type DistrictForm = z.infer<typeof districtForm>

export const staffForm = z.strictObject({
  unit: unitId,
  access: choiceField(['in', 'out']),
  phone: optionalText(40),
  email: optionalText(200),
  version: wholeField,
})
export type StaffForm = z.infer<typeof staffForm>
