/** A school system that speaks SS 12000 2.1.0 as the standard has it, and as real vendors do when told to be nasty. */
import { setTimeout as wait } from 'node:timers/promises'
import { Hono, type Context } from 'hono'
import { accessControl, type AccessOptions } from './access.ts'
import { nastyPerson, withoutZone, zoneless, type Nasty } from './nasty.ts'
import { byMeta, instantIn, isWrong, pager, type Page, type Wrong } from './paging.ts'
import { aggregated } from './attendance.ts'
import type { Deleted, Organisation, Person, SchoolWorld } from './world.ts'

export type Ss12000Options = AccessOptions & {
  /** The most records on a page, and the number when `limit` is not given; 500 when absent. */
  readonly pageSize?: number
  /** Endpoints this server does not have, and how it says so. */
  readonly notOffered?: Readonly<
    Partial<Record<'/organisations' | '/persons' | '/deletedEntities' | '/aggregatedAttendance', 404 | 405 | 501>>
  >
  readonly nasty?: Nasty
  /** Told of each request: `GET /persons?limit=2`. */
  readonly onRequest?: (line: string) => void
}

const queryOf = (c: Context): URLSearchParams => new URL(c.req.url).searchParams
const problem = (c: Context, status: 400 | 401 | 404 | 405 | 500 | 501, message: string): Response =>
  c.json({ code: String(status), message }, status)

/** The whole server; `startSs12000` gives it a socket. */
export function ss12000App(world: SchoolWorld, options: Ss12000Options = {}): Hono {
  const app = new Hono()
  const access = accessControl(options)
  guard(app, options)
  app.post('/token', access.issue)
  app.use(async (c, next) => (access.admits(c) ? next() : problem(c, 401, 'Åtkomstbevis saknas eller gäller inte.')))
  for (const [path, status] of Object.entries(options.notOffered ?? {})) app.get(path, (c) => problem(c, status, 'Finns inte här.'))
  organisations(app, world, options)
  persons(app, world, options)
  deletedEntities(app, world, options)
  aggregatedAttendance(app, world, options)
  app.notFound((c) => problem(c, 404, 'Posten hittades inte.'))
  return app
}

/** What happens to every request before anyone looks at it. */
function guard(app: Hono, { nasty = {}, onRequest }: Ss12000Options): void {
  let requests = 0
  app.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    onRequest?.(`${c.req.method} ${pathname}${search}`)
    requests++
    if (nasty.slow !== undefined) await wait(nasty.slow)
    if (nasty.serverErrors !== undefined && requests % nasty.serverErrors === 0) return problem(c, 500, 'Tillfälligt fel.')
    return next()
  })
}

const sizeOf = (options: Ss12000Options): number => options.pageSize ?? 500

function organisations(app: Hono, world: SchoolWorld, options: Ss12000Options): void {
  const pages = pager<Organisation>(sizeOf(options))
  app.get('/organisations', (c) => {
    const page = pages(queryOf(c), (query) => byMeta(world.organisations, query))
    if (isWrong(page)) return problem(c, 400, page.wrong)
    const data = options.nasty?.timestampsWithoutZone ? page.items.map(zoneless) : page.items
    return c.json({ data, pageToken: page.token })
  })
}

function persons(app: Hono, world: SchoolWorld, options: Ss12000Options): void {
  const nasty = options.nasty ?? {}
  const pages = pager<Person>(sizeOf(options))
  const all = (): Person[] => world.persons.map((person, index) => nastyPerson(person, index, nasty))
  const sent = (person: Person): Person => (nasty.timestampsWithoutZone ? zoneless(person) : person)
  app.get('/persons', (c) => {
    const page = pages(queryOf(c), (query) => selected(all(), query, nasty))
    return isWrong(page) ? problem(c, 400, page.wrong) : sendPersons(c, page, page.items.map(sent), nasty)
  })
  app.get('/persons/:id', (c) => {
    const found = all().find((person) => person.id === c.req.param('id'))
    return found === undefined ? problem(c, 404, 'Posten hittades inte.') : c.json(sent(found))
  })
}

function selected(all: readonly Person[], query: URLSearchParams, nasty: Nasty): readonly Person[] | Wrong {
  if (nasty.refuseDelta && query.has('meta.modified.after')) return { wrong: 'Filtret meta.modified.after stöds inte.' }
  const found = byMeta(all, query)
  const [first] = 'wrong' in found ? [] : found
  return nasty.duplicates && first !== undefined && !('wrong' in found) ? [...found, first] : found
}

function sendPersons(c: Context, page: Page<Person>, data: readonly Person[], nasty: Nasty): Response {
  const itself = nasty.repeatedTokens && page.number > 1 ? queryOf(c).get('pageToken') : null
  const body = JSON.stringify({ data, pageToken: itself ?? page.token })
  const cut = nasty.truncated === page.number ? body.slice(0, Math.floor(body.length / 2)) : body
  return c.body(cut, 200, { 'content-type': 'application/json' })
}

/** The standard's names for the lists, `activitites` with its misspelling. */
const listNames: Readonly<Record<string, string>> = {
  Absence: 'absences',
  AttendanceEvent: 'attendanceEvents',
  Attendance: 'attendances',
  Grade: 'grades',
  CalendarEvent: 'calendarEvents',
  AttendanceSchedule: 'attendanceSchedules',
  Resource: 'resources',
  Room: 'rooms',
  Activity: 'activitites',
  Duty: 'duties',
  Placement: 'placements',
  StudyPlan: 'studyPlans',
  Programme: 'programmes',
  Syllabus: 'syllabuses',
  SchoolUnitOffering: 'schoolUnitOfferings',
  Group: 'groups',
  Person: 'persons',
  Organisation: 'organisations',
}

function deletedEntities(app: Hono, world: SchoolWorld, options: Ss12000Options): void {
  const nasty = options.nasty ?? {}
  const pages = pager<Deleted>(sizeOf(options))
  app.get('/deletedEntities', (c) => {
    // The flat vendor has no paging either: there is nowhere to put a token.
    if (nasty.flatDeletedEntities) {
      const list = removed(world.deleted, queryOf(c))
      if ('wrong' in list) return problem(c, 400, list.wrong)
      return c.json(nasty.timestampsWithoutZone ? list.map((one) => ({ ...one, deletedAt: withoutZone(one.deletedAt) })) : list)
    }
    const page = pages(queryOf(c), (query) => removed(world.deleted, query))
    return isWrong(page) ? problem(c, 400, page.wrong) : c.json({ data: byList(page.items), pageToken: page.token })
  })
}

function removed(deleted: readonly Deleted[], query: URLSearchParams): readonly Deleted[] | Wrong {
  const after = instantIn(query, 'after')
  if (after !== null && isWrong(after)) return after
  const kinds = query.getAll('entities').flatMap((text) => text.split(','))
  if (kinds.some((kind) => listNames[kind] === undefined)) return { wrong: 'entities innehåller en okänd entitetstyp.' }
  const isAsked = (one: Deleted): boolean => kinds.length === 0 || kinds.includes(one.entityType)
  return deleted.filter((one) => isAsked(one) && (after === null || Date.parse(one.deletedAt) > after.at))
}

function byList(deleted: readonly Deleted[]): Record<string, string[]> {
  const lists: Record<string, string[]> = {}
  for (const { entityType, id } of deleted) {
    const name = listNames[entityType]
    if (name === undefined) throw new Error(`no such kind in SS 12000: ${entityType}`)
    lists[name] = [...(lists[name] ?? []), id]
  }
  return lists
}

function aggregatedAttendance(app: Hono, world: SchoolWorld, options: Ss12000Options): void {
  const pages = pager(sizeOf(options))
  app.get('/aggregatedAttendance', (c) => {
    const page = pages(queryOf(c), (query) => aggregated(world.attendances ?? [], query))
    return isWrong(page) ? problem(c, 400, page.wrong) : c.json({ data: page.items, pageToken: page.token })
  })
}
