/** /kodning: choosing, previewing and coding anew; the municipality's own, line by line and as text; two at once; and who may. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { textOf, threeYouths, type Youths } from '../youth/youth.testbed.ts'
import { today } from './coding.testbed.ts'
import { freeEvents } from './coding.types.ts'
import { typedOwn } from './own.forms.ts'
import { defaultConvention } from './shipped.rules.ts'

let youths: Youths
let nina: Visitor
let amina: Visitor
beforeAll(async () => {
  youths = await threeYouths()
  nina = await youths.site.signedIn(['systemCoordinator'], { name: 'Nina System' })
  amina = await youths.site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => youths.site.close())

const sql = <Row extends object>(text: string) => youths.site.place.sql<Row>(text)
const version = async () =>
  String((await sql<{ n: number }>(`select count(*)::int as n from settings.value where key like 'coding.%'`))[0]?.n ?? 0)
const chosen = async () =>
  (await sql<{ value: string }>(`select value from settings.value where key = 'coding.convention' and known_until = 'infinity'`))[0]?.value
const own = (given: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries(
    Object.entries(typedOwn({ name: 'Vår', lines: defaultConvention.lines })).map(([name, [value = '']]) => [name, value]),
  ),
  ...given,
})
/** What the page of one's own replay tells when it is done. */
async function whenDone(by: Visitor): Promise<string> {
  const { html } = await by.get('/kodning/omrakning')
  if (!html.includes('<progress')) return textOf(html)
  await new Promise((resolve) => setTimeout(resolve, 50))
  return whenDone(by)
}
const code = (event: string) =>
  amina.send(`${youths.paths.anna}/vad-hande/spara`, { event, heard: 'school', on: today, at: '', convention: 'skaraborg', version: '1' })

describe('choosing', () => {
  test('shows all with where they come from, the default in force', async () => {
    const { status, html } = await nina.get('/kodning')
    expect(status).toBe(200)
    const text = textOf(html)
    expect(text).toMatch(/ur en källa\s+gäller nya uppgifter/)
    expect(text).toMatch(/exempel, inte ur någon källa/)
  })
  test('is previewed first: what would change, youth by youth, and nothing is written', async () => {
    await code('militaryService')
    const asked = await nina.send('/kodning/visa', { version: '0', convention: 'exempel' })
    expect([asked.status, asked.location]).toEqual([303, '/kodning/visa?konvention=exempel'])
    const { html } = await nina.get(asked.location)
    expect(textOf(html)).toMatch(/En uppgift om en ungdom[\s\S]*Studerar · ingen åtgärd\s+Annat · ingen åtgärd\s+1[\s\S]*Anna/)
    expect(await sql('select from coding.coded')).toHaveLength(1)
    const [line] = await sql(`select detail from audit.line where action = 'coding.previewReplay'`)
    expect(line).toEqual({ detail: { convention: 'exempel@1', codings: 1, changes: 1 } })
  })
  test('holds for new records, and leaves what is written', async () => {
    const { location } = await nina.send('/kodning/valj', { version: '0', convention: 'exempel' })
    expect([location, await chosen(), (await sql('select from coding.coded')).length]).toEqual(['/kodning', 'exempel', 1])
  })
  test('from a page that somebody else has overtaken changes nothing', async () => {
    const { status, html } = await nina.send('/kodning/valj', { version: '0', convention: 'skaraborg' })
    expect([status, await chosen()]).toEqual([409, 'exempel'])
    expect(html).toContain('Någon annan har ändrat sedan du öppnade sidan.')
  })
  test('one that there is not is refused', async () => {
    expect((await nina.send('/kodning/valj', { version: await version(), convention: 'ingen' })).status).toBe(422)
    expect((await nina.get('/kodning/visa?konvention=ingen')).status).toBe(404)
  })
  test('and coding the past anew is one press, told when it is done; a second time changes nothing', async () => {
    const replay = async () => {
      const { location } = await nina.send('/kodning/rakna-om', { version: await version(), convention: 'exempel' })
      expect(location).toBe('/kodning/omrakning')
      return whenDone(nina)
    }
    expect(await replay()).toContain('En uppgift fick nya koder.')
    expect(await replay()).toContain('Inget behövde ändras.')
    expect(textOf((await amina.get('/kodning/omrakning')).html)).toContain('Ingen omräkning pågår')
    expect(textOf((await amina.get(youths.paths.anna)).html)).toMatch(/Värnplikt\s+omkodad\s+Annat/)
  })
})

describe('the preview', () => {
  const linked = (html: string) => [...html.matchAll(/<a href="(\/ungdomar\/[0-9a-f-]+(?:\/vad-hande)?)">/g)].map(([, href]) => href)
  const preview = async (by: Visitor) => (await by.get('/kodning/visa?konvention=skaraborg')).html

  test('leads to what the reader may open', async () => {
    expect(linked(await preview(amina))).toEqual([`${youths.paths.anna}/vad-hande`])
    const links = linked(await preview(nina))
    expect(links).toEqual([youths.paths.anna])
    expect((await nina.get(links[0] ?? '')).status).toBe(200)
  })
  test('shows a protected youth to those with the right, tagged, and what happened after a fresh sign-in', async () => {
    const roles = ['protectedHandler', 'coordinator'] as const
    const holder = await youths.site.signedIn([...roles], { name: 'Hanna Prov' })
    const stale = await youths.site.signedIn([...roles], { name: 'Sen', authenticatedAt: Date.now() - 3_600_000 })
    const event = { event: 'militaryService', heard: 'school', on: today, at: '', convention: 'exempel', version: '1' }
    expect((await holder.send(`${youths.paths.cecilia}/vad-hande/spara`, event)).status).toBe(303)
    // Anna's and Cecilia's event is the same: hers is always there.
    const texts = async (by: Visitor) => {
      const text = textOf(await preview(by))
      return [text.includes('Cecilia'), text.includes('Skyddade uppgifter'), text.match(/Värnplikt/g)?.length]
    }
    expect([await texts(holder), await texts(stale), await texts(amina)]).toEqual([
      [true, true, 2],
      [true, true, 1],
      [false, false, 1],
    ])
    const replay = { version: await version(), convention: 'exempel' }
    expect((await stale.send('/kodning/rakna-om', replay)).location).toMatch(/^\/logga-in\/start\?igen=1/)
    expect((await holder.send('/kodning/rakna-om', replay)).location).toBe('/kodning/omrakning')
    expect(await whenDone(holder)).toContain('Klart.')
  })
  test('and youths whom somebody else holds are told of, with what to do', async () => {
    await sql(
      `create function coding.is_held() returns trigger language plpgsql as $$ begin raise exception 'held' using errcode = '55P03'; end $$`,
    )
    await sql('create trigger is_held before insert on coding.coded for each row when (new.revision > 1) execute function coding.is_held()')
    await nina.send('/kodning/rakna-om', { version: await version(), convention: 'skaraborg' })
    const text = await whenDone(nina)
    await sql('drop trigger is_held on coding.coded')
    expect(text).toMatch(/Inga koder är ändrade\. .*En ungdom räknades inte om: .*De är som de var\. Räkna om igen om en stund\./)
    expect(text).not.toContain('Klart.')
    await nina.send('/kodning/valj', { version: await version(), convention: 'exempel' })
  })
})

describe('the municipality’s own', () => {
  test('begins as that in force, and is saved as a version', async () => {
    const { html } = await nina.get('/kodning/egen')
    expect(html).toMatch(/name="occupation.militaryService"[\s\S]*?<option value="other" selected/)
    const { location } = await nina.send('/kodning/egen', { ...own({ 'occupation.parentalLeave': 'none' }), version: await version() })
    expect(location).toBe('/kodning')
    expect(textOf((await nina.get('/kodning')).html)).toMatch(/Vår, version 1/)
  })
  test('is shown with both when two change it, and nothing is lost', async () => {
    const { status, html } = await nina.send('/kodning/egen', { ...own({ name: 'Min' }), version: '1' })
    expect(status).toBe(409)
    expect(html).toContain('value="Min"')
  })
  test.each([
    ['an item that is not in the catalogue', { 'item.other': 'dream' }, 'något annat, item: Åtgärden finns inte i kommunens katalog.'],
    ['upper secondary abroad for another stay', { 'occupation.abroad': 'studiesAbroad' }, 'Det bestämmer lagen, inte en konvention'],
    ['no name', { name: ' ' }, 'Skriv ett namn.'],
  ])('is refused in words with %s', async (_, given, text) => {
    const { status, html } = await nina.send('/kodning/egen', { ...own(given), version: await version() })
    expect(status).toBe(422)
    expect(html).toContain(text)
  })
  test('with a field that we do not have is forged', async () => {
    expect((await nina.send('/kodning/egen', { ...own({ 'occupation.otherActor': 'work' }), version: await version() })).status).toBe(400)
  })
  test('can be downloaded and pasted', async () => {
    const { html: text } = await nina.get('/kodning/egen.json')
    const { location } = await nina.send('/kodning/egen/klistra', { version: await version(), text })
    expect([location, Object.keys(JSON.parse(text).lines).length]).toEqual(['/kodning', freeEvents.length])
  })
  test.each([
    ['no JSON', '{', 'Texten går inte att läsa som en konvention.'],
    [
      'who leaves',
      JSON.stringify({
        name: 'x',
        lines: { ...defaultConvention.lines, workFound: { occupation: 'work', measure: null, endsCoverage: true } },
      }),
      'Det bestämmer lagen',
    ],
    [
      'another actor’s kind',
      JSON.stringify({ name: 'x', lines: { ...defaultConvention.lines, prison: { occupation: null, measure: null } } }),
      'prison: Händelsen finns inte.',
    ],
  ])('pasted with %s is refused in words, and stays in its field', async (_, text, problem) => {
    const { status, html } = await nina.send('/kodning/egen/klistra', { version: await version(), text })
    expect(status).toBe(422)
    expect(html).toContain(problem)
    expect(html).toMatch(/<textarea[^>]*name="text"/)
  })
})

test('a counsellor and a handler of protected youths choose nothing', async () => {
  for (const role of ['counsellor', 'unitManager', 'protectedHandler'] as const) {
    const other = await youths.site.signedIn([role], { unit: 'Norr' })
    expect([(await other.get('/kodning')).status, (await other.get('/kodning/visa')).status]).toEqual([403, 403])
  }
})
