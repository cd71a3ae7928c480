/** Changes of units, districts and staff: version, refusal and audit line in one transaction (design idea 4). */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change } from '../audit/index.ts'
import { holdRuns } from '../matching/index.ts'
import { hasYouths, previewRoutes, rerouteYouths, uncoveredCodes, type MovedYouths, type PlacelessCode } from '../worklist/index.ts'
import {
  endSessionsOf,
  hasDistricts,
  insertDistrict,
  insertUnit,
  isActiveUnit,
  isNameTaken,
  listDistricts,
  listStaff,
  listUnits,
  replaceRoutes,
  updateDistrict,
  updateStaff,
  updateUnit,
} from './organisation.store.ts'
import type { District, DistrictWish, StaffMember, StaffWish, Unit, UnitWish } from './organisation.types.ts'
import { overlapOf } from './routing.rules.ts'

export type Organisation = {
  readonly units: readonly Unit[]
  readonly districts: readonly District[]
  readonly staff: readonly StaffMember[]
}

/** The whole organisation: some tens of rows. */
export const readOrganisation = (pool: Pool): Promise<Organisation> =>
  inTransaction(pool, async (tx) => ({ units: await listUnits(tx), districts: await listDistricts(tx), staff: await listStaff(tx) }))

/** Postal codes of the register that no district has. */
export const readPlacelessCodes = (pool: Pool, scope: Scope, on: PlainDate): Promise<PlacelessCode[]> =>
  inTransaction(pool, (tx) => uncoveredCodes(tx, scope, on))

/** How many covered youths would get which unit if the district were saved as wished. */
export const previewDistrict = (pool: Pool, scope: Scope, on: PlainDate, wish: DistrictWish): Promise<MovedYouths[]> =>
  inTransaction(pool, (tx) => previewRoutes(tx, scope, on, wish))

export type UnitRefusal = 'name-taken' | 'in-use' | 'stale'

async function decideUnit(tx: Tx, on: PlainDate, wish: UnitWish): Promise<Decision<number, UnitRefusal>> {
  if (await isNameTaken(tx, 'unit', wish.name, wish.id)) return refuse('name-taken')
  if (wish.id === null) return grant(await insertUnit(tx, wish.name))
  if (!(await holdsVersion(tx, wish))) return refuse('stale')
  if (!wish.active && ((await hasDistricts(tx, wish.id)) || (await hasYouths(tx, wish.id, on)))) return refuse('in-use')
  return (await updateUnit(tx, wish)) ? grant(wish.id) : refuse('stale')
}

const holdsVersion = async (tx: Tx, { id, version }: UnitWish): Promise<boolean> =>
  (await listUnits(tx)).some((unit) => unit.id === id && unit.version === version)

/** Adds, renames or retires a unit. A unit with districts or youths is not retired before they are moved. */
export const saveUnit = (pool: Pool, by: string, on: PlainDate, wish: UnitWish): Promise<Decision<number, UnitRefusal>> =>
  change(pool, { actor: by, action: 'organisation.saveUnit', detail: { unit: wish.id, active: wish.active } }, (tx) =>
    decideUnit(tx, on, wish),
  )

export type DistrictRefusal = 'name-taken' | 'overlap' | 'unit-retired' | 'stale' | 'night-is-running'

async function decideDistrict(tx: Tx, wish: DistrictWish): Promise<Decision<number, DistrictRefusal>> {
  // A night writes the same lines; it also keeps two changes of routing from passing each other.
  if (!(await holdRuns(tx))) return refuse('night-is-running')
  const others = (await listDistricts(tx)).filter(({ id }) => id !== wish.id)
  if (await isNameTaken(tx, 'district', wish.name, wish.id)) return refuse('name-taken')
  if (wish.unitId !== null && !(await isActiveUnit(tx, wish.unitId))) return refuse('unit-retired')
  if (wish.id !== null && !(await updateDistrict(tx, wish))) return refuse('stale')
  if (overlapOf(wish.codes, others) !== null) return refuse('overlap')
  const id = wish.id ?? (await insertDistrict(tx, wish))
  await replaceRoutes(tx, id, wish.codes)
  await rerouteYouths(tx)
  return grant(id)
}

/** Adds or changes a district; new youths, and those nobody has, get the unit of their postal code at once. */
export const saveDistrict = (pool: Pool, by: string, wish: DistrictWish): Promise<Decision<number, DistrictRefusal>> =>
  change(
    pool,
    { actor: by, action: 'organisation.saveDistrict', detail: { district: wish.id, unit: wish.unitId, ranges: wish.codes.length } },
    (tx) => decideDistrict(tx, wish),
  )

export type StaffRefusal = 'oneself' | 'unit-retired' | 'stale'

async function decideStaff(tx: Tx, by: string, wish: StaffWish): Promise<Decision<string, StaffRefusal>> {
  if (wish.id === by && !wish.active) return refuse('oneself')
  if (wish.unitId !== null && !(await isActiveUnit(tx, wish.unitId))) return refuse('unit-retired')
  if (!(await updateStaff(tx, wish))) return refuse('stale')
  if (!wish.active) await endSessionsOf(tx, wish.id)
  return grant(wish.id)
}

/** Gives somebody a unit, shuts somebody out (which ends their sign-ins at once) or lets them in again. Nobody shuts themselves out. */
export const saveStaffMember = (pool: Pool, by: string, wish: StaffWish): Promise<Decision<string, StaffRefusal>> =>
  change(
    pool,
    {
      actor: by,
      action: 'organisation.saveStaff',
      detail: { staff: wish.id, unit: wish.unitId, active: wish.active, phone: wish.phone !== null, email: wish.email !== null },
    },
    (tx) => decideStaff(tx, by, wish),
  )
