/** Writing down what a youth does: three kinds of not knowing told apart, days that cannot be, two who write at once, and everything said before. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { textOf } from '../youth/youth.testbed.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aContact, ago } from './outreach.testbed.ts'
import { recordContact } from './record.actions.ts'

let site: TestSite
let amina: Visitor
let youth: MadeYouth

beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => site.close())
beforeEach(async () => {
  youth = await aYouth(site.place, { given: 'Anna', family: 'Prov' })
})

const pathOf = ({ subjectId }: MadeYouth = youth): string => `/ungdomar/${subjectId}/sysselsattning`
const standing = async ({ personId }: MadeYouth = youth): Promise<string> =>
  (
    await site.place.sql<{ id: string }>(
      `select occupation_id as id from outreach.occupation where person_id = $1 and known_until = 'infinity'`,
      [personId],
    )
  )[0]?.id ?? ''
const kept = ({ personId }: MadeYouth = youth) =>
  site.place.sql<{ kind: string }>(
    `select kind, source, since_on as since, stated_on as stated, origin, known_until = 'infinity' as stands from outreach.occupation
     where person_id = $1 order by id`,
    [personId],
  )
const write = async (fields: Readonly<Record<string, string>>, visitor = amina, of = youth) =>
  visitor.send(`${pathOf(of)}/ny`, { source: 'youth', sinceOn: '', statedOn: '', seen: await standing(of), back: 'page', ...fields })
const page = async (visitor = amina, of = youth): Promise<string> => textOf((await visitor.get(pathOf(of))).html)

describe('three kinds of not knowing', () => {
  test('are told apart in words, with source, day and when to ask again', async () => {
    expect(await page()).toMatch(/Inte frågad Ingen har uppgett vad hen gör/)
    await write({ kind: 'unknown', source: 'school' })
    expect(await page()).toMatch(/Frågad men okänd Skolan frågades .* och kunde inte säga vad hen gör\. Fråga igen .*\(om 45 dagar\)\./)
    await write({ kind: 'none' })
    expect(await page()).toMatch(/Ingen sysselsättning, enligt ungdomen .* Räknas som känt till .*\(45 dagar kvar\)/)
    await write({ kind: 'unknown', statedOn: ago(0) })
    expect(await page()).not.toContain('Stämmer fortfarande')
  })

  test('are four states in the list, and of them only no occupation is known', async () => {
    const [asked, none, gone, never] = await Promise.all(
      ['Frågad', 'Ingen', 'Utgången', 'Aldrig'].map((given) => aYouth(site.place, { given, family: 'Lista' })),
    )
    if (asked === undefined || none === undefined || gone === undefined || never === undefined) throw new Error('four were made')
    await write({ kind: 'unknown' }, amina, asked)
    await write({ kind: 'none' }, amina, none)
    await write({ kind: 'none', statedOn: ago(45) }, amina, gone)
    const listed = async (query: string) =>
      [...new Set(textOf((await amina.get(`/ungdomar?${query}`)).html).match(/(?:Frågad|Ingen|Utgången|Aldrig) Lista/g) ?? [])].toSorted()
    expect(await listed('sysselsattning=fragad-okand')).toEqual(['Frågad Lista'])
    expect(await listed('sysselsattning=ingen')).toEqual(['Ingen Lista'])
    expect(await listed('sysselsattning=utgangen')).toEqual(['Utgången Lista'])
    expect(await listed('sysselsattning=inte-fragad')).toEqual(['Aldrig Lista'])
    expect(await listed('okand=ja')).toEqual(['Aldrig Lista', 'Frågad Lista', 'Utgången Lista'])
    expect(textOf((await amina.get('/ungdomar?sysselsattning=fragad-okand')).html)).toContain('frågad men okänd · fråga igen om 45 dagar')
  })
})

describe('a new statement', () => {
  test('is kept with its source and its days, and what it replaced stands below', async () => {
    const first = await write({ kind: 'work', source: 'employer', sinceOn: ago(40), statedOn: ago(10) })
    expect([first.status, first.location]).toEqual([303, pathOf()])
    await write({ kind: 'studiesAbroad', back: 'youth' })
    expect(await kept()).toEqual([
      { kind: 'work', source: 'employer', since: ago(40), stated: ago(10), origin: 'hand', stands: false },
      { kind: 'studiesAbroad', source: 'youth', since: null, stated: ago(0), origin: 'hand', stands: true },
    ])
    const text = await page()
    expect(text).toMatch(/Gymnasiestudier utomlands, enligt ungdomen/)
    expect(text).toMatch(/Arbetar sedan .*, enligt arbetsgivaren .* skrivet för hand Amina Lind ersatt av en senare uppgift/)
  })

  test('of an earlier day than what stands is kept as earlier, and says so', async () => {
    await write({ kind: 'work' })
    const { headers, location } = await write({ kind: 'none', statedOn: ago(10) })
    expect(location).toBe(pathOf())
    expect(headers.get('set-cookie')).toContain(encodeURIComponent('bland de tidigare'))
    expect(await page()).toMatch(/Arbetar, enligt ungdomen/)
  })

  test('leaves a line in the log that says who, and not what', async () => {
    await write({ kind: 'work', source: 'school' })
    const [line] = await site.place.sql(
      `select action, outcome, subject_id, detail from audit.line where action = 'outreach.writeOccupation' order by id desc limit 1`,
    )
    expect(line).toEqual({ action: 'outreach.writeOccupation', outcome: 'done', subject_id: youth.subjectId, detail: { source: 'school' } })
  })

  test.each([
    ['a day ahead', { statedOn: ago(-1) }, 'statedOn', 'Dagen har inte kommit än'],
    ['before birth', { statedOn: '2009-03-09' }, 'statedOn', 'före födelsen'],
    ['since a day ahead', { sinceOn: ago(-1) }, 'sinceOn', 'börjat efter den dag'],
    ['since before birth', { sinceOn: '2009-03-09' }, 'sinceOn', 'före födelsen'],
    ['since, of what nobody knows', { kind: 'unknown', sinceOn: ago(3) }, 'sinceOn', 'Töm fältet'],
    ['on no day', { statedOn: '2026-02-30' }, 'statedOn', 'dag'],
    ['of no kind', { kind: '' }, 'kind', 'Välj'],
    ['by nobody', { source: '' }, 'source', 'Välj'],
    ['of a day when nobody followed the youth', { statedOn: '2026-09-30' }, 'statedOn', 'omfattades inte'],
  ])('%s is refused at its field, with everything that was typed', async (_, fields, field, words) => {
    const { status, html } = await write({ kind: 'work', source: 'school', ...fields })
    expect(status).toBe(422)
    expect(html).toContain(`href="#${field}"`)
    expect(html).toMatch(new RegExp(`id="${field}-problem">[^<]*${words}`))
    if (!('source' in fields)) expect(html).toMatch(/<option value="school" selected/)
    expect(await kept()).toEqual([])
  })

  test('that two write at once is the first one’s; the second sees it, with the own text still there', async () => {
    const seen = await standing()
    await write({ kind: 'work', seen })
    const second = await write({ kind: 'other', source: 'otherActor', sinceOn: ago(5), seen })
    expect(second.status).toBe(409)
    const text = textOf(second.html)
    expect([text.includes('Någon har uppgett något annat'), text.includes('Arbetar, enligt ungdomen')]).toEqual([true, true])
    expect(second.html).toMatch(/<option value="other" selected/)
    expect(second.html).toContain(`value="${ago(5)}"`)
    expect(second.html).toContain(`name="seen" value="${await standing()}"`)
    expect((await write({ kind: 'other', source: 'otherActor' })).status).toBe(303)
    expect((await kept()).map(({ kind }) => kind)).toEqual(['work', 'other'])
  })

  test('sent twice is kept once', async () => {
    const seen = await standing()
    const once = '5b1c0a52-0000-4000-8000-00000000000a'
    await write({ kind: 'work', once, seen })
    await write({ kind: 'work', once, seen })
    expect(await kept()).toHaveLength(1)
  })
})

describe('the page', () => {
  test('is for those who may see the youth, log contacts, and of a protected one after a fresh sign-in', async () => {
    expect((await amina.get(`/ungdomar/x/sysselsattning`)).status).toBe(404)
    expect((await (await site.signedIn(['systemCoordinator'])).get(pathOf())).status).toBe(403)
    const lone = await site.signedIn(['counsellor'], { name: 'Utan enhet' })
    expect([(await lone.get(pathOf())).status, (await write({ kind: 'work' }, lone)).status]).toEqual([404, 404])
    const hidden = await aYouth(site.place, { protected: 'marked' })
    expect([(await amina.get(pathOf(hidden))).status, (await write({ kind: 'work' }, amina, hidden)).status]).toEqual([404, 404])
    const old = await site.signedIn(['protectedHandler'], { name: 'Länge sedan', authenticatedAt: Date.now() - 3 * 3_600_000 })
    expect((await old.get(pathOf(hidden))).location).toContain('/logga-in')
    const karin = await site.signedIn(['protectedHandler'])
    expect((await write({ kind: 'work' }, karin, hidden)).status).toBe(303)
    expect(await page(karin, hidden)).toContain('Arbetar, enligt ungdomen')
  })

  test('leaves a read line, and is not there while the screen is turned to the youth', async () => {
    await page()
    const [line] = await site.place.sql(`select action, subject_id from audit.line order by id desc limit 1`)
    expect(line).toEqual({ action: 'outreach.readOccupation', subject_id: youth.subjectId })
    const turned = await site.signedIn(['coordinator'], { name: 'Turned' })
    await turned.send('/motelage', { meeting: 'on', path: '/' })
    expect((await turned.get(pathOf())).location).toBe(`/ungdomar/${youth.subjectId}`)
  })

  test('of somebody nobody follows any more takes what was done while somebody did, and nothing of another day', async () => {
    const left = await aYouth(site.place, { fromOn: '2026-10-01', untilOn: ago(10) })
    const { html } = await amina.get(pathOf(left))
    expect(html).toContain('Det går bara att skriva vad hen gjorde medan hen omfattades')
    expect(/<input[^>]*id="statedOn"[^>]*>/.exec(html)?.[0]).toMatch(new RegExp(`max="${ago(11)}".* required|required.* max="${ago(11)}"`))
    for (const statedOn of ['', ago(10), '2026-09-30']) expect((await write({ kind: 'work', statedOn }, amina, left)).status).toBe(422)
    expect(await kept(left)).toEqual([])
    for (const statedOn of ['2026-10-01', ago(11)]) expect((await write({ kind: 'work', statedOn }, amina, left)).status).toBe(303)
    expect((await kept(left)).map(({ kind }) => kind)).toEqual(['work', 'work'])
    expect(await page(amina, left)).not.toContain('Stämmer fortfarande')
    expect(site.reported).toEqual([])
  })

  test('of somebody who was never covered has no form', async () => {
    const never = await aYouth(site.place, { fromOn: null })
    const { html } = await amina.get(pathOf(never))
    expect([html.includes('omfattas inte och bevakas inte'), html.includes('name="kind"')]).toEqual([true, false])
    expect((await write({ kind: 'work' }, amina, never)).status).toBe(422)
  })

  test('fills in the day of what lacks an occupation: the registration, or a contact of the youth’s own', async () => {
    const day = async (query: string, of = youth) =>
      /<input[^>]*id="statedOn"[^>]*>/.exec((await amina.get(`${pathOf(of)}?${query}`)).html)?.[0].match(/value="([^"]*)"/)?.[1] ?? ''
    const logged = await inTransaction(site.place.pool, (tx) =>
      recordContact(tx, aContact(youth.personId, { happenedAt: `${ago(5)}T12:00:00+01:00`, reached: true, outcome: 'reached' })),
    )
    const another = await aYouth(site.place)
    expect(await day('vid=registreringen')).toBe('2026-10-01')
    expect(await day(`kontakt=${logged.contactId}`)).toBe(ago(5))
    expect(await day(`kontakt=${logged.contactId}`, another)).toBe('')
    expect([await day('kontakt=x'), await day('')]).toEqual(['', ''])
    expect((await amina.get(`${pathOf()}?kontakt=${logged.contactId}`)).html).toContain('Det saknas vad hen gjorde vid kontakten')
  })

  test('is where one press confirms too', async () => {
    await write({ kind: 'work', statedOn: ago(30) })
    const { status, location } = await amina.send(pathOf(), { occupation: await standing(), source: 'employer', back: 'page' })
    expect([status, location]).toEqual([303, pathOf()])
    expect(await page()).toMatch(/enligt arbetsgivaren .* bekräftat med ett tryck Amina Lind/)
  })

  test('speaks English', async () => {
    const english = await site.signedIn(['coordinator'], { name: 'English' })
    await english.send('/sprak', { lang: 'en', path: '/' })
    expect(await page(english)).toMatch(/Not asked Nobody has said what the youth does/)
  })
})
