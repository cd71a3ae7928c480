/** The lists of outreach in process: columns old and new, files, whom to call, and search by phone, each within what the reader may see. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { recordContact, recordOccupation, refreshStandings } from '../outreach/index.ts'
import { aPhone, aUnit, aYouth, type MadeYouth } from './worklist.testbed.ts'

const today = dayOf(todayInSweden())
const ago = (days: number) => dateOf(plusDays(today, -days))

let site: TestSite
let [amina, erik, sara]: Visitor[] = []
let youths: Record<'called' | 'far' | 'secret', MadeYouth>
const staffId = async (name: string): Promise<string> =>
  (await site.place.sql<{ id: string }>('select id from access.staff where name = $1', [name]))[0]?.id ?? ''

const reachedAndToCall = (youth: MadeYouth, staff: string) =>
  inTransaction(site.place.pool, async (tx) => {
    const said = { occupation: 'work', nextStep: 'call', nextOn: ago(1), department: null, note: '' } as const
    const how = { channel: 'phone', attempted: true, reached: true, outcome: 'reached', wayId: null, secondStaffId: null } as const
    const by = {
      staffId: staff,
      byName: 'Erik Ny',
      origin: 'hand',
      originId: null,
      happenedAt: `${ago(9)} 10:00 Europe/Stockholm`,
    } as const
    await recordContact(tx, { personId: youth.personId, ...how, ...said, ...by })
    const work = { kind: 'work', source: 'youth', sinceOn: null, statedOn: ago(9), saidBy: 'prov', contactId: null } as const
    await recordOccupation(tx, { personId: youth.personId, ...work })
  })

beforeAll(async () => {
  site = await aSite()
  const [north, south] = [await aUnit(site.place, 'Norr'), await aUnit(site.place, 'Söder')]
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  erik = await site.signedIn(['counsellor'], { name: 'Erik Ny', unit: 'Norr' })
  sara = await site.signedIn(['protectedHandler'], { name: 'Sara Vik' })
  const staff = await staffId('Erik Ny')
  const of = (family: string, unit: number, more = {}) => aYouth(site.place, { family, unit, staff, fromOn: ago(50), ...more })
  youths = {
    called: await of('=Ringd', north.unit),
    far: await of('Fjärran', south.unit),
    secret: await of('Hemligsson', north.unit, { protected: 'marked' }),
  }
  await aPhone(site.place, youths.called, '+46701740605')
  await aPhone(site.place, youths.far, '+46701740606')
  await aPhone(site.place, youths.secret, '+46701740607')
  for (const youth of Object.values(youths)) await reachedAndToCall(youth, staff)
  await inTransaction(site.place.pool, (tx) =>
    refreshStandings(
      tx,
      Object.values(youths).map(({ personId }) => personId),
    ),
  )
})
afterAll(() => site.close())

const page = async (who: Visitor | undefined, path: string): Promise<string> => (await who?.get(path))?.html ?? ''
const heads = (html: string): string[] =>
  [...html.matchAll(/<th scope="col"[^>]*>(?:<a [^>]*>)?([^<]+)/g)].map(([, title = '']) => title.trim())
const count = (html: string, label: string): string => new RegExp(`${label}<span class="count"> (\\d+)`).exec(html)?.[1] ?? '–'

describe('the columns', () => {
  it('of outreach are there from the start', async () => {
    const html = await page(amina, '/ungdomar')
    const shipped = ['Ungdom', 'Varför här', 'Omfattas sedan', 'Senast nådd', 'Senaste försök', 'Nästa steg', 'Ansvarig']
    expect(heads(html).slice(0, shipped.length)).toEqual(shipped)
    expect(html).toContain('”arbetar” · går ut om 81 dagar')
    expect(html).toContain('<span class="late">Ring som avtalat förfallet')
  })

  it('that somebody chose before there were any of outreach stand as they were', async () => {
    await site.place.sql(`insert into worklist.column_choice values ($1, array['why', 'unit', 'address'])`, [await staffId('Sara Vik')])
    expect(heads(await page(sara, '/ungdomar')).slice(0, 4)).toEqual(['Ungdom', 'Varför här', 'Enhet', 'Adress'])
    await sara?.send('/ungdomar/kolumner', { column: ['lastReached', 'nextStep'], view: '' })
    expect(heads(await page(sara, '/ungdomar')).slice(0, 3)).toEqual(['Ungdom', 'Senast nådd', 'Nästa steg'])
  })
})

describe('the ready lists', () => {
  it('count what each reader may see', async () => {
    const overdue = async (who: Visitor | undefined) => count(await page(who, '/ungdomar'), 'Förfallet')
    expect([await overdue(amina), await overdue(erik), await overdue(sara)]).toEqual(['2', '1', '3'])
  })

  it('keep their number of days when another list or filter is chosen', async () => {
    const html = await page(amina, '/ungdomar?lista=inte-nadd&dagar=5')
    expect([count(html, 'Inte nådd på 5 dagar'), html.includes('value="5"')]).toEqual(['2', true])
    expect(html).toContain('href="/ungdomar?lista=forfallet&amp;dagar=5"')
    expect(count(await page(amina, '/ungdomar?lista=inte-nadd&dagar=10'), 'Inte nådd på 10 dagar')).toBe('0')
    expect(html).toContain('<details class="more" open')
  })
})

describe('a file', () => {
  it('has one thing in each cell, no phone number, and nothing that runs', async () => {
    const { html = '' } = (await amina?.send('/ungdomar/fil', { format: 'csv', view: 'sort=namn' })) ?? {}
    const [titles = '', first = ''] = html.replace('\uFEFF', '').split('\r\n')
    expect(titles).toBe(
      'Förnamn;Efternamn;Område;Varför här;Omfattas sedan;Senast nådd;Uppgiven sysselsättning;Sysselsättning känd till;Senaste försök;Hur;Resultat;Nästa steg;Nästa steg senast;Ansvarig',
    )
    expect(first).toContain(`Prov;'=Ringd;;började aldrig i gymnasiet;${ago(50)};${ago(9)};arbetar;${ago(-81)};${ago(9)};telefon;nådd;`)
    expect(first).toMatch(/;Ring som avtalat;\d{4}-\d\d-\d\d;Erik Ny$/)
    expect(html).not.toMatch(/7017406|70-174|Hemligsson/)
  })
})

describe('whom to call', () => {
  it('is within what the reader may see, and leaves a line about the youth', async () => {
    const found = await erik?.get('/ungdomar/ring-nasta')
    expect([found?.status, found?.location]).toEqual([303, `/ungdomar/${youths.called.subjectId}/kontakter?snabb=1`])
    const [line] = await site.place.sql('select action, subject_id from audit.line order by id desc limit 1')
    expect(line).toEqual({ action: 'worklist.callNext', subject_id: youths.called.subjectId })
    const after = await erik?.get(`/ungdomar/ring-nasta?efter=${youths.called.subjectId}`)
    expect(after?.location).toBe('/ungdomar?ansvarig=jag')
    expect((await erik?.get('/ungdomar/ring-nasta?efter=%27;--'))?.location).toContain(youths.called.subjectId)
  })

  it('is nobody whose numbers are dead or rest', async () => {
    const set = (values: string) => site.place.sql(`update outreach.way set ${values} where person_id = $1`, [youths.called.personId])
    const next = async () => (await erik?.get('/ungdomar/ring-nasta'))?.location
    await set(`cooldown_until = '${ago(-1)}'`)
    expect(await next()).toBe('/ungdomar?ansvarig=jag')
    await set(`cooldown_until = '${ago(0)}'`)
    expect(await next()).toContain(youths.called.subjectId)
    await set(`dead_on = '${ago(0)}', last_result = 'dead', last_result_at = now()`)
    expect(await next()).toBe('/ungdomar?ansvarig=jag')
    await set(`dead_on = null, last_result = null, last_result_at = null, cooldown_until = null`)
  })

  it('is nothing for those who do not log contacts', async () => {
    const jonas = await site.signedIn(['systemCoordinator'], { name: 'Jonas Ek' })
    expect((await jonas.get('/ungdomar/ring-nasta')).status).toBe(403)
    expect(await page(jonas, '/ungdomar')).not.toContain('ring-nasta')
  })
})

describe('searching by phone', () => {
  const search = async (who: Visitor | undefined, q: string) => {
    const found = await who?.send('/ungdomar/sok', { q })
    return [found?.status, found?.location.split('/').at(-1)]
  }

  it('goes straight to the one youth with the number, for those who may see the youth', async () => {
    expect(await search(erik, '070-174 06 05')).toEqual([303, youths.called.subjectId])
    expect(await search(erik, '070-174 06 06')).toEqual([200, ''])
    expect(await search(amina, '+46 70 174 06 06')).toEqual([303, youths.far.subjectId])
    expect(await search(amina, '070-174 06 07')).toEqual([200, ''])
    expect(await search(sara, '070-174 06 07')).toEqual([303, youths.secret.subjectId])
    expect(site.reported).toEqual([])
  })
})
