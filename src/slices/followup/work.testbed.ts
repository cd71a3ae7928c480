/** A place with members of the three processes and a youth, for tests of the work: days are what the test says. */
import { randomUUID } from 'node:crypto'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction, openPool, type Pool, type Tx } from '../../platform/db/tx.ts'
import { beginAssessment, finishAssessment } from './assessments/assessments.actions.ts'
import { quarterOf } from './calendar/month.rules.ts'
import type { Answers } from './instrument/instrument.types.ts'
import { shippedInstrument } from './instrument/shipped.rules.ts'
import { appoint } from './members/members.actions.ts'
import type { MemberRole } from './members/members.types.ts'
import type { Writer } from './people/people.actions.ts'
import type { Whose } from './rows.testbed.ts'
import { actOnSignal } from './signals/signals.actions.ts'
import { listSignals } from './signals/signals.store.ts'
import type { Signal, SignalActKind } from './signals/signals.types.ts'

export type WorkPlace = {
  readonly place: TestPlace
  readonly sealed: Pool
  readonly inside: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Somebody with the roles, who writes on the day. */
  readonly writer: (roles: readonly MemberRole[], today: string) => Promise<Writer>
  /** A youth registered on the day; the id. */
  readonly aYouth: (registeredOn: string) => Promise<string>
  readonly signalsOf: (youthId: string) => Promise<Signal[]>
  readonly close: () => Promise<void>
}

let youths = 0

async function insertYouth(tx: Tx, registeredOn: string, by: string): Promise<string> {
  youths++
  const [row] = await tx.query<{ id: string }>(
    `insert into followup.youth (number, given_name, family_name, born_on, registered_on, registered_by, noted_on)
     values ($1, 'Prov', 'Provsson', '2008-03-14', $2, $3, $2) returning id`,
    [`20080314${String(2380 + youths).padStart(4, '0')}`, registeredOn, by],
  )
  return row?.id ?? ''
}

/** One member for each set of roles. */
function newMembers(sealed: Pool): (roles: readonly MemberRole[]) => Promise<string> {
  const staff = new Map<string, string>()
  return async (roles) => {
    const known = staff.get(roles.join())
    if (known !== undefined) return known
    const staffId = randomUUID()
    staff.set(roles.join(), staffId)
    await appoint(sealed, { staffId, name: `Prov ${roles.join(' ')}`, roles, by: 'prov' })
    return staffId
  }
}

/** The caller closes it. */
export async function aWorkPlace(): Promise<WorkPlace> {
  const place = await aPlace()
  const sealed = openPool(place.url, { max: 4, role: 'lots_followup' })
  const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(sealed, work, 'lots_followup')
  const memberWith = newMembers(sealed)
  return {
    place,
    sealed,
    inside,
    writer: async (roles, today) => ({
      reader: { staffId: await memberWith(roles), mayReadProtected: true, today },
      today: date(today),
      isFresh: true,
    }),
    aYouth: async (registeredOn) => {
      const by = await memberWith(['authority'])
      return inside((tx) => insertYouth(tx, registeredOn, by))
    },
    signalsOf: (youthId) => inside((tx) => listSignals(tx, [youthId])),
    close: async () => {
      await sealed.end()
      await place.installation.close()
    },
  }
}

/** Answers to all items of the shipped instrument: each area's with its points, those not named with 20. */
export const answersOf = (points: Readonly<Record<string, number>> = {}): Answers =>
  Object.fromEntries(shippedInstrument.areas.flatMap(({ key, items }) => items.map((item) => [item.key, points[key] ?? 2000])))

/** The value of what was granted; what was refused throws its reason. */
export function must<T>(decision: { readonly granted: true; readonly value: T } | { readonly granted: false; readonly reason: string }): T {
  if (!decision.granted) throw new Error(decision.reason)
  return decision.value
}

/** What was decided, in a word: `granted`, or the reason. */
export const answerOf = (decision: { readonly granted: boolean; readonly reason?: string }): string => decision.reason ?? 'granted'

/** The quarter's assessment of the youth, begun and done on the day. */
export async function assessOn(
  { sealed, writer }: WorkPlace,
  youthId: string,
  on: string,
  points: Readonly<Record<string, number>> = {},
): Promise<string> {
  const by = await writer(['authority'], on)
  const assessmentId = must(await beginAssessment(sealed, by, youthId, quarterOf(date(on))))
  must(
    await finishAssessment(
      sealed,
      by,
      { youthId, assessmentId, version: 1 },
      { answers: answersOf(points), assessedOn: date(on), note: '' },
    ),
  )
  return assessmentId
}

/** Something done with the youth's newest signal of the area on the day, by the process whose it is. */
export async function actIn(
  work: WorkPlace,
  youthId: string,
  [area, kind, on]: readonly [string, Exclude<SignalActKind, 'leave'>, string],
): Promise<string> {
  const signal = (await work.signalsOf(youthId)).findLast((one) => one.area === area)!
  const by = await work.writer([kind === 'acknowledge' ? signal.recipient : 'authority'], on)
  const ground = kind === 'confirm' || kind === 'acknowledge' ? '' : 'Bedömt vid mötet.'
  const recipient = kind !== 'adjust' ? null : signal.recipient === 'housing' ? 'labourMarket' : 'housing'
  return answerOf(await actOnSignal(work.sealed, by, { youthId, signalId: signal.signalId }, { kind, ground, recipient }))
}

/** A youth assessed on 28 September: housing is confirmed, school dismissed and health proposed. */
export async function aFollowed(work: WorkPlace): Promise<Whose> {
  const youthId = await work.aYouth('2026-01-10')
  const { reader } = await work.writer(['authority'], '2026-09-28')
  const assessmentId = await assessOn(work, youthId, '2026-09-28', { school: 1000, housing: 1000, health: 1000 })
  await actIn(work, youthId, ['housing', 'confirm', '2026-09-30'])
  await actIn(work, youthId, ['school', 'dismiss', '2026-09-30'])
  const signals = Object.fromEntries((await work.signalsOf(youthId)).map(({ area, signalId }) => [area, signalId]))
  return { youthId, by: reader.staffId, assessmentId, signals }
}
