/** While somebody is away, in process: what the one who stands in sees, the load, and the summary on return. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { protect, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { aTeam, families, inDays, type Person, type TeamSite } from './cover.testbed.ts'

let team: TeamSite
let leila: Person
let per: Person
let karin: Person
let amina: Person
let sara: Person
const sql = <Row extends object>(text: string, values?: unknown[]) => team.site.place.sql<Row>(text, values)
const set = (...wish: Parameters<TeamSite['set']>) => team.set(...wish)
const lastAbsence = () => team.lastAbsence()
const forget = () => team.forget()

beforeAll(async () => {
  team = await aTeam()
  ;({ leila, per, karin, amina, sara } = team.people)
})
afterAll(() => team.site.close())

describe('while somebody is away', () => {
  it('what is due comes to the one who stands in, within what that one may see', async () => {
    const mine = async (who: Person) => families((await who.get('/ungdomar?ansvarig=jag')).html)
    expect(await mine(per)).toEqual(['Persson'])
    await set(leila, leila, per, 0, 5)
    expect(await mine(per)).toEqual(['Nära', 'Persson'])
    expect(await mine(leila)).toEqual(['Nära'])
    const { html } = await per.get('/ungdomar')
    expect(html).toContain('för Leila Holm (borta till ')
    expect((await amina.get('/ungdomar')).html).toContain('Per Sand ersätter')
    expect((await per.get('/')).html).toContain('Leila Holm')
    await forget()
    expect(await mine(per)).toEqual(['Persson'])
  })

  it('so do meetings on the days of the absence, and no others', async () => {
    const meet = (days: number, place: string) =>
      sql(
        `insert into meetings.meeting (person_id, staff_id, starts_at, ends_at, way, place, booked_by)
         values ($1, $2, $3::timestamptz, $3::timestamptz + interval '1 hour', 'office', $4, $2)`,
        [team.youths.near.personId, leila.id, `${inDays(days)} 10:00 Europe/Stockholm`, place],
      )
    await meet(1, 'Under frånvaron')
    await meet(2, 'Efter frånvaron')
    const week = async (who: Person, days: number) => (await who.get(`/moten?dag=${inDays(days)}`)).html
    const both = async (who: Person) => [await week(who, 1), await week(who, 2)].join(' ')
    expect(await both(per)).not.toContain('frånvaron')
    await set(leila, leila, per, 0, 2)
    expect(await both(per)).toContain('Under frånvaron')
    expect(await both(per)).not.toContain('Efter frånvaron')
    expect(await both(leila)).toContain('Efter frånvaron')
    await forget()
    await sql('delete from meetings.meeting')
  })

  it('nothing comes before it begins, nor from the first day back', async () => {
    await set(leila, leila, per, 1, 3)
    const count = async (days: number) => (await sql('select from cover.stands_in_for($1, $2)', [per.id, inDays(days)])).length
    expect([await count(0), await count(1), await count(2), await count(3)]).toEqual([1, 2, 2, 1])
    expect(families((await per.get('/ungdomar?ansvarig=jag')).html)).toEqual(['Persson'])
    await forget()
  })

  it('a substitute with the right gets the protected too, and one who sees all gets those of other units', async () => {
    await set(leila, leila, sara, 0, 5)
    expect(families((await sara.get('/ungdomar?ansvarig=jag')).html)).toEqual(['Nära', 'Fjärran', 'Hemligsson'])
    await forget()
    await set(leila, leila, amina, 0, 5)
    expect(families((await amina.get('/ungdomar?ansvarig=jag')).html)).toEqual(['Nära', 'Fjärran'])
    await forget()
  })
})

describe('the load', () => {
  it('is each reader’s own to see, with numbers as long as their lists', async () => {
    const { html } = await karin.get('/arbetslag')
    const row = (name: string) =>
      html.slice(html.lastIndexOf('<tr', html.indexOf(`${name}<`)), html.indexOf('</tr>', html.indexOf(`${name}<`)))
    expect(row('Leila Holm')).toContain(`href="/ungdomar?ansvarig=${leila.id}"`)
    expect(html).not.toContain('Erik Ny')
    expect((await amina.get('/arbetslag')).html).toContain('Erik Ny')
    const list = await karin.get(`/ungdomar?ansvarig=${leila.id}`)
    expect(families(list.html)).toEqual(['Nära'])
  })

  it('is not for those without the right to it', async () => {
    const jonas = await team.person('Jonas Ek', ['systemCoordinator'])
    for (const path of ['/arbetslag', '/arbetslag/franvaro/ny']) expect((await jonas.get(path)).status).toBe(403)
  })
})

describe('the summary', () => {
  const at = (days: number) => `${inDays(days)} 10:00:00 Europe/Stockholm`
  const contact = (
    youth: MadeYouth,
    days: number,
    over: { channel?: string; attempted?: boolean; reached?: boolean; outcome?: string } = {},
  ) => {
    const { channel = 'phone', attempted = true, reached = false, outcome = 'noAnswer' } = over
    return sql(
      `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, staff_id, by_name, origin)
       values ($1, $2, $3, $4, $5, $6, $7, 'Per Sand', 'hand')`,
      [youth.personId, channel, attempted, reached, outcome, at(days), per.id],
    )
  }

  it('tells the one who was away what happened, once back, and is read off', async () => {
    await set(leila, leila, per, -6, 5)
    const { id } = await lastAbsence()
    await contact(team.youths.near, -10)
    await contact(team.youths.near, -5)
    await contact(team.youths.near, -4, { reached: true, outcome: 'reached' })
    await contact(team.youths.far, -3)
    await contact(team.youths.secret, -3)
    await contact(team.youths.pers, -3)
    const path = `/arbetslag/franvaro/${id}/sammanfattning`
    const before = await leila.get(path)
    expect(before.html).toContain('Frånvaron pågår')
    await leila.send(`/arbetslag/franvaro/${id}/avsluta`)
    const { html } = await leila.get(path)
    expect(families(html)).toEqual(['Nära'])
    expect(html).toMatch(/<dt>nådda<\/dt><dd>1<\/dd>/)
    expect(html).toMatch(/<dt>försök<\/dt><dd>1<\/dd>/)
    expect(html).toContain('inget svar, av Per Sand')
    expect((await leila.get('/')).html).toContain(path)
    expect((await leila.get('/arbetslag')).html).toContain(path)
    for (const other of [per, karin, amina]) expect((await other.get(path)).status).toBe(404)
    expect((await leila.send(path)).location).toBe('/arbetslag')
    expect((await leila.get('/arbetslag')).html).not.toContain(path)
    const lines = await sql<{ action: string }>(
      `select action from audit.line where action like 'cover.summary%' and outcome = 'done' order by id`,
    )
    expect(lines.map(({ action }) => action)).toEqual(['cover.summary', 'cover.summary', 'cover.summaryRead'])
  })

  it('knows who came to and went from the one who was away, and a late protection at once', async () => {
    await sql(`update cover.absence set summary_read_at = null`)
    const { id } = await lastAbsence()
    const path = `/arbetslag/franvaro/${id}/sammanfattning`
    await sql(
      `insert into worklist.assignment (person_id, unit_id, staff_id, how, assigned_by, known_from, known_until)
      select $1, null, $2, 'by-hand', 'prov', $3, $4`,
      [team.youths.pers.personId, leila.id, at(-5), at(-2)],
    )
    const { html } = await leila.get(path)
    expect(html).toContain('blev din')
    expect(html).toContain('gick till någon annan')
    expect(html).toContain('nu hos Per Sand')
    await protect(team.site.place, team.youths.near.personId, 'marked')
    expect(families((await leila.get(path)).html)).toEqual(['Persson'])
    expect(team.site.reported).toEqual([])
  })
})
