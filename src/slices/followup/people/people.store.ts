/** Youths of directed follow-up. Whoever reads is handed in, and `followup.seen` says whom they see: counts and lists included. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Reader } from '../members/members.types.ts'
import type { CalledActor, Follower, ListedYouth, Stay, Youth, YouthWish } from './people.types.ts'

const seenBy = ({ staffId, mayReadProtected, today }: Reader): readonly unknown[] => [staffId, mayReadProtected, today]

const youthColumns = `y.id, y.number, y.given_name as "givenName", y.family_name as "familyName", y.born_on as "bornOn", y.protection, y.school,
  y.phone, y.email, y.registered_on as "registeredOn", y.left_on as "leftOn", y.kept_because as "keptBecause", y.kept_ground as "keptGround",
  y.version`

/** A youth that the reader sees; null when there is none, or not for this reader. */
export async function findYouth(tx: Tx, reader: Reader, youthId: string): Promise<Youth | null> {
  const [row] = await tx.prepared<Youth>(`select ${youthColumns} from followup.seen($1, $2, $3) y where y.id = $4`, [
    ...seenBy(reader),
    youthId,
  ])
  return row ?? null
}

/** The youths that the reader sees, by name: those who are here, or with `left` those who have left. */
export const listYouths = (tx: Tx, reader: Reader, { left }: { readonly left: boolean }): Promise<ListedYouth[]> =>
  tx.prepared<ListedYouth>(
    `select y.id, y.given_name as "givenName", y.family_name as "familyName", y.protection, y.left_on as "leftOn",
       u.name as unit, u.id as "unitId", coalesce(u.district, '') as district,
       array(select distinct a.process from followup.assigned a where a.youth_id = y.id and a.from_on <= $3
         and (a.until_on is null or a.until_on > $3) order by a.process) as processes
     from followup.seen($1, $2, $3) y
     left join followup.stay s on s.youth_id = y.id and s.from_on <= $3 and (s.until_on is null or s.until_on > $3)
     left join followup.unit u on u.id = s.unit_id
     where (y.left_on is not null and y.left_on <= $3) = $4
     order by y.family_name collate "sv-x-icu", y.given_name collate "sv-x-icu", y.id`,
    [...seenBy(reader), left],
  )

/** Holds a youth's row until the transaction ends, so that two who change it come one after the other. */
export const holdYouth = (tx: Tx, youthId: string): Promise<unknown> =>
  tx.query('select from followup.youth where id = $1 for update', [youthId])

/** Whether another youth here has the number, seen or not. */
export const isNumberTaken = async (tx: Tx, number: string, youthId: string | null): Promise<boolean> =>
  (await tx.query('select from followup.youth where number = $1 and id is distinct from $2', [number, youthId])).length > 0

export async function insertYouth(tx: Tx, wish: YouthWish, { by, on }: { readonly by: string; readonly on: PlainDate }): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into followup.youth (number, given_name, family_name, born_on, protection, school, phone, email, kept_because, kept_ground,
       registered_by, registered_on, noted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12) returning id`,
    [...valuesOf(wish), by, on],
  )
  return row?.id ?? ''
}

const valuesOf = (wish: YouthWish): readonly unknown[] => [
  wish.number,
  wish.givenName,
  wish.familyName,
  wish.bornOn,
  wish.protection,
  wish.school,
  wish.phone,
  wish.email,
  wish.keptBecause,
  wish.keptGround,
]

/** Saves the particulars over a version. Returns false when that version is no longer there. */
export const updateYouth = async (
  tx: Tx,
  wish: YouthWish,
  { youthId, version, on }: { readonly youthId: string; readonly version: number; readonly on: PlainDate },
): Promise<boolean> =>
  (
    await tx.query(
      `update followup.youth set number = $1, given_name = $2, family_name = $3, born_on = $4, protection = $5, school = $6, phone = $7,
         email = $8, kept_because = $9, kept_ground = $10, noted_on = greatest(noted_on, $13::date), version = version + 1
       where id = $11 and version = $12 returning id`,
      [...valuesOf(wish), youthId, version, on],
    )
  ).length > 0

/** The day the youth left, or null: they are back. */
export const saveLeft = (tx: Tx, youthId: string, leftOn: PlainDate | null, on: PlainDate): Promise<unknown> =>
  tx.query('update followup.youth set left_on = $2, noted_on = greatest(noted_on, $3::date), version = version + 1 where id = $1', [
    youthId,
    leftOn,
    on,
  ])

/** Where the youth lives and has lived, the latest first. */
export const listStays = (tx: Tx, youthId: string): Promise<Stay[]> =>
  tx.prepared<Stay>(
    `select s.id, s.unit_id as "unitId", u.name as unit, s.from_on as "fromOn", s.until_on as "untilOn"
     from followup.stay s join followup.unit u on u.id = s.unit_id where s.youth_id = $1 order by s.from_on desc`,
    [youthId],
  )

/** Who is called together for the youth: those still called first. */
export const listActors = (tx: Tx, youthId: string): Promise<CalledActor[]> =>
  tx.prepared<CalledActor>(
    `select id, kind, name, phone, email, ended_on as "endedOn", version from followup.actor where youth_id = $1
     order by ended_on is not null, array_position(array['trustee', 'housing', 'school', 'other'], kind), name collate "sv-x-icu", id`,
    [youthId],
  )

/** Who follows the youth and has followed, the present ones first. */
export const listFollowers = (tx: Tx, youthId: string): Promise<Follower[]> =>
  tx.prepared<Follower>(
    `select f.id, f.staff_id as "staffId", m.name, f.process, f.from_on as "fromOn", f.until_on as "untilOn"
     from followup.follower f join followup.member m on m.staff_id = f.staff_id
     where f.youth_id = $1 and f.until_on is distinct from f.from_on order by f.until_on is not null, f.from_on desc, m.name collate "sv-x-icu"`,
    [youthId],
  )
