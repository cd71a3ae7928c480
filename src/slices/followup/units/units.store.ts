/** Housing units: added, renamed, taken out of use; never removed, since youths have lived there. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { HousingUnit } from '../people/people.types.ts'

/** All units with how many live there on the day, those in use first. A number without names: for whoever looks after the units. */
export const listUnits = (tx: Tx, on: string): Promise<HousingUnit[]> =>
  tx.prepared<HousingUnit>(
    `select u.id, u.name, u.district, u.active, u.version, (select count(*)::int from followup.stay s where s.unit_id = u.id
       and s.from_on <= $1 and (s.until_on is null or s.until_on > $1)) as youths
     from followup.unit u order by u.active desc, u.district collate "sv-x-icu", u.name collate "sv-x-icu", u.id`,
    [on],
  )

/** What is saved of a unit; `id` null: a new one. */
export type UnitWish = {
  readonly id: string | null
  readonly name: string
  readonly district: string
  readonly active: boolean
  readonly version: number
}

export const isUnitNameTaken = async (tx: Tx, name: string, id: string | null): Promise<boolean> =>
  (
    await tx.query(
      'select from followup.unit where lower(name collate "sv-x-icu") = lower($1 collate "sv-x-icu") and id is distinct from $2',
      [name, id],
    )
  ).length > 0

export const isUnitInUse = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.query('select from followup.unit where id = $1 and active for share', [id])).length > 0

/** Whether anybody lives in the unit, or will. */
export const hasResidents = async (tx: Tx, id: string, on: string): Promise<boolean> =>
  (await tx.query('select from followup.stay where unit_id = $1 and (until_on is null or until_on > $2) limit 1', [id, on])).length > 0

export async function insertUnit(tx: Tx, { name, district }: Pick<UnitWish, 'name' | 'district'>): Promise<string> {
  const [row] = await tx.query<{ id: string }>('insert into followup.unit (name, district) values ($1, $2) returning id', [name, district])
  return row?.id ?? ''
}

export const updateUnit = async (tx: Tx, { id, name, district, active, version }: UnitWish): Promise<boolean> =>
  (
    await tx.query(
      'update followup.unit set name = $2, district = $3, active = $4, version = version + 1 where id = $1 and version = $5 returning id',
      [id, name, district, active, version],
    )
  ).length > 0
