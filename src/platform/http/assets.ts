/** Our own assets: one style sheet, one script, one font, one icon. Made once a process, compressed once, addressed by their content. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { buildSync, transformSync, type Loader } from 'esbuild'
import { projectRoot } from '../project.ts'
import type { Coding } from './compression.ts'

/** The parts of Designsystemet that our components use; the whole would be three times as much. */
const designParts = 'button label field input fieldset validation-message error-summary table pagination alert tag chip skip-link'

type Bytes = Uint8Array<ArrayBuffer>
/** `plain` is always there; a coding that would not make it smaller is not. `scope`: what a service worker may look after. */
export type Asset = {
  readonly type: string
  readonly address: string
  readonly bodies: Readonly<Record<'plain', Bytes>> & CodedBodies
  readonly scope?: string | undefined
}
type CodedBodies = { readonly [coding in Coding]?: Bytes }

const ownFile = (name: string): string => join(projectRoot, 'src', 'ui', name)
const packageFile = (name: string): string => createRequire(join(projectRoot, 'package.json')).resolve(name)
const textOf = (path: string): string => readFileSync(path, 'utf8')

const minified = (code: string, loader: Loader): string =>
  transformSync(code, { loader, minify: true, legalComments: 'none', target: loader === 'js' ? 'es2022' : 'esnext' }).code

function styleSheet(fontAddress: string): string {
  const part = (name: string): string => textOf(packageFile(`@digdir/designsystemet-css/${name}.css`))
  const components = designParts.split(' ').map(part).join('\n')
  const [theme, own] = [textOf(ownFile('theme.css')), textOf(ownFile('lots.css'))]
  const all = `${theme}\n@layer ds.base {${part('base')}}\n@layer ds.components {${components}}\n${own}`
  return minified(all.replaceAll('/assets/inter.woff2', fontAddress), 'css')
}

const bytes = (content: Uint8Array): Bytes => new Uint8Array(content)

function asset(name: string, type: string, content: Uint8Array): Asset {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12)
  const plain = bytes(content)
  if (name.endsWith('.woff2')) return { type, address: `/assets/${hash}/${name}`, bodies: { plain } }
  const br = bytes(brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  return { type, address: `/assets/${hash}/${name}`, bodies: { plain, br, gzip: bytes(gzipSync(content, { level: 9 })) } }
}

const fontFile = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'

function makeAssets(): ReadonlyMap<string, Asset> {
  const font = asset('inter.woff2', 'font/woff2', readFileSync(packageFile(fontFile)))
  const text = (name: string, type: string, content: string): Asset => asset(name, `${type}; charset=utf-8`, Buffer.from(content))
  return new Map([
    ['inter.woff2', font],
    ['lots.css', text('lots.css', 'text/css', styleSheet(font.address))],
    ['lots.js', text('lots.js', 'text/javascript', minified(textOf(ownFile('lots.js')), 'js'))],
    ['favicon.svg', text('favicon.svg', 'image/svg+xml', textOf(ownFile('favicon.svg')))],
  ])
}

/** A script that only some pages have, put together from its source when it is first asked for. */
export type PageScript = { readonly name: string; readonly entry: string; readonly scope?: string }

const pageScripts = new Map<string, PageScript>()
const madeScripts = new Map<string, Asset>()

/** Pages may name these scripts too. */
export function addPageScripts(scripts: readonly PageScript[]): void {
  for (const script of scripts) pageScripts.set(script.name, script)
}

function bundled(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    absWorkingDir: projectRoot,
  })
  return outputFiles[0]?.text ?? ''
}

/** A page's own script; null when there is none by that name. */
export function pageScript(name: string): Asset | null {
  const known = madeScripts.get(name)
  const script = pageScripts.get(name)
  if (known !== undefined || script === undefined) return known ?? null
  const content = Buffer.from(bundled(script.entry))
  const found = { ...asset(name, 'text/javascript; charset=utf-8', content), scope: script.scope }
  madeScripts.set(name, found)
  return found
}

let made: ReadonlyMap<string, Asset> | null = null

/** The assets by file name. */
export const siteAssets = (): ReadonlyMap<string, Asset> => (made ??= makeAssets())

/** Pages name assets plainly (`/assets/lots.css`); the head of the answer gets the address that changes with the content. */
export function withAddresses(html: string): string {
  const end = html.indexOf('</head>')
  if (end < 0) return html
  const head = html.slice(0, end).replaceAll(/"\/assets\/([\w.-]+)"/g, (whole, name: string) => {
    const found = siteAssets().get(name) ?? pageScript(name)
    return found === null ? whole : `"${found.address}"`
  })
  return head + html.slice(end)
}
