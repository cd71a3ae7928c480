/** The quick call log in process, without script and as the script asks; undoing within seconds, striking later. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { aSite, type Shown, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { ago, aNumber, lastLine, standingNow } from './outreach.testbed.ts'

let site: TestSite
let amina: Visitor
let youth: MadeYouth
let number: { readonly id: number; readonly wayId: string }
beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
beforeEach(async () => {
  youth = await aYouth(site.place, { given: 'Olle', family: 'Prov', fromOn: ago(40) })
  number = await aNumber(site.place, youth.personId)
})
afterAll(() => site.close())

const path = (): string => `/ungdomar/${youth.subjectId}/kontakter`
const quick = (given: Readonly<Record<string, string>> = {}) => ({
  ...{ channel: 'phone', quick: 'ja', back: 'list', view: 'lage=atgardas&sort=namn', way: number.wayId, outcome: 'noAnswer' },
  ...given,
})
const textOf = ({ html }: Shown): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const logged = async (): Promise<string> =>
  (await site.place.sql<{ id: string }>('select c.contact_id as id from outreach.contact c order by c.id desc limit 1'))[0]?.id ?? ''
const count = async (): Promise<number> =>
  (
    await site.place.sql<{ n: number }>('select count(*)::int as n from outreach.contact where person_id = $1 and struck_at is null', [
      youth.personId,
    ])
  )[0]?.n ?? 0

describe('the quick form', () => {
  it('is a link in each row of the list, for those who may log', async () => {
    const { html } = await amina.get('/ungdomar')
    expect(html).toContain(`href="${path()}?snabb=1&amp;vy="`)
    expect(html).toContain('<script src="/assets/')
    expect(html).toMatch(/\/call-log\.js"/)
    const system = await (await site.signedIn(['systemCoordinator'])).get('/ungdomar')
    expect(system.html).not.toMatch(/snabb=1|call-log\.js|data-call-said/)
  })

  it('shows the numbers as they are read, the dead ones apart, and a key for each result', async () => {
    const other = await aNumber(site.place, youth.personId, '+46846500412')
    await amina.send(path(), quick({ way: other.wayId, outcome: 'deadNumber' }))
    const page = await amina.get(`${path()}?snabb=1&vy=`)
    const part = await amina.get(`${path()}/snabb?svar=rad&vy=`)
    for (const { html } of [page, part]) {
      expect(html).toContain('href="tel:+46701740605"')
      expect(html).toContain('070-174 06 05')
      expect(html).toMatch(/<s>08-465 004 12<\/s>[^<]*<span class="late">dött sedan/)
      expect([...html.matchAll(/data-digit="(\d)"/g)].map(([, digit]) => digit)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    }
    expect(part.html).not.toContain('<html')
    expect((await amina.get(`${path()}/snabb?vy=sort%3Dnamn`)).location).toBe(`${path()}?snabb=1&vy=sort%3Dnamn`)
    expect(part.headers.get('content-type')).toContain('text/html')
    expect(part.headers.get('cache-control')).toBe('no-store')
    expect(await lastLine(site.place)).toMatchObject({ action: 'outreach.readNumbers', outcome: 'done', subject_id: youth.subjectId })
  })

  it('lets several numbers be chosen among, those that rest last', async () => {
    const other = await aNumber(site.place, youth.personId, '+46701740606')
    await amina.send(path(), quick({ outcome: 'someoneElse' }))
    const { html } = await amina.get(`${path()}/snabb?svar=rad`)
    const order = [...html.matchAll(/name="way" value="([\da-f-]+)"( checked)?/g)].map(([, id, checked]) => [id, checked !== undefined])
    expect(order).toEqual([
      [other.wayId, true],
      [number.wayId, false],
    ])
    expect(html).toContain('vilar till')
  })

  it('without script is one page, and back to the same view with the notice and a button to undo', async () => {
    const sent = await amina.send(path(), quick())
    expect(sent.status).toBe(303)
    expect(sent.location).toMatch(new RegExp(`^/ungdomar\\?.*angra=${youth.subjectId}\\.${await logged()}\\.\\d{13}$`))
    expect(decodeURIComponent(sent.headers.get('set-cookie') ?? '')).toContain('Sparat: telefon, inget svar.')
    expect(decodeURIComponent(sent.headers.get('set-cookie') ?? '')).not.toContain('Olle')
    const list = await amina.get(sent.location)
    const action = `${path()}/${await logged()}/angra`
    expect(list.html).toContain(`action="${action}"`)
    const undone = await amina.send(action, { back: 'list', view: 'sort=namn' })
    expect([undone.status, undone.location.startsWith('/ungdomar')]).toEqual([303, true])
    expect(await count()).toBe(0)
  })

  it('opened from the youth’s page goes back there', async () => {
    expect((await amina.get(`${path()}?snabb=1&fran=ungdom`)).html).toContain('name="back" value="youth"')
    expect((await amina.send(path(), quick({ back: 'youth' }))).location).toBe(`/ungdomar/${youth.subjectId}`)
  })

  it('goes back only to lists of ours', async () => {
    const { location } = await amina.send(path(), quick({ view: 'https://example.com/?lage=x' }))
    expect(location).toMatch(/^\/ungdomar\?angra=/)
  })

  it.each([
    ['without result', { outcome: '' }, 'samtal-outcome', 'Välj hur det gick'],
    ['with a line too long', { note: 'x'.repeat(501) }, 'samtal-note', 'för lång'],
    ['on a number that is not there', { way: randomUUID() }, 'samtal-outcome', 'Välj igen'],
    ['with an occupation nobody heard', { occupation: 'work' }, 'samtal-occupation', 'själv har nåtts'],
  ])('%s comes back as a part with what was typed', async (_, given, field, words) => {
    const { status, html } = await amina.send(`${path()}?svar=rad`, quick({ note: 'Min rad', ...given }))
    expect([status, html.includes('<html'), html.includes(`id="${field}-problem"`)]).toEqual([422, false, true])
    expect(html).toContain(words)
    expect(html).toContain('note' in given ? 'xxx' : 'value="Min rad"')
    expect(html).toContain('value="lage=atgardas&amp;sort=namn"')
    const page = await amina.send(path(), quick(given))
    expect([page.status, page.html.includes('<html')]).toEqual([422, true])
  })
})

describe('what the script is answered', () => {
  it('is a line, a button, and the row’s cells anew', async () => {
    const sent = await amina.send(`${path()}?svar=rad`, quick({ view: '' }))
    expect([sent.status, sent.html.includes('<html')]).toEqual([200, false])
    expect(textOf(sent)).toContain('Sparat för Olle Prov: telefon, inget svar.')
    expect(sent.html).toContain(`action="${path()}/${await logged()}/angra"`)
    expect(sent.html).toMatch(/<td data-title="Senaste försök">.*telefon.*inget svar/)
    expect(sent.html).toMatch(/<td data-title="Senast nådd">.*aldrig/)
    expect(sent.html).toContain('data-title="Nästa steg"')
    const undone = await amina.send(`${path()}/${await logged()}/angra?svar=rad`, { back: 'list', view: '' })
    expect(undone.status).toBe(200)
    expect(textOf(undone)).toContain('Ångrat')
    expect(undone.html).toMatch(/<td data-title="Senaste försök">–/)
    expect(undone.html).not.toContain('<form')
  })

  it('tells why it cannot be undone', async () => {
    await amina.send(path(), quick())
    const action = `${path()}/${await logged()}/angra`
    const erik = await site.signedIn(['coordinator'], { name: 'Erik Ny' })
    const refused = await erik.send(`${action}?svar=rad`, { back: 'list', view: '' })
    expect([refused.status, textOf(refused).includes('Bara den som loggade kan ångra')]).toEqual([409, true])
    expect(await lastLine(site.place)).toMatchObject({
      action: 'outreach.undo',
      outcome: 'not-yours',
      detail: { channel: 'phone', outcome: 'noAnswer' },
    })
    const page = await erik.send(action)
    expect([page.status, textOf(page).includes('Bara den som loggade kan ångra')]).toEqual([409, true])
    expect(await count()).toBe(1)
  })
})

describe('striking', () => {
  it('is for the one who logged and for coordinators, with a reason', async () => {
    const erik = await site.signedIn(['counsellor', 'protectedHandler'], { name: 'Erik Ny' })
    const counsellor = await site.signedIn(['systemCoordinator', 'counsellor'], { name: 'Per' })
    await erik.send(path(), quick({ outcome: 'deadNumber' }))
    const action = `${path()}/${await logged()}/stryk`
    const denied = await counsellor.send(action, { why: 'Fel ungdom' })
    expect([denied.status, textOf(denied).includes('Bara den som loggade, eller en samordnare')]).toEqual([409, true])
    const unsaid = await amina.send(action, { why: 'x' })
    expect([unsaid.status, unsaid.html.includes('Skriv varför'), unsaid.html.includes('value="x"')]).toEqual([422, true, true])
    expect((await amina.send(action, { why: 'x'.repeat(201) })).status).toBe(422)
    expect((await amina.send(action, { why: 'Fel ungdom' })).location).toBe(path())
    expect(await standingNow(site.place, youth.personId)).toMatchObject({ live: 1, dead: 0 })
    const shown = textOf(await amina.get(path()))
    expect(shown).toContain('Strukna (1)')
    expect(shown).toMatch(/Struken av Amina Lind [^:]+:\d\d: Fel ungdom/)
    expect((await amina.send(action, { why: 'Fel ungdom' })).status).toBe(409)
    expect(await lastLine(site.place, 'outreach.strike')).toMatchObject({ action: 'outreach.strike', outcome: 'already-struck' })
  })
})

test('after ten seconds the button is gone, and a press that comes all the same is told so', async () => {
  const { location } = await amina.send(path(), quick())
  site.later(13_000)
  expect((await amina.get(location)).html).not.toContain('/angra"')
  const late = await amina.send(`${path()}/${await logged()}/angra`, { back: 'list', view: '' })
  expect([late.status, textOf(late).includes('tio sekunder har gått')]).toEqual([409, true])
  expect(await lastLine(site.place, 'outreach.undo')).toMatchObject({ action: 'outreach.undo', outcome: 'too-late' })
  expect(await count()).toBe(1)
})

test('nothing broke on the way', () => expect(site.reported).toEqual([]))
