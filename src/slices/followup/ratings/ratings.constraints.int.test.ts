/** The database keeps ratings to the scale, to the days of their signal and to one a day. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRating, rated, type Statement, type Whose } from '../rows.testbed.ts'
import { aFollowed, aWorkPlace, type WorkPlace } from '../work.testbed.ts'

let work: WorkPlace
let whose: Whose
beforeAll(async () => {
  work = await aWorkPlace()
  whose = await aFollowed(work)
})
afterAll(() => work.close())

describe('a rating in the database', () => {
  /** As the owner: the sealed role takes whatever id the database gives, and these need a known one. */
  async function asOwner(...statements: readonly Statement[]): Promise<string> {
    const text = statements
      .map(([sql, ...values]) => values.reduce<string>((all, value, at) => all.replaceAll(`$${at + 1}`, `'${String(value)}'`), sql))
      .join('; ')
    return work.place.sql(`do $do$ begin ${text}; set constraints all immediate; raise exception 'undone'; end $do$`).then(
      () => '',
      (thrown: unknown) => (thrown instanceof Error ? (thrown.message === 'undone' ? 'granted' : thrown.message) : String(thrown)),
    )
  }
  it.each<[string, () => readonly Statement[], string]>([
    ['within', () => [aRating(whose, '2026-10-01', 1), rated(whose, 'housing', 1000)], 'granted'],
    ['outside the scale', () => [aRating(whose, '2026-10-01', 1), rated(whose, 'housing', 2550)], 'a rating keeps to the scale'],
    ['between the steps', () => [aRating(whose, '2026-10-01', 1), rated(whose, 'housing', 1010)], 'a rating keeps to the scale'],
    [
      'before the signal',
      () => [aRating(whose, '2026-09-29', 1), rated(whose, 'housing', 1000)],
      'a day is rated while housing follows the area up',
    ],
    [
      'of a proposed signal',
      () => [aRating(whose, '2026-10-01', 1), rated(whose, 'health', 1000)],
      'a day is rated while housing follows the area up',
    ],
    [
      'of another area',
      () => [aRating(whose, '2026-10-01', 1), rated(whose, 'health', 1000, 'housing')],
      'a day is rated while housing follows the area up',
    ],
    ['of nothing', () => [aRating(whose, '2026-10-01', 1)], 'a rating rates something'],
    [
      'a second the same day',
      () => [aRating(whose, '2026-10-01', 1), rated(whose, 'housing', 1000), aRating(whose, '2026-10-01', 1)],
      'next version',
    ],
    ['of a day to come', () => [aRating(whose, '2026-10-02', 1, '2026-10-01')], 'no_day_to_come_is_rated'],
    ['of a day long ago', () => [aRating(whose, '2026-10-01', 1, '2026-11-02')], 'no_day_long_ago_is_rated'],
  ])('%s', async (_, statements, expected) => {
    expect(await asOwner(...statements())).toContain(expected)
  })
})
