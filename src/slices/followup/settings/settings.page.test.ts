/** The module's settings in the browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFollowupSite, type FollowupSite, type Somebody } from '../followup-site.testbed.ts'

let site: FollowupSite
let administrator: Somebody
beforeAll(async () => {
  site = await aFollowupSite()
  administrator = await site.member('Ada Admin', ['administrator'])
})
afterAll(() => site.close())

const path = '/uppfoljning/installningar'

describe('settings of erasure', () => {
  it('are shown as shipped, saved from a version, and keep their history', async () => {
    expect((await administrator.get(path)).html).toContain('12 kap. 1 och 2 §§ socialtjänstlagen (2001:453)')
    const first = { years: '6', keepsSample: 'ja', source: 'Nämndens beslut', version: '0' }
    expect((await administrator.send(path, first)).status).toBe(303)
    expect((await administrator.get(path)).html).toContain('Nämndens beslut')
    const stale = await administrator.send(path, { years: '7', source: 'Ett annat beslut', version: '0' })
    expect(stale.status).toBe(409)
    for (const shown of ['Ett annat beslut', 'Nämndens beslut', 'name="version" value="1"']) expect(stale.html).toContain(shown)
    expect((await administrator.send(path, { years: '7', source: 'Ett annat beslut', version: '1' })).status).toBe(303)
    const rows = await site.place.sql('select value, known_until <> $1 as past from followup.setting order by known_from', ['infinity'])
    expect(rows).toEqual([
      { value: { years: 6, keepsSample: true, source: 'Nämndens beslut' }, past: true },
      { value: { years: 7, keepsSample: false, source: 'Ett annat beslut' }, past: false },
    ])
    expect(await site.place.sql(`select from settings.value where key ~ 'erasure|followup'`)).toEqual([])
  })

  it.each([
    [{ years: '4' }, 'Skriv ett tal från 5 till 25'],
    [{ years: '26' }, 'Skriv ett tal från 5 till 25'],
    [{ years: 'fem' }, 'Skriv ett helt tal'],
    [{ source: ' ' }, 'Fyll i fältet'],
  ])('are refused with %j, and nothing typed is lost', async (more, told) => {
    const answer = await administrator.send(path, { years: '5', source: 'Mitt beslut', version: '2', ...more })
    expect([answer.status, answer.html.includes(told)]).toEqual([422, true])
    if (!('source' in more)) expect(answer.html).toContain('Mitt beslut')
  })

  it('are the administrator’s', async () => {
    const authority = await site.member('Mia Myndighet', ['authority'])
    expect((await authority.get(path)).status).toBe(403)
    expect((await authority.send(path, { years: '5', source: 'x', version: '2' })).status).toBe(403)
  })
})
