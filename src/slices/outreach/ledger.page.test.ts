/** The ledger in the browser: numbers written in any way, dead and alive again with a reason, two at once, and how the youth wants to be contacted. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { tickIn } from '../hygiene/hygiene.testbed.ts'
import { protect, aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { ago, aNumber } from './outreach.testbed.ts'
import { recordWay } from './record.actions.ts'
import { textOf } from '../youth/youth.testbed.ts'

let site: TestSite
let amina: Visitor
let youth: MadeYouth
let path = ''

beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => site.close())
beforeEach(async () => {
  youth = await aYouth(site.place, { given: 'Olle' })
  path = `/ungdomar/${youth.subjectId}/vagar`
})

const add = (fields: Record<string, string>) => amina.send(path, { kind: 'phone', source: 'youth', ...fields })
const ways = () =>
  site.place.sql<{ kind: string; value: string; source: string; source_detail: string; dead_on: string | null; ended_by: string | null }>(
    'select kind, value, source, source_detail, dead_on, ended_by from outreach.way where person_id = $1 order by id',
    [youth.personId],
  )
const live = async () =>
  (await site.place.sql<{ n: number }>('select live_phones as n from outreach.standing where person_id = $1', [youth.personId]))[0]?.n
const say = (wayId: string, act: string, more: Record<string, string> = {}) =>
  amina.send(`${path}/${wayId}`, { act, version: '1', why: 'Annan person har numret', ...more })

describe('a way', () => {
  test.each([
    ['070-174 06 05', 'phone', '+46701740605'],
    ['0046 (0)70 174 06 05', 'phone', '+46701740605'],
    ['+46701740605', 'phone', '+46701740605'],
    ['08-465 004 12', 'phone', '+46846500412'],
    ['Prov.Provsson@Example.ORG', 'phone', 'Prov.Provsson@example.org'],
  ])('written %s is understood', async (value, kind, kept) => {
    expect((await add({ value, kind })).location).toBe(path)
    expect((await ways()).map((way) => way.value)).toEqual([kept])
    expect(await live()).toBe(kept.includes('@') ? 0 : 1)
  })

  test('that is an address stands on one line', async () => {
    await add({ value: 'Provgatan 9\r\n123 45  Provstad', kind: 'address' })
    expect((await ways())[0]).toMatchObject({ kind: 'address', value: 'Provgatan 9, 123 45 Provstad', source: 'youth' })
  })

  test.each([
    ['', 'Fyll i fältet'],
    ['mamma 070-174 06 05', 'ser inte ut som ett telefonnummer'],
    ['070-174', 'för kort'],
    ['070-174 06 05 06 07', 'för långt'],
    ['prov@', 'e-postadress'],
  ])('written %j is refused in words, and stands in the field', async (value, says) => {
    const { status, html } = await add({ value })
    expect(status).toBe(422)
    expect(html).toMatch(new RegExp(`id="value-problem"[^>]*>[^<]*${says}`))
    expect(html).toContain('href="#value"')
    if (value !== '') expect(html).toContain(`value="${value}"`)
    expect(await ways()).toEqual([])
  })

  test('that is in the ledger already is not added again, however it is written', async () => {
    await add({ value: '070-174 06 05' })
    const { status, html } = await add({ value: '+46 70 174 06 05' })
    expect([status, html.includes('Vägen finns redan')]).toEqual([422, true])
  })

  test('found by a search comes from the step’s source, and the step is ticked', async () => {
    await add({ value: '070-174 06 05', step: 'lookup' })
    expect((await ways())[0]).toMatchObject({ source: 'lookedUp', source_detail: 'lookup' })
    expect(await site.place.sql('select step, result from outreach.search where person_id = $1', [youth.personId])).toEqual([
      { step: 'lookup', result: 'found' },
    ])
    expect(textOf((await amina.get(path)).html)).toContain('uppslaget (Nummerupplysning på nätet)')
  })

  test('of a youth nobody is responsible for is not kept', async () => {
    const other = await aYouth(site.place, { fromOn: null })
    const { status } = await amina.send(`/ungdomar/${other.subjectId}/vagar`, { kind: 'phone', source: 'youth', value: '070-174 06 05' })
    expect(status).toBe(422)
  })
})

describe('what is said of a way', () => {
  test('dead: struck through, not counted, no number to ring; alive again with a reason; all of it on record', async () => {
    const { wayId } = await aNumber(site.place, youth.personId)
    expect((await amina.get(path)).html).toContain('href="tel:+46701740605"')
    expect((await say(wayId, 'dead')).location).toBe(path)
    const { html } = await amina.get(path)
    expect(html).toContain('<s class="dead">070-174 06 05</s>')
    expect(html).not.toContain('tel:')
    expect(textOf(html)).toMatch(/dött sedan .*Annan person har numret/)
    expect(await live()).toBe(0)
    expect((await say(wayId, 'revived', { version: '2', why: 'Svarade i dag' })).status).toBe(303)
    expect(await live()).toBe(1)
    expect(textOf((await amina.get(path)).html)).toContain('Svarade i dag')
    const lines = await site.place.sql<{ detail: object }>(
      `select detail from audit.line where action = 'outreach.sayOfWay' order by id desc limit 2`,
    )
    expect(lines.map(({ detail }) => detail)).toEqual([{ act: 'revived' }, { act: 'dead' }])
  })

  test('dead, and then given by the youth: alive again, and it says why', async () => {
    const { wayId } = await aNumber(site.place, youth.personId)
    await say(wayId, 'dead')
    const [staff] = await site.place.sql<{ id: string }>(`select id from access.staff where name = 'Amina Lind'`)
    const given = { kind: 'phone', value: '+46701740605', source: 'youth', sourceDetail: '', foundOn: ago(0) } as const
    await inTransaction(site.place.pool, (tx) => recordWay(tx, { personId: youth.personId, ...given, foundBy: staff?.id ?? '' }))
    expect(await live()).toBe(1)
    expect(textOf((await amina.get(path)).html)).toContain('Ungdomen uppgav det själv')
  })

  test('removed: gone from the ledger, with reason and name among the removed', async () => {
    const { wayId } = await aNumber(site.place, youth.personId)
    await say(wayId, 'removed')
    expect((await ways())[0]?.ended_by).toMatch(/^[\da-f-]{36}$/)
    const text = textOf((await amina.get(path)).html)
    expect(text).toContain('Inget nummer och ingen e-post.')
    expect(text).toMatch(/Borttagna.*070-174 06 05.*Amina Lind: Annan person har numret/)
  })

  test('with a reason that may not belong is asked about, and said when it is kept', async () => {
    const { wayId } = await aNumber(site.place, youth.personId)
    const warned = await say(wayId, 'dead', { why: 'Mammas nummer' })
    expect([warned.status, tickIn(warned.html)]).toEqual([422, 'kin:mammas'])
    expect(warned.html).toContain(`href="#why-dead-${wayId}"`)
    expect(warned.html).toContain('value="Mammas nummer"')
    expect(await live()).toBe(1)
    expect((await say(wayId, 'dead', { why: 'Mammas nummer', noteKept: 'kin:mammas' })).status).toBe(303)
    expect(await live()).toBe(0)
    const lines = await site.place.sql(`select detail from audit.line where action = 'outreach.sayOfWay' order by id desc limit 2`)
    expect(lines).toEqual([true, false].map((kept) => ({ detail: { act: 'dead', flagged: { kin: 1 }, kept } })))
  })

  test('without a reason opens its question again', async () => {
    const { wayId } = await aNumber(site.place, youth.personId)
    const { status, html } = await say(wayId, 'dead', { why: '  ' })
    expect(status).toBe(422)
    expect(html).toContain(`href="#why-dead-${wayId}"`)
    expect(html).toMatch(new RegExp(`<details class="confirm" open=""><summary[^>]*>Dött …`))
  })

  test('by two at once: the second sees both, and nothing is lost or done twice', async () => {
    const { wayId } = await aNumber(site.place, youth.personId)
    await say(wayId, 'dead')
    const { status, html } = await say(wayId, 'removed', { why: 'Dubblett' })
    expect(status).toBe(409)
    const text = textOf(html)
    expect(text).toMatch(/Någon annan hann före.*Du ville borttagen: Dubblett.*Så är det nu dött sedan/)
    expect((await ways())[0]?.ended_by).toBeNull()
    expect((await say(wayId, 'dead', { version: '2' })).status).toBe(409)
  })

  test('of the register’s address: no letters until the register has another; of an address it no longer has: nothing', async () => {
    const line = 'Hemliga gatan 7, 123 45 Provstad'
    expect((await amina.send(`${path}/adress`, { line: 'Gamla gatan 1', why: 'Retur' })).status).toBe(409)
    expect((await amina.send(`${path}/adress`, { line, why: 'Brevet kom tillbaka' })).status).toBe(303)
    expect((await ways())[0]).toMatchObject({ kind: 'address', value: line, source: 'populationRegister' })
    const { html } = await amina.get(path)
    expect(html).toContain(`<s class="dead">${line}</s>`)
    expect(textOf(html)).toContain('Brevet kom tillbaka')
  })
})

describe('how the youth wants to be contacted', () => {
  const choose = (fields: Record<string, string | string[]>) => amina.send(`${path}/kontaktval`, { lang: 'sv', ...fields })

  test('is saved with its history, and the ladder hears of it', async () => {
    expect((await choose({ seen: 'sv', lang: 'so', optOut: ['sms', 'phone'] })).status).toBe(303)
    const { html } = await amina.get(path)
    expect(html).toMatch(/<option value="so" selected/)
    expect(html).toMatch(/value="phone" checked/)
    expect((await choose({ seen: 'so phone sms', lang: 'so', optOut: ['phone'] })).status).toBe(303)
    const kept = await site.place.sql(
      `select channel, known_until = 'infinity' as "isOpen" from messaging.opt_out where person_id = $1 order by channel`,
      [youth.personId],
    )
    expect(kept).toEqual([
      { channel: 'phone', isOpen: true },
      { channel: 'sms', isOpen: false },
    ])
    const [standing] = await site.place.sql<{ skipped: object }>(
      `select detail -> 'skipped' as skipped from outreach.standing where person_id = $1`,
      [youth.personId],
    )
    expect(standing?.skipped).toEqual([{ step: 'call', why: 'optedOut' }])
  })

  test('changed by two at once shows both', async () => {
    await choose({ seen: 'sv', optOut: ['sms'] })
    const { status, html } = await choose({ seen: 'sv', lang: 'ar' })
    expect(status).toBe(409)
    expect(textOf(html)).toMatch(/Någon annan hann spara före dig.*Språk العربية Svenska.*Har sagt nej till inget Sms/)
    expect(html).toContain('name="seen" value="sv sms"')
  })

  test('is one of ours', async () => {
    expect((await choose({ seen: 'sv', lang: 'xx' })).status).toBe(422)
  })
})

describe('a protected youth', () => {
  test('is nobody without the right, and with the right has no address from the register once the registration is protected', async () => {
    await aNumber(site.place, youth.personId)
    await protect(site.place, youth.personId, 'registration')
    expect((await amina.get(path)).status).toBe(404)
    expect((await add({ value: '070-174 06 05' })).status).toBe(404)
    const karin = await site.signedIn(['protectedHandler'])
    const { status, html } = await karin.get(path)
    expect(status).toBe(200)
    expect(html).not.toContain('Hemliga gatan')
    expect(textOf(html)).toContain('Skyddad folkbokföring')
    const late = await site.signedIn(['protectedHandler'], { name: 'Karin', authenticatedAt: Date.now() - 20 * 60_000 })
    expect((await late.get(path)).location).toContain('/logga-in')
  })
})

test('nobody finds anything by guessing', async () => {
  expect((await amina.get('/ungdomar/11111111-1111-4111-8111-111111111111/vagar')).status).toBe(404)
  expect((await amina.send(`${path}/11111111-1111-4111-8111-111111111111`, { act: 'dead', version: '1', why: 'x' })).status).toBe(409)
  const other = await aYouth(site.place)
  const { wayId } = await aNumber(site.place, other.personId)
  expect((await say(wayId, 'dead')).status).toBe(409)
})
