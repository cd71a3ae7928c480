/** A city's figures as somebody sees them who opens the page: while nothing is saved, and by whoever comes first after something was. */
import { inTransaction, type Pool } from '../src/platform/db/tx.ts'
import { listen } from '../src/platform/http/site.ts'
import type { PlainDate } from '../src/platform/plain-date.ts'
import { indicatorNames } from '../src/slices/figures/index.ts'
import type { Installation } from '../src/slices/tenancy/index.ts'
import { peakMemoryMb, round } from './measure.ts'
import { load, settle, signedIn, type Site } from './web.ts'
import { writeWork, type WorkCounts } from './work.ts'

export type DashboardRow = {
  readonly page: string
  readonly warmP50: number
  readonly warmP95: number
  readonly coldP50: number
  readonly coldP95: number
  readonly bytes: number
}
export type DashboardResult = WorkCounts & {
  readonly residents: number
  readonly covered: number
  readonly rows: readonly DashboardRow[]
  readonly peakMemoryMb: number
}

type Say = (text: string) => void
type Asked = { readonly port: number; readonly cookie: string }

/** Somebody writes down a call: what was remembered of the figures holds no more. */
const saveSomething = (pool: Pool): Promise<unknown> =>
  inTransaction(pool, (tx) =>
    tx.query(
      `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, origin)
       select person_id, 'phone', true, false, 'noAnswer', now() - interval '1 minute', 'bänk', 'hand' from worklist.youth where from_on is not null
       order by person_id limit 1`,
    ),
  )

/** Milliseconds from the question to the last byte. */
async function answerMs({ port, cookie }: Asked, path: string): Promise<number> {
  const startedAt = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie }, redirect: 'manual' })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return performance.now() - startedAt
}

const at = (sorted: readonly number[], share: number): number => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0, 1)

async function cold(asked: Asked, pool: Pool, path: string, times: number): Promise<readonly number[]> {
  const all: number[] = []
  for (let n = 0; n < times; n++) {
    await saveSomething(pool)
    all.push(await answerMs(asked, path))
  }
  return all.toSorted((a, b) => a - b)
}

async function rowOf(asked: Asked, pool: Pool, page: string, times: number): Promise<DashboardRow> {
  const after = await cold(asked, pool, page, times)
  const warm = await load({ ...asked, paths: [page], connections: 4, requests: 1e9, seconds: 4, pauseMs: 50 })
  if (warm.failed > 0) throw new Error(`${page} failed ${warm.failed} times`)
  return { page, warmP50: warm.p50, warmP95: warm.p95, coldP50: at(after, 0.5), coldP95: at(after, 0.95), bytes: warm.bytes }
}

/** Loads the city with two years of work and asks for each page of figures. `times`: how often each is asked for right after something was saved. */
export async function benchDashboard(
  installation: Installation,
  { folder, residents, times }: { readonly folder: string; readonly residents: number; readonly times: number },
  site: Site,
  say: Say,
): Promise<DashboardResult> {
  say('stadens uppgifter läses')
  const settled = await settle(installation, folder, residents)
  const work = await writeWork(settled.pool, '2024-11-23' as PlainDate, '2026-11-23' as PlainDate)
  await inTransaction(settled.pool, (tx) => tx.script('analyze'), null)
  const cookie = await signedIn(settled)
  const { app, close } = site(installation)
  const { port, close: stop } = await listen(app, 0)
  const rows: DashboardRow[] = []
  for (const page of ['/siffror', ...indicatorNames.map((name) => `/siffror/tal/${name}`)]) {
    say(page)
    rows.push(await rowOf({ port, cookie }, settled.pool, page, times))
  }
  await stop()
  await close()
  return { residents, covered: settled.covered, ...work, rows, peakMemoryMb: peakMemoryMb() }
}
