/** The half-yearly return of many municipalities, one after another in two lanes, and how much of a night its rehearsal is. */
import { inTransaction } from '../src/platform/db/tx.ts'
import type { PlainDate } from '../src/platform/plain-date.ts'
import { buildReturnFile, rehearse, type ReturnFile } from '../src/slices/returns/index.ts'
import type { Installation } from '../src/slices/tenancy/index.ts'
import type { BenchMunicipality } from './files.ts'
import { cpuSeconds, peakMemoryMb, round, timed } from './measure.ts'
import { inLanes, night, settleNight, type SettledNight } from './night.ts'
import { writeWork } from './work.ts'

export type ReturnResult = {
  readonly municipalities: number
  readonly residents: number
  readonly youths: number
  readonly rows: number
  /** Rows of the five blocks, in their order. */
  readonly blocks: readonly number[]
  readonly megabytes: number
  readonly seconds: number
  /** Of this process; the database has the rest. */
  readonly cpuSeconds: number
  /** The largest municipality by itself, of the seconds. */
  readonly longestSeconds: number
  readonly memoryBeforeMb: number
  readonly peakMemoryMb: number
}

export type RehearsalResult = {
  readonly residents: number
  readonly nightSeconds: number
  readonly rehearsalSeconds: number
  readonly share: number
}

type Say = (text: string) => void
/** All of it has passed on the day that the return is built: some have turned twenty, moved away or gone back to school in it. */
const half = '2026H2'
const builtOn = '2027-01-15' as PlainDate
const [firstOn, secondOn, thirdOn] = ['2026-11-20' as PlainDate, '2026-11-23' as PlainDate, '2026-11-24' as PlainDate]
const [workFrom, workUntil] = ['2025-01-01' as PlainDate, '2027-01-01' as PlainDate]

type Sum = { youths: number; rows: number; bytes: number; longest: number; readonly blocks: number[] }

function add(sum: Sum, { built, bytes }: ReturnFile, seconds: number): void {
  sum.youths += built.counts.youths
  sum.rows += built.counts.rows
  sum.bytes += bytes.length
  sum.longest = Math.max(sum.longest, seconds)
  Object.values(built.counts.blocks).forEach((count, block) => (sum.blocks[block] = (sum.blocks[block] ?? 0) + count))
}

async function buildOne({ place }: SettledNight, sum: Sum): Promise<void> {
  const startedAt = performance.now()
  const made = await buildReturnFile(place, { half, today: builtOn, actor: 'bänk' })
  if (!made.granted) throw new Error(`the return of ${place.code} was refused: ${made.reason}`)
  add(sum, made.value, (performance.now() - startedAt) / 1000)
}

async function settleAll(installation: Installation, folder: string, municipalities: readonly BenchMunicipality[], say: Say) {
  const settled: SettledNight[] = []
  await inLanes(municipalities, async (of) => {
    const one = await settleNight(installation, folder, of)
    await night(one.place, one.first, firstOn)
    await night(one.place, one.second, secondOn)
    await writeWork(one.place.pool, workFrom, workUntil)
    await inTransaction(one.place.pool, (tx) => tx.script('analyze'), null)
    settled.push(one)
    if (settled.length % 20 === 0) say(`uppgifter för ${settled.length} av ${municipalities.length} kommuner`)
  })
  return settled
}

/** Builds the return of every municipality. Nights and work are done before, outside the clock. */
export async function benchReturn(
  installation: Installation,
  folder: string,
  municipalities: readonly BenchMunicipality[],
  say: Say,
): Promise<ReturnResult> {
  const settled = await settleAll(installation, folder, municipalities, say)
  const [memoryBeforeMb, cpuBefore] = [peakMemoryMb(), cpuSeconds()]
  const sum: Sum = { youths: 0, rows: 0, bytes: 0, longest: 0, blocks: [] }
  say('halvårsuppgiften byggs')
  const seconds = await timed(() => inLanes(settled, (one) => buildOne(one, sum)))
  return {
    municipalities: municipalities.length,
    residents: municipalities.reduce((all, { residents }) => all + residents, 0),
    youths: sum.youths,
    rows: sum.rows,
    blocks: sum.blocks,
    megabytes: round(sum.bytes / 1e6, 1),
    seconds: round(seconds),
    cpuSeconds: round(cpuSeconds() - cpuBefore),
    longestSeconds: round(sum.longest),
    memoryBeforeMb,
    peakMemoryMb: peakMemoryMb(),
  }
}

/** An ordinary night of a city that has two years of work, and the rehearsal after it. */
export async function benchRehearsal(
  installation: Installation,
  folder: string,
  municipalities: readonly BenchMunicipality[],
): Promise<RehearsalResult> {
  const [settled] = await settleAll(installation, folder, municipalities, () => {})
  if (settled === undefined) throw new Error('the city was not settled')
  const { place, first, of } = settled
  // As every morning: what was broken yesterday is written down already. What the second night changed is changed back.
  await rehearse(place, secondOn, 'bänk')
  const nightSeconds = await timed(() => night(place, first, thirdOn))
  const rehearsalSeconds = await timed(() => rehearse(place, thirdOn, 'bänk'))
  return {
    residents: of.residents,
    nightSeconds: round(nightSeconds),
    rehearsalSeconds: round(rehearsalSeconds),
    share: round((100 * rehearsalSeconds) / nightSeconds, 1),
  }
}
