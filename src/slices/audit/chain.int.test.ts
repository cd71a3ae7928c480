/** The chain on a real database: how links come about, whoever writes at the same time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, newDatabase, type TestPlace } from '../../../test/support/places.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { inTransaction, openPool } from '../../platform/db/tx.ts'
import { aWidePool, migrateBeforeTheChain, recomputed, say, stored } from './audit.testbed.ts'
import { verifyChain, writeAuditLine } from './index.ts'

let place: TestPlace
beforeAll(async () => {
  place = await aPlace()
})
afterAll(() => place.installation.close())

const order = async (): Promise<string[]> =>
  (await place.sql<{ actor: string }>('select actor from audit.link join audit.line on line.id = line_id order by seq')).map(
    ({ actor }) => actor,
  )
const places = async (): Promise<number[]> =>
  (await place.sql<{ seq: number }>('select seq from audit.link order by seq')).map(({ seq }) => seq)

describe('the chain', () => {
  it('is recomputed alike outside the database, whatever the lines hold and whatever the time zone', async () => {
    const subjectId = '3f2b7c1e-9f5a-4c1d-8a53-1c3b6a1e7f00'
    await inTransaction(place.pool, async (tx) => {
      await tx.script(`set local timezone to 'Pacific/Auckland'; set local datestyle to 'German'`)
      await writeAuditLine(tx, { actor: 'Åsa "Ö" \\ \n\t\u0001\u007F 👩', action: 'prov.say', subjectId, runId: 7 })
      await writeAuditLine(tx, {
        actor: 'x',
        action: 'prov.say',
        outcome: '',
        detail: { b: [1.5, null, 'å"'], aa: { x: true }, a: '\u0002' },
      })
    })
    await say(place.pool, 'a', 'b')
    const hashes = await stored(place.pool)
    expect(hashes).toHaveLength(4)
    expect(await recomputed(place.pool)).toEqual(hashes)
    expect(await verifyChain(place.pool, null, 'prov')).toMatchObject({ lines: 4, links: 4, head: { seq: 4, hash: hashes[3] }, faults: 0 })
    expect(await recomputed(place.pool)).toEqual(await stored(place.pool))
  })

  it('covers every column of a line', async () => {
    const columns = await place.sql<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns where table_schema = 'audit' and table_name = 'line'`,
    )
    const others: Readonly<Record<string, string>> = {
      bigint: '99999',
      text: `'annan.text'`,
      uuid: 'gen_random_uuid()',
      jsonb: `'{"annat": 1}'`,
      'timestamp with time zone': `at + interval '1 microsecond'`,
    }
    expect(columns.length).toBeGreaterThanOrEqual(8)
    for (const { name, type } of columns) {
      const assignments = columns.map((column) => (column.name === name ? (others[type] ?? `no value of type ${type}`) : column.name))
      const [row] = await place.sql<{ differs: boolean }>(
        `select audit.canonical(l) <> audit.canonical(row(${assignments.join(', ')})::audit.line) as differs from audit.line l limit 1`,
      )
      expect(row?.differs, name).toBe(true)
    }
    const era = await place.sql<{ text: string }>(
      `select audit.canonical(row(1, '2026-01-01 00:00:00+00 BC', 'a', 'b.c', 'd', null, null, '{}')::audit.line) as text`,
    )
    expect(era[0]?.text).toBe('[1, "2026-01-01T00:00:00.000000Z BC", "a", "b.c", "d", null, null, {}]')
  })

  it('is made when a transaction is saved: a long one holds nobody up and comes after those that were saved before it', async () => {
    const before = (await places()).length
    let finish = () => {}
    const held = new Promise<void>((resolve) => (finish = resolve))
    let begun = () => {}
    const hasBegun = new Promise<void>((resolve) => (begun = resolve))
    const long = inTransaction(place.pool, async (tx) => {
      await writeAuditLine(tx, { actor: 'lång', action: 'prov.say' })
      begun()
      await held
    })
    await hasBegun
    await say(place.pool, 'kort')
    expect((await order()).slice(before)).toEqual(['kort'])
    expect(await verifyChain(place.pool, null, 'prov')).toMatchObject({ faults: 0, unlinked: 0 })
    finish()
    await long
    expect((await order()).slice(before)).toEqual(['kort', 'prov', 'lång'])
  })

  it('has no gap after a rollback, also one that comes when the link was made', async () => {
    const before = (await places()).length
    await expect(
      inTransaction(place.pool, async (tx) => {
        await writeAuditLine(tx, { actor: 'ångrad', action: 'prov.say' })
        await tx.script('set constraints all immediate')
        throw new Error('ångrat')
      }),
    ).rejects.toThrow('ångrat')
    await say(place.pool, 'efter')
    expect((await places()).slice(before)).toEqual([before + 1])
    expect(await recomputed(place.pool)).toEqual(await stored(place.pool))
  })

  it('is right with twenty writers at once, some of whom change their minds', async () => {
    const pool = aWidePool(place.url)
    const before = (await places()).length
    const writer = async (name: string): Promise<void> => {
      for (let i = 0; i < 10; i++) {
        await say(pool, name, `${name} igen`)
        await inTransaction(pool, async (tx) => {
          await writeAuditLine(tx, { actor: 'ångrad', action: 'prov.say' })
          throw new Error('ångrat')
        }).catch(() => {})
      }
    }
    await Promise.all(Array.from({ length: 20 }, (_, i) => writer(`skrivare ${i}`)))
    await pool.end()
    expect(await places()).toEqual(Array.from({ length: before + 400 }, (_, i) => i + 1))
    expect(await verifyChain(place.pool, null, 'prov')).toMatchObject({ faults: 0, unlinked: 0, links: before + 400 })
    expect(await recomputed(place.pool)).toEqual(await stored(place.pool))
  })
})

describe('lines from before the chain', () => {
  it('are linked in the order of their ids by the migration, and new ones follow', async () => {
    const url = await newDatabase()
    await migrateBeforeTheChain(url)
    const pool = openPool(url)
    await inTransaction(
      pool,
      (tx) =>
        tx.script(`insert into audit.line (id, at, actor, action) overriding system value
            values (9, '2026-03-01', 'c', 'prov.say'), (2, '2026-05-01', 'a', 'prov.say'), (5, '2026-04-01', 'b', 'prov.say');
          alter table audit.line alter id restart with 10`),
      null,
    )
    await migrate(url, 'municipality')
    await say(pool, 'd')
    const ids = await inTransaction(pool, (tx) => tx.query<{ id: number }>('select line_id as id from audit.link order by seq'))
    expect(ids.map(({ id }) => id)).toEqual([2, 5, 9, 10])
    expect(await recomputed(pool)).toEqual(await stored(pool))
    expect(await verifyChain(pool, null, 'prov')).toMatchObject({ lines: 4, links: 4, faults: 0, unlinked: 0 })
    await pool.end()
  })
})
