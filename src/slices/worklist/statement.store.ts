/** Statements put together from parts: Kysely's template keeps every value a parameter, also in a part of a part. */
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'

// It only writes SQL: what runs it is the transaction.
const writer = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export type Part = RawBuilder<unknown>

/** Runs the statement. `often`: planned once a connection; only for statements of few different texts. */
export function ask<Row extends object>(tx: Tx, statement: Part, often = false): Promise<Row[]> {
  const { sql: text, parameters } = statement.compile(writer)
  return often ? tx.prepared<Row>(text, parameters) : tx.query<Row>(text, parameters)
}

/** All of them; true when there are none. */
export const every = (parts: readonly Part[]): Part => (parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`)
