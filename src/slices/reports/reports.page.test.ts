/** Reports on pages: made, published, opened as they were, counted again by different readers, and compared. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { anEnrolmentsFile, aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, everyRole, type Shown, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { infoOf, textOf } from '../../platform/pdf.testbed.ts'

let site: TestSite
let coordinator: Visitor
const sql = <Row extends object>(text: string, values?: unknown[]) => site.place.sql<Row>(text, values)
const today = todayInSweden()
const year = Number(today.slice(0, 4))
const schoolYear = today.slice(5) >= '07-01' ? year : year - 1
/** A day of the school year that has passed, in the year's own form. */
const inYear = `${schoolYear}-07-02`
const numbers = Array.from({ length: 10 }, (_, n) => aNumber(`${year - 18}01${String(n + 10)}`))
const followed = (n: number, end = ';'): string => `${numbers[n]};GY;NA25;12345678;${schoolYear - 1}-08-21;${end}`

const contact = (n: number, on: string, outcome = 'reached') =>
  sql(
    `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, origin)
     select i.person_id, 'phone', true, $2 = 'reached', $2, $3::date + time '10:00', 'prov', 'hand' from register.identity i where i.number = $1`,
    [numbers[n], outcome, on],
  )

/** Follows the way that a form leads to the page that shows what came of it. */
async function followedBy(visitor: Visitor, sent: Shown): Promise<Shown> {
  expect(sent.location).toMatch(/^\/rapporter\/arbete\//)
  for (let n = 0; n < 20; n++) {
    const shown = await visitor.get(sent.location)
    if (!shown.html.includes('name="lots-refresh"')) return shown
  }
  throw new Error('it never ended')
}

const published = async (visitor = coordinator, note = 'Till nämnden i september'): Promise<string> => {
  const shown = await followedBy(
    visitor,
    await visitor.send('/rapporter/publicera', { kind: 'schoolYear', year: String(schoolYear), note }),
  )
  expect(shown.location).toMatch(/^\/rapporter\/publicerat\/[0-9a-f-]{36}$/)
  return shown.location
}
const again = async (visitor: Visitor, address: string): Promise<string> =>
  (await followedBy(visitor, await visitor.send(`${address}/igen`))).html

beforeAll(async () => {
  site = await aSite()
  await sql(`insert into organisation.unit (name) values ('Väst'), ('Öst')`)
  const posts = numbers.map((number, n) => aPost({ number, given: `Ungdom${n}`, ...(n === 8 ? { secrecy: 'J', given: 'Hemliga' } : {}) }))
  await site.place.feed('population', aPopulation(...posts), { on: date(`${schoolYear}-07-01`) })
  await site.place.feed('enrolments', anEnrolmentsFile(followed(0), followed(1), followed(2)), { on: date(`${schoolYear}-07-01`) })
  for (const n of [3, 4, 5, 6, 7]) await contact(n, inYear)
  coordinator = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => site.close())

describe('the reports', () => {
  it('are listed with the latest periods', async () => {
    const { status, html } = await coordinator.get('/rapporter')
    expect(status).toBe(200)
    for (const text of ['Tertialrapport 1', 'Tertialrapport 2', 'Årsrapport', `Läsårsrapport ${schoolYear}/`]) expect(html).toContain(text)
  })

  it.each(['tertial-1', 'tertial-2', 'ar', 'lasar'])('%s has every figure with its table, and how it was counted', async (slug) => {
    const { status, html } = await coordinator.get(`/rapporter/${slug}`)
    expect(status).toBe(200)
    for (const text of [
      'Uppsökande arbete',
      'Stöd och insatser',
      'Enheternas lägesrapport',
      'Halvåret',
      'In och ut',
      'Okänd sysselsättning',
    ])
      expect(html).toContain(text)
    expect(html).toContain('Så har det räknats')
    expect(html).toContain('<svg class="plot" role="img"')
  })

  it('one that is none says so, a period that has not begun too, and a year that is none', async () => {
    const unknown = await coordinator.get('/rapporter/kvartal')
    expect([unknown.status, unknown.html.includes('Den rapporten finns inte')]).toEqual([404, true])
    expect((await coordinator.get(`/rapporter/ar?ar=${year + 1}`)).html).toContain('har inte börjat')
    expect((await coordinator.get('/rapporter/ar?ar=abc')).html).toContain('Skriv ett år')
    const sent = await coordinator.send('/rapporter/publicera', { kind: 'annual', year: String(year + 1), note: '' })
    expect([sent.status, sent.html.includes('har inte börjat')]).toEqual([422, true])
  })

  it('an empty register has explicit zeros', async () => {
    const empty = await aSite()
    try {
      const { html } = await (await empty.signedIn(['coordinator'])).get('/rapporter/lasar')
      expect(html).toContain('Ingen omfattades i perioden. Alla antal är noll.')
      expect(html).toMatch(/<th scope="row">Omfattades<\/th><td class="number" data-title="Antal">0<\/td>/)
    } finally {
      await empty.close()
    }
  })

  it('count no protected youth for those without the right', async () => {
    const { html } = await coordinator.get('/rapporter/lasar')
    expect(html).toMatch(/Telefonsamtal, antal<\/th><td class="number" data-title="Antal">5</)
    await contact(8, inYear)
    expect((await coordinator.get('/rapporter/lasar')).html).toMatch(/Telefonsamtal, antal<\/th><td class="number" data-title="Antal">5</)
    await sql(`delete from outreach.contact where person_id = (select person_id from register.identity where number = $1)`, [numbers[8]])
    await contact(0, `${schoolYear}-07-03`, 'noAnswer')
  })

  it.each(everyRole.map((role) => [role]))('%s opens and publishes what the role may', async (role) => {
    const visitor = await site.signedIn([role])
    const may = ['coordinator', 'unitManager', 'systemCoordinator'].includes(role)
    expect((await visitor.get('/rapporter')).status).toBe(may ? 200 : 403)
    expect((await visitor.get('/rapporter/publicerat')).status).toBe(may ? 200 : 403)
    const publishes = role === 'coordinator'
    expect((await visitor.get('/rapporter/siffra')).status).toBe(publishes ? 200 : 403)
    expect((await visitor.get('/rapporter/jamfor/siffror')).status).toBe(publishes ? 200 : 403)
    if (!publishes) expect((await visitor.send('/rapporter/publicera', { kind: 'annual', year: String(year), note: '' })).status).toBe(403)
  })
})

describe('files', () => {
  it('a PDF is tagged and says how it was counted', async () => {
    const response = await site.app.request(`/rapporter/lasar/pdf?ar=${schoolYear}`, { headers: { cookie: coordinator.cookie } })
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const pdf = new Uint8Array(await response.arrayBuffer())
    const info = infoOf(pdf)
    expect([info.get('Tagged'), info.get('Title')?.startsWith('Läsårsrapport')]).toEqual(['yes', true])
    expect(textOf(pdf)).toContain('Så har det räknats')
  })

  it('CSV and Excel hold every number', async () => {
    const csv = await coordinator.get(`/rapporter/lasar/csv?ar=${schoolYear}`)
    expect(csv.html.split('\r\n')[0]).toBe('Figur;Från och med;Till och med;Var;Rad;Värde')
    expect(csv.html).toContain(';Telefonsamtal, antal;5')
    const xlsx = await coordinator.get(`/rapporter/lasar/xlsx?ar=${schoolYear}`)
    expect([xlsx.status, xlsx.html.startsWith('PK')]).toEqual([200, true])
    expect((await coordinator.get('/rapporter/kvartal/csv')).status).toBe(404)
  })
})

describe('a published report', () => {
  it('stays as it was, with the names of then; counting again says what became known', async () => {
    const address = await published()
    const before = (await coordinator.get(`${address}/csv`)).html
    expect((await coordinator.get('/rapporter/publicerat')).html).toContain('Till nämnden i september')
    expect(await again(coordinator, address)).toContain('Inget har ändrats')
    await contact(9, inYear)
    await contact(8, inYear)
    await sql(`update organisation.unit set name = 'Norr' where name = 'Väst'`)
    const opened = await coordinator.get(address)
    expect(opened.html).toContain('Amina Lind')
    expect(opened.html).toContain('Väst')
    expect((await coordinator.get(`${address}/csv`)).html).toBe(before)
    const html = await again(coordinator, address)
    expect(html).toContain('var 5, är 7: två sent inskrivna kontakter')
    expect(html).toContain('Ungdom9')
    expect(html).not.toContain('Hemliga')
    expect(html).toContain('En till, som du inte får se.')
  })

  it('tells the protected to those with the right, and a unit manager nobody of other units', async () => {
    const [address] = (await coordinator.get('/rapporter/publicerat')).html.match(/\/rapporter\/publicerat\/[0-9a-f-]{36}/) ?? ['']
    const handler = await site.signedIn(['coordinator', 'protectedHandler'])
    expect(await again(handler, address)).toContain('Hemliga')
    const ofEast = await site.signedIn(['unitManager'], { unit: 'Öst' })
    const html = await again(ofEast, address)
    expect(html).toContain('var 5, är 7')
    expect(html).not.toMatch(/Ungdom9|Hemliga/)
    expect(html).toContain('2 till, som du inte får se.')
  })

  it('a run is its starter’s own', async () => {
    const [address] = (await coordinator.get('/rapporter/publicerat')).html.match(/\/rapporter\/publicerat\/[0-9a-f-]{36}/) ?? ['']
    const { location } = await coordinator.send(`${address}/igen`)
    const other = await site.signedIn(['coordinator'], { name: 'En annan' })
    expect((await other.get(location)).status).toBe(404)
    await followedBy(coordinator, await Promise.resolve({ status: 303, html: '', location, headers: new Headers() }))
  })

  it('holds nothing of any person, and is never changed', async () => {
    const rows = await sql<{ all: string }>(
      `select (select string_agg(r::text, ' ') from reports.report r) || (select string_agg(f.cells::text || f.rows::text, ' ') from figures.published f) as all`,
    )
    expect(rows[0]?.all).not.toMatch(/Ungdom\d|Hemliga|\d{12}|\d{8}-\d{4}/)
    for (const text of ['update reports.report set note = $$x$$', 'delete from reports.part', 'truncate reports.part'])
      await expect(sql(text)).rejects.toThrow('what was published stays as it was')
  })

  it('is refused a note that names somebody, and comes back with what was typed', async () => {
    const sent = await coordinator.send('/rapporter/publicera', { kind: 'schoolYear', year: String(schoolYear), note: `Om ${numbers[0]}` })
    expect([sent.status, sent.html.includes('nämna en person'), sent.html.includes(`Om ${numbers[0]}`)]).toEqual([422, true, true])
  })

  it('is not made while somebody writes: one waits, nobody else begins, it is told to try again, and nothing is published', async () => {
    const count = async () => (await sql<{ n: number }>('select count(*)::int as n from reports.report'))[0]?.n
    const before = await count()
    const client = await site.place.pool.connect()
    try {
      await client.query('begin; lock table outreach.contact in row exclusive mode')
      const sent = await coordinator.send('/rapporter/publicera', { kind: 'annual', year: String(year), note: '' })
      const waiting = (await coordinator.get(sent.location)).html
      expect(waiting).toContain('<progress')
      expect(waiting).toContain('Siffrorna räknas')
      const second = await coordinator.send('/rapporter/publicera', { kind: 'annual', year: String(year), note: 'Två gånger' })
      expect([second.status, second.html.includes('En annan räkning pågår'), second.html.includes('Två gånger')]).toEqual([409, true, true])
      const shown = await followedBy(coordinator, sent)
      expect([shown.status, shown.html.includes('Försök igen om en stund')]).toEqual([409, true])
    } finally {
      await client.query('rollback')
      client.release()
    }
    expect(await count()).toBe(before)
  })

  it('that is not there is nowhere', async () => {
    expect((await coordinator.get('/rapporter/publicerat/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await coordinator.get('/rapporter/publicerat/abc')).status).toBe(404)
    expect((await coordinator.get('/rapporter/arbete/abc')).html).toContain('inte kvar')
  })
})

describe('a figure by itself', () => {
  const form = { figure: 'not-known', from: today, to: today, by: 'unit', note: '' }
  it('is published, listed and opened', async () => {
    const shown = await followedBy(coordinator, await coordinator.send('/rapporter/siffra', form))
    const opened = await coordinator.get(shown.location)
    expect([opened.status, opened.html.includes('Okänd sysselsättning')]).toEqual([200, true])
  })
  it.each([
    ['a count day ahead', { to: `${year + 1}-01-01` }, 'framåt i tiden'],
    ['a period turned round', { figure: 'half-year', by: '', to: '2020-01-01' }, 'Sista dagen ligger före'],
    ['a split that it does not have', { by: 'department' }, 'kan inte delas upp så'],
    ['no day', { to: '' }, 'Fyll i'],
    ['no figure', { figure: 'okänd' }, 'Välj'],
  ])('%s is refused in words', async (_, wrong, text) => {
    const sent = await coordinator.send('/rapporter/siffra', { ...form, ...wrong })
    expect([sent.status, sent.html.includes(text)]).toEqual([422, true])
  })
})
