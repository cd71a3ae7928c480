/** Assignments in the browser: each process sees its own, and acknowledges them once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFollowedYouth, aFollowingSite, type FollowingSite } from '../following.testbed.ts'
import { listSignals } from './signals.store.ts'

let site: FollowingSite
let youthId = ''
const signalOf = async (area: string): Promise<string> =>
  (await site.inside((tx) => listSignals(tx, [youthId]))).find((one) => one.area === area)?.signalId ?? ''

beforeAll(async () => {
  site = await aFollowingSite()
  youthId = await aFollowedYouth(site, { given: 'Alma', areas: ['health', 'school'], confirmedDaysAgo: 3 })
})
afterAll(() => site.close())

describe('my assignments', () => {
  it('are those of my process', async () => {
    const { html } = await site.people.housing.get('/uppfoljning/uppdrag')
    for (const said of ['Alma Prov', 'Hälsa', 'Kvittera Hälsa: Alma Prov']) expect(html).toContain(said)
    expect(html).not.toContain('Skola')
    expect((await site.people.labourMarket.get('/uppfoljning/uppdrag')).html).toContain('Skola')
    const denied = await site.people.authority.get('/uppfoljning/uppdrag')
    expect([denied.status, denied.html.includes('administratör för riktad uppföljning')]).toEqual([403, true])
  })

  it('are acknowledged by the process that has them, once', async () => {
    const path = `/uppfoljning/ungdom/${youthId}/uppdrag/${await signalOf('health')}`
    expect((await site.people.labourMarket.send(path)).status).toBe(409)
    expect(await site.people.housing.send(path)).toMatchObject({ status: 303, location: '/uppfoljning/uppdrag' })
    const { html } = await site.people.housing.get('/uppfoljning/uppdrag')
    expect(html).not.toContain('Kvittera Hälsa')
    const again = await site.people.housing.send(path)
    expect([again.status, again.html.includes('Inget ändrades')]).toEqual([409, true])
    expect((await site.people.housing.send(path.replace(youthId, 'x'))).status).toBe(404)
  })

  it('tell of a stop on its day, and are gone the day after', async () => {
    await aFollowedYouth(site, { given: 'Stina', areas: ['health'], confirmedDaysAgo: 30, endedDaysAgo: 0 })
    await aFollowedYouth(site, { given: 'Ture', areas: ['health'], confirmedDaysAgo: 30, endedDaysAgo: 1 })
    const { html } = await site.people.housing.get('/uppfoljning/uppdrag')
    expect(html).toMatch(/Stina Prov[^]*?avslutad/)
    expect(html).not.toContain('Ture')
  })
})
