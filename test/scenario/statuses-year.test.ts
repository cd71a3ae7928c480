/**
 * A year in one municipality, day by day: files are read, measures planned, begun, ended, decided and struck, youths watched and asked what they do.
 * Statuses and what is known of occupations change on exactly the days written down here, in the lists, in their filters and on the person page.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, type Tx } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../src/platform/plain-date.ts'
import type { OccupationState } from '../../src/slices/ladder/index.ts'
import { explainYouth, now } from '../../src/slices/register/index.ts'
import { readDoings, statusFacts } from '../../src/slices/timeline/index.ts'
import { statusOf } from '../../src/slices/worklist/index.ts'
import { listed } from '../../src/slices/worklist/conditions.store.ts'
import { noFilter, shippedSort } from '../../src/slices/worklist/filter.rules.ts'
import { showList } from '../../src/slices/worklist/list.actions.ts'
import { ask } from '../../src/slices/worklist/statement.store.ts'
import { tabs, type ListView, type Tab } from '../../src/slices/worklist/worklist.types.ts'
import { aPlace, date, type TestPlace } from '../support/places.ts'
import { deeds } from '../support/status-deeds-days.ts'
import { days, first, names, night, type Name } from '../support/status-year.ts'

/** The day each status begins. */
const expected: Readonly<Record<Name, readonly (readonly [day: string, status: Tab | null])[]>> = {
  // Interrupted on 10 October, heard of on the 15th. A measure planned, begun, past its planned end, ended. Then school again.
  Alma: [
    ['2025-08-25', null],
    ['2025-10-15', 'toAct'],
    ['2025-11-03', 'measurePlanned'],
    ['2025-11-10', 'measureOngoing'],
    ['2025-12-15', 'toAct'],
    ['2026-01-12', 'closed'],
  ],
  // Youth employment: proposed on 15 September, approved on the 22nd from the 29th, broken off on 10 February. A second one is refused.
  Bilal: [
    ['2025-08-25', 'toAct'],
    ['2025-09-22', 'measurePlanned'],
    ['2025-09-29', 'measureOngoing'],
    ['2026-02-10', 'toAct'],
  ],
  // Folk high school, with a measure inside; a study visit planned and struck.
  Cleo: [
    ['2025-08-25', 'toAct'],
    ['2025-09-08', 'otherSchoolForm'],
    ['2025-10-06', 'measureOngoing'],
    ['2025-10-20', 'otherSchoolForm'],
    ['2025-12-20', 'toAct'],
    ['2026-02-01', 'measurePlanned'],
    ['2026-02-10', 'toAct'],
  ],
  // Turns 20 in the middle of a measure.
  Disa: [
    ['2025-08-25', 'toAct'],
    ['2026-02-02', 'measureOngoing'],
    ['2026-03-20', 'closed'],
  ],
  // In school and watched, with support meanwhile; interrupts on 14 April, heard of on the 20th.
  Elin: [
    ['2025-08-25', null],
    ['2025-10-01', 'watching'],
    ['2025-12-01', null],
    ['2026-04-20', 'toAct'],
  ],
  // A single talk is no measure. A measure written down late, and ended late.
  Farid: [
    ['2025-08-25', 'toAct'],
    ['2025-11-20', 'measureOngoing'],
    ['2025-12-10', 'toAct'],
  ],
  // Two measures that overlap; moved away on 4 May, heard of on the 11th, and back on 29 June, heard of on 6 July.
  Gizem: [
    ['2025-08-25', 'toAct'],
    ['2025-09-10', 'measureOngoing'],
    ['2025-11-21', 'toAct'],
    ['2026-05-11', 'closed'],
    ['2026-07-06', 'toAct'],
  ],
  // One that never began, and one that ended on the day that the next began.
  Hugo: [
    ['2025-08-25', 'toAct'],
    ['2025-09-01', 'measurePlanned'],
    ['2025-09-12', 'toAct'],
    ['2025-10-01', 'measureOngoing'],
    ['2025-12-01', 'toAct'],
  ],
}

/** The day each state of the occupation begins: 90 days of work, 45 of none, 120 of studies abroad, 60 of other. */
const expectedOccupations: Readonly<Partial<Record<Name, readonly (readonly [day: string, state: OccupationState])[]>>> = {
  Farid: [
    ['2025-08-25', 'notAsked'],
    ['2025-10-01', 'work'],
    ['2025-12-30', 'lapsed'],
    ['2026-01-15', 'none'],
    ['2026-03-01', 'lapsed'],
    ['2026-04-01', 'unknown'],
    ['2026-04-20', 'studiesAbroad'],
    ['2026-08-18', 'lapsed'],
  ],
  // Said anew before it lapsed, and asked for when the measure ended.
  Bilal: [
    ['2025-08-25', 'notAsked'],
    ['2025-09-01', 'other'],
    ['2025-12-30', 'lapsed'],
    ['2026-02-10', 'work'],
    ['2026-05-11', 'lapsed'],
  ],
}

let place: TestPlace
let staffId = ''
const ids = new Map<Name, number>()
const measures = new Map<string, string>()
const scope = { units: null, mayReadProtected: false }
const personOf = (name: Name): number => ids.get(name) ?? 0
const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(place.pool, work)

async function noteWho(): Promise<void> {
  const rows = await place.sql<{ name: Name; person: number }>('select given_name as name, person_id::int as person from worklist.youth')
  for (const { name, person } of rows) ids.set(name, person)
}

const view: ListView = { tab: 'toAct', list: null, notReachedDays: 30, filter: noFilter, sort: shippedSort, page: 1 }
const shown = async (today: PlainDate, over: Partial<ListView>): Promise<Name[]> => {
  const reader = { pool: place.pool, code: place.code, staffId, unitId: null, scope, today }
  return (await showList(reader, { ...view, ...over })).rows.map(({ givenName }) => givenName as Name)
}

/** Where the statement of the lists has everybody that day. */
const listedOn = async (today: PlainDate): Promise<Map<Name, Tab>> => {
  const statement = sql`select y.given_name as name, y.tab from ${listed(scope, { today, runId: 0, restrictedIn: null })} where y.tab is not null`
  const rows = await within((tx) => ask<{ name: Name; tab: Tab }>(tx, statement))
  return new Map(rows.map(({ name, tab }) => [name, tab]))
}

const byName = (pairs: readonly (readonly [Name, Tab])[]): [Name, Tab][] =>
  pairs.map(([name, tab]): [Name, Tab] => [name, tab]).toSorted(([a], [b]) => a.localeCompare(b))

/** Whom the lists show that day, tab by tab: nobody on two of them. */
async function onLists(today: PlainDate): Promise<[name: Name, tab: Tab][]> {
  const found: [Name, Tab][] = []
  for (const tab of tabs) found.push(...(await shown(today, { tab })).map((name): [Name, Tab] => [name, tab]))
  return byName(found)
}

/** Where the person page says that somebody stands that day. */
const onPage = (name: Name, on: PlainDate): Promise<Tab | null> =>
  within(async (tx) => {
    const municipality = place.code
    const explained = await explainYouth(tx, personOf(name), { municipality, on: dayOf(on), asOf: now })
    if (explained === null) return null
    const { person, explanation, law } = explained
    const doings = await readDoings(tx, [personOf(name)], now)
    const facts = statusFacts({ life: person.life, periods: explanation.periods, law }, doings, { municipality, on, lang: 'sv' })
    return statusOf(facts, on).reason.tab
  })

const states = async (today: PlainDate): Promise<Map<Name, OccupationState>> =>
  new Map(
    (
      await place.sql<{ name: Name; state: OccupationState }>(
        `select y.given_name as name, outreach.occupation_state(s.occupation, s.occupation_review_on, $1) as state
         from worklist.youth y left join outreach.standing s on s.person_id = y.person_id`,
        [today],
      )
    ).map(({ name, state }) => [name, state]),
  )

type Flips<Of> = [day: string, to: Of][]
const note = <Of>(flips: Map<Name, Flips<Of>>, name: Name, day: PlainDate, to: Of): void => {
  const own = flips.get(name) ?? []
  if (own.length === 0 || own.at(-1)?.[1] !== to) own.push([day, to])
  flips.set(name, own)
}

const statuses = new Map<Name, Flips<Tab | null>>()
const occupations = new Map<Name, Flips<OccupationState>>()
const pages: [day: string, name: Name, onPage: Tab | null, inLists: Tab | null][] = []
const tabsShown: [day: string, shown: [Name, Tab][], expected: [Name, Tab][]][] = []
const filters: [day: string, state: OccupationState, names: readonly Name[], expected: readonly Name[]][] = []

/** Flip days, the days before them, and the first of each month: the lists themselves, their filters and the person page are asked then. */
const lookedAt: ReadonlySet<string> = new Set([
  ...Object.values(expected).flatMap((flips) => flips.flatMap(([on]) => [on, dateOf(plusDays(dayOf(date(on)), -1))])),
  ...days.filter((on) => on.endsWith('-01')),
])

async function liveThrough(today: PlainDate): Promise<void> {
  await night(place, today)
  if (today === first) await noteWho()
  for (const deed of deeds[today] ?? []) await within((tx) => deed({ tx, today, staffId, personOf, measures }))
  const [lists, known] = [await listedOn(today), await states(today)]
  for (const name of names) {
    note(statuses, name, today, lists.get(name) ?? null)
    note(occupations, name, today, known.get(name) ?? 'notAsked')
  }
  if (!lookedAt.has(today)) return
  tabsShown.push([today, await onLists(today), byName([...lists])])
  for (const name of names) pages.push([today, name, await onPage(name, today), lists.get(name) ?? null])
  for (const state of ['work', 'lapsed', 'notAsked'] as const) {
    const found = await shown(today, { filter: { ...noFilter, occupation: state } })
    const toAct = names.filter((name) => lists.get(name) === 'toAct' && (known.get(name) ?? 'notAsked') === state)
    filters.push([today, state, found.toSorted(), toAct.toSorted()])
  }
}

beforeAll(async () => {
  place = await aPlace()
  const [staff] = await place.sql<{ id: string }>(
    `insert into access.staff (issuer, subject, name, roles) values ('prov', 'amina', $1, array['coordinator']) returning id`,
    ['Amina Lind'],
  )
  staffId = staff?.id ?? ''
  for (const today of days) await liveThrough(today)
}, 300_000)
afterAll(() => place.installation.close())

describe('through a year', () => {
  it.each(names)('%s stands where written down, from exactly those days', (name) => {
    expect(statuses.get(name)).toEqual(expected[name])
  })

  it.each(Object.keys(expectedOccupations) as Name[])('what is known of %s lapses on exactly those days', (name) => {
    expect(occupations.get(name)).toEqual(expectedOccupations[name])
  })

  it('the lists show each of them on that tab, and on no other', () => {
    for (const [day, found, wanted] of tabsShown) expect([day, found]).toEqual([day, wanted])
    expect(tabsShown.length).toBeGreaterThan(50)
  })

  it('the person page says the same as the lists', () => {
    expect(pages.filter(([, , page, list]) => page !== list)).toEqual([])
    expect(pages.length).toBeGreaterThan(400)
  })

  it('the filters find those whose occupation is so', () => {
    for (const [day, state, found, wanted] of filters) expect([day, state, found]).toEqual([day, state, wanted])
    expect(filters.some(([, , found]) => found.length > 0)).toBe(true)
  })
})
