/** The pages of figures: what a reader may count, what is hidden on the page, in the files and behind a number, and what cannot be asked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestSite, Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { aFigureSite } from './figure-site.testbed.ts'
import { indicatorNames } from './registry.rules.ts'

let site: TestSite
let coordinator: Visitor
const sql = <Row extends object>(text: string, values?: unknown[]) => site.place.sql<Row>(text, values)
const today = todayInSweden()
const inOrder = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)
const words = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  site = await aFigureSite()
  coordinator = await site.signedIn(['coordinator'])
})
afterAll(() => site.close())

/** A row of the table on a page, cell by cell. */
function rowOf(html: string, title: string): string[] {
  const main = html.slice(html.indexOf('<main'))
  const row = [...main.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, inner = '']) =>
    [...inner.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => words(cell).trim()),
  )
  return row.find(([first = '']) => first.startsWith(title)) ?? []
}

describe('a figure', () => {
  it.each(indicatorNames)('%s is there, in both languages, with a picture and a table', async (name) => {
    const { status, html } = await coordinator.get(`/siffror/tal/${name}`)
    expect(status).toBe(200)
    expect(html).toContain('role="img"')
    expect(html).toContain('<table')
    expect(html).not.toMatch(/style=|undefined|NaN/)
  })

  it('another name is nothing, on any of its addresses', async () => {
    for (const address of ['påhittad', 'påhittad/fil?format=csv', 'påhittad/personer', 'on-day/fil', 'on-day/fil?format=pdf']) {
      expect((await coordinator.get(`/siffror/tal/${address}`)).status, address).toBe(404)
    }
  })

  it('hides the small unit, another with it, and no zero', async () => {
    const { html } = await coordinator.get(`/siffror/tal/on-day?dag=${today}&per=enhet`)
    const [, all, west, south, east] = rowOf(html, 'Omfattades')
    expect([all, [west, south, east].toSorted(inOrder)]).toEqual(['22', ['..', '..', '10']])
    expect(rowOf(html, 'Pågående åtgärd').slice(1)).toEqual(['0', '0', '0', '0'])
    expect(html).toContain('Tal under 5 visas inte')
  })

  it.each([
    ['on-day', 'dag=2999-01-01', 'Räknedagen ligger framåt'],
    ['on-day', 'dag=2026-02-30', 'Skriv dagarna'],
    ['flow', 'fran=2026-05-01&till=2026-04-01', 'Sista dagen ligger före'],
    ['flow', 'fran=2999-05-01&till=2999-06-01', 'Perioden har inte börjat'],
    ['flow', 'fran=2000-05-01&till=2026-06-01', 'längre än tio år'],
    ['flow', 'fran=2026-05-01', 'Skriv dagarna'],
    ['on-day', 'per=forvaltning', 'går inte att dela upp'],
    ['on-day', 'per=%27--', 'går inte att dela upp'],
    ['on-day', 'per=enhet&per=kon&per=fodelsear', 'högst två'],
  ])('%s with %s says what is wrong and shows the usual', async (name, query, said) => {
    const { status, html } = await coordinator.get(`/siffror/tal/${name}?${query}`)
    expect(status).toBe(200)
    expect(html).toContain(said)
    expect(html).toContain('<table')
    expect((await coordinator.get(`/siffror/tal/${name}/fil?format=csv&${query}`)).status).toBe(404)
  })

  it('of a day before anything is zero in every row', async () => {
    const { html } = await coordinator.get('/siffror/tal/on-day?dag=2020-01-01')
    expect(html).toContain('Alla rader är noll')
    expect(rowOf(html, 'Omfattades')[1]).toBe('0')
    expect(html).not.toContain('/personer?')
  })

  it('counts a unit for its manager, and a protected youth for those with the right', async () => {
    const inWest = await site.signedIn(['unitManager'], { unit: 'Väst' })
    expect(rowOf((await inWest.get('/siffror/tal/on-day')).html, 'Omfattades')[1]).toBe('10')
    const { html } = await inWest.get('/siffror/tal/on-day?per=enhet')
    expect(html).not.toContain('Syd')
    const handler = await site.signedIn(['coordinator', 'protectedHandler'])
    expect(rowOf((await handler.get('/siffror/tal/on-day')).html, 'Omfattades')[1]).toBe('23')
    expect((await (await site.signedIn(['counsellor'], { unit: 'Väst' })).get('/siffror/tal/on-day')).status).toBe(403)
  })

  it('crosses two splittings for the row that is looked at', async () => {
    const { html } = await coordinator.get('/siffror/tal/not-known?per=enhet&per=kon&rad=notKnown')
    expect(words(html)).toContain('Sysselsättningen är inte känd: enhet, kön')
    expect(html).toMatch(/<option value="notKnown" selected/)
  })
})

describe('the files', () => {
  it('hold what the page shows, hidden as there, and are named by the days alone', async () => {
    const query = `dag=${today}&per=enhet`
    const { html, headers, status } = await coordinator.get(`/siffror/tal/on-day/fil?format=csv&${query}`)
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toContain(`siffror-on-day-${today}.csv`)
    const covered = html.split('\r\n').filter((line) => line.includes(';Omfattades;'))
    expect(covered.map((line) => line.split(';').at(-1)).toSorted(inOrder)).toEqual(['..', '..', '0', '10', '22'])
    const xlsx = await coordinator.get(`/siffror/tal/on-day/fil?format=xlsx&${query}`)
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
    expect(xlsx.html.startsWith('PK')).toBe(true)
  })
})

describe('those behind a number', () => {
  const behind = (row: string, at: string, visitor = coordinator) =>
    visitor.get(`/siffror/tal/on-day/personer?dag=${today}&per=enhet&rad=${row}&plats=${at}`)
  const named = (html: string): number => html.match(/href="\/ungdomar\/[0-9a-f-]{36}"/g)?.length ?? 0

  it('are the youths of the cell, each with the way to its page, and the way back keeps the question', async () => {
    const { html } = await behind('covered', '3')
    expect(named(html)).toBe(9)
    expect(html).toContain(`/siffror/tal/on-day?dag=${today}&amp;per=enhet&amp;rad=covered`)
    expect(named((await behind('status.toAct', '*')).html)).toBe(22)
  })

  it('a protected one stands there for those with the right', async () => {
    expect(named((await behind('covered', '1')).html)).toBe(10)
    const handler = await site.signedIn(['coordinator', 'protectedHandler'])
    expect(named((await behind('covered', '1', handler)).html)).toBe(11)
  })

  it('a unit’s own only, for its manager; how many others there are is not told of a hidden number', async () => {
    const inEast = await site.signedIn(['unitManager'], { unit: 'Öst' })
    const own = await behind('covered', '2', inEast)
    expect(named(own.html)).toBe(3)
    expect(words(own.html)).toContain('Det kan räknas fler än du får se.')
    expect((await behind('covered', '1', inEast)).status).toBe(404)
    expect(named((await inEast.get(`/siffror/tal/on-day/personer?dag=${today}&rad=covered`)).html)).toBe(3)
  })

  it('a row or a place that is not there is nothing, nor a share, nor another number of places', async () => {
    for (const [row, at] of [
      ['påhittad', '1'],
      ['covered', '99'],
      ['covered', '1&plats=2'],
      ['notKnownShare', '*'],
    ] as const) {
      expect((await behind(row, at)).status, `${row} ${at}`).toBe(404)
    }
    const zero = await behind('status.measureOngoing', '1')
    expect([zero.status, named(zero.html)]).toEqual([200, 0])
    expect(words(zero.html)).toContain('Ingen räknas här.')
  })

  it('the log says who looked, and names nobody', async () => {
    const lines = await sql<{ detail: object }>(`select detail from audit.line where action = 'figures.persons' order by id desc limit 1`)
    expect(lines.length).toBe(1)
    expect(JSON.stringify(lines)).not.toContain('Tilltal')
  })
})

describe('the overview', () => {
  it('says how many are covered, and what cannot be asked', async () => {
    const { html } = await coordinator.get('/siffror')
    expect(words(html)).toMatch(/omfattas \d+ \w+ \d{4}.{0,60}22/)
    for (const [query, said] of [
      ['fran=2026-05-01&till=x', 'Skriv båda dagarna'],
      ['fran=2026-05-01&till=2026-04-01', 'Sista dagen ligger före'],
      ['fran=2020-05-01&till=2026-04-01', 'högst tre år'],
      ['fran=2999-01-01&till=2999-02-01', 'Perioden har inte börjat'],
      ['enhet=99', 'Enheten finns inte'],
      ['enhet=x', 'Enheten finns inte'],
    ] as const) {
      const answer = await coordinator.get(`/siffror?${query}`)
      expect([answer.status, answer.html.includes(said)], query).toEqual([200, true])
    }
  })

  it('a unit is what it is in the table by unit: what is hidden there is hidden here', async () => {
    const covered = async (unit: string): Promise<string> =>
      /<a href="[^"]*on-day[^"]*">([^<]*)<\/a>/.exec((await coordinator.get(`/siffror?enhet=${unit}`)).html)?.[1] ?? ''
    expect((await Promise.all(['1', '2', '3'].map(covered))).toSorted()).toEqual(['..', '..', '10'])
  })

  it('a unit’s manager counts the own unit, has none to choose, and may not choose another', async () => {
    const inWest = await site.signedIn(['unitManager'], { unit: 'Väst' })
    const { html } = await inWest.get('/siffror')
    expect(words(html)).toMatch(/omfattas .{0,60}10/)
    expect(html).not.toContain('name="enhet"')
    expect(html).not.toContain('href="/halvarsuppgiften"')
    expect((await inWest.get('/siffror?enhet=3')).html).toContain('Enheten finns inte')
  })
})

describe('the limit', () => {
  it('is a setting: the page follows at once, and says when somebody else was first', async () => {
    const system = await site.signedIn(['systemCoordinator'])
    const path = '/installningar/siffror'
    const version = async (): Promise<string> => /name="version" value="(\d+)"/.exec((await system.get(path)).html)?.[1] ?? ''
    const first = await version()
    expect((await system.send(path, { version: first, smallBelow: '0' })).status).toBe(422)
    expect((await system.send(path, { version: first, smallBelow: 'fem' })).status).toBe(422)
    expect((await system.send(path, { version: first, smallBelow: '1' })).location).toBe(path)
    expect((await system.send(path, { version: first, smallBelow: '7' })).status).toBe(409)
    const { html } = await coordinator.get(`/siffror/tal/on-day?dag=${today}&per=enhet`)
    expect(rowOf(html, 'Omfattades').slice(1).toSorted(inOrder)).toEqual(['10', '22', '3', '9'])
    expect(html).not.toContain('visas inte, och inte heller')
    expect((await coordinator.get(path)).status).toBe(403)
    expect(site.reported).toEqual([])
  })
})
