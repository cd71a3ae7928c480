/** Every figure of two made-up years against a recount in plain SQL: the half-years on each side of 1 July 2018, a school year, and days. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someMeasures, someOffersAndSearches } from '../../../test/support/figures-deeds.ts'
import { recountQuery } from '../../../test/support/figures-recount.ts'
import { aTown, partsOf, readSources, shuffled, someContacts, someOccupations } from '../../../test/support/figures-year.ts'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { recordOccupation, retractOccupationById } from '../outreach/index.ts'
import { readIndicators } from './indicator.actions.ts'
import { readFacts } from './facts.actions.ts'
import { readOutreachFigures } from './figures.actions.ts'
import { readOutreachKnownAt } from './outreach-known.actions.ts'
import type { Span } from './facts.types.ts'
import type { Dimension, IndicatorQuestion, IndicatorTable } from './indicator.types.ts'
import { indicatorNames, indicators, type IndicatorName } from './registry.rules.ts'

let place: TestPlace
const reader = { actor: 'prov', scope: { units: null, mayReadProtected: true }, municipality: '0180' }

beforeAll(async () => {
  place = await aPlace()
  const random = shuffled(18)
  await aTown(place)
  await readSources(place)
  await someContacts(place, random, 500)
  await someOccupations(place, random)
  const parts = await partsOf(place)
  await someMeasures(place, parts, random)
  await someOffersAndSearches(place, parts, random)
})
afterAll(() => place.installation.close())

type Counted = { readonly row: string; readonly along: string; readonly key: string; readonly n: number }

const ask = async (
  name: IndicatorName,
  [fromOn = '', untilOn = '']: readonly string[],
  by: readonly Dimension[],
): Promise<IndicatorTable> => {
  // Asked long after: an answer that came after the period is an answer to a step of it.
  const question: IndicatorQuestion = { fromOn: date(fromOn), untilOn: date(untilOn), on: date('2019-07-02'), by }
  const { indicators: read } = await readIndicators(place.pool, reader, [{ name, question }], { hideSmall: false })
  const [found] = read
  if (found === undefined) throw new Error('one question, one table')
  return found.table
}

const periods: readonly (readonly string[])[] = [
  ['2018-01-01', '2018-07-01'],
  ['2018-07-01', '2019-01-01'],
  ['2017-07-01', '2018-07-01'],
]
const days: readonly (readonly string[])[] = [
  ['2018-06-30', '2018-07-01'],
  ['2018-07-01', '2018-07-02'],
  ['2018-09-15', '2018-09-16'],
]
const cases = indicatorNames.flatMap((name) => (indicators[name].of === 'day' ? days : periods).map((period) => [name, period] as const))

describe('the figures of the made-up years', () => {
  it.each(cases)('%s %j: the whole, and by unit, sex and year of birth, are those of the recount', async (name, period) => {
    const counted = await place.sql<Counted>(recountQuery(name), [...period])
    for (const by of ['unit', 'sex', 'birthYear'] as const) {
      const { rows, groups, values } = await ask(name, period, [by])
      const expected = new Map(
        counted.filter(({ along }) => along === 'all' || along === by).map(({ row, key, n }) => [`${row} ${key}`, n]),
      )
      const found = new Map<string, number>()
      rows.forEach(({ key, kind }, row) => {
        if (kind !== 'share') groups.forEach(([at = ''], group) => found.set(`${key} ${at}`, values[group]?.[row] ?? 0))
      })
      expect([...expected.keys()].filter((key) => !found.has(key))).toEqual([])
      const zeros = new Map([...found.keys()].map((key) => [key, expected.get(key) ?? 0]))
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(zeros))
    }
  })

  it('are not empty: almost every row of every figure has been something', async () => {
    const never = new Set<string>()
    for (const name of indicatorNames) {
      const tables = await Promise.all((indicators[name].of === 'day' ? days : periods).map((period) => ask(name, period, [])))
      const seen = (row: string): boolean =>
        tables.some(({ rows, values }) => (values[0]?.[rows.findIndex(({ key }) => key === row)] ?? 0) > 0)
      const stems = new Set(tables.flatMap(({ rows }) => rows.map(({ key }) => key)).filter((key) => !key.includes('.')))
      for (const row of stems) if (!seen(row)) never.add(`${name} ${row}`)
    }
    expect([...never]).toEqual([])
  })
})

describe('what is loaded', () => {
  const question: IndicatorQuestion = { fromOn: date('2018-01-01'), untilOn: date('2018-07-01'), on: date('2018-06-30'), by: [] }
  const needs = { contacts: 'periodAndLastHeard', studies: true } as const
  const read = (facts: string, work = facts) =>
    inTransaction(place.pool, (tx) => readFacts(tx, { municipality: '0180', question, needs, knownAt: { facts, work } }))

  it('is the same by the periods as computed and by lives read now', async () => {
    const [now, lives] = [await read('infinity'), await read('3000-01-01')]
    const near = new Set(now.youths.filter(({ studies }) => studies.length > 0).map(({ personId }) => personId))
    expect(near.size).toBeGreaterThan(20)
    const spans = ({ fromOn, untilOn }: Span) => ({ fromOn, untilOn })
    const shown = ({ youths }: typeof now) =>
      Object.fromEntries(
        youths.map((youth) => [
          youth.personId,
          {
            ...youth,
            periods: youth.periods.map(({ entryReason, exitReason, ...period }) => ({ entryReason, exitReason, ...spans(period) })),
            otherForms: youth.otherForms.map(spans),
            studies: near.has(youth.personId) ? youth.studies : [],
          },
        ]),
      )
    expect(shown(lives)).toEqual(shown(now))
  })

  it('the last thing said of an occupation is what stands, also when something later was taken back', async () => {
    const [{ personId } = { personId: 0 }] = await place.sql<{ personId: number }>(
      'select person_id as "personId" from worklist.youth where person_id not in (select person_id from outreach.occupation) limit 1',
    )
    const say = (kind: 'work' | 'none', statedOn: string) =>
      inTransaction(place.pool, (tx) =>
        recordOccupation(tx, { personId, kind, source: 'youth', sinceOn: null, statedOn: date(statedOn), saidBy: 'prov', contactId: null }),
      )
    await say('work', '2018-02-01')
    const last = await say('none', '2018-03-01')
    await place.sql(
      `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, origin) values ($1, 'sms', true, false, 'sent', '2018-02-01', 'prov', 'hand')`,
      [personId],
    )
    const said = async () => (await read('infinity')).youths.find((youth) => youth.personId === personId)?.occupations.at(-1)?.kind
    const before = await said()
    await inTransaction(place.pool, (tx) => retractOccupationById(tx, last))
    expect([before, await said()]).toEqual(['none', 'work'])
  })

  it('before the sources were read nobody was known', async () => {
    expect((await read('2019-07-01')).youths.filter(({ periods: own }) => own.length > 0)).toEqual([])
  })
})

describe('outreach as it was known', () => {
  const today = date('2019-07-02')
  it.each(['none', 'unit', 'district'] as const)('by %s, with all that is known, is the figures of today', async (by) => {
    const question = { fromOn: date('2018-01-01'), untilOn: date('2018-07-01'), by }
    const now = await readOutreachFigures(place.pool, { ...reader, today }, question)
    const knownAt = { facts: '3000-01-01', work: '3000-01-01' }
    const then = await readOutreachKnownAt(place.pool, { actor: 'prov', municipality: '0180', today, knownAt }, question)
    expect(then.groups).toEqual(now.groups)
    expect(now.groups.some(({ waits, covered }) => waits.entered > 0 && covered > 0)).toBe(true)
  })
})
