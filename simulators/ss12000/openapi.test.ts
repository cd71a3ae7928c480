/** Every ordinary answer of the simulator against SIS's own OpenAPI file. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { projectRoot } from '../../src/platform/project.ts'
import { anAttendance, type Nasty } from './index.ts'
import { aWorld, get, nastily, pageOf, simulated, token } from './testbed.ts'

/** Outside the project: the standard's text belongs to SIS and is not ours to carry along. */
const openApiFile = join(projectRoot, '../shared/reference/ss12000/sis-2.1.0/openapi_ss12000_version2_1_0.yaml')

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type list, and its examples do not follow its own schemas. */
function asJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asJsonSchema)
  if (typeof node !== 'object' || node === null) return node
  const { nullable, example: _, ...rest } = node as Record<string, unknown>
  const schema: Record<string, unknown> = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, asJsonSchema(value)]))
  if (nullable === true && typeof schema['type'] === 'string') schema['type'] = [schema['type'], 'null']
  return schema
}

function standard(): (schema: string, body: unknown) => string {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const { components } = parse(readFileSync(openApiFile, 'utf8')) as { components: unknown }
  ajv.addSchema({ $id: 'sis', components: asJsonSchema(components) as object })
  return (schema, body) => {
    const valid = ajv.compile({ $ref: `sis#/components/schemas/${schema}` })
    return valid(body) ? 'valid' : ajv.errorsText(valid.errors)
  }
}

describe.skipIf(!existsSync(openApiFile))('against the OpenAPI file of the standard', () => {
  const validity = existsSync(openApiFile) ? standard() : () => 'the file is not at hand'

  it.each([
    ['/organisations', 'Organisations'],
    ['/organisations?limit=1', 'Organisations'],
    ['/persons', 'PersonsExpanded'],
    ['/persons?limit=2', 'PersonsExpanded'],
    ['/persons?meta.modified.after=2026-08-01T08:00:00Z', 'PersonsExpanded'],
    ['/deletedEntities', 'DeletedEntities'],
    ['/deletedEntities?after=2026-09-01T00:00:00Z&entities=Person', 'DeletedEntities'],
    ['/deletedEntities?limit=1', 'DeletedEntities'],
  ])('%s is valid %s', async (path, schema) => {
    const { status, body } = await get(simulated(aWorld()), path)
    expect(status).toBe(200)
    expect(validity(schema, body)).toBe('valid')
  })

  it('every page to the last is valid', async () => {
    const app = simulated(aWorld())
    for (let path: string | null = '/persons?limit=3'; path !== null;) {
      const page = pageOf(await get(app, path))
      expect(validity('PersonsExpanded', page)).toBe('valid')
      path = page.pageToken === null ? null : `/persons?pageToken=${page.pageToken}`
    }
  })

  it('sums of attendance are valid, and asked for between two days', async () => {
    const world = { ...aWorld(), attendances: [anAttendance({ student: aWorld().persons[0]?.id ?? '', on: '2026-10-01', invalid: 60 })] }
    const { status, body } = await get(simulated(world), '/aggregatedAttendance?startDate=2026-10-01&endDate=2026-10-31')
    expect([status, validity('AggregatedAttendances', body)]).toEqual([200, 'valid'])
    expect((await get(simulated(world), '/aggregatedAttendance?startDate=2026-10-01')).status).toBe(400)
  })

  it('one person is valid', async () => {
    const world = aWorld()
    const { body } = await get(simulated(world), `/persons/${world.persons[0]?.id}`)
    expect(validity('PersonExpanded', body)).toBe('valid')
  })

  it.each([
    ['/persons?pageToken=x', 400, token],
    ['/persons?limit=0', 400, token],
    ['/persons/00000000-0000-4000-8000-000000000000', 404, token],
    ['/nothing', 404, token],
    ['/persons', 401, 'unknown'],
  ])('the error of %s is valid', async (path, expected, bearer) => {
    const { status, body } = await get(simulated(aWorld()), path, bearer)
    expect(status).toBe(expected)
    expect(validity('Error', body)).toBe('valid')
  })

  it('a planted fault is found, so the check is no empty one', async () => {
    const [person] = pageOf(await get(simulated(aWorld()), '/persons')).data
    const withPerson = (fault: object): string => validity('PersonsExpanded', { data: [{ ...person, ...fault }], pageToken: null })
    expect(withPerson({})).toBe('valid')
    expect(withPerson({ id: 'not a uuid' })).not.toBe('valid')
    expect(withPerson({ familyName: undefined })).not.toBe('valid')
    expect(withPerson({ meta: { created: '2026-08-01T08:00:00', modified: '2026-08-01T08:00:00Z' } })).not.toBe('valid')
    expect(withPerson({ enrolments: [{ ...person?.enrolments?.[0], schoolType: 'SUV' }] })).not.toBe('valid')
    expect(validity('PersonsExpanded', { data: [], pageToken: 7 })).not.toBe('valid')
  })

  it.each<[keyof Nasty, string, string]>([
    ['unknownSchoolTypes', '/persons', 'PersonsExpanded'],
    ['flatDeletedEntities', '/deletedEntities', 'DeletedEntities'],
    ['timestampsWithoutZone', '/persons', 'PersonsExpanded'],
  ])('%s does break the standard', async (name, path, schema) => {
    const { body } = await get(nastily({ [name]: true }), path)
    expect(validity(schema, body)).not.toBe('valid')
  })
})
