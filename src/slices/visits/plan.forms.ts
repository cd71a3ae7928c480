/** The forms of planning a round. */
import { z } from 'zod'
import { choiceField, dateField, manyField, optionalText, textField, wholeField } from '../../platform/form.ts'

/** A time of day as people write it: `9:30`, `09.30`, `0930`. */
const written = /^(\d{1,2})[:.]?(\d{2})$/

/** Reads a time of day as `HH:MM`; null when it is none. */
export function readTime(text: string): string | null {
  const [, hour = '', minute = ''] = written.exec(text.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

const timeField = z.string({ error: 'required' }).transform((text, context): string => {
  const time = readTime(text)
  if (time !== null) return time
  context.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : 'not-a-time' })
  return z.NEVER
})

const id = z.string({ error: 'required' }).regex(/^[\da-f-]{36}$/, 'required')

/** When, where and who. `district` '' is the whole municipality, and then `area` says where. */
export const roundForm = z.strictObject({
  on: dateField,
  district: z
    .string()
    .regex(/^\d{0,9}$/, 'unknown-choice')
    .default(''),
  area: optionalText(80),
  startsAt: timeField,
  endsAt: timeField,
  first: id,
  second: id,
  watch: id,
})
export type RoundForm = z.infer<typeof roundForm>
export const changedRoundForm = roundForm.extend({ version: wholeField })

export const addForm = z.strictObject({ youth: manyField.default([]) })
export const searchForm = z.strictObject({ q: optionalText(100) })
export const orderForm = z.strictObject({ order: z.string().regex(/^(?:address|times|(?:up|down):[\da-f-]{36})$/, 'unknown-choice') })
/** One row for each stop: its id and the time written, '' for none. */
export const timesForm = z.strictObject({ stop: manyField, time: manyField })
export const stopForm = z.strictObject({ stop: id })
export const printForm = z.strictObject({ which: choiceField(['missing', 'all']) })
export const deliverForm = z.strictObject({ card: manyField.default([]), on: dateField })
export const noFields = z.strictObject({})
export const alarmForm = z.strictObject({ note: textField(500) })
