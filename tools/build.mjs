/**
 * Bundles our own source; packages stay in node_modules. The entry is small, and each command is a part of its own that is read only when it is
 * run. Every file is written beside and renamed, the entry last, so that a killed build leaves no half program.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

const parts = join('dist', 'parts')
const { outputFiles } = await build({
  entryPoints: { lots: 'src/main.ts' },
  outdir: 'dist',
  chunkNames: 'parts/[name]-[hash]',
  write: false,
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: 'inline',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
})

function put(path, content) {
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, content)
  renameSync(beside, path)
}

mkdirSync(parts, { recursive: true })
const entry = join('dist', 'lots.js')
const [built] = outputFiles.filter(({ path }) => basename(path) === 'lots.js')
const now = new Date()
for (const { path, contents } of outputFiles) {
  if (path === built.path) continue
  // The name of a part tells its content: one that is there is the same.
  if (existsSync(path)) utimesSync(path, now, now)
  else put(path, contents)
}
put(entry, built.contents)

// A program that has just been started may still be about to read parts of the build before this one.
const hourMs = 3_600_000
for (const name of readdirSync(parts)) {
  const path = join(parts, name)
  if (statSync(path).mtimeMs < now.getTime() - hourMs) rmSync(path, { force: true })
}
