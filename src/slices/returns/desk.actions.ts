/** What the return's page shows: the countdown, what is to be mended, what was delivered; and a delivered file, for those who may have it. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { listNamesWith } from '../access/index.ts'
import { readAs } from '../audit/index.ts'
import { now } from '../register/index.ts'
import { findDelivery, findLastDelivery, isAnyProtected, listDeliveries, readDelivered, type DeliveredFile } from './delivery.store.ts'
import type { Finding } from './control.types.ts'
import { countFindingsByDay, findRehearsal, listFindings } from './finding.store.ts'
import { daysLeft, parseHalfYear, rehearsedOn, type HalfYear } from './half-year.rules.ts'
import { profileInForce, type ProfileInForce } from './profile.actions.ts'
import { buildReturnFile, type HalfRefusal, type ReturnFile, type ReturnPlace, type ReturnWish } from './build.actions.ts'
import type { Delivery, Rehearsal } from './returns.types.ts'

/** `scope`: narrowed by the outlet `return.page`. */
export type DeskReader = { readonly pool: Pool; readonly staffId: string; readonly scope: Scope; readonly today: PlainDate }

export type ReturnDesk = {
  readonly half: HalfYear
  /** The half-years that are rehearsed now. */
  readonly rehearsed: readonly HalfYear[]
  /** Days to the last day to deliver; negative when it has passed. */
  readonly daysLeft: number
  readonly profile: ProfileInForce | null
  readonly rehearsal: Rehearsal | null
  readonly findings: readonly Finding[]
  /** Errors and warnings of youths whom the reader may not see: somebody else must mend them before the return is whole. */
  readonly otherErrors: number
  readonly otherWarnings: number
  /** Colleagues who may see everybody. */
  readonly holders: readonly string[]
  readonly byDay: readonly { readonly on: PlainDate; readonly errors: number; readonly warnings: number }[]
  readonly deliveries: readonly Delivery[]
}

/** Everything around one half-year's return, with its read line; null when there is no such half-year. */
export const readReturnDesk = ({ pool, staffId, scope, today }: DeskReader, text: string): Promise<ReturnDesk | null> =>
  readAs(
    pool,
    (found: ReturnDesk | null) => ({ actor: staffId, action: 'returns.read', detail: { half: found?.half.key ?? null } }),
    async (tx) => {
      const half = parseHalfYear(text)
      if (half === null) return null
      const [rehearsal, findings] = [await findRehearsal(tx, half.key), await listFindings(tx, scope, half.key)]
      const errors = findings.filter(({ level }) => level === 'error').length
      return {
        half,
        rehearsed: rehearsedOn(today),
        daysLeft: daysLeft(half, today),
        profile: await profileInForce(tx, half.key, now),
        rehearsal,
        findings,
        otherErrors: Math.max(0, (rehearsal?.errors ?? 0) - errors),
        otherWarnings: Math.max(0, (rehearsal?.warnings ?? 0) - (findings.length - errors)),
        holders: await listNamesWith(tx, 'protected.read'),
        byDay: await countFindingsByDay(tx, half.key),
        deliveries: await listDeliveries(tx, half.key),
      }
    },
  )

export type ReadDelivery = {
  readonly delivery: Delivery
  /** None has been made after it. */
  readonly isLast: boolean
  /** Who may fetch the file, where the reader may not; null where they may. */
  readonly holders: readonly string[] | null
}

/** One delivery; null when there is none such. */
export const readDelivery = ({ pool, scope }: DeskReader, deliveryId: string): Promise<ReadDelivery | null> =>
  inTransaction(pool, async (tx) => {
    const [delivery, delivered] = [await findDelivery(tx, deliveryId), await readDelivered(tx, deliveryId)]
    if (delivery === null) return null
    const last = await findLastDelivery(tx, delivery.half)
    const isForOthers = delivered?.holdsProtected === true && !scope.mayReadProtected
    return {
      delivery,
      isLast: last?.deliveryId === delivery.deliveryId,
      holders: isForOthers ? await listNamesWith(tx, 'protected.read') : null,
    }
  })

/** Colleagues who may fetch a file that others may not. */
export const readHolders = (pool: Pool): Promise<string[]> => inTransaction(pool, (tx) => listNamesWith(tx, 'protected.read'))

/** The deliveries of a half-year, the last one first. */
export const readDeliveries = (pool: Pool, half: string): Promise<readonly Delivery[]> =>
  inTransaction(pool, (tx) => listDeliveries(tx, half))

/** The exact bytes of a delivery. A file with somebody protected is only for those with the right (`return.file`). */
export const readDeliveredFile = (
  { pool, staffId, scope }: DeskReader,
  deliveryId: string,
): Promise<Decision<DeliveredFile, 'missing' | 'holds-protected'>> =>
  readAs(
    pool,
    (made: Decision<DeliveredFile, 'missing' | 'holds-protected'>) => ({
      actor: staffId,
      action: 'returns.readFile',
      outcome: made.granted ? 'done' : made.reason,
      detail: { delivery: deliveryId },
    }),
    async (tx) => {
      const file = await readDelivered(tx, deliveryId)
      if (file === null) return refuse('missing')
      return file.holdsProtected && !scope.mayReadProtected ? refuse('holds-protected') : grant(file)
    },
  )

/** The file as it would be sent now, for a reader of a page. One with somebody protected is only for those with the right (`return.file`). */
export async function readReturnFile(
  place: ReturnPlace,
  { pool, staffId, scope }: DeskReader,
  wish: ReturnWish,
): Promise<Decision<ReturnFile, HalfRefusal | 'holds-protected'>> {
  const made = await buildReturnFile(place, wish)
  if (!made.granted) return made
  const ids = [...new Set(made.value.built.records.map(({ personId }) => personId))]
  // Building is looking; that the numbers of everybody were handed out has a line of its own.
  return readAs(
    pool,
    (given: Decision<ReturnFile, 'holds-protected'>) => ({
      actor: staffId,
      action: 'returns.readFile',
      outcome: given.granted ? 'done' : given.reason,
      detail: { half: made.value.half.key, youths: ids.length },
    }),
    async (tx) => (!scope.mayReadProtected && (await isAnyProtected(tx, ids)) ? refuse('holds-protected') : made),
  )
}
