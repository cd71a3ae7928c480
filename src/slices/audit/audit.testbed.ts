/** What the tests of the log share. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { runner } from 'node-pg-migrate'
import { inTransaction, openPool, type Pool } from '../../platform/db/tx.ts'
import { projectRoot } from '../../platform/project.ts'
import { writeAuditLine } from './index.ts'

type Columns = {
  id: string
  micros: string
  actor: string
  action: string
  outcome: string
  subject: string | null
  run: string | null
  detail: string
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** The instant as it stands in the canonical text, computed from microseconds since 1970 and nothing else. */
function instant(micros: bigint): string {
  const at = new Date(Number(micros / 1_000_000n) * 1000)
  const date = `${at.getUTCFullYear()}-${twoDigits(at.getUTCMonth() + 1)}-${twoDigits(at.getUTCDate())}`
  const time = `${twoDigits(at.getUTCHours())}:${twoDigits(at.getUTCMinutes())}:${twoDigits(at.getUTCSeconds())}`
  return `${date}T${time}.${String(micros % 1_000_000n).padStart(6, '0')}Z AD`
}

/** The chain's hashes in order, recomputed outside the database from the lines' own columns. */
export async function recomputed(pool: Pool): Promise<string[]> {
  const lines = await inTransaction(pool, (tx) =>
    tx.query<Columns>(
      `select l.id::text, (extract(epoch from at) * 1000000)::bigint::text as micros, actor, action, outcome, subject_id::text as subject,
         run_id::text as run, detail::text from audit.link k join audit.line l on l.id = k.line_id order by k.seq`,
    ),
  )
  let previous = Buffer.alloc(32)
  return lines.map(({ id, micros, actor, action, outcome, subject, run, detail }) => {
    const texts = [instant(BigInt(micros)), actor, action, outcome, subject].map((value) => JSON.stringify(value))
    const canonical = `[${[id, ...texts, run ?? 'null', detail].join(', ')}]`
    previous = createHash('sha256').update(previous).update(canonical, 'utf8').digest()
    return previous.toString('hex')
  })
}

/** The hashes as they are stored. */
export const stored = async (pool: Pool): Promise<string[]> =>
  (await inTransaction(pool, (tx) => tx.query<{ hash: string }>(`select encode(hash, 'hex') as hash from audit.link order by seq`))).map(
    ({ hash }) => hash,
  )

/** One transaction that writes the named lines and nothing else. */
export const say = (pool: Pool, ...actors: readonly string[]): Promise<void> =>
  inTransaction(pool, async (tx) => {
    for (const actor of actors) await writeAuditLine(tx, { actor, action: 'prov.say' })
  })

/** A pool wide enough for many at once. The caller ends it. */
export const aWidePool = (url: string): Pool => openPool(url, { max: 20 })

const migrationsBeforeTheChain = 5

/** A municipality's database as it was before the log had a chain. */
export async function migrateBeforeTheChain(url: string): Promise<void> {
  const dir = join(projectRoot, 'migrations', 'municipality')
  await runner({ databaseUrl: url, dir, direction: 'up', count: migrationsBeforeTheChain, migrationsTable: 'migration', log: () => {} })
}
