/** A municipality that had ended measures before stages followed their ends: which of its stages ended with them is worked out, and nothing else moves. */
import pg from 'pg'
import { expect, test } from 'vitest'
import { newDatabase } from '../../../test/support/places.ts'
import { migrate } from '../../platform/db/migrate.ts'

/** The last of those that a municipality had before. */
const before = 24

/** Three measures with two stages each, past the triggers, and one that was called off. */
const insertAll = `
  set session_replication_role = replica;
  insert into register.person (subject_id) values (gen_random_uuid());
  insert into measures.measure (person_id, item_key, item_version, is_exclusive, from_on, ended_on, end_reason, end_said_on, responsible, placement, origin, by_name,
      changed_by, recorded_on, note)
    select p.id, 'guidance', 1, false, v.from_on, v.ended_on, v.reason, v.said, 'municipality', 'none', 'hand', 'prov', 'prov', '2026-11-01', v.note
    from register.person p, (values
      ('interrupted', '2026-11-01'::date, '2026-11-15'::date, 'moved', '2026-11-15'::date), ('completed', '2026-11-01', '2026-11-15', 'completed', '2026-11-15'),
      ('earlier', '2026-11-01', '2026-11-15', 'moved', '2026-11-15'), ('called off', '2026-12-01', '2026-12-01', 'work', '2026-11-15')) v (note, from_on, ended_on, reason, said);
  insert into measures.stage (measure_id, stage_key, step, from_on, ended_on, outcome, reason, by_name)
    select m.id, 'first', 1, date '2026-11-01', date '2026-11-08', 'completed', null, 'prov' from measures.measure m where m.from_on = '2026-11-01'
    union all
    select m.id, 'last', 2, '2026-11-08', '2026-11-15', case m.note when 'completed' then 'completed' else 'interrupted' end,
      case m.note when 'interrupted' then 'moved' when 'earlier' then 'attendance' end, 'prov' from measures.measure m where m.from_on = '2026-11-01';
  set session_replication_role = origin;`

test('the last stage that ended as its measure did ended with it; what was called off for another reason stands, and may be struck', async () => {
  const url = await newDatabase()
  await migrate(url, 'municipality', before)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(insertAll)
    await migrate(url, 'municipality', 1)
    const { rows } = await client.query(
      `select m.note, s.stage_key as stage from measures.stage s join measures.measure m on m.id = s.measure_id where s.ended_with_measure order by m.id`,
    )
    expect(rows).toEqual([
      { note: 'interrupted', stage: 'last' },
      { note: 'completed', stage: 'last' },
    ])
    const calledOff = (set: string) => client.query(`update measures.measure set ${set}, version = version + 1 where note = 'called off'`)
    await expect(calledOff(`end_reason = 'moved'`)).rejects.toThrow('what has not begun can only never have begun')
    await calledOff(`struck_at = now(), struck_by = 'prov', struck_why = 'fel ungdom'`)
  } finally {
    await client.end()
  }
})
