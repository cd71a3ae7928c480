/** One question to somebody outside: what it shows, that it is answered once, and that its link dies when it should. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { aPopulation, aPost } from '../../../test/support/places.ts'
import { aSite, type Shown, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { tickIn } from '../hygiene/hygiene.testbed.ts'
import { wipeReceivers } from './questions.actions.ts'

const number = '200803142389'
const other = '200701222390'
const hidden = '200809022395'
const merged = aNumber('20080624')
let site: TestSite
let asker: Visitor
const people: Record<string, { id: number; subject: string }> = {}

beforeAll(async () => {
  site = await aSite()
  const posts = [
    aPost({ number, given: 'Synlig', street: 'Provgatan 1' }),
    aPost({ number: other, given: 'Annan' }),
    aPost({ number: merged, given: 'Samma' }),
    aPost({ number: hidden, given: 'Hemliga', secrecy: 'J' }),
  ]
  await site.place.feed('population', aPopulation(...posts))
  for (const row of await site.place.sql<{ id: number; subject: string; number: string }>(
    'select person_id::int as id, subject_id as subject, number from worklist.youth',
  ))
    people[row.number] = row
  asker = await site.signedIn(['coordinator'])
})
afterAll(() => site.close())

const subject = (of = number): string => people[of]?.subject ?? ''
const open = async (path: string, body?: Readonly<Record<string, string>>): Promise<Shown> => {
  const response = await site.app.request(path, {
    ...(body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body).toString() }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return { status: response.status, html: await response.text(), location: '', headers: response.headers }
}
type Fields = Readonly<Record<string, string | readonly string[]>>
const usual: Fields = { kind: 'school', name: 'Provgymnasiet', shown: ['givenName', 'familyName', 'birthYear'], days: '14' }
const ask = (fields: Fields = {}, of = number) => asker.send(`/ungdomar/${subject(of)}/fragor`, { ...usual, ...fields })
const linkIn = ({ html }: Shown): string => /\/fraga\/0180\/[\w-]{24}/.exec(html)?.[0] ?? ''
const aLink = async (fields: Fields = {}, of = number): Promise<string> => linkIn(await ask(fields, of))

describe('asking', () => {
  it('gives the link once, with a preview of exactly what it shows', async () => {
    const made = await ask()
    expect(made.status).toBe(200)
    const link = linkIn(made)
    expect(made.html).toContain('Har Synlig Provsson (född 2008) börjat studera hos er?')
    const shown = await open(link)
    expect(shown.html).toContain('Har Synlig Provsson (född 2008) börjat studera hos er?')
    expect(shown.html).not.toMatch(/Provgatan|200803|0314|Provgymnasiet|<script/)
    expect(/<title>(.*?)<\/title>/.exec(shown.html)?.[1]).not.toMatch(/Synlig/)
    const [row] = await site.place.sql<{ row: string }>('select q::text as row from questions.question q order by id desc limit 1')
    expect(row?.row).not.toContain(link.slice(-24))
    expect((await asker.get(`/ungdomar/${subject()}/fragor`)).html).not.toContain(link.slice(-24))
  })

  it.each([
    [{ shown: ['givenName'] }, 'Det räcker inte'],
    [{ shown: [] }, 'Det räcker inte'],
    [{ kind: 'granne' }, 'Välj ett av alternativen'],
    [{ days: '365' }, 'Välj ett av alternativen'],
    [{ name: 'x'.repeat(121) }, 'för lång'],
  ])('with %j is refused with a clear message and everything still there', async (fields, text) => {
    const { status, html } = await ask(fields)
    expect(status).toBe(422)
    expect(html).toContain(text)
    expect(html).toContain('Ny fråga')
  })

  it('of somebody by name is asked about, and asked when it is kept', async () => {
    const named = { name: 'Rektor Sara Berg' }
    const warned = await ask(named)
    expect([warned.status, tickIn(warned.html), linkIn(warned)]).toEqual([422, 'name:sara berg', ''])
    expect(warned.html).toMatch(/data-errors[^]*href="#name"[^]*value="Rektor Sara Berg"/)
    expect(linkIn(await ask({ ...named, noteKept: 'name:sara berg' }))).not.toBe('')
    const lines = await site.place.sql(`select outcome, detail ->> 'kept' as kept from audit.line where detail ? 'flagged' order by id`)
    expect(lines).toEqual([
      { outcome: 'note-flags', kept: 'false' },
      { outcome: 'done', kept: 'true' },
    ])
  })

  it('about a protected youth, or somebody that is not there, is not possible for anybody', async () => {
    const handler = await site.signedIn(['coordinator', 'protectedHandler'])
    for (const who of [asker, handler]) {
      expect((await who.get(`/ungdomar/${subject(hidden)}/fragor`)).status).toBe(404)
      expect((await who.send(`/ungdomar/${subject(hidden)}/fragor`, usual)).status).toBe(404)
      expect((await who.send('/ungdomar/5b1c0a52-0000-4000-8000-000000000000/fragor', usual)).status).toBe(404)
    }
    expect((await handler.get(`/ungdomar/${subject(hidden)}`)).html).not.toContain('Frågor till andra')
  })
})

describe('the link', () => {
  it('is answered once, and the yes is a fact with source, day and freshness', async () => {
    const link = await aLink()
    expect((await open(link, {})).status).toBe(422)
    expect((await open(link, { answer: 'yes', since: 'i augusti' })).html).toContain('Skriv dagen som')
    expect((await open(link, { answer: 'yes', since: '2999-01-01' })).html).toContain('har inte varit')
    expect((await open(link, { answer: 'yes', since: '2026-08-17' })).html).toContain('Tack för svaret')
    const again = await open(link, { answer: 'no' })
    expect([again.status, again.html.includes('redan besvarad')]).toEqual([409, true])
    expect((await open(link)).status).toBe(409)
    const facts = await site.place.sql(
      `select kind, source, since_on, review_on - stated_on as days from outreach.occupation where person_id = $1 and known_until = 'infinity'`,
      [people[number]?.id],
    )
    expect(facts).toEqual([{ kind: 'studies', source: 'school', since_on: '2026-08-17', days: 120 }])
    expect(
      await site.place.sql(
        `select channel, attempted, reached, outcome from outreach.contact where person_id = $1 order by id desc limit 1`,
        [people[number]?.id],
      ),
    ).toEqual([{ channel: 'school', attempted: true, reached: false, outcome: 'informed' }])
    const page = await asker.get(`/ungdomar/${subject()}`)
    expect(page.html).toContain('Provgymnasiet: <strong>Ja, sedan 17 aug 2026</strong>')
  })

  it('that is answered with anything but a yes says that somebody was asked, and takes no place of what was once said', async () => {
    const said = () =>
      site.place.sql(
        `select kind, source, review_on - stated_on as days, origin from outreach.occupation where person_id = $1 and known_until = 'infinity'`,
        [people[merged]?.id],
      )
    await open(await aLink({}, merged), { answer: 'no' })
    expect(await said()).toEqual([{ kind: 'unknown', source: 'school', days: 45, origin: 'question' }])
    await open(await aLink({ kind: 'employer' }, merged), { answer: 'unknown' })
    expect(await said()).toEqual([{ kind: 'unknown', source: 'employer', days: 45, origin: 'question' }])
    await open(await aLink({ kind: 'employer' }, merged), { answer: 'yes' })
    await open(await aLink({}, merged), { answer: 'no' })
    expect(await said()).toEqual([{ kind: 'work', source: 'employer', days: 90, origin: 'question' }])
  })

  it('answered by two at the same moment is answered once', async () => {
    const link = await aLink({}, other)
    const both = await Promise.all([open(link, { answer: 'no' }), open(link, { answer: 'yes' })])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  it('says the same when it is wrong, withdrawn, expired, or its youth became protected', async () => {
    const [withdrawn, expired, secret] = [await aLink(), await aLink(), await aLink({}, other)]
    const ids = await site.place.sql<{ id: string }>('select q.question_id as id from questions.question q order by q.id desc limit 3')
    expect((await asker.send(`/ungdomar/${subject()}/fragor/${ids[2]?.id}/dra-tillbaka`)).status).toBe(303)
    await site.place.sql(
      `update questions.question set asked_at = now() - interval '20 days', expires_at = now() - interval '1 minute' where question_id = $1`,
      [ids[1]?.id],
    )
    expect((await open(secret)).html).toContain('Annan')
    await site.place.feed('population', aPopulation(aPost({ number: other, given: 'Annan', secrecy: 'J' })), { kind: 'changes' })
    const wrong = `${withdrawn.slice(0, -4)}AAAA`
    const pages = await Promise.all([wrong, withdrawn, expired, secret].map((link) => open(link)))
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(new Set(pages.map(({ html }) => html.replaceAll(/\/fraga\/0180\/[\w-]{24}/g, ''))).size).toBe(1)
    expect((await open(secret, { answer: 'yes' })).status).toBe(404)
  })

  it('about a record that was merged is on the page of the one that is kept, and is withdrawn there', async () => {
    const link = await aLink({}, merged)
    await site.place.sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'samma', 'prov', '{}', now())`,
      [people[merged]?.id, people[number]?.id],
    )
    const [asked] = await site.place.sql<{ id: string }>('select q.question_id as id from questions.question q order by q.id desc limit 1')
    expect((await asker.get(`/ungdomar/${subject()}/fragor`)).html).toContain(`/fragor/${asked?.id}/dra-tillbaka`)
    expect((await asker.send(`/ungdomar/${subject()}/fragor/${asked?.id}/dra-tillbaka`)).status).toBe(303)
    expect((await open(link)).status).toBe(404)
  })

  it('to another actor leaves no name behind once it is over', async () => {
    const answered = await aLink({ kind: 'otherActor', name: 'Mottagningen Prov' })
    await aLink({ kind: 'otherActor', name: 'Projektet Prov' })
    expect((await asker.get(`/ungdomar/${subject()}/fragor`)).html).toContain('Mottagningen Prov')
    await open(answered, { answer: 'yes' })
    await site.place.sql(
      `update questions.question set asked_at = now() - interval '20 days', expires_at = now() - interval '1 minute' where receiver_name = 'Projektet Prov'`,
    )
    expect((await asker.get(`/ungdomar/${subject()}/fragor`)).html).not.toMatch(/Mottagningen Prov|Projektet Prov/)
    expect(await wipeReceivers(site.place.pool)).toBe(1)
    expect(
      await site.place.sql(
        `select count(*)::int as n from questions.question where receiver_name ~ 'Prov$' and receiver_kind = 'otherActor'`,
      ),
    ).toEqual([{ n: 0 }])
  })
})

describe('the database', () => {
  it.each([
    [`update questions.question set answer = 'no' where answer = 'yes'`, /answered once/],
    [`update questions.question set revoked_at = now() where answered_at is not null`, /answered_or_revoked/],
    [`update questions.question set since_on = '2026-01-01' where answer is null`, /since_belongs_to_a_yes/],
    [`update questions.question set shown = '{}'`, /something_is_shown/],
    [`update questions.question set expires_at = asked_at + interval '61 days'`, /a_question_expires/],
    [`update questions.question set shown = '{givenName,birthYear}'`, /what_is_shown_tells_who/],
    [`update questions.question set shown = '{familyName,birthYear}'`, /what_is_shown_tells_who/],
    [`update questions.question set revoked_at = null where revoked_at is not null`, /stays withdrawn/],
    [
      `update questions.question set receiver_name = 'Prov' where answered_at is not null and receiver_kind = 'otherActor'`,
      /the_name_of_another_actor/,
    ],
    [
      `update questions.question set answered_at = expires_at + interval '2 minutes', answer = 'no' where answered_at is null`,
      /an_answer_comes_in_time/,
    ],
  ])('refuses %s', async (statement, complaint) => {
    await expect(site.place.sql(statement)).rejects.toThrow(complaint)
  })

  it('keeps the log free of names', async () => {
    const lines = await site.place.sql(`select * from audit.line where action like 'questions.%'`)
    expect(lines.length).toBeGreaterThan(10)
    expect(JSON.stringify(lines)).not.toMatch(/Synlig|Annan|Mottagningen|Provgymnasiet/)
    expect(site.reported).toEqual([])
  })
})
