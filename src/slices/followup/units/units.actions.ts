/** Housing units: read, added, changed, with a line in the module's log. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { change } from '../log.ts'
import type { HousingUnit } from '../people/people.types.ts'
import { hasResidents, insertUnit, isUnitNameTaken, listUnits, updateUnit, type UnitWish } from './units.store.ts'

export type UnitRefusal = 'name-taken' | 'in-use' | 'stale'

/** All units with how many live there. */
export const readUnits = (sealed: Pool, on: PlainDate): Promise<HousingUnit[]> =>
  inTransaction(sealed, (tx) => listUnits(tx, on), 'lots_followup')

async function decide(tx: Tx, wish: UnitWish, on: PlainDate): Promise<Decision<string, UnitRefusal>> {
  if (await isUnitNameTaken(tx, wish.name, wish.id)) return refuse('name-taken')
  if (wish.id === null) return grant(await insertUnit(tx, wish))
  // The row is held by the update: nobody moves in while it is decided.
  if (!(await updateUnit(tx, wish))) return refuse('stale')
  return !wish.active && (await hasResidents(tx, wish.id, on)) ? refuse('in-use') : grant(wish.id)
}

/** Adds or changes a unit. One where somebody lives is not taken out of use. */
export const saveUnit = (sealed: Pool, by: string, wish: UnitWish, on: PlainDate): Promise<Decision<string, UnitRefusal>> =>
  change(sealed, { actor: by, action: 'followup.saveUnit', detail: { unit: wish.id, active: wish.active } }, (tx) => decide(tx, wish, on))
