/** A municipality that had statements before there were more kinds: it is brought up to date with what it had, and says where each came from. */
import { join } from 'node:path'
import { runner } from 'node-pg-migrate'
import pg from 'pg'
import { expect, test } from 'vitest'
import { newDatabase } from '../../../test/support/places.ts'
import { projectRoot } from '../../platform/project.ts'

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const up = (databaseUrl: string, count: number) =>
  runner({
    databaseUrl,
    count,
    dir: join(projectRoot, 'migrations', 'municipality'),
    direction: 'up',
    migrationsTable: 'migration',
    schema: 'public',
    singleTransaction: true,
    logger: silent,
    verbose: false,
  })

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
  await up(url, before)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(insertAll)
    await up(url, 1)
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
