/** What goes wrong with transfers: two municipalities that claim a youth, a receiver that never answers, a late protection, a move back, a refusal. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPost } from '../../../test/support/places.ts'
import { aSite, type TestSite } from '../../../test/support/web.ts'
import {
  allMoved,
  aTown,
  hid,
  ida,
  incomingPage,
  mia,
  moved,
  movesBetween,
  newest,
  offeringPage,
  ova,
  tea,
  tick,
  zoe,
  type Town,
} from './transfers.testbed.ts'

let site: TestSite
let here: Town
let there: Town

beforeAll(async () => {
  site = await aSite()
  const towns = await movesBetween(site)
  here = towns.here
  there = towns.there
  for (const number of [mia, zoe]) await here.staff.send(await offeringPage(here, number))
  await tick([here, there])
  await there.staff.send(`${await incomingPage(there)}/godta`)
  await tick([there, here])
})
afterAll(() => site.close())

describe('two municipalities that claim the same youth', () => {
  it('get nothing until the registers agree: what was accepted is withheld, and both are told', async () => {
    await there.populate(allMoved([mia, hid, ova, zoe, tea]))
    await tick([here, there])
    const path = await incomingPage(there)
    expect((await there.staff.send(`${path}/godta`)).status).toBe(303)
    // By our register Zoe has moved on to a third municipality meanwhile.
    await here.populate([...allMoved([mia, hid, ova, tea]), aPost({ number: ida, given: 'Ida' }), moved(zoe, '0180', '0581', 'Zoe')])
    await tick([there, here])
    expect(await there.sql('select from transfers.incoming where content::text like $1', [`%${zoe}%`])).toHaveLength(0)
    expect((await here.staff.get('/overflytt')).html).toMatch(/skickas inte[^]*registren är överens/)
    const told = (await there.staff.get(path)).html
    expect(told).toMatch(/kommer inte[^]*Ring kommunen/)
    expect(told).not.toMatch(/Zoe/)
    // The municipality where the register says that hen lives can be offered now.
    expect((await here.staff.get(await offeringPage(here, zoe))).html).toMatch(/Norrköping \(0581\)/)
  })

  it('get nothing when it is the other register that has changed since it was accepted', async () => {
    expect((await here.staff.send(await offeringPage(here, tea))).status).toBe(303)
    await tick([here, there])
    const path = await incomingPage(there)
    expect((await there.staff.send(`${path}/godta`)).status).toBe(303)
    await there.populate([...allMoved([mia, hid, ova, zoe]), moved(tea, '1480', '0581', 'Tea')])
    await tick([there, here])
    expect((await here.staff.get('/overflytt')).html).toMatch(/Den andra kommunens register säger inte/)
    expect((await there.staff.get(path)).html).toContain('kommer inte')
    expect(await there.sql('select from transfers.incoming where content::text like $1', [`%${tea}%`])).toHaveLength(0)
    const close = `${await offeringPage(here, tea)}/slut`
    expect((await here.staff.send(close, { outcome: 'nobodyTookOver' })).status).toBe(303)
    expect((await here.staff.get(await offeringPage(here, tea))).html).toMatch(/Ingen tog över/)
  })
})

/** Days from the real one: when an offer was made is told by the database's clock. */
const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000)

describe('an offer that nobody answers', () => {
  it('is taken back by the one who made it, and is over by itself after 30 days', async () => {
    const path = await offeringPage(here, zoe)
    const third = await aTown(site, '0581')
    await third.populate([moved(zoe, '0180', '0581', 'Zoe')])
    const towns = [here, there, third]
    expect((await here.staff.send(path)).status).toBe(303)
    await tick(towns)
    expect((await here.staff.send(`/overflytt/harifran/${await newest(here, 'outgoing')}/aterta`)).status).toBe(303)
    await tick(towns)
    expect((await third.staff.get(await incomingPage(third))).html).toContain('gäller inte längre')
    expect((await here.staff.send(path)).status).toBe(303)
    await tick(towns)
    await tick(towns, inDays(28))
    expect(await third.sql(`select from transfers.incoming where answer is null and withdrawn_at is null`)).toHaveLength(1)
    await tick(towns, inDays(32))
    expect(await third.sql(`select from transfers.incoming where answer is null and withdrawn_at is null`)).toHaveLength(0)
    expect((await here.staff.get('/overflytt')).html).toContain('inte besvarat i tid')
  })

  it('is over at once when the youth becomes protected, and what has come is forgotten', async () => {
    const third = await aTown(site, '0581')
    const secret = moved(zoe, '0180', '0581', 'Zoe', { secrecy: 'J' })
    expect((await here.staff.send(await offeringPage(here, zoe))).status).toBe(303)
    await tick([here, third])
    await here.populate([...allMoved([mia, hid, ova, tea]), aPost({ number: ida, given: 'Ida' }), secret])
    await tick([here, third])
    const [last] = await here.sql<{ withheld: string }>('select withheld from transfers.outgoing order by id desc limit 1')
    expect(last?.withheld).toBe('protected')
    expect(await third.sql(`select from transfers.incoming where answer is null and withdrawn_at is null`)).toHaveLength(0)
    await there.populate([...allMoved([hid, ova, zoe]), moved(mia, '0180', '1480', 'Mia', { secrecy: 'J' })])
    await tick([there])
    expect(await there.sql('select from transfers.incoming where content is not null')).toHaveLength(0)
  })
})

describe('a youth who moves back', () => {
  it('is not offered to the one where hen no longer lives, and is offered back by it', async () => {
    const back = aPost({ number: ova, given: 'Ova' })
    await here.populate([
      back,
      aPost({
        number: tea,
        given: 'Tea',
        on: '2026-11-10',
        history: [
          ['2009-06-06', '0180'],
          ['2026-10-01', '1480'],
        ],
      }),
    ])
    expect((await here.staff.get(await offeringPage(here, tea))).html).toContain('bor ungdomen här')
    await there.populate([moved(tea, '1480', '0180', 'Tea')])
    expect((await there.staff.send(await offeringPage(there, tea))).status).toBe(303)
    await tick([there, here])
    expect((await here.staff.send(`${await incomingPage(here)}/godta`)).status).toBe(303)
    await tick([here, there])
    expect((await here.staff.get(await incomingPage(here))).html).toMatch(/Tea Provsson/)
  })
})

describe('refusing', () => {
  it('leaves nothing of the youth with the one who refused', async () => {
    await there.populate([moved(tea, '1480', '0180', 'Tea'), moved(zoe, '1480', '0180', 'Zoe')])
    expect((await there.staff.send(await offeringPage(there, zoe))).status).toBe(303)
    await here.populate([aPost({ number: zoe, given: 'Zoe' })])
    await tick([there, here])
    const id = await newest(here, 'incoming')
    expect((await here.staff.send(`/overflytt/hit/${id}/avboj`)).status).toBe(303)
    await tick([here, there])
    const [row] = await here.sql<{ row: string }>('select n::text as row from transfers.incoming n where transfer_id = $1', [id])
    const lines = await here.sql<{ row: string }>('select l::text as row from audit.line l where detail::text like $1', [`%${id}%`])
    const subject = await here.subject(zoe)
    for (const text of [row?.row ?? '', ...lines.map((line) => line.row)])
      expect([text, text.includes(zoe) || text.includes(subject) || text.includes('Zoe')]).toEqual([text, false])
    expect((await there.staff.get('/overflytt')).html).toContain('avböjt')
  })
})
