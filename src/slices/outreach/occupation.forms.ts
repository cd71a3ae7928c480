/** What the forms of occupation send: a press that confirms, and a statement written by hand. */
import { z } from 'zod'
import { choiceField, optionalDate, optionalText } from '../../platform/form.ts'
import { occupations } from '../ladder/index.ts'
import { occupationSources } from './occupation.types.ts'

/** Where to go when it is saved: the youth's page, or the page of occupation. */
export const occupationBacks = ['youth', 'page'] as const
export type OccupationBack = (typeof occupationBacks)[number]

export const confirmForm = z.strictObject({
  occupation: z.string().max(60, 'too-long'),
  source: choiceField(occupationSources),
  back: choiceField(occupationBacks).default('youth'),
})
export type ConfirmForm = z.infer<typeof confirmForm>

export const writeForm = z.strictObject({
  kind: choiceField(occupations),
  source: choiceField(occupationSources),
  sinceOn: optionalDate,
  statedOn: optionalDate,
  /** What stood when the form was made. */
  seen: optionalText(60),
  back: choiceField(occupationBacks).default('youth'),
})
export type WriteForm = z.infer<typeof writeForm>
