/** Reading and changing with a line in the log, on a real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { saveSetting } from '../settings/index.ts'
import { change, listLinesAbout, readAs, verifyChain } from './index.ts'

const subjectId = '3f2b7c1e-9f5a-4c1d-8a53-1c3b6a1e7f00'
let place: TestPlace
let since = 0
beforeAll(async () => {
  place = await aPlace()
})
beforeEach(async () => {
  since = (await place.sql<{ id: number }>('select coalesce(max(id), 0) as id from audit.line'))[0]?.id ?? 0
})
afterAll(() => place.installation.close())

const lines = (): Promise<object[]> =>
  place.sql('select actor, action, outcome, subject_id, detail from audit.line where id > $1 order by id', [since])
const settings = async (): Promise<string[]> =>
  (await place.sql<{ key: string }>(`select key from settings.value where known_until = 'infinity' order by key`)).map(({ key }) => key)
const save = (tx: Tx, key: string): Promise<unknown> => saveSetting(tx, key, 1, '-infinity', 'prov')

describe('reading', () => {
  it('answers and leaves its line', async () => {
    const answer = await readAs(place.pool, { actor: 'Ada', action: 'youth.read', subjectId }, (tx) => tx.query('select 1 as one'))
    expect(answer).toEqual([{ one: 1 }])
    expect(await lines()).toEqual([{ actor: 'Ada', action: 'youth.read', outcome: 'done', subject_id: subjectId, detail: {} }])
  })

  it('can say in its line what it found', async () => {
    await readAs(
      place.pool,
      (found: object[]) => ({
        actor: 'Ada',
        action: 'youth.search',
        outcome: found.length === 0 ? 'nobody' : 'done',
        detail: { found: found.length },
      }),
      (tx) => tx.query('select 1 where false'),
    )
    expect(await lines()).toMatchObject([{ outcome: 'nobody', detail: { found: 0 } }])
  })

  it('cannot change anything, since its commit does not wait for the disk', async () => {
    const reading = readAs(place.pool, { actor: 'Ada', action: 'youth.read' }, (tx) => save(tx, 'prov.reading'))
    await expect(reading).rejects.toThrow('read-only transaction')
    expect(await settings()).not.toContain('prov.reading')
    expect(await lines()).toEqual([])
  })

  it('does not wait for the disk, and only then', async () => {
    const commit = async (tx: Tx) => (await tx.query<{ synchronous_commit: string }>('show synchronous_commit'))[0]?.synchronous_commit
    await inTransaction(place.pool, (tx) => tx.script('select 1'))
    const usual = await inTransaction(place.pool, commit)
    expect(await readAs(place.pool, { actor: 'Ada', action: 'youth.read' }, commit)).toBe('off')
    expect(await inTransaction(place.pool, commit)).toBe(usual)
  })

  it('leaves no line, and gives nothing, when it fails', async () => {
    await expect(readAs(place.pool, { actor: 'Ada', action: 'youth.read' }, (tx) => tx.query('select 1/0'))).rejects.toThrow('division')
    await expect(readAs(place.pool, { actor: '', action: 'youth.read' }, () => Promise.resolve('hemligt'))).rejects.toThrow(
      'actor_is_named',
    )
    expect(await lines()).toEqual([])
  })
})

describe('changing', () => {
  const line = { actor: 'Ada', action: 'prov.save', subjectId } as const

  it('saves and leaves its line', async () => {
    const decision = await change(place.pool, line, async (tx) => {
      await save(tx, 'prov.granted')
      return grant('sparat')
    })
    expect(decision).toEqual({ granted: true, value: 'sparat' })
    expect(await settings()).toContain('prov.granted')
    expect(await lines()).toEqual([{ ...{ actor: 'Ada', action: 'prov.save' }, outcome: 'done', subject_id: subjectId, detail: {} }])
  })

  it('leaves a line with the refusal’s name, and nothing of what was written before it', async () => {
    const decision = await change(place.pool, line, async (tx): Promise<Decision<string, 'not-yours'>> => {
      await save(tx, 'prov.refused')
      return refuse('not-yours')
    })
    expect(decision).toEqual({ granted: false, reason: 'not-yours' })
    expect(await settings()).not.toContain('prov.refused')
    expect(await lines()).toMatchObject([{ outcome: 'not-yours' }])
  })

  it('can say in its line what it made', async () => {
    await change(
      place.pool,
      (decision: Decision<number, never>) => ({
        actor: 'Ada',
        action: 'prov.save',
        detail: { id: decision.granted ? decision.value : null },
      }),
      () => Promise.resolve(grant(7)),
    )
    expect(await lines()).toMatchObject([{ outcome: 'done', detail: { id: 7 } }])
  })

  it('undoes everything when it fails', async () => {
    const failing = change(place.pool, line, async (tx) => {
      await save(tx, 'prov.failed')
      throw new Error('trasigt')
    })
    await expect(failing).rejects.toThrow('trasigt')
    expect(await settings()).not.toContain('prov.failed')
    expect(await lines()).toEqual([])
  })
})

describe('the lines about a person', () => {
  it('come newest first, no more than asked for, and nobody else’s', async () => {
    const about = 'b1f2b7c1-9f5a-4c1d-8a53-1c3b6a1e7f00'
    for (const actor of ['Ada', 'Bo', 'Cia'])
      await readAs(place.pool, { actor, action: 'youth.read', subjectId: about }, () => Promise.resolve())
    await readAs(place.pool, { actor: 'Dan', action: 'youth.read', subjectId }, () => Promise.resolve())
    const found = await inTransaction(place.pool, (tx) => listLinesAbout(tx, about, 2))
    expect(found).toMatchObject([
      { actor: 'Cia', action: 'youth.read', outcome: 'done', subjectId: about, runId: null, detail: {} },
      { actor: 'Bo' },
    ])
    expect(found).toHaveLength(2)
    expect(found[0]?.at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\+0[12]$/)
  })

  it('are found by an index', async () => {
    const plan = await inTransaction(place.pool, async (tx) => {
      await tx.script('set local enable_seqscan = off; set local enable_sort = off')
      return tx.query(`explain select * from audit.line where subject_id = $1 order by id desc limit 5`, [subjectId])
    })
    expect(JSON.stringify(plan)).toContain('line_by_subject')
  })

  it('leave the chain whole', async () => {
    expect(await verifyChain(place.pool, null, 'prov')).toMatchObject({ faults: 0, unlinked: 0 })
  })
})
