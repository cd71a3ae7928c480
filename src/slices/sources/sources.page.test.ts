/** The sources in the browser: health, the guard's question answered once, and the exception inbox within each reader's scope. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPopulation, aPost, anEnrolmentsFile, date } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { sourceHealth, type SourceReads } from '../feeds/index.ts'

const anna = '200803142389'
const bertil = '200809022395'
const skyddad = '200701222390'
const today = todayInSweden()
const daysAgo = (days: number) => dateOf(plusDays(dayOf(today), -days))

let site: TestSite
let coordinator: Visitor
const sql = <Row extends object>(text: string, values?: unknown[]) => site.place.sql<Row>(text, values)
const lastRead = async () => (await sql<{ id: number; state: string }>('select id, state from feeds.read order by id desc limit 1'))[0]

beforeAll(async () => {
  site = await aSite()
  coordinator = await site.signedIn(['coordinator'], { name: 'Karin <Krok>' })
})
afterAll(() => site.close())

describe('the health of a source', () => {
  const reads: SourceReads = {
    name: 'skola',
    feed: 'schools',
    isFetched: true,
    lastState: 'good',
    lastOn: date('2026-11-20'),
    lastReason: null,
    goodOn: date('2026-11-20'),
    goodRows: 1,
  }
  const healthOn = (on: string, change: Partial<SourceReads> = {}, bySource: Record<string, number> = {}) => {
    const { health, isLate, ageDays } = sourceHealth({ ...reads, ...change }, { days: 4, bySource }, date(on))
    return [health, isLate, ageDays]
  }
  it('is old after its freshness days, its own when it has them', () => {
    expect(healthOn('2026-11-24')).toEqual(['good', false, 4])
    expect(healthOn('2026-11-25')).toEqual(['old', true, 5])
    expect(healthOn('2026-11-25', {}, { skola: 30 })).toEqual(['good', false, 5])
    expect(healthOn('2026-11-25', {}, { annan: 30 })).toEqual(['old', true, 5])
  })
  it('tells what the last read came to before how old it is', () => {
    expect(healthOn('2026-12-24', { lastState: 'stopped' })).toEqual(['stopped', true, 34])
    expect(healthOn('2026-11-20', { lastState: 'refused', goodOn: null })).toEqual(['refused', true, null])
    expect(healthOn('2026-11-20', { lastState: null, goodOn: null })).toEqual(['never', true, null])
  })
})

describe('the sources page', () => {
  it('shows an empty place, then hostile names escaped and linked', async () => {
    expect((await coordinator.get('/kallor')).html).toContain('Inga källor än')
    const name = 'skola "><script>alert(1)</script>/?#%'
    await site.place.feed('enrolments', anEnrolmentsFile(`${anna};GY;NA;12345678;2024-08-15;;`), { source: name, on: date(daysAgo(9)) })
    const { html } = await coordinator.get('/kallor')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('för gammal')
    expect(html).toContain('för 9 dagar sedan')
    const shown = await coordinator.get(`/kallor/${encodeURIComponent(name)}`)
    expect(shown.status).toBe(200)
    expect(shown.html).not.toContain('<script>alert')
    expect(shown.html).toContain('&lt;script&gt;')
    expect((await coordinator.get('/kallor/finns-inte')).status).toBe(404)
  })

  it('is not for counsellors', async () => {
    const counsellor = await site.signedIn(['counsellor'])
    for (const path of ['/kallor', '/kallor/undantag', '/kallor/dubbletter', '/kallor/lasning/1']) {
      expect((await counsellor.get(path)).status, path).toBe(403)
    }
    expect((await counsellor.send('/kallor/lasning/1/svar', { answer: 'approved', ground: 'x' })).status).toBe(403)
  })
})

describe('the guard', () => {
  const deliver = (rows: readonly string[]) =>
    site.place.feed('enrolments', anEnrolmentsFile(...rows.map((number) => `${number};GY;NA;12345678;2024-08-15;;`)), {
      source: 'gymnasiet',
      on: date(today),
    })

  beforeAll(async () => {
    await sql(
      `insert into settings.value (key, value, known_from, set_by) values ('guard', '{"fewer":0.1,"more":0.3,"people":0}', '-infinity', 'prov')`,
    )
    await deliver([anna, bertil])
  })

  it('tells the numbers as a sentence, and asks for an answer and a ground', async () => {
    expect((await deliver([anna])).state).toBe('stopped')
    const id = (await lastRead())?.id
    expect((await coordinator.get('/kallor')).html).toContain(`href="/kallor/lasning/${id}"`)
    expect((await coordinator.get('/')).html).toContain('Svara spärren: gymnasiet')
    const { html } = await coordinator.get(`/kallor/lasning/${id}`)
    expect(html).toContain('gymnasiet hade 2 personer förra gången och har nu 1: 50 % färre')
    const empty = await coordinator.send(`/kallor/lasning/${id}/svar`, { answer: 'approved', ground: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.html).toContain('href="#ground"')
    expect(empty.html).toMatch(/value="approved" checked/)
  })

  it('is answered once: the second sees who was first, and keeps what was written', async () => {
    const id = (await lastRead())?.id
    const answered = await coordinator.send(`/kallor/lasning/${id}/svar`, { answer: 'approved', ground: 'En skola har lagts ner.' })
    expect(answered.location).toBe('/kallor')
    const second = await coordinator.send(`/kallor/lasning/${id}/svar`, { answer: 'refused', ground: 'Filen är halv' })
    expect(second.status).toBe(409)
    expect(second.html).toContain('Karin &lt;Krok&gt; svarade redan')
    expect(second.html).toContain('Filen är halv')
    expect(await sql(`select action, outcome from audit.line where action in ('feeds.approve', 'feeds.refuse') order by id`)).toEqual([
      { action: 'feeds.approve', outcome: 'done' },
      { action: 'feeds.refuse', outcome: 'not-waiting' },
    ])
    await expect(sql(`update feeds.read set state = 'refused' where id = $1`, [id])).rejects.toThrow('a read is answered once')
    expect((await deliver([anna])).state).toBe('done')
  })

  it('can be refused, which keeps it out', async () => {
    expect((await deliver([])).state).toBe('stopped')
    const id = (await lastRead())?.id
    expect((await coordinator.send(`/kallor/lasning/${id}/svar`, { answer: 'refused', ground: 'Tom fil.' })).location).toBe('/kallor')
    expect(await lastRead()).toMatchObject({ id, state: 'refused' })
    const { html } = await coordinator.get('/kallor/gymnasiet')
    expect(html).toContain('gick inte att läsa')
    expect(html).toContain('Tom fil.')
  })

  it('answers a read that a newer delivery has overtaken with what happened', async () => {
    expect((await deliver([])).state).toBe('stopped')
    const id = (await lastRead())?.id
    await deliver([anna])
    const late = await coordinator.send(`/kallor/lasning/${id}/svar`, { answer: 'approved', ground: 'Stämmer' })
    expect(late.status).toBe(409)
    expect(late.html).toContain('En nyare leverans har kommit')
    await expect(sql(`update feeds.read set ground = 'x' where id = $1`, [id])).rejects.toThrow('an_answer_says_who_when_and_why')
  })
})

describe('the exception inbox', () => {
  beforeAll(async () => {
    await site.place.feed(
      'population',
      aPopulation(aPost({ number: anna, given: 'Anna' }), aPost({ number: skyddad, given: 'Hemlig', secrecy: 'J' })),
      {
        on: date(today),
      },
    )
    const rows = [
      `${anna};GY;NA;1;2024-08-15;2024-01-01;`,
      `${skyddad};GY;NA;1;2024-08-15;2024-01-01;`,
      '080314TF12;GY;NA;1;2024-08-15;;',
      '123;GY;NA;1;2024-08-15;;',
      `${skyddad};XYZ;NA;1;2025-08-15;;`,
      `${anna};XYZ;NA;1;2025-08-15;;`,
    ]
    await site.place.feed('enrolments', anEnrolmentsFile(...rows), { source: 'undantagen', on: date(today), kind: 'changes' })
  })

  it('leaves protected youths out of rows and counts, for all but those with the right', async () => {
    const { html } = await coordinator.get('/kallor/undantag?kalla=undantagen')
    expect(html).toContain('Slut före start (1)')
    expect(html).toContain('Anna Provsson')
    expect(html).not.toContain('Hemlig')
    const handler = await site.signedIn(['coordinator', 'protectedHandler'])
    const full = (await handler.get('/kallor/undantag?kalla=undantagen')).html
    expect(full).toContain('Slut före start (2)')
    expect(full).toContain('Hemlig')
  })

  it('keeps an unknown code in the name of somebody who may be seen, with the way to the decision', async () => {
    const { html } = await coordinator.get('/kallor/undantag?slag=unknown-education')
    const [youth] = await sql<{ id: string }>('select subject_id as id from worklist.youth where number = $1', [anna])
    expect(html).toContain('Okänd utbildning (1)')
    expect(html).toContain(`href="/ungdomar/${youth?.id}/beslut"`)
  })

  it('says what to do, in both languages', async () => {
    const english = await site.signedIn(['coordinator'], { name: 'Engla' })
    await english.send('/sprak', { lang: 'en', path: '/' })
    expect((await english.get('/kallor/undantag')).html).toContain('Ask the school: did the pupil never begin')
    expect((await coordinator.get('/kallor/undantag')).html).toContain('Fråga skolan: började eleven aldrig')
  })

  it('closes many with a result for each, and never what is out of sight', async () => {
    const open = await sql<{ id: number; person_id: number | null }>(
      `select e.id, e.person_id from feeds.exception e where e.source = 'undantagen' and kind = 'end-before-start' order by id`,
    )
    const ids = open.map(({ id }) => String(id))
    const first = await coordinator.send('/kallor/undantag/sedda', { id: ids })
    expect(first.html).toContain('1 av 2 är markerade som sedda')
    expect(first.html).toContain('finns inte')
    const again = await coordinator.send('/kallor/undantag/sedda', {
      only: ids.find((id) => first.html.includes(`Undantag ${id}`)) === ids[0] ? (ids[1] ?? '') : (ids[0] ?? ''),
    })
    expect(again.html).toContain('var redan stängd')
    expect((await coordinator.send('/kallor/undantag/sedda', {})).status).toBe(422)
  })

  it('links a pupil to a youth found by number, and takes it back', async () => {
    const [pupil] = await sql<{ id: number }>(`select id from feeds.exception where kind = 'interim-number' and closed_at is null`)
    const path = `/kallor/undantag/${pupil?.id}/koppla`
    expect((await coordinator.get('/kallor/undantag')).html).toContain(`href="${path}"`)
    expect((await coordinator.get(path)).html).not.toContain('TF12')
    expect((await coordinator.send(path, { number: '123' })).html).toContain('inte ett giltigt person- eller samordningsnummer')
    expect((await coordinator.send(path, { number: skyddad })).html).toContain('Ingen som du får se har det numret')
    const found = await coordinator.send(path, { number: anna })
    const [, subject = ''] = /name="subject" value="([^"]+)"/.exec(found.html) ?? []
    expect((await coordinator.send(`${path}/ja`, { subject })).location).toBe('/kallor/undantag')
    expect((await coordinator.send(`${path}/ja`, { subject })).status).toBe(409)
    const links = await coordinator.get('/kallor/kopplingar')
    expect(links.html).toContain('Anna Provsson')
    const [, link = ''] = /action="(\/kallor\/kopplingar\/\d+\/angra)"/.exec(links.html) ?? []
    expect((await coordinator.send(link)).location).toBe('/kallor/kopplingar')
    expect((await coordinator.send(link)).status).toBe(409)
    expect((await coordinator.get('/kallor/kopplingar')).html).not.toContain('Anna Provsson')
    expect(site.reported).toEqual([])
  })
})
