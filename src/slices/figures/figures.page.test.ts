/** The outreach figures against a recount in plain SQL, as different readers see them, and through the command's own reading. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite } from '../../../test/support/web.ts'
import { aMeasure } from '../worklist/worklist.testbed.ts'
import { readOutreachFigures } from './figures.actions.ts'
import { figureChannels } from './figures.types.ts'

let site: TestSite
const sql = <Row extends object>(text: string, values?: unknown[]) => site.place.sql<Row>(text, values)
const everybody = { actor: 'prov', scope: { units: null, mayReadProtected: true }, today: date('2026-11-26') }
const question = { fromOn: date('2026-09-01'), untilOn: date('2026-11-01'), by: 'none' } as const
const numbers = ['20080101', '20080102', '20080103', '20080104', '20080105', '20080106'].map((day) => aNumber(day))

/** The same every time: a small generator, so that a failure can be looked into. */
function shuffled(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const outcomes: Readonly<Record<string, readonly (readonly [outcome: string, attempted: boolean, reached: boolean])[]>> = {
  letter: [
    ['sent', true, false],
    ['replied', false, true],
  ],
  sms: [
    ['sent', true, false],
    ['replied', false, true],
  ],
  phone: [
    ['noAnswer', true, false],
    ['reached', true, true],
    ['declined', true, true],
  ],
  visitCard: [['sent', true, false]],
  partner: [['informed', true, false]],
}

async function someContacts(): Promise<void> {
  const random = shuffled(7)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const people = await sql<{ id: number }>('select person_id::int as id from worklist.youth order by 1')
  for (let n = 0; n < 200; n++) {
    const channel = pick(Object.keys(outcomes))
    const [outcome, attempted, reached] = pick(outcomes[channel] ?? [])
    const department = reached && random() < 0.3 ? pick(['education', 'labourMarket']) : null
    await sql(
      `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, unit_id, department, origin)
       values ($1, $2, $3, $4, $5, timestamptz '2026-08-15 08:00+02' + $6 * interval '1 minute', 'prov', $7, $8, 'hand')`,
      [pick(people).id, channel, attempted, reached, outcome, Math.floor(random() * 100 * 1440), pick([null, 1, 2]), department],
    )
  }
}

/** Covered in September and October, but the second and third youth only for some weeks of them: their other contacts are outside. */
async function coverSome(): Promise<void> {
  await sql('delete from register.period')
  await sql(`insert into register.period (person_id, from_on, until_on, entry_reason, exit_reason)
    select y.person_id, d.from_on, d.until_on, 'neverStarted', 'inEducation' from (select person_id, row_number() over (order by person_id) as nth from worklist.youth) y
    join (values (date '2026-06-01', date '2026-12-24', 1), ('2026-09-10', '2026-09-20', 2), ('2026-10-05', '2026-10-20', 2), ('2026-09-15', '2026-12-24', 3))
      d(from_on, until_on, nth) on d.nth = least(y.nth, 4) or (d.nth = 1 and y.nth > 3)`)
}

beforeAll(async () => {
  site = await aSite()
  await sql(`insert into organisation.unit (name) values ('Väst'), ('Öst')`)
  const posts = numbers.map((number, index) => aPost({ number, ...(index === 5 ? { secrecy: 'J' } : {}) }))
  await site.place.feed('population', aPopulation(...posts))
  await someContacts()
  await coverSome()
})
afterAll(() => site.close())

const recount = `
  with contact as (select c.*, (c.happened_at at time zone 'Europe/Stockholm')::date as on_day,
      (select count(*) from register.period p where p.person_id = c.person_id
        and daterange(p.from_on, p.until_on) @> (c.happened_at at time zone 'Europe/Stockholm')::date) > 0 as is_covered
      from outreach.contact c where c.struck_at is null
      and (not $3::boolean or c.person_id not in (select person_id from register.protected_now))),
    step as (select * from contact where attempted and channel not in ('partner', 'school')),
    answered as (select distinct (select s.id from step s where s.person_id = v.person_id and (s.happened_at, s.id) <= (v.happened_at, v.id)
      order by s.happened_at desc, s.id desc limit 1) as id from contact v where v.reached)
  select s.channel, coalesce(s.unit_id, 0) as unit, count(*)::int as made, count(a.id)::int as answered,
    count(distinct s.person_id) filter (where a.id is not null)::int as reached
  from step s left join answered a on a.id = s.id where s.on_day >= $1 and s.on_day < $2 and s.is_covered = $5 group by grouping sets ((s.channel), (s.channel, s.unit_id))
  having grouping(s.unit_id) = $4`

type Counted = { channel: string; unit: number; made: number; answered: number; reached: number }
const counted = (withoutProtected: boolean, isWhole: boolean, isCovered = true) =>
  sql<Counted>(recount, [question.fromOn, question.untilOn, withoutProtected, isWhole ? 1 : 0, isCovered])

describe('the figures', () => {
  it('are those of a recount in SQL, channel by channel', async () => {
    const { groups } = await readOutreachFigures(site.place.pool, everybody, question)
    const expected = await counted(false, true)
    expect(expected.length).toBe(4)
    for (const channel of figureChannels) {
      const { made, answered, reached } = expected.find((row) => row.channel === channel) ?? { made: 0, answered: 0, reached: 0 }
      expect(groups[0]?.channels[channel], channel).toEqual({ made, answered, reached })
    }
  })

  it('outside the target group are those of the recount too, and never among the others', async () => {
    const { groups } = await readOutreachFigures(site.place.pool, everybody, question)
    const expected = await counted(false, true, false)
    expect(expected.length).toBeGreaterThan(1)
    for (const channel of figureChannels) {
      const { made, answered, reached } = expected.find((row) => row.channel === channel) ?? { made: 0, answered: 0, reached: 0 }
      expect(groups[0]?.outside.channels[channel], channel).toEqual({ made, answered, reached })
    }
    const [youths] = await sql<{ n: number }>(
      `select count(distinct c.person_id)::int as n from outreach.contact c where c.happened_at >= '2026-09-01 00:00+02' and c.happened_at < '2026-11-01 00:00+01'
         and (c.reached or (c.attempted and c.channel not in ('partner', 'school'))) and not exists (select from register.period p
           where p.person_id = c.person_id and daterange(p.from_on, p.until_on) @> (c.happened_at at time zone 'Europe/Stockholm')::date)`,
    )
    expect(youths?.n).toBeGreaterThan(0)
    expect(groups[0]?.outside.youths).toBe(youths?.n)
  })

  it('measures are those that began in the period, stand and count, each by whether the youth was covered on its first day', async () => {
    const [first, second] = await sql<{ id: number }>('select person_id::int as id from worklist.youth order by 1 limit 2')
    const add = (personId: number | undefined, item: string, from: string, until: string | null = null) =>
      aMeasure(site.place, { personId: personId ?? 0 }, { item, from, until })
    await sql(`insert into worklist.watch (person_id, ground, from_on, started_by) values ($1, 'orolig', '2026-08-01', 'prov')`, [
      second?.id,
    ])
    await add(first?.id, 'guidance', '2026-08-31')
    await add(first?.id, 'guidance', '2026-09-01')
    await add(first?.id, 'studyVisit', '2026-10-31')
    await add(first?.id, 'singleTalk', '2026-10-01')
    await add(first?.id, 'youthEmployment', '2026-10-01')
    await add(first?.id, 'groupActivity', '2026-10-02', '2026-10-02')
    await add(first?.id, 'guidance', '2026-11-01')
    await add(second?.id, 'guidance', '2026-09-09')
    await add(second?.id, 'guidance', '2026-09-10')
    const { groups, items } = await readOutreachFigures(site.place.pool, everybody, question)
    const [all] = groups
    // The group activity was over in a day.
    expect([all?.measures, all?.outside.measures]).toEqual([
      { begun: 4, youths: 2 },
      { begun: 1, youths: 1 },
    ])
    // Item by item there are as many.
    const begunOf = (outside: boolean): number =>
      items.filter(({ counts, isOutside }) => counts && isOutside === outside).reduce((sum, { begun }) => sum + begun, 0)
    expect([begunOf(false), begunOf(true)]).toEqual([4, 1])
    const handler = await site.signedIn(['coordinator', 'protectedHandler'])
    const { html } = await handler.get('/siffror/uppsokande?fran=2026-09-01&till=2026-10-31')
    // As numbers that travel they are too small.
    expect(html).toMatch(/<th scope="row">Enstaka samtal<\/th><td[^>]*><abbr[^>]*>\.\.<\/abbr>/)
  })

  it('are those of the recount unit by unit, with their names', async () => {
    const { groups } = await readOutreachFigures(site.place.pool, everybody, { ...question, by: 'unit' })
    const expected = await counted(false, false)
    expect(groups.map(({ name }) => name)).toEqual(['Väst', 'Öst', null])
    for (const { group, channels } of groups)
      for (const channel of figureChannels) {
        const row = expected.find((one) => one.channel === channel && one.unit === (group ?? 0))
        expect(channels[channel], `${group} ${channel}`).toEqual({
          made: row?.made ?? 0,
          answered: row?.answered ?? 0,
          reached: row?.reached ?? 0,
        })
      }
  })

  it('leave out struck entries, and count a merged record as the one that is kept', async () => {
    const before = (await readOutreachFigures(site.place.pool, everybody, question)).groups[0]
    const [row] = await sql<{ id: number }>(
      `select max(id)::int as id from outreach.contact where attempted and channel = 'visitCard' and happened_at between '2026-09-02' and '2026-10-30'`,
    )
    const [staff] = await sql<{ id: string }>(
      `insert into access.staff (issuer, subject, name) values ('prov', 'strykare', 'S') returning id`,
    )
    await sql(`update outreach.contact set struck_at = now(), struck_by = $2, struck_why = 'fel person' where id = $1`, [
      row?.id,
      staff?.id,
    ])
    const after = (await readOutreachFigures(site.place.pool, everybody, question)).groups[0]
    expect(after?.channels.visitCard.made).toBe((before?.channels.visitCard.made ?? 0) - 1)
    const [kept, absorbed] = await sql<{ id: number }>('select person_id::int as id from worklist.youth order by 1 limit 2 offset 3')
    await sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'prov', 'prov', '{}', now())`,
      [absorbed?.id, kept?.id],
    )
    const merged = (await readOutreachFigures(site.place.pool, everybody, question)).groups[0]
    expect(merged?.channels.phone.made).toBe(after?.channels.phone.made)
    expect(merged?.funnel.written).toBeLessThanOrEqual(after?.funnel.written ?? 0)
    await sql('update register.same_person set known_until = clock_timestamp()')
  })
})

describe('the page', () => {
  const made = (html: string, channel: string): number =>
    Number(new RegExp(`<th scope="row">${channel}</th><td[^>]*>(\\d+)`).exec(html.replaceAll(/\u00A0/g, ''))?.[1] ?? -1)

  it('counts a protected youth only for those with the right, and each unit’s own for its manager', async () => {
    const address = '/siffror/uppsokande?fran=2026-09-01&till=2026-10-31'
    const [without] = (await counted(true, true)).filter(({ channel }) => channel === 'phone')
    const [whole] = (await counted(false, true)).filter(({ channel }) => channel === 'phone')
    expect(whole?.made).toBeGreaterThan(without?.made ?? 0)
    const coordinator = await site.signedIn(['coordinator'])
    expect(made((await coordinator.get(address)).html, 'Telefonsamtal')).toBe(without?.made)
    const handler = await site.signedIn(['coordinator', 'protectedHandler'])
    expect(made((await handler.get(address)).html, 'Telefonsamtal')).toBe(whole?.made)
    const inWest = await site.signedIn(['unitManager'], { unit: 'Väst' })
    const own = (await counted(true, false)).find(({ channel, unit }) => channel === 'phone' && unit === 1)
    const { html } = await inWest.get(address)
    expect(made(html, 'Telefonsamtal')).toBe(own?.made)
    // What she counts is not called the whole municipality's.
    expect([html.includes('Hela kommunen'), html.includes('Det du får räkna')]).toEqual([false, true])
  })

  it('shows no small number, also to who splits it by unit, and says so; zero stands', async () => {
    const system = await site.signedIn(['systemCoordinator'])
    for (const per of ['', 'enhet', 'omrade']) {
      const { html } = await system.get(`/siffror/uppsokande?fran=2026-09-01&till=2026-10-31&per=${per}`)
      const cells = [...html.matchAll(/<td class="number"[^>]*data-title="(?!Dagar|Andel)[^"]*"[^>]*>(\d+)/g)].map(([, n]) => Number(n))
      expect(cells.length).toBeGreaterThan(12)
      expect(cells.filter((n) => n > 0 && n < 5)).toEqual([])
      expect(html).toContain('Tal under 5 visas inte')
    }
  })

  it('says what is wrong with a period, and that nothing is logged in another', async () => {
    const coordinator = await site.signedIn(['coordinator'])
    expect((await coordinator.get('/siffror/uppsokande?fran=2026-10-01&till=2026-09-01')).html).toContain('Sista dagen ligger före')
    expect((await coordinator.get('/siffror/uppsokande?fran=2019-01-01&till=2019-02-01')).html).toContain('Ingenting är loggat i perioden')
    await sql(
      `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, department, origin)
       select person_id, 'letter', false, true, 'replied', '2019-03-05 12:00+01', 'prov', 'education', 'hand' from worklist.youth where number = $1`,
      [numbers[0]],
    )
    // A voice that answers no step is something all the same: support was chosen.
    const { html } = await coordinator.get('/siffror/uppsokande?fran=2019-03-01&till=2019-03-31')
    expect(html).toContain('Val av stöd')
    // Nobody was covered then.
    expect(html).toContain('Utanför målgruppen')
    expect((await (await site.signedIn(['counsellor'], { unit: 'Väst' })).get('/siffror/uppsokande')).status).toBe(403)
    expect(site.reported).toEqual([])
  })
})
