/** The directory, and agreements that remind. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { aPartner, type Fields } from './network.testbed.ts'

let site: TestSite
let coordinator: Visitor
let counsellor: Visitor
beforeAll(async () => {
  site = await aSite()
  coordinator = await site.signedIn(['coordinator'], { name: 'Amina Prov' })
  counsellor = await site.signedIn(['counsellor'])
})
afterAll(() => site.close())

const today = todayInSweden()
const inDays = (days: number): PlainDate => dateOf(plusDays(dayOf(today), days))

const add = (fields: Fields = {}) => coordinator.send('/natverk/ny', { ...aPartner, ...fields })
const added = async (name: string): Promise<string> => (await add({ name })).location
const anAgreement: Fields = { name: 'Avtal', reference: '', fromOn: inDays(-300), lastOn: inDays(30), remindDays: '90' }

describe('the directory', () => {
  it('is added to, shown to everybody, and changed from what was seen', async () => {
    const made = await add()
    expect(made.status).toBe(303)
    const { html } = await counsellor.get('/natverk')
    for (const text of ['Mottagningen', 'Tisdagar 13–16', 'Ungdomsmottagning', '08-465 004 01']) expect(html).toContain(text)
    expect(html).not.toContain('/natverk/ny')
    expect((await counsellor.get(made.location)).html).toContain('kurator@example.se')
    expect((await counsellor.get('/natverk?sok=tisdagar+nattklubb')).html).toContain('Ingen partner med de orden')
    const form = await coordinator.get(`${made.location}/andra`)
    expect(form.html).toMatch(/name="version" value="1"/)
    expect((await coordinator.send(`${made.location}/andra`, { ...aPartner, version: '1', meets: 'Onsdagar' })).status).toBe(303)
    const second = await coordinator.send(`${made.location}/andra`, { ...aPartner, version: '1', meets: 'Fredagar' })
    expect([second.status, second.html.includes('value="Fredagar"'), second.html.includes('Någon annan har ändrat')]).toEqual([
      409,
      true,
      true,
    ])
    expect((await coordinator.get('/natverk')).html).toContain('Onsdagar')
  })

  it.each<[Fields, string]>([
    [{ name: '' }, 'Fyll i fältet'],
    [{ kind: 'bank' }, 'Välj ett av alternativen'],
    [{ name: 'mottagningen', area: 'centrum' }, 'Det finns redan en partner'],
    [{ name: 'Annan', phone: 'ring' }, 'Numret går inte att läsa'],
    [{ name: 'Annan', email: 'kurator' }, 'Skriv en e-postadress'],
    [{ name: 'Annan', offers: 'Träffar 20080314-2389 på tisdagar' }, 'ser ut att stå ett personnummer'],
    [{ name: 'Annan', endedOn: 'snart' }, 'Skriv dagen som'],
  ])('%j is refused at its field with what was written', async (fields, text) => {
    const { status, html } = await add(fields)
    expect([status, html.includes(text), html.includes('Tisdagar 13–16')]).toEqual([422, true, true])
  })

  it('shows one kind, and keeps a partner whose co-operation has ended', async () => {
    await add({ kind: 'police', name: 'Kommunpolisen', endedOn: inDays(-1) })
    expect((await counsellor.get('/natverk?slag=police')).html).toMatch(/Kommunpolisen[^]*samarbetet upphörde/)
    expect((await counsellor.get('/natverk?slag=police')).html).not.toContain('Onsdagar')
    // The name is free again.
    expect((await add({ kind: 'police', name: 'Kommunpolisen' })).status).toBe(303)
  })

  it('is written in by those who may, and a page that is not there is missing', async () => {
    expect((await counsellor.send('/natverk/ny', aPartner)).status).toBe(403)
    expect((await counsellor.get('/natverk/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await coordinator.send('/natverk/00000000-0000-4000-8000-000000000000/andra', aPartner)).status).toBe(404)
  })
})

describe('an agreement', () => {
  it('reminds before it runs out, until it is renewed or called off', async () => {
    const path = await added('Fältgruppen')
    expect((await coordinator.send(`${path}/avtal`, anAgreement)).status).toBe(303)
    expect((await counsellor.get('/natverk')).html).toContain('Fältgruppen: Avtal går ut')
    // Another agreement with the same partner, about something else, is no renewal.
    await coordinator.send(`${path}/avtal`, { ...anAgreement, name: 'Lokal', lastOn: '' })
    expect((await counsellor.get('/natverk')).html).toContain('Fältgruppen: Avtal går ut')
    const renews = /<option value="([0-9a-f-]{36})"/.exec((await coordinator.get(path)).html)?.[1] ?? ''
    expect((await coordinator.send(`${path}/avtal`, { ...anAgreement, renews: '00000000-0000-4000-8000-000000000000' })).html).toContain(
      'går inte att förlänga',
    )
    await coordinator.send(`${path}/avtal`, { ...anAgreement, name: 'Nytt avtal', fromOn: inDays(31), lastOn: '', renews })
    expect((await counsellor.get('/natverk')).html).not.toContain('Fältgruppen: Avtal')
    const agreements = await site.place.sql<{ id: string }>(`select agreement_id as id from network.agreement where name = 'Nytt avtal'`)
    const off = `${path}/avtal/${agreements[0]?.id}/saga-upp`
    expect((await coordinator.send(off)).status).toBe(303)
    expect((await coordinator.send(off)).status).toBe(404)
    expect((await counsellor.get('/natverk')).html).toContain('Fältgruppen: Avtal går ut')
  })

  it.each<[Fields, string]>([
    [{ lastOn: inDays(-301) }, 'Slutdagen ligger före'],
    [{ remindDays: '400' }, 'högst 365 dagar'],
    [{ name: '' }, 'Fyll i fältet'],
  ])('%j is refused', async (fields, text) => {
    const path = await added(`Prov ${JSON.stringify(fields).length}`)
    const { status, html } = await coordinator.send(`${path}/avtal`, { ...anAgreement, ...fields })
    expect([status, html.includes(text)]).toEqual([422, true])
  })
})
