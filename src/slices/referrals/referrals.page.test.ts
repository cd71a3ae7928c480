/** A referral from its preview to its outcome: the link's page, the waiting clock, calling back, and consent withdrawn while it is read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSharingSite, number, type SharingSite } from './referrals.testbed.ts'
import { tendReferrals } from './mail.actions.ts'

let at: SharingSite
beforeAll(async () => {
  at = await aSharingSite()
})
afterAll(() => at.site.close())

const path = () => `/ungdomar/${at.subject()}/hanvisningar`
const sql = <Row extends object>(text: string) => at.site.place.sql<Row>(text)
const lastReferral = async () =>
  (
    await sql<{ id: string; content: object | null }>(
      'select r.referral_id as id, r.content from referrals.referral r order by r.id desc limit 1',
    )
  )[0]
const act = async (word: string, fields: Readonly<Record<string, string>> = {}) =>
  at.staff.send(`${path()}/${(await lastReferral())?.id}/${word}`, fields)
const aLink = async (fields: Parameters<SharingSite['consent']>[0] = {}) => {
  await at.consent(fields)
  return at.refer()
}

/** What following a link leaves behind: whether it counts as opened, and the lines of the log. */
const traces = async () => {
  const [opened] = await sql<{ at: string | null }>('select opened_at::text as at from referrals.referral order by id desc limit 1')
  const [lines] = await sql<{ n: number }>('select count(*)::int as n from audit.line')
  return { openedAt: opened?.at ?? null, lines: lines?.n }
}

describe('a link that is followed', () => {
  const personal = /Synlig|Provsson|2008|Provprojektet|aktivitet|<dl/
  it('says who sends and asks for a press, however often; it shows, marks and notes nothing', async () => {
    const link = await aLink()
    const before = await traces()
    expect(before.openedAt).toBe(null)
    for (const address of [link, `${link}?sprak=en`, `${link}?act=open`]) {
      const { status, html } = await at.open(address)
      expect(status).toBe(200)
      expect(html).toMatch(
        /Provstad (?:har skickat en hänvisning|has sent a referral)[^]*<form[^>]*method="post"[^]*name="act" value="open"/,
      )
      expect(html).not.toMatch(personal)
    }
    expect((await at.site.app.request(link, { method: 'HEAD' })).status).toBe(200)
    // A program that sends forms it has not read opens nothing either.
    for (const body of [{}, { act: 'x' }]) expect((await at.open(link, body)).html).not.toMatch(personal)
    expect(await traces()).toEqual(before)
    await act('aterkalla')
    expect((await at.staff.get('/hanvisningar?flik=ska-veta')).html).toContain('Alla mottagare vet')
  })

  it('is opened by a press: it counts as seen, is in the log, and has its cover again for the next who follows it', async () => {
    const link = await aLink()
    const before = await traces()
    expect((await at.open(link, { act: 'open' })).html).toContain('Synlig Provsson')
    const after = await traces()
    expect(after.openedAt).not.toBe(null)
    expect(after.lines).toBe((before.lines ?? 0) + 1)
    expect((await at.open(link)).html).not.toMatch(personal)
    expect(await traces()).toEqual(after)
    await act('aterkalla')
    expect((await at.staff.get('/hanvisningar?flik=ska-veta')).html).toMatch(/Synlig[^]*Provprojektet/)
    await act('vet', { how: 'phone' })
  })
})

describe('the link', () => {
  it('shows what was previewed and nothing else, as page, file and paper', async () => {
    const link = await aLink()
    const { status, html } = await at.open(link, { act: 'open' })
    expect(status).toBe(200)
    expect(html).toMatch(/Synlig Provsson[^]*2008-03-14/)
    expect(html).not.toMatch(/Provgatan|200803142389|Provprojektet|<script/)
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).not.toMatch(/Synlig/)
    const json = await at.open(link, { act: 'json' })
    expect(JSON.parse(json.html)).toEqual({
      format: 'ungdomslots/hanvisning/1',
      name: { given: 'Synlig', family: 'Provsson' },
      birthDate: '2008-03-14',
    })
    expect(json.headers.get('content-disposition')).not.toMatch(/Synlig/)
    const pdf = await at.open(link, { act: 'pdf' })
    expect([pdf.headers.get('content-type'), pdf.html.slice(0, 5)]).toEqual(['application/pdf', '%PDF-'])
    const [row] = await sql<{ row: string }>('select r::text as row from referrals.referral r order by id desc limit 1')
    expect(row?.row).not.toContain(link.slice(-24))
    expect((await at.open('/hanvisning/0180/schema')).html).toContain('"additionalProperties": false')
  })

  it('is answered once; what came of it is a fact with source and freshness', async () => {
    const link = await aLink()
    expect((await at.open(link, { act: 'tell', outcome: 'began', onDay: at.day(0) })).html).toContain('Svara först')
    expect((await at.open(link, { act: 'answer' })).status).toBe(422)
    // What was typed is sent again when the page is loaded again: it stands there, with what was shown.
    expect((await at.open(link, { act: 'answer', answer: 'rejected' })).html).toMatch(
      /Välj varför[^]*Synlig Provsson[^]*value="rejected"[^>]* checked/,
    )
    expect((await at.open(link, { act: 'answer', answer: 'accepted' })).html).toContain('Tack för svaret')
    expect((await at.open(link, { act: 'answer', answer: 'rejected', reason: 'full' })).html).toContain('redan besvarad')
    expect((await at.open(link, { act: 'tell', outcome: 'began', onDay: '2999-01-01' })).html).toContain('har inte varit')
    expect((await at.open(link, { act: 'tell', outcome: 'began', onDay: at.day(0) })).html).toContain('Tack för beskedet')
    const facts = await sql(`select kind, source, origin from outreach.occupation where known_until = 'infinity' and origin = 'referral'`)
    expect(facts).toEqual([{ kind: 'other', source: 'otherActor', origin: 'referral' }])
    expect((await at.staff.get(path())).html).toMatch(/har börjat/)
    expect((await at.open(link, { act: 'tell', outcome: 'endedToWork', onDay: at.day(0) })).html).toContain('Hänvisningen är avslutad')
    expect((await at.open(link, { act: 'open' })).html).not.toContain('Synlig')
    expect((await lastReferral())?.content).toBe(null)
  })

  it('that is rejected keeps the reason and shows nothing more', async () => {
    const link = await aLink()
    await at.open(link, { act: 'answer', answer: 'rejected', reason: 'full' })
    for (const body of [undefined, { act: 'open' }]) {
      const { html } = await at.open(link, body)
      expect(html).toContain('Ni har svarat nej')
      expect(html).not.toContain('Synlig')
    }
    expect((await at.staff.get(path())).html).toMatch(/tackat nej[^]*ingen plats/)
  })

  it('that leads nowhere tells nothing, and writes no line in the log', async () => {
    const lines = async () => (await sql<{ n: number }>('select count(*)::int as n from audit.line'))[0]?.n
    const before = await lines()
    const nowhere = `/hanvisning/0180/${'x'.repeat(24)}`
    expect([(await at.open(nowhere)).status, (await at.open(nowhere, { act: 'open' })).status]).toEqual([404, 404])
    expect(await lines()).toBe(before)
  })
})

describe('calling back', () => {
  it('a withdrawn consent kills the link at once, also for somebody who has the page open', async () => {
    const link = await aLink()
    expect((await at.open(link, { act: 'open' })).html).toContain('Synlig')
    await at.staff.send(`/ungdomar/${at.subject()}/samtycken/${await at.lastConsent()}/aterkalla`)
    for (const body of [undefined, { act: 'open' }, { act: 'json' }, { act: 'pdf' }, { act: 'answer', answer: 'accepted' }]) {
      const { html } = await at.open(link, body)
      expect(html).toContain('Samtycket är återkallat')
      expect(html).not.toMatch(/Synlig|2008-03-14/)
    }
    expect(await sql('select answer from referrals.referral order by id desc limit 1')).toEqual([{ answer: null }])
    expect((await lastReferral())?.content).toBe(null)
    expect((await at.staff.get('/hanvisningar?flik=ska-veta')).html).toMatch(/Synlig[^]*Provprojektet/)
    expect((await at.open(link, { act: 'acknowledge' })).html).toContain('har tagit bort uppgifterna')
    expect((await at.staff.get('/hanvisningar?flik=ska-veta')).html).toContain('Alla mottagare vet')
  })

  it('a receiver that never opens it need not be told; one that had seen it is told by somebody', async () => {
    await aLink()
    await act('aterkalla')
    expect((await at.staff.get('/hanvisningar?flik=ska-veta')).html).toContain('Alla mottagare vet')
    const link = await aLink()
    await at.open(link, { act: 'open' })
    expect((await act('aterkalla')).status).toBe(303)
    expect((await at.open(link)).html).toContain('Hänvisningen är återkallad')
    expect((await act('vet', { how: 'phone' })).status).toBe(303)
    expect((await at.staff.get('/hanvisningar?flik=ska-veta')).html).toContain('Alla mottagare vet')
    expect((await act('aterkalla')).status).toBe(409)
  })

  it('a receiver that never answers is late on the desk, and a colleague can write the answer', async () => {
    await aLink()
    await sql(`update referrals.referral set sent_on = sent_on - 20 where id = (select max(id) from referrals.referral)`)
    expect((await at.staff.get('/hanvisningar')).html).toMatch(/Synlig[^]*svar: 20 dagar[^]*för länge/)
    expect((await act('svar', { answer: 'rejected' })).status).toBe(422)
    expect((await act('svar', { answer: 'accepted' })).status).toBe(303)
    expect((await act('utfall', { outcome: 'neverCame', onDay: at.day(0) })).status).toBe(303)
    expect((await act('utfall', { outcome: 'began', onDay: at.day(0) })).status).toBe(409)
  })

  it('what ran out is forgotten: the package, and a partner’s name', async () => {
    await aLink()
    expect(await tendReferrals(at.site.place.pool, at.day(90))).toMatchObject({ packages: 0 })
    const forgotten = await tendReferrals(at.site.place.pool, at.day(91))
    expect(forgotten.packages).toBeGreaterThan(0)
    expect(await sql(`select receiver_name from consents.consent where receiver_name <> ''`)).toEqual([])
  })

  it('a youth who is protected since has a link that leads nowhere', async () => {
    const link = await aLink()
    expect([(await at.open(link)).status, (await at.open(link, { act: 'open' })).status]).toEqual([200, 200])
    await sql(`insert into register.protection (person_id, secrecy_marked, protected_registration, since_on, source, known_from)
      select person_id, true, false, '2026-01-01', 'prov', now() from worklist.youth where number = '${number}'`)
    for (const body of [undefined, { act: 'open' }, { act: 'json' }]) expect((await at.open(link, body)).status).toBe(404)
  })
})
