/** Who came in and who left since the last run, written to the run and counted by reason. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Movement } from './matching.types.ts'

const compareWithListed = `
  insert into matching.run_change (run_id, person_id, direction, reason, on_date)
  select $1::bigint, c.person_id, 'entered', c.entry_reason, c.from_on from covered_now c
  where not exists (select from matching.listed l where l.person_id = c.person_id)
  union all
  select $1::bigint, l.person_id, 'left', coalesce(p.exit_reason, 'retracted'), coalesce(p.until_on, $2::date) from matching.listed l
  left join lateral (select exit_reason, until_on from register.period p
    where p.person_id = l.person_id and p.until_on <= $2::date and p.until_on > l.from_on order by until_on desc limit 1) p on true
  where not exists (select from covered_now c where c.person_id = l.person_id)`

const saveListed = `
  delete from matching.listed l where not exists (select from covered_now c where c.person_id = l.person_id);
  insert into matching.listed (person_id, from_on) select person_id, from_on from covered_now
    on conflict (person_id) do update set from_on = excluded.from_on where matching.listed.from_on <> excluded.from_on`

type Counted = { direction: string; reason: string; n: number }

function movement(rows: readonly Counted[], direction: string): Movement {
  const own = rows.filter((row) => row.direction === direction)
  return { total: own.reduce((sum, row) => sum + row.n, 0), byReason: Object.fromEntries(own.map((row) => [row.reason, row.n])) }
}

/** Compares those covered on the day with those listed after the last run, and remembers the new list. */
export async function recordMovements(
  tx: Tx,
  runId: number,
  on: PlainDate,
): Promise<{ entered: Movement; left: Movement; covered: number }> {
  await tx.query(
    `create temp table covered_now on commit drop as
     select person_id, from_on, entry_reason from register.period where from_on <= $1 and (until_on is null or until_on > $1)`,
    [on],
  )
  await tx.query(compareWithListed, [runId, on])
  await tx.script(saveListed)
  const rows = await tx.query<Counted>(
    'select direction, reason, count(*)::int as n from matching.run_change where run_id = $1 group by direction, reason order by direction, n desc, reason',
    [runId],
  )
  const [count] = await tx.query<{ n: number }>('select count(*)::int as n from covered_now')
  return { entered: movement(rows, 'entered'), left: movement(rows, 'left'), covered: count?.n ?? 0 }
}
