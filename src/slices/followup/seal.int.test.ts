/** The seal, tried on a real database: every table, view, sequence and function of each part, asked for by the other part's role. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, aPopulation, aPost, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction, openPool, type Pool } from '../../platform/db/tx.ts'
import { change, readAs } from '../audit/index.ts'
import { grant } from '../../platform/decision.ts'
import { change as sealedChange, followupLog } from './log.ts'

type Role = 'lots_app' | 'lots_followup'
type Relation = { readonly name: string; readonly schema: string; readonly kind: string }
type Routine = { readonly name: string; readonly schema: string; readonly definer: boolean; readonly source: string }

let place: TestPlace
let pools: Readonly<Record<Role, Pool>>
let relations: readonly Relation[]
let routines: readonly Routine[]
beforeAll(async () => {
  place = await aPlace()
  pools = { lots_app: openPool(place.url, { role: 'lots_app' }), lots_followup: openPool(place.url, { role: 'lots_followup' }) }
  relations = await place.sql<Relation>(
    `select format('%I.%I', n.nspname, c.relname) as name, n.nspname as schema, c.relkind as kind from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1`,
  )
  routines = await place.sql<Routine>(
    `select p.oid::regprocedure::text as name, n.nspname as schema, p.prosecdef as definer, p.prosrc as source from pg_proc p
     join pg_namespace n on n.oid = p.pronamespace
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and not exists (
       select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`,
  )
})
afterAll(async () => {
  await Promise.all(Object.values(pools).map((pool) => pool.end()))
  await place.installation.close()
})

const isTheirs = (role: Role, schema: string): boolean => (role === 'lots_followup') === (schema === 'followup')
const anError = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown))
/** What PostgreSQL says of a statement under a role; null when it is done. */
const refusalOf = (role: Role, statement: string): Promise<string | null> =>
  inTransaction(pools[role], (tx) => tx.query(statement), role).then(() => null, anError)

const both: readonly Role[] = ['lots_app', 'lots_followup']

describe.each(both)('%s', (role) => {
  it('can read none of the other part’s tables, views and sequences, nor write in them', async () => {
    const others = relations.filter(({ schema }) => !isTheirs(role, schema))
    const open: string[] = []
    for (const { name, kind } of others) {
      const statements = [
        `select * from ${name} limit 0`,
        ...(kind === 'S' ? [`select nextval('${name}')`] : [`delete from ${name}`, `copy ${name} to stdout`]),
      ]
      for (const statement of statements) {
        const refusal = await refusalOf(role, statement)
        if (refusal === null || !/permission denied/.test(refusal)) open.push(`${statement}: ${refusal}`)
      }
    }
    expect(open).toEqual([])
    expect(others.length).toBeGreaterThan(role === 'lots_app' ? 10 : 80)
  })

  it('can read its own: the trial above can fail', async () => {
    const own = relations.filter(({ schema, kind }) => isTheirs(role, schema) && kind === 'r' && schema !== 'public')
    const refused: string[] = []
    for (const { name } of own) if ((await refusalOf(role, `select * from ${name} limit 0`)) !== null) refused.push(name)
    expect(own.length - refused.length).toBeGreaterThan(own.length / 2)
    if (role === 'lots_followup') expect(refused).toEqual([])
  })

  it('can reach none of the other part’s functions', async () => {
    const others = routines.filter(({ schema }) => schema !== 'public' && !isTheirs(role, schema))
    const schemas = [...new Set(others.map(({ schema }) => schema))]
    const usable = await place.sql<{ schema: string }>(
      `select s as schema from unnest($1::text[]) s where has_schema_privilege($2, s, 'usage')`,
      [schemas, role],
    )
    expect(usable).toEqual([])
    expect(others.length).toBeGreaterThan(3)
  })

  it('may do nothing else: it is a member of no other role, owns nothing and makes nothing', async () => {
    const member = await place.sql('select from pg_auth_members where member = $1::regrole', [role])
    const owned = await place.sql('select from pg_class where relowner = $1::regrole', [role])
    const [rights] = await place.sql<{ plain: boolean }>(
      `select not (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolcanlogin or rolreplication) as plain from pg_roles where rolname = $1`,
      [role],
    )
    expect([member.length, owned.length, rights?.plain]).toEqual([0, 0, true])
    expect(await refusalOf(role, 'create table followup.mine (id int)')).toMatch(/permission denied/)
    expect(await refusalOf(role, 'create schema mine')).toMatch(/permission denied/)
  })
})

describe('what could carry something across', () => {
  /** Every schema there is besides the sealed one: a new one is looked for from its first day. */
  const namesOurs = (source: string): boolean => {
    const ours = [...new Set(relations.map(({ schema }) => schema))].filter((schema) => schema !== 'followup' && schema !== 'public')
    return new RegExp(String.raw`\b(${ours.join('|')})\s*\.`).test(source)
  }

  it('is no function: none of ours names the sealed schema, and none there names ours', () => {
    expect(routines.filter(({ schema, source }) => schema !== 'followup' && /\bfollowup\s*\./.test(source))).toEqual([])
    expect(routines.filter(({ schema, source }) => schema === 'followup' && namesOurs(source))).toEqual([])
    // The pattern finds what it is to find.
    for (const one of ['register.person', 'figures.x', 'returns .x', 'survey.x']) expect(namesOurs(`select from ${one}`), one).toBe(true)
    expect(namesOurs('select from followup.youth')).toBe(false)
    expect(routines.some(({ schema, source }) => schema === 'register' || namesOurs(source))).toBe(true)
  })

  it('is no function with its owner’s rights but those that are known', () => {
    const definers = routines.filter(({ definer, schema }) => definer && schema === 'followup').map(({ name }) => name)
    expect(definers).toEqual(['followup.erase_youth(uuid)', 'followup.link_line()'])
  })

  it('is no view, key, rule or trigger between the schemas', async () => {
    const crossing = await place.sql<{ what: string }>(
      `select c.conname as what from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
       where c.contype = 'f' and (a.relnamespace = 'followup'::regnamespace) <> (b.relnamespace = 'followup'::regnamespace)
       union all
       select r.oid::regclass::text from pg_rewrite w join pg_class r on r.oid = w.ev_class
       join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid and d.refclassid = 'pg_class'::regclass
       join pg_class b on b.oid = d.refobjid
       where (r.relnamespace = 'followup'::regnamespace) <> (b.relnamespace = 'followup'::regnamespace)
       union all
       select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
       where not t.tgisinternal and (c.relnamespace = 'followup'::regnamespace) <> (p.pronamespace = 'followup'::regnamespace)`,
    )
    expect(crossing).toEqual([])
  })

  it('is no pool: connections of one part are used as nothing else', async () => {
    await expect(inTransaction(pools.lots_followup, (tx) => tx.query('select 1'))).rejects.toThrow('a pool of lots_followup')
    await expect(inTransaction(pools.lots_followup, (tx) => tx.query('select 1'), null)).rejects.toThrow('as the owner')
    await expect(inTransaction(pools.lots_app, (tx) => tx.query('select 1'), 'lots_followup')).rejects.toThrow('a pool of lots_app')
    const line = { actor: 'prov', action: 'prov.say' }
    await expect(readAs(pools.lots_followup, line, () => Promise.resolve(1))).rejects.toThrow('a pool of lots_followup')
    await expect(change(pools.lots_followup, line, () => Promise.resolve(grant(1)))).rejects.toThrow('a pool of lots_followup')
    await expect(sealedChange(pools.lots_app, line, () => Promise.resolve(grant(1)))).rejects.toThrow('a pool of lots_app')
  })
})

describe('the same identity number in both parts', () => {
  const number = '200803142389'
  it('is two persons with nothing that leads from one to the other', async () => {
    await place.feed('population', aPopulation(aPost({ number, given: 'Samma' })))
    const by = '00000000-0000-4000-8000-000000000001'
    await sealedChange(pools.lots_followup, { actor: by, action: 'followup.prov' }, async (tx) => {
      await tx.query(`insert into followup.member (staff_id, name) values ($1, 'Prov')`, [by])
      await tx.query(
        `insert into followup.youth (number, given_name, family_name, born_on, registered_on, registered_by, noted_on)
         values ($1, 'Samma', 'Provsson', '2008-03-14', '2026-11-20', $2, '2026-11-20')`,
        [number, by],
      )
      return grant(null)
    })
    const [youth] = await place.sql<{ id: string }>('select id from followup.youth where number = $1', [number])
    const [subject] = await place.sql<{ id: string }>('select subject_id as id from worklist.youth where number = $1', [number])
    expect(youth?.id).not.toBe(subject?.id)
    // No column outside the schema holds the id, and none inside it holds the other's.
    for (const [id, sealed] of [
      [youth?.id, true],
      [subject?.id, false],
    ] as const) {
      const columns = await place.sql<{ at: string }>(
        `select format('%I.%I', n.nspname, c.relname) || '|' || a.attname as at from pg_attribute a join pg_class c on c.oid = a.attrelid
         join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'r' and a.atttypid = 'uuid'::regtype and a.attnum > 0 and not a.attisdropped
           and n.nspname !~ '^pg_' and (n.nspname = 'followup') <> $1`,
        [sealed],
      )
      expect(columns.length).toBeGreaterThan(5)
      for (const { at } of columns) {
        const [table = '', column = ''] = at.split('|')
        expect(await place.sql(`select from ${table} where ${column} = $1`, [id]), at).toEqual([])
      }
    }
  })

  it('has a log each, with a chain each', async () => {
    expect(await followupLog.verify(pools.lots_followup, null, 'prov')).toMatchObject({ faults: 0, unlinked: 0 })
    const [lines] = await place.sql<{ n: number }>(`select count(*)::int as n from audit.line where action ~ '^followup'`)
    expect(lines?.n).toBe(0)
  })
})
