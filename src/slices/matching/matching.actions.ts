/** Runs: one at a time per municipality, each on record from its first moment to its last (FEEDS.md 5; DOMAIN.md 3.6). */
import { clearLine, exit, type ExitCode } from '../../platform/failure.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { listSettings, settingsFrom, type MunicipalitySettings } from '../settings/index.ts'
import { deliver, StoppedByGuard, type Delivery, type Progress } from './delivery.actions.ts'
import { alone } from './lock.actions.ts'
import type { RunKind, RunReport, RunState, SourceReport } from './matching.types.ts'
import { recordMovements } from './movement.store.ts'
import { recompute } from './recompute.actions.ts'
import { closeInterruptedRuns, countOpenExceptions, finishRun, insertRead, insertRun, reserveReadId, sourceAge } from './run.store.ts'

/** A municipality as a run needs it. `patience`: how many seconds a change by hand waits for a running night; ten minutes unless said. */
export type RunPlace = { readonly code: string; readonly pool: Pool; readonly patience?: number }

/** A source that the night fetches itself: what it delivers now, or null when there is nothing new. */
export type NightSource = {
  readonly name: string
  readonly feed: Delivery['feed']
  readonly next: () => Promise<Delivery | null>
  /** A folder may hold several deliveries that are new: all of them are read, in order. */
  readonly holdsMany?: boolean
}

const readSettings = async (tx: Tx): Promise<MunicipalitySettings> => settingsFrom(await listSettings(tx, 'infinity'))

async function begin(pool: Pool, kind: RunKind, on: PlainDate): Promise<number> {
  return inTransaction(pool, async (tx) => {
    await closeInterruptedRuns(tx)
    return insertRun(tx, kind, on)
  })
}

const noCounts = { rows: 0, people: 0, new: 0, changed: 0, ended: 0, unchanged: 0, rejected: 0, exceptions: 0 }

function unread(delivery: Delivery, error: unknown): SourceReport | null {
  if (error instanceof StoppedByGuard) return error.report
  const clear = clearLine(error)
  if (clear === null || (clear.exitCode !== exit.refused && delivery.fetched === undefined)) return null
  const { source, feed, kind } = delivery
  return { source, feed, kind, state: 'refused', reason: clear.message, ageDays: null, ...noCounts }
}

const failedReport = ({ source, feed, kind }: Delivery): SourceReport => ({
  source,
  feed,
  kind,
  state: 'failed',
  ageDays: null,
  ...noCounts,
  reason: 'Internt fel när källan lästes. Inget av den är använt; de andra källorna är lästa.',
})

/** Puts a stopped or refused read on record; what it tried to change is already rolled back. */
async function recordUnread(pool: Pool, delivery: Delivery, report: SourceReport, runId: number): Promise<SourceReport> {
  return inTransaction(pool, async (tx) => {
    const fingerprint = delivery.fingerprint ?? null
    await insertRead(
      tx,
      await reserveReadId(tx),
      { ...delivery, knownAt: new Date().toISOString(), fingerprint, cursor: null },
      report.state === 'failed' ? { ...report, state: 'refused' } : report,
    )
    const outcome = report.state === 'stopped' ? 'stopped-by-guard' : 'refused'
    await writeAuditLine(tx, { actor: 'nattkörning', action: 'feeds.read', outcome, runId, detail: { source: delivery.source } })
    return { ...report, ageDays: await sourceAge(tx, delivery.source, delivery.on) }
  })
}

type Outcome = {
  sources: SourceReport[]
  recomputed: number
  movements: Awaited<ReturnType<typeof recordMovements>>
  openExceptions: number
}

const actorOf = (kind: RunKind): string => (kind === 'feed' ? 'lots feed' : 'nattkörning')

async function settle(tx: Tx, { runId, on, kind }: Header): Promise<Pick<Outcome, 'movements' | 'openExceptions'>> {
  const movements = await recordMovements(tx, runId, on)
  const openExceptions = await countOpenExceptions(tx)
  const detail = { entered: movements.entered.total, left: movements.left.total, covered: movements.covered }
  await writeAuditLine(tx, { actor: actorOf(kind), action: 'matching.run', runId, detail })
  return { movements, openExceptions }
}

const stateOf = (sources: readonly SourceReport[]): RunState => {
  if (sources.some(({ state }) => state === 'failed')) return 'failed'
  if (sources.some(({ state }) => state === 'stopped')) return 'stopped'
  if (sources.some(({ state }) => state === 'refused')) return 'refused'
  return sources.some(({ exceptions }) => exceptions > 0) ? 'exceptions' : 'done'
}

/** The exit code of a run (FEEDS.md 5). */
export function exitCodeOf(state: RunState): ExitCode {
  switch (state) {
    case 'done':
      return exit.done
    case 'exceptions':
      return exit.exceptions
    case 'refused':
      return exit.refused
    case 'stopped':
      return exit.stopped
    case 'failed':
      return exit.internal
  }
}

type Header = { runId: number; kind: RunKind; code: string; on: PlainDate; startedAt: number }

function reportFrom({ runId, kind, code, on, startedAt }: Header, { sources, recomputed, movements, openExceptions }: Outcome): RunReport {
  const seconds = Math.round((performance.now() - startedAt) / 10) / 100
  return { runId, kind, municipality: code, on, state: stateOf(sources), sources, ...movements, recomputed, openExceptions, seconds }
}

async function failed(pool: Pool, runId: number): Promise<void> {
  await inTransaction(pool, async (tx) => {
    await finishRun(tx, runId, 'failed', null)
    await writeAuditLine(tx, { actor: 'lots', action: 'matching.run', outcome: 'failed', runId })
  }).catch(() => {})
}

/** The last step of every run, inside its transaction: who came in and left, the report, the end of the run. */
async function conclude(tx: Tx, header: Header, sources: SourceReport[], recomputed: number): Promise<RunReport> {
  const report = reportFrom(header, { sources, recomputed, ...(await settle(tx, header)) })
  await finishRun(tx, header.runId, report.state, report)
  return report
}

const persons = (progress: Progress) => (n: number) => progress(`räknar ${n.toLocaleString('sv-SE')} personer`)

/** A delivery that was refused or stopped, on record. Anything else is a failure of the run. */
async function concludeUnread({ pool }: RunPlace, header: Header, delivery: Delivery, error: unknown): Promise<RunReport> {
  const report = unread(delivery, error)
  if (report === null) {
    await failed(pool, header.runId)
    throw error
  }
  const source = await recordUnread(pool, delivery, report, header.runId)
  return inTransaction(pool, (tx) => conclude(tx, header, [source], 0))
}

/** Reads and applies one delivery, recomputes those it concerns, and reports. One transaction: all of it or nothing. */
export async function runFeed(place: RunPlace, delivery: Delivery, progress: Progress): Promise<RunReport> {
  const { code, pool } = place
  const { on } = delivery
  return alone(pool, progress, async () => {
    const header: Header = { runId: await begin(pool, 'feed', on), kind: 'feed', code, on, startedAt: performance.now() }
    try {
      return await inTransaction(pool, async (tx) => {
        const settings = await readSettings(tx)
        const { report, isLater } = await deliver(tx, delivery, code, settings, progress)
        const detail = { source: report.source, kind: report.kind, rows: report.rows }
        await writeAuditLine(tx, { actor: actorOf('feed'), action: 'feeds.read', runId: header.runId, detail })
        if (isLater) progress(`uppgifter har redan lästs för en senare dag än ${on}; det här blir känt efter dem`)
        return conclude(tx, header, [report], await recompute(tx, { municipality: code, settings: settings.law, on }, persons(progress)))
      })
    } catch (error) {
      return concludeUnread(place, header, delivery, error)
    }
  })
}

/** One source of the night, in a transaction of its own: what goes wrong with it leaves the other sources alone. */
async function readSource(place: RunPlace, source: NightSource, on: PlainDate, runId: number, progress: Progress): Promise<SourceReport> {
  const { code, pool } = place
  let delivery: Delivery = { source: source.name, feed: source.feed, kind: 'full', on, files: [] }
  try {
    const next = await source.next()
    if (next === null) {
      const ageDays = await inTransaction(pool, (tx) => sourceAge(tx, source.name, on))
      return { source: source.name, feed: source.feed, kind: 'full', state: 'nothing-new', reason: null, ageDays, ...noCounts }
    }
    delivery = next
    return await inTransaction(pool, async (tx) => {
      const settings = await readSettings(tx)
      const { report } = await deliver(tx, next, code, settings, (text) => progress(`${source.name}: ${text}`))
      await writeAuditLine(tx, { actor: 'nattkörning', action: 'feeds.read', runId, detail: { source: source.name, rows: report.rows } })
      return report
    })
  } catch (error) {
    const known = unread({ ...delivery, fetched: delivery.fetched ?? ({} as NonNullable<Delivery['fetched']>) }, error)
    // A defect in reading one source must not take the others with it: it is told, and the run ends as failed.
    if (known === null) progress(`${source.name}: ${error instanceof Error ? error.message : 'okänt fel'}`)
    return recordUnread(pool, delivery, known ?? failedReport(delivery), runId)
  }
}

/** All that is new in one source; a source that holds several deliveries is read until nothing is new or one does not go through. */
async function readAll(place: RunPlace, source: NightSource, on: PlainDate, runId: number, progress: Progress): Promise<SourceReport[]> {
  const reports = [await readSource(place, source, on, runId, progress)]
  while (source.holdsMany === true && reports.at(-1)?.state === 'good') reports.push(await readSource(place, source, on, runId, progress))
  return reports.length > 1 ? reports.filter(({ state }) => state !== 'nothing-new') : reports
}

/** The nightly match: every configured source, then everybody recomputed, then the report (A1). */
export async function runNightly(place: RunPlace, sources: readonly NightSource[], on: PlainDate, progress: Progress): Promise<RunReport> {
  const { code, pool } = place
  return alone(pool, progress, async () => {
    const header: Header = { runId: await begin(pool, 'nightly', on), kind: 'nightly', code, on, startedAt: performance.now() }
    try {
      const reports: SourceReport[] = []
      for (const source of sources) reports.push(...(await readAll(place, source, on, header.runId, progress)))
      return await inTransaction(pool, async (tx) => {
        const { law } = await readSettings(tx)
        return conclude(tx, header, reports, await recompute(tx, { municipality: code, settings: law, on }, persons(progress)))
      })
    } catch (error) {
      await failed(pool, header.runId)
      throw error
    }
  })
}
