/** Tampering: what the program's role is refused, and what the owner of the database can do but not hide. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { say } from './audit.testbed.ts'
import { isIntact, verifyChain, type ChainReport } from './index.ts'

let place: TestPlace
/** Statements by the owner with triggers and foreign keys out of the way, as one who knows what he does would do it. */
const asOwner = (statements: string): Promise<void> =>
  inTransaction(place.pool, (tx) => tx.script(`set local session_replication_role = replica; ${statements}`), null)
const asProgram = (statements: string): Promise<void> => inTransaction(place.pool, (tx) => tx.script(statements))
const verified = (earlier: ChainReport['head'] = null): Promise<ChainReport> => verifyChain(place.pool, earlier, 'prov')

beforeAll(async () => {
  place = await aPlace()
  for (const actor of ['a', 'b', 'c', 'd', 'e', 'f']) await say(place.pool, actor)
  await asOwner('create schema kept; create table kept.line as table audit.line; create table kept.link as table audit.link')
})
afterEach(() =>
  asOwner(`truncate audit.line, audit.link; insert into audit.line overriding system value select * from kept.line;
    insert into audit.link select * from kept.link`),
)
afterAll(() => place.installation.close())

describe('the program’s own role may not', () => {
  it.each([
    `update audit.line set actor = 'x'`,
    'delete from audit.line',
    'truncate audit.line',
    `insert into audit.line (id, actor, action) overriding system value values (1000, 'a', 'b.c')`,
    `insert into audit.line (at, actor, action) values ('2020-01-01', 'a', 'b.c')`,
    `update audit.link set hash = previous`,
    'delete from audit.link',
    'truncate audit.link',
    `insert into audit.link values (1000, 1, sha256('a'), sha256('b'))`,
    'alter table audit.line disable trigger a_line_is_linked_at_commit',
    'drop trigger a_line_is_linked_at_commit on audit.line',
    'set session_replication_role = replica',
    'select audit.link_line()',
    `create or replace function audit.canonical(line audit.line) returns text language sql return 'x'`,
    `create temp table mine (like audit.line);
     create constraint trigger mine after insert on mine deferrable for each row execute function audit.link_line()`,
    'create table audit.mine (a text)',
  ])('%s', async (statement) => {
    await expect(asProgram(statement)).rejects.toThrow(/permission denied|must be owner/)
    expect(isIntact(await verified())).toBe(true)
  })
})

describe('the database refuses even its owner, as long as nothing is switched off', () => {
  it.each([
    ['a_link_has_a_line', 'delete from audit.line where id = 3'],
    ['a_line_is_linked_once', `insert into audit.link values (1000, 1, sha256('a'), sha256('b'))`],
    ['one_link_per_place', `update audit.link set seq = 2 where seq = 3`],
    ['previous_is_a_hash', `update audit.link set previous = 'kort' where seq = 3`],
    ['hash_is_a_hash', `update audit.link set hash = 'kort' where seq = 3`],
    ['only_the_first_follows_nothing', `update audit.link set previous = decode(repeat('00', 32), 'hex') where seq = 3`],
    ['only_the_first_follows_nothing', `update audit.link set previous = hash where seq = 1`],
    ['the_chain_counts_from_one', `update audit.link set seq = 0 where seq = 6`],
  ])('%s', async (name, statement) => {
    await expect(place.sql(statement)).rejects.toThrow(name)
  })

  it('a second transaction that cannot see the chain as it is now', async () => {
    const late = inTransaction(place.pool, async (tx) => {
      await tx.script(`set transaction isolation level repeatable read; select 1 from audit.link`)
      await say(place.pool, 'före')
      await tx.script(`insert into audit.line (actor, action) values ('sen', 'prov.say')`)
    })
    await expect(late).rejects.toThrow('one_link_per_place')
    expect(isIntact(await verified())).toBe(true)
  })
})

describe('the owner is found out', () => {
  const rechain = (from: number): string => `do $$ declare one record; before bytea; begin
    select hash into before from audit.link where seq = ${from - 1};
    for one in select k.seq, l as line from audit.link k join audit.line l on l.id = k.line_id where seq >= ${from} order by seq loop
      update audit.link set previous = before, hash = audit.link_hash(before, one.line) where seq = one.seq returning hash into before;
    end loop; end $$`

  it.each([
    ['a changed line', `update audit.line set actor = 'x' where id = 3`, { seq: 3, lineId: 3, kind: 'lineChanged' }, 1],
    ['a changed detail', `update audit.line set detail = '{"a": 1}' where id = 1`, { seq: 1, lineId: 1, kind: 'lineChanged' }, 1],
    ['a moment', `update audit.line set at = at + interval '1 microsecond' where id = 6`, { seq: 6, lineId: 6, kind: 'lineChanged' }, 1],
    ['a changed era', `update audit.line set at = '2026-01-01 BC' where id = 2`, { seq: 2, lineId: 2, kind: 'lineChanged' }, 1],
    ['a removed line', 'delete from audit.line where id = 3', { seq: 3, lineId: 3, kind: 'lineRemoved' }, 1],
    [
      'a removed line with its link',
      'delete from audit.line where id = 3; delete from audit.link where seq = 3',
      { seq: 3, lineId: null, kind: 'linkRemoved' },
      1,
    ],
    [
      'the first line with its link',
      'delete from audit.line where id = 1; delete from audit.link where seq = 1',
      { seq: 1, lineId: null, kind: 'linkRemoved' },
      1,
    ],
    [
      'a removed line whose place is filled',
      `delete from audit.line where id = 3; delete from audit.link where seq = 3;
       update audit.link set seq = seq - 1 where seq > 3`,
      { seq: 3, lineId: 4, kind: 'linkChanged' },
      1,
    ],
    [
      'a swapped pair',
      `update audit.link set line_id = 7 where seq = 3; update audit.link set line_id = 3 where seq = 4; update audit.link set line_id = 4 where seq = 3`,
      { seq: 3, lineId: 4, kind: 'lineChanged' },
      2,
    ],
    ['a changed hash', `update audit.link set hash = sha256('x') where seq = 3`, { seq: 3, lineId: 3, kind: 'linkChanged' }, 2],
    ['a changed previous', `update audit.link set previous = sha256('x') where seq = 3`, { seq: 3, lineId: 3, kind: 'linkChanged' }, 1],
    [
      'a changed line with its own hash made anew',
      `update audit.line set actor = 'x' where id = 3; update audit.link set hash = audit.link_hash(previous, l) from audit.line l where seq = 3 and l.id = 3`,
      { seq: 4, lineId: 4, kind: 'linkChanged' },
      1,
    ],
  ])('%s', async (_, statement, firstFault, faults) => {
    await asOwner(statement)
    const report = await verified()
    expect(report).toMatchObject({ firstFault, faults })
    expect(isIntact(report)).toBe(false)
  })

  it('a line slipped in without the trigger, and links cut from the end', async () => {
    await asOwner(`insert into audit.line (actor, action) values ('smuggel', 'prov.say')`)
    expect(await verified()).toMatchObject({ faults: 0, unlinked: 1 })
    await asOwner('delete from audit.link where seq >= 5')
    expect(await verified()).toMatchObject({ faults: 0, firstUnlinked: 5 })
  })

  it('a tail cut off, when a head was noted', async () => {
    const { head } = await verified()
    expect(await verified(head)).toMatchObject({ earlierHeadIsThere: true })
    await asOwner('delete from audit.link where seq >= 5; delete from audit.line where id not in (select line_id from audit.link)')
    const without = await verified()
    expect(without).toMatchObject({ faults: 0, unlinked: 0, earlierHeadIsThere: null })
    expect(isIntact(without)).toBe(true)
    for (let i = 0; i < 5; i++) await say(place.pool, 'utfyllnad')
    const report = await verified(head)
    expect(report).toMatchObject({ faults: 0, unlinked: 0, earlierHeadIsThere: false })
    expect(isIntact(report)).toBe(false)
  })

  it('a chain written anew from a changed line, when a head was noted', async () => {
    const { head } = await verified()
    await asOwner(`update audit.line set actor = 'x' where id = 3; ${rechain(3)}`)
    expect(isIntact(await verified())).toBe(true)
    expect(isIntact(await verified(head))).toBe(false)
  })

  it('by a verification that leaves its own line, whatever it found', async () => {
    await asOwner(`update audit.line set actor = 'x' where id = 3`)
    await verified()
    const [last] = await place.sql(`select actor, action, outcome from audit.line order by id desc limit 1`)
    expect(last).toEqual({ actor: 'prov', action: 'audit.verify', outcome: 'broken' })
  })
})
