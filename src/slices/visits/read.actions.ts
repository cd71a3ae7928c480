/** Reading rounds: the list, one round with its stops, and whom it can be planned with. Each reading of youths leaves its line. */
import type { Scope } from '../../kernel/actor.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { listSettings } from '../settings/index.ts'
import { listInside } from './alarm.store.ts'
import { listConflicts } from './change.store.ts'
import { byAddress } from './order.rules.ts'
import {
  findRound,
  listCarriers,
  listDistricts,
  listOpenRounds,
  listOverRounds,
  listStaff,
  type Carrier,
  type District,
} from './round.store.ts'
import { listCandidates, listStops } from './stop.store.ts'
import { visitSettings, type VisitSettings } from './visit-settings.rules.ts'
import type { Candidate, Conflict, OpenAlarm, Round, RoundLine, StaffChoice, Stop } from './visits.types.ts'
import { isOverdue } from './watch.rules.ts'

/** Who asks, and what they may see; `nowMs` is the web's clock. */
export type Reader = {
  readonly pool: Pool
  readonly scope: Scope
  readonly staffId: string
  readonly name: string
  readonly today: PlainDate
  readonly nowMs: number
}

const mostOver = 30
const mostCandidates = 100

/** Alarms that are raised and not answered, and clocks that have run out this minute. */
async function readAlarms(tx: Pick<Tx, 'prepared'>, nowMs: number, settings: VisitSettings): Promise<OpenAlarm[]> {
  return (await listInside(tx)).filter((one) => one.raisedAt !== null || isOverdue(one, nowMs, settings))
}

export const readVisitSettings = async (tx: Tx): Promise<VisitSettings> => visitSettings.from(await listSettings(tx, 'infinity'))

/** The alarms that somebody watches over and nobody has answered: for the start page. No youth is named. */
export const readAlarmsOf = ({ pool, staffId, nowMs }: Pick<Reader, 'pool' | 'staffId' | 'nowMs'>): Promise<OpenAlarm[]> =>
  inTransaction(pool, async (tx) => (await readAlarms(tx, nowMs, await readVisitSettings(tx))).filter(({ watchId }) => watchId === staffId))

export type Rounds = { readonly open: readonly RoundLine[]; readonly over: readonly RoundLine[]; readonly alarms: readonly OpenAlarm[] }

/** The rounds with how many stops each has, and the alarms. Counts only: no youth is shown, so no read line is left. */
export const readRounds = ({ pool, scope, nowMs }: Reader): Promise<Rounds> =>
  inTransaction(pool, async (tx) => ({
    open: await listOpenRounds(tx, scope),
    over: await listOverRounds(tx, scope, mostOver),
    alarms: await readAlarms(tx, nowMs, await readVisitSettings(tx)),
  }))

export type Choices = { readonly staff: readonly StaffChoice[]; readonly districts: readonly District[] }

/** Whom and where a round can be planned with. */
export const readChoices = ({ pool, scope }: Pick<Reader, 'pool' | 'scope'>): Promise<Choices> =>
  inTransaction(pool, async (tx) => ({ staff: await listStaff(tx), districts: await listDistricts(tx, scope) }))

/** A round as its pages show it. */
export type ReadRound = {
  readonly round: Round
  readonly stops: readonly Stop[]
  readonly conflicts: readonly Conflict[]
  readonly carriers: readonly Carrier[]
  readonly settings: VisitSettings
}

/** Loads a round with the stops that the reader may see; null when there is no such round. */
export async function loadRound(tx: Tx, scope: Scope, roundId: string): Promise<ReadRound | null> {
  const round = await findRound(tx, roundId)
  if (round === null) return null
  const stops = await listStops(tx, scope, roundId)
  const conflicts = await listConflicts(
    tx,
    stops.map(({ id }) => id),
  )
  return { round, stops, conflicts, carriers: await listCarriers(tx, roundId), settings: await readVisitSettings(tx) }
}

const lineOf = (staffId: string) => (found: ReadRound | null) => ({
  actor: staffId,
  action: 'visits.read',
  ...(found === null ? { outcome: 'missing' } : { detail: { round: found.round.roundId, stops: found.stops.length } }),
})

/** One round with its stops. */
export const readRound = ({ pool, scope, staffId }: Reader, roundId: string): Promise<ReadRound | null> =>
  readAs(pool, lineOf(staffId), (tx) => loadRound(tx, scope, roundId))

/** One round with its stops, and the youths that the ladder proposes for it in the order of their addresses. */
export const readPlan = (
  { pool, scope, staffId, today }: Reader,
  roundId: string,
): Promise<(ReadRound & { readonly candidates: readonly Candidate[] }) | null> =>
  readAs(pool, lineOf(staffId), async (tx) => {
    const found = await loadRound(tx, scope, roundId)
    if (found === null) return null
    const { on, districtId, state } = found.round
    const candidates = state === 'planned' ? await listCandidates(tx, scope, { on, today, districtId }, mostCandidates) : []
    return { ...found, candidates: byAddress(candidates) }
  })
