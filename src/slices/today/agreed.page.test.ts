/** What waits of plans, measures and occupation on the start page: as many as the desks it leads to show, and nothing when there is nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { rowsOf } from '../measures/rows.testbed.ts'
import { aSaid } from '../outreach/expiry.testbed.ts'
import { inDays } from '../plans/plan-site.testbed.ts'
import { aContent, aPlan } from '../plans/plans.testbed.ts'
import { aUnit, aYouth } from '../worklist/worklist.testbed.ts'

let site: TestSite
let anna: Visitor
let maj: Visitor
let leila: Visitor
let standIn: Visitor
let atFirst: (number | null)[] = []
const waiting = ['Försenade uppföljningar hos mig', 'Uppföljningar i dag hos mig', 'Förslag som väntar på personalgruppen']
const labels = [...waiting, 'Åtgärder vars planerade slut har passerat', 'Sysselsättningar som går ut inom 14 dagar']

/** What stands beside each, in the order of the labels; null: it is not there. */
const shown = async (visitor: Visitor): Promise<(number | null)[]> => {
  const { html } = await visitor.get('/')
  return labels.map((label) => {
    const found = new RegExp(`>${label}</a><span class="count">(\\d+)`).exec(html)
    return found === null ? null : Number(found[1])
  })
}
const hrefOf = async (visitor: Visitor, label: string): Promise<string> =>
  (new RegExp(`<a href="([^"]+)">${label}<`).exec((await visitor.get('/')).html)?.[1] ?? '').replaceAll('&amp;', '&')

beforeAll(async () => {
  site = await aSite()
  anna = await site.signedIn(['coordinator'], { name: 'Anna Prov' })
  const { unit } = await aUnit(site.place, 'Norr')
  maj = await site.signedIn(['unitManager'], { name: 'Maj Prov', unit: 'Norr' })
  leila = await site.signedIn(['counsellor'], { name: 'Leila Prov', unit: 'Norr' })
  standIn = await site.signedIn(['coordinator'], { name: 'Bo Prov' })
  atFirst = await shown(anna)
  const [me] = await site.place.sql<{ id: string }>(`select id from access.staff where name = 'Anna Prov'`)
  const staff = me?.id ?? ''
  const covered = { fromOn: inDays(-100), unit }
  const content = aContent({ beginsOn: inDays(-60), endsOn: inDays(200) })
  const planned = async (given: Parameters<typeof aYouth>[1], days: number[]) => {
    const { personId } = await aYouth(site.place, { ...covered, ...given })
    await aPlan(site.place, { personId, staffId: staff, content, on: inDays(-30), days: days.map(inDays) })
  }
  await planned({ staff }, [-3, 0])
  await planned({ staff }, [-1, 14])
  await planned({}, [-2, 0])
  await planned({ staff, protected: 'marked' }, [-5, 0])
  const { measure } = await rowsOf(site.place)
  const of = async (given: Parameters<typeof aYouth>[1] = {}) => (await aYouth(site.place, { ...covered, ...given })).personId
  const overdue = { from_on: inDays(-20), planned_until_on: inDays(0), recorded_on: inDays(-20) }
  await measure(overdue, await of())
  await measure(overdue, await of({ unit: null }))
  await measure({ ...overdue, planned_until_on: inDays(1) }, await of())
  await measure(overdue, await of({ protected: 'marked' }))
  await measure({ ...overdue, item_key: 'youthEmployment', is_exclusive: true, placement: 'waiting' }, await of())
  await aSaid(site.place, { ...covered })
  await aSaid(site.place, { ...covered, unit: null })
  await aSaid(site.place, { ...covered, days: 10 })
  await aSaid(site.place, { ...covered, protected: 'marked' })
})
afterAll(() => site.close())

describe('what waits of what is agreed', () => {
  it('is nothing when nothing is', () => {
    expect(atFirst).toEqual([null, null, null, null, null])
  })

  it('is counted for each within what they may see and do', async () => {
    expect(await shown(anna)).toEqual([2, 1, 1, 2, 2])
    expect(await shown(maj)).toEqual([null, null, 1, 1, 1])
    expect(await shown(leila)).toEqual([null, null, null, 1, 1])
    expect(await shown(await site.signedIn(['protectedHandler']))).toEqual([null, null, 1, 3, 3])
    expect(await shown(await site.signedIn(['systemCoordinator']))).toEqual([null, null, null, null, null])
  })

  it('counts with the youths of those whom the reader stands in for', async () => {
    expect((await shown(standIn)).slice(0, 2)).toEqual([null, null])
    await site.place.sql(
      `insert into cover.absence (staff_id, from_on, until_on, substitute_id, set_by)
       select a.id, $1, $2, l.id, a.id from access.staff a, access.staff l where a.name = 'Anna Prov' and l.name = 'Bo Prov'`,
      [inDays(-1), inDays(5)],
    )
    expect((await shown(standIn)).slice(0, 2)).toEqual([2, 1])
  })

  it.each([0, 1])('leads to as many follow-ups as it says: %#', async (at) => {
    for (const visitor of [anna, standIn]) {
      const list = await visitor.get(await hrefOf(visitor, labels[at] ?? ''))
      expect(list.html.match(/href="\/ungdomar\/[0-9a-f-]{36}\/plan"/g)).toHaveLength((await shown(visitor))[at] ?? 0)
    }
  })

  it('leads to as many measures and statements as it says', async () => {
    for (const visitor of [anna, maj, await site.signedIn(['protectedHandler'])]) {
      const [, , proposals, pastEnd, expiring] = await shown(visitor)
      const desk = (await visitor.get(await hrefOf(visitor, labels[2] ?? ''))).html
      expect(await hrefOf(visitor, labels[3] ?? '')).toBe('/atgarder')
      expect(desk.match(/href="\/ungdomar\/[0-9a-f-]{36}\/atgarder\/[0-9a-f-]{36}"/g)).toHaveLength((proposals ?? 0) + (pastEnd ?? 0))
      const lapsing = (await visitor.get(await hrefOf(visitor, labels[4] ?? ''))).html
      expect(lapsing.match(/href="\/ungdomar\/[0-9a-f-]{36}\/sysselsattning"/g)).toHaveLength(expiring ?? 0)
    }
  })
})
