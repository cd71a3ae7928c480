/** The web server: security headers on every answer, our own assets and nobody else's, small answers. */
import { serve, type ServerType } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { addPageScripts, pageScript, siteAssets, withAddresses, type Asset, type PageScript } from './assets.ts'
import { codingFor, compressed } from './compression.ts'

/**
 * `formActions`: other origins a form may end up at (the identity provider, when sign-in is posted). `scripts`: those that some pages have
 * besides the one of all pages.
 */
export type SiteOptions = { readonly formActions?: readonly string[]; readonly scripts?: readonly PageScript[] }

/** data: is for the icons that Designsystemet keeps in its style sheet. */
const policy = (formActions: readonly string[]): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    ['form-action', "'self'", ...formActions].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const notUsed =
  'accelerometer autoplay browsing-topics camera display-capture geolocation gyroscope hid idle-detection magnetometer microphone midi payment screen-wake-lock serial usb xr-spatial-tracking'

const headersWith = (formActions: readonly string[]): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': policy(formActions),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': notUsed
    .split(' ')
    .map((name) => `${name}=()`)
    .join(', '),
  'X-Robots-Tag': 'noindex',
})

/** JSX writes none, and without it browsers lay pages out as in 1998. */
const doctype = '<!DOCTYPE html>'
const shortest = 1000

/**
 * Pages get doctype, the assets' present addresses and compression where they are made (`c.html`): opening a finished
 * Response to read it again cost as much as the compression itself.
 */
function finishPages(c: Context): void {
  const finish = (page: string, status?: ContentfulStatusCode, more?: Record<string, string | string[]>): Response => {
    const html = `${doctype}${withAddresses(page)}`
    const coding = html.length < shortest ? null : codingFor(c.req.header('Accept-Encoding'))
    c.header('Content-Type', 'text/html; charset=UTF-8')
    c.header('Vary', 'Accept-Encoding', { append: true })
    if (coding !== null) c.header('Content-Encoding', coding)
    return c.body(coding === null ? html : compressed(html, coding), status, more)
  }
  const draw = (content: { toString: () => string | Promise<string> }, ...rest: never[]): Response | Promise<Response> => {
    const page = content.toString()
    return typeof page === 'string' ? finish(page, ...rest) : page.then((drawn) => finish(drawn, ...rest))
  }
  c.html = ((content: string | Promise<string>, ...rest: never[]) =>
    content instanceof Promise ? content.then((drawn) => draw(drawn, ...rest)) : draw(content, ...rest)) as typeof c.html
}

/** The content may be kept for ever under the address that names it, and must be asked for again under any other. */
function serveAsset(c: Context, { type, address, bodies, scope }: Asset): Response {
  const coding = codingFor(c.req.header('Accept-Encoding'))
  const coded = coding === null ? undefined : bodies[coding]
  const caching = c.req.path === address ? 'public, max-age=31536000, immutable' : 'no-cache'
  const encoding = coded === undefined ? {} : { 'Content-Encoding': coding ?? '' }
  const worker = scope === undefined ? {} : { 'Service-Worker-Allowed': scope }
  return c.body(coded ?? bodies.plain, 200, {
    'Content-Type': type,
    'Cache-Control': caching,
    Vary: 'Accept-Encoding',
    ...encoding,
    ...worker,
  })
}

/** An app with the headers and assets in place. Pages are never stored by browsers or proxies. */
export function newSite({ formActions = [], scripts = [] }: SiteOptions = {}): Hono {
  const app = new Hono()
  const headers = Object.entries(headersWith(formActions))
  app.use('*', async (c, next) => {
    finishPages(c)
    await next()
    for (const [name, value] of headers) c.res.headers.set(name, value)
    if (!c.req.path.startsWith('/assets/')) c.res.headers.set('Cache-Control', 'no-store')
  })
  for (const [name, found] of siteAssets()) {
    app.get(`/assets/${name}`, (c) => serveAsset(c, found))
    app.get(`/assets/:hash/${name}`, (c) => serveAsset(c, found))
    if (name === 'favicon.svg') app.get('/favicon.ico', (c) => serveAsset(c, found))
  }
  addPageScripts(scripts)
  for (const { name } of scripts) {
    const serveScript = (c: Context) => {
      const found = pageScript(name)
      return found === null ? c.notFound() : serveAsset(c, found)
    }
    app.get(`/assets/${name}`, serveScript)
    app.get(`/assets/:hash/${name}`, serveScript)
  }
  return app
}

/** Listens on the loopback address only. Rejects (EADDRINUSE) when somebody else has the port. */
export function listen(app: Pick<Hono, 'fetch'>, port: number): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
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
