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

/** `mia` and `tea` move; `hid` moves and is protected; `ova` turned 20 before the day; `ida` stays; of `zoe` only the old register knows. */
export const [mia, hid, ova, ida, zoe, tea] = ['20090314', '20090902', '20060101', '20090412', '20090505', '20090606'].map((born) =>
  aNumber(born),
) as [string, string, string, string, string, string]
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

/**
 * Everything that a municipality's database holds, a line for each row of each table: to see that nothing at all has come. What its worker and its
 * pages write by themselves (sessions, outreach standings) does not happen between two looks here.
 */
export async function everythingIn({ pool }: Town): Promise<readonly string[]> {
  return inTransaction(
    pool,
    async (tx) => {
      const tables = await tx.query<{ name: string }>(
        `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and has_table_privilege(c.oid, 'select') order by 1`,
      )
      const lines: string[] = []
      for (const { name } of tables)
        for (const { row } of await tx.query<{ row: string }>(`select t::text as row from ${name} t`)) lines.push(`${name} ${row}`)
      return lines
    },
    null,
  )
}

const names: Readonly<Record<string, string>> = { [mia]: 'Mia', [hid]: 'Hemliga', [ova]: 'Ova', [zoe]: 'Zoe', [tea]: 'Tea' }

/** Those who have moved from 0180 to 1480, as either register says it. */
export const allMoved = (numbers: readonly string[]): string[] =>
  numbers.map((number) => moved(number, '0180', '1480', names[number] ?? '', number === hid ? { secrecy: 'J' } : {}))

/** What is kept of `mia`: a number, a statement and a measure, which may follow, and a note of a contact and of a measure, which may not. */
async function fillMia(here: Town): Promise<void> {
  const who = 'from worklist.youth where number = $1'
  const staff = `(select id from access.staff limit 1)`
  await here.sql(
    `insert into outreach.way (person_id, kind, value, source, found_on, found_by) select person_id, 'phone', '+46701740611', 'youth', '2026-09-10', 'Prov' ${who}`,
    [mia],
  )
  await here.sql(
    `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, staff_id, by_name, origin, note)
     select person_id, 'phone', true, true, 'reached', '2026-09-11T10:00:00Z', ${staff}, 'Prov', 'hand', 'HEMLIG ANTECKNING' ${who}`,
    [mia],
  )
  await here.sql(
    `insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, origin)
     select person_id, 'work', 'employer', '2026-08-01', '2026-09-11', '2026-12-10', 'prov', 'hand' ${who}`,
    [mia],
  )
  await here.sql(
    `insert into measures.measure (person_id, item_key, item_version, is_exclusive, responsible, placement, origin, by_name, changed_by, from_on, recorded_on, note)
     select y.person_id, 'guidance', 1, false, 'municipality', 'none', 'hand', 'Prov', 'Prov', '2026-08-15', '2026-08-15', 'HEMLIG LAPP'
     from worklist.youth y where y.number = $1`,
    [mia],
  )
}

/** Two municipalities of one installation between which they have moved, with something kept of `mia` that may follow, and something that may not. */
export async function movesBetween(site: TestSite): Promise<{ readonly here: Town; readonly there: Town }> {
  site.later(Date.parse(`${today}T10:00:00Z`) - Date.now())
  const here = await aTown(site, '0180')
  const there = await aTown(site, '1480')
  const stays = aPost({ number: ida, given: 'Ida' })
  await here.populate([...Object.entries(names).map(([number, given]) => aPost({ number, given })), stays], '2026-09-01')
  await here.populate([...allMoved([mia, hid, ova, zoe, tea]), stays])
  // The register there has not heard of Zoe yet.
  await there.populate(allMoved([mia, hid, ova, tea]))
  await fillMia(here)
  return { here, there }
}

export const offeringPage = async (town: Town, number: string): Promise<string> => `/ungdomar/${await town.subject(number)}/overflytt`
export const incomingPage = async (town: Town): Promise<string> => `/overflytt/hit/${await newest(town, 'incoming')}`
