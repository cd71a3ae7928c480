/** What people wrote in words of their own: on the timeline, the person page and the page of corrections only for those who may open where it stands. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { aContent, aPlan } from '../plans/plans.testbed.ts'
import { anna, textOf, threeYouths, type Youths } from '../youth/youth.testbed.ts'
import { aStaff, everythingHappened, personOf } from './timeline.testbed.ts'
import { togetherHappened } from './together.testbed.ts'

let youths: Youths
let amina: Visitor
let system: Visitor
let counsellor: Visitor
/** What schools told and what was shared: for whoever may open where it stands. */
const together = [
  'Anmälan från Provskolan Besked från skolor Slutade: sista dagen 6 nov 2026',
  'Anmälan godtogs Besked från skolor Provskolan · en källa säger samma sak · Erik Nyholm',
  'Provskolan tog tillbaka sin anmälan Besked från skolor fel elev',
  'Anmälan avslogs Besked från skolor Provskolan · går kvar · Erik Nyholm Struken av Erik Nyholm',
  'Ogiltig frånvaro i oktober 2026: 10,5 timmar',
  'Klagomål på skolan Förebyggande Provskolan',
  'Rektor fick veta på telefon',
  'Rektor tar hand om det',
  'Första antagningen: inte antagen',
  'Träffad om valet Sommarradarn Erik Nyholm',
  'Har fått en plats Sommarradarn Erik Nyholm Struken av Erik Nyholm',
  'Samtycke till att dela med Jobbtorgets Flai Samtycken och hänvisningar Att börja i en verksamhet eller åtgärd · gäller till och med 15 maj 2027',
  'Samtycket återkallat: en samverkanspartner',
  'Hänvisad till Jobbtorgets Flai',
  'Jobbtorgets Flai tar emot',
  'Har börjat: Jobbtorgets Flai',
  'Överflytt erbjöds den nya hemkommunen Överflytt kommun 0380 · Erik Nyholm',
  'Den nya hemkommunen avböjde överflytten',
  'Överflytt hit godtogs Överflytt kommun 1480 · Erik Nyholm',
  'Uppgifter kom från den förra hemkommunen',
  'Inlagt från överflytten: åtgärd Överflytt kommun 1480',
  'Överlämnad på annat sätt Överflytt Efter flytten · Erik Nyholm Struken av Erik Nyholm',
  'Samtal inför 20',
  'Vill att någon tar över efter 20',
  'Brevet inför 20 behövs inte Fyller 20 har fått veta på plats',
  'Vuxenenheten tillfrågad om att ta över',
  'Vuxenenheten tar över',
  'Överlämnad Fyller 20 Vuxenenheten',
]

const note = 'Vill börja efter jul'
const goal = 'Börja på lärcentrum'
const struck = 'fel ungdom'
const offered = 'Hann inte svara'
const planned = 'Har lovat komma'
const ground = 'Bor kvar enligt skolan'
const withdrawn = 'Skolan ändrade sig'
const watched = 'Skolan bad oss följa'
const rejected = 'Inte från ungdomen'
const answered = 'Jag seglar jorden runt'
const words = [note, goal, struck, offered, planned, ground, withdrawn, watched, rejected, answered]

beforeAll(async () => {
  youths = await threeYouths()
  const { site, paths } = youths
  const { place } = site
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  system = await site.signedIn(['systemCoordinator'], { name: 'Nina System' })
  counsellor = await site.signedIn(['counsellor'], { name: 'Kim Prov', unit: 'Norr' })
  const staffId = await aStaff(place, 'Erik Nyholm')
  const annaId = await personOf(place, anna)
  await everythingHappened(place, annaId, staffId)
  await togetherHappened(place, { personId: annaId, number: anna, staffId })
  await aPlan(place, { personId: annaId, staffId, content: aContent({ goal }) })
  await place.sql('update measures.declined_offer set note = $2 where person_id = $1', [annaId, offered])
  await place.sql(`update measures.measure set note = $2, version = version + 1 where person_id = $1 and item_key = 'practice'`, [
    annaId,
    planned,
  ])
  await place.sql(`insert into worklist.watch (person_id, from_on, ground, started_by) values ($1, '2026-11-20', $2, 'prov')`, [
    annaId,
    watched,
  ])
  await place.sql(
    `with c as (insert into replies.code (person_id, code_hash, valid_until)
      values ($1, sha256('prov'), now() + interval '90 days') returning id)
     insert into replies.answer (code_id, person_id, kind, detail, lang, state, decided_by, decided_at, reason)
     select id, $1, 'somethingElse', jsonb_build_object('text', $4::text), 'sv', 'rejected', $2, now(), $3 from c`,
    [annaId, staffId, rejected, answered],
  )
  const decision = { kind: 'decision', verdict: 'covers', fromOn: '2026-11-01', toOn: '' }
  await amina.send(`${paths.anna}/beslut`, { ...decision, ground: 'Första' })
  const factId = /name="factId" value="(\d+)"/.exec((await amina.get(`${paths.anna}/beslut`)).html)?.[1] ?? ''
  await amina.send(`${paths.anna}/beslut/ta-tillbaka`, { kind: 'decision', factId, ground: withdrawn })
  await amina.send(`${paths.anna}/beslut`, { ...decision, ground })
  await place.sql(`update worklist.youth set unit_id = (select id from organisation.unit where name = 'Norr') where person_id = $1`, [
    annaId,
  ])
})
afterAll(() => youths.site.close())

const shown = async (by: Visitor, under: string) => {
  const { status, html } = await by.get(`${youths.paths.anna}${under}`)
  const text = textOf(html)
  return { status, words: words.filter((word) => text.includes(word)) }
}
const told =
  'Anteckningar, mål och grunder visas inte, och inte heller vad skolor anmält eller vad som delats: det läses av dem som arbetar med ungdomen.'

describe('words of people’s own', () => {
  test('are on the timeline for those who work with the youth', async () => {
    const all = words.filter((word) => word !== rejected && word !== answered)
    expect(await shown(amina, '/tidslinje')).toEqual({ status: 200, words: all })
    expect(await shown(counsellor, '/tidslinje')).toEqual({ status: 200, words: all })
    expect((await amina.get(`${youths.paths.anna}/tidslinje`)).html).not.toContain(told)
  })

  test('and what schools told and what was shared, by permission, in both languages; an offer that nobody has accepted is never told of', async () => {
    const path = `${youths.paths.anna}/tidslinje`
    const textFor = async (by: Visitor, query = '') => textOf((await by.get(path + query)).html)
    for (const by of [amina, counsellor]) {
      const text = await textFor(by)
      expect(together.filter((said) => !text.includes(said))).toEqual([])
      expect(text).not.toContain('1280')
    }
    const hidden = await textFor(system)
    expect(together.filter((said) => hidden.includes(said))).toEqual([])
    for (const name of ['Flai', 'Vuxenenheten', 'Ogiltig frånvaro', 'Överflytt']) expect(hidden).not.toContain(name)
    const [sharing, met] = [await textFor(amina, '?visa=samtycke'), await textFor(amina, '?visa=radar&visa=overflytt&visa=fyller-20')]
    expect(sharing).toContain('6 händelser')
    expect(met).toContain('15 händelser')
    await counsellor.send('/sprak', { lang: 'en', path: '/' })
    const english = await textFor(counsellor)
    for (const said of [
      'Notice from Provskolan',
      'Referred to Jobbtorgets Flai',
      'Invalid absence in October 2026: 10.5 hours',
      'Handed over Turning 20',
    ])
      expect(english).toContain(said)
    await counsellor.send('/sprak', { lang: 'sv', path: '/' })
  })

  test('are not for a system coordinator, who is told so; what happened is', async () => {
    expect(await shown(system, '/tidslinje')).toEqual({ status: 200, words: [] })
    const text = textOf((await system.get(`${youths.paths.anna}/tidslinje`)).html)
    for (const happened of [
      told,
      'Nådd: telefon',
      'Struken av Erik Nyholm',
      'Planen skrevs Plan version 1',
      'Planerad åtgärd: Praktik',
      'Erbjöds och avböjde: Praktik',
    ]) {
      expect(text).toContain(happened)
    }
    expect(text).not.toContain('Mål:')
  })

  test.each([
    ['the person page', '', [note, goal, struck, ground, watched, rejected, answered]],
    ['the page of corrections', '/stammer-inte', [ground]],
  ])('stand on %s for the same readers', async (_, under, there) => {
    expect((await shown(amina, under)).words).toEqual(there)
    expect((await shown(counsellor, under)).words).toEqual(there)
    expect(await shown(system, under)).toEqual({ status: 200, words: [] })
  })

  test('are as they were for whoever decides, and the chain says who did', async () => {
    expect((await shown(amina, '/beslut')).words).toEqual([ground, withdrawn])
    const text = textOf((await system.get(youths.paths.anna)).html)
    expect(text).toContain('Beslut: omfattas från 1 nov 2026 tills vidare – Amina Lind · sagt av en medarbetare')
    expect(text).toMatch(/Nådd : telefon/)
    expect(text).toContain('Svar från ungdomen')
    expect(youths.site.reported).toEqual([])
  })
})
