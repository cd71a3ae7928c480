/** Delivering in the browser: what must be said first, two at once, the exact file, its receipt, and what has changed since. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { aBusyTown, type Town } from './town.testbed.ts'

let town: Town
let site: TestSite
let amina: Visitor
let leila: Visitor
let holder: Visitor
let sara: Visitor
let struck = ''

beforeAll(async () => {
  const made = await aBusyTown()
  town = made.town
  struck = made.struck
  site = await aSite(town)
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  leila = await site.signedIn(['coordinator'], { name: 'Leila Holm' })
  sara = await site.signedIn(['protectedHandler'], { name: 'Sara Ek' })
  holder = await site.signedIn(['coordinator', 'protectedHandler'], { name: 'Ola Berg' })
})
afterAll(() => site.close())

type Fields = Record<string, string>
const deliver = (by: Visitor, given: Fields = {}) =>
  by.send('/halvarsuppgiften/leverera', { halvar: '2026H1', replaces: '0', errors: '0', ...given })
const count = async (): Promise<number> => (await town.sql('select from returns.delivery')).length
const lack = async (name: 'anna' | 'eva'): Promise<number> => {
  const id = await town.guide(name, '2026-02-01', '2026-02-01 09:00', '2026-02-20')
  await town.sql('update measures.measure set occupation_after = null, version = version + 1 where id = $1', [id])
  return id
}
const mend = (id: number) => town.sql(`update measures.measure set occupation_after = 'work', version = version + 1 where id = $1`, [id])

describe('before it is delivered', () => {
  it('the page says what is sent, that it is the first, and who may fetch the file', async () => {
    const { html } = await amina.get('/halvarsuppgiften/leverera?halvar=2026H1')
    expect(html).toContain('Det är den första leveransen för halvåret.')
    expect(html).toMatch(/Be [^.]*Sara Ek/)
    expect(html).toContain('kaa-0180-2026H1')
    expect((await holder.get('/halvarsuppgiften/leverera?halvar=2026H1')).html).not.toContain('Be Ola Berg')
  })

  it('a half-year that is not over is refused on the page and by the form', async () => {
    expect((await amina.get('/halvarsuppgiften/leverera?halvar=2999H1')).html).toContain('Halvåret har inte börjat')
    const sent = await deliver(amina, { halvar: '2999H1' })
    expect(sent.html).toContain('Halvåret har inte börjat')
    expect((await deliver(amina, { halvar: '2026H9' })).status).toBe(404)
    expect(await count()).toBe(0)
  })

  it('zero rows must be said to be right', async () => {
    const shown = await amina.get('/halvarsuppgiften/leverera?halvar=2018H1')
    expect(shown.html).toContain('Ja, det stämmer att ingen ungdom omfattades')
    const refused = await deliver(amina, { halvar: '2018H1' })
    expect([refused.status, refused.html.includes('Kryssa i att det stämmer att registret är tomt.')]).toEqual([422, true])
    expect(await count()).toBe(0)
    expect((await deliver(amina, { halvar: '2018H1', emptyIsRight: 'ja' })).status).toBe(303)
  })

  it('errors must be named: one more than was seen is asked about again', async () => {
    const first = await lack('anna')
    expect((await amina.get('/halvarsuppgiften/leverera?halvar=2026H1')).html).toContain('Leverera trots 1 fel')
    const refused = await deliver(amina, { errors: '1' })
    expect([refused.status, refused.html.includes('Kryssa i att uppgiften levereras trots 1 fel')]).toEqual([422, true])
    const second = await lack('eva')
    const more = await deliver(amina, { errors: '1', despiteErrors: 'ja' })
    expect(more.status).toBe(422)
    expect(more.html).toContain('Leverera trots 2 fel')
    expect(more.html).not.toMatch(/name="despiteErrors"[^>]* checked/)
    await mend(first)
    await mend(second)
    expect(await town.sql(`select from returns.delivery where half = '2026H1'`)).toEqual([])
  })

  it('a forged form is refused', async () => {
    expect((await deliver(amina, { nonsense: '1' })).status).toBe(400)
    expect((await amina.send('/halvarsuppgiften/leverera', { halvar: '2026H1' })).status).toBe(400)
    expect((await deliver(sara)).status).toBe(403)
  })
})

describe('a delivery', () => {
  let first = ''

  it('is made by one of two who deliver at once; the other is told whose stands', async () => {
    const both = await Promise.all([deliver(amina), deliver(leila)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    const late = both.find(({ status }) => status === 409)
    expect(late?.html).toContain('Någon annan hann leverera före dig')
    expect(late?.html).toMatch(/(Amina Lind|Leila Holm) levererade nummer 1/)
    expect(late?.html).toContain('name="replaces" value="1"')
    expect(late?.html).toContain('En ny uppladdning hos SCB ersätter den förra helt.')
    first = both.find(({ status }) => status === 303)?.location ?? ''
    expect(await town.sql(`select nth from returns.delivery where half = '2026H1'`)).toEqual([{ nth: 1 }])
  })

  it('says who, when, counts and hash; without a receipt it is to be done', async () => {
    const { html } = await amina.get(first)
    for (const text of ['SHA-256', 'Kvittensens nummer', 'inte klar förrän filen är uppladdad']) expect(html).toContain(text)
    const page = (await amina.get('/halvarsuppgiften?halvar=2026H1')).html
    expect(page).toContain('Leverans 1 saknar kvittensnummer')
    expect(page).toContain(`href="${first}#number"`)
  })

  it('gives its exact bytes to those with the right', async () => {
    const [kept] = await town.sql<{ sha256: string }>(`select sha256 from returns.delivery where half = '2026H1'`)
    const response = await site.app.request(`${first}/fil`, { headers: { cookie: sara.cookie } })
    expect(
      createHash('sha256')
        .update(new Uint8Array(await response.arrayBuffer()))
        .digest('hex'),
    ).toBe(kept?.sha256)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=windows-1252')
    const refused = await amina.get(`${first}/fil`)
    expect([refused.status, refused.html.includes('Be Ola Berg eller Sara Ek')]).toEqual([409, true])
    const none = '/halvarsuppgiften/leveranser/00000000-0000-4000-8000-000000000000'
    expect([(await amina.get(none)).status, (await amina.get(`${none}/fil`)).status]).toEqual([404, 404])
    expect((await amina.send(`${none}/kvittens`, { number: 'SCB-1' })).status).toBe(404)
  })

  it('has its receipt written once; the second is shown both', async () => {
    const bad = await amina.send(`${first}/kvittens`, { number: '=1+1' })
    expect([bad.status, bad.html.includes('value="=1+1"'), bad.html.includes('Skriv numret som det står')]).toEqual([422, true, true])
    expect((await amina.send(`${first}/kvittens`, { number: '' })).status).toBe(422)
    expect((await amina.send(`${first}/kvittens`, { number: ' SCB-118 ' })).status).toBe(303)
    const second = await leila.send(`${first}/kvittens`, { number: 'SCB-119' })
    expect(second.status).toBe(409)
    expect(second.html).toContain('Amina Lind har redan skrivit in kvittensen SCB-118')
    expect(second.html).toContain('SCB-119')
    expect((await sara.send(`${first}/kvittens`, { number: 'SCB-1' })).status).toBe(403)
    expect((await amina.get('/halvarsuppgiften?halvar=2026H1')).html).not.toContain('saknar kvittensnummer')
  })

  it('is followed by what has changed since, youth by youth, protected ones as numbers', async () => {
    const diff = async (by: Visitor) => (await by.get('/halvarsuppgiften/andrat?halvar=2026H1')).html
    expect(await diff(amina)).toContain('Inget är ändrat')
    await town.strike(struck, new Date().toISOString())
    await town.call('eva', '2026-06-01', new Date().toISOString(), true, 'work')
    const subjectOf = async (name: 'anna' | 'eva'): Promise<string> =>
      (await town.sql<{ id: string }>('select subject_id as id from register.person where id = $1', [await town.personOf(name)]))[0]?.id ??
      ''
    const html = await diff(amina)
    expect(html).toContain(await subjectOf('anna'))
    expect(html).toContain('Rättad uppgift: kontakt')
    expect(html).not.toContain(await subjectOf('eva'))
    expect(html).toMatch(/1 ändrad rad gäller 1 ungdom som du inte får se/)
    expect(await diff(sara)).toContain(await subjectOf('eva'))
    expect((await amina.get('/halvarsuppgiften/andrat?halvar=2026H2')).html).toContain('Halvåret är inte levererat')
  })

  it('is replaced by the next, which names it', async () => {
    const shown = (await amina.get('/halvarsuppgiften/leverera?halvar=2026H1')).html
    expect(shown).toContain('Den nya uppgiften ersätter leverans 1')
    expect((await deliver(amina, { replaces: '0' })).status).toBe(409)
    const made = await deliver(amina, { replaces: '1' })
    expect(made.status).toBe(303)
    expect((await amina.get(first)).html).toContain('ersatt')
    expect(site.reported).toEqual([])
  })
})
