/** Erasure on a real database: what is due goes with all that hangs on it, the rest stays, and the database refuses what the rule refuses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../../test/support/places.ts'
import { inTransaction } from '../../../platform/db/tx.ts'
import { todayInSweden } from '../../../platform/clock.ts'
import { birthday, dateOf, dayOf, plusDays, type PlainDate } from '../../../platform/plain-date.ts'
import { appoint, followupLog } from '../index.ts'
import { eraseDueFiles, listDueFiles } from './erasure.actions.ts'

const staff = '00000000-0000-4000-8000-000000000001'
const today = todayInSweden()
const yearsAgo = (years: number, days = 0): PlainDate => dateOf(plusDays(birthday(dayOf(today), -years), days))
let place: TestPlace
let serial = 0
beforeAll(async () => {
  place = await aPlace()
  await appoint(place.pool, { staffId: staff, name: 'Prov', roles: ['authority', 'housing'], by: 'prov' })
})
afterAll(() => place.installation.close())

async function aFile(notedOn: PlainDate, more: Readonly<Record<string, string>> = {}): Promise<string> {
  serial += 1
  const columns = { born_on: '2004-03-14', registered_on: '2015-01-01', noted_on: notedOn, ...more }
  const names = Object.keys(columns)
  const [row] = await place.sql<{ id: string }>(
    `insert into followup.youth (number, given_name, family_name, registered_by, ${names.join(', ')})
     values ('20040314TF' || lpad($1::text, 2, '0'), 'Prov', 'Provsson', $2, ${names.map((_, index) => `$${index + 3}`).join(', ')}) returning id`,
    [serial, staff, ...Object.values(columns)],
  )
  return row?.id ?? ''
}
const erased = (id: string): Promise<unknown> =>
  inTransaction(place.pool, (tx) => tx.query('select followup.erase_youth($1)', [id]), 'lots_followup')
const remain = async (): Promise<string[]> => (await place.sql<{ id: string }>('select id from followup.youth')).map(({ id }) => id)

describe('erasure', () => {
  it('takes what is due with everything that hangs on it, leaves the rest, and says so', async () => {
    const old = await aFile(yearsAgo(6))
    const kept = await aFile(yearsAgo(6), { kept_because: 'placed' })
    const fresh = await aFile(yearsAgo(5, 1))
    const edge = await aFile(yearsAgo(5))
    const noted = await aFile(yearsAgo(6))
    const followed = await aFile(yearsAgo(6))
    await place.sql(
      `insert into followup.actor (youth_id, kind, name, noted_on) values ($1, 'trustee', 'God Man', $3), ($2, 'other', 'X', $4)`,
      [old, noted, yearsAgo(6), yearsAgo(2)],
    )
    await place.sql(`insert into followup.follower (youth_id, staff_id, process, from_on, noted_on) values ($1, $2, 'housing', $3, $3)`, [
      followed,
      staff,
      yearsAgo(6),
    ])
    const due = await listDueFiles(place.pool, today, 'prov')
    expect(new Set(due.map(({ youthId }) => youthId))).toEqual(new Set([old, edge]))
    expect(await remain()).toHaveLength(6)
    const gone = await eraseDueFiles(place.pool, today, 'prov')
    expect(new Set(gone.map(({ youthId }) => youthId))).toEqual(new Set([old, edge]))
    expect(new Set(await remain())).toEqual(new Set([kept, fresh, noted, followed]))
    expect(await place.sql('select from followup.actor where youth_id = $1', [old])).toEqual([])
    const lines = await place.sql<{ outcome: string; detail: object }>(
      `select outcome, detail from followup.line where action = 'followup.erase' and subject_id = $1`,
      [old],
    )
    expect(lines).toEqual([{ outcome: 'done', detail: {} }])
    expect(await eraseDueFiles(place.pool, today, 'prov')).toEqual([])
    expect(await followupLog.verify(place.pool, null, 'prov')).toMatchObject({ faults: 0, unlinked: 0 })
  })

  it('goes by the years that are set', async () => {
    const id = await aFile(yearsAgo(6))
    await place.sql(`insert into followup.setting (key, value, set_by) values ('erasure', '{"years": 7}', 'prov')`)
    expect(await listDueFiles(place.pool, today, 'prov')).toEqual([])
    expect((await listDueFiles(place.pool, yearsAgo(-1), 'prov')).map(({ youthId }) => youthId)).toContain(id)
    await place.sql(`update followup.setting set known_until = clock_timestamp()`)
  })

  it('is refused by the database itself before the law’s five years, for what is kept, and while somebody follows', async () => {
    await expect(erased(await aFile(yearsAgo(5, 1)))).rejects.toThrow('five years after the last note')
    await expect(erased(await aFile(yearsAgo(9), { kept_because: 'placed' }))).rejects.toThrow('to be kept')
    const followed = await aFile(yearsAgo(9))
    await place.sql(`insert into followup.follower (youth_id, staff_id, process, from_on, noted_on) values ($1, $2, 'housing', $3, $3)`, [
      followed,
      staff,
      yearsAgo(9),
    ])
    await expect(erased(followed)).rejects.toThrow('somebody follows')
    const direct = inTransaction(place.pool, (tx) => tx.query('delete from followup.youth'), 'lots_followup')
    await expect(direct).rejects.toThrow('permission denied')
  })
})

describe('every table of the module that is about a youth', () => {
  it('goes with the youth, and says the day of its note', async () => {
    const tables = await place.sql<{ name: string; noted: boolean; cascades: boolean }>(
      `select c.relname as name,
         exists (select from pg_attribute n where n.attrelid = c.oid and n.attname = 'noted_on' and n.attnotnull and not n.attisdropped) as noted,
         exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'followup.youth'::regclass
           and k.confdeltype = 'c') as cascades
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'youth_id' and not a.attisdropped
       where c.relnamespace = 'followup'::regnamespace and c.relkind = 'r' order by 1`,
    )
    expect(tables.filter(({ noted, cascades }) => !noted || !cascades)).toEqual([])
    expect(tables.length).toBeGreaterThanOrEqual(3)
  })

  it('has nothing under it that would stay behind: a key to a row that goes goes with it', async () => {
    const staying = await place.sql<{ key: string }>(
      `with recursive goes (oid) as (
         select 'followup.youth'::regclass::oid
         union select k.conrelid from pg_constraint k join goes g on k.confrelid = g.oid and k.contype = 'f' and k.confdeltype = 'c')
       select k.conname as key from pg_constraint k join goes g on k.confrelid = g.oid
       where k.contype = 'f' and k.confdeltype <> 'c' and not exists (select from goes h where h.oid = k.conrelid)`,
    )
    expect(staying).toEqual([])
  })

  it('can be counted on the day of the youth’s last note', async () => {
    const id = await aFile(yearsAgo(9))
    const [row] = await place.sql<{ on: PlainDate }>('select followup.last_note_on($1) as on', [id])
    expect(row?.on).toBe(yearsAgo(9))
    await place.sql(`insert into followup.actor (youth_id, kind, name, noted_on) values ($1, 'other', 'X', '2024-05-01')`, [id])
    const [after] = await place.sql<{ on: PlainDate }>('select followup.last_note_on($1) as on', [id])
    expect(after?.on).toBe(date('2024-05-01'))
  })
})
