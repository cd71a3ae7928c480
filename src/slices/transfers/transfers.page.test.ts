/** A youth is transferred between two municipalities of one installation: nothing but the number before it is accepted, and nothing to the wrong one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPost } from '../../../test/support/places.ts'
import { aSite, type TestSite } from '../../../test/support/web.ts'
import { aTown, hid, ida, mia, moved, newest, ova, tick, today, zoe, type Town } from './transfers.testbed.ts'

let site: TestSite
let here: Town
let there: Town

beforeAll(async () => {
  site = await aSite()
  site.later(Date.parse(`${today}T10:00:00Z`) - Date.now())
  here = await aTown(site, '0180')
  there = await aTown(site, '1480')
  const moves = [
    moved(mia, '0180', '1480', 'Mia'),
    moved(hid, '0180', '1480', 'Hemliga', { secrecy: 'J' }),
    moved(ova, '0180', '1480', 'Ova'),
    moved(zoe, '0180', '1480', 'Zoe'),
  ]
  await here.populate(
    [...[mia, hid, ova, zoe].map((number) => aPost({ number, given: 'Förr' })), aPost({ number: ida, given: 'Ida' })],
    '2026-09-01',
  )
  await here.populate([...moves, aPost({ number: ida, given: 'Ida' })])
  // The register there has not heard of Zoe yet.
  await there.populate(moves.slice(0, 3))
  const staff = `(select id from access.staff limit 1)`
  await here.sql(
    `insert into outreach.way (person_id, kind, value, source, found_on, found_by)
     select person_id, 'phone', '+46701740611', 'youth', '2026-09-10', 'Prov' from worklist.youth where number = $1`,
    [mia],
  )
  await here.sql(
    `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, staff_id, by_name, origin, note)
     select person_id, 'phone', true, true, 'reached', '2026-09-11T10:00:00Z', ${staff}, 'Prov', 'hand', 'HEMLIG ANTECKNING' from worklist.youth where number = $1`,
    [mia],
  )
})
afterAll(() => site.close())

const offeringPage = async (town: Town, number: string) => `/ungdomar/${await town.subject(number)}/overflytt`

describe('offering', () => {
  it('shows exactly what would follow, and what never does', async () => {
    const { status, html } = await here.staff.get(await offeringPage(here, mia))
    expect(status).toBe(200)
    expect(html).toMatch(/kommun 1480/)
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
  })

  it('is done once', async () => {
    const path = await offeringPage(here, mia)
    expect((await here.staff.send(path)).status).toBe(303)
    const { status, html } = await here.staff.send(path)
    expect([status, html.includes('redan ett öppet erbjudande')]).toEqual([409, true])
  })
})

describe('before it is accepted', () => {
  it('the other municipality has the number and nothing else', async () => {
    await tick([here, there])
    const rows = await there.sql<{ all: string; content: unknown }>('select n::text as all, content from transfers.incoming n')
    expect(rows).toHaveLength(1)
    expect([rows[0]?.content, rows[0]?.all.includes(mia), rows[0]?.all.includes('4670174')]).toEqual([null, true, false])
    const { html } = await there.staff.get(`/overflytt/hit/${await newest(there, 'incoming')}`)
    expect(html).toMatch(/Mia Provsson[^]*Kommun 0180/)
    expect(html).not.toContain('+46701740611')
  })

  it('content cannot be put in, not even by the database', async () => {
    await expect(there.sql(`update transfers.incoming set content = '{}', content_at = now()`)).rejects.toThrow(
      /nothing_is_shared_before_it_is_accepted/,
    )
  })

  it('an offer about somebody whom the register there does not have is shown to nobody', async () => {
    expect((await here.staff.send(await offeringPage(here, zoe))).status).toBe(303)
    await tick([here, there])
    const id = await newest(there, 'incoming')
    expect((await there.staff.get(`/overflytt/hit/${id}`)).status).toBe(404)
    expect((await there.staff.send(`/overflytt/hit/${id}/godta`)).status).toBe(404)
    const { html } = await there.staff.get('/overflytt')
    expect([html.includes('Mia'), html.includes('Zoe'), html.includes(zoe)]).toEqual([true, false, false])
  })
})

describe('accepting', () => {
  it('brings what may follow, and nothing else', async () => {
    const [found] = await there.sql<{ id: string }>('select transfer_id as id from transfers.incoming where number = $1', [mia])
    const path = `/overflytt/hit/${found?.id ?? ''}`
    expect((await there.staff.send(`${path}/godta`)).location).toBe(path)
    await tick([there, here])
    const { html } = await there.staff.get(path)
    expect(html).toContain('+46701740611')
    const [row] = await there.sql<{ content: Record<string, unknown> }>('select content from transfers.incoming where number = $1', [mia])
    expect(Object.keys(row?.content ?? {}).toSorted()).toEqual(['educations', 'emails', 'measures', 'number', 'occupations', 'phones'])
    expect(JSON.stringify(row?.content)).not.toMatch(/HEMLIG|Mia|Provsson/)
    expect((await here.staff.get('/overflytt')).html).toContain('skickat')
    expect((await there.staff.send(`${path}/godta`)).status).toBe(409)
  })

  it('leaves lines in both logs, without a number', async () => {
    for (const town of [here, there]) {
      const lines = await town.sql<{ line: string }>(
        `select l::text as line from audit.line l where action like 'transfers.%' and outcome = 'done'`,
      )
      expect(lines.length).toBeGreaterThan(1)
      expect(lines.some(({ line }) => line.includes(mia))).toBe(false)
    }
  })
})

describe('two municipalities that claim the same youth', () => {
  it('get nothing until the registers agree: what was accepted is withheld', async () => {
    await there.populate([moved(mia, '0180', '1480', 'Mia'), moved(zoe, '0180', '1480', 'Zoe')])
    const [found] = await there.sql<{ id: string }>('select transfer_id as id from transfers.incoming where number = $1', [zoe])
    expect((await there.staff.send(`/overflytt/hit/${found?.id ?? ''}/godta`)).status).toBe(303)
    // By our register Zoe has moved on to a third municipality meanwhile.
    await here.populate([
      moved(mia, '0180', '1480', 'Mia'),
      moved(hid, '0180', '1480', 'Hemliga', { secrecy: 'J' }),
      moved(ova, '0180', '1480', 'Ova'),
      aPost({ number: ida, given: 'Ida' }),
      moved(zoe, '0180', '0581', 'Zoe'),
    ])
    await tick([there, here])
    const [row] = await there.sql<{ content: unknown }>('select content from transfers.incoming where number = $1', [zoe])
    expect(row?.content).toBeNull()
    const { html } = await here.staff.get('/overflytt')
    expect(html).toMatch(/skickas inte[^]*registren är överens/)
    // The municipality where the register says that hen lives can be offered now.
    expect((await here.staff.get(await offeringPage(here, zoe))).html).toMatch(/kommun 0581/)
  })
})

/** Days from the real one: when an offer came is told by the database's clock. */
const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000)

describe('an offer that nobody can answer', () => {
  it('is taken back by the one who made it, and goes back by itself after 30 days', async () => {
    const path = await offeringPage(here, zoe)
    expect((await here.staff.send(path)).status).toBe(303)
    const third = await aTown(site, '0581')
    await tick([here, third])
    const towns = [here, there, third]
    expect(await third.sql('select from transfers.incoming where number is not null')).toHaveLength(1)
    expect((await here.staff.send(`/overflytt/harifran/${await newest(here, 'outgoing')}/aterta`)).status).toBe(303)
    await tick(towns)
    expect(await third.sql('select from transfers.incoming where number is null and withdrawn_at is not null')).toHaveLength(1)
    expect((await here.staff.send(path)).status).toBe(303)
    await tick(towns)
    await tick(towns, inDays(28))
    expect(await third.sql(`select from transfers.incoming where answer is null and withdrawn_at is null`)).toHaveLength(1)
    await tick(towns, inDays(32))
    expect(
      await third.sql(`select from transfers.incoming where answer = 'refused' and number is null and answered_by is null`),
    ).toHaveLength(1)
    expect((await here.staff.get('/overflytt')).html).toContain('avböjt')
  })
})
