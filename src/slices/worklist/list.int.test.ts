/** The lists on a real PostgreSQL: who stands where, what filters demand, and that a count is always the rows it counts. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import type { Scope } from '../../kernel/actor.ts'
import { noFilter, shippedSort } from './filter.rules.ts'
import { showList, type Reader } from './list.actions.ts'
import { readyLists, sortKeys, tabs, type Filter, type ListView, type Tab } from './worklist.types.ts'
import { aColleague, aMeasure, aNight, aUnit, aYouth, confirmStay, protect } from './worklist.testbed.ts'

const today = date('2026-11-20')
const everywhere: Scope = { units: null, mayReadProtected: false }
const holder: Scope = { units: null, mayReadProtected: true }

let place: TestPlace
let [anna, north, south]: [string, { unit: number; district: number }, { unit: number; district: number }] = [
  '',
  { unit: 0, district: 0 },
  { unit: 0, district: 0 },
]
const reader = (scope: Scope, staffId = anna): Reader => ({ pool: place.pool, code: place.code, staffId, unitId: null, scope, today })
const view = (over: Partial<ListView> = {}): ListView => ({
  tab: 'toAct',
  list: null,
  notReachedDays: 30,
  filter: noFilter,
  sort: shippedSort,
  page: 1,
  ...over,
})
const names = async (scope: Scope, over: Partial<ListView> = {}): Promise<string[]> =>
  (await showList(reader(scope), view(over))).rows.map(({ familyName }) => familyName)
const filtered = (filter: Partial<Filter>, tab: Tab = 'toAct') =>
  names(everywhere, { tab, filter: { ...noFilter, ...filter }, sort: { key: 'name', descending: false } })

beforeAll(async () => {
  place = await aPlace()
  north = await aUnit(place, 'Norr')
  south = await aUnit(place, 'Söder')
  anna = await aColleague(place, 'Anna Ek', 'counsellor', north.unit)
  const zoe = await aColleague(place, 'Öse Ask', 'counsellor', south.unit)
  const night = await aNight(place, '2026-11-20')
  await aYouth(place, { family: 'Alm', unit: north.unit, district: north.district, staff: anna, fromOn: '2026-11-18', enteredInRun: night })
  await aYouth(place, { family: 'Zander', bornOn: '2006-12-24', unit: south.unit, staff: zoe, fromOn: '2026-06-16' })
  await aYouth(place, { family: 'Åberg', bornOn: '2009-11-20', fromOn: '2026-10-20', reason: 'movedIn' })
  await aYouth(place, { family: 'Ärlig', bornOn: '2009-11-21', fromOn: '2026-10-21' })
  await aYouth(place, { family: 'Öst', bornOn: null, fromOn: '2026-11-20' })
  await aYouth(place, { family: 'Vuxen', otherForm: true })
  await aYouth(place, { family: 'Slutad', untilOn: '2026-11-19' })
  await aYouth(place, { family: 'Slutar i dag', untilOn: '2026-11-20' })
  await aYouth(place, { family: 'Slutar i morgon', untilOn: '2026-11-21' })
  await aYouth(place, { family: 'Sedd', fromOn: null, watched: true })
  await aYouth(place, { family: 'Sedd igen', untilOn: '2026-08-01', watched: true })
  await aYouth(place, { family: 'Omfattad och sedd', watched: true })
  await aYouth(place, { family: 'I skolan', fromOn: null })
  await aYouth(place, { family: 'Märkt', protected: 'marked', unit: north.unit, district: north.district, number: '200903102380' })
  await aYouth(place, { family: 'Obekräftad', fromOn: null, protected: 'registration' })
  await aYouth(place, { family: 'Obekräftad förr', untilOn: '2026-08-01', protected: 'registration' })
  const ongoing = await aYouth(place, { family: 'Praktik' })
  await aMeasure(place, ongoing, { item: 'practice', from: '2026-11-20', planned: '2026-12-01' })
  await aMeasure(place, ongoing, { from: '2026-12-24' })
  const studying = await aYouth(place, { family: 'Vuxen i åtgärd', otherForm: true })
  await aMeasure(place, studying, { from: '2026-10-05', planned: '2026-11-20' })
  await aMeasure(place, studying, { item: 'studyVisit', from: '2026-11-02' })
  await aMeasure(place, await aYouth(place, { family: 'Planerad' }), { from: '2026-11-21' })
  const confirmed = await aYouth(place, { family: 'Bekräftad', protected: 'registration' })
  await confirmStay(place, confirmed.personId)
})
afterAll(() => place.installation.close())

describe('who stands where', () => {
  it.each<[Tab, readonly string[]]>([
    ['toAct', ['Alm', 'Omfattad och sedd', 'Slutar i morgon', 'Zander', 'Åberg', 'Ärlig', 'Öst']],
    ['otherSchoolForm', ['Vuxen']],
    ['watching', ['Sedd', 'Sedd igen']],
    ['closed', ['Slutad', 'Slutar i dag']],
    ['measurePlanned', ['Planerad']],
    ['measureOngoing', ['Praktik', 'Vuxen i åtgärd']],
    ['unconfirmedStay', []],
  ])('%s', async (tab, expected) => {
    expect(await names(everywhere, { tab, sort: { key: 'name', descending: false } })).toEqual(expected)
  })

  it('says which measure puts somebody on the tabs of measures, and on no other', async () => {
    const { rows } = await showList(reader(everywhere), view({ tab: 'measureOngoing', sort: { key: 'name', descending: false } }))
    expect(rows.map(({ measure }) => measure)).toEqual([
      { name: { sv: 'Praktik', en: 'Practice' }, fromOn: '2026-11-20', plannedUntilOn: '2026-12-01', others: 0 },
      {
        name: { sv: 'Studie- och yrkesvägledning', en: 'Guidance and counselling' },
        fromOn: '2026-10-05',
        plannedUntilOn: '2026-11-20',
        others: 1,
      },
    ])
    const [planned] = (await showList(reader(everywhere), view({ tab: 'measurePlanned' }))).rows
    expect(planned?.measure).toMatchObject({ fromOn: '2026-11-21', others: 0 })
    const toAct = await showList(reader(everywhere), view())
    expect(toAct.rows.every(({ measure }) => measure === null)).toBe(true)
  })

  it('hears of a measure at once', async () => {
    const late = await aYouth(place, { family: 'Nyss' })
    // What counts as no measure, and what waits for a decision, change nothing.
    await aMeasure(place, late, { item: 'singleTalk', from: '2026-11-01' })
    await aMeasure(place, late, { item: 'youthEmployment', from: '2026-11-20' })
    expect(await names(everywhere)).toContain('Nyss')
    await aMeasure(place, late, { from: '2026-11-10' })
    expect(await names(everywhere)).not.toContain('Nyss')
    expect(await names(everywhere, { tab: 'measureOngoing' })).toContain('Nyss')
    await place.sql(
      `update measures.measure set ended_on = '2026-11-20', end_said_on = '2026-11-20', end_reason = 'completed', version = 2
       where person_id = $1 and item_key = 'guidance'`,
      [late.personId],
    )
    expect(await names(everywhere)).toContain('Nyss')
    await place.sql('delete from worklist.youth where person_id = $1', [late.personId])
  })

  it('shows protected youths to those with the right, and an unconfirmed stay on no list but the restricted one', async () => {
    const all = Object.fromEntries(await Promise.all(tabs.map(async (tab) => [tab, await names(holder, { tab })] as const)))
    expect(all['toAct']).toEqual(expect.arrayContaining(['Märkt', 'Bekräftad']))
    expect(all['unconfirmedStay']?.toSorted()).toEqual(['Obekräftad', 'Obekräftad förr'])
    expect(tabs.filter((tab) => all[tab]?.some((name) => name.startsWith('Obekräftad')))).toEqual(['unconfirmedStay'])
  })

  it('says nothing of place or number of a protected youth, and does not find one by place', async () => {
    const { rows } = await showList(reader(holder), view())
    const row = rows.find(({ familyName }) => familyName === 'Märkt')
    expect(row).toMatchObject({ isProtected: true, number: null, address: null, district: null, unit: null })
    for (const filter of [{ unit: north.unit }, { district: north.district }]) {
      expect(await names(holder, { filter: { ...noFilter, ...filter } })).toEqual(['Alm'])
    }
  })

  it('shows a unit its own youths only', async () => {
    expect(await names({ units: [north.unit], mayReadProtected: false })).toEqual(['Alm'])
    expect(await names({ units: [], mayReadProtected: true })).toEqual([])
  })
})

describe('filters', () => {
  it.each<[Partial<Filter>, readonly string[]]>([
    [{ ageFrom: 17, ageTo: 17 }, ['Alm', 'Omfattad och sedd', 'Slutar i morgon', 'Åberg']],
    [{ ageTo: 16 }, ['Ärlig']],
    [{ ageFrom: 18 }, ['Zander']],
    [{ reason: 'movedIn' }, ['Åberg']],
    [{ daysAtLeast: 31 }, ['Omfattad och sedd', 'Slutar i morgon', 'Zander', 'Åberg']],
    [{ daysAtMost: 2 }, ['Alm', 'Öst']],
    [{ daysAtLeast: 30, daysAtMost: 30 }, ['Ärlig']],
    [{ twentyWithin: 34 }, ['Zander']],
    [{ twentyWithin: 33 }, []],
    [{ assigned: 'me' }, ['Alm']],
    [{ assigned: 'nobody', daysAtMost: 30 }, ['Ärlig', 'Öst']],
    [{ lastNight: true }, ['Alm']],
    [{ unknownOccupation: true, daysAtMost: 2 }, ['Alm', 'Öst']],
  ])('%o', async (filter, expected) => {
    expect(await filtered(filter)).toEqual(expected)
  })

  it('of a tab where other studies are known: unknown occupation finds nobody', async () => {
    expect(await filtered({ unknownOccupation: true }, 'otherSchoolForm')).toEqual([])
  })
})

describe('order', () => {
  it.each([
    ['name', false, ['Alm', 'Omfattad och sedd', 'Slutar i morgon', 'Zander', 'Åberg', 'Ärlig', 'Öst']],
    ['name', true, ['Öst', 'Ärlig', 'Åberg', 'Zander', 'Slutar i morgon', 'Omfattad och sedd', 'Alm']],
    ['since', true, ['Öst', 'Alm', 'Ärlig', 'Åberg', 'Omfattad och sedd', 'Slutar i morgon', 'Zander']],
    ['since', false, ['Zander', 'Omfattad och sedd', 'Slutar i morgon', 'Åberg', 'Ärlig', 'Alm', 'Öst']],
    ['age', true, ['Zander', 'Alm', 'Omfattad och sedd', 'Slutar i morgon', 'Åberg', 'Ärlig', 'Öst']],
    ['unit', false, ['Alm', 'Zander', 'Omfattad och sedd', 'Slutar i morgon', 'Åberg', 'Ärlig', 'Öst']],
    ['responsible', true, ['Zander', 'Alm', 'Omfattad och sedd', 'Slutar i morgon', 'Åberg', 'Ärlig', 'Öst']],
  ] as const)('%s, descending %s: å ä ö last, and what is missing', async (key, descending, expected) => {
    expect(await names(everywhere, { sort: { key, descending } })).toEqual(expected)
  })
})

describe('counts', () => {
  const scopes = fc.constantFrom<Scope>(everywhere, holder, { units: null, mayReadProtected: false })
  const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 1 })
  const filters = fc.record({
    ageFrom: few(fc.integer({ min: 15, max: 20 })),
    ageTo: few(fc.integer({ min: 15, max: 20 })),
    unit: few(fc.integer({ min: 1, max: 2 })),
    district: few(fc.integer({ min: 1, max: 2 })),
    reason: few(fc.constantFrom('movedIn', 'neverStarted')),
    daysAtLeast: few(fc.integer({ min: 0, max: 60 })),
    daysAtMost: few(fc.integer({ min: 0, max: 200 })),
    unknownOccupation: fc.boolean(),
    assigned: few(fc.constantFrom('me', 'nobody')),
    lastNight: fc.boolean(),
    twentyWithin: few(fc.integer({ min: 0, max: 2000 })),
  })
  const whole = (filter: Partial<Filter>): Filter => ({ ...noFilter, ...filter })

  it('are the rows of every tab and every ready list, whatever the filter and the reader', async () => {
    await fc.assert(
      fc.asyncProperty(
        scopes,
        filters,
        fc.constantFrom(...tabs),
        few(fc.constantFrom(...readyLists)),
        fc.constantFrom(...sortKeys),
        async (scope, filter, tab, list, key) => {
          const of = (over: Partial<ListView>) =>
            showList(reader(scope), view({ tab, list, filter: whole(filter), sort: { key, descending: true }, ...over }))
          const { counts, rows } = await of({})
          expect(rows).toHaveLength(counts.tabs[tab])
          for (const other of tabs) expect((await of({ tab: other })).rows).toHaveLength(counts.tabs[other])
          for (const other of readyLists) expect((await of({ list: other })).rows).toHaveLength(counts.lists[other])
        },
      ),
      { numRuns: 25 },
    )
  })

  it('know of a late protection at once, also when they were worked out before', async () => {
    const late = await aYouth(place, { family: 'Sen', fromOn: '2026-11-19' })
    const before = await showList(reader(everywhere), view())
    expect(before.rows.map(({ subjectId }) => subjectId)).toContain(late.subjectId)
    await protect(place, late.personId, 'marked')
    const after = await showList(reader(everywhere), view())
    expect(after.rows.map(({ subjectId }) => subjectId)).not.toContain(late.subjectId)
    expect(after.total).toBe(before.total - 1)
  })

  it('leave one line in the log for each reading, with nothing personal in it', async () => {
    await showList(reader(everywhere), view({ filter: { ...noFilter, ageFrom: 17 } }))
    const [line] = await place.sql<{ action: string; detail: object }>('select action, detail from audit.line order by id desc limit 1')
    expect(line).toEqual({
      action: 'worklist.list',
      detail: { tab: 'toAct', list: null, fields: ['ageFrom'], sort: 'since', page: 1, count: 5 },
    })
  })
})
