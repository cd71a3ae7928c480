/** Every route with every role: each cell of the permission matrix is tried, and every page about a youth leaves its line in the log. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Role } from '../../src/kernel/actor.ts'
import { outlets } from '../../src/kernel/disclosure.ts'
import { isSealed } from '../../src/kernel/permission.ts'
import { projectRoot } from '../../src/platform/project.ts'
import type { DeclaredRoute } from '../../src/slices/access/index.ts'
import { usual } from '../../src/slices/measures/measures.testbed.ts'
import { inDays, written } from '../../src/slices/plans/plan-site.testbed.ts'
import { sends } from '../support/outreach-steps.ts'
import { isAllowed, permissionTable } from '../support/permission-table.ts'
import { aPopulation, aPost } from '../support/places.ts'
import { aSite, type TestSite, type Visitor } from '../support/web.ts'

const number = '200803142389'
const protectedNumber = '200809022395'
let site: TestSite
let subject = ''
let hiddenSubject = ''
/** Ids of the youth's own, by the place in a path. */
let own: Readonly<Record<string, string>> = {}
let visitors: Map<Role, Visitor>

const open = aPost({ number, given: 'Synlig', street: 'Provgatan 1' })
const hidden = aPost({ number: protectedNumber, given: 'Hemliga', street: 'Dolda vägen 7', secrecy: 'J' })

const firstOf = async (sql: string, values: unknown[] = []): Promise<string> => {
  const [row] = await site.place.sql<{ id: string }>(sql, values)
  return row?.id ?? ''
}
const subjectOf = (of: string): Promise<string> => firstOf('select subject_id as id from worklist.youth where number = $1', [of])

/** A plan to follow up today, a measure that should have ended, and a proposal in a round: all that the desks list. */
async function agreedWith(youth: string): Promise<Readonly<Record<string, string>>> {
  const [holder, path] = [visitorOf('protectedHandler'), `/ungdomar/${youth}`]
  await sends(holder, `${path}/plan/skriv`, written())
  await sends(holder, `${path}/atgarder/ny?insats=guidance`, usual({ from: inDays(-2), until: inDays(-1) }))
  const measure = await firstOf('select m.measure_id as id from measures.measure m order by m.id desc limit 1')
  await sends(holder, `${path}/atgarder/ny?insats=youthEmployment`, usual({ item: 'youthEmployment', from: inDays(1) }))
  const present = await firstOf(`select id from access.staff where roles = '{coordinator}'`)
  await sends(visitorOf('coordinator'), '/atgarder/rundor', { on: inDays(0), present })
  return { measure, round: await firstOf('select r.round_id as id from measures.round r order by r.id desc limit 1') }
}

beforeAll(async () => {
  site = await aSite()
  await site.place.sql(`insert into organisation.unit (name) values ('Väst')`)
  await site.place.feed('population', aPopulation(open, hidden))
  subject = await subjectOf(number)
  hiddenSubject = await subjectOf(protectedNumber)
  visitors = new Map()
  for (const role of roles) visitors.set(role, await site.signedIn([role], { unit: 'Väst' }))
  for (const youth of [hiddenSubject, subject]) own = await agreedWith(youth)
})
afterAll(() => site.close())

const visitorOf = (role: Role): Visitor => {
  const found = visitors.get(role)
  if (found === undefined) throw new Error(`nobody has the role ${role}`)
  return found
}

type PlaceKind = 'id' | 'number' | 'word'

const places = /:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g
const kindOf = (pattern: string): PlaceKind =>
  /a-f/.test(pattern) ? 'id' : /\\d|0-9/.test(pattern) && !/a-z/.test(pattern) ? 'number' : 'word'
/** The first of those that a place may be, when its pattern names them: `{pdf|xlsx|csv}`. */
const firstNamed = (pattern: string): string | undefined => /^\{(\w+)(?:\|\w+)+\}$/.exec(pattern)?.[1]
type Filling = Readonly<Record<PlaceKind, string>> & { readonly own?: Readonly<Record<string, string>> }
const filledWith = ({ path }: DeclaredRoute, by: Filling): string =>
  path.replaceAll(places, (_, name: string, pattern = '') => by.own?.[name] ?? firstNamed(pattern) ?? by[kindOf(pattern)])

/** A path with something real in its places: the youth and what is the youth's, else a number. */
const filled = (route: DeclaredRoute): string => filledWith(route, { id: subject, number: '1', word: 'x1', own })

/** What nobody has: an id that was never given, and what is no id at all. */
const nowhere = [
  { id: '00000000-0000-4000-8000-000000000000', number: '2147483647', word: 'finns-inte' },
  { id: 'abc-', number: '99999999999999999999', word: '%00' },
]

const ask = (role: Role, route: DeclaredRoute) =>
  route.method === 'GET' ? visitorOf(role).get(filled(route)) : visitorOf(role).send(filled(route))

/** Those that end the session of whoever tries them. */
const isEnding = ({ path }: DeclaredRoute): boolean => path === '/logga-ut'

describe('the permission matrix', () => {
  it('is what docs/permissions.md says', () => {
    const file = join(projectRoot, 'docs', 'permissions.md')
    const table = permissionTable(site.declared)
    if (process.env['LOTS_WRITE_PERMISSIONS'] === '1') writeFileSync(file, table)
    expect(readFileSync(file, 'utf8')).toBe(table)
  })

  it('lets each role in where it may, and nowhere else', async () => {
    const wrong: string[] = []
    let cells = 0
    for (const route of site.declared) {
      if (isEnding(route)) continue
      for (const role of roles) {
        cells++
        const { status, location } = await ask(role, route)
        // Whoever has no morning here is led to where their menu begins; a program's door asks for a client of its own, to somebody signed in it is
        // as shut, or not there.
        const isClosed = route.permit === 'client' && [401, 404].includes(status)
        const isDenied = status === 403 || isClosed || (route.path === '/' && location === '/uppfoljning')
        if (isDenied === isAllowed(role, route) || status >= 500) wrong.push(`${role} ${route.method} ${filled(route)}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(cells).toBeGreaterThan(150)
    expect(site.reported).toEqual([])
  })

  it('is closed to somebody who is not signed in', async () => {
    // The language may be chosen before signing in: it is a cookie then.
    for (const route of site.declared.filter(({ path, permit }) => path !== '/sprak' && permit !== 'public' && permit !== 'client')) {
      const { status, headers } = await site.app.request(filled(route), { method: route.method })
      expect([status, headers.get('location')?.startsWith('/logga-in')], route.path).toEqual([303, true])
    }
  })

  it('says that there is nothing where an address leads nowhere, and never breaks', async () => {
    const everything = await site.signedIn(roles, { unit: 'Väst' })
    const wrong: string[] = []
    // The sealed module's own pages are tried with its own roles (src/slices/followup).
    for (const route of site.declared.filter(({ path, permit }) => path.includes(':') && !isSealed(permit))) {
      for (const by of nowhere) {
        const path = filledWith(route, by)
        const { status } = await (route.method === 'GET' ? everything.get(path) : everything.send(path))
        // A short way to a page leads there first.
        const isTold = route.method === 'GET' && route.shows !== 'settings' ? [303, 404].includes(status) : status < 500
        if (!isTold) wrong.push(`${route.method} ${path}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(site.reported).toEqual([])
  })

  it('puts every refusal on record', async () => {
    const [before] = await site.place.sql<{ n: number }>(`select count(*)::int as n from audit.line where action = 'access.deny'`)
    await visitorOf('counsellor').get('/installningar')
    const [after] = await site.place.sql<{ n: number }>(`select count(*)::int as n from audit.line where action = 'access.deny'`)
    expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(1)
  })
})

describe('a page that shows youths', () => {
  const showing = () =>
    site.declared.filter(
      ({ method, shows, permit }) => method === 'GET' && (shows === 'person' || shows === 'persons') && !isSealed(permit),
    )

  it('leaves a line in the log, without anything personal in it', async () => {
    for (const route of showing()) {
      const role = roles.find((one) => isAllowed(one, route)) ?? 'coordinator'
      const [before] = await site.place.sql<{ id: number }>('select coalesce(max(id), 0)::int as id from audit.line')
      const { status } = await visitorOf(role === 'counsellor' ? 'coordinator' : role).get(filled(route))
      const lines = await site.place.sql<{ action: string; detail: object }>('select action, detail from audit.line where id > $1', [
        before?.id,
      ])
      if (status === 200) expect(lines.length, `${route.path} as ${role}`).toBeGreaterThan(0)
      expect(JSON.stringify(lines)).not.toMatch(/Synlig|Hemliga|Provgatan|Dolda|20080314|20080902/)
    }
  })

  it('has nothing personal in its title', async () => {
    for (const route of showing()) {
      const { html } = await visitorOf('coordinator').get(filled(route))
      expect(/<title>(.*?)<\/title>/.exec(html)?.[1] ?? '', route.path).not.toMatch(/Synlig|Hemliga|2008/)
    }
  })

  it('never shows a protected youth to somebody without the right, on any page there is', async () => {
    for (const route of site.declared.filter(({ method }) => method === 'GET')) {
      for (const role of roles.filter((one) => one !== 'protectedHandler')) {
        const { html } = await visitorOf(role).get(filled(route).replace(subject, hiddenSubject))
        expect(html, `${role} ${route.path}`).not.toMatch(/Hemliga|Dolda vägen|080902|2395/)
      }
    }
  })

  it('names an outlet of the gate, and every page outlet of the gate has its page', () => {
    const used = new Set(site.declared.flatMap((route) => ('outlet' in route ? [route.outlet] : [])))
    expect(outlets.filter((outlet) => outlet.endsWith('.page') && !used.has(outlet))).toEqual([])
  })
})
