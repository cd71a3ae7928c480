/** Our first full read and match, an ordinary night, and the floor, side by side in one run (issue: speed). */
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

/** Does the work for all of them, two at a time. */
export async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** A municipality that is set up, with its files of two rounds. */
export type SettledNight = {
  readonly of: BenchMunicipality
  readonly place: RunPlace
  readonly first: BenchFiles
  readonly second: BenchFiles
  readonly url: string
}
type Prepared = SettledNight & { readonly csv: string }

export async function settleNight(installation: Installation, folder: string, of: BenchMunicipality): Promise<SettledNight> {
  const code = parseMunicipalityCode(of.code)
  if (code === null) throw new Error(`no municipality can have the code ${of.code}`)
  const municipality: Municipality = await installation.setUp(code, `Bänk ${of.code}`)
  const first = await filesOf(folder, of, 1)
  const second = await filesOf(folder, of, 2)
  return { of, place: municipality, first, second, url: municipality.url }
}

async function prepare(installation: Installation, folder: string, of: BenchMunicipality): Promise<Prepared> {
  const settled = await settleNight(installation, folder, of)
  return { ...settled, csv: await populationCsv(settled.first) }
}

/** A night with the files, known on the day. */
export async function night(place: RunPlace, files: BenchFiles, on: PlainDate): Promise<{ rows: number; covered: number }> {
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

type Say = (text: string) => void

async function prepareAll(installation: Installation, folder: string, { name, municipalities }: NightBench, say: Say): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const of of municipalities) {
    prepared.push(await prepare(installation, folder, of))
    if (prepared.length % 20 === 0) say(`${name}: filer för ${prepared.length} av ${municipalities.length} kommuner`)
  }
  return prepared
}

/** Does the work for all of them, and says how long it took and what it summed up to. */
async function measured(
  prepared: readonly Prepared[],
  work: (one: Prepared) => Promise<number>,
): Promise<{ seconds: number; sum: number }> {
  let sum = 0
  const seconds = await timed(() =>
    inLanes(prepared, async (one) => {
      const part = await work(one)
      sum += part
    }),
  )
  return { seconds, sum }
}

/** Measures one size. The database must be empty of these municipalities. */
export async function benchNight(installation: Installation, folder: string, bench: NightBench, say: Say): Promise<NightResult> {
  const { name, municipalities } = bench
  const prepared = await prepareAll(installation, folder, bench, say)
  const floors = new Map<string, string>()
  for (const { of, url } of prepared) floors.set(of.code, await floorDatabase(url, of.code))
  say(`${name}: golvet`)
  const floor = await measured(prepared, ({ of, first, csv }) => runFloor(floors.get(of.code) ?? '', first, csv))
  say(`${name}: första läsningen`)
  const first = await measured(prepared, async (one) => (await night(one.place, one.first, firstOn)).rows)
  say(`${name}: en vanlig natt`)
  const ordinary = await measured(prepared, async (one) => (await night(one.place, one.second, nightOn)).covered)
  return {
    name,
    municipalities: municipalities.length,
    residents: municipalities.reduce((sum, { residents }) => sum + residents, 0),
    rows: first.sum,
    covered: ordinary.sum,
    floorTarget: floor.sum,
    firstSeconds: round(first.seconds),
    nightSeconds: round(ordinary.seconds),
    floorSeconds: round(floor.seconds),
    firstRowsPerSecond: Math.round(first.sum / first.seconds),
    nightRowsPerSecond: Math.round(first.sum / ordinary.seconds),
    firstRatio: round(first.seconds / floor.seconds, 1),
    nightRatio: round(ordinary.seconds / floor.seconds, 1),
    peakMemoryMb: peakMemoryMb(),
  }
}
