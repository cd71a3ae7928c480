/** The pages of visits in process: planning, the round, the telephone without script, the pocket, alarms, and what must not be seen. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, everyRole, type TestSite, type Visitor } from '../../../test/support/web.ts'
import type { Role } from '../../kernel/actor.ts'
import { mayDo } from '../../kernel/permission.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { aColleague, aUnit, aYouth, protect, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { aChange, aRound, aStop, blank, minutesAgo, stopNow, type Crew } from './visits.testbed.ts'

const today = todayInSweden()
const nextWorkingDay = (): PlainDate => {
  let day = plusDays(dayOf(today), 3)
  while (!isWorkingDay(day)) day = plusDays(day, 1)
  return dateOf(day)
}

let site: TestSite
let crew: Crew = { first: '', second: '', watch: '' }
let north = { unit: 0, district: 0 }
let [anna, bo, cia]: Visitor[] = []
const people = new Map<Role, Visitor>()

const idOf = async (name: string): Promise<string> =>
  (await site.place.sql<{ id: string }>('select id from access.staff where name = $1', [name]))[0]?.id ?? ''
const who = (visitor: Visitor | undefined): Visitor => {
  if (visitor === undefined) throw new Error('nobody is signed in')
  return visitor
}
const youth = (family: string, more: Parameters<typeof aYouth>[1] = {}): Promise<MadeYouth> =>
  aYouth(site.place, { family, unit: north.unit, district: north.district, ...more })
const text = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  site = await aSite()
  north = await aUnit(site.place, 'Norr')
  for (const role of everyRole) people.set(role, await site.signedIn([role], { unit: 'Norr' }))
  anna = await site.signedIn(['coordinator'], { name: 'Anna Ek', unit: 'Norr' })
  bo = await site.signedIn(['counsellor'], { name: 'Bo Al', unit: 'Norr' })
  cia = await site.signedIn(['counsellor'], { name: 'Cia Ås', unit: 'Norr' })
  crew = { first: await idOf('Anna Ek'), second: await idOf('Bo Al'), watch: await idOf('Cia Ås') }
  await site.place.sql(`update access.staff set phone = '+46701740605' where id = $1`, [crew.first])
})
afterAll(async () => {
  expect(site.reported).toEqual([])
  await site.close()
})

const wish = (more: Record<string, string> = {}) => ({
  on: nextWorkingDay(),
  district: String(north.district),
  area: '',
  startsAt: '13:00',
  endsAt: '15:00',
  ...crew,
  ...more,
})

describe('planning', () => {
  it('leads from the form to the round, with a district’s name as its area', async () => {
    const made = await who(anna).send('/besok/ny', wish())
    expect([made.status, made.location]).toEqual([303, expect.stringMatching(/^\/besok\/[\da-f-]{36}$/)])
    const { html } = await who(anna).get(made.location)
    expect(text(html)).toMatch(/Norr, \S+dag \d+ \S+ \d{4}.*13:00–15:00 · Anna Ek och Bo Al · vakar: Cia Ås/)
    expect(text((await who(anna).get('/besok')).html)).toContain('Anna Ek och Bo Al')
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
    const { status, html } = await who(anna).send('/besok/ny', wish({ endsAt: '14:30', ...more }))
    expect([status, html.includes(`href="#${field}"`), text(html).includes(problem)]).toEqual([422, true, true])
    if (more['endsAt'] === undefined) expect(html).toContain('value="14:30"')
  })

  it('is not done with one colleague twice, or one who goes as the watch', async () => {
    const twice = await who(anna).send('/besok/ny', wish({ second: crew.first }))
    expect(text(twice.html)).toContain('Två olika medarbetare måste gå')
    const goes = await who(anna).send('/besok/ny', wish({ watch: crew.second }))
    expect(text(goes.html)).toContain('Den som vakar kan inte själv gå')
  })

  it('shows both when somebody else changed the round first', async () => {
    const { location } = await who(anna).send('/besok/ny', wish())
    const change = (visitor: Visitor, version: string, area: string) =>
      visitor.send(`${location}/andra`, { ...wish({ area, district: '' }), version })
    expect((await change(who(anna), '1', 'Hamnen')).status).toBe(303)
    const { status, html } = await change(who(bo), '1', 'Parken')
    expect([status, html.includes('Hamnen'), html.includes('Parken'), html.includes('name="version" value="2"')]).toEqual([
      409,
      true,
      true,
      true,
    ])
    expect((await change(who(bo), '2', 'Parken')).status).toBe(303)
  })
})

describe('the round', () => {
  it('takes youths by search, orders, times, prints and delivers, and is closed when all is written', async () => {
    const { location } = await who(anna).send('/besok/ny', wish())
    const [alm, berg] = [await youth('Almsson', { staff: crew.first }), await youth('Bergsson', { staff: crew.first })]
    const found = await who(anna).send(`${location}/sok`, { q: 'Almsson' })
    expect([found.status, found.html.includes(alm.subjectId), found.html.includes(berg.subjectId)]).toEqual([200, true, false])
    expect((await who(anna).send(`${location}/sok`, { q: '' })).status).toBe(422)
    expect((await who(anna).send(`${location}/ungdomar`, {})).status).toBe(422)
    expect((await who(anna).send(`${location}/ungdomar`, { youth: [alm.subjectId, berg.subjectId] })).status).toBe(303)
    const again = await who(anna).send(`${location}/ungdomar`, { youth: alm.subjectId })
    expect([again.status, text(again.html).includes('är redan med i en runda')]).toEqual([409, true])

    const stops = [...(await who(anna).get(location)).html.matchAll(/name="stop" value="([\da-f-]{36})"/g)].map(([, id]) => id ?? '')
    const [first = '', second = ''] = [...new Set(stops)]
    await who(anna).send(`${location}/ordning`, { order: `down:${first}` })
    const wrong = await who(anna).send(`${location}/tider`, { stop: [first, second], time: ['8:00', '13:20'] })
    expect([wrong.status, text(wrong.html).includes('utanför rundan (13:00–15:00)'), wrong.html.includes('value="8:00"')]).toEqual([
      422,
      true,
      true,
    ])
    expect((await who(anna).send(`${location}/tider`, { stop: [first, second], time: ['14:10', '13:20'] })).status).toBe(303)

    const cards = await who(anna).send(`${location}/kort`, { which: 'missing' })
    expect([cards.status, cards.headers.get('content-type'), cards.html.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
    expect((await who(anna).send(`${location}/kort/utlamnade`, { on: today })).status).toBe(422)
    expect((await who(anna).send(`${location}/kort/utlamnade`, { card: [first, second], on: today })).status).toBe(303)
    expect(text((await who(anna).get(location)).html)).toContain('utlämnat')

    const early = await who(anna).send(`${location}/avsluta`)
    expect([early.status, text(early.html).includes('Besök saknar resultat')]).toEqual([409, true])
    for (const stop of [first, second]) {
      const form = { stop, change: randomUUID(), version: '1', base: JSON.stringify(blank), act: 'skip', note: 'Snöstorm' }
      expect((await who(anna).send(`${location}/falt`, form)).status).toBe(303)
    }
    expect((await who(anna).send(`${location}/stall-in`)).status).toBe(409)
    expect((await who(anna).send(`${location}/avsluta`)).status).toBe(303)
    expect(text((await who(anna).get(location)).html)).toMatch(/Inte gjort.*avslutad/)
    expect((await who(anna).send(`${location}/tider`, { stop: [first], time: ['13:00'] })).location).toBe(location)
  })

  it('that nobody planned is not there', async () => {
    const nowhere = `/besok/${randomUUID()}`
    for (const path of ['', '/falt', '/andra']) expect((await who(anna).get(nowhere + path)).status).toBe(404)
    for (const path of ['/avsluta', '/stall-in', '/ficka']) expect((await who(anna).send(nowhere + path)).status).toBe(404)
  })
})

describe('the telephone, without script', () => {
  const fresh = async () => {
    const round = await aRound(site.place, crew)
    return { round, stop: await aStop(site.place, round, await youth('Almsson')) }
  }
  const press = (visitor: Visitor, round: string, stop: string, more: Record<string, string>) =>
    visitor.send(`/besok/${round}/falt`, { stop, change: randomUUID(), version: '1', base: JSON.stringify(blank), ...more })

  it('shows the next visit, checks in, and in two presses it is done', async () => {
    const { round, stop } = await fresh()
    const shown = await who(bo).get(`/besok/${round}/falt`)
    expect(text(shown.html)).toMatch(/Nästa besök Prov Almsson Hemliga gatan 7, 123 45 Provstad/)
    expect(shown.html).toContain('href="geo:0,0?q=Hemliga%20gatan%207%2C%20123%2045%20Provstad"')
    expect(shown.html).not.toMatch(/https?:\/\//)
    await press(who(bo), round, stop.stopId, { act: 'in' })
    expect(text((await who(bo).get(`/besok/${round}/falt`)).html)).toMatch(/Incheckade \d\d:\d\d/)
    const unsaid = await press(who(bo), round, stop.stopId, { act: 'save-out', note: 'Kvar' })
    expect([unsaid.status, unsaid.html.includes('Välj hur det gick.'), unsaid.html.includes('Kvar')]).toEqual([422, true, true])
    const { checkedInAt } = { checkedInAt: minutesAgo(0) }
    const base = JSON.stringify({ ...blank, checkedInAt })
    expect((await press(who(bo), round, stop.stopId, { act: 'save-out', base, result: 'reached', note: 'Vill prata' })).status).toBe(303)
    expect(await stopNow(site.place, stop.stopId)).toMatchObject({ result: 'reached', note: 'Vill prata' })
    expect(text((await who(bo).get(`/besok/${round}/falt`)).html)).toContain('Alla besök har ett resultat.')
  })

  it('shows what two wrote differently, on both pages, and takes the choice', async () => {
    const { round, stop } = await fresh()
    const start = minutesAgo(20)
    await press(who(anna), round, stop.stopId, { act: 'in' })
    await site.place.sql('update visits.stop set checked_in_at = to_timestamp($2::float8 / 1000) where stop_id = $1', [stop.stopId, start])
    const base = JSON.stringify({ ...blank, checkedInAt: start })
    await press(who(anna), round, stop.stopId, { act: 'save-out', base, result: 'notHome', note: 'Annas ord' })
    expect((await press(who(bo), round, stop.stopId, { act: 'save-out', base, result: 'reached', note: 'Bos ord' })).status).toBe(303)
    for (const path of ['', '/falt']) {
      const { html } = await who(cia).get(`/besok/${round}${path}`)
      expect(text(html)).toMatch(
        /Två telefoner har skrivit olika.*Bo Al skrev: Nådd.*Gäller nu: Inte hemma.*Bo Al skrev: Bos ord.*Gäller nu: Annas ord/,
      )
    }
    const { html } = await who(bo).get(`/besok/${round}`)
    const field = (name: string): string =>
      new RegExp(`action="/besok/${round}/skillnader".*?name="${name}" value="([^"]*)"`, 's').exec(html)?.[1]?.replaceAll('&quot;', '"') ??
      ''
    const choice = {
      conflict: field('conflict'),
      stop: field('stop'),
      change: field('change'),
      version: field('version'),
      base: field('base'),
      back: 'runda',
    }
    const picked = await who(bo).send(`/besok/${round}/skillnader`, { ...choice, 'pick-result': 'mine', 'pick-note': 'theirs' })
    expect([picked.status, picked.location]).toEqual([303, `/besok/${round}`])
    expect(await stopNow(site.place, stop.stopId)).toMatchObject({ result: 'reached', note: 'Annas ord' })
    expect((await who(bo).get(`/besok/${round}`)).html).not.toContain('Två telefoner')
  })

  it('does not let anybody in without a card, and says why', async () => {
    const round = await aRound(site.place, crew)
    const stop = await aStop(site.place, round, await youth('Kortlös'), { card: 'printed' })
    const { html } = await who(bo).get(`/besok/${round}/falt`)
    expect(text(html)).toContain('Besöket får inte göras förrän kortet är utlämnat')
    expect(html).not.toContain('value="in"')
    const forced = await press(who(bo), round, stop.stopId, { act: 'in' })
    expect([forced.status, text(forced.html).includes('kortet är inte markerat som utlämnat')]).toEqual([409, true])
  })

  it('is only read by those who do not go', async () => {
    const { round, stop } = await fresh()
    expect((await who(cia).get(`/besok/${round}/falt`)).html).not.toContain('name="act"')
    expect((await press(who(cia), round, stop.stopId, { act: 'in' })).status).toBe(409)
    expect((await stopNow(site.place, stop.stopId))?.in).toBeNull()
  })

  it('on a later day writes the visit as made when it was planned', async () => {
    const yesterday = dateOf(plusDays(dayOf(today), -1))
    const round = await aRound(site.place, { ...crew, on: yesterday })
    const stop = await aStop(site.place, round, await youth('Igår'), { time: '13:20' })
    const { html } = await who(bo).get(`/besok/${round}/falt`)
    expect([html.includes('value="in"'), html.includes('value="save"'), html.includes('data-take')]).toEqual([false, true, false])
    await press(who(bo), round, stop.stopId, { act: 'save', result: 'notHome' })
    const [row] = await site.place.sql(
      `select to_char(checked_in_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') as at from visits.stop where stop_id = $1`,
      [stop.stopId],
    )
    expect(row).toEqual({ at: `${yesterday} 13:20` })
  })

  it('does nothing with a form that is not its own', async () => {
    const { round, stop } = await fresh()
    for (const base of ['', '{}', '[]', '{"checkedInAt":"nu"}', `${JSON.stringify({ ...blank, extra: 1 })}`]) {
      expect([400, 422]).toContain((await press(who(bo), round, stop.stopId, { act: 'in', base })).status)
    }
    expect((await press(who(bo), round, 'x', { act: 'in' })).status).toBe(422)
    expect((await press(who(bo), round, stop.stopId, { act: 'dansa' })).status).toBe(422)
  })
})

describe('the pocket', () => {
  const take = (visitor: Visitor, round: string) => visitor.send(`/besok/${round}/ficka`)
  const sync = (visitor: Visitor, round: string, changes: unknown) =>
    visitor.send(`/besok/${round}/synk`, { changes: JSON.stringify(changes) })

  it('holds the round and never a protected youth, nor one who became so', async () => {
    const round = await aRound(site.place, crew)
    const [open, hidden] = [await youth('Synlig'), await youth('Hemligsson')]
    const stop = await aStop(site.place, round, open)
    await aStop(site.place, round, hidden)
    expect((await take(who(bo), round)).html).toContain('Hemligsson')
    await protect(site.place, hidden.personId, 'marked')
    for (const visitor of [who(anna), who(bo)]) {
      const shown = [
        await take(visitor, round),
        await sync(visitor, round, []),
        await visitor.get(`/besok/${round}`),
        await visitor.get(`/besok/${round}/falt`),
      ]
      for (const { html } of shown) expect([html.includes('Synlig'), html.includes('Hemligsson')]).toEqual([true, false])
    }
    const { html } = await take(who(bo), round)
    expect(JSON.parse(html)).toMatchObject({ staffId: crew.second, pocket: { stops: [{ stopId: stop.stopId, name: 'Prov Synlig' }] } })
    expect(html).not.toMatch(/20090310|subjectId|personId/)
    await site.place.sql(`update access.staff set roles = roles || array['protectedHandler'] where id = $1`, [crew.first])
    expect((await take(who(anna), round)).html).not.toContain('Hemligsson')
  })

  it('is JSON, is not stored, and takes what was written', async () => {
    const round = await aRound(site.place, crew)
    const stop = await aStop(site.place, round, await youth('Synlig'))
    const answer = await sync(who(bo), round, [aChange(stop.stopId, { checkedInAt: minutesAgo(2) })])
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/json; charset=utf-8',
      'no-store',
    ])
    expect(JSON.parse(answer.html)).toMatchObject({ state: 'open', answers: [{ outcome: 'saved' }] })
    expect([
      (await take(who(cia), round)).status,
      (await take(who(bo), randomUUID())).status,
      (await sync(who(bo), randomUUID(), [])).status,
    ]).toEqual([409, 404, 404])
  })

  it.each(['inget', '{}', '[{}]', '[{"changeId":"x"}]'])('does not understand %s', async (changes) => {
    const round = await aRound(site.place, crew)
    expect((await who(bo).send(`/besok/${round}/synk`, { changes })).status).toBe(400)
  })

  it('has a shell with nothing of anybody in it, the same for all', async () => {
    const shells = await Promise.all([who(anna), who(bo), who(cia)].map(async (visitor) => (await visitor.get('/besok/ficka')).html))
    expect(new Set(shells).size).toBe(1)
    expect(shells[0]).not.toMatch(/Anna|Bo Al|Cia|formToken|Provstad/)
    const key = JSON.parse((await who(bo).get('/besok/ficka/nyckel')).html) as { staffId: string; formToken: string }
    expect([key.staffId, key.formToken.length > 40]).toEqual([crew.second, true])
  })

  it('has a service worker for /besok/, and no page may run anything else', async () => {
    const worker = await who(bo).get('/assets/besok-vakt.js')
    expect([worker.status, worker.headers.get('service-worker-allowed'), worker.headers.get('content-type')]).toEqual([
      200,
      '/besok/',
      'text/javascript; charset=utf-8',
    ])
    const { headers, html } = await who(bo).get('/besok/ficka')
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self'; worker-src 'self'/)
    expect(html).not.toMatch(/<script>| style="| on\w+="/)
    expect((await who(bo).get('/assets/besok.js')).headers.get('service-worker-allowed')).toBeNull()
  })
})

describe('alarms', () => {
  it('stand on the list with whom to call, and are answered with what was found', async () => {
    const round = await aRound(site.place, crew)
    const stop = await aStop(site.place, round, await youth('Larmsson'))
    await site.place.sql('update visits.stop set checked_in_at = to_timestamp($2::float8 / 1000) where stop_id = $1', [
      stop.stopId,
      minutesAgo(50),
    ])
    const { html } = await who(cia).get('/besok')
    expect(text(html)).toMatch(/Larm: hembesök utan utcheckning Anna Ek och Bo Al checkade in klockan \d\d:\d\d \(Lövsta\)/)
    expect(html).toContain('href="tel:+46701740605"')
    expect(html).not.toContain('Larmsson')
    const empty = await who(cia).send(`/besok/larm/${stop.stopId}`, { note: ' ' })
    expect([empty.status, empty.html.includes(`href="#note-${stop.stopId}"`)]).toEqual([422, true])
    expect((await who(cia).send(`/besok/larm/${stop.stopId}`, { note: 'Ringde Anna' })).location).toBe('/besok')
    expect((await who(cia).get('/besok')).html).not.toContain('utan utcheckning')
  })
})

describe('who may', () => {
  it.each(everyRole)('%s', async (role) => {
    const visitor = people.get(role)
    const round = await aRound(site.place, crew)
    await aStop(site.place, round, await youth('Synlig'))
    const may = mayDo([role], 'visits.make')
    for (const path of ['/besok', '/besok/ny', `/besok/${round}`, `/besok/${round}/falt`, '/besok/ficka', '/besok/ficka/nyckel']) {
      expect((await visitor?.get(path))?.status, path).toBe(may ? 200 : 403)
    }
  })

  it('sees only the youths of the own unit, counted too', async () => {
    await aUnit(site.place, 'Söder')
    const stranger = await site.signedIn(['counsellor'], { unit: 'Söder' })
    const round = await aRound(site.place, { ...crew, area: 'Bara norr' })
    await aStop(site.place, round, await youth('Norrsson'))
    expect((await stranger.get(`/besok/${round}`)).html).not.toContain('Norrsson')
    expect(text((await stranger.get('/besok')).html)).toMatch(/Bara norr \S+ \S+ \S+ \S+ \S+.*? 0 planerad/)
  })

  it('leaves a line in the log for each reading of youths, without anything of theirs', async () => {
    const round = await aRound(site.place, crew)
    await aStop(site.place, round, await youth('Loggsson'))
    const [before] = await site.place.sql<{ id: number }>('select coalesce(max(id), 0)::int as id from audit.line')
    for (const path of ['', '/falt']) await who(bo).get(`/besok/${round}${path}`)
    await who(bo).send(`/besok/${round}/ficka`)
    await who(bo).send(`/besok/${round}/synk`, { changes: '[]' })
    const lines = await site.place.sql<{ action: string; detail: object }>(
      'select action, detail from audit.line where id > $1 order by id',
      [before?.id],
    )
    expect(lines.map(({ action }) => action)).toEqual(['visits.read', 'visits.read', 'visits.carry', 'visits.sync'])
    expect(JSON.stringify(lines)).not.toMatch(/Loggsson|gatan/)
  })

  it('hides rounds and youths in Möteläge', async () => {
    const meeting = await site.signedIn(['coordinator'], { name: 'Möte Ek' })
    const round = await aRound(site.place, crew)
    await aStop(site.place, round, await youth('Mötesson'))
    await meeting.send('/motelage', { meeting: 'on' })
    expect((await meeting.get(`/besok/${round}`)).html).not.toContain('Mötesson')
  })
})

it('a colleague who may not make visits cannot be chosen', async () => {
  const system = await aColleague(site.place, 'System Ek', 'systemCoordinator')
  expect((await who(anna).get('/besok/ny')).html).not.toContain('System Ek')
  expect((await who(anna).send('/besok/ny', wish({ watch: system }))).status).toBe(422)
})
