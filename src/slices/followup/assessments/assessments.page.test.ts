/** Assessments in the browser: begun, saved bit by bit, done, corrected; what is wrong stands at its field; who may not, does not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../../test/support/feed-files.ts'
import { daysLater, quarterOf } from '../calendar/month.rules.ts'
import { aFollowupSite, type FollowupSite, type Somebody } from '../followup-site.testbed.ts'
import { shipped } from '../followup.testbed.ts'
import { parseDate } from '../../../platform/plain-date.ts'

let site: FollowupSite
let authority: Somebody
beforeAll(async () => {
  site = await aFollowupSite()
  authority = await site.member('Mia Myndighet', ['authority'])
})
afterAll(() => site.close())

const today = parseDate(new Date().toISOString().slice(0, 10))!
const quarter = quarterOf(today)
let born = 0

/** A youth registered long enough ago. */
async function aYouth(protection = 'none'): Promise<string> {
  born++
  const rows = await site.place.sql<{ id: string }>(
    `insert into followup.youth (number, given_name, family_name, born_on, protection, registered_on, registered_by, noted_on)
     values ($1, 'Alva', 'Prov', '2008-07-01', $4, $2, $3, $2) returning id`,
    [aNumber(`200807${String(born).padStart(2, '0')}`), daysLater(today, -200), authority.staffId, protection],
  )
  return rows[0]?.id ?? ''
}

const answers = (text: string, other: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...Object.fromEntries(shipped.areas.flatMap(({ items }) => items.map(({ key }) => [`item-${key}`, text]))),
  ...other,
})
const inSchool = (text: string) => ({ 'item-school1': text, 'item-school2': text, 'item-school3': text })

/** The address of a new assessment of a new youth. */
async function begun(): Promise<{ youth: string; path: string }> {
  const youth = await aYouth()
  const { status, location } = await authority.send(`/uppfoljning/ungdom/${youth}/bedomningar`, { quarter })
  expect(status).toBe(303)
  return { youth, path: location }
}

const finish = (path: string, fields: Readonly<Record<string, string>>, version = '1') =>
  authority.send(path, { version, do: 'finish', assessedOn: today, note: '', ...fields })
const signals = (youth: string) =>
  site.place.sql('select area, recipient, points from followup.signal where youth_id = $1 order by area', [youth])

describe('an assessment', () => {
  it('is begun, saved bit by bit, done, and says what is low: 12,49 is, 12,5 exactly is not', async () => {
    const { youth, path } = await begun()
    expect((await authority.get(path)).html).toContain('15 frågor är kvar att svara på')
    const some = { 'item-health1': '12,5', 'item-health2': '12,5', 'item-health3': '12.5' }
    expect((await authority.send(path, { version: '1', do: 'draft', assessedOn: '', note: '', ...some })).status).toBe(303)
    expect((await authority.get(path)).html).toContain('12 frågor är kvar att svara på')
    expect((await finish(path, answers('20', { ...some, ...inSchool('12,49') }), '2')).status).toBe(303)
    expect(await signals(youth)).toEqual([{ area: 'school', recipient: 'labourMarket', points: 1249 }])
    const { html } = await authority.get(path)
    for (const shown of ['12,49', 'Ta ställning till signalerna', 'under 12,5']) expect(html).toContain(shown)
    expect(html.match(/<title>.*<\/title>/)?.[0]).not.toContain('Alva')
    expect((await authority.get(`/uppfoljning/ungdom/${youth}`)).html).toContain('12,49')
  })

  it('with answers missing or outside the scale is not done; each is told at its field and nothing typed is lost', async () => {
    const { youth, path } = await begun()
    const { status, html } = await finish(path, answers('17', { 'item-health2': '', 'item-school1': '26', 'item-economy1': 'tre' }))
    expect(status).toBe(422)
    for (const shown of [
      'Hälsa, Rörelse och fritid: svar saknas.',
      'Skola, Närvaro: poängen måste vara 0–25.',
      'Ekonomi, Planerar sin ekonomi: skriv poängen med siffror, högst två decimaler.',
      'href="#item-health2"',
      'value="tre"',
      'value="17"',
    ]) {
      expect(html).toContain(shown)
    }
    expect(await signals(youth)).toEqual([])
    // A draft may lack answers; it may not hold what is no answer.
    const draft = { version: '1', do: 'draft', assessedOn: '', note: '' }
    expect((await authority.send(path, { ...draft, 'item-school1': '26' })).status).toBe(422)
    expect((await authority.send(path, { ...draft, 'item-school1': '25' })).status).toBe(303)
  })

  it.each([
    [{ assessedOn: daysLater(today, 1) }, 'Dagen har inte kommit än.'],
    [{ assessedOn: daysLater(quarter, -1) }, 'Dagen ligger före kvartalets början.'],
    [{ assessedOn: '' }, 'Fyll i fältet'],
    [{ assessedOn: '2026-02-31' }, 'href="#assessedOn"'],
    [{ version: 'x' }, 'Skriv ett helt tal'],
  ])('on a day that will not do is refused: %j', async (more, told) => {
    const { path } = await begun()
    const { status, html } = await finish(path, { ...answers('20'), ...more })
    expect([status, html.includes(told)]).toEqual([422, true])
  })

  it('saved by two is saved by the first; the second sees both, and saves from there', async () => {
    const { path } = await begun()
    const draft = { do: 'draft', assessedOn: '', note: '' }
    expect((await authority.send(path, { ...draft, version: '1', 'item-school1': '10' })).status).toBe(303)
    const second = await authority.send(path, { ...draft, version: '1', 'item-school1': '11' })
    expect(second.status).toBe(409)
    for (const shown of ['Någon annan hann spara före dig', 'Skola: Närvaro', 'value="11"', 'name="version" value="2"'])
      expect(second.html).toContain(shown)
    expect((await finish(path, answers('20'), '1')).status).toBe(409)
    expect((await finish(path, answers('20'), '2')).status).toBe(303)
    const late = await finish(path, answers('21'), '2')
    expect([late.status, late.html.includes('Bedömningen är redan gjord')]).toEqual([409, true])
  })

  it('is begun once a quarter, and not for a quarter long ago', async () => {
    const { youth } = await begun()
    const path = `/uppfoljning/ungdom/${youth}/bedomningar`
    const again = await authority.send(path, { quarter })
    expect([again.status, again.html.includes('redan påbörjad')]).toEqual([409, true])
    expect((await authority.send(path, { quarter: '2020-01-01' })).status).toBe(422)
    expect((await authority.send(path, { quarter: 'nu' })).status).toBe(422)
  })

  it('is corrected with a reason: what stood before stays, and what became low is proposed', async () => {
    const { youth, path } = await begun()
    expect((await authority.get(`${path}/ratta`)).status).toBe(303)
    await finish(path, answers('20'))
    const correction = { version: '1', note: '', ...answers('20', inSchool('12')) }
    const without = await authority.send(`${path}/ratta`, { ...correction, why: '' })
    expect([without.status, without.html.includes('Skriv varför bedömningen rättas.')]).toEqual([422, true])
    expect((await authority.send(`${path}/ratta`, { ...correction, why: 'Skrev fel.' })).status).toBe(303)
    expect((await authority.send(`${path}/ratta`, { ...correction, why: 'Skrev fel.' })).status).toBe(409)
    const { html } = await authority.get(path)
    for (const shown of ['Skrev fel.', 'Skola 12', 'Skola 20']) expect(html).toContain(shown)
    expect(await signals(youth)).toHaveLength(1)
  })

  it('is the authority process’, and a protected youth’s asks for a fresh sign-in', async () => {
    const { youth, path } = await begun()
    const housing = await site.member('Hugo Boende', ['housing'])
    for (const one of [path, `${path}/ratta`, `/uppfoljning/ungdom/${youth}/bedomningar`, '/uppfoljning/bedomningar'])
      expect((await housing.get(one)).status).toBe(403)
    const hidden = await aYouth('protected-registration')
    expect((await authority.get(`/uppfoljning/ungdom/${hidden}/bedomningar`)).status).toBe(404)
    const other = await aYouth()
    expect((await authority.get(path.replace(youth, other))).status).toBe(404)
    const reader = await site.member('Rita Rätt', ['authority', 'protectedReader'])
    const begin = await reader.send(`/uppfoljning/ungdom/${hidden}/bedomningar`, { quarter })
    expect((await reader.get(begin.location)).html).toContain('item-school1')
    site.later(11 * 60_000)
    for (const way of ['bedomningar', 'signaler', `manad/${today.slice(0, 7)}`, 'utredning']) {
      const { status, location } = await reader.get(`/uppfoljning/ungdom/${hidden}/${way}`)
      expect([status, location.startsWith('/logga-in/start?igen=1')], way).toEqual([303, true])
    }
    expect((await reader.send(begin.location, { version: '1', do: 'draft', assessedOn: '', note: '' })).location).toContain('igen=1')
    site.later(-11 * 60_000)
  })
})

describe('the round of the quarter', () => {
  it('counts who is done and names who is not, and those the reader does not see are not counted', async () => {
    const { path } = await begun()
    await finish(path, answers('20', inSchool('3')))
    const hidden = await aYouth('protected-registration')
    const { html } = await authority.get('/uppfoljning/bedomningar')
    const [seen] = await site.place.sql<{ n: number }>(`select count(*)::int as n from followup.youth where protection = 'none'`)
    expect(html).toMatch(new RegExp(`\\d+ av ${seen?.n}<`))
    expect(html).toContain('Skola 3')
    expect(html).not.toContain(hidden)
    const reader = await site.member('Pia Skydd', ['authority', 'protectedReader'])
    expect((await reader.get('/uppfoljning/bedomningar')).html).toContain(hidden)
    expect((await authority.get('/uppfoljning/bedomningar?kvartal=2020-01-01')).html).toContain('Ingen ungdom ska bedömas')
    for (const odd of ['nu', '2999-01-01', '']) expect((await authority.get(`/uppfoljning/bedomningar?kvartal=${odd}`)).status).toBe(200)
  })
  it('leaves a line in the log', async () => {
    const [line] = await site.place.sql<{ detail: { quarter: string } }>(
      `select detail from followup.line where action = 'followup.readRound' order by id limit 1`,
    )
    expect(line?.detail.quarter).toBe(quarter)
  })
})
