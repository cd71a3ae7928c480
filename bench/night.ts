/** Our first full read and match, an ordinary night, and the floor, side by side in one run (issue: speed). */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { parseMunicipalityCode } from '../src/kernel/municipality-code.ts'
import type { PlainDate } from '../src/platform/plain-date.ts'
import { runNightly, type NightSource, type RunPlace } from '../src/slices/matching/index.ts'
import type { Installation, Municipality } from '../src/slices/tenancy/index.ts'
import { filesOf, type BenchFiles, type BenchMunicipality } from './files.ts'
import { populationCsv, runFloor } from './floor.ts'
import { peakMemoryMb, round, timed } from './measure.ts'

export type NightResult = {
  readonly name: string
  readonly municipalities: number
  readonly residents: number
  readonly rows: number
  readonly covered: number
  readonly floorTarget: number
  readonly firstSeconds: number
  readonly nightSeconds: number
  readonly floorSeconds: number
  readonly firstRowsPerSecond: number
  readonly nightRowsPerSecond: number
  readonly firstRatio: number
  readonly nightRatio: number
  readonly peakMemoryMb: number
}

const firstOn = '2026-11-20' as PlainDate
const nightOn = '2026-11-23' as PlainDate

const feeds = ['population', 'enrolments', 'diplomas'] as const

/** Two at a time: one core for PostgreSQL, one for us, as on the smallest server it is meant for. */
const lanes = 2

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

type Prepared = { readonly of: BenchMunicipality; readonly place: RunPlace; readonly first: BenchFiles; readonly second: BenchFiles; readonly csv: string; readonly url: string }

async function prepare(installation: Installation, folder: string, of: BenchMunicipality): Promise<Prepared> {
  const code = parseMunicipalityCode(of.code)
  if (code === null) throw new Error(`no municipality can have the code ${of.code}`)
  const municipality: Municipality = await installation.setUp(code, `Bänk ${of.code}`)
  const first = await filesOf(folder, of, 1)
  const second = await filesOf(folder, of, 2)
  return { of, place: municipality, first, second, csv: await populationCsv(first), url: municipality.url }
}

async function night(place: RunPlace, files: BenchFiles, on: PlainDate): Promise<{ rows: number; covered: number }> {
  const sources: NightSource[] = feeds.map((feed) => ({
    name: feed,
    feed,
    next: () => Promise.resolve({ feed, source: feed, kind: 'full', on, files: [files[feed]] }),
  }))
  const report = await runNightly(place, sources, on, () => {})
  if (report.state !== 'done') throw new Error(`the night of ${place.code} ended as ${report.state}`)
  return { rows: report.sources.reduce((sum, one) => sum + one.rows, 0), covered: report.covered }
}

/** An empty database for the floor beside the municipality's own, made outside the clock. */
async function floorDatabase(url: string, code: string): Promise<string> {
  const own = new URL(url)
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`drop database if exists floor_${code}`)
  await admin.query(`create database floor_${code}`)
  await admin.end()
  own.pathname = `/floor_${code}`
  return own.toString()
}

export type NightBench = { readonly name: string; readonly municipalities: readonly BenchMunicipality[] }

/** Measures one size. The database must be empty of these municipalities. */
export async function benchNight(installation: Installation, folder: string, { name, municipalities }: NightBench, say: (text: string) => void): Promise<NightResult> {
  const prepared: Prepared[] = []
  for (const of of municipalities) {
    prepared.push(await prepare(installation, folder, of))
    if (prepared.length % 20 === 0) say(`${name}: filer för ${prepared.length} av ${municipalities.length} kommuner`)
  }
  const floors = new Map<string, string>()
  for (const { of, url } of prepared) floors.set(of.code, await floorDatabase(url, of.code))
  let [rows, covered, floorTarget] = [0, 0, 0]
  say(`${name}: golvet`)
  const floorSeconds = await timed(() =>
    inLanes(prepared, async ({ of, first, csv }) => {
      const target = await runFloor(floors.get(of.code) ?? '', first, csv)
      floorTarget += target
    }),
  )
  say(`${name}: första läsningen`)
  const firstSeconds = await timed(() => inLanes(prepared, async ({ place, first }) => {
      const read = await night(place, first, firstOn)
      rows += read.rows
    }))
  say(`${name}: en vanlig natt`)
  const nightSeconds = await timed(() => inLanes(prepared, async ({ place, second }) => {
      const read = await night(place, second, nightOn)
      covered += read.covered
    }))
  for (const { of } of prepared) rmSync(join(folder, `${of.code}-${of.residents}-1`), { recursive: true, force: true })
  return {
    name,
    municipalities: municipalities.length,
    residents: municipalities.reduce((sum, { residents }) => sum + residents, 0),
    rows,
    covered,
    floorTarget,
    firstSeconds: round(firstSeconds),
    nightSeconds: round(nightSeconds),
    floorSeconds: round(floorSeconds),
    firstRowsPerSecond: Math.round(rows / firstSeconds),
    nightRowsPerSecond: Math.round(rows / nightSeconds),
    firstRatio: round(firstSeconds / floorSeconds, 1),
    nightRatio: round(nightSeconds / floorSeconds, 1),
    peakMemoryMb: peakMemoryMb(),
  }
}
