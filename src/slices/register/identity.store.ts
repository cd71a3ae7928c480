/** From numbers and pupil ids to persons, for a whole delivery at a time. New numbers make new persons; pupils are never guessed. */
import type { Tx } from '../../platform/db/tx.ts'
import type { Moment } from '../../platform/db/compare.ts'
import { markPersons } from './pending.store.ts'

/**
 * Fills `resolved(number, person_id)` for every number in the staged table, creating persons for numbers not seen before.
 * A person known only by a number has no residence and is on no list; the number is kept so that sources may come in any order.
 */
export async function resolveNumbers(tx: Tx, stagedTables: readonly string[], moment: Moment): Promise<number> {
  const all = stagedTables.map((table) => `select number, kind, born_on from ${table} where number is not null`).join(' union all ')
  await tx.script(`
    drop table if exists resolved;
    create temp table resolved on commit drop as
    select s.number, s.kind, s.born_on, i.person_id is null as is_new,
      coalesce(i.person_id, nextval(pg_get_serial_sequence('register.person', 'id'))) as person_id
    from (select distinct on (number) number, kind, born_on from (${all}) a) s
    left join register.identity i on i.number = s.number and i.known_until = 'infinity';
    insert into register.person (id) select person_id from resolved where is_new;
    analyze resolved (number)`)
  const [created] = await tx.query<{ n: number }>('select count(*)::int as n from resolved where is_new')
  if (created === undefined || created.n === 0) return 0
  await tx.query(
    `insert into register.identity (person_id, number, kind, born_on, source, read_id, known_from)
     select person_id, number, kind, born_on, $1, $2, $3 from resolved where is_new`,
    [moment.source, moment.readId, moment.knownAt],
  )
  return created.n
}

type Change = { old_number: string; new_number: string; new_kind: string; new_born_on: string | null }

/** Adds the new number to the old number's person, and marks the old one as replaced (GN, GS). */
async function addNumber(tx: Tx, change: Change, personId: number, moment: Moment): Promise<void> {
  await tx.query(
    `insert into register.identity (person_id, number, kind, born_on, source, read_id, known_from) values ($1, $2, $3, $4, $5, $6, $7)`,
    [personId, change.new_number, change.new_kind, change.new_born_on, moment.source, moment.readId, moment.knownAt],
  )
}

async function markReplaced(tx: Tx, change: Change, moment: Moment): Promise<boolean> {
  const [old] = await tx.query<{ id: number; person_id: number; kind: string; born_on: string | null }>(
    `select id, person_id, kind, born_on from register.identity where number = $1 and known_until = 'infinity' and replaced_by is distinct from $2`,
    [change.old_number, change.new_number],
  )
  if (old === undefined) return false
  await tx.query('update register.identity set known_until = $2 where id = $1', [old.id, moment.knownAt])
  await tx.query(
    `insert into register.identity (person_id, number, kind, born_on, replaced_by, source, read_id, known_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [old.person_id, change.old_number, old.kind, old.born_on, change.new_number, moment.source, moment.readId, moment.knownAt],
  )
  return true
}

const personOf = async (tx: Tx, number: string): Promise<number | null> =>
  (
    await tx.query<{ person_id: number }>(`select person_id from register.identity where number = $1 and known_until = 'infinity'`, [
      number,
    ])
  )[0]?.person_id ?? null

/** How two records turned out to be one person. The caller merges them. */
export type MergeWish = { readonly absorbedId: number; readonly keptId: number }

/**
 * Applies the number changes of a delivery (`staged_post.replaced_by`). Numbers the register has not seen are given to the old
 * number's person; where both are known as two persons, they are returned to be merged. Doing it again changes nothing.
 */
export async function applyNumberChanges(tx: Tx, moment: Moment): Promise<MergeWish[]> {
  const changes = await tx.query<Change>(
    `select distinct on (number) number as old_number, replaced_by as new_number, replaced_by_kind as new_kind, replaced_by_born_on as new_born_on
     from staged_post where replaced_by is not null and replaced_by <> number order by number, seq desc`,
  )
  const wishes: MergeWish[] = []
  for (const change of changes) {
    const [oldPerson, newPerson] = [await personOf(tx, change.old_number), await personOf(tx, change.new_number)]
    if (oldPerson === null) continue
    if (newPerson === null) await addNumber(tx, change, oldPerson, moment)
    else if (newPerson !== oldPerson) wishes.push({ absorbedId: oldPerson, keptId: newPerson })
    if (await markReplaced(tx, change, moment)) {
      await markPersons(tx, [oldPerson])
    }
  }
  return wishes
}
