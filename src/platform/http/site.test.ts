/** What every answer carries, and how small it is. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { codingFor } from './compression.ts'
import { newSite } from './site.ts'

const page = `<html><head><link href="/assets/lots.css"/><script src="/assets/lots.js"></script></head><body>${'Hej åäö "/assets/lots.css". '.repeat(100)}</body></html>`

function site(formActions: string[] = []) {
  const app = newSite({ formActions })
  app.get('/', (c) => c.html(page))
  app.get('/kort', (c) => c.html('<html><head></head><body>Hej</body></html>', 418))
  app.get('/data', (c) => c.json({ text: 'x'.repeat(5000) }))
  return app
}

const ask = async (path: string, accepted = '') => site().request(path, { headers: { 'Accept-Encoding': accepted } })
const bodyOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

describe('a page', () => {
  it('comes in the best coding the browser accepts, the same in all', async () => {
    const [plain, gzip, br] = await Promise.all([ask('/'), ask('/', 'gzip, deflate'), ask('/', 'gzip, deflate, br, zstd')])
    expect([plain, gzip, br].map(({ headers }) => headers.get('Content-Encoding'))).toEqual([null, 'gzip', 'br'])
    const text = (await bodyOf(plain)).toString()
    expect(gunzipSync(await bodyOf(gzip)).toString()).toBe(text)
    expect(brotliDecompressSync(await bodyOf(br)).toString()).toBe(text)
    expect(br.headers.get('Vary')).toBe('Accept-Encoding')
  })

  it('is standards mode, with hashed addresses in the head and nothing changed in the body', async () => {
    const text = await (await ask('/')).text()
    expect(text).toMatch(/^<!DOCTYPE html><html><head><link href="\/assets\/[\w-]{12}\/lots\.css"/)
    expect(text).toMatch(/src="\/assets\/[\w-]{12}\/lots\.js"/)
    expect(text.match(/Hej åäö "\/assets\/lots\.css"/g)).toHaveLength(100)
  })

  it('is never stored or indexed, keeps its status, and leaves other answers alone', async () => {
    const short = await ask('/kort', 'br')
    expect([short.status, short.headers.get('Content-Encoding')]).toEqual([418, null])
    expect(short.headers.get('Cache-Control')).toBe('no-store')
    expect(short.headers.get('X-Robots-Tag')).toBe('noindex')
    expect((await (await ask('/data', 'br')).text()).startsWith('{')).toBe(true)
  })

  it('is finished in the same way when it tells of a fault, drawn late or at once', async () => {
    const app = site()
    app.get('/sen', (c) => c.html(Promise.resolve(page)))
    app.get('/fel', () => {
      throw new Error('hemligt')
    })
    app.notFound((c) => c.html(page, 404))
    app.onError((_, c) => c.html(page, 500))
    for (const [path, status] of [
      ['/sen', 200],
      ['/finns-inte', 404],
      ['/fel', 500],
    ] as const) {
      const answer = await app.request(path, { headers: { 'Accept-Encoding': 'br' } })
      expect([answer.status, answer.headers.get('Content-Encoding'), answer.headers.get('Cache-Control')]).toEqual([
        status,
        'br',
        'no-store',
      ])
      expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
      expect(brotliDecompressSync(await bodyOf(answer)).toString()).toMatch(/^<!DOCTYPE html><html>.*Hej/)
    }
  })

  it('may post to itself, and to the identity provider when there is one', async () => {
    const policyOf = async (formActions: string[]) => (await site(formActions).request('/')).headers.get('Content-Security-Policy')
    expect(await policyOf([])).toContain("form-action 'self';")
    expect(await policyOf(['https://idp.example'])).toContain("form-action 'self' https://idp.example;")
    expect(await policyOf([])).toContain("script-src 'self';")
  })
})

describe('an asset', () => {
  it('is kept for ever under the address of its content only', async () => {
    const [, address = ''] = /href="([^"]+lots\.css)"/.exec(await (await ask('/')).text()) ?? []
    expect((await ask(address)).headers.get('Cache-Control')).toContain('immutable')
    expect((await ask('/assets/lots.css')).headers.get('Cache-Control')).toBe('no-cache')
    expect((await ask('/assets/older-hash-1/lots.css')).headers.get('Cache-Control')).toBe('no-cache')
  })

  it('is small: the first visit without the font stays below 35 kB', async () => {
    const sizes = await Promise.all(
      ['lots.css', 'lots.js', 'favicon.svg'].map(async (name) => (await bodyOf(await ask(`/assets/${name}`, 'br'))).length),
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20_000)
    expect((await bodyOf(await ask('/assets/lots.js', 'gzip'))).length).toBeLessThan(3000)
  })

  it('asks nobody else for anything', async () => {
    const css = await (await ask('/assets/lots.css')).text()
    expect(css.match(/url\("?(?!data:)[^)]*\)/g)).toEqual([expect.stringMatching(/^url\(\/assets\/[\w-]{12}\/inter\.woff2\)$/)])
    expect(css).not.toContain('@import')
    expect((await ask('/favicon.ico')).headers.get('Content-Type')).toContain('svg')
  })
})

describe('the coding', () => {
  it('is what is accepted', () => {
    expect(codingFor(undefined)).toBeNull()
    expect(codingFor('identity')).toBeNull()
    expect(codingFor('br;q=0, gzip')).toBe('gzip')
    expect(codingFor('GZIP;q=0.5')).toBe('gzip')
    expect(codingFor('br;q=0.0, gzip; q=0')).toBeNull()
    expect(codingFor('abrakadabra, xgzip')).toBeNull()
  })
})
