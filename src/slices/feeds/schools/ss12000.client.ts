/**
 * Reads pupils and school units from a school system over SS 12000:2020 (2.1.0), formats/FEEDS.md 2.
 * Persons are handed on as they came: what they mean, and what is wrong with them, is for the stage that follows.
 */
import { asObject, bodiesFrom, bodyOf, isNotOffered, notAsAgreed, openSession, recordsOf, type Session } from './ss12000.session.ts'
import type { FetchedPersons, Log, SchoolUnit, Ss12000Source } from './ss12000.types.ts'

export type { FetchedPersons, Log, SchoolUnit, Ss12000Source } from './ss12000.types.ts'

const silent: Log = () => undefined
const limitOf = (source: Ss12000Source): string => String(source.pageSize ?? 1000)

/**
 * Asks for the persons changed after `since`, or for everybody when it is null or the source cannot filter on changes.
 * The first page is fetched before this returns, since only its answer tells which of the two it became.
 * @throws Failure here or from `pages`: then the read as a whole has failed and nothing of it may be applied
 */
export async function fetchPersons(source: Ss12000Source, since: string | null, log: Log = silent): Promise<FetchedPersons> {
  const session = openSession(source, log)
  const limit = limitOf(source)
  if (since !== null) {
    const first = await session.get('/persons', { 'meta.modified.after': since, limit })
    if (first.ok || first.status !== 400) {
      return fetched('changes', session, bodyOf(session, '/persons', first), () => deletedPersons(session, since, log))
    }
    log(`Skolkällan ${session.host} kan inte svara på bara ändringar (400). Läser alla elever i stället.`)
  }
  const first = bodyOf(session, '/persons', await session.get('/persons', { limit }))
  return fetched('full', session, first, async () => [])
}

/** Removals are read last, so that somebody removed while the pages were read is among them. */
function fetched(kind: FetchedPersons['kind'], session: Session, first: unknown, removals: () => Promise<string[]>): FetchedPersons {
  let removed: readonly string[] | null = null
  async function* pages(): AsyncGenerator<unknown[]> {
    for await (const body of bodiesFrom(session, '/persons', first)) yield recordsOf(session, '/persons', body)
    removed = await removals()
  }
  const deletedPersonIds = (): readonly string[] => {
    if (removed === null) throw new Error('deletedPersonIds was asked before the pages were read to their end')
    return removed
  }
  return { kind, pages: pages(), deletedPersonIds }
}

const removalsPath = '/deletedEntities'

async function deletedPersons(session: Session, since: string, log: Log): Promise<string[]> {
  const answer = await session.get(removalsPath, { after: since, entities: 'Person' })
  if (isNotOffered(answer)) {
    log(`Skolkällan ${session.host} berättar inte om borttagna elever. De upptäcks först när alla elever läses.`)
    return []
  }
  const ids = new Set<string>()
  for await (const body of bodiesFrom(session, removalsPath, bodyOf(session, removalsPath, answer))) {
    for (const id of removedIn(session, body)) ids.add(id)
  }
  return [...ids]
}

/** The standard groups ids by kind, `{data:{persons:[id]}}`; some servers list them flat, `[{entityType,id,deletedAt}]`. */
function removedIn(session: Session, body: unknown): string[] {
  const data = Array.isArray(body) ? body : asObject(body)?.['data']
  const ids = Array.isArray(data) ? flatlyRemoved(data) : asObject(data) && (asObject(data)?.['persons'] ?? [])
  if (Array.isArray(ids) && ids.every((id) => typeof id === 'string')) return ids
  throw notAsAgreed(session, removalsPath, 'svarade med en lista över borttagna som inte går att tolka')
}

/** Null when an entry does not say what kind it is: taking it for something else would lose a removal. */
function flatlyRemoved(list: readonly unknown[]): unknown[] | null {
  const entries = list.map(asObject)
  if (entries.some((entry) => typeof entry?.['entityType'] !== 'string')) return null
  return entries.filter((entry) => /^persons?$/i.test(String(entry?.['entityType']))).map((entry) => entry?.['id'])
}

/**
 * School units by organisation id. A source that does not offer organisations gives an empty map.
 * @throws Failure when the list could not be read to its end
 */
export async function fetchSchoolUnits(source: Ss12000Source, log: Log = silent): Promise<ReadonlyMap<string, SchoolUnit>> {
  const session = openSession(source, log)
  const path = '/organisations'
  const units = new Map<string, SchoolUnit>()
  const answer = await session.get(path, { limit: limitOf(source) })
  if (isNotOffered(answer)) return units
  for await (const body of bodiesFrom(session, path, bodyOf(session, path, answer))) {
    for (const record of recordsOf(session, path, body)) {
      const unit = schoolUnitIn(record)
      if (unit !== null) units.set(unit.id, { code: unit.code, name: unit.name })
    }
  }
  return units
}

/** Only school units have a code; principals, areas and brands in the same list have none. */
function schoolUnitIn(record: unknown): (SchoolUnit & { readonly id: string }) | null {
  const { id, schoolUnitCode, displayName } = asObject(record) ?? {}
  const code = typeof schoolUnitCode === 'string' ? schoolUnitCode.trim() : ''
  if (typeof id !== 'string' || code === '') return null
  return { id, code, name: typeof displayName === 'string' && displayName.trim() !== '' ? displayName.trim() : code }
}
