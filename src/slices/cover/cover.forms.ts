/** The forms of cover. */
import { z } from 'zod'
import { dateField, wholeField } from '../../platform/form.ts'

const staffField = z
  .string({ error: 'required' })
  .transform((text) => text.trim())
  .pipe(
    z
      .string()
      .min(1, 'required')
      .regex(/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/, 'unknown-choice'),
  )

/** Somebody is away from the first day until the first day back. */
export const absenceForm = z.strictObject({ staff: staffField, substitute: staffField, from: dateField, until: dateField })
export type AbsenceForm = z.infer<typeof absenceForm>

export const changeForm = z.strictObject({ substitute: staffField, until: dateField, version: wholeField })
export type ChangeForm = z.infer<typeof changeForm>

export const nothingForm = z.strictObject({})
