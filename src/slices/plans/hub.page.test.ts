/** The hub, the versions, the paper and the card: who waits for what, and that nobody is shown whom the reader may not see. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { recordMeasure } from '../measures/index.ts'
import { aPlanSite, inDays, written, type PlanSite } from './plan-site.testbed.ts'
import { aContent, aPlan, hidden, someone } from './plans.testbed.ts'

let bed: PlanSite
let coordinator: Visitor
let plan = { id: 0, planId: '' }
beforeAll(async () => {
  bed = await aPlanSite()
  coordinator = bed.coordinator
  const [me] = await bed.site.place.sql<{ id: string }>(`select id from access.staff where name = 'Anna Prov'`)
  const content = aContent({ beginsOn: inDays(-60), endsOn: inDays(200) })
  plan = await aPlan(bed.site.place, {
    personId: bed.people[someone]?.id ?? 0,
    staffId: me?.id ?? '',
    content,
    on: inDays(-30),
    days: [inDays(-3), inDays(0), inDays(14), inDays(15)],
  })
  const holder = await bed.site.signedIn(['protectedHandler'])
  await holder.send(bed.pathOf('/skriv', hidden), written({ followUp: [inDays(0)], goal: 'Hemligt mål' }))
})
afterAll(() => bed.site.close())

const hub = async (query: string, visitor = coordinator): Promise<string> => (await visitor.get(`/planer?vilka=alla${query}`)).html
const names = (html: string): number => html.match(/Synlig Provsson/g)?.length ?? 0

describe('the hub', () => {
  it.each([
    ['&visa=forsenade', 1, '3 dagar sen'],
    ['&visa=i-dag', 1, 'I dag'],
    ['&visa=snart', 1, 'Inom 14 dagar'],
    ['&visa=flyttade', 0, 'Inga flyttade uppföljningar väntar.'],
    ['&visa=ej-kvitterade', 1, 'Senast skriven'],
    ['&visa=utan-plan', 0, 'har en plan'],
    ['', 1, '3 dagar sen'],
    ['&visa=nonsens&sida=99', 1, '3 dagar sen'],
  ])('%s shows %i youth', async (query, n, text) => {
    const html = await hub(query)
    expect(names(html)).toBe(n)
    expect(html).toContain(text)
    expect(html).not.toContain('Hemliga')
  })

  it('counts the tabs, and leads to the desks beside', async () => {
    const html = await hub('')
    for (const text of [
      'Försenade<span class="count"> 1',
      'I dag<span class="count"> 1',
      'Inom 14 dagar<span class="count"> 1',
      'Inte kvitterade<span class="count"> 1',
    ])
      expect(html).toContain(text)
    for (const href of ['/atgarder', '/sysselsattning', '/atgarder/katalog', '/kodning']) expect(html).toContain(`href="${href}"`)
  })

  it('shows a moved follow-up with its reason', async () => {
    const [first] = await bed.site.place.sql<{ id: string }>(
      `select follow_up_id as id from plans.follow_up where plan_id = $1 and state = 'planned' order by on_day limit 1`,
      [plan.id],
    )
    const form = { plan: plan.planId, followUp: first?.id ?? '', toOn: inDays(2), reason: 'waitingForStart' }
    expect((await coordinator.send(bed.pathOf('/uppfoljning/flytta'), form)).status).toBe(303)
    expect(names(await hub('&visa=forsenade'))).toBe(0)
    expect(await hub('&visa=flyttade')).toContain('väntar på en start')
  })

  it('mine are those whom I am responsible for', async () => {
    expect(names((await coordinator.get('/planer?visa=i-dag')).html)).toBe(0)
    await bed.site.place.sql(
      `update worklist.youth set staff_id = (select id from access.staff where name = 'Anna Prov') where person_id = $1`,
      [bed.people[someone]?.id],
    )
    expect(names((await coordinator.get('/planer?visa=i-dag')).html)).toBe(1)
  })

  it('shows a protected youth to holders only, and an other unit’s to nobody of mine', async () => {
    const holder = await bed.site.signedIn(['protectedHandler'])
    expect(await hub('&visa=i-dag', holder)).toContain('Hemliga')
    const elsewhere = await bed.site.signedIn(['counsellor'], { name: 'Annan Enhet' })
    expect(names(await hub('&visa=i-dag', elsewhere))).toBe(0)
  })

  it('names those with an ongoing measure and no plan, until they have one', async () => {
    const measure = {
      itemKey: 'guidance',
      fromOn: inDays(-1),
      plannedUntilOn: null,
      responsible: 'municipality',
      department: null,
      note: '',
    } as const
    const by = { byName: 'Prov', staffId: null, origin: 'hand', originId: null } as const
    const recorded = await inTransaction(bed.site.place.pool, (tx) =>
      recordMeasure(tx, { personId: bed.people[someone]?.id ?? 0, ...measure, ...by }, inDays(0)),
    )
    expect(recorded.granted).toBe(true)
    expect(names(await hub('&visa=utan-plan'))).toBe(0)
    const end = {
      plan: plan.planId,
      version: String(
        (await bed.site.place.sql<{ n: number }>('select max(number) as n from plans.version where plan_id = $1', [plan.id]))[0]?.n,
      ),
      reason: 'other',
    }
    expect((await coordinator.send(bed.pathOf('/avsluta'), end)).status).toBe(303)
    expect(names(await hub('&visa=utan-plan'))).toBe(1)
    expect(names(await hub('&visa=ej-kvitterade'))).toBe(0)
  })
})

describe('the versions', () => {
  it('are listed, read and compared', async () => {
    const path = `${bed.pathOf('/versioner')}?plan=${plan.planId}`
    const all = (await coordinator.get(path)).html
    for (const text of ['Skillnad mellan version 2 och 3', 'En uppföljning flyttades', 'Planen skrevs', 'Version 1'])
      expect(all).toContain(text)
    const one = (await coordinator.get(`${path}&fran=1&till=1`)).html
    expect(one).toContain('Visa runt på skolan (Lärcentrum)')
    const other = (await coordinator.get(`${path}&fran=2&till=1`)).html
    expect(other).toContain('Skillnad mellan version 1 och 2')
    expect(other).toContain('>Uppföljning<')
    expect((await coordinator.get(`${bed.pathOf('/versioner')}?plan=x`)).status).toBe(404)
    expect((await coordinator.get(bed.pathOf('/versioner'))).status).toBe(404)
  })
})

describe('on paper', () => {
  const print = (size: string, planId = plan.planId) => coordinator.send(bed.pathOf('/utskrift'), { plan: planId, size })

  it.each([
    ['a4', 'plan-'],
    ['note', 'lapp-'],
  ])('%s is one tagged page with nobody’s name in the file’s', async (size, name) => {
    const { status, headers } = await print(size)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('content-disposition')).toContain(`${name}${inDays(0)}.pdf`)
    expect(await bed.lastLine(size === 'a4' ? 'plans.print' : 'plans.printNote')).toMatchObject({ outcome: 'done' })
  })

  it('is not printed of another youth', async () => {
    const [other] = await bed.site.place.sql<{ id: string }>('select plan_id as id from plans.plan where id <> $1', [plan.id])
    expect((await print('a4', other?.id)).status).toBe(404)
    expect((await print('a3')).status).toBe(400)
  })
})

it('the card on the youth’s page says where the plan stands', async () => {
  const page = `/ungdomar/${bed.people[hidden]?.subject}`
  const holder = await bed.site.signedIn(['protectedHandler'])
  const { html } = await holder.get(page)
  for (const text of ['Hemligt mål', 'version 1', 'Nästa uppföljning', '7 av 7 punkter uppfyllda', '0 av 2 steg gjorda'])
    expect(html).toContain(text)
  expect((await coordinator.get(`/ungdomar/${bed.people[someone]?.subject}`)).html).toContain('Ingen plan ännu')
})
