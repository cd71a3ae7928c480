/** The periods as last computed: derived, and always possible to compute again from the facts. */
import type { Tx } from '../../platform/db/tx.ts'

/** Replaces the periods of the persons in `life_scope` by the rows given (COPY text), touching only those that differ. */
export async function savePeriods(tx: Tx, rows: readonly string[]): Promise<void> {
  await tx.script(`
    drop table if exists computed_period;
    create temp table computed_period (person_id bigint, from_on date, until_on date, entry_reason text, exit_reason text) on commit drop`)
  await tx.copyIn('copy computed_period from stdin', rows)
  await tx.script(`
    analyze computed_period (person_id);
    delete from register.period p using life_scope s
    where p.person_id = s.person_id and not exists (select from computed_period c
      where c.person_id = p.person_id and c.from_on = p.from_on and c.until_on is not distinct from p.until_on
        and c.entry_reason = p.entry_reason and c.exit_reason is not distinct from p.exit_reason);
    insert into register.period (person_id, from_on, until_on, entry_reason, exit_reason)
    select c.* from computed_period c
    where not exists (select from register.period p where p.person_id = c.person_id and p.from_on = c.from_on)`)
}
