/** The shape of a package, for those who receive one: published as a JSON schema, made from this. */
import { z } from 'zod'
import { occupations } from '../ladder/index.ts'
import { packageFormat } from './package.rules.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const packageShape = z.strictObject({
  format: z.literal(packageFormat),
  name: z.strictObject({ given: z.string(), family: z.string() }).optional(),
  birthDate: day.nullable().optional(),
  number: z.string().nullable().optional(),
  address: z.strictObject({ street: z.string(), postalCode: z.string(), locality: z.string() }).optional(),
  phones: z.array(z.string()).optional(),
  emails: z.array(z.string()).optional(),
  occupation: z
    .strictObject({ kind: z.enum(occupations), statedOn: day })
    .nullable()
    .optional(),
  measures: z.array(z.strictObject({ name: z.string(), fromOn: day, untilOn: day.nullable() })).optional(),
  planGoal: z.string().optional(),
})

/** JSON schema (2020-12) of a package. */
export const packageSchema = (): string => `${JSON.stringify(z.toJSONSchema(packageShape, { target: 'draft-2020-12' }), null, 2)}\n`
