/** The web server: security headers on every answer, our own assets and nobody else's. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { projectRoot } from '../project.ts'

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

type Asset = { readonly type: string; readonly body: () => Uint8Array<ArrayBuffer> }

const bytes = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path))

const packageFile = (name: string): string => createRequire(join(projectRoot, 'package.json')).resolve(name)

const assets: Readonly<Record<string, Asset>> = {
  '/assets/lots.css': { type: 'text/css; charset=utf-8', body: () => bytes(join(projectRoot, 'src', 'ui', 'lots.css')) },
  '/assets/inter.woff2': {
    type: 'font/woff2',
    body: () => bytes(packageFile('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')),
  },
}

/** An app with the headers and assets in place. Pages are never stored by browsers or proxies. */
export function newSite(): Hono {
  const app = new Hono()
  app.use('*', async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    if (!c.req.path.startsWith('/assets/')) c.header('Cache-Control', 'no-store')
  })
  for (const [path, { type, body }] of Object.entries(assets)) {
    app.get(path, (c) => c.body(body(), 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' }))
  }
  return app
}

/** Listens on the loopback address only. Rejects (EADDRINUSE) when somebody else has the port. */
export function listen(app: Hono, port: number): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info) =>
      resolve({
        port: info.port,
        close: () => new Promise((done) => server.close(() => done())),
      }),
    )
    server.on('error', reject)
  })
}
