/**
 * Rehearsals run in this process, one at a time per municipality, and are forgotten after half an hour. They write nothing but their line in
 * the log; what is kept in memory is ids and reasons, and names are read each time through the reader's scope.
 */
import { randomUUID } from 'node:crypto'
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { dateOf, dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { readAs, writeAuditLine } from '../audit/index.ts'
import type { LawSettings } from '../law/index.ts'
import { lives, now, scopeLives } from '../register/index.ts'
import type { TypedLaw } from '../settings/index.ts'
import { halfYearStart, rehearse, type Shift } from './rehearsal.rules.ts'
import { countCovered, countLives, listSeen, type SeenPerson } from './rehearsal.store.ts'

/** What is tried: the draft beside what is in force, and the form it came from (to be saved or changed further). */
export type Trial = {
  readonly present: LawSettings
  readonly draft: LawSettings
  readonly typed: TypedLaw
  readonly version: number
  readonly on: PlainDate
  readonly staffId: string
}

export type Rehearsal = Trial & {
  readonly id: string
  readonly code: string
  state: 'running' | 'done' | 'failed'
  done: number
  total: number
  shifts: readonly Shift[]
  /** Fulfilled when it is no longer running. */
  finished: Promise<void>
}

const keptMs = 30 * 60_000
const rehearsals = new Map<string, Rehearsal>()

type Place = { readonly code: string; readonly pool: Pool }

async function run({ pool }: Place, rehearsal: Rehearsal): Promise<void> {
  const { present, draft, code: municipality, on } = rehearsal
  const question = { present, draft, municipality, day: dayOf(on) }
  const shifts: Shift[] = []
  await inTransaction(pool, async (tx) => {
    await scopeLives(tx, now, 'all')
    rehearsal.total = await countLives(tx)
    for await (const batch of lives(tx, now)) {
      shifts.push(...rehearse(batch, question))
      rehearsal.done += batch.length
    }
    await writeAuditLine(tx, {
      actor: rehearsal.staffId,
      action: 'rules.rehearse',
      detail: { persons: rehearsal.done, shifts: shifts.length },
    })
  })
  rehearsal.shifts = shifts
  rehearsal.state = 'done'
}

/** Starts a rehearsal and returns its id at once. Refused while another one runs in the municipality. */
export function startRehearsal(place: Place, trial: Trial, report: (error: unknown) => void): Decision<string, 'another-runs'> {
  const { code } = place
  for (const one of rehearsals.values()) if (one.code === code && one.state === 'running') return refuse('another-runs')
  const rehearsal: Rehearsal = {
    ...trial,
    id: randomUUID(),
    code,
    state: 'running',
    done: 0,
    total: 0,
    shifts: [],
    finished: Promise.resolve(),
  }
  rehearsals.set(rehearsal.id, rehearsal)
  rehearsal.finished = run(place, rehearsal).catch((error: unknown) => {
    rehearsal.state = 'failed'
    report(error)
  })
  setTimeout(() => rehearsals.delete(rehearsal.id), keptMs).unref()
  return grant(rehearsal.id)
}

/** The rehearsal of the id; null when it is forgotten, another municipality's or somebody else's: the answer is the same. */
export function findRehearsal({ code }: Place, id: string, staffId: string): Rehearsal | null {
  const found = rehearsals.get(id)
  return found !== undefined && found.code === code && found.staffId === staffId ? found : null
}

/** The reader's own rehearsal that is running or was the last to run; null when there is none. */
export const ownRehearsal = ({ code }: Place, staffId: string): Rehearsal | null =>
  [...rehearsals.values()].findLast((one) => one.code === code && one.staffId === staffId) ?? null

/** Waits a moment for a rehearsal, so that a small municipality never sees the page that waits. */
export const waitFor = ({ finished }: Rehearsal, ms: number): Promise<unknown> =>
  Promise.race([finished, new Promise((resolve) => setTimeout(resolve, ms).unref())])

export type ShownShift = SeenPerson & { readonly reason: string }
export type Outcome = {
  readonly enters: readonly ShownShift[]
  readonly leaves: readonly ShownShift[]
  readonly covered: { readonly today: number; readonly halfYear: number }
  readonly after: { readonly today: number; readonly halfYear: number }
}

const net = (shifts: readonly Shift[], key: 'today' | 'halfYear'): number =>
  shifts.reduce((sum, shift) => sum + (shift[key] === 'enters' ? 1 : shift[key] === 'leaves' ? -1 : 0), 0)

/** What the rehearsal came to, as its reader may see it. Leaves a read line. */
export async function readOutcome(pool: Pool, scope: Scope, { shifts, on, staffId }: Rehearsal): Promise<Outcome> {
  const line = (outcome: Outcome) => ({
    actor: staffId,
    action: 'rules.read',
    detail: { enters: outcome.enters.length, leaves: outcome.leaves.length },
  })
  return readAs(pool, line, async (tx) => {
    const seen = await listSeen(
      tx,
      scope,
      shifts.map(({ personId }) => personId),
    )
    const byId = new Map(shifts.map((shift) => [shift.personId, shift]))
    const shown = (wanted: 'enters' | 'leaves') =>
      seen
        .filter(({ personId }) => byId.get(personId)?.today === wanted)
        .map((one) => ({ ...one, reason: byId.get(one.personId)?.reason ?? '' }))
    const covered = await countCovered(tx, scope, dateOf(halfYearStart(dayOf(on))), on)
    const own = seen.flatMap(({ personId }) => byId.get(personId) ?? [])
    const after = { today: covered.today + net(own, 'today'), halfYear: covered.halfYear + net(own, 'halfYear') }
    return { enters: shown('enters'), leaves: shown('leaves'), covered, after }
  })
}
