/** What is written about a youth besides the particulars: where they live, who is called, who follows. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { MemberRole, Process } from '../members/members.types.ts'
import type { ActorKind } from './people.types.ts'

/** The day it is written, and by that noted. */
type On = { readonly youthId: string; readonly on: PlainDate; readonly today: PlainDate }

/** Ends the home of now on a day. */
export const endStay = (tx: Tx, { youthId, on, today }: On): Promise<unknown> =>
  tx.query('update followup.stay set until_on = $2, noted_on = greatest(noted_on, $3::date) where youth_id = $1 and until_on is null', [
    youthId,
    on,
    today,
  ])

export const insertStay = (tx: Tx, unitId: string, { youthId, on, today }: On): Promise<unknown> =>
  tx.query('insert into followup.stay (youth_id, unit_id, from_on, noted_on) values ($1, $2, $3, $4)', [youthId, unitId, on, today])

/** What is saved of somebody who is called to talks. */
export type ActorWish = { readonly kind: ActorKind; readonly name: string; readonly phone: string; readonly email: string }

export async function insertActor(tx: Tx, youthId: string, { kind, name, phone, email }: ActorWish, today: PlainDate): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    'insert into followup.actor (youth_id, kind, name, phone, email, noted_on) values ($1, $2, $3, $4, $5, $6) returning id',
    [youthId, kind, name, phone, email, today],
  )
  return row?.id ?? ''
}

type ActorAt = { readonly youthId: string; readonly actorId: string; readonly version: number; readonly today: PlainDate }

/** Saves somebody who is called over a version; `isCalled` false: no longer from today on. False when the version is gone. */
export const updateActor = async (
  tx: Tx,
  { kind, name, phone, email }: ActorWish,
  isCalled: boolean,
  { youthId, actorId, version, today }: ActorAt,
): Promise<boolean> =>
  (
    await tx.query(
      `update followup.actor set kind = $1, name = $2, phone = $3, email = $4,
         ended_on = case when $5 then null else coalesce(ended_on, $6::date) end, noted_on = greatest(noted_on, $6::date), version = version + 1
       where id = $7 and youth_id = $8 and version = $9 returning id`,
      [kind, name, phone, email, isCalled, today, actorId, youthId, version],
    )
  ).length > 0

/** The roles that a member has now. */
export const listRolesOf = async (tx: Tx, staffId: string): Promise<MemberRole[]> =>
  (
    await tx.query<{ role: MemberRole }>(
      `select r.role from followup.role r join followup.member m on m.staff_id = r.staff_id and m.active
       where r.staff_id = $1 and r.taken_at is null`,
      [staffId],
    )
  ).map(({ role }) => role)

export async function insertFollower(
  tx: Tx,
  youthId: string,
  { staffId, process }: { readonly staffId: string; readonly process: Process },
  today: PlainDate,
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    'insert into followup.follower (youth_id, staff_id, process, from_on, noted_on) values ($1, $2, $3, $4, $4) returning id',
    [youthId, staffId, process, today],
  )
  return row?.id ?? ''
}

/** Somebody no longer follows from today on. False when nobody does under the id. */
export const endFollower = async (tx: Tx, youthId: string, followerId: string, today: PlainDate): Promise<boolean> =>
  (
    await tx.query(
      `update followup.follower set until_on = greatest(from_on, $3::date), noted_on = greatest(noted_on, $3::date)
       where id = $1 and youth_id = $2 and until_on is null returning id`,
      [followerId, youthId, today],
    )
  ).length > 0
