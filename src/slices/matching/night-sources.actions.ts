/** Configured sources as the night reads them: folders that files are dropped in, and school systems over SS 12000. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { Failure } from '../../platform/failure.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import {
  fetchPersons,
  noMapping,
  parsePerson,
  readMapping,
  type ParsedPerson,
  type ReadContext,
  type Ss12000Auth,
  type Ss12000Source,
} from '../feeds/index.ts'
import { defaultKind, fingerprintOf, type Delivery, type FetchedSchools } from './delivery.actions.ts'
import type { NightSource, RunPlace } from './matching.actions.ts'
import { SourceConfig, type AuthConfig, type FolderConfig, type Ss12000Config } from './source.forms.ts'
import { lastCursor, lastFingerprint, listSources, seenFingerprints, type StoredSource } from './source.store.ts'

/** The files of a folder by name: a full source reads only the newest, a source of changes all that are new, in order. */
async function filesIn(path: string): Promise<string[]> {
  const names = await readdir(path).catch(() => {
    throw new Failure(`Mappen ${path} finns inte eller går inte att läsa.`)
  })
  const files: string[] = []
  for (const name of names.filter((one) => !one.startsWith('.')).sort())
    if ((await stat(join(path, name))).isFile()) files.push(join(path, name))
  return files
}

async function nextOfFolder(pool: Pool, source: StoredSource, config: FolderConfig, on: PlainDate): Promise<Delivery | null> {
  const all = await filesIn(config.path)
  const newest = all.slice(-1)
  const kind = config.read ?? (await defaultKind(source.feed, newest))
  const candidates = kind === 'full' ? newest : all
  // A full file that came before another one may be its correction; a file of changes is never read twice.
  const seen = await inTransaction(pool, async (tx) =>
    kind === 'full' ? new Set([await lastFingerprint(tx, source.name)]) : seenFingerprints(tx, source.name),
  )
  const fresh: string[] = []
  for (const file of candidates) if (!seen.has(await fingerprintOf([file]))) fresh.push(file)
  // One file at a time: each becomes known, or is refused, on its own.
  const file = fresh[0]
  if (file === undefined) return null
  const mapping = config.mapping === undefined ? noMapping : readMapping(config.mapping)
  return { source: source.name, feed: source.feed, kind, on, files: [file], mapping, fingerprint: await fingerprintOf([file]) }
}

function secret(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Failure(`Miljövariabeln ${name} med källans hemlighet saknas.`)
  return value
}

function authOf(config: AuthConfig): Ss12000Auth {
  switch (config.kind) {
    case 'oauth2': {
      const { tokenUrl, clientId, style, scope } = config
      return { kind: 'oauth2', tokenUrl, clientId, clientSecret: secret(config.secretEnv), style, ...(scope !== undefined && { scope }) }
    }
    case 'bearer':
      return { kind: 'bearer', token: secret(config.secretEnv) }
    case 'mtls': {
      const { certFile, keyFile, caFile } = config
      return { kind: 'mtls', certFile, keyFile, ...(caFile !== undefined && { caFile }) }
    }
  }
}

/** Read from five minutes before the last read began: notices and clocks differ between systems. */
const marginMs = 5 * 60_000

async function* parsed(pages: AsyncGenerator<unknown[]>, name: string, context: ReadContext): AsyncGenerator<ParsedPerson[]> {
  let row = 0
  for await (const page of pages) yield page.map((person) => parsePerson(person, `${name}, person ${++row}`, context))
}

async function nextOfServer(pool: Pool, source: StoredSource, config: Ss12000Config, on: PlainDate): Promise<Delivery> {
  const { cursor, lastFullOn } = await inTransaction(pool, (tx) => lastCursor(tx, source.name))
  const fullIsOld = lastFullOn === null || dayOf(on) - dayOf(lastFullOn as PlainDate) >= config.fullEveryDays
  const startedAt = new Date(Date.now() - marginMs).toISOString()
  const read = await fetchPersons({ baseUrl: config.baseUrl, auth: authOf(config.auth) }, fullIsOld ? null : cursor)
  const fetched: FetchedSchools = {
    persons: (context) => parsed(read.pages, source.name, context),
    deletedPupilIds: read.deletedPersonIds,
    cursor: startedAt,
  }
  return { source: source.name, feed: 'schools', kind: read.kind, on, files: [], fetched }
}

/** A configured school system that can be asked for more than persons. `open` reads its secret. */
export type SchoolServer = { readonly name: string; readonly open: () => Ss12000Source }

/** The school systems of the municipality that are asked over SS 12000. */
export async function schoolServers({ pool }: Pick<RunPlace, 'pool'>): Promise<SchoolServer[]> {
  const stored = await inTransaction(pool, listSources)
  return stored.flatMap(({ name, config }) => {
    const way = SourceConfig.parse(config)
    return way.kind === 'ss12000' ? [{ name, open: () => ({ baseUrl: way.baseUrl, auth: authOf(way.auth) }) }] : []
  })
}

/** The night's sources of a municipality. */
export async function nightSources({ pool }: RunPlace, on: PlainDate): Promise<NightSource[]> {
  const stored = await inTransaction(pool, listSources)
  return stored.map((source) => ({
    name: source.name,
    feed: source.feed,
    holdsMany: (source.config as { kind?: string }).kind === 'folder',
    next: async () => {
      const config = SourceConfig.parse(source.config)
      return config.kind === 'folder' ? nextOfFolder(pool, source, config, on) : nextOfServer(pool, source, config, on)
    },
  }))
}
