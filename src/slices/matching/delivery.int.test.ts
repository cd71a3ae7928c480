/** Deliveries on a real database: what each feed does to the register, FEEDS.md sentence by sentence. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { testNumbersOf } from '../../../simulators/municipality/test-numbers.ts'
import { aDiplomasFile, anEnrolmentsFile, aPlace, aPopulation, aPost, date, type TestPlace } from '../../../test/support/places.ts'

const anna = '200803142389'
const bertil = '200809022395'
const cecilia = '200701222390'

let place: TestPlace
beforeEach(async () => {
  await place?.installation.close()
  place = await aPlace()
})
afterAll(() => place.installation.close())

const periodsOf = async (number: string, on = '2026-11-21'): Promise<string[]> =>
  (await place.register(on)).filter((line) => line.startsWith(number)).map((line) => line.slice(13))

const later = { kind: 'changes', on: date('2026-11-21') } as const

describe('a population delivery', () => {
  it('begins a residence on the earliest date here that the first record shows, its history included', async () => {
    await place.feed('population', aPopulation(aPost({ number: anna, on: '2026-03-01', history: [['2025-09-01', '0180']] })))
    expect(await periodsOf(anna)).toEqual(['2025-09-01 movedIn --'])
  })

  it('reads a history with another municipality between by date', async () => {
    const history = [
      ['2008-03-14', '0180'],
      ['2025-01-10', '1480'],
    ] as const
    await place.feed('population', aPopulation(aPost({ number: anna, on: '2026-03-01', history })))
    expect(await periodsOf(anna)).toEqual(['2024-06-16 neverStarted -- 2025-01-10 moved', '2026-03-01 movedIn --'])
  })

  it('does nothing for a move inside the municipality, and ends the residence at a move out', async () => {
    await place.feed('population', aPopulation(aPost({ number: anna })))
    await place.feed('population', aPopulation(aPost({ number: anna, on: '2026-05-01' })), later)
    expect(await periodsOf(anna)).toEqual(['2024-06-16 neverStarted --'])
    await place.feed('population', aPopulation(aPost({ number: anna, on: '2026-10-01', municipality: '1480' })), later)
    expect(await periodsOf(anna)).toEqual(['2024-06-16 neverStarted -- 2026-10-01 moved'])
  })

  it('lets a record replace what is known from its date on', async () => {
    await place.feed('population', aPopulation(aPost({ number: anna })))
    await place.feed('population', aPopulation(aPost({ number: anna, on: '2026-10-01', municipality: '1480' })), later)
    await place.feed('population', aPopulation(aPost({ number: anna, on: '2026-09-01', municipality: '0114' })), later)
    const registrations = await place.sql(
      `select on_date, municipality from register.registration where known_until = 'infinity' order by 1`,
    )
    expect(registrations).toEqual([
      { on_date: '2008-03-14', municipality: '0180' },
      { on_date: '2026-09-01', municipality: '0114' },
    ])
  })

  it('keeps what a record does not mention', async () => {
    await place.feed('population', aPopulation(aPost({ number: anna, cause: 'UV', causeOn: '2026-02-01', street: 'Provgatan 1' })))
    await place.feed('population', aPopulation(aPost({ number: anna })), later)
    expect(await periodsOf(anna)).toEqual(['2024-06-16 neverStarted -- 2026-02-01 emigrated'])
    expect(await place.sql(`select street from register.particulars where known_until = 'infinity'`)).toEqual([{ street: 'Provgatan 1' }])
  })

  it('returns somebody registered after an emigration', async () => {
    await place.feed('population', aPopulation(aPost({ number: anna, cause: 'UV', causeOn: '2025-02-01' })))
    await place.feed('population', aPopulation(aPost({ number: anna, on: '2026-04-01', immigratedOn: '2026-03-20' })), later)
    expect(await periodsOf(anna)).toEqual(['2024-06-16 neverStarted -- 2025-02-01 emigrated', '2026-04-01 returned --'])
  })

  it('ends the residence of somebody absent from a full read, and heals when they are back', async () => {
    await place.feed('population', aPopulation(aPost({ number: anna }), aPost({ number: bertil })))
    await place.feed('population', aPopulation(aPost({ number: bertil })), { on: date('2026-11-21') })
    expect(await periodsOf(anna, '2026-11-22')).toEqual(['2024-06-16 neverStarted -- 2026-11-21 moved'])
    await place.feed('population', aPopulation(aPost({ number: anna }), aPost({ number: bertil })), { on: date('2026-11-23') })
    expect(await periodsOf(anna, '2026-11-23')).toEqual(['2024-06-16 neverStarted --'])
  })

  it('follows a change of number, and prints the new one', async () => {
    const renewed = '200803142397'
    await place.feed('population', aPopulation(aPost({ number: anna })))
    await place.feed('enrolments', anEnrolmentsFile(`${anna};GY;SA;10000000;2024-08-19;2025-03-31;ja`))
    await place.feed(
      'population',
      aPopulation(aPost({ number: anna, cause: 'GN', newNumber: renewed }), aPost({ number: renewed, on: '2026-11-01' })),
      later,
    )
    expect(await place.register('2026-11-21')).toEqual([`${renewed} 2025-04-01 interruptedNational --`])
  })

  it('merges two records when the change of number comes after both were known', async () => {
    const renewed = '200803142397'
    await place.feed('population', aPopulation(aPost({ number: anna }), aPost({ number: renewed, on: '2026-11-01' })))
    await place.feed('population', aPopulation(aPost({ number: anna, cause: 'GN', newNumber: renewed })), later)
    expect(await place.register('2026-11-21')).toEqual([`${renewed} 2024-06-16 neverStarted --`])
    expect(await place.sql(`select action from audit.line where action = 'register.merge'`)).toHaveLength(1)
  })

  it('uses a record whose first mention of a number is its replacement, and a chain of them', async () => {
    const [second, third] = ['200803142397', '200809022387']
    const chain = [aPost({ number: anna, cause: 'GN', newNumber: second }), aPost({ number: second, cause: 'GN', newNumber: third })]
    for (const on of ['2026-11-20', '2026-11-21']) {
      const report = await place.feed('population', aPopulation(...chain, aPost({ number: third })), { on: date(on) })
      expect(report.state).toBe('done')
      expect((await place.register('2026-11-21')).map((line) => line.slice(0, 12))).toEqual([third])
    }
  })

  it('still calls somebody emigrated who was first missing and then known to have left', async () => {
    await place.feed('population', aPopulation(aPost({ number: anna }), aPost({ number: bertil })))
    await place.feed('population', aPopulation(aPost({ number: bertil })), { on: date('2026-11-21') })
    await place.feed('population', aPopulation(aPost({ number: anna, cause: 'UV', causeOn: '2026-11-05' })), later)
    expect(await periodsOf(anna, '2026-11-30')).toEqual(['2024-06-16 neverStarted -- 2026-11-05 emigrated'])
  })

  it('keeps protected registration off every list until a stay is confirmed', async () => {
    await place.feed(
      'population',
      aPopulation(aPost({ number: anna, protectedRegistration: 'J' }), aPost({ number: bertil, secrecy: 'J' })),
    )
    expect(await place.register('2026-11-21')).toEqual([`${bertil} 2024-06-16 neverStarted --`])
  })

  it('does not use a death or deregistration dated after the day it is delivered', async () => {
    const report = await place.feed('population', aPopulation(aPost({ number: anna, cause: 'AV', causeOn: '2026-11-25' })))
    expect([report.state, report.sources[0]?.exceptions]).toEqual(['exceptions', 1])
    expect(await periodsOf(anna, '2026-11-30')).toEqual(['2024-06-16 neverStarted --'])
  })
})

describe('an enrolments delivery', () => {
  beforeEach(() => place.feed('population', aPopulation(aPost({ number: anna }), aPost({ number: bertil }))))

  it('lets the later of two rows about the same start win, and withdraws a row that is missing from a full read', async () => {
    const rows = [
      `${anna};GY;SA;10000000;2024-08-19;;nej`,
      `${anna};GY;SA;10000000;2024-08-19;2026-09-30;ja`,
      `${bertil};GY;NA;10000000;2024-08-19;;nej`,
    ]
    await place.feed('enrolments', anEnrolmentsFile(...rows))
    expect(await place.register('2026-11-21')).toEqual([`${anna} 2026-10-01 interruptedNational --`])
    await place.feed('enrolments', anEnrolmentsFile(rows[0] ?? ''), { on: date('2026-11-21') })
    expect(await place.register('2026-11-21')).toEqual([`${bertil} 2024-06-16 neverStarted --`])
  })

  it('does not withdraw a row whose new version cannot be read', async () => {
    await place.feed('enrolments', anEnrolmentsFile(`${anna};GY;SA;10000000;2024-08-19;;nej`))
    const report = await place.feed('enrolments', anEnrolmentsFile(`${anna};GY;SA;10000000;2024-13-99;;nej`), { on: date('2026-11-21') })
    expect([report.state, report.sources[0]?.ended]).toEqual(['exceptions', 0])
    expect(await periodsOf(anna)).toEqual([])
  })

  it('changes nothing when it is delivered again', async () => {
    const file = anEnrolmentsFile(`${anna};GY;SA;10000000;2024-08-19;2026-09-30;ja`, `${bertil};XGY;;10000000;2026-01-01;;nej`)
    await place.feed('enrolments', file)
    const before = [await place.register('2026-11-21'), await place.sql('select * from register.enrolment order by id')]
    const report = await place.feed('enrolments', file, { on: date('2026-11-21') })
    expect([report.sources[0]?.unchanged, report.entered.total, report.left.total]).toEqual([2, 0, 0])
    expect([await place.register('2026-11-21'), await place.sql('select * from register.enrolment order by id')]).toEqual(before)
    expect(await place.sql('select 1 from feeds.exception where closed_at is null')).toHaveLength(1)
  })

  it('comes to the same whichever of the sources is first', async () => {
    const other = await aPlace()
    await other.feed('diplomas', aDiplomasFile(`${anna};examen_yrkes;2026-06-09`))
    await other.feed('enrolments', anEnrolmentsFile(`${anna};GY;BF;10000000;2024-08-19;2026-06-12;nej`))
    await other.feed('population', aPopulation(aPost({ number: anna }), aPost({ number: bertil })))
    await place.feed('enrolments', anEnrolmentsFile(`${anna};GY;BF;10000000;2024-08-19;2026-06-12;nej`))
    await place.feed('diplomas', aDiplomasFile(`${anna};examen_yrkes;2026-06-09`))
    expect(await other.register('2026-11-21')).toEqual(await place.register('2026-11-21'))
    await other.installation.close()
  })

  it('puts a pupil with an interim number in the inbox and never guesses', async () => {
    const report = await place.feed('enrolments', anEnrolmentsFile(`20080314TF01;GY;SA;10000000;2024-08-19;;nej`))
    expect(report.state).toBe('exceptions')
    expect(await place.sql('select kind from feeds.exception')).toEqual([{ kind: 'interim-number' }])
    expect(await periodsOf(anna)).toEqual(['2024-06-16 neverStarted --'])
  })
})

const numbers = testNumbersOf(2008)

describe('the guard', () => {
  const youths = (count: number): string =>
    aPopulation(...Array.from({ length: count }, (_, index) => aPost({ number: numbers[index] ?? '' })))

  it('stops a full read that has shrunk, changes nothing, and lets a person approve it', async () => {
    await place.feed('population', youths(100))
    const before = await place.register('2026-11-21')
    const stopped = await place.feed('population', youths(60), { on: date('2026-11-21') })
    expect([stopped.state, await place.register('2026-11-21')]).toEqual(['stopped', before])
    await place.sql(`update feeds.read set state = 'approved' where state = 'stopped'`)
    const again = await place.feed('population', youths(60), { on: date('2026-11-21') })
    expect([again.state, again.left.total > 0]).toEqual(['done', true])
  })

  it('leaves small differences and changes alone', async () => {
    await place.feed('population', youths(60))
    expect((await place.feed('population', youths(36), { on: date('2026-11-21') })).state).toBe('done')
    expect((await place.feed('population', aPopulation(aPost({ number: cecilia })), later)).state).toBe('done')
  })
})
