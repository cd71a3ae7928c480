/** One real PostgreSQL for all tests, without durability, with a migrated database to copy, and the program built once. Set up before the first test file. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { embeddedServer } from '../../src/platform/db/embedded.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { projectRoot } from '../../src/platform/project.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
    /** The name of a municipality's database as the migrations leave it. */
    migratedDatabase: string
  }
}

async function migratedDatabase(serverUrl: string): Promise<string> {
  const name = 'migrated'
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`create database ${name} template template0`)
  await admin.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  await migrate(url.toString(), 'municipality')
  return name
}

// vitest takes a global set-up as a default export or as `setup`.
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ['tools/build.mjs'], { cwd: projectRoot, stdio: 'inherit' })
  const folder = mkdtempSync(join(tmpdir(), 'lots-test-'))
  const server = await embeddedServer(folder, { fast: true })
  project.provide('databaseUrl', server.url)
  project.provide('migratedDatabase', await migratedDatabase(server.url))
  return async () => {
    await server.release()
    rmSync(folder, { recursive: true, force: true })
  }
}
