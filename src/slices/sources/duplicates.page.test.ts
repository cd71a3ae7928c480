/** Duplicates in the browser: proposed, compared, merged and undone, kept apart – and nobody protected among them. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPopulation, aPost, anEnrolmentsFile, date } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { differencesOf, likelierToKeep } from './duplicates.rules.ts'
import type { DuplicateRecord } from './sources.types.ts'

const [anna, kristoffer, christoffer, skyddad, hennes] = ['200803142389', '200809022387', '200809022395', '200701222390', '200701222382']
const today = todayInSweden()

let site: TestSite
let coordinator: Visitor
const sql = <Row extends object>(text: string, values?: unknown[]) => site.place.sql<Row>(text, values)
const subjectOf = async (number: string) =>
  (await sql<{ id: string }>('select subject_id as id from worklist.youth where number = $1', [number]))[0]?.id ?? ''
const pairPath = async () => `/kallor/dubbletter/par/${await subjectOf(kristoffer)}/${await subjectOf(christoffer)}`

beforeAll(async () => {
  site = await aSite()
  coordinator = await site.signedIn(['coordinator', 'protectedHandler'])
  const posts = [
    aPost({ number: anna, given: 'Anna' }),
    aPost({ number: kristoffer, given: 'Kristoffer', street: 'Gatan 1' }),
    aPost({ number: christoffer, given: 'Christoffer', street: '&lt;b&gt;Vägen&lt;/b&gt; 2' }),
    aPost({ number: skyddad, given: 'Hemlig', secrecy: 'J' }),
    aPost({ number: hennes, given: 'Hemlig' }),
  ]
  await site.place.feed('population', aPopulation(...posts), { on: date(today) })
  await site.place.feed('enrolments', anEnrolmentsFile(`${kristoffer};GY;NA;12345678;2024-08-15;;`), { on: date(today) })
})
afterAll(() => site.close())

describe('two records side by side', () => {
  const record = (number: string | null, address = ''): DuplicateRecord => ({
    personId: 1,
    subjectId: number ?? 'utan',
    givenName: 'Prov',
    familyName: 'Provsson',
    number,
    numbers: number === null ? [] : [number],
    bornOn: null,
    address,
    enrolments: [],
    periods: [],
  })
  it('differ in what they say', () => {
    expect([...differencesOf(record(anna, 'Gatan 1'), record(null, 'Gatan 2'))]).toEqual(['numbers', 'address'])
  })
  it('are kept by the personnummer when only one has it', () => {
    const coordination = `${anna.slice(0, 6)}74${anna.slice(8)}`
    expect(likelierToKeep(record(coordination), record(anna))).toBe(anna)
    expect(likelierToKeep(record(anna), record(null))).toBe(anna)
    expect(likelierToKeep(record(anna), record(kristoffer))).toBe(null)
  })
})

describe('duplicates', () => {
  it('are those who sound alike and share a birthday; nobody protected, not even for those with the right', async () => {
    const { html } = await coordinator.get('/kallor/dubbletter')
    expect(html).toContain('Christoffer Provsson')
    for (const number of [kristoffer, christoffer]) expect(html).toContain(await subjectOf(number))
    expect(html).not.toContain('Hemlig')
    const hidden = await coordinator.get(`/kallor/dubbletter/par/${await subjectOf(skyddad)}/${await subjectOf(hennes)}`)
    expect(hidden.status).toBe(404)
  })

  it('are shown side by side with what differs, escaped', async () => {
    const { html } = await coordinator.get(await pairPath())
    expect(html).toContain('skiljer sig')
    expect(html).toContain('&lt;b&gt;Vägen&lt;/b&gt; 2')
    expect(html).toContain('12345678')
    expect(html).toContain('<title>Två poster sida vid sida – Ungdomslots</title>')
  })

  it('need a choice and a ground, and keep what was written', async () => {
    const refused = await coordinator.send(`${await pairPath()}/sla-samman`, { ground: 'Enligt <Skatteverket>' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#keep"')
    expect(refused.html).toContain('Enligt &lt;Skatteverket&gt;')
  })

  it('wait three seconds for a night, and then say so with nothing lost', async () => {
    const night = new pg.Client({ connectionString: site.place.url })
    await night.connect()
    await night.query('select pg_advisory_lock(7304118)')
    const busy = await coordinator.send(`${await pairPath()}/sla-samman`, {
      keep: await subjectOf(christoffer),
      ground: 'Enligt Skatteverket',
    })
    await night.end()
    expect(busy.status).toBe(503)
    expect(busy.html).toContain('Natten körs just nu')
    expect(busy.html).toContain('Enligt Skatteverket')
  })

  it('are merged, listed with a snapshot, and undone so that both are as before', async () => {
    const lines = () => sql(`select number, given_name, street, from_on, until_on from worklist.youth order by number`)
    const before = await lines()
    const [path, keep] = [await pairPath(), await subjectOf(christoffer)]
    expect((await coordinator.send(`${path}/sla-samman`, { keep, ground: 'Enligt Skatteverket' })).location).toBe('/kallor/dubbletter')
    expect(await lines()).toHaveLength(4)
    expect((await coordinator.send(`${path}/sla-samman`, { keep, ground: 'igen' })).status).toBe(409)
    const merges = await coordinator.get('/kallor/dubbletter/avgjorda')
    expect(merges.html).toContain('Enligt Skatteverket')
    const [link = ''] = /\/kallor\/dubbletter\/avgjorda\/\d+/.exec(merges.html) ?? []
    expect((await coordinator.get(link)).html).toContain('Post 2 när den slogs samman')
    expect((await coordinator.send(`${link}/angra`)).location).toBe('/kallor/dubbletter/avgjorda')
    expect(await lines()).toEqual(before)
    expect((await coordinator.send(`${link}/angra`)).status).toBe(409)
  })

  it('that are two persons are not proposed again, until that is taken back', async () => {
    const said = await coordinator.send(`${await pairPath()}/inte-samma`, { difference: 'Tvillingar' })
    expect(said.location).toBe('/kallor/dubbletter')
    expect((await coordinator.get('/kallor/dubbletter')).html).toContain('Inga troliga dubbletter')
    expect((await coordinator.send(`${await pairPath()}/inte-samma`, { difference: 'igen' })).status).toBe(409)
    const decided = (await coordinator.get('/kallor/dubbletter/avgjorda')).html
    expect(decided).toContain('Tvillingar')
    const [undo = ''] = /\/kallor\/dubbletter\/olika\/\d+\/angra/.exec(decided) ?? []
    expect((await coordinator.send(undo)).location).toBe('/kallor/dubbletter/avgjorda')
    expect((await coordinator.get('/kallor/dubbletter')).html).toContain('Christoffer')
    await expect(sql(`insert into register.not_same (first_id, second_id, ground, said_by) values (2, 1, 'x', 'y')`)).rejects.toThrow(
      'a_pair_is_ordered',
    )
  })

  it('work for a record that has no number of its own', async () => {
    const [id] = await sql<{ id: number }>('select person_id as id from worklist.youth where number = $1', [kristoffer])
    const subject = await subjectOf(kristoffer)
    await sql(`update register.identity set known_until = clock_timestamp() where person_id = $1`, [id?.id])
    await sql('update worklist.youth set number = null, born_on = null where person_id = $1', [id?.id])
    const { html } = await coordinator.get('/kallor/dubbletter')
    expect(html).toContain('samma namn, en post saknar nummer')
    const keep = await subjectOf(christoffer)
    const merged = await coordinator.send(`/kallor/dubbletter/par/${keep}/${subject}/sla-samman`, { keep, ground: 'Samma.' })
    expect(merged.location).toBe('/kallor/dubbletter')
    expect(await sql('select from worklist.youth where subject_id = $1', [subject])).toHaveLength(0)
    expect(site.reported).toEqual([])
  })
})
