/**
 * The statuses that the database works out against the pure rule, day by day through a year: random periods, measures, studies and watches, each
 * written on the day it became known, some of them on a record that has been merged with another.
 */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { listed } from './conditions.store.ts'
import { noFilter, shippedSort } from './filter.rules.ts'
import { showList } from './list.actions.ts'
import { ask } from './statement.store.ts'
import { statusOf } from './status.rules.ts'
import type { StatusFacts, StatusSpan } from './status.types.ts'
import { tabs, type Tab } from './worklist.types.ts'
import { aYouth } from './worklist.testbed.ts'

const first = dayOf('2025-09-01' as PlainDate)
const year = 365
const dated = (day: number): PlainDate => dateOf(plusDays(first, day))
const datedOrNull = (day: number | null): PlainDate | null => (day === null ? null : dated(day))
const scope = { units: null, mayReadProtected: false }

/** Half-open, in days of the year; null: no end. */
type Days = { readonly from: number; readonly until: number | null }
type History = {
  readonly periods: readonly Days[]
  readonly studies: readonly Days[]
  readonly watch: Days | null
  readonly isMerged: boolean
  readonly measures: readonly {
    readonly item: 'guidance' | 'singleTalk' | 'youthEmployment'
    readonly recorded: number
    readonly from: number
    readonly ended: number | null
    readonly struck: number | null
  }[]
}

const someDays = (most: number): fc.Arbitrary<Days> =>
  fc
    .record({ from: fc.integer({ min: 0, max: most }), length: fc.option(fc.integer({ min: 1, max: 150 }), { nil: null }) })
    .map(({ from, length }) => ({ from, until: length === null ? null : from + length }))

/** One or two, the later after the end of the former. */
const somePeriods: fc.Arbitrary<Days[]> = fc
  .record({ one: someDays(150), gap: fc.integer({ min: 1, max: 90 }), length: fc.integer({ min: 20, max: 200 }), isAgain: fc.boolean() })
  .map(({ one, gap, length, isAgain }) => {
    if (one.until === null || !isAgain) return [one]
    return [one, { from: one.until + gap, until: one.until + gap + length }]
  })

const measureIn = (span: Days) =>
  fc
    .record({
      item: fc.constantFrom('guidance', 'guidance', 'guidance', 'singleTalk', 'youthEmployment'),
      from: fc.integer({ min: span.from, max: Math.min((span.until ?? year) - 1, span.from + 200) }),
      ahead: fc.integer({ min: -20, max: 60 }),
      length: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null }),
      struckAfter: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null, freq: 5 }),
    })
    .map(({ item, from, ahead, length, struckAfter }) => {
      const recorded = Math.max(0, from - ahead)
      // What waits for a decision is not ended; what never began ends on its first day.
      const ended = length === null || item === 'youthEmployment' ? null : from + length
      return { item, from, recorded, ended, struck: struckAfter === null ? null : recorded + struckAfter }
    })

const someHistory: fc.Arbitrary<History> = fc
  .record({
    periods: fc.oneof({ weight: 5, arbitrary: somePeriods }, { weight: 1, arbitrary: fc.constant<Days[]>([]) }),
    studies: fc.array(someDays(300), { maxLength: 2 }),
    watch: fc.option(someDays(250), { nil: null, freq: 2 }),
    isMerged: fc.constantFrom(false, false, true),
  })
  .chain((life) => {
    const spans = life.periods.filter(({ from, until }) => from < (until ?? year))
    const measures = spans.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...spans).chain(measureIn), { maxLength: 3 })
    return measures.map((all) => ({ ...life, measures: all }))
  })

type Known = History & { readonly personId: number; readonly otherId: number; readonly family: string }
let place: TestPlace
let all: Known[]
let deeds: { readonly day: number; readonly order: number; readonly text: string; readonly values: unknown[] }[] = []

const range = ({ from, until }: Days): string => `[${dated(from)},${datedOrNull(until) ?? ''})`

async function putIn(history: History, nth: number): Promise<Known> {
  const family = `Prov${nth}`
  const { personId } = await aYouth(place, { family, fromOn: null })
  const [other] = await place.sql<{ id: number }>('insert into register.person default values returning id')
  const otherId = other?.id ?? 0
  if (history.isMerged) {
    await place.sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'prov', 'prov', '{}', '2025-08-01')`,
      [otherId, personId],
    )
  }
  await place.sql(`update worklist.youth set other_form = $2::datemultirange where person_id = $1`, [
    personId,
    `{${history.studies.map(range).join(',')}}`,
  ])
  for (const { from, until } of history.periods) {
    await place.sql(
      `insert into register.period values ($1, $2, $3, 'neverStarted', case when $3::date is not null then 'inEducation' end)`,
      [personId, dated(from), datedOrNull(until)],
    )
  }
  return { ...history, personId, otherId, family }
}

type Deed = (typeof deeds)[number]
const done = (day: number, order: number, text: string, ...values: unknown[]): Deed => ({ day, order, text, values })
const midnight = (parameter: string): string => `(${parameter}::date::timestamp at time zone 'Europe/Stockholm')`
const line = `update worklist.youth set from_on = $2, until_on = $3, entry_reason = 'neverStarted',
  exit_reason = case when $3::date is not null then 'inEducation' end where person_id = $1`
const beginWatch = `insert into worklist.watch (person_id, ground, from_on, started_by, known_from) values ($1, 'orolig', $2, 'prov', ${midnight('$2')})`
const endWatch = `update worklist.watch set known_until = ${midnight('$2')}, stopped_by = 'prov' where person_id = $1`
const record = `
  insert into measures.measure (measure_id, person_id, item_key, item_version, is_exclusive, from_on, responsible, placement, origin, by_name, recorded_on, changed_by)
  select $1, $2, v.item_key, v.version, v.exclusive, $4, 'municipality', case when v.needs_decision then 'waiting' else 'none' end, 'hand', 'prov', $5, 'prov'
  from measures.item_version v where v.item_key = $3`
const end = `update measures.measure set ended_on = $2, end_said_on = $3, end_reason = 'completed', version = version + 1 where measure_id = $1`
const strike = `update measures.measure set struck_at = now(), struck_by = 'prov', struck_why = 'fel ungdom', version = version + 1 where measure_id = $1`

function watchDeeds({ personId, watch }: Known): Deed[] {
  if (watch === null) return []
  const { from, until } = watch
  return [done(from, 1, beginWatch, personId, dated(from)), ...(until === null ? [] : [done(until, 1, endWatch, personId, dated(until))])]
}

function measureDeeds(recordId: number, { item, from, recorded, ended, struck }: History['measures'][number]): Deed[] {
  const id = randomUUID()
  const saidOn = ended === null ? null : Math.max(ended, recorded)
  const isEnded = saidOn !== null && (struck === null || struck >= saidOn)
  return [
    done(recorded, 2, record, id, recordId, item, dated(from), dated(recorded)),
    ...(isEnded ? [done(saidOn, 3, end, id, datedOrNull(ended), dated(saidOn))] : []),
    ...(struck === null ? [] : [done(struck, 4, strike, id)]),
  ]
}

/** Everything that happens, with the day it is done on. */
const deedsOf = (one: Known): Deed[] => [
  ...one.periods.map(({ from, until }) => done(from, 0, line, one.personId, dated(from), datedOrNull(until))),
  ...watchDeeds(one),
  ...one.measures.flatMap((measure) => measureDeeds(one.isMerged ? one.otherId : one.personId, measure)),
]

const spanOf = ({ from, until }: Days): StatusSpan => ({ fromOn: dated(from), untilOn: datedOrNull(until) })

/** What is known at the end of the day. */
function factsOn({ periods, studies, watch, measures }: Known, day: number): StatusFacts {
  const known = measures.filter(({ item, recorded, struck }) => item === 'guidance' && recorded <= day && (struck === null || struck > day))
  return {
    periods: periods.map(spanOf),
    otherForms: studies.map((one) => ({ ...spanOf(one), name: 'sfi' })),
    measures: known.map(({ from, recorded, ended }) => {
      const isSaid = ended !== null && Math.max(ended, recorded) <= day
      return { ...spanOf({ from, until: isSaid ? ended : null }), name: 'Vägledning', plannedUntilOn: null }
    }),
    // A watch that is open is one from its first day on; what has been closed is no more.
    watches: watch === null || (watch.until !== null && watch.until <= day) ? [] : [spanOf({ from: watch.from, until: null })],
    isUnconfirmed: false,
  }
}

beforeAll(async () => {
  place = await aPlace()
  all = []
  for (const [nth, history] of fc.sample(someHistory, { numRuns: 60, seed: 5 }).entries()) all.push(await putIn(history, nth))
  deeds = all.flatMap(deedsOf).toSorted((a, b) => a.day - b.day || a.order - b.order)
})
afterAll(() => place.installation.close())

const asked = async (today: PlainDate): Promise<Map<number, Tab | null>> => {
  const rows = await inTransaction(place.pool, (tx) =>
    ask<{ id: number; tab: Tab | null }>(
      tx,
      sql`select y.person_id as id, y.tab from ${listed(scope, { today, runId: 0, restrictedIn: null })}`,
    ),
  )
  return new Map(rows.map(({ id, tab }) => [id, tab]))
}

const shownOn = async (tab: Tab, today: PlainDate): Promise<string[]> => {
  const { pool, code } = place
  const view = { tab, list: null, notReachedDays: 30, filter: noFilter, sort: shippedSort, page: 1 }
  const { rows } = await showList({ pool, code, staffId: randomUUID(), unitId: null, scope, today }, view)
  return rows.map(({ familyName }) => familyName).toSorted()
}

it('are the same every day of a year, for everybody, and the lists show the same', async () => {
  const seen = new Set<Tab | null>()
  let flips = 0
  let before = new Map<number, Tab | null>()
  for (let day = 0; day < year; day++) {
    for (const { text, values } of deeds.filter((one) => one.day === day)) await place.sql(text, values)
    const today = dated(day)
    const expected = new Map(all.map((one) => [one.personId, statusOf(factsOn(one, day), today).reason.tab]))
    const found = await asked(today)
    expect([today, all.map(({ personId, family }) => [family, found.get(personId) ?? null])]).toEqual([
      today,
      all.map(({ personId, family }) => [family, expected.get(personId) ?? null]),
    ])
    for (const [personId, tab] of expected) {
      seen.add(tab)
      if (day > 0 && before.get(personId) !== tab) flips++
    }
    before = expected
    if (day % 40 === 7) {
      for (const tab of tabs) {
        const names = all.filter(({ personId }) => expected.get(personId) === tab).map(({ family }) => family)
        expect([today, tab, await shownOn(tab, today)]).toEqual([today, tab, names.toSorted()])
      }
    }
  }
  // Worth the year: every status was somebody's, and statuses changed often.
  expect(seen).toEqual(new Set([...tabs.filter((tab) => tab !== 'unconfirmedStay'), null]))
  expect(flips).toBeGreaterThan(150)
})
