/**
 * An independent recount of the demo's year: every figure and every block of the return against plain SQL over what the register and the house have on
 * record. The year has what happens in life: late and corrected facts, merged records, protected youths, struck contacts, coding, placements.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../src/platform/plain-date.ts'
import { indicatorNames, indicators, readIndicators, type Dimension, type IndicatorName } from '../../src/slices/figures/index.ts'
import {
  buildReturnFile,
  rehearsedOn,
  saveProfile,
  type HalfYear,
  type Profile,
  type ReturnRecord,
} from '../../src/slices/returns/index.ts'
import { profileFor } from '../../src/slices/returns/profile.rules.ts'
import { shippedProfiles } from '../../src/slices/returns/shipped/shipped.ts'
import type { RunPlace } from '../../src/slices/matching/index.ts'
import { aDemoYear } from '../support/demo-year.ts'
import { recountQuery } from '../support/figures-recount.ts'
import { aPlace, date, type TestPlace } from '../support/places.ts'
import { codeOf, returnRecount, type CodeLists, type RecountedRow } from '../support/return-recount.ts'

let owner: TestPlace
let place: RunPlace & { readonly today: PlainDate }

beforeAll(async () => {
  owner = await aPlace()
  place = await aDemoYear(owner.installation)
}, 6 * 60_000)
afterAll(() => owner.installation.close())

const sql = <Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> =>
  inTransaction(place.pool, (tx) => tx.query<Row>(text, values), null)
const dayAfter = (on: PlainDate): PlainDate => dateOf(plusDays(dayOf(on), 1))

/** The half-years, the school year, the tertials and the months of the demo, and days in it. */
const periods = (today: PlainDate): (readonly [PlainDate, PlainDate])[] => {
  const year = Number(today.slice(0, 4))
  const span = (from: string, until: string): readonly [PlainDate, PlainDate] => [date(from), date(until)]
  return [
    span(`${year}-01-01`, `${year}-07-01`),
    [date(`${year}-07-01`), dayAfter(today)],
    span(`${year - 1}-07-01`, `${year}-07-01`),
    span(`${year}-01-01`, `${year}-05-01`),
    span(`${year}-05-01`, `${year}-09-01`),
    [date(`${year}-01-01`), dayAfter(today)],
  ].filter(([from]) => from <= today) as (readonly [PlainDate, PlainDate])[]
}

type Counted = { readonly row: string; readonly along: string; readonly key: string; readonly n: number }

async function bothOf(name: IndicatorName, [fromOn, untilOn]: readonly [PlainDate, PlainDate], by: Dimension) {
  const reader = { actor: 'prov', scope: { units: null, mayReadProtected: true }, municipality: place.code }
  const question = { fromOn, untilOn, on: place.today, by: [by] }
  const { indicators: read } = await readIndicators(place.pool, reader, [{ name, question }], { hideSmall: false })
  const counted = await sql<Counted>(recountQuery(name), [fromOn, untilOn])
  const expected = Object.fromEntries(
    counted.filter(({ along }) => along === 'all' || along === by).map(({ row, key, n }) => [`${row} ${key}`, n]),
  )
  const found: Record<string, number> = {}
  for (const { table } of read) {
    table.rows.forEach(({ key, kind }, row) => {
      table.groups.forEach(([at = ''], group) => {
        const value = table.values[group]?.[row] ?? 0
        if (kind !== 'share' && value > 0) found[`${key} ${at}`] = value
      })
    })
  }
  return { found, expected }
}

describe('the figures of the demo', () => {
  it.each(indicatorNames)('%s: the whole, and by unit, sex and year of birth, are those of the recount', async (name) => {
    const days = [place.today, date(`${place.today.slice(0, 4)}-01-15`)].filter((on) => on <= place.today)
    const asked = indicators[name].of === 'day' ? days.map((on) => [on, dayAfter(on)] as const) : periods(place.today)
    let rows = 0
    for (const period of asked) {
      for (const by of ['unit', 'sex', 'birthYear'] as const) {
        const { found, expected } = await bothOf(name, period, by)
        expect({ period, by, ...found }).toEqual({ period, by, ...expected })
        rows += Object.keys(found).length
      }
    }
    expect(rows).toBeGreaterThan(20)
  })
})

const listsOf = ({ codes }: Profile): CodeLists => ({
  entry: codes.entryReasons,
  exit: codes.exitReasons,
  occupation: codes.occupations,
  kind: codes.measureKinds,
  end: codes.measureEndReasons,
})

const codesIn = ({ block, cells }: ReturnRecord): (string | undefined)[] =>
  ({
    youth: [cells.registrationReason, cells.occupationAtRegistration],
    contact: [cells.contactOccupation],
    measureBegun: [cells.measureKind],
    measureEnded: [cells.endedMeasureKind, cells.measureEndReason, cells.occupationAfterMeasure],
    exit: [cells.exitReason],
  })[block]

/** The half-year that goes on and the one before it. */
const halves = rehearsedOn(todayInSweden())

/** Whatever year the tests are run in: a half-year that the product has no profile for is given one. */
async function giveProfile({ key }: HalfYear): Promise<void> {
  if (shippedProfiles[key] !== undefined) return
  const given = profileFor(shippedProfiles['2026H2'] as Profile, key)
  await saveProfile(place.pool, { half: key, given, version: 0, by: { name: 'prov', staffId: null } })
}

describe('the return of the demo', () => {
  const seen: Record<string, number> = {}
  it.each(halves)('$key agrees with the recount, row by row', async (half) => {
    const { key, fromOn, untilOn } = half
    await giveProfile(half)
    const made = await buildReturnFile(place, { half: key, today: place.today, actor: 'prov' })
    if (!made.granted) throw new Error(made.reason)
    const { built, profile } = made.value
    const told = built.records.map((record) => [record.number, record.block, record.on, ...codesIn(record)].join(' '))
    const until = dayAfter(place.today) < untilOn ? dayAfter(place.today) : untilOn
    const rows = await sql<RecountedRow>(returnRecount, [fromOn, until])
    const counted = rows.map(({ number, block, day, codes }) =>
      [number, block, day, ...codes.map((word) => codeOf(listsOf(profile), word))].join(' '),
    )
    expect(told.toSorted()).toEqual(counted.toSorted())
    for (const [block, count] of Object.entries(built.counts.blocks)) seen[block] = (seen[block] ?? 0) + count
  })
  it('has rows in all five blocks', () => {
    expect(Object.keys(seen)).toHaveLength(5)
    expect(Object.entries(seen).filter(([, count]) => count <= 3)).toEqual([])
  })
})
