/** The house of directed follow-up in the browser: units, members and their roles, addresses that lead nowhere, and what was typed too late. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { aFollowupSite, type FollowupSite, type Somebody } from './followup-site.testbed.ts'

let site: FollowupSite
let authority: Somebody
let administrator: Somebody

const form = {
  givenName: 'Alva',
  familyName: 'Prov',
  bornOn: '',
  protection: 'none',
  school: '',
  phone: '',
  email: '',
  kept: 'no',
  keptGround: '',
}

async function unit(name: string): Promise<string> {
  expect((await administrator.send('/uppfoljning/enheter/ny', { name, district: 'Provstad', version: '0' })).status).toBe(303)
  const [row] = await site.place.sql<{ id: string }>('select id from followup.unit where name = $1', [name])
  return row?.id ?? ''
}

beforeAll(async () => {
  site = await aFollowupSite()
  authority = await site.member('Mia Myndighet', ['authority'])
  administrator = await site.member('Ada Admin', ['administrator'])
  await unit('Norrgården')
})
afterAll(() => site.close())

describe('units', () => {
  it('are not taken out of use while somebody lives there', async () => {
    const id = await unit('Tillfälliga')
    const moved = { ...form, number: aNumber('20080701'), unit: id, fromOn: '2026-01-10' }
    expect((await authority.send('/uppfoljning/ungdomar/ny', moved)).status).toBe(303)
    const path = `/uppfoljning/enheter/${id}`
    const refused = await administrator.send(path, { name: 'Tillfälliga', district: '', retired: 'ja', version: '1' })
    expect([refused.status, refused.html.includes('Flytta dem först')]).toEqual([422, true])
    expect((await administrator.get('/uppfoljning/enheter')).html).toContain('Tillfälliga')
    const taken = await administrator.send(path, { name: 'NORRGÅRDEN', district: '', version: '1' })
    expect(taken.html).toContain('redan en enhet med det namnet')
    expect((await administrator.send(path, { name: 'Bytt namn', district: '', version: '1' })).status).toBe(303)
    expect((await administrator.send(path, { name: 'Bytt igen', district: '', version: '1' })).status).toBe(409)
    expect((await authority.get('/uppfoljning/enheter')).status).toBe(403)
  })
  it('out of use take nobody in', async () => {
    const id = await unit('Stängda')
    expect(
      (await administrator.send(`/uppfoljning/enheter/${id}`, { name: 'Stängda', district: '', retired: 'ja', version: '1' })).status,
    ).toBe(303)
    const answer = await authority.send('/uppfoljning/ungdomar/ny', { ...form, number: aNumber('20080702'), unit: id })
    expect([answer.status, answer.html.includes('tagen ur bruk')]).toEqual([422, true])
  })
})

describe('members', () => {
  it('are given roles by an administrator, who cannot give themselves one', async () => {
    const visitor = await site.signedIn(['followup'], { name: 'Nina Ny' })
    await visitor.get('/uppfoljning')
    const [row] = await site.place.sql<{ id: string }>(`select staff_id as id from followup.member where name = 'Nina Ny'`)
    const path = `/uppfoljning/medlemmar/${row?.id}`
    expect((await administrator.get(path)).html).toContain('Nina Ny')
    expect((await administrator.send(path, { roles: 'housing', access: 'in', version: '1' })).status).toBe(303)
    expect((await visitor.get('/uppfoljning/ungdomar')).status).toBe(200)
    expect((await administrator.send(path, { roles: 'labourMarket', access: 'in', version: '1' })).status).toBe(409)
    const own = `/uppfoljning/medlemmar/${administrator.staffId}`
    const refused = await administrator.send(own, { roles: ['administrator', 'authority'], access: 'in', version: '1' })
    expect([refused.status, refused.html.includes('Du kan inte ge dig själv en roll')]).toEqual([422, true])
    expect((await administrator.send(own, { access: 'in', version: '1' })).html).toContain('Någon måste vara administratör')
    expect((await administrator.send(path, { roles: 'kung', access: 'in', version: '2' })).status).toBe(422)
    expect((await authority.get(path)).status).toBe(403)
    const history = await site.place.sql('select role, taken_at is not null as taken from followup.role where staff_id = $1', [row?.id])
    expect(history).toEqual([{ role: 'housing', taken: false }])
  })
})

describe('the pages', () => {
  it('say that there is nothing where an address leads nowhere, and broke nowhere', async () => {
    const everything = await site.member('Alla Alla', ['authority', 'labourMarket', 'housing', 'administrator', 'protectedReader'])
    for (const route of site.declared.filter(({ path }) => path.startsWith('/uppfoljning') && path.includes(':'))) {
      for (const filling of ['00000000-0000-4000-8000-000000000000', 'abc-', '%00', '99999999999999999999']) {
        const path = route.path.replaceAll(/:\w+(\{(?:[^{}]|\{[^{}]*\})*\})?/g, filling)
        const { status } = await (route.method === 'GET' ? everything.get(path) : everything.send(path))
        expect(route.method === 'GET' ? [404] : [303, 400, 404, 422], `${route.method} ${path}`).toContain(status)
      }
    }
    expect(site.reported).toEqual([])
  })
  it('keep what was typed in the sealed part when a sign-in runs out, and show it to nobody else', async () => {
    const typed = { ...form, number: aNumber('20080801'), givenName: 'Väntar', unit: '' }
    site.later(31 * 60_000)
    const { location } = await authority.send('/uppfoljning/ungdomar/ny', typed)
    site.later(-31 * 60_000)
    const back = decodeURIComponent(location.replace('/logga-in?till=', ''))
    expect(back).toMatch(/^\/uppfoljning\/fortsatt\//)
    expect(await site.place.sql('select from access.kept_form')).toEqual([])
    const other = await site.member('Någon Annan', ['authority'])
    expect((await other.get(back)).status).toBe(404)
    expect((await authority.get(back)).html).toContain('Väntar')
    expect((await authority.get(back)).status).toBe(404)
  })
})
