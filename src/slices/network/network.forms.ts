/** What the forms of the network send. */
import { z } from 'zod'
import { choiceField, dateField, manyField, optionalDate, optionalText, textField, wholeField } from '../../platform/form.ts'
import { parsePhone } from '../../platform/phone.ts'
import { askGrounds, partnerKinds, type AgreementContent, type PartnerContent } from './network.types.ts'

const phoneField = optionalText(40).transform((text, context): string | null => {
  if (text === '') return null
  const parsed = parsePhone(text)
  if (parsed.granted) return parsed.value
  context.addIssue({ code: 'custom', message: 'not-a-phone' })
  return z.NEVER
})

const emailField = optionalText(200).transform((text, context): string | null => {
  if (text === '') return null
  if (/^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/.test(text)) return text
  context.addIssue({ code: 'custom', message: 'not-an-address' })
  return z.NEVER
})

export const partnerForm = z.strictObject({
  version: wholeField,
  kind: choiceField(partnerKinds),
  name: textField(120),
  area: optionalText(120),
  offers: optionalText(1000),
  meets: optionalText(300),
  contact: optionalText(120),
  phone: phoneField,
  email: emailField,
  endedOn: optionalDate,
})
export type PartnerForm = z.infer<typeof partnerForm>

/** What the form says of the partner: all of it but the version that was seen. */
export const partnerFrom = ({ kind, name, area, offers, meets, contact, phone, email, endedOn }: PartnerForm): PartnerContent => ({
  kind,
  name,
  area,
  offers,
  meets,
  contact,
  phone,
  email,
  endedOn,
})

export const agreementForm = z.strictObject({
  name: textField(160),
  reference: optionalText(60),
  fromOn: dateField,
  lastOn: optionalDate,
  remindDays: wholeField,
  renews: optionalText(40).transform((text) => (text === '' ? null : text)),
})
export type AgreementForm = AgreementContent

export const meetingForm = z.strictObject({
  heldOn: dateField,
  beginsAt: z
    .string({ error: 'required' })
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time'),
  place: optionalText(120),
})
export type MeetingForm = z.infer<typeof meetingForm>

/** `show`: which of the candidates were looked at, so that the same stand there again. */
export const askForm = z.strictObject({ youth: manyField, ground: choiceField(askGrounds), show: optionalText(20) })
export type AskForm = z.infer<typeof askForm>
