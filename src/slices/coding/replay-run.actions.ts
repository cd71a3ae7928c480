/** A replay runs in this process, one at a time in a municipality; how far it has come is told from memory and forgotten after half an hour. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Coder } from './known.actions.ts'
import { replayPast, type Progress } from './replay.actions.ts'

export type ReplayRun = Progress & {
  readonly code: string
  readonly staffId: string
  state: 'running' | 'done' | 'failed'
  /** Fulfilled when it is no longer running. */
  finished: Promise<void>
}

const keptMs = 30 * 60_000
const runs = new Map<string, ReplayRun>()

async function run(coder: Coder, of: ReplayRun, report: (error: unknown) => void): Promise<void> {
  try {
    await replayPast(coder, of)
    of.state = 'done'
  } catch (error) {
    of.state = 'failed'
    report(error)
  }
}

/** Starts a replay by the convention in force. Refused while another runs in the municipality. */
export function startReplay(coder: Coder, report: (error: unknown) => void): Decision<ReplayRun, 'another-runs'> {
  const { code, staffId } = coder
  if (runs.get(code)?.state === 'running') return refuse('another-runs')
  const of: ReplayRun = { code, staffId, state: 'running', done: 0, total: 0, changed: 0, held: 0, left: [], finished: Promise.resolve() }
  runs.set(code, of)
  of.finished = run(coder, of, report)
  setTimeout(() => runs.get(code) === of && runs.delete(code), keptMs).unref()
  return grant(of)
}

/** The reader's own replay that runs or was the last to run; null when there is none, or it is somebody else's. */
export function ownReplay(code: string, staffId: string): ReplayRun | null {
  const found = runs.get(code)
  return found !== undefined && found.staffId === staffId ? found : null
}

/** Waits a moment, so that a small municipality never sees the page that waits. */
export const waitFor = ({ finished }: ReplayRun, ms: number): Promise<unknown> =>
  Promise.race([finished, new Promise((resolve) => setTimeout(resolve, ms).unref())])
