/** Municipalities that a youth moves between, in one installation or in two, for tests of transfers. Numbers are Skatteverket's test pattern. */
import { aNumber } from '../../../test/support/feed-files.ts'
import { aFile, aPopulation, aPost, date } from '../../../test/support/places.ts'
import { visitorWith, type TestSite, type Visitor } from '../../../test/support/web.ts'
import type { Role } from '../../kernel/actor.ts'
import { parseMunicipalityCode } from '../../kernel/municipality-code.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { signIn } from '../access/index.ts'
import { runFeed } from '../matching/index.ts'
import { tendTransfers } from './tend.actions.ts'

/** `mia` moves; `hid` moves and is protected; `ova` turned 20 before the day; `ida` stays. */
export const [mia, hid, ova, ida, zoe] = ['20090314', '20090902', '20060101', '20090412', '20090505'].map((born) => aNumber(born)) as [
  string,
  string,
  string,
  string,
  string,
]
export const today = '2026-11-20'

export type Town = {
  readonly code: string
  readonly pool: Pool
  readonly staff: Visitor
  readonly signedIn: (held: readonly Role[]) => Promise<Visitor>
  readonly populate: (posts: readonly string[], on?: string) => Promise<void>
  readonly sql: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>
  /** The subject id of the one with the number. */
  readonly subject: (number: string) => Promise<string>
}

/** A municipality of the site's installation, with somebody signed in who may do all of it. */
export async function aTown(site: TestSite, text: string): Promise<Town> {
  const code = parseMunicipalityCode(text)
  if (code === null) throw new Error(`${text} is a municipality`)
  const { pool } = text === site.place.code ? site.place : await site.place.installation.setUp(code, `Stad ${text}`)
  const signedIn: Town['signedIn'] = async (held) => {
    const said = { issuer: 'prov', subject: held.join('-'), name: `Prov ${text}`, roles: held, unit: null, acr: null, idToken: 'x' }
    const token = await signIn(pool, { ...said, authenticatedAt: Date.now() })
    if (!token.granted) throw new Error(`the test visitor was not let in: ${token.reason}`)
    return visitorWith(site.app, code, token.value)
  }
  const sql: Town['sql'] = <Row extends object>(query: string, values: unknown[] = []) =>
    inTransaction(pool, (tx: Tx) => tx.query<Row>(query, values), null)
  return {
    code: text,
    pool,
    staff: await signedIn(['coordinator', 'systemCoordinator']),
    signedIn,
    sql,
    populate: async (posts, on = today) => {
      const files = [aFile('folk.xml', aPopulation(...posts))]
      await runFeed({ code, pool }, { feed: 'population', source: 'population', kind: 'full', on: date(on), files }, () => {})
    },
    subject: async (number) =>
      (await sql<{ subject: string }>('select subject_id as subject from worklist.youth where number = $1', [number]))[0]?.subject ?? '',
  }
}

/** Somebody who lived in one municipality until a day, and in another since. */
export const moved = (number: string, from: string, to: string, given: string, more: { readonly secrecy?: string } = {}): string =>
  aPost({
    number,
    given,
    municipality: to,
    on: '2026-10-01',
    history: [[`${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}`, from]],
    ...more,
  })

/** The worker's tick of each town, some times over. `outside`: towns that are in no installation with each other. */
export async function tick(towns: readonly Town[], now = new Date(`${today}T10:00:00Z`), { outside = false } = {}): Promise<void> {
  const placeOf = (code: string) => Promise.resolve(outside ? null : (towns.find((one) => one.code === code) ?? null))
  for (let nth = 0; nth < 2; nth += 1) for (const { code, pool } of towns) await tendTransfers({ code, pool }, placeOf, now)
}

/** The newest transfer id of a table. */
export const newest = async (town: Town, table: 'incoming' | 'outgoing'): Promise<string> =>
  (
    await town.sql<{ id: string }>(
      `select transfer_id as id from transfers.${table} order by ${table === 'incoming' ? 'received_at' : 'offered_at'} desc limit 1`,
    )
  )[0]?.id ?? ''
