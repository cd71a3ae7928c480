/** Consent through its pages: the preview before saving, what is refused, withdrawing, and the other grounds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSharingSite, hidden, previewedIn, type SharingSite } from './referrals.testbed.ts'

let at: SharingSite
beforeAll(async () => {
  at = await aSharingSite()
})
afterAll(() => at.site.close())

const path = (of?: string) => `/ungdomar/${at.subject(of)}/samtycken`
const count = async () => (await at.site.place.sql<{ n: number }>('select count(*)::int as n from consents.consent'))[0]?.n

describe('a consent', () => {
  it('is previewed before it is saved: exactly what was chosen, and nothing is saved by looking', async () => {
    const preview = await at.look()
    expect(preview.status).toBe(200)
    expect(preview.html).toMatch(/Synlig Provsson[^]*2008-03-14/)
    expect(preview.html).not.toMatch(/Provgatan|200803142389/)
    expect(await count()).toBe(0)
    const saved = await at.staff.send(path(), { ...at.consentFields(), previewed: previewedIn(preview) })
    expect([saved.status, saved.location]).toEqual([303, path()])
    expect((await at.staff.get(path())).html).toMatch(/Provprojektet[^]*Namn, Födelsedag[^]*gäller/)
  })

  it('is not saved when what the receiver would see is not what was previewed', async () => {
    const before = await count()
    const other = previewedIn(await at.look({ fields: ['name', 'address'] }))
    const { status, html } = await at.staff.send(path(), { ...at.consentFields(), previewed: other })
    expect([status, html.includes('ändrats sedan du tittade')]).toEqual([409, true])
    expect(await count()).toBe(before)
  })

  it.each([
    [{ fields: ['phones'] }, 'Välj namn eller personnummer'],
    [{ fields: [] }, 'Välj namn eller personnummer'],
    [{ fields: ['grades'] }, 'Välj namn eller personnummer'],
    [{ givenOn: '2999-01-01' }, 'har inte varit'],
    [{ untilOn: '2999-01-01' }, 'för länge'],
    [{ untilOn: '2020-01-01' }, 'redan passerat'],
    [{ guardianOn: '2026-01-01' }, 'ska inte skrivas'],
    [{ name: '' }, 'Provprojektet|Mottagarens namn'],
    [{ purpose: 'vård' }, 'Välj ett av alternativen'],
  ])('with %j is refused with a clear message, and the form is still there', async (fields, text) => {
    const { status, html } = await at.look(fields)
    expect(status).toBe(422)
    expect(html).toMatch(new RegExp(text))
    expect(html).toContain('Nytt samtycke')
  })

  it('of somebody under 18 asks for a guardian’s day where the setting says so, and the receiver is never told of it', async () => {
    const { sql } = at.site.place
    await sql(`update worklist.youth set born_on = '2010-03-14' where subject_id = $1`, [at.subject()])
    expect((await at.staff.get(path())).html).not.toContain('name="guardianOn"')
    await sql(
      `insert into settings.value (key, value, known_from, set_by) values ('consents.under18', '"guardianToo"', now() - interval '1 day', 'prov')`,
    )
    expect((await at.staff.get(path())).html).toContain('name="guardianOn"')
    expect((await at.look()).html).toContain('en vårdnadshavare också säger ja')
    const preview = await at.look({ guardianOn: at.day(0) })
    expect(preview.status).toBe(200)
    expect(preview.html.slice(preview.html.indexOf('<dl'), preview.html.indexOf('</dl'))).not.toMatch(/vårdnadshavare/i)
    await sql(`delete from settings.value where key = 'consents.under18'`)
    await sql(`update worklist.youth set born_on = '2008-03-14' where subject_id = $1`, [at.subject()])
  })

  it('of a protected youth is not there for anybody', async () => {
    const handler = await at.site.signedIn(['coordinator', 'protectedHandler'])
    for (const who of [at.staff, handler]) {
      expect((await who.get(path(hidden))).status).toBe(404)
      expect((await who.send(`${path(hidden)}/forhandsvisa`, at.consentFields())).status).toBe(404)
    }
    expect((await handler.get(`/ungdomar/${at.subject(hidden)}`)).html).not.toContain('Samtycken och hänvisningar')
    expect((await (await at.site.signedIn(['systemCoordinator'])).get(path())).status).toBe(403)
  })

  it('without one the law is explained, and nothing is chosen or sent', async () => {
    const { html } = await at.staff.get(`${path()}/utan?till=partner`)
    expect(html).toMatch(/Samma nämnd[^]*gäller inte här[^]*Generalklausulen[^]*kan prövas/)
    expect(html.slice(html.indexOf('<main'))).not.toMatch(/<button|<form/)
    const { html: none } = await at.staff.get(`/ungdomar/${at.subject()}/hanvisningar?samtycke=5b1c0a52-0000-4000-8000-000000000000`)
    expect(none).not.toContain('name="previewed"')
  })

  it('is withdrawn once, and its log tells nothing of what was shared', async () => {
    const consent = await at.lastConsent()
    const first = await at.staff.send(`${path()}/${consent}/aterkalla`)
    const second = await at.staff.send(`${path()}/${consent}/aterkalla`)
    expect([first.status, second.status]).toEqual([303, 303])
    expect((await at.staff.get(path())).html).toMatch(/en samverkanspartner[^]*återkallat/)
    const lines = await at.site.place.sql<{ outcome: string }>(
      `select outcome from audit.line where action = 'consents.withdraw' order by id`,
    )
    expect(lines.map(({ outcome }) => outcome)).toEqual(['done', 'over'])
    const [log] = await at.site.place.sql<{ text: string }>(`select string_agg(l::text, ' ') as text from audit.line l`)
    expect(log?.text).not.toMatch(/Synlig|Provprojektet|200803/)
  })
})
