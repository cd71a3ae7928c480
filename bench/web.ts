/** The product in a city: worklist, person page and start page under load, bytes of a first visit, and memory over many requests. */
import { spawn } from 'node:child_process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Hono } from 'hono'
import { parseMunicipalityCode } from '../src/kernel/municipality-code.ts'
import { inTransaction, type Pool } from '../src/platform/db/tx.ts'
import { listen } from '../src/platform/http/site.ts'
import type { PlainDate } from '../src/platform/plain-date.ts'
import { signIn } from '../src/slices/access/index.ts'
import { runNightly, type NightSource } from '../src/slices/matching/index.ts'
import type { Installation } from '../src/slices/tenancy/index.ts'
import { city, filesOf } from './files.ts'
import type { LoadOrder, LoadResult } from './load.ts'
import { round } from './measure.ts'

export type WebRow = LoadResult & { readonly page: string; readonly connections: number; readonly pauseMs: number }
export type WebResult = {
  readonly residents: number
  readonly covered: number
  readonly rows: readonly WebRow[]
  readonly firstVisitBytes: Readonly<Record<string, number>>
  /** Heap in use after a collection, in MB, by number of requests answered. */
  readonly heapMb: Readonly<Record<string, number>>
}

type Say = (text: string) => void
export type Settled = { readonly code: string; readonly pool: Pool; readonly covered: number }

/** A city with a night behind it, two units, and districts by postal code. */
export async function settle(installation: Installation, folder: string, residents: number): Promise<Settled> {
  const [of] = city(residents)
  const code = parseMunicipalityCode(of?.code ?? '')
  if (of === undefined || code === null) throw new Error('the city has no code')
  const { pool } = await installation.setUp(code, 'Bänkstad')
  await inTransaction(pool, (tx) =>
    tx.script(`insert into organisation.unit (name) values ('Väst'), ('Öst');
      insert into organisation.district (name, unit_id) select 'Område ' || n, 1 + n % 2 from generate_series(1, 9) n;
      insert into organisation.route (district_id, first_code, last_code) select n, n * 10000, n * 10000 + 9999 from generate_series(1, 9) n`),
  )
  const files = await filesOf(folder, of, 1)
  const on = '2026-11-20' as PlainDate
  const sources: NightSource[] = (['population', 'enrolments', 'diplomas'] as const).map((feed) => ({
    name: feed,
    feed,
    next: () => Promise.resolve({ feed, source: feed, kind: 'full', on, files: [files[feed]] }),
  }))
  const { covered } = await runNightly({ code, pool }, sources, on, () => {})
  await inTransaction(pool, (tx) => tx.script('analyze'), null)
  return { code, pool, covered }
}

/** The load comes from a process of its own, so that it does not share our event loop. */
export function load(order: LoadOrder): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [process.argv[1] ?? '', 'bench', 'load'], { stdio: ['pipe', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(output) as LoadResult) : reject(new Error(`the load ended with ${code}`)),
    )
    child.stdin.end(JSON.stringify(order))
  })
}

function heapMb(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return round(process.memoryUsage().heapUsed / 1e6, 1)
}

/** What a first visit fetches besides fonts, as the wire carries it. */
async function firstVisit(app: Hono, cookie: string): Promise<Record<string, number>> {
  const headers = { cookie, 'accept-encoding': 'br, gzip' }
  const size = async (path: string) => (await (await app.request(path, { headers })).arrayBuffer()).byteLength
  const html = await (await app.request('/ungdomar', { headers: { cookie } })).text()
  const linked = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
  const sizes: Record<string, number> = { '/ungdomar': await size('/ungdomar') }
  for (const path of new Set(linked)) sizes[path.replace(/\/assets\/[^/]+\//, '')] = await size(path)
  return { ...sizes, total: Object.values(sizes).reduce((sum, one) => sum + one, 0) }
}

/** Somebody who sees the whole municipality: the most work a page can be. Returns the cookie. */
export async function signedIn({ code, pool }: Settled): Promise<string> {
  const claims = { issuer: 'bänk', subject: 'bänk', name: 'Bänk', roles: ['coordinator'], unit: 'Väst', acr: null, idToken: '' } as const
  const token = await signIn(pool, { ...claims, authenticatedAt: Date.now() })
  if (!token.granted) throw new Error('the bench was not let in')
  return `__Host-lots=${code}.${token.value}`
}

type Paths = Readonly<Record<'worklist' | 'person' | 'start', readonly string[]>>

async function pathsOf({ pool }: Settled): Promise<Paths> {
  const subjects = await inTransaction(pool, (tx) =>
    tx.query<{ id: string }>(
      'select subject_id as id from worklist.seen(null, false) where from_on is not null order by subject_id limit 2000',
    ),
  )
  return {
    worklist: [
      '/ungdomar',
      '/ungdomar?sida=3',
      '/ungdomar?sort=namn',
      '/ungdomar?lage=avslutade',
      '/ungdomar?lista=forfallet',
      '/ungdomar?sort=nadd',
    ],
    person: subjects.map(({ id }) => `/ungdomar/${id}`),
    start: ['/'],
  }
}

type Asked = { readonly port: number; readonly cookie: string }

/** Full throttle, and at the pace of very busy people: ten pages a second from each connection at most. */
const shapes = [
  { connections: 20, pauseMs: 0 },
  { connections: 20, pauseMs: 100 },
  { connections: 100, pauseMs: 0 },
  { connections: 100, pauseMs: 1000 },
]

async function measureRows(asked: Asked, paths: Paths, say: Say): Promise<WebRow[]> {
  const order = { ...asked, requests: 1e9, seconds: 8 }
  const all = [...paths.worklist, ...paths.person, ...paths.start]
  await load({ ...order, paths: all, connections: 20, pauseMs: 0, seconds: 6 })
  const rows: WebRow[] = []
  for (const shape of shapes) {
    for (const page of ['worklist', 'person', 'start'] as const) {
      say(`${page}, ${shape.connections} förbindelser, paus ${shape.pauseMs} ms`)
      rows.push({ page, ...shape, ...(await load({ ...order, ...shape, paths: paths[page] })) })
    }
  }
  return rows
}

async function measureHeap(asked: Asked, paths: Paths, most: number, say: Say): Promise<Record<string, number>> {
  const mixed = [...paths.worklist, ...paths.start, ...paths.person.slice(0, 500)]
  const steps = [0, most / 10, most / 2, most]
  const heap: Record<string, number> = {}
  for (const [index, step] of steps.entries()) {
    const requests = step - (steps[index - 1] ?? 0)
    if (requests > 0) await load({ ...asked, paths: mixed, connections: 20, requests, seconds: 3600, pauseMs: 0 })
    heap[String(step)] = heapMb()
    say(`minne efter ${step.toLocaleString('sv-SE')} frågor: ${heap[String(step)]} MB`)
  }
  return heap
}

type Size = { readonly folder: string; readonly requests: number }
export type Site = (installation: Installation) => { app: Hono; close: () => Promise<void> }

/** Loads the city and measures. `site` makes the product's app on the installation. */
export async function benchWeb(installation: Installation, { folder, requests }: Size, site: Site, say: Say): Promise<WebResult> {
  const residents = 40_000
  say('stadens uppgifter läses')
  const settled = await settle(installation, folder, residents)
  const [cookie, paths] = [await signedIn(settled), await pathsOf(settled)]
  const { app, close } = site(installation)
  const { port, close: stop } = await listen(app, 0)
  const rows = await measureRows({ port, cookie }, paths, say)
  const heap = await measureHeap({ port, cookie }, paths, requests, say)
  const firstVisitBytes = await firstVisit(app, cookie)
  await stop()
  await close()
  return { residents, covered: settled.covered, rows, firstVisitBytes, heapMb: heap }
}
