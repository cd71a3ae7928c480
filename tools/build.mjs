/** Bundles our own source into one file; packages stay in node_modules. Written beside and renamed, so a killed build leaves no half program. */
import { renameSync, mkdirSync } from 'node:fs'
import { build } from 'esbuild'

mkdirSync('dist', { recursive: true })
const outfile = `dist/lots.${process.pid}.js`
await build({
  entryPoints: ['src/main.ts'],
  outfile,
  bundle: true,
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
renameSync(outfile, 'dist/lots.js')
