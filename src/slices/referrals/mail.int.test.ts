/** Receivers are told by mail: that something waits, and that it may no longer be used. Through the real outbox, to a simulated mail server. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startMailServer, type MailServer, type ReceivedMail } from '../../../simulators/mail/index.ts'
import { sendOutbox } from '../messaging/index.ts'
import { referralSecrets, tendReferrals } from './mail.actions.ts'
import { aSharingSite, number, type SharingSite } from './referrals.testbed.ts'

let at: SharingSite
let mail: MailServer
let taken = 0
beforeAll(async () => {
  at = await aSharingSite()
  mail = await startMailServer()
})
beforeEach(() => {
  taken = mail.sent().length
})
afterAll(async () => {
  await mail.close()
  await at.site.close()
})

const to = 'mottagning@example.org'
const sql = <Row extends object>(text: string) => at.site.place.sql<Row>(text)
const throws = (error: unknown): void => {
  throw error
}
/** The worker, once: what must be told is queued, what is queued leaves. Returns the mail that came. */
async function works(today = at.day(0)): Promise<ReceivedMail[]> {
  const { pool } = at.site.place
  await tendReferrals(pool, today)
  const channels = { sms: null, mail: { url: mail.address, from: 'lots@example.se' }, printFolder: '', publicUrl: 'http://localhost' }
  const given = { channels, report: throws, isOver: () => false, secretsOf: referralSecrets }
  await sendOutbox({ code: '0180', name: 'Provstad', pool }, given, new Date(Date.now() + 1000))
  return mail.sent().slice(taken)
}
const linkIn = (one: ReceivedMail | undefined): string => /\/hanvisning\/0180\/[\w-]{24}/.exec(one?.text ?? '')?.[0] ?? ''
const withdraw = async () => at.staff.send(`/ungdomar/${at.subject()}/samtycken/${await at.lastConsent()}/aterkalla`)
const lastEmail = async () =>
  (await sql<{ email: string | null }>('select receiver_email as email from referrals.referral order by id desc limit 1'))[0]?.email
const messages = () =>
  sql<{ key: string; state: string }>(
    `select m.template_key as key, m.state from messaging.message m where m.referral_id = (select referral_id from referrals.referral order by id desc limit 1) order by m.id`,
  )

describe('a receiver with an address', () => {
  it('is told that something waits, and nothing of any youth; the link is made as the mail leaves, and kept nowhere', async () => {
    await at.consent()
    expect(await at.refer(to)).toBe('')
    expect((await at.staff.get(`/ungdomar/${at.subject()}/hanvisningar`)).html).toContain('e-posten väntar')
    const [came] = await works()
    expect([came?.to, came?.subject]).toEqual([[to], 'En hänvisning väntar på svar'])
    expect(JSON.stringify(came)).not.toMatch(/Synlig|Provsson|2008|Provprojektet|samtycke/)
    expect((await at.open(linkIn(came))).html).not.toMatch(/Synlig|Provsson|2008|Provprojektet/)
    expect((await at.open(linkIn(came), { act: 'open' })).html).toContain('Synlig Provsson')
    const rows = await sql<{ row: string }>(
      `select l::text as row from referrals.link l union all select m::text from messaging.message m union all select a::text from audit.line a`,
    )
    expect(rows.map(({ row }) => row).join(' ')).not.toMatch(new RegExp(`${linkIn(came).slice(-24)}|Synlig|${to}`))
    expect((await at.staff.get('/utskick/utlada')).html).toContain('Till mottagaren: en hänvisning väntar')
  })

  it('is told when the consent is withdrawn, once; the new link says so, and the address is forgotten when she knows', async () => {
    await withdraw()
    expect((await at.staff.get('/hanvisningar?flik=ska-veta')).html).toMatch(/Synlig[^]*samtycket återkallat/)
    expect(await lastEmail()).toBe(to)
    const [came] = await works()
    expect([came?.to, came?.subject]).toEqual([[to], 'En hänvisning gäller inte längre'])
    expect(came?.text).toMatch(/får inte längre användas/)
    expect(JSON.stringify(came)).not.toMatch(/Synlig|Provsson|2008/)
    expect((await at.open(linkIn(came))).html).toMatch(/Samtycket är återkallat[^]*tagit bort/)
    expect((await at.staff.get('/hanvisningar?flik=ska-veta')).html).toContain('Alla mottagare vet')
    expect((await at.staff.get(`/ungdomar/${at.subject()}/hanvisningar`)).html).toContain('mottagaren har fått e-post om det')
    expect(await works()).toHaveLength(1)
    expect(await lastEmail()).toBe(null)
  })

  it('gets no link to what was withdrawn before the mail left, and nothing to be told', async () => {
    await at.consent()
    await at.refer(to)
    await withdraw()
    expect(await works()).toEqual([])
    expect(await works()).toEqual([])
    expect(await messages()).toEqual([{ key: 'referralEmail', state: 'cancelled' }])
  })

  it('whom mail does not reach stands on the desk until somebody has told her', async () => {
    await at.consent()
    await at.refer(to)
    await at.open(linkIn((await works())[0]), { act: 'open' })
    await withdraw()
    await mail.fail('refuse')
    await works()
    await mail.fail(null)
    expect(await messages()).toMatchObject([{ state: 'sent' }, { key: 'referralBackEmail', state: 'failed' }])
    expect((await at.staff.get('/hanvisningar?flik=ska-veta')).html).toMatch(/Synlig[^]*kom inte fram/)
  })

  it('who lost the link gets a new one, and the old one leads nowhere', async () => {
    await at.consent()
    const old = await at.refer()
    const path = `/ungdomar/${at.subject()}/hanvisningar`
    const [row] = await sql<{ id: string }>('select r.referral_id as id from referrals.referral r order by r.id desc limit 1')
    expect((await at.staff.send(`${path}/${row?.id}/lank`, { email: 'inte en adress' })).html).toContain('Skriv en e-postadress')
    expect((await at.staff.send(`${path}/${row?.id}/lank`, { email: to })).status).toBe(303)
    const fresh = linkIn((await works())[0])
    expect([(await at.open(old)).status, (await at.open(fresh)).status]).toEqual([404, 200])
    const { html } = await at.staff.send(`${path}/${row?.id}/lank`, { email: '' })
    const shown = /\/hanvisning\/0180\/[\w-]{24}/.exec(html)?.[0] ?? ''
    expect([(await at.open(fresh)).status, (await at.open(shown)).status]).toEqual([404, 200])
  })
})

describe('a youth who is protected since', () => {
  it('is shared no more: what goes on is called back by itself, and receivers are told, but not why', async () => {
    await at.consent()
    await at.refer(to)
    const link = linkIn((await works())[0])
    expect((await at.open(link, { act: 'open' })).html).toContain('Synlig')
    await sql(`insert into register.protection (person_id, secrecy_marked, protected_registration, since_on, source, known_from)
      select person_id, true, false, '2026-01-01', 'prov', now() from worklist.youth where number = '${number}'`)
    expect((await at.open(link)).status).toBe(404)
    expect((await at.open(link, { act: 'json' })).status).toBe(404)
    const came = (await works()).at(-1)
    expect(came?.subject).toBe('En hänvisning gäller inte längre')
    expect(came?.text).not.toMatch(/skydd/i)
    const { html } = await at.open(linkIn(came))
    expect(html).toContain('Hänvisningen är återkallad')
    expect(html).not.toMatch(/Synlig|2008|skydd/i)
    expect((await at.open(linkIn(came), { act: 'acknowledge' })).html).toContain('har tagit bort uppgifterna')
    expect(await sql(`select 1 from referrals.referral where content is not null`)).toEqual([])
    expect(await sql(`select outcome from audit.line where action = 'referrals.callBack'`)).not.toEqual([])
  })
})
