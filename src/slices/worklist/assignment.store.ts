/** Assignments: one open at a time for each youth, the earlier ones kept as history. */
import type { Tx } from '../../platform/db/tx.ts'

/** A colleague as a target. */
export type StaffTarget = { readonly isActive: boolean; readonly unitId: number | null; readonly roles: readonly string[] }

export async function findStaffTarget(tx: Tx, staffId: string): Promise<StaffTarget | null> {
  const [row] = await tx.query<StaffTarget>(`select active as "isActive", unit_id as "unitId", roles from access.staff where id = $1`, [
    staffId,
  ])
  return row ?? null
}

export async function findUnitTarget(tx: Tx, unitId: number): Promise<{ readonly isActive: boolean } | null> {
  const [row] = await tx.query<{ isActive: boolean }>(`select active as "isActive" from organisation.unit where id = $1`, [unitId])
  return row ?? null
}

/** Holds the youth's line until the transaction ends: two who assign the same youth at the same moment go one after the other. */
export const holdYouth = (tx: Tx, personId: number): Promise<unknown> =>
  tx.query('select from worklist.youth where person_id = $1 for update', [personId])

export type NewAssignment = {
  readonly personId: number
  readonly staffId: string | null
  readonly unitId: number | null
  readonly by: string
}

/** Closes the open assignment and opens the new one, in the lists too. With neither colleague nor unit nobody has the youth. */
export async function saveAssignment(tx: Tx, { personId, staffId, unitId, by }: NewAssignment): Promise<void> {
  await tx.query(`update worklist.assignment set known_until = clock_timestamp() where person_id = $1 and known_until = 'infinity'`, [
    personId,
  ])
  if (staffId !== null || unitId !== null) {
    await tx.query(`insert into worklist.assignment (person_id, unit_id, staff_id, how, assigned_by) values ($1, $2, $3, 'by-hand', $4)`, [
      personId,
      unitId,
      staffId,
      by,
    ])
  }
  await tx.query('update worklist.youth set unit_id = $2, staff_id = $3 where person_id = $1', [personId, unitId, staffId])
}
