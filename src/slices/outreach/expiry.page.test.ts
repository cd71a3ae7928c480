/** The desk of statements that lapse: who stands there, what was heard since, and confirming many at a time with an answer for each. */
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { aUnit, aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { textOf } from '../youth/youth.testbed.ts'
import { expiryPath, tickedValue, viewFrom } from './expiry.forms.ts'
import { expiryGroups } from './expiry.types.ts'
import type { NewOccupation } from './outreach.types.ts'
import { aContact, ago } from './outreach.testbed.ts'
import { recordContact, recordOccupation } from './record.actions.ts'

const desk = '/sysselsattning'
let site: TestSite
let amina: Visitor
let staffId: string
let names = 0

beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  staffId = (await site.place.sql<{ id: string }>(`select id from access.staff where name = 'Amina Lind'`))[0]?.id ?? ''
})
afterAll(() => site.close())
// Those of the tests before stand nowhere any more.
beforeEach(() => site.place.sql('delete from outreach.standing'))

type Given = Parameters<typeof aYouth>[1] & { readonly days?: number; readonly kind?: NewOccupation['kind'] }

/** Said to work 80 days ago: it lapses in ten days. */
async function said({ days = 80, kind = 'work', ...given }: Given = {}): Promise<MadeYouth & { readonly name: string }> {
  names += 1
  const name = `Namn${names}`
  const youth = await aYouth(site.place, { given: name, family: 'Prov', ...given })
  const statement = { personId: youth.personId, kind, source: 'youth', sinceOn: ago(200), statedOn: ago(days), saidBy: 'prov' } as const
  await inTransaction(site.place.pool, (tx) =>
    recordOccupation(tx, { ...statement, sinceOn: kind === 'unknown' ? null : ago(200), contactId: null }),
  )
  return { ...youth, name }
}

/** An answer from the reply page that waits; returns its id. */
async function answers({ personId }: MadeYouth, kind: string, days: number, since: PlainDate | null = null): Promise<string> {
  const [code] = await site.place.sql<{ id: number }>(
    `insert into replies.code (code_hash, person_id, valid_until) values ($1, $2, now() + interval '1 day') returning id`,
    [randomBytes(32), personId],
  )
  const [row] = await site.place.sql<{ id: string }>(
    `insert into replies.answer (code_id, person_id, kind, detail, lang, answered_at)
     values ($1, $2, $3, $4, 'sv', now() - make_interval(days => $5)) returning answer_id as id`,
    [code?.id, personId, kind, JSON.stringify({ place: '', since, text: '', day: 'any', part: 'morning', phone: '+46701740605' }), days],
  )
  return row?.id ?? ''
}

/** A question that was answered, the answer not yet recorded as what the youth does. */
async function asked({ personId }: MadeYouth, receiver: string, answer: string, days: number): Promise<string> {
  const contact = await inTransaction(site.place.pool, (tx) =>
    recordContact(tx, aContact(personId, { channel: 'school', outcome: 'informed', origin: 'question', originId: randomUUID() })),
  )
  const [row] = await site.place.sql<{ id: string }>(
    `insert into questions.question (person_id, token_hash, receiver_kind, receiver_name, shown, asked_by, asked_at, expires_at, answered_at, answer, contact_id)
     values ($1, $2, $3, '', '{givenName,familyName}', $4, now() - interval '9 days', now() + interval '9 days', now() - make_interval(days => $5), $6, $7)
     returning question_id as id`,
    [personId, randomBytes(32), receiver, staffId, days, answer, contact.id],
  )
  return row?.id ?? ''
}

type Now = {
  readonly kind: string
  readonly source: string
  readonly since: string | null
  readonly stated: string
  readonly origin: string
}
const now = async ({ personId }: MadeYouth): Promise<Now | undefined> =>
  (
    await site.place.sql<Now>(
      `select kind, source, since_on as since, stated_on as stated, origin from outreach.occupation where person_id = $1 and known_until = 'infinity'`,
      [personId],
    )
  )[0]
const standingId = async ({ personId }: MadeYouth): Promise<string> =>
  (
    await site.place.sql<{ id: string }>(
      `select occupation_id as id from outreach.occupation where person_id = $1 and known_until = 'infinity'`,
      [personId],
    )
  )[0]?.id ?? ''
const tick = async (youth: MadeYouth, answerId: string | null = null): Promise<string> =>
  tickedValue({ subjectId: youth.subjectId, occupationId: await standingId(youth), answerId })

/** The row of a youth in a page, as it is read; empty when it is not there. */
const rowIn = (html: string, { subjectId }: MadeYouth): string => {
  const row = html.split('<tr>').find((one) => one.includes(`/ungdomar/${subjectId}/sysselsattning"`))
  return row === undefined ? '' : row.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}
const boxIn = (html: string, { subjectId }: MadeYouth): string | null =>
  html.match(new RegExp(`<input[^>]*name="row"[^>]*value="${subjectId}[^>]*>`))?.[0] ?? null
const send = (visitor: Visitor, rows: readonly string[], source = '', group = 'expiring') =>
  visitor.send(desk, { row: rows, source, group, mine: '', page: '1' })
const outcomes = (html: string): string => textOf(html)

describe('the desk', () => {
  test('has what lapses within fourteen days, what has lapsed, and those who are watched apart', async () => {
    const soon = await said()
    const later = await said({ days: 70 })
    const gone = await said({ days: 90 })
    const watched = await said({ fromOn: null, watched: true })
    const left = await said({ untilOn: ago(1) })
    const { html } = await amina.get(desk)
    expect(rowIn(html, soon)).toMatch(
      /Namn\d+ Prov ingen ansvarig Arbetar sedan .*, enligt ungdomen .* om 10 dagar inget Fråga igen Skriv ny uppgift/,
    )
    for (const youth of [later, gone, watched, left]) expect(rowIn(html, youth)).toBe('')
    expect(textOf(html)).toContain('Går ut inom 14 dagar 1 Har gått ut 1 Bevakade utanför målgruppen 1')
    expect(rowIn((await amina.get(`${desk}?visa=utgangna`)).html, gone)).toMatch(/i dag/)
    expect(rowIn((await amina.get(`${desk}?visa=bevakade`)).html, watched)).toContain('bevakas')
  })

  test('says in words that it is empty, and when one belongs to no unit', async () => {
    const text = textOf((await amina.get(desk)).html)
    expect(text).toContain('Ingen uppgift går ut inom 14 dagar. Bra.')
    const lone = await site.signedIn(['counsellor'], { name: 'Utan enhet' })
    expect(textOf((await lone.get(desk)).html)).toContain('Du hör inte till någon enhet')
  })

  test('is of those the reader may see, and of a protected youth only with the right', async () => {
    const { unit } = await aUnit(site.place, 'Farsta')
    const own = await said({ unit })
    const other = await said()
    const hidden = await said({ protected: 'marked' })
    const olof = await site.signedIn(['counsellor'], { unit: 'Farsta' })
    const { html } = await olof.get(desk)
    expect([rowIn(html, own) !== '', rowIn(html, other), rowIn(html, hidden)]).toEqual([true, '', ''])
    expect(rowIn((await amina.get(desk)).html, hidden)).toBe('')
    const karin = await site.signedIn(['protectedHandler'])
    const shown = rowIn((await karin.get(desk)).html, hidden)
    expect([shown.includes('skyddad'), shown.includes('Fråga igen')]).toEqual([true, false])
    const result = await send(olof, [await tick(other)], 'youth')
    expect(outcomes(result.html)).toContain('0 av 1')
    expect(result.html).not.toContain(other.name)
    expect((await now(other))?.stated).toBe(ago(80))
    const [line] = await site.place.sql(
      `select subject_id, outcome from audit.line where action = 'outreach.confirmOccupation' order by id desc limit 1`,
    )
    expect(line).toEqual({ subject_id: null, outcome: 'missing' })
  })

  test('is mine when I want it to be', async () => {
    const mine = await said({ staff: staffId })
    const other = await said()
    const { html } = await amina.get(`${desk}?mina=ja`)
    expect([rowIn(html, mine) !== '', rowIn(html, other)]).toEqual([true, ''])
    expect(html).toContain('href="/sysselsattning"')
  })

  test('goes page by page', async () => {
    for (let n = 0; n < 27; n += 1) await said({ family: `Sida${String(n).padStart(2, '0')}` })
    const [first, second] = [(await amina.get(desk)).html, (await amina.get(`${desk}?sida=2`)).html]
    expect([first.match(/Sida\d\d/g)?.length, textOf(second).match(/Sida2[56]/g)?.length]).toEqual([expect.any(Number), 2])
    expect(textOf(first)).not.toContain('Sida25')
    expect(textOf((await amina.get(`${desk}?sida=99`)).html)).toContain('Sida26')
  })

  test('is for those who log contacts', async () => {
    const system = await site.signedIn(['systemCoordinator'])
    expect((await system.get(desk)).status).toBe(403)
    const [line] = await site.place.sql(
      `select action, detail from audit.line where action = 'outreach.listExpiries' order by id desc limit 1`,
    )
    expect(line).toEqual({ action: 'outreach.listExpiries', detail: { group: 'expiring', mine: false, page: 2, shown: 2 } })
  })
})

describe('what was heard since', () => {
  test('and says the same is ticked from the start; what says otherwise cannot be', async () => {
    const [same, other, quiet, earlier] = [await said(), await said(), await said(), await said()]
    const answer = await answers(same, 'working', 2)
    await answers(other, 'studying', 2)
    await answers(quiet, 'callMe', 2)
    await answers(earlier, 'studying', 85)
    const { html } = await amina.get(desk)
    expect(rowIn(html, same)).toMatch(/Bekräftas av svar Svar .*: jobbar Ta ställning till svaret/)
    expect(boxIn(html, same)).toMatch(/checked/)
    expect(boxIn(html, same)).toContain(answer)
    expect(rowIn(html, other)).toMatch(/Säger något annat Svar .*: studerar/)
    expect(boxIn(html, other)).toBeNull()
    expect(rowIn(html, quiet)).toContain('vill bli uppringd')
    expect(boxIn(html, quiet)).not.toMatch(/checked/)
    expect(rowIn(html, earlier)).not.toContain('studerar')
  })

  test('by a question is told with who answered, and a no from the one who would know is something else', async () => {
    const [no, unknown, yes] = [await said(), await said(), await said()]
    await asked(no, 'employer', 'no', 1)
    await asked(unknown, 'employer', 'unknown', 1)
    await asked(yes, 'employer', 'yes', 1)
    const { html } = await amina.get(desk)
    expect(rowIn(html, no)).toMatch(/Säger något annat Arbetsgivaren svarade .*: nej/)
    expect([boxIn(html, no), boxIn(html, unknown)?.includes('checked')]).toEqual([null, false])
    expect(rowIn(html, unknown)).toMatch(/Arbetsgivaren svarade .*: vet inte/)
    expect(boxIn(html, yes)).toMatch(/checked/)
  })

  test('may be a contact, that was made and nothing more', async () => {
    const youth = await said()
    await inTransaction(site.place.pool, (tx) =>
      recordContact(tx, aContact(youth.personId, { reached: true, outcome: 'reached', note: 'hemligt' })),
    )
    const row = rowIn((await amina.get(desk)).html, youth)
    expect([/Kontakt .*: telefon, nådd/.test(row), row.includes('hemligt')]).toEqual([true, false])
  })

  test('that nobody knew is not ticked, but asked again', async () => {
    const youth = await said({ kind: 'unknown', days: 45 })
    const { html } = await amina.get(`${desk}?visa=utgangna`)
    expect([rowIn(html, youth).includes('kunde inte säga'), boxIn(html, youth)]).toEqual([true, null])
    expect(outcomes((await send(amina, [await tick(youth)], 'youth', 'lapsed')).html)).toContain('0 av 1')
  })

  test('of a protected youth is read after a fresh sign-in', async () => {
    const hidden = await said({ protected: 'marked' })
    const answer = await answers(hidden, 'working', 2)
    const old = await site.signedIn(['protectedHandler'], { name: 'Länge sedan', authenticatedAt: Date.now() - 3 * 3_600_000 })
    const row = rowIn((await old.get(desk)).html, hidden)
    expect([row.includes('läses efter ny inloggning'), row.includes('jobbar')]).toEqual([true, false])
    expect(outcomes((await send(old, [await tick(hidden, answer)])).html)).toContain('logga in på nytt')
    const karin = await site.signedIn(['protectedHandler'])
    expect(rowIn((await karin.get(desk)).html, hidden)).toContain('jobbar')
    expect(outcomes((await send(karin, [await tick(hidden, answer)])).html)).toContain('1 av 1')
  })
})

describe('confirming many', () => {
  test('gives each row its answer: by hand of today, by an answer with its source and its day', async () => {
    const [hand, byReply, byQuestion, other] = [await said(), await said(), await said(), await said()]
    const reply = await answers(byReply, 'working', 3, ago(20))
    const question = await asked(byQuestion, 'employer', 'yes', 2)
    const wrong = await tick(other)
    await answers(other, 'studying', 1)
    const rows = [await tick(hand), await tick(byReply, reply), await tick(byQuestion, question), wrong]
    const { status, html } = await send(amina, rows, 'school')
    expect([status, textOf(html).includes('3 av 4 bekräftades')]).toEqual([200, true])
    expect(textOf(html)).toMatch(/Bekräftad .*Bekräftad av svaret .*Bekräftad av svaret .*ett svar säger något annat/)
    expect(await now(hand)).toEqual({ kind: 'work', source: 'school', since: ago(200), stated: ago(0), origin: 'confirm' })
    expect(await now(byReply)).toEqual({ kind: 'work', source: 'youth', since: ago(20), stated: ago(3), origin: 'reply' })
    expect(await now(byQuestion)).toEqual({ kind: 'work', source: 'employer', since: ago(200), stated: ago(2), origin: 'question' })
    expect((await now(other))?.stated).toBe(ago(80))
    const states = await site.place.sql('select state from replies.answer where answer_id = $1', [reply])
    expect(states).toEqual([{ state: 'accepted' }])
  })

  test('has a line in the log for each youth', async () => {
    const [one, two] = [await said(), await said()]
    await send(amina, [await tick(one), await tick(two)], 'youth')
    const lines = await site.place.sql(
      `select subject_id, outcome, detail from audit.line where action = 'outreach.confirmOccupation' order by id desc limit 2`,
    )
    const detail = { source: 'youth', many: true }
    expect(lines).toEqual([two, one].map(({ subjectId }) => ({ subject_id: subjectId, outcome: 'done', detail })))
  })

  test('takes them off the desk, and out of the list of what lapses', async () => {
    const youth = await said()
    const listed = async () => (await amina.get('/ungdomar?lista=gar-ut')).html.includes(youth.name)
    expect(await listed()).toBe(true)
    await send(amina, [await tick(youth)], 'employer')
    expect([await listed(), rowIn((await amina.get(desk)).html, youth)]).toEqual([false, ''])
  })

  test('leaves what somebody has said something else of, or decided on, as it is', async () => {
    const [changed, decided] = [await said(), await said()]
    const reply = await answers(decided, 'working', 2)
    const rows = [await tick(changed), await tick(decided, reply)]
    await inTransaction(site.place.pool, (tx) =>
      recordOccupation(tx, {
        personId: changed.personId,
        kind: 'none',
        source: 'youth',
        sinceOn: null,
        statedOn: ago(1),
        saidBy: 'prov',
        contactId: null,
      }),
    )
    expect((await amina.send(`/uppsok/svar/${reply}/avvisa`, { from: 'list', reason: 'Någon annan svarade' })).status).toBe(303)
    expect(textOf((await send(amina, rows, 'youth')).html)).toMatch(/0 av 2 .*Oförändrad: någon har uppgett något annat.*Oförändrad: någon/)
    expect([(await now(changed))?.kind, (await now(decided))?.stated]).toEqual(['none', ago(80)])
  })

  test('leaves those nobody follows any more', async () => {
    const youth = await said()
    const row = await tick(youth)
    await site.place.sql(`update worklist.youth set until_on = $2, exit_reason = 'moved' where person_id = $1`, [youth.personId, ago(0)])
    expect(textOf((await send(amina, [row], 'youth')).html)).toContain('omfattas inte och bevakas inte längre')
    expect((await now(youth))?.stated).toBe(ago(80))
  })

  test('twice confirms once', async () => {
    const youth = await said()
    const row = await tick(youth)
    await send(amina, [row], 'youth')
    expect(textOf((await send(amina, [row], 'youth')).html)).toContain('0 av 1')
  })

  test('by two at once confirms once, and nobody waits for each other', async () => {
    const youth = await said()
    const reply = await answers(youth, 'working', 2)
    const row = await tick(youth, reply)
    const both = await Promise.all([send(amina, [row]), amina.send(`/uppsok/svar/${reply}/godta`, { from: 'list' }), send(amina, [row])])
    expect(both.map(({ status }) => status).every((status) => status < 500)).toBe(true)
    const rows = await site.place.sql(`select id from outreach.occupation where person_id = $1 and stated_on = $2`, [
      youth.personId,
      ago(2),
    ])
    expect(rows).toHaveLength(1)
  })
})

describe('a form that says too little', () => {
  test('says so at the field, with everything that was ticked', async () => {
    const [hand, byReply] = [await said(), await said()]
    const reply = await answers(byReply, 'working', 2)
    const nothing = await send(amina, [], 'youth')
    expect([nothing.status, textOf(nothing.html).includes('Kryssa minst en rad.')]).toEqual([422, true])
    expect(nothing.html).toMatch(/<option value="youth" selected/)
    const whose = await send(amina, [await tick(hand)])
    expect([whose.status, textOf(whose.html).includes('Välj vem som säger det')]).toEqual([422, true])
    expect(boxIn(whose.html, hand)).toMatch(/checked/)
    expect(boxIn(whose.html, byReply)).not.toMatch(/checked/)
    expect((await send(amina, [await tick(byReply, reply)])).status).toBe(200)
  })

  test.each([
    ['a row that is none of ours', { row: ['x'], source: 'youth' }],
    ['a source that we do not have', { row: [`${randomUUID()}:${randomUUID()}:`], source: 'neighbour' }],
  ])('%s', async (_, fields) => {
    const { status } = await amina.send(desk, { group: 'expiring', mine: '', page: '1', ...fields })
    expect(status).toBe(422)
    expect(site.reported).toEqual([])
  })
})

test('an address says the same there and back', () => {
  for (const group of expiryGroups) {
    for (const mine of [true, false]) {
      const view = { group, mine, page: 3 }
      expect(viewFrom(new URL(expiryPath(view), 'http://x').searchParams)).toEqual(view)
    }
  }
  expect(viewFrom(new URLSearchParams('visa=x&sida=-1&mina=1'))).toEqual({ group: 'expiring', mine: false, page: 1 })
})
