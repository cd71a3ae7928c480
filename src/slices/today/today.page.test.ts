/** The start page: what it counts for whom, on the first day, after a night that failed, and while one runs. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { parseView } from '../worklist/filter.rules.ts'
import { notBegunList, ownLists, queryOf, unassignedList } from './links.ts'
import { isNightMissing, missingTermEnds } from './today.rules.ts'

const anna = '200803142389'
const bertil = '200809022395'
const skyddad = '200701222390'
const today = todayInSweden()

let site: TestSite
const sql = <Row extends object>(text: string, values?: unknown[]) => site.place.sql<Row>(text, values)
/** The figure with the label. */
const figure = (html: string, label: string): number | null => {
  const found = new RegExp(`<dt>${label}</dt><dd>(?:<a [^>]*>)?([^<]*)`).exec(html)
  return found === null ? null : Number(found[1])
}

beforeAll(async () => {
  site = await aSite()
})
afterAll(() => site.close())

describe('the rules of the start page', () => {
  it('asks for the terms of this year and the next', () => {
    expect(missingTermEnds(new Set([2026]), date('2026-03-01'))).toEqual([2027])
    expect(missingTermEnds(new Set(), date('2026-03-01'))).toEqual([2026, 2027])
    expect(missingTermEnds(new Set([2026, 2027]), date('2026-03-01'))).toEqual([])
  })

  it.each([
    ['2026-11-20', '2026-11-20', '09:00', false],
    ['2026-11-19', '2026-11-20', '05:00', false],
    ['2026-11-19', '2026-11-20', '09:00', true],
    ['2026-11-20', '2026-11-22', '09:00', false],
    ['2026-11-20', '2026-11-23', '04:30', false],
    ['2026-12-24', '2026-12-27', '12:00', false],
  ])('last night %s, on %s at %s: missing %s', (last, on, time, expected) => {
    expect(isNightMissing(date(last), date(on), time)).toBe(expected)
  })

  it('leads only to lists that the worklist understands', () => {
    const own = [true, false].flatMap((doesOutreach) => ownLists({ unitId: 3, doesOutreach }))
    const links = [...own.map(({ href }) => href), unassignedList, notBegunList]
    for (const link of links) {
      const { view, unread } = parseView(queryOf(link))
      expect(unread).toEqual([])
      expect(view.list !== null || Object.values(view.filter).some((value) => value !== null && value !== false), link).toBe(true)
    }
  })
})

describe('the start page', () => {
  it('says on the first day that no night has run, and what will be there', async () => {
    const { status, html } = await (await site.signedIn(['coordinator'])).get('/')
    expect(status).toBe(200)
    expect(html).toContain('<h1>I dag</h1>')
    expect(html).toContain('Ingen natt har körts än')
    expect(html).toContain('Inga källor är inställda')
  })

  it('counts those who entered within each reader’s scope, and never by the report', async () => {
    for (const year of [2023, 2024])
      await sql(`insert into settings.value (key, value, known_from, set_by) values ($1, to_jsonb($2::text), '-infinity', 'prov')`, [
        `termEnd.${year}`,
        `${year}-06-12`,
      ])
    const posts = [aPost({ number: anna }), aPost({ number: bertil }), aPost({ number: skyddad, secrecy: 'J' })]
    const report = await site.place.feed('population', aPopulation(...posts), { on: date(today) })
    expect(report.entered.total).toBe(3)
    const [unit] = await sql<{ id: number }>(`insert into organisation.unit (name) values ('Norr') returning id`)
    await sql('update worklist.youth set unit_id = $1 where number = $2', [unit?.id, anna])
    const seen = async (roles: Parameters<typeof site.signedIn>[0], of?: string) =>
      figure((await (await site.signedIn(roles, of === undefined ? {} : { unit: of })).get('/')).html, 'kom in')
    expect(await seen(['coordinator'])).toBe(2)
    expect(await seen(['protectedHandler'])).toBe(3)
    expect(await seen(['counsellor'], 'Norr')).toBe(1)
    expect(await seen(['counsellor'])).toBe(null)
  })

  it('shows row counts and ways on only to those who may go there', async () => {
    const coordinator = (await (await site.signedIn(['coordinator'])).get('/')).html
    const counsellor = (await (await site.signedIn(['counsellor'], { unit: 'Norr' })).get('/')).html
    expect(coordinator).toContain('href="/kallor/population"')
    expect(counsellor).not.toContain('href="/kallor')
    expect(counsellor).toContain('läst som den ska')
    expect((await (await site.signedIn(['systemCoordinator'])).get('/')).html).toContain('Sätt vårterminens slut')
    expect(coordinator).not.toContain('Sätt vårterminens slut')
  })

  it('counts my own and my unit’s, and who has nobody', async () => {
    const { html } = await (await site.signedIn(['unitManager'], { unit: 'Norr' })).get('/')
    expect(figure(html, 'enhetens att åtgärda')).toBe(1)
    expect(figure(html, 'utan ansvarig på enheten')).toBe(1)
    expect(figure(html, 'mina att åtgärda')).toBe(0)
  })

  it('shows the list behind each number', async () => {
    const coordinator = await site.signedIn(['coordinator'])
    const { html } = await coordinator.get('/')
    const [link = ''] = /\/korningar\/\d+\?[^"]+/.exec(html) ?? []
    const list = await coordinator.get(link.replaceAll('&amp;', '&'))
    expect(list.status).toBe(200)
    expect(list.html.match(/href="\/ungdomar\/[0-9a-f-]{36}"/g)).toHaveLength(2)
    const handler = await (await site.signedIn(['protectedHandler'])).get(link.replaceAll('&amp;', '&'))
    expect(handler.html.match(/href="\/ungdomar\/[0-9a-f-]{36}"/g)).toHaveLength(3)
    expect(handler.html).toContain('Skyddade uppgifter')
    const read = await sql<{ detail: object }>(`select detail from audit.line where action = 'sources.run' order by id`)
    expect(read).toHaveLength(2)
    expect((await coordinator.get('/korningar/999999')).status).toBe(404)
  })

  it('says that a failed night changed nothing, and shows the one before', async () => {
    await sql(`insert into matching.run (kind, on_day, state, finished_at) values ('feed', $1, 'failed', clock_timestamp())`, [today])
    const { html } = await (await site.signedIn(['coordinator'])).get('/')
    expect(html).toContain('Hör av dig till driften')
    expect(html).toContain('Senaste natten som blev klar')
    expect(figure(html, 'kom in')).toBe(2)
  })

  it('tells a night that runs from one whose process is gone', async () => {
    await sql(`insert into matching.run (kind, on_day) values ('nightly', $1)`, [today])
    const coordinator = await site.signedIn(['coordinator'])
    expect((await coordinator.get('/')).html).toContain('avbröts')
    const night = new pg.Client({ connectionString: site.place.url })
    await night.connect()
    await night.query('select pg_advisory_lock(7304118)')
    const { html } = await coordinator.get('/')
    await night.end()
    expect(html).toContain('Natten körs just nu')
    expect(html).toContain('Sidan visar läget före natten')
  })

  it('speaks English', async () => {
    const coordinator = await site.signedIn(['coordinator'], { name: 'Engla' })
    await coordinator.send('/sprak', { lang: 'en', path: '/' })
    const { html } = await coordinator.get('/')
    expect(html).toContain('<h1>Today</h1>')
    expect(html).toContain('Waits for you')
    expect(html).not.toContain('Väntar på dig')
    expect(site.reported).toEqual([])
  })
})
