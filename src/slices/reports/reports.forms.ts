/** What the pages of reports send. */
import { z } from 'zod'
import { dateField, optionalText, wholeField } from '../../platform/form.ts'
import { dimensions, indicatorNames } from '../figures/index.ts'
import { reportKinds } from './report.rules.ts'

export const publishForm = z.strictObject({
  kind: z.enum(reportKinds, { error: 'unknown-choice' }),
  year: wholeField,
  note: optionalText(500),
})
export type PublishForm = z.infer<typeof publishForm>

export const figureForm = z.strictObject({
  figure: z.enum(indicatorNames, { error: 'unknown-choice' }),
  from: dateField,
  to: dateField,
  by: z.enum(['', ...dimensions], { error: 'unknown-choice' }).default(''),
  note: optionalText(500),
})
export type FigureForm = z.infer<typeof figureForm>

export const againForm = z.strictObject({})
