/** Reading the sources: runs, reads, and the health of each. No page here says anything of a youth but by count, within the reader's scope. */
import type { Scope } from '../../kernel/actor.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { listSourceReads, sourceHealth, type SourceHealth } from '../feeds/index.ts'
import { findStopped, isRunAlive, type StoppedRead } from '../matching/index.ts'
import { listSettings, settingsFrom } from '../settings/index.ts'
import { readEdition, remembered } from '../worklist/index.ts'
import { countPairs } from './duplicates.store.ts'
import { countExceptions } from './exceptions.store.ts'
import { countReads, findRead, lastReads, listReads } from './reads.store.ts'
import { countChanges, countRuns, findRun, findRunning, listChanges, listRunLines, type ChangeFilter } from './runs.store.ts'
import type { ChangeCount, ChangedYouth, ExceptionCount, ReadLine, RunHead, RunLine } from './sources.types.ts'

/** Somebody who reads: who, within what, on which day. */
export type Reader = { readonly pool: Pool; readonly staffId: string; readonly scope: Scope; readonly today: PlainDate }

export const pageSize = 20
/** Persons of a run on one page. */
export const changesPageSize = 100

const part = (page: number, size: number) => ({ limit: size, offset: (page - 1) * size })
/** The page asked for, or the last there is. */
export const pageWithin = (page: number, total: number, size: number): number => Math.min(page, Math.max(1, Math.ceil(total / size)))

/** Likely duplicates of the scope, worked out anew only when something they are made of has been saved. */
export const countDuplicates = async (tx: Tx, pool: Pool, scope: Scope): Promise<number> =>
  remembered(pool, await readEdition(tx), `duplicates ${JSON.stringify(scope)}`, () => countPairs(tx, scope))

/** Those of a run whom the scope holds, in the same way. */
export const countRunChanges = async (tx: Tx, pool: Pool, scope: Scope, runId: number): Promise<ChangeCount[]> =>
  remembered(pool, await readEdition(tx), `changes ${runId} ${JSON.stringify(scope)}`, () => countChanges(tx, scope, runId))

/** The health of every source on the day. */
export async function readHealth(tx: Tx, today: PlainDate): Promise<SourceHealth[]> {
  const { freshDays } = settingsFrom(await listSettings(tx, 'infinity'))
  return (await listSourceReads(tx)).map((reads) => sourceHealth(reads, freshDays, today))
}

export type ShownSource = SourceHealth & { readonly last: ReadLine | null; readonly exceptions: number }

export type ShownSources = {
  readonly sources: readonly ShownSource[]
  readonly stopped: readonly StoppedRead[]
  readonly exceptions: number
  readonly duplicates: number
  readonly running: RunHead | null
  readonly runs: readonly RunLine[]
  readonly runCount: number
  readonly page: number
}

const sum = (counts: readonly ExceptionCount[]): number => counts.reduce((all, { n }) => all + n, 0)

/** The sources page. `duplicateScope`: the duplicates page's own, narrower. */
export const readSources = ({ pool, scope, today }: Reader, duplicateScope: Scope, wantedPage: number): Promise<ShownSources> =>
  inTransaction(pool, async (tx) => {
    const isAlive = await isRunAlive(tx)
    const counts = await countExceptions(tx, scope)
    const last = await lastReads(tx)
    const runCount = await countRuns(tx)
    const page = pageWithin(wantedPage, runCount, pageSize)
    return {
      sources: (await readHealth(tx, today)).map((source) => ({
        ...source,
        last: last.get(source.name) ?? null,
        exceptions: sum(counts.filter(({ source: name }) => name === source.name)),
      })),
      stopped: await findStopped(tx),
      exceptions: sum(counts),
      duplicates: await countDuplicates(tx, pool, duplicateScope),
      running: await findRunning(tx, isAlive),
      runs: await listRunLines(tx, scope, isAlive, part(page, pageSize)),
      runCount,
      page,
    }
  })

export type ShownSourceHistory = {
  readonly source: SourceHealth
  readonly exceptions: number
  readonly reads: readonly ReadLine[]
  readonly total: number
  readonly page: number
}

/** One source over time; null when there is none by the name. */
export const readSource = ({ pool, scope, today }: Reader, name: string, wantedPage: number): Promise<ShownSourceHistory | null> =>
  inTransaction(pool, async (tx) => {
    const source = (await readHealth(tx, today)).find((one) => one.name === name)
    if (source === undefined) return null
    const total = await countReads(tx, name)
    const page = pageWithin(wantedPage, total, pageSize)
    const counts = await countExceptions(tx, scope)
    return {
      source,
      exceptions: sum(counts.filter((one) => one.source === name)),
      reads: await listReads(tx, name, part(page, pageSize)),
      total,
      page,
    }
  })

export type ShownRun = {
  readonly run: RunHead
  readonly counts: readonly ChangeCount[]
  readonly youths: readonly ChangedYouth[]
  readonly filter: ChangeFilter
  readonly total: number
  readonly page: number
}

async function findShownRun(tx: Tx, scope: Scope, runId: number, filter: ChangeFilter, wantedPage: number): Promise<ShownRun | null> {
  const run = await findRun(tx, await isRunAlive(tx), runId)
  if (run === null) return null
  const counts = await countChanges(tx, scope, runId)
  const fits = ({ direction, reason }: ChangeCount): boolean =>
    (filter.direction ?? direction) === direction && (filter.reason ?? reason) === reason
  const total = counts.filter(fits).reduce((all, { n }) => all + n, 0)
  const page = pageWithin(wantedPage, total, changesPageSize)
  return { run, counts, youths: await listChanges(tx, scope, runId, filter, part(page, changesPageSize)), filter, total, page }
}

/** Who came in and left in a run; null when there is no such run. */
export const readRun = ({ pool, scope, staffId }: Reader, runId: number, filter: ChangeFilter, page: number): Promise<ShownRun | null> =>
  readAs(
    pool,
    (shown) => ({
      actor: staffId,
      action: 'sources.run',
      runId: shown?.run.id ?? null,
      detail: { ...filter, count: shown?.youths.length ?? 0 },
    }),
    (tx) => findShownRun(tx, scope, runId, filter, page),
  )

/** A read that the guard stopped, and what became of it. */
export type ShownRead = {
  readonly read: ReadLine & { readonly source: string }
  /** Null when it does not wait for an answer any more. */
  readonly waits: StoppedRead | null
}

/** One read; null when there is none by the number. */
export const readRead = (pool: Pool, id: number): Promise<ShownRead | null> =>
  inTransaction(pool, async (tx) => {
    const read = await findRead(tx, id)
    return read === null ? null : { read, waits: (await findStopped(tx)).find((one) => one.id === id) ?? null }
  })
