/** Forward-only SQL migrations of `migrations/`, run by the owner of the database, never by the program's role. */
import { join } from 'node:path'
import { runner } from 'node-pg-migrate'
import { projectRoot } from '../project.ts'

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** Brings a database up to date. Doing it again changes nothing; two at once wait for each other. */
export async function migrate(url: string, folder: 'control' | 'municipality'): Promise<void> {
  await runner({
    databaseUrl: url,
    dir: join(projectRoot, 'migrations', folder),
    direction: 'up',
    migrationsTable: 'migration',
    schema: 'public',
    singleTransaction: true,
    logger: silent,
    verbose: false,
  })
}
