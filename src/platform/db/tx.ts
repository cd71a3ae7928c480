/** A transaction: plain SQL in, rows out, and COPY for bulk. Stores take it as their first parameter. */
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

// A date is a calendar day and stays text; bigint ids and counts fit in a number here.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export type Tx = {
  /** Runs one statement; values go as parameters, never into the text. */
  readonly query: <Row extends object = Record<string, never>>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  /** The same, planned once per connection: for statements that every page asks, never for those on temporary tables. */
  readonly prepared: <Row extends object = Record<string, never>>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  /** Runs several statements without parameters. */
  readonly script: (text: string) => Promise<void>
  /** Streams COPY text rows (see `copyRow`) into `COPY ... FROM STDIN`. */
  readonly copyIn: (text: string, rows: AsyncIterable<string> | Iterable<string>) => Promise<void>
}

export type Pool = pg.Pool

const names = new Map<string, string>()

/** A name of its own for each statement text, short enough for PostgreSQL. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `lots_${names.size}`
  names.set(text, name)
  return name
}

const wrap = (client: pg.PoolClient): Tx => ({
  query: async <Row extends object>(text: string, values: readonly unknown[] = []) => (await client.query<Row>(text, [...values])).rows,
  prepared: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await client.query<Row>({ name: nameOf(text), text, values: [...values] })).rows,
  script: async (text) => {
    await client.query(text)
  },
  copyIn: async (text, rows) => {
    await pipeline(Readable.from(rows, { objectMode: true, highWaterMark: 4 }), client.query(copyFrom(text)))
  },
})

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** One row in COPY's text form. Null and undefined are NULL; NUL bytes, which PostgreSQL cannot store, are left out. */
export function copyRow(values: readonly (string | number | boolean | null | undefined)[]): string {
  let row = ''
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (i > 0) row += '\t'
    if (value === null || value === undefined) row += '\\N'
    else if (typeof value === 'string') {
      row += /[\\\t\n\r\0]/.test(value) ? value.replaceAll(/[\\\t\n\r\0]/g, (c) => escapes[c] ?? '') : value
    } else row += String(value)
  }
  return `${row}\n`
}

/** Instants are shown as Swedish time everywhere; what is stored does not depend on it. */
const timezone = 'Europe/Stockholm'
/** Pools whose connections have their role and time zone from the start: their transactions need not set them, and have no other. */
const withRole = new WeakMap<Pool, string>()

export type PoolOptions = {
  /** Most connections at once. */
  readonly max?: number
  /** An idle connection goes after so long: an installation may hold hundreds of municipalities, each with a pool of its own. */
  readonly idleMs?: number
  /** The role of every connection: transactions under that role need not set it, and under another there are none. */
  readonly role?: string
}

/** A pool on one database. Idle clients that the server drops are forgotten instead of ending the process. */
export function openPool(url: string, { max = 4, idleMs = 1_000, role }: PoolOptions = {}): Pool {
  // Staged deliveries live in temp tables: with PostgreSQL's 8 MB they would go by way of the disk.
  const options = `-c temp_buffers=64MB -c work_mem=64MB${role === undefined ? '' : ` -c role=${role} -c timezone=${timezone}`}`
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 15_000, idleTimeoutMillis: idleMs, options })
  pool.on('error', () => {})
  if (role !== undefined) withRole.set(pool, role)
  return pool
}

/** One statement by itself, without the round trips of a transaction: for reads that stand alone, on a pool with a role of its own. */
export const singly = (pool: Pool): Pick<Tx, 'query' | 'prepared'> => ({
  query: async <Row extends object>(text: string, values: readonly unknown[] = []) => (await pool.query<Row>(text, [...values])).rows,
  prepared: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await pool.query<Row>({ name: nameOf(text), text, values: [...values] })).rows,
})

/** A value as SQL text: only for statements that ride along with a transaction's end, which take no parameters. */
export const literal = (value: string | number | null): string =>
  value === null ? 'null' : typeof value === 'number' ? String(value) : pg.escapeLiteral(value)

/** Statements that go with the beginning and with the commit, in the same round trips. */
export type Around<T> = { readonly opening?: string; readonly closing?: (result: T) => string }

/**
 * Runs the work in one transaction under the given role and commits; anything thrown rolls all of it back.
 * A connection that broke is not returned to the pool.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (tx: Tx) => Promise<T>,
  role: string | null = 'lots_app',
  { opening = '', closing }: Around<T> = {},
): Promise<T> {
  const own = withRole.get(pool)
  // What is handed the sealed module's connections cannot read the register by asking for its role, nor the other way round (ADR 0036).
  if (own !== undefined && own !== role) throw new Error(`a pool of ${own} is not used as ${role ?? 'the owner'}`)
  const client = await pool.connect()
  let broken: Error | undefined
  client.on('error', (error) => (broken = error))
  try {
    const settings = own === role ? '' : `set local timezone to '${timezone}'; ${role === null ? '' : `set local role ${role};`}`
    await client.query(`begin; ${settings} ${opening}`)
    const result = await work(wrap(client))
    await client.query(closing === undefined ? 'commit' : `${closing(result)}; commit`)
    return result
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => (broken = rollbackError))
    throw error
  } finally {
    client.removeAllListeners('error')
    client.release(broken)
  }
}
