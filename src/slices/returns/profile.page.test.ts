/** The profile in the browser: read, changed code by code and as text, two at once, and back to the shipped one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { formTokenOf } from '../access/cookies.ts'
import { typedProfile } from './profile.forms.ts'
import { aProfile } from './returns.testbed.ts'

let site: TestSite
let amina: Visitor
let robin: Visitor
beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  robin = await site.signedIn(['systemCoordinator'], { name: 'Robin Prov' })
})
afterAll(() => site.close())

const path = '/halvarsuppgiften/profil'
const shown = async (half = '2026H1') => (await amina.get(`${path}?halvar=${half}`)).html
type Fields = Record<string, string | readonly string[]>
const seen = { halvar: '2026H1', version: '0', origin: 'shipped' }
const codes = (given: Fields = {}, from: Fields = seen): Fields => ({ ...typedProfile(aProfile()), ...from, ...given })
const text = (value: unknown, from: Fields = seen): Fields => ({
  ...from,
  text: typeof value === 'string' ? value : JSON.stringify(value),
  file: '',
})
const versions = () =>
  site.place.sql<{ version: number; open: boolean }>(
    `select version, known_until = 'infinity' as open from returns.profile where half = '2026H1' order by version`,
  )

describe('the profile in force', () => {
  it('is read as tables, and says that nobody has verified it', async () => {
    const html = await shown()
    for (const word of [
      'Den levererade profilen gäller.',
      'inte kontrollerat mot SCB',
      'Posttyp',
      'Windows-1252',
      'flyttade in',
      'ingen har frågat',
      'Praktik',
    ])
      expect(html).toContain(word)
  })

  it('is given as a file', async () => {
    const { html, headers } = await amina.get(`${path}/json?halvar=2018H1`)
    expect(JSON.parse(html)).toMatchObject({ half: '2018H1', status: 'draft' })
    expect(headers.get('content-disposition')).toContain('profil-2018H1-v1.json')
    expect((await amina.get(`${path}/json?halvar=2018H1&version=9`)).status).toBe(404)
  })
})

describe('what cannot be saved', () => {
  it.each<[string, Fields, string]>([
    ['no code', codes({ 'codes.exitReasons.moved': '' }), 'codes.exitReasons.moved: Kod saknas.'],
    ['no code for an end', codes({ 'codes.measureEndReasons.work': '' }), 'codes.measureEndReasons.work: Kod saknas.'],
    ['not a code', codes({ 'codes.occupations.work': '=1;2' }), 'codes.occupations.work: En kod är'],
    ['a code of something unknown', codes({ 'codes.entryReasons.dreams': '1' }), 'codes.entryReasons.dreams: Fältet finns inte.'],
  ])('%s is said at its field, with everything still there', async (_, fields, problem) => {
    const { status, html } = await amina.send(path, fields)
    expect([status, html.includes(problem)]).toEqual([422, true])
    const [field = ''] = problem.split(':')
    expect(html).toContain(`href="#${field}"`)
    expect(html).toContain(`id="${field}"`)
    expect(await versions()).toEqual([])
  })

  it.each<[string, unknown, string]>([
    ['not JSON', '{', 'Texten går inte att läsa som en profil'],
    ['an unknown field', { ...aProfile(), colour: 'blå' }, 'colour: Fältet finns inte.'],
    ['another half-year', aProfile({ key: '2026H2' }), 'half: Profilen är för ett annat halvår.'],
    [
      'a column twice',
      aProfile({ columns: [...aProfile().columns, aProfile().columns[0] ?? { name: 'x' }] }),
      'Två kolumner har samma namn.',
    ],
  ])('as text: %s', async (_, value, problem) => {
    const { status, html } = await amina.send(`${path}/text`, text(value))
    expect([status, html.includes(problem)]).toEqual([422, true])
    expect(await versions()).toEqual([])
  })

  it('nothing at all, a half-year that does not exist, and somebody who may not', async () => {
    expect((await amina.send(`${path}/text`, text(''))).html).toContain('Skriv profilen i fältet, eller välj en fil.')
    expect((await amina.send(path, codes({ halvar: '2026H7' }))).status).toBe(404)
    expect((await amina.send(`${path}/text`, text(aProfile(), { ...seen, halvar: '2026H7' }))).status).toBe(404)
    const sara = await site.signedIn(['protectedHandler'])
    expect((await sara.send(path, codes())).status).toBe(403)
  })
})

describe('the own profile', () => {
  it('is saved code by code as the next version, where an item may lack a code that the catalogue has; somebody else is shown both', async () => {
    expect((await amina.send(path, codes({ 'codes.exitReasons.moved': '77', 'codes.measureKinds.practice': '' }))).location).toBe(
      `${path}?halvar=2026H1`,
    )
    expect(await shown()).toContain('Kommunens egen profil gäller, version 1.')
    const late = await robin.send(path, codes({ 'codes.exitReasons.moved': '88' }))
    expect(late.status).toBe(409)
    expect(late.html).toContain('Någon annan hann spara före dig')
    expect(late.html).toMatch(/bor inte i kommunen<\/th><td[^>]*>88<\/td><td[^>]*>77<\/td>/)
    expect(late.html).toContain('name="version" value="1"')
    expect((await robin.send(path, codes({ 'codes.exitReasons.moved': '88' }, { ...seen, version: '1', origin: 'own' }))).status).toBe(303)
    expect(await versions()).toEqual([
      { version: 1, open: false },
      { version: 2, open: true },
    ])
  })

  it('is saved as text, and as a file that is sent; from something older it is refused', async () => {
    const asText = text(aProfile({ file: { separator: '|' } }), { ...seen, version: '2', origin: 'own' })
    expect((await amina.send(`${path}/text`, asText)).status).toBe(303)
    const again = await robin.send(`${path}/text`, asText)
    expect([again.status, again.html.includes('Inget av ditt är sparat än')]).toEqual([409, true])
    const body = new FormData()
    const fields = { ...seen, version: '3', origin: 'own', text: 'skräp', formToken: formTokenOf(amina.token), once: crypto.randomUUID() }
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    body.append('file', new File([JSON.stringify(aProfile({ file: { separator: ',' } }))], 'profil.json', { type: 'application/json' }))
    const sent = await site.app.request(`${path}/text`, { method: 'POST', body, headers: { cookie: amina.cookie } })
    expect(sent.status).toBe(303)
    expect(await versions()).toHaveLength(4)
    const [last] = await site.place.sql<{ separator: string }>(
      `select content -> 'file' ->> 'separator' as separator from returns.profile where known_until = 'infinity'`,
    )
    expect(last).toEqual({ separator: ',' })
  })

  it('has a history, each with who and its file', async () => {
    const html = await shown()
    for (const word of ['Version 4', 'Robin Prov', 'gäller nu', `${path}/json?halvar=2026H1&amp;version=2`]) expect(html).toContain(word)
    expect(JSON.parse((await amina.get(`${path}/json?halvar=2026H1&version=1`)).html)).toMatchObject({
      codes: { exitReasons: { moved: '77' } },
    })
  })

  it('gives way to the shipped one again, and stays in the history; a form made before that is refused', async () => {
    expect((await robin.send(`${path}/levererad`, { halvar: '2026H1', version: '3' })).status).toBe(409)
    expect((await robin.send(`${path}/levererad`, { halvar: '2026H1', version: '4' })).status).toBe(303)
    expect(await shown()).toContain('Den levererade profilen gäller.')
    expect(await versions()).toHaveLength(4)
    expect((await amina.send(path, codes({}, { ...seen, version: '4', origin: 'own' }))).status).toBe(409)
    expect((await amina.send(path, codes({}, { ...seen, version: '4', origin: 'shipped' }))).status).toBe(303)
    expect(await shown()).toContain('Kommunens egen profil gäller, version 5.')
  })

  it('is begun from another half-year’s where there is none, and has nothing shipped to go back to', async () => {
    expect(await shown('2025H2')).toContain('Ingen profil gäller än')
    const from = { halvar: '2025H2', version: '0', origin: 'none' }
    expect((await amina.send(path, codes({}, from))).status).toBe(303)
    expect((await amina.send(`${path}/levererad`, { halvar: '2025H2', version: '1' })).html).toContain('Det finns ingen levererad profil')
    expect(site.reported).toEqual([])
  })
})
