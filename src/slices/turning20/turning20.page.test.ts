/** Turning 20: the list by how near the day is, the checklist, a receiver that accepts, and nobody who took over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'

const today = '2026-11-20'
const [ada, bo, cia, dan, eva, hidden] = ['20061124', '20061215', '20070210', '20061001', '20070601', '20061127'].map((born) =>
  aNumber(born),
) as [string, string, string, string, string, string]
const names: Readonly<Record<string, string>> = { [ada]: 'Ada', [bo]: 'Bo', [cia]: 'Cia', [dan]: 'Dan', [eva]: 'Eva' }

let site: TestSite
let staff: Visitor
const subjects = new Map<string, string>()
const path = (number: string): string => `/ungdomar/${subjects.get(number) ?? ''}/fyller-20`

beforeAll(async () => {
  site = await aSite()
  site.later(Date.parse(`${today}T10:00:00Z`) - Date.now())
  const posts = Object.entries(names).map(([number, given]) => aPost({ number, given }))
  await site.place.feed('population', aPopulation(...posts, aPost({ number: hidden, given: 'Hemliga', secrecy: 'J' })), {
    on: date('2026-09-01'),
  })
  staff = await site.signedIn(['coordinator'], { name: 'Amina Prov' })
  for (const row of await site.place.sql<{ number: string; subject: string }>('select number, subject_id as subject from worklist.youth'))
    subjects.set(row.number, row.subject)
})
afterAll(() => site.close())

describe('the list', () => {
  it('has each where the day is, and nobody too early', async () => {
    const { status, html } = await staff.get('/fyller-20')
    expect(status).toBe(200)
    const part = (heading: string) => new RegExp(`<h2>${heading}</h2>.*?</section>`, 's').exec(html)?.[0] ?? ''
    expect(part('Inom 7 dagar')).toMatch(/Ada/)
    expect(part('Inom 30 dagar')).toMatch(/Bo/)
    expect(part('Inom 90 dagar')).toMatch(/Cia/)
    expect(part('Har fyllt 20, inte avslutade')).toMatch(/Dan/)
    expect(html).not.toMatch(/Eva|Hemliga/)
    expect(html).toContain('href="/utskick/ny?tjugo=90"')
  })

  it('shows those who are protected to those with the right', async () => {
    expect((await staff.get(path(hidden))).status).toBe(404)
    const handler = await site.signedIn(['protectedHandler'])
    expect((await handler.get('/fyller-20')).html).toMatch(/Hemliga/)
  })

  it('leaves those of other units out', async () => {
    const unitless = await site.signedIn(['counsellor'])
    expect((await unitless.get('/fyller-20')).html).not.toMatch(/Provsson/)
    expect((await unitless.send(`${path(ada)}/samtal`, { on: today })).status).toBe(404)
  })
})

describe('a hand-over', () => {
  it('is asked of nobody before the youth has said yes', async () => {
    const { status, html } = await staff.send(`${path(ada)}/mottagare`, { receiver: 'Vuxenenheten', on: today })
    expect([status, html.includes('inte sagt ja')]).toEqual([409, true])
    await expect(
      site.place.sql(
        `insert into turning20.hand_over (person_id, receiver, asked_on, asked_by)
         select person_id, 'x', current_date, (select id from access.staff limit 1) from worklist.youth where number = $1`,
        [ada],
      ),
    ).rejects.toThrow(/only a youth who wants it/)
  })

  it('says at its field what cannot be read', async () => {
    expect((await staff.send(`${path(ada)}/fraga`, { on: today })).status).toBe(422)
    expect((await staff.send(`${path(ada)}/samtal`, { on: 'x' })).status).toBe(422)
    expect((await staff.send(`${path(ada)}/samtal`, { on: '2026-11-21' })).html).toContain('har inte varit än')
  })

  it('goes from a talk to a receiver that accepts', async () => {
    for (const [to, fields] of [
      ['samtal', { on: '2026-11-10' }],
      ['fraga', { wish: 'wants', on: '2026-11-10' }],
      ['mottagare', { receiver: 'Vuxenenheten', on: '2026-11-11' }],
    ] as const)
      expect([to, (await staff.send(`${path(ada)}/${to}`, fields)).status]).toEqual([to, 303])
    expect((await staff.send(`${path(ada)}/mottagare`, { receiver: 'En till', on: today })).status).toBe(409)
    expect((await staff.send(`${path(ada)}/fraga`, { wish: 'declines', on: today })).status).toBe(409)
    expect((await staff.send(`${path(ada)}/slut`, { outcome: 'handedOver' })).status).toBe(409)
    expect((await staff.send(`${path(ada)}/slut`, { outcome: 'nobodyTookOver' })).status).toBe(409)
    const receiver = /mottagare\/([\w-]{36})/.exec((await staff.get(path(ada))).html)?.[1] ?? ''
    const answer = (on: string) => staff.send(`${path(ada)}/mottagare/${receiver}`, { answer: 'accepted', on })
    expect((await answer('2026-11-10')).status).toBe(409)
    expect((await answer('2026-11-12')).status).toBe(303)
    expect((await answer('2026-11-12')).status).toBe(409)
    expect((await staff.send(`${path(ada)}/slut`, { outcome: 'handedOver' })).status).toBe(303)
    expect((await staff.get(path(ada))).html).toContain('Överlämnad till en mottagare, 20 november 2026')
    expect((await staff.get('/fyller-20')).html).toMatch(/Klara[^]*Ada[^]*Överlämnad till en mottagare/)
    expect((await staff.get(`/ungdomar/${subjects.get(ada) ?? ''}`)).html).toMatch(/Fyller 20[^]*Överlämnad till en mottagare/)
  })

  it('is taken back when it was wrong', async () => {
    expect((await staff.send(`${path(ada)}/aterta`)).status).toBe(303)
    expect((await staff.send(`${path(ada)}/aterta`)).status).toBe(409)
    expect((await staff.get('/fyller-20')).html).not.toContain('Klara')
  })
})

describe('nobody who took over', () => {
  it('is said, from the last week on, when the youth wanted it', async () => {
    for (const number of [bo, dan]) await staff.send(`${path(number)}/fraga`, { wish: 'wants', on: today })
    expect((await staff.send(`${path(bo)}/slut`, { outcome: 'nobodyTookOver' })).html).toContain('en vecka före')
    expect((await staff.send(`${path(dan)}/slut`, { outcome: 'nobodyTookOver' })).status).toBe(303)
    expect((await staff.get('/fyller-20')).html).toMatch(/<dt>Ingen tog över<\/dt><dd>1<\/dd>/)
    const lines = await site.place.sql(`select from audit.line where action = 'turning.end' and outcome = 'done'`)
    expect(lines).toHaveLength(2)
  })

  it('cannot be put in when a receiver has accepted', async () => {
    await expect(
      site.place.sql(
        `insert into turning20.ending (person_id, outcome, on_day, said_by)
         select person_id, 'nobodyTookOver', current_date, (select id from access.staff limit 1) from worklist.youth where number = $1`,
        [ada],
      ),
    ).rejects.toThrow(/nobody took over when nobody accepts/)
  })
})
