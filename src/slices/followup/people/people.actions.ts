/** Writing about a youth: each change holds the youth's row, decides by the rules, and leaves one line in the module's log. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { isRandomId } from '../../../platform/random-id.ts'
import { daysLater } from '../calendar/month.rules.ts'
import { change } from '../log.ts'
import type { Process, Reader } from '../members/members.types.ts'
import { endForLeaver } from '../signals/leaver.actions.ts'
import { isUnitInUse } from '../units/units.store.ts'
import { endFollower, endStay, insertActor, insertFollower, insertStay, listRolesOf, updateActor, type ActorWish } from './file.store.ts'
import { changedParts, mayFollow, mayMove, type FollowRefusal, type MoveRefusal } from './people.rules.ts'
import { findYouth, holdYouth, insertYouth, isNumberTaken, listFollowers, listStays, saveLeft, updateYouth } from './people.store.ts'
import type { Youth, YouthWish } from './people.types.ts'

/** Who writes, on which day, and whether they signed in recently enough for a protected youth. */
export type Writer = { readonly reader: Reader; readonly today: PlainDate; readonly isFresh: boolean }

/** `missing`: no such youth for this reader. `sign-in-again`: protected, and the sign-in is not fresh. */
export type Unreached = 'missing' | 'sign-in-again'

/** One change of one youth: held, seen by the writer, and on record under the youth's id. */
export function changeYouth<T, Reason extends string>(
  pool: Pool,
  { reader, isFresh }: Writer,
  at: { readonly youthId: string; readonly action: string; readonly detail?: () => Readonly<Record<string, unknown>> },
  work: (tx: Tx, youth: Youth) => Promise<Decision<T, Reason>>,
): Promise<Decision<T, Reason | Unreached>> {
  let isSeen = false
  return change<T, Reason | Unreached>(
    pool,
    () => ({ actor: reader.staffId, action: at.action, subjectId: isSeen ? at.youthId : null, detail: at.detail?.() ?? {} }),
    async (tx) => {
      if (!isRandomId(at.youthId)) return refuse('missing')
      await holdYouth(tx, at.youthId)
      const youth = await findYouth(tx, reader, at.youthId)
      if (youth === null) return refuse('missing')
      isSeen = true
      return youth.protection !== 'none' && !isFresh ? refuse('sign-in-again') : work(tx, youth)
    },
  )
}

export type RegisterRefusal = 'number-taken' | 'unit-retired' | 'too-far'

/** Registers a youth, with their first home when one is given. Nothing is looked up outside the module. */
export async function registerYouth(
  pool: Pool,
  { reader, today }: Writer,
  wish: YouthWish,
  home: { readonly unitId: string; readonly fromOn: PlainDate } | null,
): Promise<Decision<string, RegisterRefusal>> {
  return change<string, RegisterRefusal>(
    pool,
    (decision) => ({
      actor: reader.staffId,
      action: 'followup.registerYouth',
      subjectId: decision.granted ? decision.value : null,
      detail: { unit: home?.unitId ?? null },
    }),
    async (tx) => {
      if (home !== null && !mayMove([], { unitId: home.unitId, on: home.fromOn }, today).granted) return refuse('too-far')
      if (home !== null && !(await isUnitInUse(tx, home.unitId))) return refuse('unit-retired')
      if (await isNumberTaken(tx, wish.number, null)) return refuse('number-taken')
      const youthId = await insertYouth(tx, wish, { by: reader.staffId, on: today })
      if (home !== null) await insertStay(tx, home.unitId, { youthId, on: home.fromOn, today })
      return grant(youthId)
    },
  )
}

export type SaveRefusal = 'number-taken' | 'stale'

/** Saves a youth's particulars over a version. The line says which parts changed, never what they were. */
export function saveYouth(
  pool: Pool,
  writer: Writer,
  { youthId, version }: { readonly youthId: string; readonly version: number },
  wish: YouthWish,
): Promise<Decision<string, SaveRefusal | Unreached>> {
  let parts: readonly string[] = []
  return changeYouth<string, SaveRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.saveYouth', detail: () => ({ parts }) },
    async (tx, youth) => {
      const { id: _, registeredOn: __, leftOn: ___, version: ____, ...before } = youth
      parts = changedParts(before, wish)
      if (await isNumberTaken(tx, wish.number, youthId)) return refuse('number-taken')
      return (await updateYouth(tx, wish, { youthId, version, on: writer.today })) ? grant(youthId) : refuse('stale')
    },
  )
}

/** The youth moves to a unit, or out of the units (`unitId` null), on a day. */
export const moveYouth = (
  pool: Pool,
  writer: Writer,
  youthId: string,
  move: { readonly unitId: string | null; readonly on: PlainDate },
): Promise<Decision<string, MoveRefusal | 'unit-retired' | Unreached>> =>
  changeYouth<string, MoveRefusal | 'unit-retired'>(
    pool,
    writer,
    { youthId, action: 'followup.moveYouth', detail: () => ({ unit: move.unitId }) },
    async (tx) => {
      const { today } = writer
      if (move.unitId !== null && !(await isUnitInUse(tx, move.unitId))) return refuse('unit-retired')
      const decision = mayMove(await listStays(tx, youthId), move, today)
      if (!decision.granted) return decision
      await endStay(tx, { youthId, on: move.on, today })
      if (move.unitId !== null) await insertStay(tx, move.unitId, { youthId, on: move.on, today })
      await saveLeft(tx, youthId, move.unitId === null ? move.on : null, today)
      if (move.unitId === null) await endForLeaver(tx, youthId, { lastDay: daysLater(move.on, -1), by: writer.reader.staffId, today })
      return grant(youthId)
    },
  )

/** Somebody who is called to talks: new when `actorId` is null, else over a version. */
export const saveActor = (
  pool: Pool,
  writer: Writer,
  { youthId, actorId, version, isCalled }: { youthId: string; actorId: string | null; version: number; isCalled: boolean },
  wish: ActorWish,
): Promise<Decision<string, 'stale' | Unreached>> =>
  changeYouth<string, 'stale'>(
    pool,
    writer,
    { youthId, action: 'followup.saveActor', detail: () => ({ kind: wish.kind, isCalled }) },
    async (tx) => {
      const { today } = writer
      if (actorId === null) return grant(await insertActor(tx, youthId, wish, today))
      return (await updateActor(tx, wish, isCalled, { youthId, actorId, version, today })) ? grant(actorId) : refuse('stale')
    },
  )

/** Writes somebody in as the one who follows the youth in a process. */
export const followYouth = (
  pool: Pool,
  writer: Writer,
  youthId: string,
  wish: { readonly staffId: string; readonly process: Process },
): Promise<Decision<string, FollowRefusal | Unreached>> =>
  changeYouth<string, FollowRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.follow', detail: () => ({ member: wish.staffId, process: wish.process }) },
    async (tx) => {
      const roles = await listRolesOf(tx, wish.staffId)
      const decision = mayFollow(await listFollowers(tx, youthId), { ...wish, roles })
      return decision.granted ? grant(await insertFollower(tx, youthId, wish, writer.today)) : decision
    },
  )

/** Somebody no longer follows the youth. */
export const unfollowYouth = (
  pool: Pool,
  writer: Writer,
  youthId: string,
  followerId: string,
): Promise<Decision<string, 'missing' | Unreached>> =>
  changeYouth<string, 'missing'>(pool, writer, { youthId, action: 'followup.unfollow' }, async (tx) =>
    (await endFollower(tx, youthId, followerId, writer.today)) ? grant(followerId) : refuse('missing'),
  )
