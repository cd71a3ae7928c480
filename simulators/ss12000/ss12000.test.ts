/** The simulator: who gets in, how lists are paged, and each nasty switch against what it promises. */
import type { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { aPerson, simulatedClient, testNumber } from './index.ts'
import { aWorld, get, nastily, pageOf, simulated } from './testbed.ts'

describe('access', () => {
  const { clientId, clientSecret } = simulatedClient
  const grant = { grant_type: 'client_credentials' }
  const post = (app: Hono, form: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request('/token', { method: 'POST', body: new URLSearchParams(form), headers })
  const basic = (pair: string): Record<string, string> => ({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` })

  it('gives a token for the right secret, by form and by Basic, and that token opens the lists', async () => {
    const app = simulated(aWorld())
    for (const response of [
      await post(app, { ...grant, client_id: clientId, client_secret: clientSecret }),
      await post(app, grant, basic(`${clientId}:${clientSecret}`)),
    ]) {
      expect(response.status).toBe(200)
      const { access_token } = (await response.json()) as { access_token: string }
      expect((await get(app, '/persons', access_token)).status).toBe(200)
    }
  })

  it('gives none for a wrong secret, no secret, an unknown client or another grant', async () => {
    const app = simulated(aWorld())
    expect((await post(app, { ...grant, client_id: clientId, client_secret: 'fel' })).status).toBe(401)
    expect((await post(app, grant, basic('constructor:fel'))).status).toBe(401)
    expect((await post(app, grant)).status).toBe(401)
    expect((await post(app, { grant_type: 'password' })).status).toBe(400)
  })

  it('withdraws a token after its requests', async () => {
    const app = simulated(aWorld(), { tokenRequests: 1 })
    const response = await post(app, { ...grant, client_id: clientId, client_secret: clientSecret })
    const { access_token } = (await response.json()) as { access_token: string }
    expect((await get(app, '/persons', access_token)).status).toBe(200)
    expect((await get(app, '/persons', access_token)).status).toBe(401)
  })
})

describe('lists', () => {
  it('pages by token alone, the same page as often as asked', async () => {
    const world = aWorld()
    const app = simulated(world)
    const first = pageOf(await get(app, '/persons?limit=3'))
    const second = pageOf(await get(app, `/persons?pageToken=${first.pageToken}`))
    const again = pageOf(await get(app, `/persons?pageToken=${first.pageToken}&limit=3`))
    const third = pageOf(await get(app, `/persons?pageToken=${second.pageToken}`))
    expect(again.data).toEqual(second.data)
    expect([...first.data, ...second.data, ...third.data]).toEqual(world.persons)
    expect(third.pageToken).toBeNull()
    expect((await get(app, `/persons?pageToken=${first.pageToken}&expand=duties`)).status).toBe(400)
  })

  it('leaves out what was changed at or before the point in time', async () => {
    const world = aWorld(2)
    const changed = '2026-10-01T06:00:00Z'
    world.persons[1]!.meta = { created: '2026-08-01T08:00:00Z', modified: changed }
    const app = simulated(world)
    const ids = async (after: string): Promise<string[]> =>
      pageOf(await get(app, `/persons?meta.modified.after=${encodeURIComponent(after)}`)).data.map(({ id }) => id)
    expect(await ids('2026-10-01T07:59:59+02:00')).toEqual([world.persons[1]?.id])
    expect(await ids('2026-10-01T08:00:00+02:00')).toEqual([])
    expect((await get(app, '/persons?meta.modified.after=2026-10-01T07:59:59+02:00')).status).toBe(400)
  })

  it('lists deletions by kind and after a point in time', async () => {
    const world = aWorld()
    const id = world.deleted[0]?.id
    expect(pageOf(await get(simulated(world), '/deletedEntities')).data).toEqual({ persons: [id], activitites: [id] })
    expect(pageOf(await get(simulated(world), '/deletedEntities?after=2026-09-02T10:00:00Z')).data).toEqual({ activitites: [id] })
    expect((await get(simulated(world), '/deletedEntities?entities=Nonsense')).status).toBe(400)
  })
})

describe('nasty', () => {
  it('unknownSchoolTypes and cancelledEnrolments strike every third person', async () => {
    const { data } = pageOf(await get(nastily({ unknownSchoolTypes: true, cancelledEnrolments: true }), '/persons'))
    const enrolments = data.map((person) => person.enrolments?.[0])
    expect(enrolments.map((one) => one?.schoolType)).toEqual(['SUV', 'GY', 'GY', 'FSK', 'GY', 'GY', 'SUV'])
    expect(enrolments.map((one) => one?.cancelled ?? false)).toEqual([true, false, false, true, false, false, true])
    expect(enrolments[0]?.endDate).toBeUndefined()
    expect(enrolments[3]?.endDate).toBe('2026-08-16')
  })

  it('tenDigitNumbers and tfNumbers', async () => {
    const persons = [aPerson({ birthDate: '2007-04-09' }), aPerson({ birthDate: '2007-04-09', sex: 'Man' })]
    const { data } = pageOf(await get(nastily({ tenDigitNumbers: true, tfNumbers: true }, { ...aWorld(), persons }), '/persons'))
    expect(data.map((one) => one.civicNo?.value)).toEqual(['20070409TF01', `070409-${testNumber('2007-04-09', 'Man').slice(8)}`])
  })

  it('serverErrors answers 500 once in n', async () => {
    const app = nastily({ serverErrors: 2 })
    const statuses = []
    for (let request = 0; request < 4; request++) statuses.push((await get(app, '/persons')).status)
    expect(statuses).toEqual([200, 500, 200, 500])
  })

  it('truncated cuts the page, duplicates repeat the first person, refuseDelta says 400', async () => {
    const cut = await get(nastily({ truncated: 1 }), '/persons')
    expect([cut.status, cut.body]).toEqual([200, null])
    expect(cut.text).toContain('"data"')
    const { data } = pageOf(await get(nastily({ duplicates: true }), '/persons'))
    expect(data).toHaveLength(8)
    expect(data[7]).toEqual(data[0])
    expect((await get(nastily({ refuseDelta: true }), '/persons?meta.modified.after=2026-08-01T08:00:00Z')).status).toBe(400)
  })

  it('makes only test numbers of the published pattern', () => {
    expect(testNumber('2007-04-09')).toBe('200704092386')
    expect(testNumber('2004-01-01')).toBe('200401012380')
    expect(testNumber('2004-01-01', 'Man')).toBe('200401012398')
    expect(() => testNumber('1999-01-01')).toThrow('no test numbers for births in 1999')
  })
})
