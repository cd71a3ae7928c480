/** The lists of outreach against a count by hand: every ready list, filter and column, today and as the days go by. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import type { Scope } from '../../kernel/actor.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { noFilter, shippedSort } from './filter.rules.ts'
import { showList, type Reader } from './list.actions.ts'
import { readLoads } from './load.actions.ts'
import { loadNames, loadViews } from './load.rules.ts'
import { aMadeUpMunicipality, factsBy, isListedBy, passesBy, tabBy, type Known } from './outreach.testbed.ts'
import { occupationChoices, stepKinds, waitsForChoices } from './words.rules.ts'
import { readyLists, tabs, type Filter, type ListView, type Tab } from './worklist.types.ts'
import { aColleague } from './worklist.testbed.ts'

const today = dayOf(todayInSweden())
const later = (days: number): PlainDate => dateOf(plusDays(today, days))
const days = [0, 1, 6, 33].map(later)
const plain: Scope = { units: null, mayReadProtected: false }
const holder: Scope = { units: null, mayReadProtected: true }

let place: TestPlace
let [me, other] = ['', '']
let all: Known[]
const reader = (scope: Scope, on: PlainDate): Reader => ({
  pool: place.pool,
  code: place.code,
  staffId: me,
  unitId: null,
  scope,
  today: on,
})
const view: ListView = { tab: 'toAct', list: null, notReachedDays: 30, filter: noFilter, sort: shippedSort, page: 1 }
const inOrder = (names: readonly string[]): string[] => names.toSorted((a, b) => a.localeCompare(b))
const shown = async (scope: Scope, on: PlainDate, over: Partial<ListView>): Promise<string[]> =>
  inOrder((await showList(reader(scope, on), { ...view, ...over })).rows.map(({ familyName }) => familyName))
const byHand = (tab: Tab, on: PlainDate, isHolder: boolean, also: (one: Known) => boolean = () => true): string[] =>
  inOrder(all.filter((one) => tabBy(one, on, isHolder) === tab && also(one)).map(({ name }) => name))

beforeAll(async () => {
  place = await aPlace()
  me = await aColleague(place, 'Anna Ek', 'coordinator')
  other = await aColleague(place, 'Bo Al', 'coordinator')
  all = await aMadeUpMunicipality(place, 70, 12, today, { me, other })
})
afterAll(() => place.installation.close())

it('the made-up municipality has somebody on every tab and ready list, some day', () => {
  const month = Array.from({ length: 35 }, (_, index) => later(index))
  const isEmpty = (tab: Tab, also: (one: Known, on: PlainDate) => boolean): boolean =>
    month.every((on) => byHand(tab, on, true, (one) => also(one, on)).length === 0)
  expect(tabs.filter((tab) => isEmpty(tab, () => true))).toEqual(['measurePlanned', 'measureOngoing'])
  const empty = readyLists.filter((list) => isEmpty('toAct', (one, on) => isListedBy(list, one, 'toAct', on)))
  expect(empty).toEqual(['lastNight', 'soonTwenty'])
})

describe.each([
  ['plain', plain],
  ['with the right to protected identities', holder],
] as const)('for a reader %s', (_, scope) => {
  const isHolder = scope.mayReadProtected
  const theirs = tabs.filter((tab) => isHolder || tab !== 'unconfirmedStay')

  it.each(days)('every ready list on %s', async (on) => {
    for (const tab of theirs) {
      const { counts } = await showList(reader(scope, on), { ...view, tab })
      for (const list of readyLists) {
        const expected = byHand(tab, on, isHolder, (one) => isListedBy(list, one, tab, on))
        expect([tab, list, counts.lists[list]]).toEqual([tab, list, expected.length])
        expect([tab, list, ...(await shown(scope, on, { tab, list }))]).toEqual([tab, list, ...expected])
      }
    }
  })

  it('every filter of outreach, whatever the day', async () => {
    const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 1 })
    const filters = fc.record<Partial<Filter>>({
      unreachedFor: few(fc.integer({ min: 0, max: 120 })),
      untriedFor: few(fc.integer({ min: 0, max: 120 })),
      step: few(fc.constantFrom(...stepKinds)),
      dueWithin: few(fc.integer({ min: 0, max: 30 })),
      waitsFor: few(fc.constantFrom(...waitsForChoices)),
      phone: few(fc.constantFrom('has', 'lacks')),
      occupation: few(fc.constantFrom(...occupationChoices)),
      unknownOccupation: fc.boolean(),
    })
    const single = filters
      .chain((filter) => fc.constantFrom(...Object.entries(filter)))
      .map(([key, value]): Partial<Filter> => ({ [key]: value }))
    await fc.assert(
      fc.asyncProperty(fc.oneof(single, filters), fc.constantFrom(...theirs), fc.constantFrom(...days), async (asked, tab, on) => {
        const filter = { ...noFilter, ...asked }
        expect(await shown(scope, on, { tab, filter })).toEqual(byHand(tab, on, isHolder, (one) => passesBy(filter, one, tab, on)))
      }),
      { numRuns: 80 },
    )
  })

  it.each(days)('the load of each is as many as the lists show on %s', async (on) => {
    const { pool, code } = place
    const idOf = ({ staff }: Known) => ({ me, other, nobody: null })[staff]
    const loads = await inTransaction(pool, (tx) => readLoads(tx, { pool, code, scope, today: on }))
    const covered = (['toAct', 'otherSchoolForm'] as const).map((tab) => (also: (one: Known) => boolean) => byHand(tab, on, isHolder, also))
    expect(loads.length).toBe(3)
    for (const { staffId, youths, ...load } of loads) {
      const views = loadViews(staffId ?? 'nobody', on)
      for (const name of loadNames) expect([name, load[name]]).toEqual([name, (await showList(reader(scope, on), views[name])).total])
      expect(youths).toBe(covered.flatMap((of) => of((one) => idOf(one) === staffId)).length)
    }
  })
})

const date = (day: Day | null | undefined): PlainDate | null => (day === null || day === undefined ? null : dateOf(day))

it.each(days)('a row has the clocks, the step and the occupation on %s', async (on) => {
  for (const tab of tabs) {
    for (const row of (await showList(reader(holder, on), { ...view, tab })).rows) {
      const one = all.find(({ name }) => name === row.familyName)
      if (one === undefined) throw new Error('a row of nobody')
      const { standing, reachedOn, triedOn, reviewOn } = factsBy(one, on)
      const acts = tab === 'toAct' || tab === 'otherSchoolForm'
      expect(row).toMatchObject({
        lastReachedOn: date(reachedOn),
        lastAttemptOn: date(triedOn),
        occupation: one.said?.kind ?? null,
        occupationReviewOn: date(reviewOn),
        livePhones: one.phones,
        step: acts ? (standing.step?.kind ?? null) : null,
        stepFrom: acts ? date(standing.step?.fromOn) : null,
        stepDue: acts ? date(standing.step?.dueOn) : null,
        quietUntil: acts ? date(standing.quiet?.untilOn) : null,
      })
      expect(row.waitsFor === null).toBe(!acts)
    }
  }
})

describe('order', () => {
  const clock = async (key: 'lastReached' | 'lastAttempt' | 'nextDue', descending: boolean) => {
    const { rows } = await showList(reader(plain, later(0)), { ...view, sort: { key, descending } })
    return rows.map((row) => (key === 'lastReached' ? row.lastReachedOn : key === 'lastAttempt' ? row.lastAttemptOn : row.stepDue))
  }

  it.each(['lastReached', 'lastAttempt'] as const)('by %s: never is longest ago', async (key) => {
    const rising = await clock(key, false)
    expect(rising).toEqual(rising.toSorted((a, b) => (a ?? '').localeCompare(b ?? '')))
    const falling = await clock(key, true)
    expect(falling).toEqual(falling.toSorted((a, b) => (b ?? '').localeCompare(a ?? '')))
    expect(new Set(rising).size).toBeGreaterThan(3)
  })

  it('by the next step: what is most late first, and who has none last either way', async () => {
    for (const descending of [false, true]) {
      const due = (await clock('nextDue', descending)).map((on) => on ?? (descending ? '' : '9999'))
      const rising = inOrder(due)
      expect(due).toEqual(descending ? rising.toReversed() : rising)
    }
  })
})
