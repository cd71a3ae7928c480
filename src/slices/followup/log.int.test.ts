/** The log of directed follow-up: it can only grow, its chain shows who touched it, and refusals and readings are in it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { isIntact, verifyChain } from '../audit/index.ts'
import { change, followupLog, readAs } from './log.ts'

const subjectId = '3f2b7c1e-9f5a-4c1d-8a53-1c3b6a1e7f00'
let place: TestPlace
beforeAll(async () => {
  place = await aPlace()
})
afterAll(() => place.installation.close())

const asModule = (statement: string): Promise<unknown> => inTransaction(place.pool, (tx) => tx.query(statement), 'lots_followup')
const asOwner = (statement: string): Promise<void> =>
  inTransaction(place.pool, (tx) => tx.script(`set local session_replication_role = replica; ${statement}`), null)
/** How many settings there are. */
const settings = async (): Promise<number> => (await place.sql('select from followup.setting')).length
const setting = `insert into followup.setting (key, value, set_by) values ('prov', '1', 'prov')`

describe('the log', () => {
  it('has a line for what is done, refused and read, in the same transaction', async () => {
    const line = { actor: 'Ada', action: 'followup.prov', subjectId } as const
    await change(place.pool, line, async (tx): Promise<Decision<null, 'nej'>> => {
      await tx.query(setting)
      return refuse('nej')
    })
    expect(await settings()).toBe(0)
    await readAs(place.pool, line, (tx) => tx.query('select from followup.youth'))
    await expect(readAs(place.pool, line, (tx) => tx.query(setting))).rejects.toThrow('read-only')
    await change(place.pool, line, async (tx) => {
      await tx.query(setting)
      return grant(null)
    })
    expect(await settings()).toBe(1)
    const lines = await inTransaction(place.pool, (tx) => followupLog.linesAbout(tx, subjectId, 9), 'lots_followup')
    expect(lines.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'nej'])
    expect(await place.sql('select from audit.line where subject_id = $1', [subjectId])).toEqual([])
  })

  it.each([
    `update followup.line set actor = 'någon annan'`,
    'delete from followup.line',
    'truncate followup.line',
    'drop table followup.line',
    'insert into followup.link select * from followup.link',
    'update followup.link set seq = seq + 1',
    `insert into followup.line (at, actor, action) values ('2020-01-01', 'x', 'a.b')`,
    'delete from followup.youth',
    'delete from followup.role',
    'truncate followup.member',
    `update followup.setting set value = '2'`,
    'create trigger t after insert on followup.line for each row execute function followup.link_line()',
  ])('is not for the module’s role to write anew: %s', async (statement) => {
    await expect(asModule(statement)).rejects.toThrow(/permission denied|must be owner/)
  })

  it.each([
    ['a changed line', `update followup.line set outcome = 'snällt' where id = (select min(id) from followup.line)`],
    ['a removed line', 'delete from followup.line where id = (select min(id) from followup.line)'],
    ['a removed link', 'delete from followup.link where seq = 2'],
  ])('shows %s, though the owner did it', async (_, statement) => {
    const other = await aPlace()
    for (let at = 0; at < 3; at++) {
      await change(other.pool, { actor: 'Ada', action: 'followup.prov' }, () => Promise.resolve(grant(null)))
    }
    expect(isIntact(await followupLog.verify(other.pool, null, 'prov'))).toBe(true)
    await inTransaction(other.pool, (tx) => tx.script(`set local session_replication_role = replica; ${statement}`), null)
    expect(isIntact(await followupLog.verify(other.pool, null, 'prov'))).toBe(false)
    await other.installation.close()
  })

  it('covers every column of a line', async () => {
    const columns = await place.sql<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'followup.line'::regclass and attnum > 0 and not attisdropped order by attnum`,
    )
    const [row] = await place.sql<{ source: string }>(`select pg_get_functiondef('followup.canonical'::regproc) as source`)
    for (const { name } of columns) expect(row?.source).toContain(`(line).${name}`)
    expect(columns.length).toBe(8)
  })

  it('is one chain and the other log’s another: breaking one leaves the other whole', async () => {
    await asOwner(`update followup.line set actor = 'x' where id = 1`)
    expect(isIntact(await followupLog.verify(place.pool, null, 'prov'))).toBe(false)
    expect(isIntact(await verifyChain(place.pool, null, 'prov'))).toBe(true)
  })
})
