/** Boards, progress, its file and the overview in the browser: each process sees its own, bad periods are told, everything is on record. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { beginAssessment, finishAssessment } from '../assessments/assessments.actions.ts'
import { daysLater, quarterOf } from '../calendar/month.rules.ts'
import { aFollowupSite, type FollowupSite, type Somebody } from '../followup-site.testbed.ts'
import { rateDay } from '../ratings/ratings.actions.ts'
import { actOnSignal } from '../signals/signals.actions.ts'
import { listSignals } from '../signals/signals.store.ts'
import { answersOf, must } from '../work.testbed.ts'

let site: FollowupSite
let people: Record<'authority' | 'labourMarket' | 'housing' | 'administrator', Somebody>
let youthId = ''
let protectedId = ''

async function aYouth(by: string, number: string, protection: string): Promise<string> {
  const [row] = await site.inside((tx) =>
    tx.query<{ id: string }>(
      `insert into followup.youth (number, given_name, family_name, born_on, protection, registered_on, registered_by, noted_on)
       values ($1, 'Vera', 'Provlund', '2008-03-14', $2, current_date - 200, $3, current_date) returning id`,
      [number, protection, by],
    ),
  )
  return row?.id ?? ''
}

const lines = (action: string) =>
  site.place.sql<{ actor: string; detail: object }>('select actor, detail from followup.line where action = $1 order by id', [action])

beforeAll(async () => {
  site = await aFollowupSite()
  people = {
    authority: await site.member('Mona Myndig', ['authority']),
    labourMarket: await site.member('Arne Arbetsmark', ['labourMarket']),
    housing: await site.member('Bo Drift', ['housing']),
    administrator: await site.member('Ada Min', ['administrator']),
  }
  youthId = await aYouth(people.authority.staffId, '200803142380', 'none')
  protectedId = await aYouth(people.authority.staffId, '200803142398', 'secrecy-marked')
  const [row] = await site.inside((tx) => tx.query<{ today: string }>('select current_date::text as today'))
  const today = date(row?.today ?? '')
  const writer = (of: Somebody, on = today) => ({
    reader: { staffId: of.staffId, mayReadProtected: false, today: on },
    today: on,
    isFresh: true,
  })
  const by = writer(people.authority, daysLater(today, -3))
  const assessmentId = must(await beginAssessment(site.sealed, by, youthId, quarterOf(by.today)))
  const wish = { answers: answersOf({ health: 1249, school: 1250 }), assessedOn: by.today, note: '' }
  must(await finishAssessment(site.sealed, by, { youthId, assessmentId, version: 1 }, wish))
  const [signal] = await site.inside((tx) => listSignals(tx, [youthId]))
  must(await actOnSignal(site.sealed, by, { youthId, signalId: signal?.signalId ?? '' }, { kind: 'confirm', ground: '', recipient: null }))
  const on = daysLater(today, -2)
  must(
    await rateDay(site.sealed, writer(people.housing), youthId, {
      on,
      areas: [{ area: 'health', points: 1150 }],
      note: '',
      seen: null,
      why: '',
    }),
  )
})
afterAll(() => site.close())

const progressOf = (id: string, query = ''): string => `/uppfoljning/ungdom/${id}/utveckling${query}`

describe('progress', () => {
  it('is shown to the authority process in all areas, with a picture and its tables', async () => {
    const { status, html } = await people.authority.get(progressOf(youthId))
    expect(status).toBe(200)
    for (const said of ['Skola', 'Boende', 'Hälsa', 'Ekonomi', '12,49, under gränsen', '12,5']) expect(html).toContain(said)
    expect(html).toMatch(/<title>[^<]*Utveckling/)
    expect(html).not.toMatch(/<title>[^<]*Provlund/)
  })

  it('is shown to housing in its own areas, and not at all to the process that does not have the youth', async () => {
    const { html } = await people.housing.get(progressOf(youthId))
    expect(html).toContain('Hälsa')
    expect(html).not.toContain('>Skola<')
    expect((await people.labourMarket.get(progressOf(youthId))).status).toBe(404)
    expect((await people.administrator.get(progressOf(youthId))).status).toBe(403)
    expect((await people.authority.get(progressOf(protectedId))).status).toBe(404)
    expect((await people.authority.get(progressOf('12'))).status).toBe(404)
  })

  it('tells what is wrong with a period, and shows the last year', async () => {
    for (const [query, said] of [
      ['?fran=2026-13-01&till=2026-11-01', 'Skriv en dag som'],
      ['?fran=2026-03-01&till=2026-02-01', 'måste börja före'],
      ['?fran=2026-03-01&till=2999-02-01', 'inte sluta efter i dag'],
      ['?fran=2020-03-01&till=2025-02-01', 'högst tre år'],
    ] as const) {
      const { status, html } = await people.authority.get(progressOf(youthId, query))
      expect([status, html.includes(said)], said).toEqual([422, true])
    }
  })

  it('leaves a line for each reading and each file', async () => {
    await people.housing.get(progressOf(youthId))
    expect((await lines('followup.readProgress')).some(({ actor }) => actor === people.housing.staffId)).toBe(true)
  })

  it('stands on the page of the youth in short', async () => {
    const { html } = await people.housing.get(`/uppfoljning/ungdom/${youthId}`)
    expect(html).toContain(`href="${progressOf(youthId)}"`)
    expect(html).toContain('12,49, under gränsen')
  })
})

describe('the file', () => {
  it('is a PDF of the period, under a name that tells nobody, and on record', async () => {
    const response = await people.authority.send(`${progressOf(youthId)}/fil`, { fran: '2026-01-01', till: '2026-10-01' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toMatch(/riktad-uppfoljning-\d{4}-\d{2}-\d{2}\.pdf/)
    expect(await lines('followup.fileProgress')).toHaveLength(1)
  })

  it('is refused for a period that is none', async () => {
    const wrong = await people.authority.send(`${progressOf(youthId)}/fil`, { fran: 'i går', till: '2026-10-01' })
    const ahead = await people.authority.send(`${progressOf(youthId)}/fil`, { fran: '2026-01-01', till: '2999-10-01' })
    expect([wrong.status, ahead.status]).toEqual([422, 422])
    expect((await people.labourMarket.send(`${progressOf(youthId)}/fil`, { fran: '2026-01-01', till: '2026-10-01' })).status).toBe(404)
  })
})

describe('boards', () => {
  it('are those of the reader’s processes', async () => {
    const housing = await people.housing.get('/uppfoljning')
    expect(housing.html).toContain('Att göra: boendedrift')
    expect(housing.html).not.toContain('Att göra: myndighet')
    expect(housing.html).toContain('Kvittera en signal')
    expect((await people.labourMarket.get('/uppfoljning')).html).toContain('Inget är försenat')
    expect((await people.administrator.get('/uppfoljning')).html).not.toContain('Att göra')
  })

  it('have pages of their own, which are not there for others', async () => {
    const { status, html } = await people.housing.get('/uppfoljning/att-gora/boendedrift')
    expect([status, html.includes('Vera Provlund')]).toEqual([200, true])
    expect((await people.housing.get('/uppfoljning/att-gora/myndighet')).status).toBe(404)
    expect((await people.housing.get('/uppfoljning/att-gora/nagot')).status).toBe(404)
  })
})

describe('the overview', () => {
  it('counts those whom the reader sees, in areas that are theirs', async () => {
    const authority = await people.authority.get('/uppfoljning/overblick')
    expect(authority.html).toContain('Inget går att jämföra än')
    expect((await people.labourMarket.get('/uppfoljning/overblick')).html).not.toContain('Hälsa')
    expect((await people.authority.get('/uppfoljning/overblick?fran=x&till=y')).status).toBe(422)
    expect((await lines('followup.readOverview')).map(({ detail }) => detail)).toContainEqual(expect.objectContaining({ counted: 1 }))
  })
})

it('has no defect', () => expect(site.reported).toEqual([]))
