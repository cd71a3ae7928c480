/** The desk of statements that lapse: who stands there, for whom, and what was heard since. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aUnit, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { textOf } from '../youth/youth.testbed.ts'
import { expiryPath, viewFrom } from './expiry.forms.ts'
import { aReply, aSaid, aTick, anAnswer, boxIn, desk, rowIn, sendTicked, standsNow } from './expiry.testbed.ts'
import { expiryGroups } from './expiry.types.ts'
import { aContact, ago } from './outreach.testbed.ts'
import { recordContact } from './record.actions.ts'

let site: TestSite
let amina: Visitor
let staffId: string

beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  staffId = (await site.place.sql<{ id: string }>(`select id from access.staff where name = 'Amina Lind'`))[0]?.id ?? ''
})
afterAll(() => site.close())
// Those of the tests before stand nowhere any more.
beforeEach(() => site.place.sql('delete from outreach.standing'))

const said = (given: Parameters<typeof aSaid>[1] = {}) => aSaid(site.place, given)
const tick = (youth: MadeYouth, answerId: string | null = null) => aTick(site.place, youth, answerId)
const now = (youth: MadeYouth) => standsNow(site.place, youth)

describe('the desk', () => {
  test('has what lapses within fourteen days, what has lapsed, and those who are watched apart', async () => {
    const soon = await said()
    const later = await said({ days: 70 })
    const gone = await said({ days: 90 })
    const watched = await said({ fromOn: null, watched: true })
    const left = await said({ untilOn: ago(1) })
    const { html } = await amina.get(desk)
    expect(rowIn(html, soon)).toMatch(
      /Namn\d+ Prov ingen ansvarig Arbetar sedan .*, enligt ungdomen .* om 10 dagar inget Fråga igen Skriv ny uppgift/,
    )
    for (const youth of [later, gone, watched, left]) expect(rowIn(html, youth)).toBe('')
    expect(textOf(html)).toContain('Går ut inom 14 dagar 1 Har gått ut 1 Bevakade utanför målgruppen 1')
    expect(rowIn((await amina.get(`${desk}?visa=utgangna`)).html, gone)).toMatch(/i dag/)
    expect(rowIn((await amina.get(`${desk}?visa=bevakade`)).html, watched)).toContain('bevakas')
  })

  test('says in words that it is empty, and when one belongs to no unit', async () => {
    const text = textOf((await amina.get(desk)).html)
    expect(text).toContain('Ingen uppgift går ut inom 14 dagar. Bra.')
    const lone = await site.signedIn(['counsellor'], { name: 'Utan enhet' })
    expect(textOf((await lone.get(desk)).html)).toContain('Du hör inte till någon enhet')
  })

  test('is of those the reader may see, and of a protected youth only with the right', async () => {
    const { unit } = await aUnit(site.place, 'Farsta')
    const own = await said({ unit })
    const other = await said()
    const hidden = await said({ protected: 'marked' })
    const olof = await site.signedIn(['counsellor'], { unit: 'Farsta' })
    const { html } = await olof.get(desk)
    expect([rowIn(html, own) !== '', rowIn(html, other), rowIn(html, hidden)]).toEqual([true, '', ''])
    expect(rowIn((await amina.get(desk)).html, hidden)).toBe('')
    const karin = await site.signedIn(['protectedHandler'])
    const shown = rowIn((await karin.get(desk)).html, hidden)
    expect([shown.includes('skyddad'), shown.includes('Fråga igen')]).toEqual([true, false])
    const result = await sendTicked(olof, [await tick(other)], 'youth')
    expect(textOf(result.html)).toContain('0 av 1')
    expect(result.html).not.toContain(other.name)
    expect((await now(other))?.stated).toBe(ago(80))
    const [line] = await site.place.sql(
      `select subject_id, outcome from audit.line where action = 'outreach.confirmOccupation' order by id desc limit 1`,
    )
    expect(line).toEqual({ subject_id: null, outcome: 'missing' })
  })

  test('is mine when I want it to be', async () => {
    const mine = await said({ staff: staffId })
    const other = await said()
    const { html } = await amina.get(`${desk}?mina=ja`)
    expect([rowIn(html, mine) !== '', rowIn(html, other)]).toEqual([true, ''])
    expect(html).toContain('href="/sysselsattning"')
  })

  test('goes page by page', async () => {
    for (let n = 0; n < 27; n += 1) await said({ family: `Sida${String(n).padStart(2, '0')}` })
    const [first, second] = [(await amina.get(desk)).html, (await amina.get(`${desk}?sida=2`)).html]
    expect([first.match(/Sida\d\d/g)?.length, textOf(second).match(/Sida2[56]/g)?.length]).toEqual([expect.any(Number), 2])
    expect(textOf(first)).not.toContain('Sida25')
    expect(textOf((await amina.get(`${desk}?sida=99`)).html)).toContain('Sida26')
  })

  test('is for those who log contacts', async () => {
    const system = await site.signedIn(['systemCoordinator'])
    expect((await system.get(desk)).status).toBe(403)
    const [line] = await site.place.sql(
      `select action, detail from audit.line where action = 'outreach.listExpiries' order by id desc limit 1`,
    )
    expect(line).toEqual({ action: 'outreach.listExpiries', detail: { group: 'expiring', mine: false, page: 2, shown: 2 } })
  })
})

describe('what was heard since', () => {
  test('and says the same is ticked from the start; what says otherwise cannot be', async () => {
    const [same, other, quiet, earlier] = [await said(), await said(), await said(), await said()]
    const answer = await aReply(site.place, same, 'working', 2)
    await aReply(site.place, other, 'studying', 2)
    await aReply(site.place, quiet, 'callMe', 2)
    await aReply(site.place, earlier, 'studying', 85)
    const { html } = await amina.get(desk)
    expect(rowIn(html, same)).toMatch(/Bekräftas av svar Svar .*: jobbar Ta ställning till svaret/)
    expect(boxIn(html, same)).toMatch(/checked/)
    expect(boxIn(html, same)).toContain(answer)
    expect(rowIn(html, other)).toMatch(/Säger något annat Svar .*: studerar/)
    expect(boxIn(html, other)).toBeNull()
    expect(rowIn(html, quiet)).toContain('vill bli uppringd')
    expect(boxIn(html, quiet)).not.toMatch(/checked/)
    expect(rowIn(html, earlier)).not.toContain('studerar')
  })

  test('by a question is told with who answered, and a no from the one who would know is something else', async () => {
    const [no, unknown, yes] = [await said(), await said(), await said()]
    await anAnswer(site.place, no, 'employer', 'no', 1)
    await anAnswer(site.place, unknown, 'employer', 'unknown', 1)
    await anAnswer(site.place, yes, 'employer', 'yes', 1)
    const { html } = await amina.get(desk)
    expect(rowIn(html, no)).toMatch(/Säger något annat Arbetsgivaren svarade .*: nej/)
    expect([boxIn(html, no), boxIn(html, unknown)?.includes('checked')]).toEqual([null, false])
    expect(rowIn(html, unknown)).toMatch(/Arbetsgivaren svarade .*: vet inte/)
    expect(boxIn(html, yes)).toMatch(/checked/)
  })

  test('may be a contact, that was made and nothing more', async () => {
    const youth = await said()
    await inTransaction(site.place.pool, (tx) =>
      recordContact(tx, aContact(youth.personId, { reached: true, outcome: 'reached', note: 'hemligt' })),
    )
    const row = rowIn((await amina.get(desk)).html, youth)
    expect([/Kontakt .*: telefon, nådd/.test(row), row.includes('hemligt')]).toEqual([true, false])
  })

  test('that nobody knew is not ticked, but asked again', async () => {
    const youth = await said({ kind: 'unknown', days: 45 })
    const { html } = await amina.get(`${desk}?visa=utgangna`)
    expect([rowIn(html, youth).includes('kunde inte säga'), boxIn(html, youth)]).toEqual([true, null])
    expect(textOf((await sendTicked(amina, [await tick(youth)], 'youth', 'lapsed')).html)).toContain('0 av 1')
  })

  test('of a protected youth is read after a fresh sign-in', async () => {
    const hidden = await said({ protected: 'marked' })
    const answer = await aReply(site.place, hidden, 'working', 2)
    const old = await site.signedIn(['protectedHandler'], { name: 'Länge sedan', authenticatedAt: Date.now() - 3 * 3_600_000 })
    const row = rowIn((await old.get(desk)).html, hidden)
    expect([row.includes('läses efter ny inloggning'), row.includes('jobbar')]).toEqual([true, false])
    expect(textOf((await sendTicked(old, [await tick(hidden, answer)])).html)).toContain('logga in på nytt')
    const karin = await site.signedIn(['protectedHandler'])
    expect(rowIn((await karin.get(desk)).html, hidden)).toContain('jobbar')
    expect(textOf((await sendTicked(karin, [await tick(hidden, answer)])).html)).toContain('1 av 1')
  })
})

test('an address says the same there and back', () => {
  for (const group of expiryGroups) {
    for (const mine of [true, false]) {
      const view = { group, mine, page: 3 }
      expect(viewFrom(new URL(expiryPath(view), 'http://x').searchParams)).toEqual(view)
    }
  }
  expect(viewFrom(new URLSearchParams('visa=x&sida=-1&mina=1'))).toEqual({ group: 'expiring', mine: false, page: 1 })
})
