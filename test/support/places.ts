/** A municipality with a database of its own for each test file, and the ways tests look at it. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { parseMunicipalityCode } from '../../src/kernel/municipality-code.ts'
import { inTransaction, type Tx } from '../../src/platform/db/tx.ts'
import { dayOf, type PlainDate } from '../../src/platform/plain-date.ts'
import { runFeed, type Delivery, type RunPlace, type RunReport } from '../../src/slices/matching/index.ts'
import { registerLines } from '../../src/slices/register/index.ts'
import { openInstallation, type Installation } from '../../src/slices/tenancy/index.ts'

export type TestPlace = RunPlace & {
  readonly installation: Installation
  readonly url: string
  readonly feed: (feed: Delivery['feed'], content: string, options?: Partial<Delivery>) => Promise<RunReport>
  readonly register: (on: string, asOf?: string) => Promise<string[]>
  readonly sql: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>
}

export const date = (text: string): PlainDate => text as PlainDate

/** Does something as the owner of the test server's databases, outside all of them. */
export async function onServer<T>(act: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: inject('databaseUrl') })
  await admin.connect()
  try {
    return await act(admin)
  } finally {
    await admin.end()
  }
}

/** An empty database of the test server. */
export async function newDatabase(): Promise<string> {
  const url = new URL(inject('databaseUrl'))
  const name = `t_${randomBytes(6).toString('hex')}`
  await onServer((admin) => admin.query(`create database ${name} template template0`))
  url.pathname = `/${name}`
  return url.toString()
}

/** The database that an installation is opened with: its municipalities are copies of the one that is migrated already. */
async function newControl(): Promise<string> {
  const url = await newDatabase()
  const template = `${new URL(url).pathname.slice(1)}_template`
  await onServer((admin) => admin.query(`create database ${template} template ${inject('migratedDatabase')}`))
  return url
}

const folders: string[] = []
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A folder that is gone when the test file has run. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lots-case-'))
  folders.push(folder)
  return folder
}

/** A file with the content, gone when the test file has run. */
export function aFile(name: string, content: string | Uint8Array): string {
  const path = join(aFolder(), name)
  writeFileSync(path, content)
  return path
}

const extensions = { population: 'xml', schools: 'json', enrolments: 'csv', diplomas: 'csv' } as const

/** A new municipality 0180 in a database of its own. The caller closes the installation. */
export async function aPlace(): Promise<TestPlace> {
  const installation = await openInstallation({ databaseUrl: await newControl(), dataFolder: '' })
  const code = parseMunicipalityCode('0180')
  if (code === null) throw new Error('0180 is a municipality')
  const { pool, url } = await installation.setUp(code, 'Provstad')
  const place = { code, pool }
  return {
    ...place,
    installation,
    url,
    feed: (feed, content, options = {}) =>
      runFeed(
        place,
        { feed, source: feed, kind: 'full', on: date('2026-11-20'), files: [aFile(`leverans.${extensions[feed]}`, content)], ...options },
        () => {},
      ),
    register: async (on, asOf = 'infinity') =>
      (await registerLines(pool, { municipality: code, on: dayOf(date(on)), asOf, actor: 'prov' })).map((line) =>
        `${line.number} ${line.fromOn} ${line.entryReason} -- ${line.untilOn ?? ''} ${line.exitReason ?? ''}`.trim(),
      ),
    sql: <Row extends object>(text: string, values: unknown[] = []) => inTransaction(pool, (tx: Tx) => tx.query<Row>(text, values), null),
  }
}

type Post = {
  number: string
  on?: string
  municipality?: string
  history?: readonly (readonly [on: string, municipality: string])[]
  cause?: string
  causeOn?: string
  newNumber?: string
  immigratedOn?: string
  secrecy?: string
  protectedRegistration?: string
  given?: string
  street?: string
  postalCode?: string
}

const digits = (text: string): string => text.replaceAll('-', '')
const registration = (on: string, municipality: string): string =>
  `<Folkbokforing><Folkbokforingsdatum>${digits(on)}</Folkbokforingsdatum><LanKod>${municipality.slice(0, 2)}</LanKod><KommunKod>${municipality.slice(2)}</KommunKod></Folkbokforing>`
const optional = (value: string | undefined, text: (value: string) => string): string => (value === undefined ? '' : text(value))

/** One record; what is not given is not mentioned, except the registration (0180 since birth). */
export function aPost({
  number,
  on = `${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}`,
  municipality = '0180',
  ...rest
}: Post): string {
  const ending = optional(
    rest.cause,
    (cause) =>
      `<Avregistrering><AvregistreringsorsakKod>${cause}</AvregistreringsorsakKod>${optional(rest.causeOn, (day) => `<Avregistreringsdatum>${digits(day)}</Avregistreringsdatum>`)}</Avregistrering>`,
  )
  return [
    '<Folkbokforingspost>',
    optional(rest.secrecy, (flag) => `<Sekretessmarkering>${flag}</Sekretessmarkering>`),
    optional(rest.protectedRegistration, (flag) => `<SkyddadFolkbokforing>${flag}</SkyddadFolkbokforing>`),
    `<Personpost><PersonId><PersonNr>${number}</PersonNr></PersonId>`,
    optional(rest.newNumber, (other) => `<HanvisningsPersonNr>${other}</HanvisningsPersonNr>`),
    ending,
    `<Namn><Fornamn>${rest.given ?? 'Prov'}</Fornamn><Efternamn>Provsson</Efternamn></Namn>`,
    registration(on, municipality),
    rest.street === undefined && rest.postalCode === undefined
      ? ''
      : `<Adresser><Folkbokforingsadress>${optional(rest.street, (street) => `<Utdelningsadress2>${street}</Utdelningsadress2>`)}${optional(rest.postalCode, (code) => `<PostNr>${code}</PostNr>`)}</Folkbokforingsadress></Adresser>`,
    optional(rest.immigratedOn, (day) => `<Invandring><Invandringsdatum>${digits(day)}</Invandringsdatum></Invandring>`),
    '</Personpost>',
    rest.history === undefined ? '' : `<Historik>${rest.history.map((past) => registration(...past)).join('')}</Historik>`,
    '</Folkbokforingspost>',
  ].join('')
}

/** A population file. */
export const aPopulation = (...posts: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Navetavisering><Folkbokforingsposter>\n${posts.join('\n')}\n</Folkbokforingsposter></Navetavisering>\n`

/** An enrolments file from rows `number;type;code;unit;start;end;cancelled`. */
export const anEnrolmentsFile = (...rows: string[]): string =>
  `personnummer;skolform;studievagskod;skolenhetskod;startdatum;slutdatum;avbruten\n${rows.map((row) => `${row}\n`).join('')}`

/** A diplomas file from rows `number;type;date`. */
export const aDiplomasFile = (...rows: string[]): string =>
  `personnummer;typ;datum;studievagskod;skolenhetskod\n${rows.map((row) => `${row};;\n`).join('')}`
