/** The rehearsal: what it says is what happens, it writes nothing, and it is its owner's alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testNumbersOf } from '../../../simulators/municipality/test-numbers.ts'
import { anEnrolmentsFile, aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { responsibilityPeriods, shippedEducations, type Life } from '../law/index.ts'
import { lawFields, readSettings, settingsFrom } from '../settings/index.ts'
import { typedLaw, type TypedLaw } from '../settings/draft.rules.ts'
import { findRehearsal, startRehearsal } from './rehearsal.actions.ts'
import { halfYearStart, rehearse } from './rehearsal.rules.ts'

const today = date(todayInSweden())
const ago = (days: number) => dateOf(plusDays(dayOf(today), -days))
const numbers = testNumbersOf(Number(today.slice(0, 4)) - 18).slice(0, 40)

let site: TestSite
let system: Visitor

/** Folk high school counts, VUXGY does not, and no gap is short. */
const trial = (typed: TypedLaw): TypedLaw => ({
  ...typed,
  gapDays: '0',
  rows: typed.rows.map((row) =>
    row.schoolType === 'FHS' ? { ...row, counts: 'equivalent' } : row.schoolType === 'VUXGY' ? { ...row, counts: 'otherForm' } : row,
  ),
})
async function fields(): Promise<Record<string, string[]>> {
  const { settings, version } = await readSettings(site.place.pool, 'law')
  const found: Record<string, string[]> = {}
  for (const [name, value] of lawFields(trial(typedLaw(settings.law, dayOf(today))), version)) (found[name] ??= []).push(value)
  return found
}
const list = async () =>
  (
    await site.place.sql<{ number: string }>(
      `select i.number from matching.listed l join register.identity i using (person_id) where i.known_until = 'infinity'`,
    )
  )
    .map(({ number }) => number)
    .toSorted()
const namesIn = (html: string, heading: string): string[] =>
  [...(html.split(heading).at(-1)?.split('</section>')[0] ?? '').matchAll(/Namn(\d{3})/g)]
    .map(([, index]) => numbers[Number(index)] ?? '')
    .toSorted()

beforeAll(async () => {
  site = await aSite()
  system = await site.signedIn(['systemCoordinator'])
  const name = (index: number) => `Namn${String(index).padStart(3, '0')}`
  const posts = numbers.map((number, index) => aPost({ number, given: name(index), ...(index % 10 === 9 ? { secrecy: 'J' } : {}) }))
  await site.place.feed('population', aPopulation(...posts), { on: ago(1) })
  const kinds = ['FHS', 'VUXGY', 'GY', 'SFI']
  const rows = numbers.flatMap((number, index) =>
    index % 5 === 4
      ? [`${number};GY;;12345678;2025-08-18;${ago(3)};`, `${number};GY;;87654321;${dateOf(plusDays(dayOf(today), 5))};;`]
      : [`${number};${kinds[index % 5]};;12345678;${ago(100)};;`],
  )
  await site.place.feed('enrolments', anEnrolmentsFile(...rows), { on: ago(1) })
})
afterAll(() => site.close())

describe('a rehearsal', () => {
  it('says what happens when it is saved, and writes nothing until then', async () => {
    const before = await list()
    const tables = ['register.period', 'settings.value', 'matching.run', 'worklist.youth', 'matching.instant']
    const contents = async () => Promise.all(tables.map((table) => site.place.sql(`select * from ${table} t order by t::text`)))
    const untouched = await contents()
    const started = await system.send('/installningar/prova', await fields())
    expect(started.location).toMatch(/^\/installningar\/prova\/[\da-f-]{36}$/)
    const { html, status } = await system.get(started.location)
    expect(status).toBe(200)
    expect(await contents()).toEqual(untouched)
    const [enters, leaves] = [namesIn(html, 'Skulle komma in: '), namesIn(html, 'Skulle lämna: ')]
    expect([enters.length, leaves.length]).not.toContain(0)
    expect((await system.send('/installningar/regler', await fields())).location).toBe('/installningar')
    const after = await list()
    const isShown = (number: string) => numbers.indexOf(number) % 10 !== 9
    expect(enters).toEqual(after.filter((number) => !before.includes(number) && isShown(number)))
    expect(leaves).toEqual(before.filter((number) => !after.includes(number) && isShown(number)))
    expect(after.filter((number) => !before.includes(number) && !isShown(number))).not.toEqual([])
  })

  it("belongs to the one who started it, and is somebody else's 404", async () => {
    const { location } = await system.send('/installningar/prova', await fields())
    const other = await site.signedIn(['systemCoordinator'], { name: 'Annan' })
    expect((await other.get(location)).status).toBe(404)
    expect((await other.get('/installningar/prova/nej')).status).toBe(404)
    expect((await (await site.signedIn(['coordinator'])).get(location)).status).toBe(403)
    expect((await system.get('/installningar/prova')).html).toContain(location)
    expect((await system.get(location)).html).toContain('Ingen skulle komma in och ingen lämna')
  })

  it('shows how far it has come, refreshes without script, and one runs at a time', async () => {
    const holder = await site.place.pool.connect()
    await holder.query('begin; lock table register.person in access exclusive mode')
    try {
      const { location } = await system.send('/installningar/prova', await fields())
      const busy = await system.send('/installningar/prova', await fields())
      expect([busy.status, busy.html.includes('Ett annat prov räknas just nu')]).toEqual([409, true])
      const { html } = await system.get(location)
      expect(html).toContain('<meta http-equiv="refresh" content="2"/>')
      expect(html).toContain('Provet börjar')
      await holder.query('rollback')
      expect((await system.get(location)).html).toContain('Så skulle det bli')
    } finally {
      holder.release()
    }
  })

  it('that breaks says so and keeps the draft', async () => {
    const { settings } = await readSettings(site.place.pool, 'law')
    const [staff] = await site.place.sql<{ id: string }>(`select staff_id as id from access.session limit 1`)
    const reported: unknown[] = []
    const broken = { code: site.place.code, pool: { connect: () => Promise.reject(new Error('gone')) } as never }
    const typed = typedLaw(settings.law, dayOf(today))
    const started = startRehearsal(
      broken,
      { present: settings.law, draft: settings.law, typed, version: 1, on: today, staffId: staff?.id ?? '' },
      (error) => reported.push(error),
    )
    const id = started.granted ? started.value : ''
    await findRehearsal(broken, id, staff?.id ?? '')?.finished
    expect(reported).toHaveLength(1)
    const { status, html } = await system.get(`/installningar/prova/${id}`)
    expect([status, html.includes('Provet gick inte att räkna klart'), html.includes('name="schoolType"')]).toEqual([503, true, true])
  })

  it('shows a form with a fault again, and lets a draft be changed further', async () => {
    const wrong = await system.send('/installningar/prova', { ...(await fields()), gapDays: 'x' })
    expect([wrong.status, wrong.html.includes('href="#gapDays"')]).toEqual([422, true])
    expect((await system.send('/installningar/regler/fortsatt', { ...(await fields()), gapDays: '33' })).html).toContain('value="33"')
  })
})

describe('the rule', () => {
  const empty = {
    deaths: [],
    deregistrations: [],
    immigrations: [],
    credentials: [],
    schoolingEnds: [],
    decisions: [],
    protectedRegistration: null,
    confirmedStays: [],
  }
  const life: Life = {
    ...empty,
    bornOn: dayOf(date('2008-05-05')),
    registrations: [{ on: dayOf(date('2008-05-05')), municipality: '0180' }],
    enrolments: [{ startOn: dayOf(date('2025-08-18')), endOn: null, cancelled: false, schoolType: 'FHS', educationCode: '' }],
  }
  const present = settingsFrom([]).law
  const draft = {
    ...present,
    educations: [{ schoolType: 'FHS', educationCode: null, counts: 'equivalent' as const, qualifiesFromOn: null }, ...shippedEducations],
  }
  const day = dayOf(date('2026-11-20'))

  it('tells who leaves and enters, and why', () => {
    expect(rehearse([{ personId: 1, life }], { present, draft, municipality: '0180', day })).toEqual([
      { personId: 1, today: 'leaves', reason: 'inEducation', halfYear: 'leaves' },
    ])
    expect(rehearse([{ personId: 1, life }], { present: draft, draft: present, municipality: '0180', day })).toEqual([
      { personId: 1, today: 'enters', reason: responsibilityPeriods(life, '0180', present)[0]?.entryReason, halfYear: 'enters' },
    ])
    expect(rehearse([{ personId: 1, life }], { present, draft: present, municipality: '0180', day })).toEqual([])
  })

  it.each([
    ['2026-01-01', '2026-01-01'],
    ['2026-06-30', '2026-01-01'],
    ['2026-07-01', '2026-07-01'],
  ])('the half-year of %s began on %s', (on, first) => expect(dateOf(halfYearStart(dayOf(date(on))))).toBe(first))
})
