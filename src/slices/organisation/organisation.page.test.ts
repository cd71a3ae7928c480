/** The organisation in the browser: units, districts and their routing, staff. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'

const anna = '200803142389'
const bertil = '200809022395'
const cecilia = '200701222390'

let site: TestSite
let system: Visitor
const sql = <Row extends object>(text: string, values?: unknown[]) => site.place.sql<Row>(text, values)
const idOf = async (table: string, name: string) =>
  (await sql<{ id: number }>(`select id from organisation.${table} where name = $1`, [name]))[0]?.id ?? 0
const unitsOf = () =>
  sql<{ number: string; name: string | null }>(
    'select y.number, u.name from worklist.youth y left join organisation.unit u on u.id = y.unit_id order by y.number',
  )

beforeAll(async () => {
  site = await aSite()
  system = await site.signedIn(['systemCoordinator'], { name: 'Siv System' })
  for (const name of ['Norr', 'Söder']) await system.send('/organisation/enheter', { name, version: '0' })
  const posts = [
    aPost({ number: anna, postalCode: '99910' }),
    aPost({ number: bertil, postalCode: '99920' }),
    aPost({ number: cecilia, postalCode: '99930', secrecy: 'J' }),
  ]
  await site.place.feed('population', aPopulation(...posts), { on: date(todayInSweden()) })
})
afterAll(() => site.close())

describe('districts and routing', () => {
  it('shows the postal codes that no district has, without those who may not be seen', async () => {
    const { html } = await system.get('/organisation/omraden')
    expect(html).toContain('99910')
    expect(html).not.toContain('99930')
  })

  it('shows what saving would mean before it is saved, and then routes', async () => {
    const unit = String(await idOf('unit', 'Norr'))
    const fields = { name: 'Norrbyn', unit, codes: '99910-99919', version: '0' }
    const look = await system.send('/organisation/omraden/ny/granska', fields)
    expect(look.status).toBe(200)
    expect(look.html).toContain('Så flyttas ungdomarna')
    expect(look.html).toContain('value="Norrbyn"')
    expect(await unitsOf()).toEqual([cecilia, anna, bertil].map((number) => ({ number, name: null })))
    expect((await system.send('/organisation/omraden', fields)).location).toBe('/organisation/omraden')
    expect((await unitsOf()).find(({ number }) => number === anna)?.name).toBe('Norr')
  })

  it('refuses codes that another district has, and says which', async () => {
    const refused = await system.send('/organisation/omraden', { name: 'Sörby', unit: '', codes: '99915-99925', version: '0' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('99915-99919 hör redan till Norrbyn')
    expect(refused.html).toContain('99915-99925')
    const district = await idOf('district', 'Norrbyn')
    await expect(
      sql('insert into organisation.route (district_id, first_code, last_code) values ($1, 99919, 99921)', [district]),
    ).rejects.toThrow('one_district_per_postal_code')
  })

  it('keeps the unit of those who already have one', async () => {
    const [norr, soder] = [await idOf('unit', 'Norr'), await idOf('unit', 'Söder')]
    await sql(`insert into worklist.assignment (person_id, unit_id, how, assigned_by)
      select person_id, ${norr}, 'by-hand', 'prov' from worklist.youth where number = '${anna}'`)
    const id = await idOf('district', 'Norrbyn')
    const moved = await system.send(`/organisation/omraden/${id}`, {
      name: 'Norrbyn',
      unit: String(soder),
      codes: '99910-99929',
      version: '1',
    })
    expect(moved.location).toBe('/organisation/omraden')
    const units = await unitsOf()
    expect(units.find(({ number }) => number === anna)?.name).toBe('Norr')
    expect(units.find(({ number }) => number === bertil)?.name).toBe('Söder')
  })

  it('shows both when somebody else was first, and saves over when asked to', async () => {
    const id = await idOf('district', 'Norrbyn')
    const stale = await system.send(`/organisation/omraden/${id}`, { name: 'Norra <b>byn</b>', unit: '', codes: '99911', version: '1' })
    expect(stale.status).toBe(409)
    expect(stale.html).toContain('Norra &lt;b&gt;byn&lt;/b&gt;')
    expect(stale.html).toContain('99910-99929')
    expect(stale.html).toContain('name="version" value="2"')
    const over = await system.send(`/organisation/omraden/${id}`, { name: 'Norra byn', unit: '', codes: '99911', version: '2' })
    expect(over.location).toBe('/organisation/omraden')
  })

  it('answers a field that cannot be read with the problem at the field, everything typed kept', async () => {
    const { status, html } = await system.send('/organisation/omraden', { name: 'Öby', unit: '', codes: '99910-x', version: '0' })
    expect(status).toBe(422)
    expect(html).toContain('href="#codes"')
    expect(html).toContain('99910-x</textarea>')
  })
})

describe('units', () => {
  it('cannot be retired with youths or districts, by the rule and by the database', async () => {
    const id = await idOf('unit', 'Norr')
    const refused = await system.send(`/organisation/enheter/${id}`, { name: 'Norr', retired: 'ja', version: '1' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Flytta dem till en annan enhet först')
    await expect(sql('update organisation.unit set active = false where id = $1', [id])).rejects.toThrow('a unit with districts or youths')
    const outcomes = await sql<{ outcome: string }>(
      `select outcome from audit.line where action = 'organisation.saveUnit' order by id desc limit 1`,
    )
    expect(outcomes).toEqual([{ outcome: 'in-use' }])
  })

  it('show both when somebody else was first; a taken name is refused; an empty one is retired', async () => {
    const id = await idOf('unit', 'Söder')
    expect((await system.send(`/organisation/enheter/${id}`, { name: 'Söder', version: '1' })).location).toBe('/organisation/enheter')
    const stale = await system.send(`/organisation/enheter/${id}`, { name: 'Södra', version: '1' })
    expect([stale.status, stale.html.includes('Södra'), stale.html.includes('Söder')]).toEqual([409, true, true])
    expect((await system.send(`/organisation/enheter/${id}`, { name: 'norr', version: '2' })).html).toContain('Namnet används redan')
    expect((await system.send(`/organisation/enheter/${id}`, { name: 'Söder', retired: 'ja', version: '2' })).status).toBe(303)
    await expect(sql(`insert into organisation.district (name, unit_id) values ('X', $1)`, [id])).rejects.toThrow('retired unit')
  })
})

describe('staff', () => {
  it('are shut out at once, and nobody shuts themselves out', async () => {
    const other = await site.signedIn(['counsellor'], { name: 'Kim Kurator' })
    const [kim] = await sql<{ id: string }>(`select id from access.staff where name = 'Kim Kurator'`)
    const [siv] = await sql<{ id: string }>(`select id from access.staff where name = 'Siv System'`)
    expect((await system.get('/organisation/medarbetare')).html).toContain('handledare')
    expect((await system.send(`/organisation/medarbetare/${siv?.id}`, { unit: '', access: 'out', version: '1' })).html).toContain(
      'dig själv',
    )
    expect((await system.send(`/organisation/medarbetare/${kim?.id}`, { unit: '', access: 'out', version: '1' })).status).toBe(303)
    expect((await other.get('/organisation')).status).toBe(303)
  })

  it('have a number and an address at work, in any way of writing them, and what cannot be read is shown again', async () => {
    await site.signedIn(['counsellor'], { name: 'Nadja Nummer' })
    const [nadja] = await sql<{ id: string }>(`select id from access.staff where name = 'Nadja Nummer'`)
    const path = `/organisation/medarbetare/${nadja?.id}`
    const wrong = await system.send(path, { unit: '', access: 'in', phone: 'växeln', email: 'nadja', version: '1' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('telefonnummer')
    expect(wrong.html).toContain('value="växeln"')
    expect(wrong.html).toContain('value="nadja"')
    const given = { unit: '', access: 'in', phone: '070 174 06 05', email: 'nadja@example.org', version: '1' }
    expect((await system.send(path, given)).status).toBe(303)
    expect(await sql('select phone, email, version from access.staff where id = $1', [nadja?.id])).toEqual([
      { phone: '+46701740605', email: 'nadja@example.org', version: 2 },
    ])
    expect((await system.get('/organisation/medarbetare')).html).toContain('070-174 06 05')
    const stale = await system.send(path, { ...given, phone: '', version: '1' })
    expect(stale.status).toBe(409)
    expect((await system.send(path, { unit: '', access: 'in', version: '2' })).status).toBe(303)
    expect(await sql('select phone, email from access.staff where id = $1', [nadja?.id])).toEqual([{ phone: null, email: null }])
  })

  it('without the right see no form, and a coordinator reads without changing', async () => {
    const coordinator = await site.signedIn(['coordinator'])
    expect((await coordinator.get('/organisation/enheter')).html).not.toContain('/organisation/enheter/ny')
    expect((await coordinator.get('/organisation/enheter/ny')).status).toBe(403)
    expect((await coordinator.send('/organisation/enheter', { name: 'Öster', version: '0' })).status).toBe(403)
    expect((await (await site.signedIn(['counsellor'], { name: 'Annan' })).get('/organisation')).status).toBe(403)
  })
})
