/** Forward-only SQL migrations of `migrations/`, run by the owner of the database, never by the program's role. */
import { join } from 'node:path'
import { runner } from 'node-pg-migrate'
import { projectRoot } from '../project.ts'

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** Brings a database up to date. Doing it again changes nothing; two at once wait for each other. `most`: so many steps and no more. */
export async function migrate(url: string, folder: 'control' | 'municipality', most = Infinity): Promise<void> {
  await runner({
    databaseUrl: url,
    count: most,
    dir: join(projectRoot, 'migrations', folder),
    direction: 'up',
    migrationsTable: 'migration',
    schema: 'public',
    singleTransaction: true,
    logger: silent,
    verbose: false,
  })
}
