/** Whose periods wait to be computed. Written with the facts, so that a run killed between the two loses nobody. */
import { applyFacts, type Applied, type FactTable, type Moment } from '../../platform/db/compare.ts'
import type { Tx } from '../../platform/db/tx.ts'

/** Applies what `compareFacts` found and marks everybody whose facts differ. */
export async function applyAndMark(tx: Tx, facts: FactTable, moment: Moment, found: Applied): Promise<void> {
  if (found.new + found.changed + found.ended === 0) return
  await applyFacts(tx, facts, moment, found)
  await tx.script('insert into register.pending select distinct person_id from fact_change on conflict do nothing')
}

export const markPersons = (tx: Tx, ids: readonly number[]): Promise<unknown> =>
  tx.query('insert into register.pending select unnest($1::bigint[]) on conflict do nothing', [ids])

/** When the rules or settings that periods were computed with have changed, everybody is marked. */
export async function markAllIfRulesChanged(tx: Tx, fingerprint: string): Promise<void> {
  const changed = await tx.query(
    `insert into register.computed_with (fingerprint) values ($1)
     on conflict (one_row) do update set fingerprint = excluded.fingerprint where computed_with.fingerprint <> excluded.fingerprint returning one_row`,
    [fingerprint],
  )
  if (changed.length > 0) await tx.script('insert into register.pending select id from register.person on conflict do nothing')
}

/** Those marked have been computed. */
export const clearPending = (tx: Tx): Promise<void> => tx.script('delete from register.pending')
