/** Publishing, and counting again when more has become known: what it was stays, and why it is another is told, to those who may see whom. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { anEnrolmentsFile, aPlace, aPopulation, aPost, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { readComparison, readReferences, saveReference, dropReference } from './compare.actions.ts'
import { readIndicators } from './indicator.actions.ts'
import type { IndicatorQuestion } from './indicator.types.ts'
import { readAgain } from './again.actions.ts'
import { publishFigure, readPublished } from './published.actions.ts'
import { againText } from './again.texts.ts'
import type { AgainCell } from './published.types.ts'

let place: TestPlace
const reader = { actor: 'prov', scope: { units: null, mayReadProtected: true }, municipality: '0180' }
const by = { staffId: null, name: 'prov', municipality: '0180', today: date('2019-08-01') }
const question: IndicatorQuestion = { fromOn: date('2019-01-01'), untilOn: date('2019-07-01'), on: date('2019-06-30'), by: [] }
const numbers = Array.from({ length: 8 }, (_, n) => aNumber(`2001010${n + 1}`))

/** The first four follow a programme to the end of it; what is said differs from the fourth on. */
const enrolments = (...rows: readonly string[]): string => anEnrolmentsFile(...rows)
const followed = (n: number, end = ';'): string => `${numbers[n]};GY;NA25;12345678;2017-08-21;${end}`

const contact = (n: number, on: string, outcome = 'reached') =>
  place.sql(
    `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, origin)
     select i.person_id, 'phone', true, $2 = 'reached', $2, $3::date + time '10:00', 'prov', 'hand' from register.identity i where i.number = $1`,
    [numbers[n], outcome, on],
  )

beforeAll(async () => {
  place = await aPlace()
  const posts = numbers.map((number, n) => aPost({ number, ...(n === 7 ? { secrecy: 'J' } : {}) }))
  await place.feed('population', aPopulation(...posts), { on: date('2019-06-10') })
  await place.feed('enrolments', enrolments(followed(0), followed(1), followed(2), followed(3, '2019-07-15;ja')), {
    on: date('2019-06-10'),
  })
  await contact(4, '2019-03-01')
  await contact(5, '2019-03-02')
})
afterAll(() => place.installation.close())

const publish = async (name: 'half-year' | 'outreach-list', asked = question): Promise<string> => {
  const made = await publishFigure(place.pool, by, { name, question: asked }, 'till nämnden')
  if (!made.granted) throw new Error(made.reason)
  return made.value
}
const again = async (id: string, scope = reader.scope) => {
  const found = await readAgain(place.pool, { ...reader, scope }, id, date('2019-08-20'))
  if (found === null) throw new Error('it was published')
  return found.again
}
const cellOf = (cells: readonly AgainCell[], row: string): AgainCell | undefined => cells.find((cell) => cell.row === row)

describe('a published figure', () => {
  it('says what it was, what it is and why: two late notices, one corrected date', async () => {
    const [halfYear, list] = [await publish('half-year'), await publish('outreach-list')]
    expect(await again(halfYear)).toMatchObject({ isReproduced: true, cells: [], published: { note: 'till nämnden', byName: 'prov' } })
    // Two left school in March and nobody had said so; one left in May and not in July.
    const rows = [followed(0, '2019-03-01;ja'), followed(1, '2019-03-15;ja'), followed(2), followed(3, '2019-05-15;ja')]
    await place.feed('enrolments', enrolments(...rows), { on: date('2019-07-20') })
    await contact(6, '2019-04-04')
    await place.sql(`insert into access.staff (issuer, subject, name, roles) values ('prov', 'a', 'Anna Ek', '{coordinator}')`)
    await place.sql(
      `update outreach.contact set struck_at = now(), struck_by = (select id from access.staff), struck_why = 'fel ungdom' where happened_at::date = '2019-03-02'`,
    )
    const now = await again(halfYear)
    expect(now.isReproduced).toBe(true)
    const covered = cellOf(now.cells, 'covered')
    expect(covered).toMatchObject({ was: 4, is: 7, unseen: 0 })
    expect(covered === undefined ? '' : againText(covered, 'sv')).toBe('var 4, är 7: två sena uppgifter, ett rättat datum')
    expect(covered?.persons.map(({ direction, cause }) => `${direction} ${cause.what}`)).toEqual(Array(3).fill('entered enrolment'))
    const reached = cellOf((await again(list)).cells, 'reached')
    expect(reached === undefined ? '' : againText(reached, 'sv')).toBe(
      'är 2 som då, men andra: en sent inskriven kontakt, en struken uppgift',
    )
    expect(reached).toMatchObject({ was: 2, is: 2 })
  })

  it('is what it was then when it is asked for as known then', async () => {
    const { indicators } = await readIndicators(place.pool, reader, [{ name: 'half-year', question }], {
      hideSmall: false,
      knownAt: { facts: '2019-07-01', work: '2019-07-01' },
    })
    expect(indicators[0]?.table.values[0]?.[0]).toBe(4)
  })

  it('tells persons to those who may see them only', async () => {
    const id = await publish('outreach-list')
    await contact(7, '2019-05-05')
    const seen = cellOf((await again(id)).cells, 'reached')
    const hidden = cellOf((await again(id, { units: null, mayReadProtected: false })).cells, 'reached')
    expect([seen?.persons.length, seen?.unseen]).toEqual([1, 0])
    expect([hidden?.persons.length, hidden?.unseen, hidden?.is]).toEqual([0, 1, seen?.is])
  })

  it('a merge since is told as one', async () => {
    const id = await publish('half-year')
    await place.sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from)
       select a.person_id, b.person_id, 'prov', 'prov', '{}', '2019-07-25' from register.identity a, register.identity b where a.number = $1 and b.number = $2`,
      [numbers[4], numbers[5]],
    )
    await place.feed('population', aPopulation(...numbers.map((number, n) => aPost({ number, ...(n === 7 ? { secrecy: 'J' } : {}) }))), {
      on: date('2019-07-26'),
    })
    await place.sql('insert into register.pending select id from register.person on conflict do nothing')
    await place.feed('enrolments', enrolments(followed(2)), { on: date('2019-07-27'), kind: 'changes' })
    const covered = cellOf((await again(id)).cells, 'covered')
    expect(covered).toMatchObject({ was: 7, is: 6, causes: [{ why: 'merged', count: 1 }] })
  })

  it('stays: nobody changes it, and it is in the list', async () => {
    await expect(place.sql(`update figures.published set note = 'annat'`)).rejects.toThrow('what was published stays')
    await expect(inTransaction(place.pool, (tx) => tx.query('delete from figures.published'))).rejects.toThrow('permission denied')
    expect((await readPublished(place.pool, 'prov')).map(({ name }) => name)).toContain('half-year')
  })

  it.each([
    ['half-year', { ...question, on: date('2019-08-02') }, 'day-ahead'],
    ['half-year', { ...question, by: ['department'] as const }, 'unknown-dimension'],
    ['on-day', { ...question, untilOn: date('2019-08-03') }, 'day-ahead'],
  ] as const)('%s %o is refused', async (name, asked, reason) => {
    expect(await publishFigure(place.pool, by, { name, question: asked })).toEqual({ granted: false, reason })
  })

  it('waits for nobody long: while somebody writes it is refused, and nothing is half published', async () => {
    const before = (await readPublished(place.pool, 'prov')).length
    const client = await place.pool.connect()
    try {
      await client.query('begin; lock table outreach.contact in row exclusive mode')
      expect(await publishFigure(place.pool, by, { name: 'half-year', question })).toEqual({ granted: false, reason: 'busy' })
    } finally {
      await client.query('rollback')
      client.release()
    }
    expect(await readPublished(place.pool, 'prov')).toHaveLength(before)
  })
})

describe('figures of others', () => {
  const own = {
    key: 'grannen-2019H1-covered',
    name: 'half-year',
    row: 'covered',
    whole: null,
    period: '2019H1',
    value: 31,
    kind: 'count',
    ofWhom: 'Grannkommunen',
    source: 'Nämndens verksamhetsberättelse 2019',
    url: 'https://grannen.example/2019',
  } as const

  it('come with the product, each with its source, and can be written, written anew and taken away', async () => {
    const shipped = await readReferences(place.pool, 'prov')
    expect(shipped.length).toBeGreaterThan(30)
    expect(shipped.every(({ isShipped, source }) => isShipped && source.length > 10)).toBe(true)
    const [first] = shipped
    await saveReference(place.pool, by, own)
    if (first !== undefined) await saveReference(place.pool, by, { ...first, value: 12.5 })
    const now = await readReferences(place.pool, 'prov')
    expect(now).toHaveLength(shipped.length + 1)
    expect(now.find(({ key }) => key === first?.key)).toMatchObject({ isShipped: false, value: 12.5 })
    expect(await dropReference(place.pool, by, first?.key ?? '')).toMatchObject({ granted: true })
    expect(await dropReference(place.pool, by, first?.key ?? '')).toMatchObject({ granted: false, reason: 'missing' })
    expect((await readReferences(place.pool, 'prov')).find(({ key }) => key === first?.key)?.isShipped).toBe(true)
  })

  it('stand beside ours, with earlier periods', async () => {
    const { comparisons, tables } = await readComparison(place.pool, reader, { name: 'half-year', question })
    expect(tables.map(({ asked }) => asked.question.fromOn)).toEqual(['2019-01-01', '2018-07-01', '2018-01-01', '2017-01-01'])
    const covered = comparisons.find(({ row }) => row === 'covered')
    expect(covered?.others.some(({ ofWhom }) => ofWhom === 'Grannkommunen')).toBe(true)
    expect(covered?.ours.map(({ value }) => value)).toEqual([6, 'small', 'small', 'small'])
  })
})
