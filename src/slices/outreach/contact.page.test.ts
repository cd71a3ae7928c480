/** The pages of contacts in process: who may, what is refused and comes back as it was typed, once is once, protected youths. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { aSite, everyRole, type Shown, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { mayDo } from '../../kernel/permission.ts'
import { aColleague, aUnit, aYouth, protect, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { ago, aNumber, lastLine } from './outreach.testbed.ts'

let site: TestSite
let units = { north: 0, south: 0 }
let amina: Visitor
let youth: MadeYouth
let number: { readonly id: number; readonly wayId: string }
beforeAll(async () => {
  site = await aSite()
  units = { north: (await aUnit(site.place, 'Norr')).unit, south: (await aUnit(site.place, 'Söder')).unit }
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
beforeEach(async () => {
  youth = await aYouth(site.place, { given: 'Olle', family: 'Prov', fromOn: ago(40), bornOn: '2009-04-12', unit: units.north })
  number = await aNumber(site.place, youth.personId)
})
afterAll(() => site.close())

const path = (of: MadeYouth = youth): string => `/ungdomar/${of.subjectId}/kontakter`
const call = (given: Readonly<Record<string, string>> = {}) => ({ channel: 'phone', outcome: 'noAnswer', way: number.wayId, ...given })
const contacts = (of: MadeYouth = youth) =>
  site.place.sql<{ contact_id: string; outcome: string; struck_why: string | null }>(
    'select contact_id, outcome, struck_why from outreach.contact where person_id = $1 order by id',
    [of.personId],
  )
const textOf = ({ html }: Shown): string =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('who may', () => {
  it.each(everyRole)('%s', async (role) => {
    const visitor = await site.signedIn([role], { unit: 'Norr' })
    const isAllowed = mayDo([role], 'outreach.log')
    expect((await visitor.get(path())).status).toBe(isAllowed ? 200 : 403)
    expect((await visitor.send(path(), call())).status).toBe(isAllowed ? 303 : 403)
    expect(await contacts()).toHaveLength(isAllowed ? 1 : 0)
  })

  it('nobody outside the unit, and nobody learns whether there is such a youth', async () => {
    const south = await site.signedIn(['counsellor'], { unit: 'Söder' })
    for (const of of [path(), `/ungdomar/${randomUUID()}/kontakter`, '/ungdomar/x/kontakter']) {
      const shown = [
        await south.get(of),
        await south.get(`${of}/snabb?svar=rad`),
        await south.send(of, call()),
        await south.send(`${of}/${randomUUID()}/angra`),
      ]
      expect(shown.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    }
    expect(await contacts()).toEqual([])
  })
})

describe('the form', () => {
  it('saves, says so, and shows the contact with who, when and what was said', async () => {
    const sent = await amina.send(path(), {
      ...call({
        outcome: 'reached',
        direction: 'youthContacted',
        occupation: 'work',
        nextStep: 'meet',
        nextOn: ago(-5),
        note: 'Ringde <själv>',
      }),
      department: 'education',
    })
    expect([sent.status, sent.location]).toEqual([303, path()])
    const shown = await amina.get(path())
    const text = textOf(shown)
    for (const part of [
      'Hörde av sig : telefon Arbetar',
      'Arbetar',
      'vi ses',
      'valde stöd av Utbildningsförvaltningen',
      'Amina Lind',
      '070-174 06 05',
    ])
      expect(text).toContain(part)
    expect(shown.html).toContain('Ringde &lt;själv&gt;')
    expect(shown.html).toContain('<title>Kontakter')
    expect(await lastLine(site.place)).toMatchObject({ action: 'outreach.readContacts', outcome: 'done', subject_id: youth.subjectId })
  })

  it('has the channels’ own results, and two names for a visit', async () => {
    const visit = await amina.get(`${path()}?kanal=hembesok`)
    expect(textOf(visit)).toContain('Inte hemma')
    expect(textOf(visit)).not.toContain('Röstbrevlåda')
    const alone = await amina.send(path(), { channel: 'homeVisit', outcome: 'notHome', note: 'Ingen öppnade' })
    expect([alone.status, alone.html.includes('Ett hembesök görs av två'), alone.html.includes('Ingen öppnade</textarea>')]).toEqual([
      422,
      true,
      true,
    ])
    const second = await aColleague(site.place, 'Erik Ny', 'counsellor')
    expect((await amina.send(path(), { channel: 'homeVisit', outcome: 'notHome', second })).status).toBe(303)
    expect(textOf(await amina.get(path()))).toContain('Amina Lind och Erik Ny')
  })

  it.each([
    ['no result', { outcome: '' }, 'outcome', 'Välj hur det gick'],
    ['a result of another channel', { outcome: 'sent' }, 'outcome', 'passar inte'],
    ['no answer from a youth who called', { direction: 'youthContacted' }, 'outcome', 'ungdomen själv hörde av sig'],
    ['tomorrow', { on: ago(-1) }, 'on', 'har inte varit än'],
    ['no day', { on: '31 november' }, 'on', 'ÅÅÅÅ-MM-DD'],
    ['an earlier day without time', { on: ago(2) }, 'at', 'Skriv klockslaget'],
    ['no time of day', { at: 'tio' }, 'at', 'TT:MM'],
    ['before birth', { on: '2009-04-11', at: '10:00' }, 'on', 'före ungdomens födelse'],
    ['before the youth was covered', { on: ago(41), at: '10:00' }, 'on', 'omfattades inte'],
    ['a number of somebody else', { way: randomUUID() }, 'way', 'Välj igen'],
    ['a dead number without name', { outcome: 'deadNumber', way: '' }, 'way', 'Välj vilket nummer'],
    ['an occupation nobody heard', { occupation: 'work' }, 'occupation', 'själv har nåtts'],
    ['an occupation there is none of', { outcome: 'reached', occupation: 'sjöman' }, 'occupation', 'Välj ett av alternativen'],
    ['support that is not offered', { outcome: 'reached', department: 'nasa' }, 'department', 'kan inte väljas'],
    ['a day without step', { nextOn: ago(-3) }, 'nextStep', 'ta bort dagen'],
    ['a step that has passed', { nextStep: 'call', nextOn: ago(1) }, 'nextOn', 'har redan varit'],
    ['a note too long', { note: 'x'.repeat(501) }, 'note', 'för lång'],
  ])('with %s comes back with everything typed', async (_, given, field, words) => {
    const { status, html } = await amina.send(path(), call({ note: 'Det jag skrev', ...given }))
    expect(status).toBe(422)
    expect(html).toContain(`id="${field}-problem"`)
    expect(html).toContain(words)
    expect(html).toContain('note' in given ? 'xxx</textarea>' : 'Det jag skrev</textarea>')
    expect(await contacts()).toEqual([])
  })

  it('that is not ours is refused', async () => {
    expect((await amina.send(path(), call({ reached: 'ja' }))).status).toBe(400)
    expect((await amina.send(path(), call({ formToken: 'fel' }))).status).toBe(409)
    expect(await contacts()).toEqual([])
  })

  it('sent twice is saved once', async () => {
    const once = randomUUID()
    const sent = await Promise.all([amina.send(path(), call({ once })), amina.send(path(), call({ once }))])
    expect(sent.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 409])
    expect(await contacts()).toHaveLength(1)
  })

  it('refused may be mended and sent again with the same token', async () => {
    const once = randomUUID()
    expect((await amina.send(path(), call({ once, on: ago(41), at: '10:00' }))).status).toBe(422)
    expect((await amina.send(path(), call({ once }))).status).toBe(303)
  })

  it('warns that contacts of somebody the register is not about are not kept, and keeps those of the watched', async () => {
    const closed = await aYouth(site.place, { fromOn: ago(90), untilOn: ago(20) })
    expect(textOf(await amina.get(path(closed)))).toContain('omfattas inte och bevakas inte')
    expect((await amina.send(path(closed), { channel: 'phone', outcome: 'reached' })).status).toBe(422)
    expect((await amina.send(path(closed), { channel: 'phone', outcome: 'reached', on: ago(21), at: '14.30' })).status).toBe(303)
    const watched = await aYouth(site.place, { fromOn: null, watched: true })
    expect((await amina.send(path(watched), { channel: 'phone', outcome: 'reached' })).status).toBe(303)
    expect(await lastLine(site.place)).toMatchObject({ action: 'outreach.log', outcome: 'done' })
  })

  it('speaks English', async () => {
    const english = await site.signedIn(['coordinator'], { name: 'Ann' })
    await english.send('/sprak', { lang: 'en', path: '/' })
    expect(textOf(await english.get(path()))).toContain('How did it go?')
    expect((await english.send(path(), call({ on: ago(-1) }))).html).toContain('has not been yet')
  })
})

describe('a protected youth', () => {
  it('is there only for those with the right, who have shown who they are lately', async () => {
    const secret = await aYouth(site.place, { fromOn: ago(40), protected: 'marked' })
    const handler = await site.signedIn(['protectedHandler'])
    expect((await handler.send(path(secret), { channel: 'phone', outcome: 'reached' })).status).toBe(303)
    const [row] = await contacts(secret)
    for (const action of [path(secret), `${path(secret)}/${row?.contact_id}/angra`, `${path(secret)}/${row?.contact_id}/stryk`]) {
      expect((await amina.send(action, action === path(secret) ? { channel: 'phone', outcome: 'reached' } : {})).status).toBe(404)
    }
    expect([(await amina.get(path(secret))).status, (await amina.get(`${path(secret)}/snabb?svar=rad`)).status]).toEqual([404, 404])
    const stale = await site.signedIn(['protectedHandler'], { name: 'Sara', authenticatedAt: Date.now() - 3_600_000 })
    expect((await stale.get(path(secret))).location).toContain('/logga-in/start?igen=1')
    const part = await stale.get(`${path(secret)}/snabb?svar=rad`)
    expect([part.status, part.html]).toEqual([409, ''])
    expect((await handler.get(path(secret))).status).toBe(200)
  })

  it('that becomes protected is gone at once', async () => {
    expect((await amina.get(path())).status).toBe(200)
    await protect(site.place, youth.personId, 'registration')
    expect((await amina.get(path())).status).toBe(404)
  })
})

test('in Möteläge there is no form and nothing that staff wrote for each other', async () => {
  await amina.send(path(), call({ note: 'Bara för oss' }))
  const turned = await site.signedIn(['coordinator'], { name: 'Turned' })
  await turned.send('/motelage', { meeting: 'on', path: '/' })
  for (const of of [path(), `${path()}?snabb=1`, `${path()}/snabb?svar=rad`]) {
    const { status, location } = await turned.get(of)
    expect([status, location]).toEqual([303, `/ungdomar/${youth.subjectId}`])
  }
})

test('what was typed when the sign-in ran out waits for its writer', async () => {
  const visitor = await site.signedIn(['coordinator'], { name: 'Länge borta' })
  await site.place.sql(
    `update access.session set last_seen_at = last_seen_at - interval '2 hours', created_at = created_at - interval '2 hours'`,
  )
  const sent = await visitor.send(`${path()}?svar=rad`, call({ quick: 'ja', note: 'Pratade om praktik' }))
  expect(sent.location).toMatch(/^\/logga-in\?till=%2Ffortsatt%2F/)
  const again = await site.signedIn(['coordinator'], { name: 'Länge borta' })
  const kept = await again.get(decodeURIComponent(sent.location.split('till=')[1] ?? ''))
  expect(kept.html).toContain('Pratade om praktik')
  expect(kept.html).toContain(`action="${path()}"`)
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
})

test('nothing broke on the way', () => expect(site.reported).toEqual([]))
