/** The forms about a youth, read once at the edge. What a number or a phone says is read by the rules. */
import { z } from 'zod'
import { choiceField, dateField, optionalDate, optionalText, textField, wholeField } from '../../../platform/form.ts'
import { isRandomId } from '../../../platform/random-id.ts'
import { processes } from '../members/members.types.ts'
import { actorKinds, keptReasons, protections } from './people.types.ts'

const idField = z.string({ error: 'required' }).refine(isRandomId, 'required')
const optionalId = z
  .string()
  .default('')
  .refine((text) => text === '' || isRandomId(text), 'unknown-choice')
  .transform((text) => (text === '' ? null : text))

const particulars = {
  number: textField(20),
  givenName: textField(100),
  familyName: textField(100),
  bornOn: optionalDate,
  protection: choiceField(protections),
  school: optionalText(200),
  phone: optionalText(40),
  email: optionalText(200),
  kept: choiceField(['no', ...keptReasons]),
  keptGround: optionalText(500),
}

export const registerForm = z.strictObject({ ...particulars, unit: optionalId, fromOn: optionalDate })
export type RegisterForm = z.infer<typeof registerForm>

export const particularsForm = z.strictObject({ ...particulars, version: wholeField })
export type ParticularsForm = z.infer<typeof particularsForm>

/** `unit` empty: moves out. */
export const moveForm = z.strictObject({ unit: optionalId, on: dateField })
export type MoveForm = z.infer<typeof moveForm>

export const actorForm = z.strictObject({
  kind: choiceField(actorKinds),
  name: textField(100),
  phone: optionalText(40),
  email: optionalText(200),
  called: choiceField(['yes', 'no']),
  version: wholeField,
})
export type ActorForm = z.infer<typeof actorForm>

export const followForm = z.strictObject({ staff: idField, process: choiceField(processes) })
export type FollowForm = z.infer<typeof followForm>
