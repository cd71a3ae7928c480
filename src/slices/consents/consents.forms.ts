/** The forms of consent, as a browser sends them. */
import { z } from 'zod'
import { choiceField, dateField, manyField, optionalDate, textField } from '../../platform/form.ts'
import { keptField } from '../hygiene/index.ts'
import { inOrder } from './consent.rules.ts'
import { purposes, receiverKinds, waysGiven, type ConsentWish } from './consents.types.ts'

const fields = {
  purpose: choiceField(purposes),
  kind: choiceField(receiverKinds),
  name: textField(120),
  noteKept: keptField,
  fields: manyField,
  how: choiceField(waysGiven),
  givenOn: dateField,
  untilOn: dateField,
  guardianOn: optionalDate,
} as const

/** To be previewed. */
export const consentForm = z.strictObject(fields)
/** To be saved: with the hash of what was previewed. */
export const previewedForm = z.strictObject({ ...fields, previewed: z.string().regex(/^[0-9a-f]{64}$/, 'unknown-choice') })

export type ConsentForm = z.infer<typeof consentForm>
export type PreviewedForm = z.infer<typeof previewedForm>

/** What the form says. */
export const wishOf = ({ purpose, kind, name, fields: ticked, how, givenOn, untilOn, guardianOn }: ConsentForm): ConsentWish => ({
  purpose,
  receiverKind: kind,
  receiverName: name,
  fields: inOrder(ticked),
  how,
  givenOn,
  untilOn,
  guardianOn,
})
