/** A youth is transferred between two municipalities of one installation: nothing at all before it is accepted, and nothing to the wrong one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite } from '../../../test/support/web.ts'
import { everythingIn, hid, ida, incomingPage, mia, movesBetween, offeringPage, ova, tick, zoe, type Town } from './transfers.testbed.ts'

let site: TestSite
let here: Town
let there: Town

beforeAll(async () => {
  site = await aSite()
  const towns = await movesBetween(site)
  here = towns.here
  there = towns.there
})
afterAll(() => site.close())

describe('the register’s own move', () => {
  it('puts the youth among those to hand over, protected ones for those with the right', async () => {
    const { html } = await here.staff.get('/overflytt')
    const part = /Flyttade härifrån, inte överlämnade[^]*?<\/table>/.exec(html)?.[0] ?? ''
    expect(part).toMatch(/Mia Provsson[^]*Göteborg \(1480\)[^]*inte erbjudet/)
    expect(part).not.toMatch(/Ida|Ova|Hemliga/)
    const handler = await here.signedIn(['protectedHandler'])
    expect((await handler.get('/overflytt')).html).toMatch(/Hemliga[^]*skyddad/)
    expect((await here.staff.get(`/ungdomar/${await here.subject(mia)}`)).html).toContain('Lämna över till ny hemkommun')
  })
})

describe('offering', () => {
  it('shows exactly what would follow, and what never does', async () => {
    const { status, html } = await here.staff.get(await offeringPage(here, mia))
    expect(status).toBe(200)
    expect(html).toMatch(/Göteborg \(1480\)/)
    expect(html).toContain('+46701740611')
    expect(html).toContain('anteckningar och fri text')
    expect(html).not.toContain('HEMLIG')
  })

  it.each<[string, () => string, RegExp]>([
    ['somebody who lives here', () => ida, /bor ungdomen här/],
    ['somebody over 20', () => ova, /har fyllt 20/],
  ])('is not done of %s', async (_, number, why) => {
    const { status, html } = await here.staff.send(await offeringPage(here, number()))
    expect([status, why.test(html)]).toEqual([409, true])
    expect(await here.sql('select from transfers.outgoing')).toHaveLength(0)
  })

  it('is not done of somebody protected: not known to those without the right, refused for those with it', async () => {
    const path = await offeringPage(here, hid)
    expect((await here.staff.get(path)).status).toBe(404)
    const handler = await here.signedIn(['protectedHandler'])
    const { status, html } = await handler.send(path)
    expect([status, html.includes('skyddade personuppgifter')]).toEqual([409, true])
    await expect(
      here.sql(
        `insert into transfers.outgoing (person_id, to_municipality, offered_by)
         select person_id, '1480', (select id from access.staff limit 1) from worklist.youth where number = $1`,
        [hid],
      ),
    ).rejects.toThrow(/nobody protected is handed over/)
    // By a safe road, that is how it ended.
    expect((await handler.send(`${path}/slut`, { outcome: 'nobodyTookOver' })).status).toBe(409)
    expect((await handler.send(`${path}/slut`, { outcome: 'otherRoad' })).status).toBe(303)
    expect((await handler.get('/overflytt')).html).not.toMatch(/Hemliga/)
    expect((await handler.send(`${path}/oppna`)).status).toBe(303)
    expect((await handler.get('/overflytt')).html).toMatch(/Hemliga/)
  })

  it('is done once', async () => {
    const path = await offeringPage(here, mia)
    expect((await here.staff.send(path)).status).toBe(303)
    const { status, html } = await here.staff.send(path)
    expect([status, html.includes('redan ett öppet erbjudande')]).toEqual([409, true])
    expect((await here.staff.send(`${path}/slut`, { outcome: 'nothingNeeded' })).html).toContain('ett öppet erbjudande')
  })
})

describe('before it is accepted', () => {
  it('the other database holds that something waits and from whom: no number, no name, no amount, in no table', async () => {
    const before = new Set(await everythingIn(there))
    await tick([here, there])
    const come = (await everythingIn(there)).filter((line) => !before.has(line))
    // The log's line has a link of its chain.
    expect(come.map((line) => line.split(' ')[0] ?? '').toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'audit.line',
      'audit.link',
      'transfers.incoming',
    ])
    const subject = await here.subject(mia)
    for (const line of come)
      expect([line, [mia, mia.slice(2), 'Mia', 'Provsson', '4670174', subject].some((part) => line.includes(part))]).toEqual([line, false])
    const { html } = await there.staff.get(await incomingPage(there))
    expect(html).toMatch(/Någon som har flyttat hit[^]*Stockholm \(0180\)/)
    expect(html).not.toMatch(/Mia|4670174|lagg-in/)
    expect((await there.staff.get('/overflytt')).html).not.toMatch(/Mia/)
  })

  it('content cannot be put in, not even by the database', async () => {
    await expect(
      there.sql(`update transfers.incoming set content = jsonb_build_object('number', $1::text), content_at = now()`, [mia]),
    ).rejects.toThrow(/nothing_is_shared_before_it_is_accepted/)
  })

  it('nothing at all comes about somebody whom the register there does not have, and the one who offers sees the same', async () => {
    const before = await everythingIn(there)
    expect((await here.staff.send(await offeringPage(here, zoe))).status).toBe(303)
    await tick([here, there])
    expect(await everythingIn(there)).toEqual(before)
    const states = await here.staff.get('/overflytt')
    expect(states.html.match(/väntar på svar<\/span>/g)).toHaveLength(2)
  })

  it('a receiver that does not answer is seen, with what to do', async () => {
    await here.sql(`update transfers.outgoing set delivered_at = now() - interval '27 days'`)
    expect((await here.staff.get('/overflytt')).html).toMatch(/Inget svar än\. Ring kommunen/)
    await here.sql(`update transfers.outgoing set delivered_at = now()`)
  })
})

describe('accepting', () => {
  it('brings what may follow, and nothing else', async () => {
    const path = await incomingPage(there)
    expect((await there.staff.send(`${path}/godta`)).location).toBe(path)
    expect((await there.staff.get(path)).html).not.toMatch(/Mia/)
    await tick([there, here])
    const { html } = await there.staff.get(path)
    expect(html).toMatch(/Mia Provsson/)
    expect(html).toContain('+46701740611')
    const [row] = await there.sql<{ content: Record<string, unknown> }>('select content from transfers.incoming')
    expect(Object.keys(row?.content ?? {}).toSorted()).toEqual(['educations', 'emails', 'measures', 'number', 'occupations', 'phones'])
    expect(JSON.stringify(row?.content)).not.toMatch(/HEMLIG|Mia|Provsson|employer/)
    expect((await here.staff.get('/overflytt')).html).toContain('skickat')
    expect((await there.staff.send(`${path}/godta`)).status).toBe(409)
    expect((await there.staff.send(`${path}/avboj`)).status).toBe(409)
    // Handed over: no longer among those who wait for it.
    expect((await here.staff.send(`${await offeringPage(here, mia)}/slut`, { outcome: 'otherRoad' })).status).toBe(409)
  })

  it('leaves lines in both logs, without a number', async () => {
    for (const town of [here, there]) {
      const lines = await town.sql<{ line: string }>(
        `select l::text as line from audit.line l where action like 'transfers.%' and outcome = 'done'`,
      )
      expect(lines.length).toBeGreaterThan(1)
      expect(lines.some(({ line }) => line.includes(mia))).toBe(false)
    }
    // Who has had the youth's data is found by the youth.
    const sent = await here.sql<{ subject: string }>(`select subject_id as subject from audit.line where action = 'transfers.send'`)
    expect(sent).toEqual([{ subject: await here.subject(mia) }])
  })
})

describe('what came', () => {
  it('goes into the register at somebody’s press, with its source, and is taken back', async () => {
    const path = await incomingPage(there)
    const put = (item: readonly string[]) => there.staff.send(`${path}/lagg-in`, { item })
    expect((await put([])).html).toContain('Välj något')
    expect((await put(['measure:9'])).status).toBe(422)
    expect((await put(['phone:0', 'occupation:0', 'measure:0'])).status).toBe(303)
    // Once more puts nothing in twice.
    expect((await put(['phone:0', 'occupation:0', 'measure:0'])).status).toBe(303)
    const facts = await there.sql(
      `select kind, source, origin, stated_on::text as stated, since_on::text as since from outreach.occupation where known_until = 'infinity'`,
    )
    expect(facts).toEqual([{ kind: 'work', source: 'otherActor', origin: 'transfer', stated: '2026-09-11', since: '2026-08-01' }])
    expect(await there.sql(`select value, source from outreach.way where ended_at is null`)).toEqual([
      { value: '+46701740611', source: 'partner' },
    ])
    const youth = `/ungdomar/${await there.subject(mia)}`
    expect((await there.staff.get(youth)).html).toMatch(/flytt från Stockholm \(0180\)/)
    expect((await there.staff.get(`${youth}/sysselsattning`)).html).toContain('flytt från en annan kommun')
    const held = (await there.staff.get(`${youth}/overflytt`)).html
    const ids = [...held.matchAll(/inlagt\/([\w-]{36})\/aterta/g)].map(([, id]) => id ?? '')
    expect(new Set(ids).size).toBe(3)
    for (const id of new Set(ids)) expect((await there.staff.send(`${youth}/overflytt/inlagt/${id}/aterta`)).status).toBe(303)
    expect((await there.staff.send(`${youth}/overflytt/inlagt/${ids[0] ?? ''}/aterta`)).status).toBe(404)
    expect(await there.sql(`select from outreach.occupation where known_until = 'infinity'`)).toHaveLength(0)
    expect(await there.sql(`select from outreach.way where ended_at is null`)).toHaveLength(0)
    expect((await there.staff.get(`${youth}/overflytt`)).html).not.toContain('i registret')
    const lines = await there.sql<{ action: string }>(
      `select action from audit.line where action in ('transfers.keep', 'transfers.takeBackKept') and outcome = 'done'`,
    )
    expect(lines).toHaveLength(5)
  })
})
