/** A municipality that had statements before there were more kinds: it is brought up to date with what it had, and says where each came from. */
import pg from 'pg'
import { expect, test } from 'vitest'
import { newDatabase } from '../../../test/support/places.ts'
import { migrate } from '../../platform/db/migrate.ts'

/** The last of those that a municipality had before. */
const before = 18

const insertAll = `
  insert into register.person (subject_id) values (gen_random_uuid());
  insert into settings.value (key, value, known_from, set_by)
    values ('outreach.freshness', '{"work": 30, "studies": 31, "abroad": 32, "other": 33, "none": 34}', now(), 'prov');
  insert into access.staff (issuer, subject, name, roles) values ('prov', 'prov', 'Prov', '{coordinator}');
  insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, occupation, origin, struck_at, struck_by, struck_why)
    select p.id, 'letter', false, true, 'replied', now() - interval '1 hour', 'Prov', 'work', v.origin, v.struck, case when v.struck is not null then s.id end,
      case when v.struck is not null then 'fel ungdom' end
    from register.person p, access.staff s, (values ('reply', null::timestamptz), ('hand', now())) v (origin, struck);
  insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, contact_id, known_until)
    select c.person_id, 'work', 'youth', current_date + 3, current_date, current_date + 90, 'prov', c.id, now() + interval '1 second'
    from outreach.contact c order by c.id;
  insert into outreach.occupation (person_id, kind, source, stated_on, review_on, said_by)
    select p.id, 'none', 'youth', current_date, current_date + 45, 'prov' from register.person p;`

test('what there was stands, and nothing of it is rewritten but where it came from', async () => {
  const url = await newDatabase()
  await migrate(url, 'municipality', before)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(insertAll)
    await migrate(url, 'municipality', 1)
    const { rows } = await client.query('select kind, origin, since_on is not null as since from outreach.occupation order by id')
    expect(rows).toEqual([
      { kind: 'work', origin: 'reply', since: true },
      { kind: 'work', origin: 'contact', since: true },
      { kind: 'none', origin: 'confirm', since: false },
    ])
    const retracted = await client.query(
      'select o.origin from outreach.occupation_retraction r join outreach.occupation o on o.id = r.occupation_id',
    )
    expect(retracted.rows).toEqual([{ origin: 'contact' }])
    await client.query(`update outreach.occupation set known_until = now() where known_until = 'infinity'`)
    await expect(client.query(`update outreach.occupation set kind = 'other'`)).rejects.toThrow('a closed fact is never changed')
  } finally {
    await client.end()
  }
})

/** A call on the day in which the youth said what they do, as it was logged before. */
const said = (kind: string, daysAgo: number): string => `
  with c as (insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, occupation, origin)
    select p.id, 'phone', true, true, 'reached', now() - interval '${daysAgo} days', 'Prov', '${kind}', 'hand' from register.person p returning id, person_id),
  closed as (update outreach.occupation set known_until = clock_timestamp() where known_until = 'infinity')
  insert into outreach.occupation (person_id, kind, source, stated_on, review_on, said_by, contact_id)
    select c.person_id, '${kind}', 'youth', current_date - ${daysAgo}, current_date + 90, 'prov', c.id from c`
/** A press that it still holds. */
const confirmed = `
  update outreach.occupation set known_until = clock_timestamp() where known_until = 'infinity';
  insert into outreach.occupation (person_id, kind, source, stated_on, review_on, said_by)
    select p.id, 'studies', 'youth', current_date, current_date + 90, 'prov' from register.person p`
/** Striking the call that was logged as the nth: what it said is closed, and what it had taken the place of is said anew, as it was done before. */
const struck = (nth: number): string => `
  update outreach.contact set struck_at = clock_timestamp(), struck_by = (select id from access.staff), struck_why = 'fel ungdom' where id = ${nth};
  with gone as (
    update outreach.occupation set known_until = clock_timestamp() where contact_id = ${nth} and known_until = 'infinity' returning id, person_id)
  insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, contact_id)
  select b.person_id, b.kind, b.source, b.since_on, b.stated_on, b.review_on, b.said_by, b.contact_id
  from gone g cross join lateral (
    select o.* from outreach.occupation o left join outreach.contact c on c.id = o.contact_id
    where o.person_id = g.person_id and o.id <> g.id and c.struck_at is null and o.contact_id is distinct from ${nth}
    order by o.stated_on desc, o.id desc limit 1) b`
const begins = `
  insert into register.person (subject_id) values (gen_random_uuid());
  insert into access.staff (issuer, subject, name, roles) values ('prov', 'prov', 'Prov', '{coordinator}')`

test.each([
  ['what a struck call had taken the place of', [said('work', 9), said('none', 3), struck(2)], [null, null, 1], [2]],
  ['the same twice', [said('work', 9), said('none', 3), struck(2), said('other', 2), struck(3)], [null, null, 1, null, 1], [2, 4]],
  ['what was said anew, and then struck itself', [said('work', 9), said('none', 3), struck(2), struck(1)], [null, null, 1], [1, 2]],
  ['nothing, where the same was confirmed twice', [confirmed, confirmed], [null, null], []],
  ['the last of two that are alike', [confirmed, confirmed, said('none', 0), struck(1)], [null, null, null, 2], [3]],
  ['and not the same said by somebody afterwards', [confirmed, said('none', 0), struck(1), confirmed], [null, null, 1, null], [2]],
  [
    'nothing, where somebody had spoken before the call was struck',
    [confirmed, said('none', 0), confirmed, struck(1)],
    [null, null, null],
    [2],
  ],
])('a statement that was said anew is the one it was: %s', async (_, acts, restates, retracted) => {
  const url = await newDatabase()
  await migrate(url, 'municipality', before)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const act of [begins, ...acts]) await client.query(act)
    await migrate(url, 'municipality', 1)
    const { rows } = await client.query('select restates_id::int from outreach.occupation order by id')
    expect(rows.map(({ restates_id: id }) => id)).toEqual(restates)
    const taken = await client.query('select occupation_id::int as id from outreach.occupation_retraction order by 1')
    expect(taken.rows.map(({ id }) => id)).toEqual(retracted)
  } finally {
    await client.end()
  }
})
