/** The published schema is made of the shapes that read what comes. `LOTS_WRITE_SCHEMA=1` writes it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../../platform/project.ts'
import { packageSchema } from './package.forms.ts'

it('docs/api/overflytt.schema.json is what the program reads', () => {
  const file = join(projectRoot, 'docs', 'api', 'overflytt.schema.json')
  const text = `${JSON.stringify(packageSchema(), null, 2)}\n`
  if (process.env['LOTS_WRITE_SCHEMA'] === '1') writeFileSync(file, text)
  expect(readFileSync(file, 'utf8')).toBe(text)
})
