/** Turning 20: the list by how near the day is, the checklist, a receiver that accepts, and nobody who took over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { readTurning } from './turning20.actions.ts'
import { countTurningWaiting } from './waiting.actions.ts'

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
    const { html } = await handler.get(path(hidden))
    expect(html).toMatch(/skyddade personuppgifter\. Inget om hen lämnas härifrån/)
  })

  it('leaves those of other units out', async () => {
    const unitless = await site.signedIn(['counsellor'])
    expect((await unitless.get('/fyller-20')).html).not.toMatch(/Provsson/)
    expect((await unitless.send(`${path(ada)}/samtal`, { on: today })).status).toBe(404)
  })
})

/** A consent to being handed over, as it stands when it has been written. */
const consent = (number: string, receiver: string, givenOn: string): Promise<unknown> =>
  site.place.sql(
    `insert into consents.consent (person_id, purpose, receiver_kind, receiver_name, fields, how, given_on, until_on, previewed, recorded_by, recorded_on)
     select person_id, 'handOver', 'internal', $2, '{name,phones}', 'inPerson', $3, '2027-01-31', repeat('0', 64), (select id from access.staff limit 1), $3
     from worklist.youth where number = $1`,
    [number, receiver, givenOn],
  )

describe('a hand-over', () => {
  it('is asked of nobody before the youth has said yes', async () => {
    const { status, html } = await staff.send(`${path(ada)}/mottagare`, { receiver: 'Vuxenenheten', ground: 'withoutName', on: today })
    expect([status, html.includes('inte sagt ja')]).toEqual([409, true])
    await expect(
      site.place.sql(
        `insert into turning20.hand_over (person_id, receiver, asked_on, asked_by, ground)
         select person_id, 'x', current_date, (select id from access.staff limit 1), 'withoutName' from worklist.youth where number = $1`,
        [ada],
      ),
    ).rejects.toThrow(/only a youth who wants it/)
  })

  it('says at its field what cannot be read', async () => {
    expect((await staff.send(`${path(ada)}/fraga`, { on: today })).status).toBe(422)
    expect((await staff.send(`${path(ada)}/samtal`, { on: 'x' })).status).toBe(422)
    expect((await staff.send(`${path(ada)}/samtal`, { on: '2026-11-21' })).html).toContain('har inte varit än')
  })

  it('goes from a talk to a receiver that is asked, without a name while there is no consent', async () => {
    for (const [to, fields] of [
      ['samtal', { on: '2026-11-10' }],
      ['fraga', { wish: 'wants', on: '2026-11-10' }],
    ] as const)
      expect([to, (await staff.send(`${path(ada)}/${to}`, fields)).status]).toEqual([to, 303])
    const ask = (receiver: string, ground: string) => staff.send(`${path(ada)}/mottagare`, { receiver, ground, on: '2026-11-11' })
    const refused = await ask('Vuxenenheten', 'consent')
    expect([refused.status, refused.html.includes('inget samtycke')]).toEqual([409, true])
    expect(refused.html).toContain('/samtycken/utan')
    expect((await ask('Vuxenenheten', '')).status).toBe(422)
    expect((await ask('Vuxenenheten', 'withoutName')).status).toBe(303)
    expect((await ask('En till', 'withoutName')).status).toBe(409)
    expect((await staff.send(`${path(ada)}/fraga`, { wish: 'declines', on: today })).status).toBe(409)
    expect((await staff.send(`${path(ada)}/slut`, { outcome: 'handedOver' })).status).toBe(409)
    expect((await staff.send(`${path(ada)}/slut`, { outcome: 'nobodyTookOver' })).status).toBe(409)
  })

  it('is accepted when the youth has consented to that receiver, and then it has ended', async () => {
    const receiver = /mottagare\/([\w-]{36})/.exec((await staff.get(path(ada))).html)?.[1] ?? ''
    const answer = (on: string) => staff.send(`${path(ada)}/mottagare/${receiver}`, { answer: 'accepted', on })
    expect((await answer('2026-11-13')).html).toContain('inget samtycke')
    await consent(ada, 'Någon annan', '2026-11-12')
    expect((await answer('2026-11-13')).status).toBe(409)
    await consent(ada, 'vuxenenheten', '2026-11-12')
    expect((await answer('2026-11-10')).status).toBe(409)
    expect((await answer('2026-11-13')).status).toBe(303)
    expect((await answer('2026-11-13')).status).toBe(409)
    expect((await staff.get(path(ada))).html).toContain('Med ungdomens samtycke')
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

describe('what is not needed', () => {
  it('is said with a reason, and taken back', async () => {
    const page = await staff.get(path(cia))
    expect(page.html).toMatch(/Informationsbrevet: det finns ingen adress/)
    expect((await staff.send(`${path(cia)}/behovs-inte`, { waived: 'letter:continues' })).status).toBe(422)
    expect((await staff.send(`${path(cia)}/behovs-inte`, { waived: 'measures:continues' })).status).toBe(409)
    expect((await staff.send(`${path(cia)}/behovs-inte`, { waived: 'letter:toldInPerson' })).status).toBe(303)
    expect((await staff.get(path(cia))).html).toMatch(/behövs inte[^]*beskedet på annat sätt/)
    expect((await staff.send(`${path(cia)}/behovs/letter`)).status).toBe(303)
    expect((await staff.send(`${path(cia)}/behovs/letter`)).status).toBe(409)
  })

  it('is told of an ongoing measure, which does not end by itself', async () => {
    await site.place.sql(
      `insert into measures.measure (person_id, item_key, item_version, is_exclusive, responsible, placement, origin, by_name, changed_by, from_on, recorded_on)
       select y.person_id, 'guidance', 1, false, 'municipality', 'none', 'hand', 'Prov', 'Prov', '2026-10-15', '2026-10-15' from worklist.youth y where y.number = $1`,
      [cia],
    )
    expect((await staff.get(path(cia))).html).toContain('upphör inte av sig själv')
    expect((await staff.send(`${path(cia)}/behovs-inte`, { waived: 'measures:continues' })).status).toBe(303)
    expect((await staff.get(path(cia))).html).toContain('fortsätter efter 20-årsdagen')
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

describe('what waits', () => {
  it('is counted for the start page: those within 30 days and past, of whom nobody has said how it ended', async () => {
    const scope = { units: null, mayReadProtected: false }
    const counted = await inTransaction(site.place.pool, (tx) => countTurningWaiting(tx, { scope, today: date(today) }))
    expect(counted).toEqual({ within30: 2, past: 0 })
    const all = await inTransaction(site.place.pool, (tx) =>
      countTurningWaiting(tx, { scope: { ...scope, mayReadProtected: true }, today: date(today) }),
    )
    expect(all).toEqual({ within30: 3, past: 0 })
  })

  it('is not forgotten when somebody leaves the list long after the day', async () => {
    await staff.send(`${path(dan)}/aterta`)
    // The list was in use when Dan stood on it.
    await staff.send(`${path(dan)}/samtal`, { on: '2026-09-30' })
    const late = await readTurning({
      pool: site.place.pool,
      scope: { units: null, mayReadProtected: false },
      staffId: (await site.place.sql<{ id: string }>('select id from access.staff limit 1'))[0]?.id ?? '',
      today: date('2027-04-20'),
      isFresh: true,
    })
    expect(late.list.map(({ youth }) => youth.givenName)).not.toContain('Dan')
    expect(late.fallen).toBe(1)
  })
})
