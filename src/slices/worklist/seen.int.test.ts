/** The two ways to ask what a reader may see give the same answer, for everybody and every scope. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, aPopulation, aPost, type TestPlace } from '../../../test/support/places.ts'

let place: TestPlace
beforeAll(async () => {
  place = await aPlace()
  await place.sql(`insert into organisation.unit (name) values ('Väst'), ('Öst')`)
  const posts = ['200803142389', '200809022395', '200801012386', '200801022385', '200801032384'].map((number, index) =>
    aPost({ number, ...(index === 1 ? { secrecy: 'J' } : index === 2 ? { protectedRegistration: 'J' } : {}) }),
  )
  await place.feed('population', aPopulation(...posts))
  await place.sql(`update worklist.youth set unit_id = 1 + person_id % 2`)
})
afterAll(() => place.installation.close())

const both = (units: readonly number[] | null, mayReadProtected: boolean) =>
  place.sql<{ many: boolean; one: boolean }>(
    `select exists (select from worklist.seen($1, $2) s where s.person_id = y.person_id) as many,
       exists (select from worklist.seen_one($1, $2, y.subject_id)) as one from worklist.youth y order by y.person_id`,
    [units, mayReadProtected],
  )

const scopes = [null, [], [1], [2], [1, 2]].flatMap((units) => [false, true].map((right) => [units, right] as const))

describe('worklist.seen and worklist.seen_one', () => {
  it.each(scopes)('agree for the units %j, with the right: %s', async (units, right) => {
    const rows = await both(units, right)
    expect(rows.length).toBe(5)
    expect(rows.map(({ one }) => one)).toEqual(rows.map(({ many }) => many))
    if (units === null) expect(rows.filter(({ one }) => one).length).toBe(right ? 5 : 3)
  })

  it('agree when a flagged record is merged with one that is not', async () => {
    await place.sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from)
       select a.person_id, k.person_id, 'prov', 'prov', '[]', now() from worklist.youth a, worklist.youth k
       where a.number = '200809022395' and k.number = '200803142389'`,
    )
    const rows = await both(null, false)
    expect(rows.map(({ one }) => one)).toEqual(rows.map(({ many }) => many))
    expect(rows.filter(({ one }) => one).length).toBe(2)
  })
})
