/** The page of everything in order of time: what is on it, what narrows it, and who may see it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { aContent, aPlan } from '../plans/plans.testbed.ts'
import { anna, textOf, threeYouths, type Youths } from '../youth/youth.testbed.ts'
import { aContact, aStaff, everythingHappened, personOf } from './timeline.testbed.ts'

let youths: Youths
let amina: Visitor
let staffId: string
let annaId: number
const path = () => `${youths.paths.anna}/tidslinje`

beforeAll(async () => {
  youths = await threeYouths()
  const { place } = youths.site
  amina = await youths.site.signedIn(['coordinator'], { name: 'Amina Lind' })
  staffId = await aStaff(place, 'Erik Nyholm')
  annaId = await personOf(place, anna)
  await everythingHappened(place, annaId, staffId)
  await aPlan(place, { personId: annaId, staffId, content: aContent({ goal: 'Börja på lärcentrum' }) })
})
afterAll(() => youths.site.close())

const shown = async (query = ''): Promise<string> => textOf((await amina.get(path() + query)).html)

describe('everything about a youth', () => {
  test('is on the page: periods, school and its notices, contacts, measures, occupation, plan and the rest', async () => {
    const { status, html } = await amina.get(path())
    expect(status).toBe(200)
    const text = textOf(html)
    for (const said of [
      'Omfattas av aktivitetsansvaret',
      'Folkbokförd i Provstad',
      'Avbröt: gymnasieskolan NA25 vid skolenhet 12345678',
      'Besked om avbrott 6 nov 2026: gymnasieskolan NA25',
      'Försök: telefon, inget svar',
      'Nådd: telefon',
      'Vill börja efter jul',
      'Sökte nummer: hittade inget',
      'Möte avbokat av ungdomen',
      'Fråga ställd till en skola',
      'Svar från en skola: nej',
      'Sysselsättning: arbetar',
      'Sysselsättningen räknas som okänd igen (förut: arbetar)',
      'E-post: misslyckat',
      'Ansvarig: Erik Nyholm',
      'Rättelse begärd: Gymnasieutbildning',
      'Erbjöds och avböjde: Praktik',
      'Åtgärd började: Studie- och yrkesvägledning',
      'Steg började: Förberedande vecka (Studie- och yrkesvägledning)',
      'Steg avslutades: Förberedande vecka',
      'Åtgärd avslutades: Studie- och yrkesvägledning',
      'Planerad åtgärd: Praktik',
      'Planen skrevs',
      'Mål: Börja på lärcentrum',
    ]) {
      expect(text).toContain(said)
    }
    expect(html).toContain('<title>Tidslinje – Ungdomslots</title>')
    expect(text).not.toContain('Provskolan')
  })

  test('is in order, the latest first, month by month, and what lies ahead says so', async () => {
    const { html } = await amina.get(path())
    const days = [...html.matchAll(/<time datetime="([\d-]+)/g)].map(([, day]) => day ?? '')
    expect(days.length).toBeGreaterThan(20)
    expect(days).toEqual(days.toSorted().toReversed())
    expect(html).toMatch(/<h3 id="manad-2026-12">December 2026<\/h3>/)
    expect(textOf(html)).toMatch(/7 dec 2026 kommande Planerad åtgärd: Praktik/)
  })

  test('says of what was struck by whom and why, in grey', async () => {
    const { html } = await amina.get(path())
    expect(html).toMatch(/<li class="entry gone">.*?<s>Nådd: telefon<\/s>.*?Struken av Erik Nyholm: fel ungdom/s)
  })

  test('has the lanes of measures and occupation in the picture, unknown dashed', async () => {
    const { html } = await amina.get(youths.paths.anna)
    expect(html).toMatch(/<rect class="measure"/)
    expect(html).toMatch(/<rect class="unknown"[^>]*><\/rect><text class="unknown"[^>]*>okänd \(förut: arbetar\)/)
    expect(html).toContain(`<a href="${path()}">Hela tidslinjen</a>`)
  })

  test('holds what was written on a record that has been merged', async () => {
    const { place } = youths.site
    const [other] = await place.sql<{ id: number }>('insert into register.person default values returning id')
    await aContact(place, other?.id ?? 0, staffId, { at: '2026-11-17 08:00', outcome: 'voicemail' })
    expect(await shown()).not.toContain('röstbrevlåda')
    await place.sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'prov', 'prov', '{}', now())`,
      [other?.id, annaId],
    )
    expect(await shown()).toMatch(/Försök: telefon, (röstbrevlåda|meddelande)/)
  })

  test('is told in English too', async () => {
    await amina.send('/sprak', { lang: 'en', path: '/' })
    const text = await shown()
    for (const said of [
      'Covered by the activity responsibility',
      'Measure began: Guidance and counselling',
      'Notice of an interruption 6 Nov 2026',
    ]) {
      expect(text).toContain(said)
    }
    await amina.send('/sprak', { lang: 'sv', path: '/' })
  })
})

describe('what is asked for', () => {
  test('kinds narrow the list, and are ticked', async () => {
    const { html } = await amina.get(`${path()}?visa=atgard`)
    const text = textOf(html)
    expect(text).toContain('Åtgärd började: Studie')
    expect(text).not.toContain('Sökte nummer')
    expect(html).toMatch(/value="atgard" checked/)
  })

  test('days narrow the list and the picture', async () => {
    const text = await shown('?fran=2026-11-18&till=2026-11-18')
    expect(text).toContain('1 händelse ')
    expect(text).toContain('Nådd: telefon')
  })

  test.each([
    ['?fran=igår', 'Skriv dagen som ÅÅÅÅ-MM-DD'],
    ['?fran=2026-11-02&till=2026-11-01', 'Sista dagen ligger före den första'],
    ['?till=%3Cscript%3E', 'Skriv dagen som ÅÅÅÅ-MM-DD'],
  ])('%s says so at the field, and shows all days', async (query, problem) => {
    const { status, html } = await amina.get(path() + query)
    expect(status).toBe(422)
    expect(textOf(html)).toContain(problem)
    expect(textOf(html)).toContain('Planen skrevs')
    expect(html).not.toContain('<script>')
  })

  test('a long list has pages', async () => {
    const { place } = youths.site
    await place.sql(
      `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, staff_id, by_name, origin)
       select $1, 'phone', true, false, 'noAnswer', timestamptz '2026-11-08 08:00+01' + n * interval '1 minute', $2, 'Erik', 'hand' from generate_series(1, 120) n`,
      [annaId, staffId],
    )
    const { html } = await amina.get(path())
    expect(html.match(/<time /g)).toHaveLength(100)
    expect(html).toContain(`href="${path()}?sida=2"`)
    const second = await amina.get(`${path()}?sida=2`)
    expect(textOf(second.html)).toContain('Folkbokförd i Provstad')
    expect((await amina.get(`${path()}?sida=99`)).html).toContain('Folkbokförd i Provstad')
  })
})

describe('who may see it', () => {
  test('a protected youth is for those with the right and a fresh sign-in; others are told nothing', async () => {
    const { site, paths } = youths
    const hidden = `${paths.cecilia}/tidslinje`
    expect((await amina.get(hidden)).status).toBe(404)
    const handler = await site.signedIn(['protectedHandler'])
    expect(textOf((await handler.get(hidden)).html)).toContain('Skyddade personuppgifter')
    const tired = await site.signedIn(['protectedHandler'], { name: 'Trött', authenticatedAt: Date.now() - 3_600_000 })
    const answer = await tired.get(hidden)
    expect([answer.status, answer.location.startsWith('/logga-in/start?igen=1')]).toEqual([303, true])
    expect((await amina.get('/ungdomar/00000000-0000-4000-8000-000000000000/tidslinje')).status).toBe(404)
    expect((await amina.get('/ungdomar/abc/tidslinje')).status).toBe(404)
  })

  test('another unit sees nothing of it', async () => {
    const { site, paths } = youths
    const south = await site.signedIn(['counsellor'], { unit: 'Söder' })
    expect((await south.get(`${paths.bertil}/tidslinje`)).status).toBe(404)
  })

  test('facing the youth nothing internal is shown, and nothing struck', async () => {
    const erik = await youths.site.signedIn(['coordinator'], { name: 'Vänd' })
    await erik.send('/motelage', { meeting: 'on' })
    const { status, html } = await erik.get(path())
    const text = textOf(html)
    expect(status).toBe(200)
    expect(text).toContain('Nådd: telefon')
    for (const internal of ['Struken', 'Rättelse', 'Ansvarig:', 'Fråga ställd', 'Vill börja efter jul', 'Amina Lind']) {
      expect(text).not.toContain(internal)
    }
  })

  test('every reading has its line, with kinds and nothing of what they said', async () => {
    await amina.get(`${path()}?visa=plan`)
    const lines = await youths.site.place.sql<{ outcome: string; subject_id: string | null; detail: object }>(
      `select outcome, subject_id, detail from audit.line where action = 'timeline.read' order by id`,
    )
    expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['done', 'missing', 'sign-in-again']))
    for (const { outcome, subject_id } of lines) expect(subject_id === null).toBe(outcome === 'missing')
    expect(lines.at(-1)?.detail).toEqual({ kinds: ['plan'] })
    expect(youths.site.reported).toEqual([])
  })
})
