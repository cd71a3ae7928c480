/** The meter: one case of each kind, and who may see which of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testNumbersOf } from '../../../simulators/municipality/test-numbers.ts'
import { aDiplomasFile, anEnrolmentsFile, aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { readCoverage } from './coverage.actions.ts'
import { addressOf, selectionFrom, shareOf } from './coverage.rules.ts'
import type { Coverage, CoverageCounts } from './coverage.types.ts'

const today = date(todayInSweden())
const ago = (days: number) => dateOf(plusDays(dayOf(today), -days))
const year = Number(today.slice(0, 4)) - 18
const [listed, studying, stale, done, between, undecided, decided, folk, hidden, moved, birthless, child] = [
  ...testNumbersOf(year).slice(0, 11),
  ...testNumbersOf(year + 4),
] as [string, string, string, string, string, string, string, string, string, string, string, string]

let site: TestSite
const everything = { year: null, district: null, reason: null, page: 1 } as const
const read = (mayReadProtected = false, units: number[] | null = null, selection = {}): Promise<Coverage> =>
  readCoverage(site.place.pool, { units, mayReadProtected }, 'prov', {
    municipality: '0180',
    on: today,
    selection: { ...everything, ...selection },
  })
const reasons = ({ gap }: Coverage) => Object.fromEntries(gap.map(({ number, reason }) => [number, reason]))
const study = (number: string, type: string, from: string, until = '') => `${number};${type};;12345678;${from};${until};`
const population = (...posts: string[]) => site.place.feed('population', aPopulation(...posts), { on: today })

beforeAll(async () => {
  site = await aSite()
  const { place } = site
  const [unit] = await place.sql<{ id: number }>(`insert into organisation.unit (name) values ('Norr') returning id`)
  await place.sql(`insert into organisation.district (name, unit_id) values ('Norrbyn', $1)`, [unit?.id])
  await place.sql(`insert into organisation.route (district_id, first_code, last_code) select id, 99910, 99919 from organisation.district`)
  const living = [studying, stale, done, between, undecided, decided, folk, child].map((number) => aPost({ number }))
  const inDistrict = aPost({ number: listed, postalCode: '99910' })
  const elsewhere = aPost({ number: moved, on: '2024-01-01', municipality: '1480' })
  await population(inDistrict, ...living, aPost({ number: hidden, protectedRegistration: 'J', given: 'Hemlig' }), elsewhere)
  await place.sql(
    `with p as (insert into register.person default values returning id), i as (
      insert into register.identity (person_id, number, kind, born_on, source, known_from) select id, $1, 'samordningsnummer', null, 'prov', now() from p)
    insert into register.registration (person_id, on_date, municipality, source, known_from) select id, '2020-01-01', '0180', 'prov', now() from p`,
    [birthless],
  )
  await place.sql(
    `insert into register.decision (person_id, covers, from_on, ground, decided_by, source, known_from)
     select person_id, false, '2026-01-01', 'prov', 'prov', 'manuellt', now() from register.identity where number = $1`,
    [decided],
  )
  await place.sql('insert into register.pending select id from register.person on conflict do nothing')
  await place.feed('enrolments', anEnrolmentsFile(study(stale, 'GY', '2025-08-18')), { on: ago(90), source: 'friskolan' })
  const rows = [
    study(studying, 'GY', '2025-08-18'),
    study(between, 'GY', '2025-08-18', ago(3)),
    study(between, 'VUXGY', dateOf(plusDays(dayOf(today), 5))),
    study(undecided, 'GY', '2025-08-18', ago(101)),
    study(undecided, 'XYZ', ago(100)),
    study(folk, 'FHS', ago(100)),
  ]
  await place.feed('enrolments', anEnrolmentsFile(...rows), { on: today })
  await place.feed('diplomas', aDiplomasFile(`${done};vux_examen;2026-06-01`), { on: today })
})
afterAll(() => site.close())

const addsUp = ({ expected, listed: l, inEducation, completed, otherKnown, gap }: CoverageCounts): boolean =>
  expected === l + inEducation + completed + otherKnown + gap

describe('the meter', () => {
  it('accounts for each in one way, and every row adds up', async () => {
    const coverage = await read()
    expect(coverage.total).toEqual({ expected: 9, listed: 2, inEducation: 1, completed: 1, otherKnown: 2, gap: 3 })
    expect(reasons(coverage)).toEqual({ [stale]: 'staleSource', [undecided]: 'undecidedEducation', [birthless]: 'noBirthDate' })
    for (const row of [coverage.total, ...coverage.byYear, ...coverage.byDistrict]) expect(addsUp(row)).toBe(true)
    expect(coverage.byDistrict.map(({ name, expected, listed: l }) => [name, expected, l])).toEqual([
      ['Norrbyn', 1, 1],
      [null, 8, 1],
    ])
  })

  it('counts a protected person only for those with the right, until the stay is confirmed as a gap', async () => {
    expect((await read(true)).total.expected).toBe(10)
    expect(reasons(await read(true))[hidden]).toBe('unconfirmedStay')
  })

  it('counts for a unit only its own', async () => {
    const [unit] = await site.place.sql<{ id: number }>('select id from organisation.unit')
    expect((await read(false, [unit?.id ?? 0])).total.expected).toBe(1)
    expect((await read(false, [])).total.expected).toBe(0)
  })

  it('narrows the gap, never the tables', async () => {
    const narrowed = await read(false, null, { reason: 'staleSource', year, district: 'none' })
    expect([narrowed.gapTotal, narrowed.total.gap, narrowed.reasons.length]).toEqual([1, 3, 3])
    expect((await read(false, null, { year: year - 1 })).gapTotal).toBe(0)
  })
})

describe('the page', () => {
  it('shows the gap with a link and what to do, and leaves a read line without names', async () => {
    const coordinator = await site.signedIn(['coordinator'])
    const { status, html } = await coordinator.get('/tackning')
    expect(status).toBe(200)
    expect(html).toContain('Skolans uppgifter är för gamla')
    expect(html).not.toContain('Hemlig')
    expect(html).not.toContain(hidden)
    const [line] = await site.place.sql<{ detail: object }>(
      `select detail from audit.line where action = 'coverage.read' and actor <> 'prov' order by id desc limit 1`,
    )
    expect(line?.detail).toEqual({ ...everything, persons: 3 })
    await coordinator.send('/sprak', { lang: 'en', path: '/' })
    expect((await coordinator.get('/tackning?anledning=%3Cb%3E&fodelsear=x&sida=0')).html).toContain('Expected')
    const handler = await site.signedIn(['coordinator', 'protectedHandler'], { name: 'Hand' })
    expect((await handler.get('/tackning')).html).toContain('Vistelsekommunen är inte bekräftad')
    expect((await (await site.signedIn(['counsellor'])).get('/tackning')).status).toBe(403)
  })

  it('has addresses that come back as they were', () => {
    for (const address of ['/tackning', '/tackning?fodelsear=2008&omrade=3&sida=2', '/tackning?omrade=saknas&anledning=pending']) {
      expect(addressOf(selectionFrom(new URL(address, 'http://x').searchParams))).toBe(address)
    }
  })

  it('says 100 % only when nobody is missing', () => {
    const counts = { listed: 0, inEducation: 0, completed: 0, otherKnown: 0 }
    expect([shareOf({ ...counts, expected: 0, gap: 0 }), shareOf({ ...counts, expected: 1000, gap: 1 })]).toEqual([100, 99])
  })
})
