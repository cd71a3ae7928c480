/** What the forms of coding send. The first page's fields come along to the second, which asks the rest. */
import { z } from 'zod'
import { choiceField, dateField, optionalDate, optionalText, wholeField } from '../../platform/form.ts'
import { keptField } from '../hygiene/index.ts'
import { codingEvents, heardWays, strikeReasons, type CodingDraft } from './coding.types.ts'

const clock = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/

/** Minutes since midnight, or null when nothing was written. */
const optionalTime = z
  .string()
  .default('')
  .transform((text, context): number | null => {
    if (text.trim() === '') return null
    const [, hours, minutes] = clock.exec(text.trim()) ?? []
    if (hours !== undefined && minutes !== undefined) return Number(hours) * 60 + Number(minutes)
    context.addIssue({ code: 'custom', message: 'not-a-time' })
    return z.NEVER
  })

const first = {
  event: z.enum(codingEvents, { error: 'choose-event' }),
  on: dateField,
  at: optionalTime,
  heard: z.enum(heardWays, { error: 'choose-heard' }),
}
/** Asked on the second page, and carried when somebody goes back to change. */
const second = { sinceOn: optionalDate, untilOn: optionalDate, ground: optionalText(1000) }

/** The first page: what happened. */
export const eventForm = z.strictObject({ ...first, ...second })
export type EventForm = z.infer<typeof eventForm>

/** The second: with the convention that was shown, and what was kept of what the text was flagged for. */
export const saveForm = z.strictObject({
  ...first,
  ...second,
  convention: z.string().max(40),
  version: wholeField,
  noteKept: keptField,
})
export type SaveForm = z.infer<typeof saveForm>

/** Going back to change: everything as it was typed. */
export const backForm = z.strictObject({
  ...Object.fromEntries(
    ['event', 'on', 'at', 'heard', 'sinceOn', 'untilOn', 'convention', 'version'].map((name) => [name, optionalText(60)]),
  ),
  ground: optionalText(2000),
  noteKept: z.string().optional(),
})

/** Striking: a reason of a few. */
export const strikeForm = z.strictObject({ why: choiceField(strikeReasons) })

/** The form as the actions take it. */
export const draftOf = ({ event, on, at, heard, sinceOn, untilOn, ground }: EventForm): CodingDraft => ({
  event,
  on,
  minute: at,
  heard,
  sinceOn,
  untilOn,
  ground,
})
