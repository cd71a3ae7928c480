/** Rounds in the browser: begun, prepared, reviewed by one and released by another, with everything that can be said no to. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { infoOf, textOf } from '../../platform/pdf.testbed.ts'
import { protect } from '../worklist/worklist.testbed.ts'
import { aReceiver, setMessages } from './round.testbed.ts'

let site: TestSite
let amina: Visitor
let karin: Visitor
beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  karin = await site.signedIn(['coordinator'], { name: 'Karin Ahlvik' })
  await setMessages(site.place, 'contactPhone', '+46846500400')
  await setMessages(site.place, 'contactName', 'Ungdomslinjen')
})
afterAll(() => site.close())
beforeEach(() =>
  site.place
    .sql(`delete from messaging.message; delete from messaging.recipient; delete from messaging.round; delete from outreach.standing;
    delete from outreach.way; delete from messaging.language; delete from worklist.youth`),
)

const text = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const form = {
  name: 'Höstens brev',
  kind: 'large',
  selection: 'letters',
  days: '',
  list: '',
  letter: 'firstLetter',
  sms: 'ja',
  email: 'ja',
}
/** Begins a round and waits until it is prepared; returns its page. */
async function begun(given: Record<string, string> = {}, who = amina): Promise<string> {
  const { status, location } = await who.send('/utskick/ny', { ...form, ...given })
  expect(status).toBe(303)
  const { html } = await who.get(location)
  expect(html).toContain('Mottagare')
  return location
}
const field = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const review = async (who: Visitor, address: string) =>
  who.send(`${address}/granska`, { version: field((await who.get(address)).html, 'version'), read: 'ja' })

describe('a new round', () => {
  it('begins with those whose next step is a letter, or with the list that the address carries', async () => {
    const { html } = await amina.get('/utskick/ny')
    expect(html).toMatch(/value="letters" checked/)
    await aReceiver(site.place)
    const listed = await amina.get('/utskick/ny?slag=stor&orsak=neverStarted')
    expect(listed.html).toMatch(/value="large" checked/)
    expect(listed.html).toMatch(/name="list"[^>]*value="\/ungdomar\?orsak=neverStarted"/)
    expect(text(listed.html)).toContain('Listan har en ungdom nu.')
    expect((await amina.get('/ungdomar?orsak=neverStarted')).html).toContain('href="/utskick/ny?orsak=neverStarted"')
    expect((await amina.get('/utskick/ny?lage=atgardas')).html).toMatch(/value="list" checked/)
  })

  it.each([
    ['no name', { name: '' }, 'name', 'Fyll i'],
    ['nothing to send', { letter: '' }, 'letter', 'Välj minst ett sätt'],
    ['no days', { selection: 'twenty', days: 'x' }, 'days', 'mellan 1 och 366'],
    ['no list', { selection: 'list', list: 'https://example.org' }, 'list', 'Klistra in adressen'],
  ])('with %s comes back whole', async (_, change, at, says) => {
    const { sms: _s, email: _e, ...bare } = form
    const { status, html } = await amina.send('/utskick/ny', { ...bare, ...change })
    expect(status).toBe(422)
    expect(html).toContain(`href="#${at}"`)
    expect(text(html)).toContain(says)
    if (at !== 'name') expect(html).toMatch(/name="name"[^>]*value="Höstens brev"/)
    expect(await site.place.sql('select from messaging.round')).toEqual([])
  })

  it('takes a list by its address, and nothing but what a list understands', async () => {
    await aReceiver(site.place)
    await aReceiver(site.place, { reason: 'noShow' })
    const address = await begun({ selection: 'list', list: 'http://localhost/ungdomar?orsak=noShow&namn=hemligt&sida=3' })
    expect(await site.place.sql('select query from messaging.round')).toEqual([{ query: 'orsak=noShow&sida=3' }])
    expect(text((await amina.get(address)).html)).toMatch(/Mottagare 1 /)
  })
})

describe('a prepared round', () => {
  it('shows how many get what, who is left out and why, what it costs, and three whole samples', async () => {
    await aReceiver(site.place, { given: 'Kim', family: 'Exempelsson' })
    await aReceiver(site.place, { lang: 'ar', phone: null })
    await aReceiver(site.place, { quietUntil: '2027-01-10' })
    const address = await begun({ selection: 'list', list: '/ungdomar' })
    const { html } = await amina.get(address)
    expect(text(html)).toMatch(/Mottagare 2 Brev 2 Sms 1 E-post 0/)
    expect(text(html)).toMatch(/Lätt svenska 1 .*Arabiska 1|Arabiska 1 .*Lätt svenska 1/)
    expect(text(html)).toContain('Har sagt nej, och vilar 1')
    expect(text(html)).toMatch(/Sms-kostnad: 0,\d+ kr för (?:en del|\d delar)/)
    expect(text(html)).toContain('Texter som ingen översättare har läst Första brevet, arabiska')
    expect(text(html)).toMatch(/Svara: http:\/\/localhost\/svar\/0180\/EXEMPELKOD eller ring 08-465 004 00/)
    const nth = /\/prov\/(\d)"[^>]*>Brevet i prov/.exec(html)?.[1] ?? '1'
    const letter = await site.app.request(`${address}/prov/${nth}`, { headers: { cookie: amina.cookie } })
    expect(letter.headers.get('content-type')).toBe('application/pdf')
    expect(infoOf(new Uint8Array(await letter.arrayBuffer())).get('Tagged')).toBe('yes')
    expect((await amina.get(`${address}/prov/3`)).status).toBe(404)
  })

  it('shows the same samples to both, with the youth’s own name and address', async () => {
    for (let nth = 0; nth < 8; nth++) await aReceiver(site.place, { given: `Kim${nth}` })
    const address = await begun()
    const samples = (html: string): string[] => [...html.matchAll(/>(Kim\d) Provsson</g)].map(([, name]) => name ?? '')
    const [hers, theirs] = [samples((await amina.get(address)).html), samples((await karin.get(address)).html)]
    expect(hers).toHaveLength(3)
    expect(theirs).toEqual(hers)
    const letter = await site.app.request(`${address}/prov/1`, { headers: { cookie: karin.cookie } })
    expect(textOf(new Uint8Array(await letter.arrayBuffer()))).toMatch(new RegExp(`${hers[0]} Provsson\\s+Hemliga gatan 7`))
  })

  it('says so when nobody gets anything, and can only be cancelled', async () => {
    const { html } = await amina.get(await begun())
    expect(text(html)).toContain('Ingen får något i den här rundan.')
    expect(html).not.toContain('/granska')
    expect(html).toContain('/avbryt')
  })

  it('is not there for somebody who sees none of its youths, nor at an address that is none', async () => {
    await aReceiver(site.place)
    const address = await begun()
    const erik = await site.signedIn(['unitManager'], { name: 'Erik', unit: 'Öst' })
    expect((await erik.get(address)).status).toBe(404)
    expect((await erik.get('/utskick')).html).not.toContain('Höstens brev')
    expect((await erik.send(`${address}/avbryt`)).status).toBe(404)
    expect((await erik.send(`${address}/granska`, { version: '2', read: 'ja' })).status).toBe(404)
    expect((await amina.get('/utskick/00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })
})

describe('two persons', () => {
  it('are needed: one has read the samples, another releases, and a third hears that it is done', async () => {
    await aReceiver(site.place)
    const address = await begun()
    const version = field((await amina.get(address)).html, 'version')
    expect((await amina.send(`${address}/granska`, { version })).status).toBe(422)
    expect((await review(amina, address)).location).toBe(address)
    const { html } = await amina.get(address)
    expect(text(html)).toContain('Du har förberett eller granskat rundan. En kollega släpper den.')
    const seen = field((await karin.get(address)).html, 'version')
    const own = await amina.send(`${address}/slapp`, { version: seen })
    expect([own.status, text(own.html).includes('kan inte släppa den')]).toEqual([409, true])
    expect((await karin.send(`${address}/slapp`, { version: seen })).location).toBe(address)
    expect(text((await karin.get(address)).html)).toMatch(/Så långt har det kommit .* I kö 1/)
    const late = await karin.send(`${address}/slapp`, { version: seen })
    expect([late.status, text(late.html).includes('Någon annan har redan släppt rundan.')]).toEqual([409, true])
    expect(text((await karin.get('/utskick')).html)).toMatch(/Höstens brev stor runda skickas 1 0 av 2/)
  })

  it('with the right: a counsellor prepares and reviews, but does not release', async () => {
    const [unit] = await site.place.sql<{ id: number }>(`insert into organisation.unit (name) values ('Väst') returning id`)
    await aReceiver(site.place, { unit: unit?.id ?? 0 })
    const leila = await site.signedIn(['counsellor'], { name: 'Leila', unit: 'Väst' })
    const address = await begun({}, leila)
    await review(leila, address)
    expect((await leila.send(`${address}/slapp`, { version: '3' })).status).toBe(403)
  })

  it('see everybody: a unit’s manager does not release what goes beyond the unit', async () => {
    await aReceiver(site.place)
    const [unit] = await site.place.sql<{ id: number }>(`insert into organisation.unit (name) values ('Norr') returning id`)
    await aReceiver(site.place, { unit: unit?.id ?? 0 })
    const address = await begun()
    await review(amina, address)
    const ulla = await site.signedIn(['unitManager'], { name: 'Ulla', unit: 'Norr' })
    const { html } = await ulla.get(address)
    expect(text(html)).toMatch(/Mottagare 1 .*Rundan går också till ungdomar som du inte ser/)
    const refused = await ulla.send(`${address}/slapp`, { version: '3' })
    expect([refused.status, text(refused.html).includes('ungdomar som du inte ser')]).toEqual([409, true])
  })

  it('see what changed in between', async () => {
    const [gone] = [await aReceiver(site.place), await aReceiver(site.place)]
    const address = await begun()
    await review(amina, address)
    await protect(site.place, gone?.personId ?? 0, 'marked')
    await karin.send(`${address}/slapp`, { version: field((await karin.get(address)).html, 'version') })
    const sara = await site.signedIn(['coordinator', 'protectedHandler'], { name: 'Sara' })
    expect(text((await sara.get(address)).html)).toMatch(/Ändrat när rundan släpptes 1 föll bort .*Skyddade personuppgifter/)
    expect(text((await karin.get(address)).html)).not.toContain('Skyddade personuppgifter')
  })
})

describe('cancelling', () => {
  it('asks first, and says how many were never sent', async () => {
    await aReceiver(site.place)
    const address = await begun()
    await review(amina, address)
    await karin.send(`${address}/slapp`, { version: '3' })
    expect((await amina.send(`${address}/avbryt`)).location).toBe(address)
    expect(text((await amina.get(address)).html)).toMatch(/avbruten/)
    expect(await site.place.sql(`select distinct state from messaging.message`)).toEqual([{ state: 'cancelled' }])
    expect((await amina.send(`${address}/avbryt`)).status).toBe(409)
  })
})

describe('a round that could not be prepared', () => {
  it('says so and is tried again', async () => {
    await aReceiver(site.place)
    const address = await begun()
    await site.place.sql('delete from messaging.recipient')
    await site.place
      .sql(`alter table messaging.round disable trigger user; update messaging.round set state = 'preparing', problem = 'defect';
      alter table messaging.round enable trigger user`)
    expect(text((await amina.get(address)).html)).toContain('Rundan gick inte att förbereda')
    expect((await amina.send(`${address}/forbered`)).location).toBe(address)
    expect(text((await amina.get(address)).html)).toMatch(/Mottagare 1 /)
  })
})

describe('meeting mode', () => {
  it('hides the rounds', async () => {
    await aReceiver(site.place)
    const address = await begun()
    await karin.send('/motelage', { meeting: 'on' })
    const { html } = await karin.get(address)
    expect(html).not.toContain('Provsson')
  })
})

it('met no defect on the way', () => expect(site.reported).toEqual([]))
