/** Whole reads against the simulated school system, over a real socket. */
import { describe, expect, it } from 'vitest'
import { Refused } from '../../../platform/failure.ts'
import { fetchPersons, fetchSchoolUnits } from './ss12000.client.ts'
import { aServer, aSource, changedAt, failureOf, goneId, readAll, since } from './ss12000.testbed.ts'

describe('paging', () => {
  it('reads every page, each next one by its token alone', async () => {
    const set = await aSource()
    const { kind, pages, persons, deleted } = await readAll(set)
    expect(kind).toBe('full')
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1])
    expect(persons).toEqual(set.world.persons)
    expect(deleted).toEqual([])
    expect(set.requests[0]).toBe('GET /persons?limit=2')
    expect(set.requests.slice(1).every((line) => /^GET \/persons\?pageToken=[^&]+$/.test(line))).toBe(true)
    expect(set.requests).toHaveLength(3)
  })

  it('keeps the path of the base address, with or without a closing slash', async () => {
    const paths: string[] = []
    const source = await aServer((c) => {
      paths.push(c.req.path)
      return c.json({ data: [] })
    })
    for (const end of ['/v2.0', '/v2.0/']) await readAll({ source: { ...source, baseUrl: source.baseUrl + end }, lines: [] })
    expect(paths).toEqual(['/v2.0/persons', '/v2.0/persons'])
  })

  it('hands on the same person twice: what that means is not for the client', async () => {
    const set = await aSource({ nasty: { duplicates: true } })
    const { persons } = await readAll(set)
    expect(persons).toHaveLength(6)
    expect(persons[5]).toEqual(persons[0])
  })

  it('fails on a token that comes back', async () => {
    const set = await aSource({ nasty: { repeatedTokens: true } })
    const failure = await failureOf(readAll(set))
    expect(failure).toBeInstanceOf(Refused)
    expect(failure.message).toContain('upprepar samma sida')
    expect(set.requests).toHaveLength(2)
  })

  it('fails on a token that comes back by way of another', async () => {
    const source = await aServer((c) => c.json({ data: [], pageToken: c.req.query('pageToken') === 'a' ? 'b' : 'a' }))
    expect((await failureOf(readAll({ source, lines: [] }))).message).toContain('upprepar samma sida')
  })

  it.each([
    ['a bare list', []],
    ['no list', { data: {} }],
    ['null', null],
    ['a number for a token', { data: [], pageToken: 7 }],
  ])('refuses %s', async (_, body) => {
    const source = await aServer((c) => c.json(body as object))
    expect(await failureOf(readAll({ source, lines: [] }))).toBeInstanceOf(Refused)
  })
})

describe('changes', () => {
  it('asks for what changed since and for the removed', async () => {
    const set = await aSource()
    const { kind, persons, deleted } = await readAll(set, since)
    expect(kind).toBe('changes')
    expect(persons).toEqual([set.world.persons[4]])
    expect(deleted).toEqual([goneId])
    expect(set.requests[0]).toBe(`GET /persons?meta.modified.after=${encodeURIComponent(since)}&limit=2`)
    expect(set.requests.at(-1)).toBe(`GET /deletedEntities?after=${encodeURIComponent(since)}&entities=Person`)
  })

  it('understands the flat list of removed, and only its persons', async () => {
    const set = await aSource({ nasty: { flatDeletedEntities: true, timestampsWithoutZone: true } })
    expect((await readAll(set, since)).deleted).toEqual([goneId])
    const source = await aServer((c) => {
      const group = { entityType: 'Group', id: 'g' }
      return c.json(c.req.path === '/persons' ? { data: [] } : { data: [group, { entityType: 'persons', id: 'p' }], pageToken: null })
    })
    expect((await readAll({ source, lines: [] }, since)).deleted).toEqual(['p'])
  })

  it('reads the removed page by page', async () => {
    const set = await aSource({ pageSize: 1 })
    const other = '00000009-0000-4000-8000-000000000004'
    set.world.deleted.push({ entityType: 'Person', id: other, deletedAt: changedAt })
    expect((await readAll(set, since)).deleted).toEqual([goneId, other])
  })

  it.each([
    ['ids without a kind', ['p']],
    ['ids that are no texts', { data: { persons: [1] } }],
    ['nothing at all', null],
  ])('fails on removed that are %s', async (_, body) => {
    const source = await aServer((c) => c.json(c.req.path === '/persons' ? { data: [] } : (body as object)))
    expect((await failureOf(readAll({ source, lines: [] }, since))).message).toContain('borttagna')
  })

  it.each([404, 405, 501] as const)('takes %i from /deletedEntities as none, and says so', async (status) => {
    const set = await aSource({ notOffered: { '/deletedEntities': status } })
    expect((await readAll(set, since)).deleted).toEqual([])
    expect(set.lines.join()).toContain('berättar inte om borttagna')
    expect(set.requests.filter((line) => line.includes('deletedEntities'))).toHaveLength(1)
  })

  it('reads everybody when the filter is refused, and then asks for no removed', async () => {
    const set = await aSource({ nasty: { refuseDelta: true } })
    const { kind, persons, deleted } = await readAll(set, since)
    expect(kind).toBe('full')
    expect(persons).toEqual(set.world.persons)
    expect(deleted).toEqual([])
    expect(set.lines).toHaveLength(1)
    expect(set.requests.some((line) => line.includes('deletedEntities'))).toBe(false)
  })

  it('does not tell of removals before the pages are read', async () => {
    const { source } = await aSource()
    const fetched = await fetchPersons(source, since)
    expect(() => fetched.deletedPersonIds()).toThrow('before the pages')
    await fetched.pages.return(undefined)
    expect(() => fetched.deletedPersonIds()).toThrow('before the pages')
  })
})

describe('school units', () => {
  it('maps organisation ids to codes and names, and leaves out what has no code', async () => {
    const { source, world } = await aSource({ pageSize: 1 })
    const unit = world.organisations[1]!
    expect([...(await fetchSchoolUnits(source))]).toEqual([[unit.id, { code: unit.schoolUnitCode, name: unit.displayName }]])
  })

  it.each([404, 405, 501] as const)('is empty when organisations answers %i', async (status) => {
    const { source } = await aSource({ notOffered: { '/organisations': status } })
    expect((await fetchSchoolUnits(source)).size).toBe(0)
  })

  it('fails like any read', async () => {
    const { source } = await aSource({ bearerTokens: [] })
    await failureOf(fetchSchoolUnits(source))
  })
})
