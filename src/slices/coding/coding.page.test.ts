/** "Vad hände?" in the browser's way: chosen, shown, saved, struck; what ends coverage; who may; and nothing of another actor's kind anywhere. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { textOf, threeYouths, type Youths } from '../youth/youth.testbed.ts'
import { ago, today } from './coding.testbed.ts'

let youths: Youths
let amina: Visitor
beforeAll(async () => {
  youths = await threeYouths()
  amina = await youths.site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => youths.site.close())

const page = (path = youths.paths.anna) => `${path}/vad-hande`
const first = { event: 'workFound', heard: 'weCalled', on: today, at: '', sinceOn: '', untilOn: '', ground: '' }
const shown = { convention: 'skaraborg', version: '1' }
/** Text of a part of the page around a heading. */
const mainOf = (html: string): string => textOf(html)
const standing = async () => (await youths.site.place.sql<{ n: number }>('select count(*)::int as n from coding.standing'))[0]?.n

describe('the first page', () => {
  test('has every word once, with one value for all other actors', async () => {
    const { html, status } = await amina.get(page())
    expect(status).toBe(200)
    const values = [...html.matchAll(/type="radio" id="event[^"]*" name="event" value="([^"]*)"/g)].map(([, value]) => value)
    expect(values).toHaveLength(30)
    expect(values.filter((value) => value === 'otherActor')).toHaveLength(10)
    expect(html).toMatch(/type="search" id="event-search" autocomplete="off"/)
    expect(html).not.toMatch(/id="event-search"[^>]*name=/)
  })
  test.each([
    ['nothing chosen', { event: '', heard: '' }, ['Välj vad som hände.', 'Välj vem som säger det.']],
    ['a day ahead', { on: ago(-1) }, ['Tiden har inte varit än.']],
    ['an earlier call without its time', { on: ago(1) }, ['Skriv klockslaget']],
    ['a time that is none', { at: '25:00' }, ['Skriv klockslaget som TT:MM']],
    ['a no that nobody heard', { event: 'declines', heard: 'school' }, ['Det här skrivs bara som en kontakt.']],
  ])('says at the field what is wrong: %s', async (_, given, texts) => {
    const { event, heard, ...rest } = { ...first, ...given }
    const chosen = { ...(event === '' ? {} : { event }), ...(heard === '' ? {} : { heard }) }
    const { status, html } = await amina.send(page(), { ...rest, ...chosen })
    expect(status).toBe(422)
    for (const text of texts) expect(html).toContain(text)
  })
})

describe('the second page', () => {
  test('says what will be written and why, and saves nothing', async () => {
    const before = await standing()
    const { status, html } = await amina.send(page(), first)
    expect(status).toBe(200)
    const text = mainOf(html)
    expect(text).toMatch(/Sysselsättning\s+Arbetar\s+Åtgärd\s+Ingen åtgärd\s+Kontakt\s+Telefon, nådd/)
    expect(text).toContain('varken en åtgärd eller en anledning att lämna aktivitetsansvaret')
    expect(text).toContain('Efter konventionen Skaraborg, version 1.')
    expect(await standing()).toBe(before)
  })
  test('is gone back from with everything as it was', async () => {
    const { status, html } = await amina.send(`${page()}/andra`, { ...first, event: 'otherActor', ...shown })
    expect(status).toBe(200)
    expect([...html.matchAll(/value="otherActor" checked/g)]).toHaveLength(1)
    expect(html).toMatch(/value="weCalled" checked/)
  })
  test('is shown again when another convention has been chosen meanwhile', async () => {
    const { status, html } = await amina.send(`${page()}/spara`, { ...first, convention: 'exempel', version: '1' })
    expect([status, await standing()]).toEqual([409, 0])
    expect(html).toContain('Kommunen kodar på ett annat sätt sedan du öppnade sidan.')
    expect(html).toContain('name="convention" value="skaraborg"')
  })
  test('asks for a field that we do not have: forged', async () => {
    expect((await amina.send(`${page()}/spara`, { ...first, ...shown, kind: 'x' })).status).toBe(400)
  })
})

describe('saving and striking', () => {
  test('one press, one line on the youth’s page, and it is taken back with a reason', async () => {
    const saved = await amina.send(`${page()}/spara`, { ...first, event: 'parentalLeave', ...shown })
    expect([saved.status, saved.location]).toEqual([303, youths.paths.anna])
    const { html } = await amina.get(youths.paths.anna)
    expect(mainOf(html)).toMatch(/Vad hände\?\s+Föräldraledighet\s+Annat/)
    const [row] = await youths.site.place.sql<{ id: string }>('select coded_id as id from coding.standing')
    const struck = await amina.send(`${page()}/${row?.id}/stryk`, { why: 'wrongDay' })
    expect([struck.status, struck.location]).toEqual([303, page()])
    expect(mainOf((await amina.get(page())).html)).toMatch(/Struket .* av Amina Lind: fel dag\./)
    expect((await amina.send(`${page()}/${row?.id}/stryk`, { why: 'wrongDay' })).status).toBe(409)
  })
})

describe('upper secondary studies abroad', () => {
  const abroad = { ...first, event: 'studiesAbroad', sinceOn: ago(1), untilOn: '', ground: 'Intyg från skolan den 3 november' }
  test('ask how we know, and refuse without it', async () => {
    const preview = await amina.send(page(), { ...abroad, sinceOn: '', ground: '' })
    expect(mainOf(preview.html)).toContain('Ungdomen lämnar aktivitetsansvaret medan studierna pågår')
    expect(preview.html).toContain('name="ground"')
    const { status, html } = await amina.send(`${page()}/spara`, { ...abroad, ground: '', ...shown })
    expect(status).toBe(422)
    expect(html).toContain('Utan grund avslutas ingen period.')
  })
  test('are asked about what the text holds before it is saved', async () => {
    const { status, html } = await amina.send(`${page()}/spara`, { ...abroad, ground: 'Mamma skrev, nummer 200803142389', ...shown })
    expect([status, await standing()]).toEqual([422, 0])
    expect(html).toContain('name="noteKept"')
  })
  test('end coverage with ground and dates, and striking brings it back', async () => {
    const covered = async () =>
      (
        await youths.site.place.sql(
          `select from worklist.youth where given_name = 'Anna' and from_on <= $1 and (until_on is null or until_on > $1)`,
          [today],
        )
      ).length
    expect(await covered()).toBe(1)
    const saved = await amina.send(`${page()}/spara`, { ...abroad, ...shown })
    expect([saved.status, await covered()]).toEqual([303, 0])
    const [act] = await youths.site.place.sql('select kind, ground, by_name from register.manual_act')
    expect(act).toEqual({ kind: 'studies-abroad', ground: 'Intyg från skolan den 3 november', by_name: 'Amina Lind' })
    const lines = await youths.site.place.sql(
      `select action, detail from audit.line where action in ('coding.save', 'register.record') order by id desc limit 1`,
    )
    expect(lines).toEqual([
      { action: 'coding.save', detail: { convention: 'skaraborg@1', wrote: ['contact', 'occupation', 'endsCoverage'] } },
    ])
    const [row] = await youths.site.place.sql<{ id: string }>('select coded_id as id from coding.standing')
    expect((await amina.send(`${page()}/${row?.id}/stryk`, { why: 'wrongYouth' })).status).toBe(303)
    expect(await covered()).toBe(1)
  })
})

describe('who may', () => {
  test('a protected youth is for those with the right; the system coordinator codes nobody; a counsellor without the unit sees nobody', async () => {
    const nina = await youths.site.signedIn(['systemCoordinator'])
    const counsellor = await youths.site.signedIn(['counsellor'], { unit: 'Norr' })
    const handler = await youths.site.signedIn(['protectedHandler'])
    const statuses = [
      (await amina.get(page(youths.paths.cecilia))).status,
      (await handler.get(page(youths.paths.cecilia))).status,
      (await nina.get(page())).status,
      (await counsellor.get(page())).status,
    ]
    expect(statuses).toEqual([404, 200, 403, 404])
  })
  test('a protected youth is written about after a fresh sign-in only', async () => {
    const { paths, site } = youths
    const handler = await site.signedIn(['protectedHandler'], { name: 'Hanna Prov' })
    const stale = await site.signedIn(['protectedHandler'], { name: 'Sen', authenticatedAt: Date.now() - 3_600_000 })
    const secret = page(paths.cecilia)
    const saves = async (by: Visitor) => {
      const { status, location } = await by.send(`${secret}/spara`, { ...first, ...shown })
      return [status, location.replace(/\?igen=1.*/, ''), await standing()]
    }
    const before = (await standing()) ?? 0
    expect(await saves(stale)).toEqual([303, '/logga-in/start', before])
    expect(await saves(handler)).toEqual([303, paths.cecilia, before + 1])
    const [row] = await site.place.sql<{ id: string }>('select coded_id as id from coding.standing order by id desc limit 1')
    const strikes = async (by: Visitor) => {
      const { location } = await by.send(`${secret}/${row?.id}/stryk`, { why: 'wrongDay' })
      return [location.replace(/\?igen=1.*/, ''), await standing()]
    }
    const system = await site.signedIn(['protectedHandler', 'coordinator'], { name: 'Sen igen', authenticatedAt: Date.now() - 3_600_000 })
    expect(await strikes(system)).toEqual(['/logga-in/start', before + 1])
    expect(await strikes(handler)).toEqual([secret, before])
    const lines = await site.place.sql(
      `select action, outcome, count(*)::int as n from audit.line where outcome = 'sign-in-again' and action in ('coding.save', 'coding.strike')
       group by 1, 2 order by 1`,
    )
    expect(lines.map(({ action, n }: { action?: string; n?: number }) => [action, n])).toEqual([
      ['coding.save', 1],
      ['coding.strike', 1],
    ])
  })
  test('in meeting mode nothing of it is shown', async () => {
    const met = await youths.site.signedIn(['coordinator'], { name: 'Möter Någon' })
    await met.send('/motelage', { meeting: 'on' })
    const { status } = await met.get(page())
    expect(status).toBe(303)
  })
})
