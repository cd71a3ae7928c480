/** Letters by the forwarding route and the card of messages, in the browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { saveSetting } from '../settings/index.ts'
import { aReachable, aSender, queued, type Reachable, type SenderBench } from './sender.testbed.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'

let bench: SenderBench
let site: TestSite
let handler: Visitor
let coordinator: Visitor
let hidden: MadeYouth
let open: Reachable

const set = (key: string, value: unknown) => inTransaction(bench.place.pool, (tx) => saveSetting(tx, key, value, '-infinity', 'prov'))

beforeAll(async () => {
  bench = await aSender(await aPlace())
  site = await aSite(bench.place)
  await set('outreach.forwardLetters', true)
  await set('messages.contactPhone', '+46846500400')
  await set('messages.contactName', 'Amina Lind')
  handler = await site.signedIn(['coordinator', 'protectedHandler'])
  coordinator = await site.signedIn(['coordinator'])
  hidden = await aYouth(bench.place, { given: 'Dold', protected: 'marked' })
  open = await aReachable(bench.place, 0, { given: 'Synlig' })
})
afterAll(() => bench.close())

const pathOf = ({ subjectId }: MadeYouth) => `/ungdomar/${subjectId}/formedlat-brev`
const contacts = (personId: number) =>
  bench.place.sql('select channel, attempted, outcome, by_name from outreach.contact where person_id = $1', [personId])

describe('a forwarded letter', () => {
  it('is printed by somebody with the right, without an address, and noted as an attempt', async () => {
    const page = await handler.get(pathOf(hidden))
    expect(page.status).toBe(200)
    expect(page.html).toContain('utan adress')
    const answer = await handler.send(pathOf(hidden), { template: 'firstLetter', lang: 'sv' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="formedlat-brev.pdf"')
    expect(answer.html.startsWith('%PDF-')).toBe(true)
    expect(await contacts(hidden.personId)).toEqual([
      { channel: 'letter', attempted: true, outcome: 'sent', by_name: 'Prov coordinator protectedHandler' },
    ])
    expect(
      await bench.place.sql('select state, is_forwarded, print_folder_id from messaging.message where person_id = $1', [hidden.personId]),
    ).toEqual([{ state: 'sent', is_forwarded: true, print_folder_id: null }])
    expect(await bench.place.sql('select from replies.code where person_id = $1', [hidden.personId])).toHaveLength(1)
  })

  it('is never taken by the sender', async () => {
    expect(await bench.send({}, 600)).toEqual({ sent: 0, cancelled: 0, failed: 0, waits: 0, unsure: 0 })
  })

  it('is not for those without the right', async () => {
    expect((await coordinator.get(pathOf(hidden))).status).toBe(403)
    expect((await coordinator.send(pathOf(hidden), { template: 'firstLetter', lang: 'sv' })).status).toBe(403)
  })

  it('is not for youths who are not protected', async () => {
    expect((await handler.get(pathOf(open))).html).toContain('inte skyddade personuppgifter')
    const answer = await handler.send(pathOf(open), { template: 'firstLetter', lang: 'sv' })
    expect(answer.status).toBe(409)
    expect(await contacts(open.personId)).toEqual([])
  })

  it('asks who the reader is once more when the sign-in is old', async () => {
    const old = await site.signedIn(['protectedHandler'], { name: 'Gammal', authenticatedAt: Date.now() - 20 * 60_000 })
    expect((await old.get(pathOf(hidden))).location).toContain('/logga-in/start?igen=1')
    expect((await old.send(pathOf(hidden), { template: 'firstLetter', lang: 'sv' })).location).toContain('/logga-in/start?igen=1')
  })

  it('comes back with what was wrong, and says when it is not turned on', async () => {
    expect((await handler.send(pathOf(hidden), { template: 'visitCard', lang: 'sv' })).status).toBe(422)
    await set('outreach.forwardLetters', false)
    expect((await handler.send(pathOf(hidden), { template: 'firstLetter', lang: 'sv' })).html).toContain('inte påslagna')
    await set('outreach.forwardLetters', true)
    expect(await contacts(hidden.personId)).toHaveLength(1)
  })

  it('has an address of its own that tells nothing of an unknown youth', async () => {
    expect((await handler.get('/ungdomar/00000000-0000-4000-8000-000000000000/formedlat-brev')).status).toBe(404)
    expect((await handler.get('/ungdomar/abc/formedlat-brev')).status).toBe(404)
  })
})

describe('the card on the person page', () => {
  it('says what was sent, how it went, and what the youth has said no to', async () => {
    await queued(bench.place, open)
    await bench.send()
    await bench.place.sql(`insert into messaging.opt_out (person_id, channel, said_by) values ($1, 'email', 'prov')`, [open.personId])
    await bench.place.sql(`insert into messaging.language (person_id, lang, set_by) values ($1, 'so', 'prov')`, [open.personId])
    const { html } = await coordinator.get(`/ungdomar/${open.subjectId}`)
    expect(html).toContain('Första sms:et')
    expect(html).toContain('Skickat')
    expect(html).toMatch(/Har sagt nej till<\/dt><dd>e-post/)
    expect(html).toContain('Soomaali')
    expect(html).not.toContain('formedlat-brev')
  })

  it('leads to a forwarded letter for a protected youth, for those with the right', async () => {
    const { html } = await handler.get(`/ungdomar/${hidden.subjectId}`)
    expect(html).toContain(pathOf(hidden))
    expect(html).toContain('förmedlat brev')
  })
})
