/** Where the project's own files are, both from the built program and from source. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'migrations'))) return from
  const parent = dirname(from)
  if (parent === from) throw new Error('the project folder was not found')
  return findRoot(parent)
}

/** The folder that holds package.json, migrations and docs. */
export const projectRoot: string = findRoot(import.meta.dirname)
