/** The pages of planning in process: the form, a round's own page, who may, and the minutes of the watch. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyRole, type Visitor } from '../../../test/support/web.ts'
import { mayDo } from '../../kernel/permission.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { aColleague, aUnit } from '../worklist/worklist.testbed.ts'
import { aVisitSite, wordsOf, type VisitSite } from './visits-site.testbed.ts'
import { aRound, aStop, blank } from './visits.testbed.ts'

const today = todayInSweden()
const nextWorkingDay = (): PlainDate => {
  let day = plusDays(dayOf(today), 3)
  while (!isWorkingDay(day)) day = plusDays(day, 1)
  return dateOf(day)
}

let shared: VisitSite
beforeAll(async () => {
  shared = await aVisitSite()
})
afterAll(() => shared.site.close())

const wish = (more: Record<string, string> = {}) => ({
  on: nextWorkingDay(),
  district: String(shared.north.district),
  area: '',
  startsAt: '13:00',
  endsAt: '15:00',
  ...shared.crew,
  ...more,
})

describe('planning', () => {
  it('leads from the form to the round, with a district’s name as its area', async () => {
    const made = await shared.anna.send('/besok/ny', wish())
    expect([made.status, made.location]).toEqual([303, expect.stringMatching(/^\/besok\/[\da-f-]{36}$/)])
    const { html } = await shared.anna.get(made.location)
    expect(wordsOf(html)).toMatch(/Norr, \S+dag \d+ \S+ \d{4}.*13:00–15:00 · Anna Ek och Bo Al · vakar: Cia Ås/)
    expect(wordsOf((await shared.anna.get('/besok')).html)).toContain('Anna Ek och Bo Al')
  })

  it.each<[Record<string, string>, string, string]>([
    [{ second: '' }, 'second', 'Fyll i fältet.'],
    [{ watch: '' }, 'watch', 'Fyll i fältet.'],
    [{ on: '2026-02-30' }, 'on', 'Skriv dagen som'],
    [{ on: '2020-01-02' }, 'on', 'Dagen har varit.'],
    [{ startsAt: 'ett' }, 'startsAt', 'Skriv tiden som'],
    [{ endsAt: '12:00' }, 'endsAt', 'måste sluta efter'],
    [{ district: '', area: ' ' }, 'area', 'Välj ett område'],
  ])('says what is wrong with %j, and keeps what was typed', async (more, field, problem) => {
    const { status, html } = await shared.anna.send('/besok/ny', wish({ endsAt: '14:30', ...more }))
    expect([status, html.includes(`href="#${field}"`), wordsOf(html).includes(problem)]).toEqual([422, true, true])
    if (more['endsAt'] === undefined) expect(html).toContain('value="14:30"')
  })

  it('is not done with one colleague twice, or one who goes as the watch', async () => {
    const twice = await shared.anna.send('/besok/ny', wish({ second: shared.crew.first }))
    expect(wordsOf(twice.html)).toContain('Två olika medarbetare måste gå')
    const goes = await shared.anna.send('/besok/ny', wish({ watch: shared.crew.second }))
    expect(wordsOf(goes.html)).toContain('Den som vakar kan inte själv gå')
  })

  it('shows both when somebody else changed the round first', async () => {
    const { location } = await shared.anna.send('/besok/ny', wish())
    const change = (visitor: Visitor, version: string, area: string) =>
      visitor.send(`${location}/andra`, { ...wish({ area, district: '' }), version })
    expect((await change(shared.anna, '1', 'Hamnen')).status).toBe(303)
    const { status, html } = await change(shared.bo, '1', 'Parken')
    expect([status, html.includes('Hamnen'), html.includes('Parken'), html.includes('name="version" value="2"')]).toEqual([
      409,
      true,
      true,
      true,
    ])
    expect((await change(shared.bo, '2', 'Parken')).status).toBe(303)
  })
})

describe('the round', () => {
  it('takes youths by search, orders, times, prints and delivers, and is closed when all is written', async () => {
    const { location } = await shared.anna.send('/besok/ny', wish())
    const [alm, berg] = [
      await shared.youth('Almsson', { staff: shared.crew.first }),
      await shared.youth('Bergsson', { staff: shared.crew.first }),
    ]
    const found = await shared.anna.send(`${location}/sok`, { q: 'Almsson' })
    expect([found.status, found.html.includes(alm.subjectId), found.html.includes(berg.subjectId)]).toEqual([200, true, false])
    expect((await shared.anna.send(`${location}/sok`, { q: '' })).status).toBe(422)
    expect((await shared.anna.send(`${location}/ungdomar`, {})).status).toBe(422)
    expect((await shared.anna.send(`${location}/ungdomar`, { youth: [alm.subjectId, berg.subjectId] })).status).toBe(303)
    const again = await shared.anna.send(`${location}/ungdomar`, { youth: alm.subjectId })
    expect([again.status, wordsOf(again.html).includes('är redan med i en runda')]).toEqual([409, true])

    const stops = [...(await shared.anna.get(location)).html.matchAll(/name="stop" value="([\da-f-]{36})"/g)].map(([, id]) => id ?? '')
    const [first = '', second = ''] = [...new Set(stops)]
    await shared.anna.send(`${location}/ordning`, { order: `down:${first}` })
    const wrong = await shared.anna.send(`${location}/tider`, { stop: [first, second], time: ['8:00', '13:20'] })
    expect([wrong.status, wordsOf(wrong.html).includes('utanför rundan (13:00–15:00)'), wrong.html.includes('value="8:00"')]).toEqual([
      422,
      true,
      true,
    ])
    expect((await shared.anna.send(`${location}/tider`, { stop: [first, second], time: ['14:10', '13:20'] })).status).toBe(303)

    const cards = await shared.anna.send(`${location}/kort`, { which: 'missing' })
    expect([cards.status, cards.headers.get('content-type'), cards.html.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
    expect((await shared.anna.send(`${location}/kort/utlamnade`, { on: today })).status).toBe(422)
    expect((await shared.anna.send(`${location}/kort/utlamnade`, { card: [first, second], on: today })).status).toBe(303)
    expect(wordsOf((await shared.anna.get(location)).html)).toContain('utlämnat')

    const early = await shared.anna.send(`${location}/avsluta`)
    expect([early.status, wordsOf(early.html).includes('Besök saknar resultat')]).toEqual([409, true])
    for (const stop of [first, second]) {
      const form = { stop, change: randomUUID(), version: '1', base: JSON.stringify(blank), act: 'skip', note: 'Snöstorm' }
      expect((await shared.anna.send(`${location}/falt`, form)).status).toBe(303)
    }
    expect((await shared.anna.send(`${location}/stall-in`)).status).toBe(409)
    expect((await shared.anna.send(`${location}/avsluta`)).status).toBe(303)
    expect(wordsOf((await shared.anna.get(location)).html)).toMatch(/Inte gjort.*avslutad/)
    expect((await shared.anna.send(`${location}/tider`, { stop: [first], time: ['13:00'] })).location).toBe(location)
  })

  it('that nobody planned is not there', async () => {
    const nowhere = `/besok/${randomUUID()}`
    for (const path of ['', '/falt', '/andra']) expect((await shared.anna.get(nowhere + path)).status).toBe(404)
    for (const path of ['/avsluta', '/stall-in', '/ficka']) expect((await shared.anna.send(nowhere + path)).status).toBe(404)
  })
})

describe('who may', () => {
  it.each(everyRole)('%s', async (role) => {
    const visitor = await shared.site.signedIn([role], { unit: 'Norr' })
    const round = await aRound(shared.site.place, shared.crew)
    await aStop(shared.site.place, round, await shared.youth('Synlig'))
    const may = mayDo([role], 'visits.make')
    for (const path of ['/besok', '/besok/ny', `/besok/${round}`, `/besok/${round}/falt`, '/besok/ficka', '/besok/ficka/nyckel']) {
      expect((await visitor.get(path)).status, path).toBe(may ? 200 : 403)
    }
  })

  it('sees only the youths of the own unit, counted too', async () => {
    await aUnit(shared.site.place, 'Söder')
    const stranger = await shared.site.signedIn(['counsellor'], { unit: 'Söder' })
    const round = await aRound(shared.site.place, { ...shared.crew, area: 'Bara norr' })
    await aStop(shared.site.place, round, await shared.youth('Norrsson'))
    expect((await stranger.get(`/besok/${round}`)).html).not.toContain('Norrsson')
    expect(wordsOf((await stranger.get('/besok')).html)).toMatch(/Bara norr \S+ \S+ \S+ \S+ \S+.*? 0 planerad/)
  })

  it('leaves a line in the log for each reading of youths, without anything of theirs', async () => {
    const round = await aRound(shared.site.place, shared.crew)
    await aStop(shared.site.place, round, await shared.youth('Loggsson'))
    const [before] = await shared.site.place.sql<{ id: number }>('select coalesce(max(id), 0)::int as id from audit.line')
    for (const path of ['', '/falt']) await shared.bo.get(`/besok/${round}${path}`)
    await shared.bo.send(`/besok/${round}/ficka`)
    await shared.bo.send(`/besok/${round}/synk`, { changes: '[]' })
    const lines = await shared.site.place.sql<{ action: string; detail: object }>(
      'select action, detail from audit.line where id > $1 order by id',
      [before?.id],
    )
    expect(lines.map(({ action }) => action)).toEqual(['visits.read', 'visits.read', 'visits.carry', 'visits.sync'])
    expect(JSON.stringify(lines)).not.toMatch(/Loggsson|gatan/)
  })

  it('hides rounds and youths in Möteläge', async () => {
    const meeting = await shared.site.signedIn(['coordinator'], { name: 'Möte Ek' })
    const round = await aRound(shared.site.place, shared.crew)
    await aStop(shared.site.place, round, await shared.youth('Mötesson'))
    await meeting.send('/motelage', { meeting: 'on' })
    expect((await meeting.get(`/besok/${round}`)).html).not.toContain('Mötesson')
  })
})

it('a colleague who may not make visits cannot be chosen', async () => {
  const system = await aColleague(shared.site.place, 'System Ek', 'systemCoordinator')
  expect((await shared.anna.get('/besok/ny')).html).not.toContain('System Ek')
  expect((await shared.anna.send('/besok/ny', wish({ watch: system }))).status).toBe(422)
})

describe('the minutes of the watch', () => {
  const send = (visitor: Visitor, minutesInside: string, version: string) =>
    visitor.send('/besok/installningar', { minutesInside, minutesAfterEnd: '30', version })

  it('are set by those who may, kept within reason, and shown with their history', async () => {
    const system = await shared.site.signedIn(['systemCoordinator'])
    expect(wordsOf((await system.get('/besok/installningar')).html)).toContain('Inget har ändrats')
    for (const wrong of ['4', '181', 'nio', '', '1.5']) {
      const { status, html } = await send(system, wrong, '0')
      expect([status, html.includes('href="#minutesInside"'), html.includes(`value="${wrong}"`)]).toEqual([422, true, true])
    }
    expect((await send(system, '60', '0')).location).toBe('/besok/installningar')
    expect((await system.get('/besok/installningar')).html).toContain('value="60"')
    const stale = await send(system, '50', '0')
    expect([stale.status, wordsOf(stale.html).includes('50'), stale.html.includes('value="50"')]).toEqual([409, true, true])
    expect((await send(system, '60', '1')).status).toBe(303)
    expect((await shared.anna.get('/besok/installningar')).status).toBe(403)
    expect((await system.get('/installningar')).html).toContain('href="/besok/installningar"')
  })
})

it('met no defect', () => {
  expect(shared.site.reported).toEqual([])
})
