/** Working with a list in process: assigning, files, saved filters. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, everyRole, type TestSite, type Visitor } from '../../../test/support/web.ts'
import type { Role } from '../../kernel/actor.ts'
import { mayDo } from '../../kernel/permission.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { aColleague, aNight, aUnit, aYouth, type MadeYouth } from './worklist.testbed.ts'

const today = dayOf(todayInSweden())
const ago = (days: number): string => dateOf(plusDays(today, -days))
const hidden = 'Hemligsson'

let site: TestSite
let [alm, secret, south]: [MadeYouth, MadeYouth, MadeYouth] = [
  { personId: 0, subjectId: '' },
  { personId: 0, subjectId: '' },
  { personId: 0, subjectId: '' },
]
let [anna, bo, units]: [string, string, { north: number; south: number }] = ['', '', { north: 0, south: 0 }]
const people = new Map<string, Visitor>()
const as = (role: Role, unit?: string): Visitor => {
  const found = people.get(`${role} ${unit ?? ''}`)
  if (found === undefined) throw new Error(`nobody is ${role}`)
  return found
}
const versionOf = async (subjectId: string): Promise<number> =>
  (
    await site.place.sql<{ id: number }>(
      `select s.id from worklist.assignment s join register.person p on p.id = s.person_id where p.subject_id = $1 and s.known_until = 'infinity'`,
      [subjectId],
    )
  )[0]?.id ?? 0
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
  units = { north: north.unit, south: other.unit }
  anna = await aColleague(place, 'Anna Ek', 'counsellor', north.unit)
  bo = await aColleague(place, 'Bo Al', 'counsellor', other.unit)
  const night = await aNight(place, dateOf(today))
  const at = { fromOn: ago(30), bornOn: dateOf(plusDays(today, -17 * 365 - 30)) }
  alm = await aYouth(place, { ...at, family: 'Alm', unit: north.unit, district: north.district, enteredInRun: night })
  south = await aYouth(place, { ...at, family: 'Sund', unit: other.unit, district: other.district })
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

describe('assigning', () => {
  const assign = async (who: Visitor, to: string, ...rows: string[]) =>
    who.send('/ungdomar/tilldela', { youth: rows, to, view: 'lage=avslutade' })
  const ticked = async ({ subjectId }: MadeYouth): Promise<string> => `${subjectId}:${await versionOf(subjectId)}`

  it('answers for every row, logs each, and leads back to the same list', async () => {
    const rows = [await ticked(alm), await ticked(south)]
    const { status, html } = await assign(as('coordinator'), `staff:${anna}`, ...rows)
    expect([status, html.includes('Klart: 2 av 2.'), html.includes('href="/ungdomar?lage=avslutade"')]).toEqual([200, true, true])
    expect(html.match(/Anna Ek · Norr/g)).toHaveLength(2)
    expect(await lastLine('worklist.assign')).toMatchObject({ outcome: 'done', subject_id: south.subjectId, detail: { to: anna } })
    const again = await assign(as('coordinator'), `staff:${anna}`, ...rows)
    expect(again.html.match(/redan där/g)).toHaveLength(2)
  })

  it('changes nothing from an old list, and says who has the youth', async () => {
    const old = await ticked(alm)
    await assign(as('coordinator'), `staff:${bo}`, old)
    const { html } = await assign(as('coordinator'), 'nobody', old)
    expect(html).toContain('någon hann före, ändrades inte')
    expect(html).toContain('Bo Al')
    expect(await lastLine('worklist.assign')).toMatchObject({ outcome: 'somebody-else-first', subject_id: alm.subjectId })
  })

  it('does not tell what is not in one’s list, and leaves no trace of it', async () => {
    await assign(as('coordinator'), `unit:${units.south}`, await ticked(south))
    for (const { subjectId } of [secret, south, { subjectId: crypto.randomUUID() }]) {
      const { html } = await assign(as('counsellor', 'Norr'), `unit:${units.north}`, `${subjectId}:0`)
      expect(html).toContain('finns inte längre i din lista')
      expect(html).not.toMatch(/Hemligsson|Sund/)
      expect(await lastLine('worklist.assign')).toMatchObject({ outcome: 'not-in-your-list', subject_id: null })
    }
  })

  it('gives a protected youth only to those with the right', async () => {
    const { html } = await assign(as('protectedHandler'), `staff:${anna}`, await ticked(secret))
    expect(html).toContain('kollegan saknar rätt')
  })

  it('stays within the unit for a unit manager, and is closed to those without the permission', async () => {
    await assign(as('coordinator'), `unit:${units.north}`, await ticked(alm))
    const { html } = await assign(as('unitManager', 'Norr'), `staff:${bo}`, await ticked(alm))
    expect(html).toContain('bara tilldela inom din egen enhet')
    expect((await assign(as('systemCoordinator'), 'nobody', await ticked(alm))).status).toBe(403)
  })

  it.each([
    [{ to: 'nobody', view: '' }, 422],
    [{ to: '', view: '', youth: 'x' }, 422],
    [{ to: 'staff:x', view: '', youth: [] as string[] }, 422],
  ])('%o: says that nothing was chosen', async (fields, status) => {
    expect((await as('coordinator').send('/ungdomar/tilldela', fields)).status).toBe(status)
  })
})

describe('files', () => {
  it('holds the list with the reader’s columns, nothing that runs, and a line in the log', async () => {
    const { status, html, headers } = await as('coordinator').send('/ungdomar/fil', { format: 'csv', view: 'lage=avslutade' })
    expect([status, headers.get('content-disposition')]).toEqual([200, `attachment; filename="ungdomar-${dateOf(today)}.csv"`])
    expect(html).toContain('Förnamn;Efternamn')
    expect(html).toContain("<img src=x>;'=1+1;")
    expect(html).toContain(`går en gymnasieutbildning;${ago(2)}`)
    expect(await lastLine('worklist.export')).toMatchObject({ outcome: 'done', detail: { tab: 'closed', count: 1, format: 'csv' } })
  })

  it('is a workbook too', async () => {
    const { headers, html } = await as('coordinator').send('/ungdomar/fil', { format: 'xlsx', view: '' })
    expect([headers.get('content-type')?.includes('spreadsheetml'), html.slice(0, 2)]).toEqual([true, 'PK'])
  })

  it.each(everyRole.filter((role) => !mayDo([role], 'worklist.export')))('is not for a %s, who sees no button for it', async (role) => {
    expect((await as(role).send('/ungdomar/fil', { format: 'csv', view: '' })).status).toBe(403)
    expect((await as(role).get('/ungdomar')).html).not.toContain('action="/ungdomar/fil"')
  })
})

describe('saved filters', () => {
  const save = (who: Visitor, name: string, shared = 'me') =>
    who.send('/ungdomar/filter', { name, shared, view: 'alder_fran=17&q=Hemligt&sida=3' })
  const saved = async (name: string) =>
    (
      await site.place.sql<{ id: number; query: string; version: number }>(
        'select id, query, version from worklist.saved_filter where name = $1',
        [name],
      )
    )[0]

  it('keep only what a view understands, and stand as chips', async () => {
    expect((await save(as('coordinator'), 'Sjutton <b>')).location).toBe('/ungdomar?alder_fran=17&sida=3')
    expect(await saved('Sjutton <b>')).toMatchObject({ query: 'alder_fran=17' })
    expect((await as('coordinator').get('/ungdomar')).html).toContain('Sjutton &lt;b&gt;')
    expect((await as('unitManager', 'Norr').get('/ungdomar')).html).not.toContain('Sjutton')
  })

  it('want a name of their own, and give back what was typed', async () => {
    const again = await save(as('coordinator'), 'sjutton <B>')
    expect([again.status, again.html.includes('redan ett urval'), again.html.includes('value="sjutton &lt;B&gt;"')]).toEqual([
      422,
      true,
      true,
    ])
    expect((await save(as('coordinator'), ' ')).status).toBe(422)
  })

  it('are shared with the unit or all by those who may', async () => {
    expect((await save(as('unitManager', 'Norr'), 'Enhetens', 'unit')).status).toBe(303)
    expect((await as('counsellor', 'Norr').get('/ungdomar')).html).toContain('Enhetens')
    expect((await as('coordinator').get('/ungdomar')).html).not.toContain('Enhetens')
    expect((await save(as('counsellor', 'Norr'), 'Min', 'all')).html).toContain('Din roll får inte dela')
    expect((await save(as('coordinator'), 'Utan enhet', 'unit')).html).toContain('inte kopplad till någon enhet')
  })

  it('show both when somebody was first, and only their owner changes them', async () => {
    await save(as('coordinator'), 'Ett')
    const { id, version } = (await saved('Ett')) ?? { id: 0, version: 0 }
    const change = (who: Visitor, name: string, from: number) =>
      who.send(`/ungdomar/filter/${id}`, { name, shared: 'all', version: String(from) })
    expect((await change(as('coordinator'), 'Två', version)).status).toBe(303)
    const stale = await change(as('coordinator'), 'Tre', version)
    expect([stale.status, stale.html.includes('Två · alla'), stale.html.includes('Tre · alla')]).toEqual([409, true, true])
    expect((await change(as('coordinator'), 'Tre', version + 1)).status).toBe(303)
    expect((await change(as('unitManager', 'Norr'), 'Fyra', version + 2)).status).toBe(404)
    const remove = (who: Visitor, from: number) => who.send(`/ungdomar/filter/${id}/ta-bort`, { version: String(from) })
    expect([(await remove(as('coordinator'), version)).status, (await remove(as('unitManager', 'Norr'), version + 2)).status]).toEqual([
      409, 404,
    ])
    expect((await remove(as('coordinator'), version + 2)).status).toBe(303)
    expect(await saved('Tre')).toBeUndefined()
  })
})
