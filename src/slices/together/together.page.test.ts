/**
 * What waits with schools and with others: on the start page and on the two pages that lead to the rooms, for those who may do something about it; and
 * that what is written of a youth follows when two records are one, is apart when they are not, and is nobody's to see when hen becomes protected.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEnrolmentsFile, aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { forgetOldSeasons } from '../admissions/index.ts'
import { mergeByHand, unmergeByHand } from '../matching/index.ts'
import { tendReferrals } from '../referrals/index.ts'
import { personOf } from '../timeline/timeline.testbed.ts'
import { togetherHappened } from '../timeline/together.testbed.ts'
import { pathOf, textOf } from '../youth/youth.testbed.ts'
import { readEdition } from '../worklist/index.ts'
import { protect } from '../worklist/worklist.testbed.ts'
import { readTogetherWaiting } from './together.actions.ts'
import { anna, hidden, leaver, other, pupil, somethingWaits } from './together.testbed.ts'

const today = date('2026-07-10')
let site: TestSite
let amina: Visitor
let counsellor: Visitor
let handler: Visitor
let system: Visitor
let staffId: string
let atFirst: string[] = []

const sql = <Row extends object>(text: string, values?: unknown[]) => site.place.sql<Row>(text, values)
const idOf = (number: string): Promise<number> => personOf(site.place, number)

/** The lines of a page that lead to one of the rooms, each with its number. */
const room = /^\/(?:anmalningar|forebyggande|radar|hanvisningar|overflytt|fyller-20|natverk|styrning)(?:\?|$)/
async function linesOn(visitor: Visitor, path: string): Promise<string[]> {
  const { html } = await visitor.get(path)
  const found = [...html.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a>(?:<span class="count">([^<]+)<\/span>)?<\/li>/g)]
  return found.filter(([, href = '']) => room.test(href)).map(([, , label, n]) => (n === undefined ? (label ?? '') : `${label}: ${n}`))
}

beforeAll(async () => {
  site = await aSite()
  site.later(Date.parse(`${today}T10:00:00Z`) - Date.now())
  await sql(`insert into organisation.unit (name) values ('Norr')`)
  const posts = [
    aPost({ number: anna, given: 'Anna' }),
    aPost({ number: other, given: 'Anna-Karin' }),
    aPost({ number: pupil, given: 'Pia' }),
  ]
  const leavers = [aPost({ number: leaver, given: 'Leo' }), aPost({ number: hidden, given: 'Hemliga', secrecy: 'J' })]
  await site.place.feed('population', aPopulation(...posts, ...leavers), { on: date('2026-06-02') })
  await site.place.feed('enrolments', anEnrolmentsFile(`${pupil};GY;SA25;99990101;2024-08-19;;`), { on: date('2026-06-03') })
  amina = await site.signedIn(['coordinator'], { name: 'Amina Prov' })
  counsellor = await site.signedIn(['counsellor'], { name: 'Kim Prov', unit: 'Norr' })
  handler = await site.signedIn(['protectedHandler'], { name: 'Sara Prov' })
  system = await site.signedIn(['systemCoordinator'], { name: 'Jonas Prov' })
  atFirst = [...(await linesOn(amina, '/')), ...(await linesOn(amina, '/skola')), ...(await linesOn(amina, '/samverkan'))]
  staffId = (await sql<{ id: string }>(`select id from access.staff where name = 'Amina Prov'`))[0]?.id ?? ''
  await somethingWaits(site.place, staffId)
})
afterAll(() => site.close())

const school = [
  'Anmälningar från skolor att ta ställning till: 1',
  'Utan plats på sommarradarn, 67 dagar kvar: 1',
  'Elever med mycket frånvaro som ingen har kontaktat: 1',
  'Ärenden hos skolor att ta vidare: 1',
]
const others = [
  'Överflytt hit att svara på: 1',
  'Fyller 20 inom 30 dagar: 1',
  'Hänvisningar som inte har besvarats i tid: 1',
  'Dina nätverksmöten inom en vecka att förbereda: 1',
  'Överenskommelser som löper ut: 1',
  'Handlingsplanen skulle ha reviderats 15 juni 2026',
]

describe('what waits', () => {
  it('is no line when nothing does, but for those of whom no list has been read', () => {
    expect(atFirst.filter((line) => !line.startsWith('Utan plats'))).toEqual([])
  })

  it('is on the start page and on the two pages, with as many', async () => {
    expect((await linesOn(amina, '/')).toSorted()).toEqual([...school, ...others].toSorted())
    expect((await linesOn(amina, '/skola')).toSorted()).toEqual(school.toSorted())
    expect((await linesOn(amina, '/samverkan')).toSorted()).toEqual(others.toSorted())
    expect(textOf((await amina.get('/')).html)).toContain('Skola och samverkan')
  })

  it('is for those who may do something about it, and see whom it is about', async () => {
    expect(await linesOn(counsellor, '/')).toEqual([])
    expect(await linesOn(system, '/')).toEqual([])
    const forHandler = await linesOn(handler, '/')
    expect(forHandler).toContain('Anmälningar från skolor att ta ställning till: 2')
    expect(forHandler).toContain('Utan plats på sommarradarn, 67 dagar kvar: 2')
    expect(forHandler).not.toContain('Överenskommelser som löper ut: 1')
    await sql(`update worklist.youth set unit_id = (select id from organisation.unit where name = 'Norr') where number = any ($1)`, [
      [anna, pupil],
    ])
    expect(await linesOn(counsellor, '/')).toEqual([
      'Elever med mycket frånvaro som ingen har kontaktat: 1',
      'Ärenden hos skolor att ta vidare: 1',
      'Hänvisningar som inte har besvarats i tid: 1',
    ])
  })

  it('leads to pages that open', async () => {
    for (const visitor of [amina, counsellor, handler]) {
      const { html } = await visitor.get('/')
      const hrefs = [...html.matchAll(/<li><a href="([^"]+)"/g)].map(([, href = '']) => href).filter((href) => room.test(href))
      expect(hrefs.length).toBeGreaterThan(2)
      for (const href of hrefs) expect((await visitor.get(href)).status, href).toBe(200)
    }
  })

  it('is not of the radar out of its season', async () => {
    const reader = {
      pool: site.place.pool,
      scope: { units: null, mayReadProtected: false },
      code: site.place.code,
      staffId,
      may: () => true,
    }
    const at = async (on: string) =>
      (await inTransaction(site.place.pool, (tx) => readTogetherWaiting(tx, { ...reader, today: date(on) }))).radar
    expect([await at('2026-05-31'), await at('2026-09-16')]).toEqual([null, null])
    expect(await at('2026-09-15')).toMatchObject({ daysLeft: 0 })
  })

  it('knows at once what is written on the radar, though the number is remembered', async () => {
    const line = async () => (await linesOn(amina, '/')).find((one) => one.startsWith('Utan plats'))
    const step = `insert into admissions.step (person_id, year, kind, on_day, said_by) values ($1, 2026, 'placed', '2026-07-09', $2)`
    await sql(step, [await idOf(leaver), staffId])
    expect(await line()).toBeUndefined()
    await sql('update admissions.step set struck_at = now(), struck_by = $1', [staffId])
    expect(await line()).toBe('Utan plats på sommarradarn, 67 dagar kvar: 1')
    const edition = () => inTransaction(site.place.pool, readEdition)
    const before = await edition()
    await forgetOldSeasons(site.place.pool, today)
    expect(await edition(), 'what has nothing to forget makes no new edition').toBe(before)
  })
})

describe('the pages that lead to the rooms', () => {
  it('show the rooms that the reader may open, and they open', async () => {
    const rooms = async (visitor: Visitor, path: string) =>
      [...(await visitor.get(path)).html.matchAll(/<h2><a href="([^"]+)"/g)].map(([, href = '']) => href)
    const shown = {
      amina: [...(await rooms(amina, '/skola')), ...(await rooms(amina, '/samverkan'))],
      counsellor: [...(await rooms(counsellor, '/skola')), ...(await rooms(counsellor, '/samverkan'))],
      system: [...(await rooms(system, '/skola')), ...(await rooms(system, '/samverkan'))],
    }
    const [schools, together] = [
      ['/anmalningar', '/forebyggande', '/radar'],
      ['/hanvisningar', '/natverk'],
    ]
    expect(shown.amina).toEqual([
      ...schools,
      '/anmalningar/skolor',
      '/radar/listor',
      ...together,
      '/overflytt',
      '/fyller-20',
      '/overflytt/nycklar',
      '/styrning',
    ])
    expect(shown.counsellor).toEqual([...schools, ...together, '/fyller-20', '/styrning'])
    expect(shown.system).toEqual(['/anmalningar/skolor', '/radar/listor', '/natverk', '/overflytt/nycklar', '/styrning'])
    for (const [visitor, hrefs] of [
      [amina, shown.amina],
      [counsellor, shown.counsellor],
      [system, shown.system],
    ] as const)
      for (const href of hrefs) expect((await visitor.get(href)).status, href).toBe(200)
  })

  it('are marked in the menu on all pages beneath them, in both languages', async () => {
    for (const path of ['/skola', '/forebyggande', '/radar'])
      expect((await amina.get(path)).html).toMatch(/<a href="\/skola" aria-current="page">/)
    for (const path of ['/samverkan', '/hanvisningar', '/overflytt', '/fyller-20', '/natverk', '/styrning'])
      expect((await amina.get(path)).html).toMatch(/<a href="\/samverkan" aria-current="page">/)
    const crumb = (to: string) => new RegExp(`<nav class="crumbs"[^]*?href="${to}"[^]*?</nav>`)
    for (const path of ['/anmalningar', '/forebyggande', '/radar']) expect((await amina.get(path)).html, path).toMatch(crumb('/skola'))
    for (const path of ['/natverk', '/hanvisningar', '/overflytt', '/fyller-20', '/styrning'])
      expect((await amina.get(path)).html, path).toMatch(crumb('/samverkan'))
    await system.send('/sprak', { lang: 'en', path: '/' })
    const text = textOf((await system.get('/samverkan')).html)
    expect(text).toContain('Co-operation')
    expect(text).toContain('Keys for transfer')
  })
})

describe('two records of one youth', () => {
  const desks = ['/forebyggande?flik=arenden', '/hanvisningar?flik=pagar'] as const
  const saying = { by: 'prov', on: today }
  const path = async () =>
    `${await pathOf(site, anna)}/tidslinje?visa=besked&visa=forebyggande&visa=radar&visa=samtycke&visa=overflytt&visa=fyller-20`
  const entries = async (): Promise<number> => Number(/(\d+) händelser/.exec(textOf((await amina.get(await path())).html))?.[1])
  let before = 0

  it('merged: what was written of the one is the other’s, on the timeline and on the desks', async () => {
    before = await entries()
    await togetherHappened(site.place, { personId: await idOf(other), number: other, staffId })
    expect(await entries()).toBe(before)
    await mergeByHand(site.place, { ...saying, number: other, keep: anna, ground: 'prov' })
    expect(await entries()).toBeGreaterThan(before + 25)
    for (const desk of desks) expect((await amina.get(desk)).html, desk).toContain(await pathOf(site, anna))
    expect((await amina.get('/anmalningar?flik=godtagna')).html).toMatch(/<td data-title="Skola">Provskolan</)
    const card = textOf((await amina.get(await pathOf(site, anna))).html)
    for (const said of ['2 samtycken gäller', 'Första antagningen']) expect(card).toContain(said)
  })

  it('and apart again, each has its own; what was sent of the one with the consent of the other is called back', async () => {
    await sql(
      `with c as (insert into consents.consent (person_id, purpose, receiver_kind, receiver_name, fields, how, given_on, until_on, previewed, recorded_by, recorded_on)
         values ($1, 'followUp', 'internal', 'Studion', array['name'], 'inPerson', '2026-06-01', '2026-12-01', repeat('b', 64), $3, '2026-06-01') returning id)
       insert into referrals.referral (person_id, consent_id, content, content_hash, sent_by, sent_on)
       select $2, id, '{}', encode(sha256('{}'), 'hex'), $3, '2026-07-09' from c`,
      [await idOf(other), await idOf(anna), staffId],
    )
    const sent = async () =>
      sql<{ revoked_on: string | null; content: string | null }>(
        `select r.revoked_on, r.content from referrals.referral r join consents.consent c on c.id = r.consent_id where c.receiver_name = 'Studion'`,
      )
    await tendReferrals(site.place.pool, today)
    expect(await sent()).toEqual([{ revoked_on: null, content: '{}' }])
    await unmergeByHand(site.place, { ...saying, number: other })
    await tendReferrals(site.place.pool, today)
    expect(await sent()).toEqual([{ revoked_on: today, content: null }])
    // The referral stays with the youth it was of.
    expect(await entries()).toBe(before + 2)
  })

  it('become protected: nothing waits, and no desk knows of them, for whoever has no right to it', async () => {
    await protect(site.place, await idOf(anna), 'marked')
    await protect(site.place, await idOf(pupil), 'marked')
    // What is left is of others: of the other record, which is a youth of its own again, and of nobody.
    const left = [...school, ...others].filter((line) => !/^(Elever|Ärenden|Hänvisningar)/.test(line))
    const more = left.map((line) => (/^(Utan plats|Överflytt)/.test(line) ? line.replace(/1$/, '2') : line))
    expect((await linesOn(amina, '/')).toSorted()).toEqual(more.toSorted())
    for (const desk of ['/anmalningar', '/forebyggande', '/forebyggande?flik=arenden', '/hanvisningar', '/hanvisningar?flik=avslutade']) {
      const { html } = await amina.get(desk)
      expect(html, desk).not.toMatch(/Anna(?!-Karin)|Pia/)
    }
    expect(await linesOn(handler, '/')).toContain('Elever med mycket frånvaro som ingen har kontaktat: 1')
    expect(site.reported).toEqual([])
  })
})
