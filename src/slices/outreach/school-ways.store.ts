/**
 * Phone numbers and e-mail addresses that a school system delivers, against those it delivered before: staged (`staged_pupil`, `subject`) and
 * compared, in the transaction of the read.
 */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

const isAnythingStaged = 'select from staged_pupil where phones is not null or emails is not null limit 1'

/** What is wanted, by the person: matched, and not protected, by whichever source has said so. `listed_way`: of what kinds the record speaks. */
const wanted = `
  create temp table listed_way on commit drop as
  select distinct coalesce(m.root_id, u.person_id) as person_id, k.kind, lower(v.value) as key, v.value
  from staged_pupil p join subject u using (subject) left join register.merged_now m on m.absorbed_id = u.person_id
  cross join lateral (values ('phone', p.phones), ('email', p.emails)) k (kind, listed) left join lateral unnest(k.listed) v (value) on true
  where u.person_id is not null and k.listed is not null and u.person_id not in (select h.person_id from register.protected_now h)`

/** The ledger's entries of those persons, on whichever record they stand. */
const known = `
  create temp table known_way on commit drop as
  select w.id, coalesce(m.root_id, w.person_id) as person_id, w.kind, lower(w.value) as key, w.ended_at is not null as is_ended, w.ended_by, w.source, w.found_by,
    w.dead_on is not null as is_dead, w.last_result in ('worked', 'delivered') is true as has_worked
  from outreach.way w left join register.merged_now m on m.absorbed_id = w.person_id
  where coalesce(m.root_id, w.person_id) in (select person_id from listed_way)`

/** A number that a person took away, that protection ended or that was dead does not come back because a school still has it. */
const addNew = `
  insert into outreach.way (person_id, kind, value, source, found_on, found_by)
  select distinct on (l.person_id, l.kind, l.key) l.person_id, l.kind, l.value, 'school', $2::date, $1 from listed_way l
  where l.key is not null and not exists (select from known_way k where k.person_id = l.person_id and k.kind = l.kind and k.key = l.key
    and (not k.is_ended or k.ended_by <> $1 or k.is_dead))
  order by l.person_id, l.kind, l.key, l.value
  on conflict (person_id, kind, lower(value)) where ended_at is null do nothing returning person_id as id`

/** What this source said before and says no more, unless the youth has been reached on it. */
const endGone = `
  update outreach.way w set ended_at = clock_timestamp(), ended_by = $1, version = w.version + 1 from known_way k
  where k.id = w.id and w.ended_at is null and k.source = 'school' and k.found_by = $1 and not k.has_worked
    and not exists (select from outreach.contact c where c.way_id = w.id and c.struck_at is null and c.reached)
    and exists (select from listed_way l where l.person_id = k.person_id and l.kind = k.kind)
    and not exists (select from listed_way l where l.person_id = k.person_id and l.kind = k.kind and l.key = k.key)
  returning k.person_id as id`

/**
 * Adds what is new and ends what the source no longer says, of persons whose record lists it. Nobody who is missing from the read loses
 * anything: a pupil who has left is who the number is for. Returns those whose ways differ now.
 */
export async function applySchoolWays(tx: Tx, source: string, on: PlainDate): Promise<number[]> {
  if ((await tx.query(isAnythingStaged)).length === 0) return []
  await tx.script(`${wanted};\n${known}`)
  const ended = await tx.query<{ id: number }>(endGone, [source])
  const added = await tx.query<{ id: number }>(addNew, [source, on])
  await tx.script('drop table listed_way; drop table known_way')
  return [...new Set([...ended, ...added].map(({ id }) => id))]
}
