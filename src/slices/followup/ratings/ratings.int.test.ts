/** Daily ratings on a real database: scale, days, the second of a day, who may rate, two at the same moment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { actIn, answerOf, assessOn, aWorkPlace, type WorkPlace } from '../work.testbed.ts'
import { rateDay, type RatingWish } from './ratings.actions.ts'
import { listRatings, listVersions } from './ratings.store.ts'

let work: WorkPlace
let youthId: string
beforeAll(async () => {
  work = await aWorkPlace()
  youthId = await work.aYouth('2026-01-10')
  await assessOn(work, youthId, '2026-09-28', { housing: 1000, health: 1000, school: 1000 })
  await actIn(work, youthId, ['housing', 'confirm', '2026-09-30'])
  await actIn(work, youthId, ['health', 'confirm', '2026-10-05'])
  await actIn(work, youthId, ['school', 'confirm', '2026-09-30'])
})
afterAll(() => work.close())

type Given = Partial<Omit<RatingWish, 'on'>>
const rate = async (
  on: string,
  points: Readonly<Record<string, number>>,
  { today = on, ...given }: Given & { readonly today?: string } = {},
): Promise<string> => {
  const areas = Object.entries(points).map(([area, value]) => ({ area, points: value }))
  return answerOf(
    await rateDay(work.sealed, await work.writer(['housing'], today), youthId, {
      on: date(on),
      areas,
      note: '',
      seen: null,
      why: '',
      ...given,
    }),
  )
}

describe('a rating', () => {
  it('is one a day; a second is refused, a correction is a version with its reason', async () => {
    expect(await rate('2026-10-06', { housing: 1000, health: 0 })).toBe('granted')
    expect(await rate('2026-10-06', { housing: 1050, health: 0 })).toBe('already-rated')
    expect(await rate('2026-10-06', { housing: 1050, health: 0 }, { seen: 1 })).toBe('no-why')
    expect(await rate('2026-10-06', { housing: 1050, health: 0 }, { seen: 1, why: 'Fel ruta.' })).toBe('granted')
    expect(await rate('2026-10-06', { housing: 1100, health: 0 }, { seen: 1, why: 'Fel ruta.' })).toBe('somebody-else-first')
    expect(await rate('2026-10-06', { housing: 1050, health: 0 }, { seen: 2, why: 'Fel ruta.' })).toBe('nothing-changed')
    const versions = await work.inside((tx) => listVersions(tx, youthId, date('2026-10-06')))
    expect(versions.map(({ version, areas, why }) => [version, areas, why])).toEqual([
      [
        2,
        [
          { area: 'health', points: 0 },
          { area: 'housing', points: 1050 },
        ],
        'Fel ruta.',
      ],
      [
        1,
        [
          { area: 'health', points: 0 },
          { area: 'housing', points: 1000 },
        ],
        '',
      ],
    ])
  })

  it('of one area leaves the others missing, and they can be filled in without a reason', async () => {
    expect(await rate('2026-10-07', { housing: 1000 })).toBe('granted')
    const ofDay = async () => (await work.inside((tx) => listRatings(tx, [youthId]))).find(({ on }) => on === '2026-10-07')
    expect((await ofDay())?.areas).toEqual([{ area: 'housing', points: 1000 }])
    expect(await rate('2026-10-07', { housing: 1000, health: 1200 }, { seen: 1 })).toBe('granted')
    expect((await ofDay())?.areas).toHaveLength(2)
  })

  it.each<[string, string, Readonly<Record<string, number>>, string]>([
    ['2026-10-08', '2026-10-08', { housing: 2501 }, 'outside'],
    ['2026-10-08', '2026-10-08', { housing: -50 }, 'outside'],
    ['2026-10-08', '2026-10-08', { housing: 1249 }, 'off-step'],
    ['2026-10-08', '2026-10-08', {}, 'empty'],
    ['2026-10-08', '2026-10-08', { school: 1000 }, 'not-followed'],
    ['2026-10-08', '2026-10-08', { economy: 1000 }, 'not-followed'],
    ['2026-10-04', '2026-10-08', { health: 1000 }, 'before-signal'],
    ['2026-10-09', '2026-10-08', { housing: 1000 }, 'ahead'],
    ['2026-09-30', '2026-10-08', { housing: 1000 }, 'too-late'],
    ['2026-10-01', '2026-10-08', { housing: 1000 }, 'granted'],
  ])('of %s on %s with %j: %s', async (on, today, points, expected) => {
    expect(await rate(on, points, { today })).toBe(expected)
  })

  it('after the end is refused, on the last day not; and the process no longer sees the youth the day after', async () => {
    await assessOn(work, youthId, '2026-12-15', {})
    await actIn(work, youthId, ['health', 'stop', '2026-12-20'])
    expect(await rate('2026-12-20', { housing: 1000, health: 1000 })).toBe('granted')
    expect(await rate('2026-12-21', { housing: 1000, health: 1000 })).toBe('after-end')
    await actIn(work, youthId, ['housing', 'stop', '2026-12-22'])
    expect(await rate('2026-12-23', { housing: 1000 })).toBe('missing')
  })

  it('given by two at the same moment is given once', async () => {
    const other = await work.aYouth('2026-01-10')
    await assessOn(work, other, '2026-09-28', { housing: 1000 })
    await actIn(work, other, ['housing', 'confirm', '2026-09-30'])
    const by = await work.writer(['housing'], '2026-10-06')
    const wish = { on: date('2026-10-06'), areas: [{ area: 'housing', points: 1000 }], note: '', seen: null, why: '' }
    const both = await Promise.all([1, 2].map(() => rateDay(work.sealed, by, other, wish)))
    expect(both.map(answerOf).toSorted()).toEqual(['already-rated', 'granted'])
  })
})
