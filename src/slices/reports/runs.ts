/**
 * Counts that take longer than somebody waits for a page. They run in this process, one at a time for each municipality, and are forgotten after half
 * an hour. What is kept in memory is ids and counts: names of youths are read each time through the reader's scope.
 */
import { randomUUID } from 'node:crypto'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Steps } from '../figures/index.ts'
import type { RunResult } from './reports.types.ts'

export type Run = {
  readonly id: string
  readonly code: string
  readonly staffId: string
  readonly what: 'publish' | 'again'
  /** Where the reader came from. */
  readonly back: string
  state: 'running' | 'done' | 'failed'
  done: number
  total: number
  result: RunResult | null
  /** Fulfilled when it is no longer running. */
  finished: Promise<void>
}

const keptMs = 30 * 60_000
const runs = new Map<string, Run>()

export type Starting = Pick<Run, 'code' | 'staffId' | 'what' | 'back'> & { readonly work: (steps: Steps) => Promise<RunResult> }

async function finish(run: Run, work: Starting['work'], report: (error: unknown) => void): Promise<void> {
  try {
    run.result = await work((done, total) => Object.assign(run, { done, total }))
    run.state = 'done'
  } catch (error) {
    run.state = 'failed'
    report(error)
  }
}

/** Starts it and returns its id at once. Refused while another one runs in the municipality. */
export function startRun({ work, ...starting }: Starting, report: (error: unknown) => void): Decision<string, 'another-runs'> {
  for (const one of runs.values()) if (one.code === starting.code && one.state === 'running') return refuse('another-runs')
  const id = randomUUID()
  const run: Run = { ...starting, id, state: 'running', done: 0, total: 0, result: null, finished: Promise.resolve() }
  runs.set(id, run)
  run.finished = finish(run, work, report)
  setTimeout(() => runs.delete(id), keptMs).unref()
  return grant(id)
}

/** The reader's own run; null when it is forgotten, another municipality's or somebody else's: the answer is the same. */
export function findRun(code: string, id: string, staffId: string): Run | null {
  const found = runs.get(id)
  return found !== undefined && found.code === code && found.staffId === staffId ? found : null
}

/** Waits a moment, so that a small municipality never sees the page that waits. */
export const waitFor = ({ finished }: Run, ms: number): Promise<unknown> =>
  Promise.race([finished, new Promise((resolve) => setTimeout(resolve, ms).unref())])
