/** The person page: the same answer as the command, now and as known earlier, to those who may see the person and to nobody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testNumbersOf } from '../../../simulators/municipality/test-numbers.ts'
import { anEnrolmentsFile, aPopulation, aPost, date } from '../../../test/support/places.ts'
import type { Shown, Visitor } from '../../../test/support/web.ts'
import { aMeasure } from '../worklist/worklist.testbed.ts'
import { anna, bertil, cecilia, pathOf, textOf, threeYouths, type Youths } from './youth.testbed.ts'

let youths: Youths
let amina: Visitor
beforeAll(async () => {
  youths = await threeYouths()
  amina = await youths.site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => youths.site.close())

describe('watching somebody who is not covered', () => {
  test('gives back a ground that is too long, with what is wrong and nothing lost', async () => {
    const ground = `Frånvaro ${'mycket '.repeat(90)}<b>slut</b>`
    const { status, html } = await amina.send(`${youths.paths.bertil}/bevaka`, { ground })
    expect(status).toBe(422)
    expect(html).toContain('&lt;b&gt;slut&lt;/b&gt;</textarea>')
    expect(textOf(html)).toContain('Texten är för lång')
  })
})

describe('the chain', () => {
  test('says why somebody is here, with fact, source and read time', async () => {
    const { status, html } = await amina.get(youths.paths.anna)
    const text = textOf(html)
    expect(status).toBe(200)
    expect(text).toContain('Varför finns Anna här?')
    expect(text).toContain('sedan 7 november 2026 : avbröt nationellt program.')
    expect(text).toContain(
      'Inskriven på gymnasieskolan NA25 vid skolenhet 12345678 från 19 aug 2024 till 6 nov 2026, avbröts · enrolments · läst 10 nov 2026',
    )
    expect(text).toContain('20080314-2389 · 18 år · fyller 20 den 14 mars 2028')
    expect(text).toContain('Provgatan 7')
    expect(text).not.toContain('DOMAIN')
    expect(html).toContain('<title>Ungdom – Ungdomslots</title>')
  })

  test('says why somebody is not, the failing line standing out, and what is to come', async () => {
    const { html } = await amina.get(youths.paths.bertil)
    expect(textOf(html)).toContain('Varför finns Bertil inte på listan?')
    expect(html).toContain('<strong>Går en gymnasieutbildning eller motsvarande.</strong>')
    expect(textOf(html)).toContain('Fyller 20 2 september 2028')
  })

  test('says it as it was known an earlier day, with a banner and nothing to press', async () => {
    const { html } = await amina.get(`${youths.paths.anna}?kand=2026-11-09`)
    const text = textOf(html)
    expect(text).toContain('Så var det känt 9 november 2026, inte nu')
    expect(text).toContain('Varför finns Anna inte på listan?')
    expect(text).toContain('Inskriven på gymnasieskolan NA25 vid skolenhet 12345678 sedan 19 aug 2024')
    expect(html).not.toContain('<main id="main" class="wrap" tabindex="-1"><form method="post"')
    expect(html.slice(html.indexOf('<main')).match(/method="post"/g)).toBeNull()
    expect(textOf((await amina.get(`${youths.paths.anna}?kand=2026-11-10&dag=2026-11-06`)).html)).toContain('inte på listan')
  })

  test.each(['kand=i+fjol', 'kand=2026-02-31', 'dag=<script>'])('shows now and says so when the day is %s', async (query) => {
    const { status, html } = await amina.get(`${youths.paths.anna}?${query}`)
    expect(status).toBe(200)
    expect(html).toContain('Skriv dagen som ÅÅÅÅ-MM-DD')
    expect(html).not.toContain('<script>')
  })

  test('is told in English too', async () => {
    await amina.send('/sprak', { lang: 'en', path: '/' })
    const text = textOf((await amina.get(youths.paths.anna)).html)
    expect(text).toContain('Why is Anna here?')
    expect(text).toContain('Enrolled at upper secondary school NA25 at school unit 12345678 from 19 Aug 2024 to 6 Nov 2026, interrupted')
    await amina.send('/sprak', { lang: 'sv', path: '/' })
  })
})

describe('where the youth stands', () => {
  test('is said with why and what would change it, as known on the day that is shown', async () => {
    const { site, paths } = youths
    const card = async (query = '') => {
      const { html } = await amina.get(paths.anna + query)
      const from = html.indexOf('id="lage"')
      return from < 0 ? '' : textOf(`<main>${html.slice(from, html.indexOf('</section>', from))}`)
    }
    expect(await card()).toContain(
      'Att åtgärda Ingen åtgärd är planerad eller pågår, sedan 7 nov 2026. Lämnar Att åtgärda när en åtgärd planeras eller börjar.',
    )
    expect(await card('?kand=2026-11-09')).toContain('Står inte på någon lista')
    const [person] = await site.place.sql<{ id: number }>(`select person_id as id from register.identity where number = '${anna}'`)
    await aMeasure(site.place, { personId: person?.id ?? 0 }, { item: 'practice', from: '2026-11-12', planned: '2026-11-20' })
    expect(await card()).toContain(
      'Pågående åtgärd Praktik sedan 12 nov 2026. Åter till Att åtgärda den dag den avslutas. Skulle ha avslutats 20 nov 2026. Den pågår tills någon avslutar den.',
    )
    // Written down today: not known the day before, about the same day.
    expect(await card('?kand=2026-11-25')).toContain('Ingen åtgärd är planerad eller pågår')
    expect(await card('?dag=2026-11-11')).toContain('Planerad åtgärd Praktik från 12 nov 2026')
    await site.place.sql(
      `update measures.measure set struck_at = now(), struck_by = 'prov', struck_why = 'fel ungdom', version = 2 where person_id = $1`,
      [person?.id],
    )
    expect(await card()).toContain('Ingen åtgärd är planerad eller pågår')
  })
})

describe('who may see it', () => {
  test('another unit gets the same answer as for nobody at all', async () => {
    const { site, paths } = youths
    await site.place.sql(`insert into worklist.assignment (person_id, unit_id, how, assigned_by)
      select person_id, (select id from organisation.unit where name = 'Norr'), 'by-hand', 'prov' from worklist.youth where number = '${anna}'`)
    await site.place.sql(
      `update worklist.youth set unit_id = (select id from organisation.unit where name = 'Norr') where number = '${anna}'`,
    )
    const [north, south] = [await site.signedIn(['counsellor'], { unit: 'Norr' }), await site.signedIn(['counsellor'], { unit: 'Söder' })]
    expect((await north.get(paths.anna)).status).toBe(200)
    const [hidden, nobody] = [await south.get(paths.anna), await south.get('/ungdomar/00000000-0000-4000-8000-000000000000')]
    const same = ({ status, html }: Shown) => [status, html.replaceAll(/\/ungdomar\/[\w-]+|name="formToken" value="[^"]*"/g, '')]
    expect(same(hidden)).toEqual(same(nobody))
    expect(hidden.status).toBe(404)
    for (const part of ['', '/beslut', '/stammer-inte']) expect([403, 404]).toContain((await south.get(`${paths.anna}${part}`)).status)
    expect((await south.get('/ungdomar/abc-def')).status).toBe(404)
  })

  test('a protected youth is seen only with the right and a fresh sign-in', async () => {
    const { site, paths } = youths
    expect((await amina.get(paths.cecilia)).status).toBe(404)
    const handler = await site.signedIn(['protectedHandler'])
    const shown = await handler.get(paths.cecilia)
    expect(shown.status).toBe(200)
    expect(textOf(shown.html)).toContain('Skyddade personuppgifter')
    const tired = await site.signedIn(['protectedHandler'], { name: 'Trött', authenticatedAt: Date.now() - 3_600_000 })
    for (const part of ['', '/beslut', '/stammer-inte']) {
      const answer = await tired.get(`${paths.cecilia}${part}`)
      expect([answer.status, answer.location.startsWith('/logga-in/start?igen=1')]).toEqual([303, true])
    }
    expect((await tired.get(paths.anna)).status).toBe(200)
  })

  test('a flag that comes late counts from the very next request, and protected registration leaves the address out', async () => {
    const { site } = youths
    const [number = ''] = testNumbersOf(2009)
    await site.place.feed('population', aPopulation(aPost({ number, given: 'Disa', street: 'Gamla gatan 3' })), { kind: 'changes' })
    const path = await pathOf(site, number)
    expect(textOf((await amina.get(path)).html)).toContain('Gamla gatan 3')
    const flagged = aPost({ number, given: 'Disa', street: 'Nya gatan 4', protectedRegistration: 'J' })
    await site.place.feed('population', aPopulation(flagged), { kind: 'changes', on: date('2026-11-21') })
    expect((await amina.get(path)).status).toBe(404)
    const { html } = await (await site.signedIn(['protectedHandler'])).get(path)
    expect(html).not.toContain('gatan')
    expect(textOf(html)).toContain('Adressen visas inte: skyddad folkbokföring')
    const earlier = await (await site.signedIn(['protectedHandler'])).get(`${path}?kand=2026-11-20`)
    expect(earlier.html).not.toContain('gatan')
  })

  test('every reading is on record, and one that found nobody names nobody', async () => {
    const lines = await youths.site.place.sql<{ outcome: string; subject_id: string | null }>(
      `select outcome, subject_id from audit.line where action = 'youth.read'`,
    )
    expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['done', 'missing', 'sign-in-again']))
    for (const { outcome, subject_id } of lines) expect(subject_id === null).toBe(outcome === 'missing')
  })
})

test('hostile names and sources are text', async () => {
  const { site } = youths
  const [number = ''] = testNumbersOf(2010)
  await site.place.feed('population', aPopulation(aPost({ number, given: '&lt;img src=x onerror=alert(1)&gt;' })), { kind: 'changes' })
  const file = anEnrolmentsFile(`${number};GY;NA25;12345678;2025-08-18;;`)
  await site.place.feed('enrolments', file, { source: '<b>skola</b>', kind: 'changes' })
  const { status, html } = await amina.get(await pathOf(site, number))
  expect(status).toBe(200)
  expect(html).not.toContain('<img')
  expect(html).not.toContain('<b>skola')
})

test('in meeting mode there is nothing of others, and nothing to press', async () => {
  const erik = await youths.site.signedIn(['coordinator'], { name: 'Erik Nyholm' })
  await erik.send('/motelage', { meeting: 'on' })
  const { status, html } = await erik.get(youths.paths.anna)
  expect(status).toBe(200)
  for (const other of [bertil, cecilia, 'Bertil', 'Cecilia', 'stammer-inte', '/ta-over']) expect(html).not.toContain(other)
})

test('somebody takes over once: the second one hears of the first', async () => {
  const { site, paths } = youths
  const [one, two] = [await site.signedIn(['coordinator'], { name: 'Ett' }), await site.signedIn(['coordinator'], { name: 'Två' })]
  const version = /name="version" value="(\d+)"/.exec((await two.get(paths.bertil)).html)?.[1] ?? ''
  expect((await one.send(`${paths.bertil}/ta-over`, { version })).location).toBe(paths.bertil)
  await two.send(`${paths.bertil}/ta-over`, { version })
  expect(textOf((await two.get(paths.bertil)).html)).toContain('Ansvarig Ett')
})

test('nothing broke on the way', () => expect(youths.site.reported).toEqual([]))
