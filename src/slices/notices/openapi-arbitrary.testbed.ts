/** Everything that a JSON Schema allows, made at random: what a program could send that has read the document and nothing else. */
import fc from 'fast-check'
import { at, type Json } from './openapi-client.testbed.ts'

const dates = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

function textOf(schema: Json): fc.Arbitrary<string> {
  const {
    pattern,
    format,
    minLength = 0,
    maxLength = 40,
  } = schema as {
    readonly pattern?: string
    readonly format?: string
    readonly minLength?: number
    readonly maxLength?: number
  }
  if (format === 'date') return dates
  const all = pattern === undefined ? fc.string({ unit: 'grapheme', minLength, maxLength }) : fc.stringMatching(new RegExp(pattern, 'u'))
  return all.filter((text) => text.length >= minLength && text.length <= maxLength)
}

function objectOf(schema: Json): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Json>>)
  const requiredKeys = (schema['required'] ?? []) as string[]
  return fc.record(Object.fromEntries(properties.map(([name, one]) => [name, allowedBy(one)])), { requiredKeys })
}

function numberOf(schema: Json): fc.Arbitrary<number> {
  const [min, max] = [Number(schema['minimum'] ?? -1e9), Number(schema['maximum'] ?? 1e9)]
  return schema['type'] === 'integer' ? fc.integer({ min, max }) : fc.oneof(fc.double({ min, max, noNaN: true }), fc.constantFrom(min, max))
}

/** Values that the schema allows. @throws for a schema with words that are not known here: it would be made of less than it says. */
export function allowedBy(schema: Json): fc.Arbitrary<unknown> {
  const choices = (schema['oneOf'] ?? schema['anyOf']) as readonly Json[] | undefined
  if (choices !== undefined) return fc.oneof(...choices.map(allowedBy))
  if ('const' in schema) return fc.constant(schema['const'])
  if ('enum' in schema) return fc.constantFrom(...(schema['enum'] as readonly unknown[]))
  switch (schema['type']) {
    case 'object':
      return objectOf(schema)
    case 'array':
      return fc.array(allowedBy(at(schema, 'items') as Json), { maxLength: Number(schema['maxItems'] ?? 5) })
    case 'string':
      return textOf(schema)
    case 'number':
    case 'integer':
      return numberOf(schema)
    case 'boolean':
      return fc.boolean()
    default:
      throw new Error(`nothing is known of ${JSON.stringify(schema)}`)
  }
}
