/** Units, districts and staff in SQL. A save that touches no row was made from a version that is no longer there. */
import type { Tx } from '../../platform/db/tx.ts'
import type { District, DistrictWish, StaffMember, StaffWish, Unit, UnitWish } from './organisation.types.ts'

/** All units, those in use first. */
export const listUnits = (tx: Tx): Promise<Unit[]> =>
  tx.prepared<Unit>(
    `select u.id, u.name, u.active, u.version,
       coalesce((select array_agg(d.name order by d.name collate "sv-x-icu") from organisation.district d where d.unit_id = u.id), '{}') as districts,
       (select count(*)::int from access.staff t where t.unit_id = u.id and t.active) as staff
     from organisation.unit u order by u.active desc, u.name collate "sv-x-icu"`,
  )

/** All districts with their codes, by name. */
export const listDistricts = (tx: Tx): Promise<District[]> =>
  tx.prepared<District>(
    `select d.id, d.name, d.unit_id as "unitId", u.name as unit, d.version,
       coalesce((select json_agg(json_build_object('first', r.first_code, 'last', r.last_code) order by r.first_code)
         from organisation.route r where r.district_id = d.id), '[]') as codes
     from organisation.district d left join organisation.unit u on u.id = d.unit_id order by d.name collate "sv-x-icu"`,
  )

/** Everybody who has signed in, those let in first. */
export const listStaff = (tx: Tx): Promise<StaffMember[]> =>
  tx.prepared<StaffMember>(
    `select t.id, t.name, t.roles, t.unit_id as "unitId", u.name as unit, t.active, t.phone, t.email, t.version,
       to_char(t.last_signed_in_at, 'YYYY-MM-DD HH24:MI') as "lastSignedInAt"
     from access.staff t left join organisation.unit u on u.id = t.unit_id order by t.active desc, t.name collate "sv-x-icu"`,
  )

/** Whether another unit or district has the name. */
export const isNameTaken = async (tx: Tx, table: 'unit' | 'district', name: string, id: number | null): Promise<boolean> =>
  (await tx.query(`select from organisation.${table} where lower(name) = lower($1) and id is distinct from $2`, [name, id])).length > 0

export const isActiveUnit = async (tx: Tx, id: number): Promise<boolean> =>
  (await tx.query('select from organisation.unit where id = $1 and active for share', [id])).length > 0

/** Whether a unit has districts. */
export const hasDistricts = async (tx: Tx, unitId: number): Promise<boolean> =>
  (await tx.query('select from organisation.district where unit_id = $1 limit 1', [unitId])).length > 0

export async function insertUnit(tx: Tx, name: string): Promise<number> {
  const [row] = await tx.query<{ id: number }>('insert into organisation.unit (name) values ($1) returning id', [name])
  return row?.id ?? 0
}

export const updateUnit = async (tx: Tx, { id, name, active, version }: UnitWish): Promise<boolean> =>
  (
    await tx.query(
      'update organisation.unit set name = $2, active = $3, version = version + 1 where id = $1 and version = $4 returning id',
      [id, name, active, version],
    )
  ).length > 0

export async function insertDistrict(tx: Tx, { name, unitId }: DistrictWish): Promise<number> {
  const [row] = await tx.query<{ id: number }>('insert into organisation.district (name, unit_id) values ($1, $2) returning id', [
    name,
    unitId,
  ])
  return row?.id ?? 0
}

export const updateDistrict = async (tx: Tx, { id, name, unitId, version }: DistrictWish): Promise<boolean> =>
  (
    await tx.query(
      'update organisation.district set name = $2, unit_id = $3, version = version + 1 where id = $1 and version = $4 returning id',
      [id, name, unitId, version],
    )
  ).length > 0

/** The district's codes instead of those it had. */
export async function replaceRoutes(tx: Tx, districtId: number, codes: DistrictWish['codes']): Promise<void> {
  await tx.query('delete from organisation.route where district_id = $1', [districtId])
  await tx.query('insert into organisation.route (district_id, first_code, last_code) select $1, * from unnest($2::int[], $3::int[])', [
    districtId,
    codes.map(({ first }) => first),
    codes.map(({ last }) => last),
  ])
}

export const updateStaff = async (tx: Tx, { id, unitId, active, phone, email, version }: StaffWish): Promise<boolean> =>
  (
    await tx.query(
      `update access.staff set unit_id = $2, active = $3, phone = $5, email = $6, version = version + 1
       where id = $1 and version = $4 returning id`,
      [id, unitId, active, version, phone, email],
    )
  ).length > 0

/** Ends every sign-in of somebody. */
export const endSessionsOf = (tx: Tx, staffId: string): Promise<unknown> =>
  tx.query('update access.session set ended_at = clock_timestamp() where staff_id = $1 and ended_at is null', [staffId])
