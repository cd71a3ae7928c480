/** What the forms of contacts send. The quick call log sends fewer fields of the same form. */
import { z } from 'zod'
import { choiceField, optionalDate, optionalText, tickField } from '../../platform/form.ts'
import { keptField } from '../hygiene/index.ts'
import { agreedSteps, channels, occupations, outcomes } from '../ladder/index.ts'
import { parseClock } from './contact-time.rules.ts'
import { directions } from './contact.types.ts'

/** Where to go when it is saved: the history, the youth's page, or the list that the call was made from. */
export const returns = ['contacts', 'youth', 'list'] as const
export type Return = (typeof returns)[number]

/** One of the choices, or null when nothing was chosen. */
const optionalChoice = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.union([z.literal('').transform(() => null), choiceField(choices)], { error: 'unknown-choice' }).default(null)

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/
const optionalId = z
  .union([z.literal('').transform(() => null), z.string().regex(uuid, 'unknown-choice')], { error: 'unknown-choice' })
  .default(null)

const optionalTime = z
  .string()
  .default('')
  .transform((text, context): number | null => {
    if (text.trim() === '') return null
    const minute = parseClock(text)
    if (minute !== null) return minute
    context.addIssue({ code: 'custom', message: 'not-a-time' })
    return z.NEVER
  })

/** A contact. */
export const contactForm = z.strictObject({
  channel: choiceField(channels),
  direction: choiceField(directions).default('weContacted'),
  outcome: choiceField(outcomes),
  on: optionalDate,
  at: optionalTime,
  way: optionalId,
  second: optionalId,
  occupation: optionalChoice(occupations),
  nextStep: optionalChoice(agreedSteps),
  nextOn: optionalDate,
  department: optionalText(30),
  note: optionalText(500),
  noteKept: keptField,
  /** The quick call log: its own form comes back when something is wrong. */
  quick: tickField,
  back: choiceField(returns).default('contacts'),
  /** The list's query, to come back to the same view. */
  view: optionalText(2000),
})
export type ContactForm = z.infer<typeof contactForm>

/** Undoing carries where to go and nothing else. */
export const undoForm = z.strictObject({ back: choiceField(returns).default('contacts'), view: optionalText(2000) })
export type UndoForm = z.infer<typeof undoForm>

/** Striking: the reason. */
export const strikeForm = z.strictObject({ why: optionalText(200), noteKept: keptField })
