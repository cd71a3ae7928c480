/** One real PostgreSQL for all tests, without durability, and the program built once. Set up before the first test file. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { embeddedServer } from '../../src/platform/db/embedded.ts'
import { projectRoot } from '../../src/platform/project.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
  }
}

// vitest takes a global set-up as a default export or as `setup`.
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ['tools/build.mjs'], { cwd: projectRoot, stdio: 'inherit' })
  const folder = mkdtempSync(join(tmpdir(), 'lots-test-'))
  const server = await embeddedServer(folder, { fast: true })
  project.provide('databaseUrl', server.url)
  return async () => {
    await server.release()
    rmSync(folder, { recursive: true, force: true })
  }
}
