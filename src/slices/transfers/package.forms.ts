/** What envelopes between installations hold, as it is read: nothing besides what is named. The published schema is made of the same shapes. */
import { z } from 'zod'
import { isRealDate } from '../../platform/plain-date.ts'
import { isRawKey } from '../../platform/envelope.ts'

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => isRealDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))))
const number = z.string().regex(/^\d{12}$/)
const code = z.string().regex(/^\d{4}$/)
const short = (longest: number) => z.string().min(1).max(longest)
const many = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).max(200)

/** Carried content: the closed list of the ordinance 2006:39, 4 §. */
export const CarriedShape = z.strictObject({
  number,
  phones: many(z.string().regex(/^\+[1-9]\d{6,14}$/)),
  emails: many(
    z
      .string()
      .regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/)
      .max(300),
  ),
  occupations: many(
    z.strictObject({
      kind: z.enum(['work', 'studies', 'studiesAbroad', 'abroad', 'other', 'none', 'unknown']),
      sinceOn: day.nullable(),
      statedOn: day,
    }),
  ),
  educations: many(z.strictObject({ schoolType: short(20), educationCode: z.string().max(20), startOn: day, endOn: day.nullable() })),
  measures: many(z.strictObject({ content: short(80), fromOn: day, endedOn: day.nullable(), endReason: short(80).nullable() })),
})

/** The offer: nothing at all of anybody. That it is there says all that it says: somebody who has moved. */
export const OfferShape = z.strictObject({})
/** The answer: yes or no, never why. */
export const AnswerShape = z.strictObject({ accepted: z.boolean() })

/** The outside of a file. What is sealed in it is one of the shapes above, by `kind`. */
export const EnvelopeShape = z.strictObject({
  format: z.literal('lots-envelope/1'),
  kind: z.enum(['offer', 'answer', 'content']),
  from: code,
  to: code,
  about: z.uuid(),
  fromKey: z.string().regex(/^[\da-f]{16}$/),
  toKey: z.string().regex(/^[\da-f]{16}$/),
  ephemeral: z.string().refine(isRawKey),
  nonce: z.string().regex(/^[\w-]{16}$/),
  sealed: z.string().regex(/^[\w-]{22,400000}$/),
  signature: z.string().regex(/^[\w-]{86}$/),
})

/** A municipality's public keys, as they are given to another. */
export const KeyShape = z.strictObject({
  format: z.literal('lots-key/1'),
  municipality: code,
  signing: z.string().refine(isRawKey),
  agreement: z.string().refine(isRawKey),
})

const drawn = (shape: z.ZodType): Record<string, unknown> => {
  const { $schema: _schema, ...rest } = z.toJSONSchema(shape, { target: 'draft-2020-12' })
  return rest
}

/** All of it as JSON Schema: `docs/api/overflytt.schema.json`. */
export const packageSchema = (): Record<string, unknown> => {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Överflytt av en ungdom mellan kommuner',
    $ref: '#/$defs/envelope',
    $defs: {
      envelope: drawn(EnvelopeShape),
      key: drawn(KeyShape),
      offer: drawn(OfferShape),
      answer: drawn(AnswerShape),
      content: drawn(CarriedShape),
    },
  }
}
