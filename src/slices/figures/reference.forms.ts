/** The form of a figure from others, checked at the edge: what it is of, the value, and where it was read. */
import { z } from 'zod'
import { indicatorNames } from './registry.rules.ts'

const rowKey = /^[a-zA-Z0-9.-]{1,60}$/

/** A number as people write it: `12,5`, `46 300`. */
const number = z
  .string()
  .transform((text) => text.replaceAll(/[\s\u00A0]/g, '').replace(',', '.'))
  .pipe(z.string().regex(/^\d{1,9}(?:\.\d{1,3})?$/))
  .transform(Number)

export const ReferenceForm = z
  .strictObject({
    key: z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9.-]{0,79}$/),
    name: z.enum(indicatorNames),
    row: z.string().regex(/^[a-zA-Z0-9.-]{1,60}(?:\+[a-zA-Z0-9.-]{1,60}){0,4}$/),
    whole: z
      .string()
      .transform((text) => (text === '' ? null : text))
      .pipe(z.string().regex(rowKey).nullable()),
    period: z.string().regex(/^(?:\d{4}H[12]|\d{4}\/\d{2}|\d{4})$/),
    value: number,
    ofWhom: z.string().trim().min(2).max(120),
    source: z.string().trim().min(5).max(300),
    url: z
      .string()
      .trim()
      .regex(/^https?:\/\/\S{3,390}$/),
  })
  .transform(({ whole, ...form }) => ({ ...form, whole, kind: whole === null ? ('count' as const) : ('percent' as const) }))
  .refine(({ kind, value }) => kind === 'count' || value <= 100, { path: ['value'] })
