/** The reply page without sign-in, and answers in the hands of staff. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactLangs } from '../../kernel/contact-lang.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aPopulation, aPost } from '../../../test/support/places.ts'
import { aSite, type Shown, type TestSite } from '../../../test/support/web.ts'
import { issueCode } from './code.actions.ts'
import { writtenCode } from './code.rules.ts'
import { replyWords } from './reply-words.ts'

const number = '200803142389'
const hidden = '200809022395'
let site: TestSite

beforeAll(async () => {
  site = await aSite()
  await site.place.sql(
    `insert into settings.value (key, value, known_from, set_by) values ('messages.contactPhone', '"+46846500401"', '-infinity', 'prov')`,
  )
  const posts = [aPost({ number, given: 'Synlig', street: 'Provgatan 1' }), aPost({ number: hidden, given: 'Hemliga', secrecy: 'J' })]
  await site.place.feed('population', aPopulation(...posts))
})
afterAll(() => site.close())

const personOf = async (of: string): Promise<{ id: number; subject: string }> => {
  const [row] = await site.place.sql<{ id: number; subject: string }>(
    'select person_id::int as id, subject_id as subject from worklist.youth where number = $1',
    [of],
  )
  if (row === undefined) throw new Error('the youth is not on the lists')
  return row
}

const aCode = async (of = number, validDays = 60): Promise<string> => {
  const { id } = await personOf(of)
  return writtenCode(
    await inTransaction(site.place.pool, (tx) => issueCode(tx, { personId: id, messageId: null, channel: 'letter', validDays })),
  )
}

/** Each test comes from an address of its own: the limit is for each address. */
let visitors = 0
const anAddress = (): string => `10.0.${Math.floor(++visitors / 250)}.${visitors % 250}`
const ask = async (path: string, from: string, body?: Readonly<Record<string, string>>): Promise<Shown> => {
  const response = await site.app.request(
    path,
    {
      ...(body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body).toString() }),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    { incoming: { socket: { remoteAddress: from, remotePort: 1, remoteFamily: 'IPv4' } } },
  )
  return {
    status: response.status,
    html: await response.text(),
    location: response.headers.get('location') ?? '',
    headers: response.headers,
  }
}
const get = (path: string, from = anAddress()) => ask(path, from)
const send = (path: string, body: Readonly<Record<string, string>>, from = anAddress()) => ask(path, from, body)
const openAnswers = (subject: string) =>
  site.place.sql<{ kind: string; state: string; detail: Record<string, string>; answer_id: string }>(
    `select a.kind, a.state, a.detail, a.answer_id from replies.answer a join register.person p on p.id = a.person_id where p.subject_id = $1 order by a.id`,
    [subject],
  )

describe('a code', () => {
  it('leads to five answers, in every language, and says nothing of whose it is', async () => {
    const code = await aCode()
    for (const lang of contactLangs) {
      const { status, html, headers } = await get(`/svar/0180/${code}?sprak=${lang}`)
      expect(status).toBe(200)
      expect(html).toContain(`<html lang="${lang}" dir="${lang === 'ar' || lang === 'prs' ? 'rtl' : 'ltr'}"`)
      expect(html).toContain(replyWords[lang].choose.title)
      expect(html.match(/svar=\w+&amp;sprak=/g)).toHaveLength(5)
      expect(html).not.toMatch(/Synlig|Provsson|2008|Provgatan|<script/)
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  it('gives the same page for one that is unknown, expired, revoked or no code at all', async () => {
    const expired = await aCode()
    const revoked = await aCode()
    await site.place.sql(
      `update replies.code set issued_at = now() - interval '9 days', valid_until = now() - interval '1 second' where id = (select max(id) - 1 from replies.code)`,
    )
    await site.place.sql('update replies.code set revoked_at = now() where id = (select max(id) from replies.code)')
    const pages = await Promise.all(
      ['ABCDE-FGHJK', expired, revoked, 'x', "'; drop"].map((code) => get(`/svar/0180/${encodeURIComponent(code)}`)),
    )
    expect(new Set(pages.map(({ html }) => html)).size).toBe(1)
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(pages[0]?.html).toContain(replyWords.sv.code.wrong)
  })

  it('is typed with or without dash, and goes on to its own address', async () => {
    const code = await aCode()
    const { status, location } = await send('/svar/0180?sprak=so', { reply: ` ${code.toLowerCase().replace('-', ' ')} ` })
    expect([status, location]).toEqual([303, `/svar/0180/${code}?sprak=so`])
    expect((await send('/svar/0180', { reply: '' })).status).toBe(422)
    expect((await get('/svar/0199')).status).toBe(404)
  })

  it('tried 10,000 times from one address is asked of the database twenty times, and answers the rest at once', async () => {
    const from = anAddress()
    const [before] = await site.place.sql<{ n: number }>(`select count(*)::int as n from replies.answer`)
    const statuses = new Map<number, number>()
    for (let n = 0; n < 10_000; n++) {
      const { status } = await get(`/svar/0180/ABCDE-${String(n).padStart(5, '2').replaceAll(/[01]/g, '9')}`, from)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(statuses.get(404)).toBeLessThanOrEqual(25)
    expect((statuses.get(404) ?? 0) + (statuses.get(429) ?? 0)).toBe(10_000)
    // Somebody else is not kept waiting by it.
    expect((await get(`/svar/0180/${await aCode()}`)).status).toBe(200)
    expect(await site.place.sql(`select count(*)::int as n from replies.answer`)).toEqual([before])
  })
})

describe('an answer', () => {
  it('is shown again with what was typed and what is wrong, in its language', async () => {
    const code = await aCode()
    const { status, html } = await send(`/svar/0180/${code}?svar=callMe&sprak=uk`, { day: 'monday', phone: '12' })
    expect(status).toBe(422)
    expect(html).toContain(replyWords.uk.problems.phoneWrong)
    expect(html).toContain(replyWords.uk.problems.dayPartMissing)
    expect(html).toMatch(/value="12"/)
  })

  it('can be changed ten times with a code, and then rests; the right code costs no try', async () => {
    const [code, from] = [await aCode(), anAddress()]
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) statuses.push((await send(`/svar/0180/${code}?svar=working`, { place: `Plats ${n}` }, from)).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 303), 429, 429])
    for (let n = 0; n < 40; n++) expect((await get(`/svar/0180/${code}`, from)).status).toBe(200)
    await site.place.sql(`update replies.answer set state = 'replaced', decided_at = now() where state = 'open'`)
  })

  it('sent twice by a double tap is saved, and one of the two waits', async () => {
    const [code, { subject }] = [await aCode(), await personOf(number)]
    const taps = Array.from({ length: 6 }, (_, n) => send(`/svar/0180/${code}?svar=working`, { place: `Tryck ${n}` }))
    expect((await Promise.all(taps)).map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 303))
    const tapped = (await openAnswers(subject)).filter(({ detail }) => detail['place']?.startsWith('Tryck') === true)
    expect(tapped.filter(({ state }) => state === 'open')).toHaveLength(1)
    await site.place.sql(`update replies.answer set state = 'replaced', decided_at = now() where state = 'open'`)
  })

  it('becomes a proposal, makes the ladder wait for us, and is replaced by a later one with the same code', async () => {
    const code = await aCode()
    const { id, subject } = await personOf(number)
    const first = await send(`/svar/0180/${code}?svar=working`, { place: 'Lagret' })
    expect(first.status).toBe(303)
    expect((await get(first.location)).html).toContain(replyWords.sv.confirm.title)
    await send(`/svar/0180/${code}?svar=callMe`, { day: 'any', part: 'morning', phone: '070-174 06 05' })
    expect((await openAnswers(subject)).slice(-2).map(({ kind, state }) => `${kind} ${state}`)).toEqual(['working replaced', 'callMe open'])
    expect(await site.place.sql('select step, waits_for from outreach.standing where person_id = $1', [id])).toEqual([
      { step: 'answerReply', waits_for: 'us' },
    ])
    const lines = await site.place.sql<{ detail: object }>(
      `select detail, actor from audit.line where action = 'replies.answer' order by id desc limit 2`,
    )
    expect(JSON.stringify(lines)).not.toMatch(/Lagret|0701740605|\+46/)
  })
})

describe('staff', () => {
  const waitingOf = async (subject: string): Promise<string> =>
    (await openAnswers(subject)).find(({ state }) => state === 'open')?.answer_id ?? ''

  it('accept an answer: the number, the contact and the next step follow, and it can be done once', async () => {
    const { id, subject } = await personOf(number)
    const coordinator = await site.signedIn(['coordinator'])
    const list = await coordinator.get('/uppsok/svar')
    expect(list.html).toContain('Synlig')
    expect(list.html).toContain('070-174 06 05')
    expect((await coordinator.get(`/ungdomar/${subject}`)).html).toContain('Svar från ungdomen')
    const answer = await waitingOf(subject)
    expect((await coordinator.send(`/uppsok/svar/${answer}/godta`, { from: 'youth' })).location).toBe(`/ungdomar/${subject}`)
    expect((await coordinator.send(`/uppsok/svar/${answer}/godta`, { from: 'list' })).status).toBe(409)
    expect(await site.place.sql('select value, source from outreach.way where person_id = $1', [id])).toEqual([
      { value: '+46701740605', source: 'youth' },
    ])
    expect(
      await site.place.sql(
        'select channel, attempted, reached, outcome, next_step, note, origin from outreach.contact where person_id = $1 order by id desc limit 1',
        [id],
      ),
    ).toEqual([
      {
        channel: 'letter',
        attempted: false,
        reached: true,
        outcome: 'replied',
        next_step: 'call',
        note: 'Vill bli uppringd på morgonen.',
        origin: 'reply',
      },
    ])
  })

  it('reject an answer with a reason, and nothing of it counts', async () => {
    const { id, subject } = await personOf(number)
    await send(`/svar/0180/${await aCode()}?svar=somethingElse`, { text: 'Detta är någon annan' })
    const coordinator = await site.signedIn(['coordinator'])
    const answer = await waitingOf(subject)
    expect((await coordinator.send(`/uppsok/svar/${answer}/avvisa`, { from: 'list', reason: ' ' })).status).toBe(422)
    const [before] = await site.place.sql<{ n: number }>('select count(*)::int as n from outreach.contact where person_id = $1', [id])
    expect((await coordinator.send(`/uppsok/svar/${answer}/avvisa`, { from: 'list', reason: 'Fel person svarade' })).status).toBe(303)
    expect(await site.place.sql('select count(*)::int as n from outreach.contact where person_id = $1', [id])).toEqual([before])
  })

  it('note a no that is for good: quiet, and no more texts or mail', async () => {
    const { id, subject } = await personOf(number)
    await send(`/svar/0180/${await aCode()}?svar=notNow`, { again: 'never' })
    const coordinator = await site.signedIn(['coordinator'])
    await coordinator.send(`/uppsok/svar/${await waitingOf(subject)}/godta`, { from: 'list' })
    expect(await site.place.sql(`select channel from messaging.opt_out where person_id = $1 order by channel`, [id])).toEqual([
      { channel: 'email' },
      { channel: 'homeVisit' },
      { channel: 'letter' },
      { channel: 'phone' },
      { channel: 'sms' },
    ])
    const [standing] = await site.place.sql<{ quiet_until: string }>('select quiet_until from outreach.standing where person_id = $1', [id])
    expect(standing?.quiet_until).toMatch(/^\d{4}-/)
  })

  it('without the right see nothing of a protected youth’s answer, and with it only after a fresh sign-in', async () => {
    const { subject } = await personOf(hidden)
    expect((await send(`/svar/0180/${await aCode(hidden)}?svar=working`, { place: 'Hemlig plats' })).status).toBe(303)
    const answer = await waitingOf(subject)
    const coordinator = await site.signedIn(['coordinator'])
    expect((await coordinator.get('/uppsok/svar')).html).not.toMatch(/Hemlig/)
    expect((await coordinator.send(`/uppsok/svar/${answer}/godta`, { from: 'list' })).status).toBe(404)
    const handler = await site.signedIn(['protectedHandler'])
    expect((await handler.get('/uppsok/svar')).html).toContain('Hemlig plats')
    const stale = await site.signedIn(['protectedHandler'], { name: 'Sen', authenticatedAt: Date.now() - 3_600_000 })
    const unread = (await stale.get('/uppsok/svar')).html
    expect([unread.includes('Hemliga'), unread.includes('Hemlig plats'), unread.includes(`${answer}/godta`)]).toEqual([true, false, false])
    expect((await stale.send(`/uppsok/svar/${answer}/godta`, { from: 'list' })).location).toContain('/logga-in/start')
    expect((await handler.send(`/uppsok/svar/${answer}/godta`, { from: 'list' })).status).toBe(303)
    expect(site.reported).toEqual([])
  })
})
