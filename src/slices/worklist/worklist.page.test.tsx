/** The list pages in process: what each role and unit sees, searching, and hostile text. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, everyRole, type TestSite, type Visitor } from '../../../test/support/web.ts'
import type { Role } from '../../kernel/actor.ts'
import { mayDo } from '../../kernel/permission.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { aNight, aUnit, aYouth, protect, type MadeYouth } from './worklist.testbed.ts'

const today = dayOf(todayInSweden())
const ago = (days: number): string => dateOf(plusDays(today, -days))
const hidden = 'Hemligsson'

let site: TestSite
let [alm, secret]: [MadeYouth, MadeYouth] = [
  { personId: 0, subjectId: '' },
  { personId: 0, subjectId: '' },
]
let units = { north: 0 }
const people = new Map<string, Visitor>()
const as = (role: Role, unit?: string): Visitor => {
  const found = people.get(`${role} ${unit ?? ''}`)
  if (found === undefined) throw new Error(`nobody is ${role}`)
  return found
}
const lastLine = async (action: string) =>
  (
    await site.place.sql<{ outcome: string; subject_id: string | null; detail: object }>(
      'select outcome, subject_id, detail from audit.line where action = $1 order by id desc limit 1',
      [action],
    )
  )[0]

beforeAll(async () => {
  site = await aSite()
  const { place } = site
  const north = await aUnit(place, 'Norr')
  const other = await aUnit(place, 'Söder')
  units = { north: north.unit }
  const night = await aNight(place, dateOf(today))
  const at = { fromOn: ago(30), bornOn: dateOf(plusDays(today, -17 * 365 - 30)) }
  alm = await aYouth(place, { ...at, family: 'Alm', unit: north.unit, district: north.district, enteredInRun: night })
  await aYouth(place, { ...at, family: 'Sund', unit: other.unit, district: other.district })
  secret = await aYouth(place, {
    ...at,
    family: hidden,
    number: '200903102380',
    unit: north.unit,
    district: north.district,
    protected: 'marked',
    watched: true,
    enteredInRun: night,
  })
  await aYouth(place, { ...at, given: '<img src=x>', family: '=1+1', unit: north.unit, untilOn: ago(2) })
  for (const role of everyRole) people.set(`${role} `, await site.signedIn([role]))
  for (const role of ['counsellor', 'unitManager'] as const) people.set(`${role} Norr`, await site.signedIn([role], { unit: 'Norr' }))
})
afterAll(() => site.close())

const count = (html: string, label: string): string => new RegExp(`${label}<span class="count"> (\\d+)`).exec(html)?.[1] ?? '–'

describe('the list', () => {
  it('shows why, since when, and that somebody came in last night', async () => {
    const { status, html } = await as('coordinator').get('/ungdomar')
    expect(status).toBe(200)
    expect(html).toMatch(/<title>Ungdomar/)
    for (const text of [
      `href="/ungdomar/${alm.subjectId}"`,
      'Prov Alm',
      'Började aldrig i gymnasiet',
      '30 dagar',
      'ny i natt',
      'Norr',
      'Ingen',
    ]) {
      expect(html).toContain(text)
    }
    expect([count(html, 'Att åtgärda'), count(html, 'Avslutade'), count(html, 'Utan ansvarig'), count(html, 'Kom in i natt')]).toEqual([
      '2',
      '1',
      '2',
      '1',
    ])
    expect(html).not.toContain('Vistelse ej bekräftad')
  })

  it('speaks English', async () => {
    const visitor = await site.signedIn(['coordinator'], { name: 'English' })
    await visitor.send('/sprak', { lang: 'en', path: '/ungdomar' })
    const { html } = await visitor.get('/ungdomar')
    for (const text of ['<html lang="en"', 'To act', 'new last night', 'Nobody', '30 days']) expect(html).toContain(text)
  })

  it('escapes what others wrote, and says why and when somebody left', async () => {
    const { html } = await as('coordinator').get('/ungdomar?lage=avslutade')
    expect(html).toContain('&lt;img src=x&gt; =1+1')
    expect(html).toContain('Går en gymnasieutbildning')
    expect(html).toContain('2 dagar')
  })

  it('is the own unit’s for a role bound to a unit, and says so when there is none', async () => {
    const own = await as('counsellor', 'Norr').get('/ungdomar')
    expect([own.html.includes('Prov Alm'), own.html.includes('Sund'), count(own.html, 'Att åtgärda')]).toEqual([true, false, '1'])
    const without = await as('counsellor').get('/ungdomar')
    expect([without.status, without.html.includes('Be systemsamordnaren'), without.html.includes('Alm')]).toEqual([200, true, false])
  })

  it('keeps filters in the address, shows them as chips, and says what it cannot read', async () => {
    const { html } = await as('coordinator').get('/ungdomar?alder_fran=17&dagar_minst=x&sort=namn')
    expect(html).toContain('Ålder från: 17')
    expect(html).toContain('Det här gick inte att läsa och används inte: Dagar sedan inträde, minst.')
    expect(html).toContain('aria-sort="ascending"')
    expect(html).toContain('href="/ungdomar?alder_fran=17&amp;sort=-namn"')
  })
})

describe('a protected youth', () => {
  const paths = [
    '/ungdomar',
    '/ungdomar?lage=bevakas',
    '/ungdomar?lage=vistelse',
    '/ungdomar?lista=i-natt',
    '/ungdomar?sort=namn&visa=filter',
  ]

  it.each(everyRole.filter((role) => mayDo([role], 'worklist.read') && !mayDo([role], 'protected.read')))(
    'is not there for a %s by any page, count, search or file',
    async (role) => {
      const visitor = role === 'counsellor' || role === 'unitManager' ? as(role, 'Norr') : as(role)
      for (const path of paths) {
        const { html } = await visitor.get(path)
        for (const text of [hidden, secret.subjectId, 'skyddad<']) expect(html).not.toContain(text)
      }
      expect(count((await visitor.get('/ungdomar?lista=i-natt')).html, 'Att åtgärda')).toBe('1')
      for (const q of [hidden, '200903102380', '090310']) {
        const found = await visitor.send('/ungdomar/sok', { q })
        expect([found.status, found.html.includes('Ingen träff')]).toEqual([200, true])
      }
      for (const format of ['csv', 'xlsx']) {
        const got = await visitor.send('/ungdomar/fil', { format, view: '' })
        expect(got.html.includes(hidden)).toBe(false)
      }
    },
  )

  it('is shown to a holder with a tag, and without number, address, district and unit', async () => {
    await as('protectedHandler').send('/ungdomar/kolumner', { column: ['why', 'unit', 'number', 'address'] })
    const { html } = await as('protectedHandler').get('/ungdomar')
    const row = html.slice(html.indexOf(secret.subjectId), html.indexOf('</tr>', html.indexOf(`/ungdomar/${secret.subjectId}`)))
    expect(row).toContain('skyddad')
    expect(row).toContain('visas inte')
    for (const text of ['Norr', '0310', 'Hemliga gatan', '123 45']) expect(row).not.toContain(text)
    expect((await as('protectedHandler').get(`/ungdomar?enhet=${units.north}`)).html).not.toContain(hidden)
  })

  it('is gone at once when the mark comes late', async () => {
    const late = await aYouth(site.place, { family: 'Senare', fromOn: ago(1), unit: units.north })
    expect((await as('coordinator').get('/ungdomar')).html).toContain('Senare')
    await protect(site.place, late.personId, 'marked')
    expect((await as('coordinator').get('/ungdomar')).html).not.toContain('Senare')
  })
})

describe('searching', () => {
  it('goes straight to the page for a whole number', async () => {
    const { status, location } = await as('protectedHandler').send('/ungdomar/sok', { q: '20090310-2380' })
    expect([status, location]).toEqual([303, `/ungdomar/${secret.subjectId}`])
  })

  it('keeps what was written in the field, escaped, and nowhere else', async () => {
    const { html, headers } = await as('coordinator').send('/ungdomar/sok', { q: '"><script>alert(1)</script>' })
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(html).not.toContain('<script>alert')
    expect(JSON.stringify([...headers])).not.toContain('alert')
    expect(await lastLine('worklist.search')).toMatchObject({ detail: { kind: 'name', hits: 0 } })
  })

  it.each([
    ['', 'Skriv ett namn'],
    ['a'.repeat(500), 'högst 100 tecken'],
    ['a'.repeat(3000), 'högst 100 tecken'],
  ])('%.5s…: says what to do', async (q, text) => {
    const { status, html } = await as('coordinator').send('/ungdomar/sok', { q })
    expect([status, html.includes(text), html.includes('aria-invalid="true"')]).toEqual([422, true, true])
  })
})
