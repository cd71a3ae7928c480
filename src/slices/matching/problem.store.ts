/** Whom the staged problems are about, so that the inbox can leave out whom its reader may not see. */
import type { Tx } from '../../platform/db/tx.ts'

/**
 * Adds to `resolved` the numbers of rows that could not be used at all, where the register knows them. Where rows about several
 * persons are one exception (an unknown code), it is kept in the name of one who is not protected: else nobody could see to it.
 */
export async function resolveProblems(tx: Tx): Promise<void> {
  await tx.script(`
    insert into resolved (number, kind, born_on, is_new, person_id)
    select distinct i.number, i.kind, i.born_on, false, i.person_id
    from staged_problem p join register.identity i on i.number = p.number and i.known_until = 'infinity'
    where not exists (select from resolved r where r.number = i.number);
    delete from staged_problem p using resolved r, register.protected_now x
    where r.number = p.number and x.person_id = r.person_id and exists (
      select from staged_problem o left join resolved q on q.number = o.number
      where o.content_key = p.content_key and not exists (select from register.protected_now y where y.person_id = q.person_id))`)
}
