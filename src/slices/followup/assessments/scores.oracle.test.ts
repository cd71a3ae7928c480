/** The database's scores against the rule's: whatever the instrument and the answers, the same to the hundredth. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { instrumentProblems } from '../instrument/instrument.rules.ts'
import { insertInstrument } from '../instrument/instrument.store.ts'
import { aggregations, directions, type Answers, type AreaScore, type Instrument } from '../instrument/instrument.types.ts'
import { scoresOf, sheetProblems } from '../instrument/score.rules.ts'
import { shippedInstrument } from '../instrument/shipped.rules.ts'
import { aWorkPlace, type WorkPlace } from '../work.testbed.ts'

let work: WorkPlace
beforeAll(async () => {
  work = await aWorkPlace()
})
afterAll(() => work.close())

const anInstrument = fc
  .record({
    aggregation: fc.constantFrom(...aggregations),
    atLeast: fc.option(fc.integer({ min: 1, max: 3 })),
    min: fc.integer({ min: 0, max: 3 }),
    span: fc.integer({ min: 1, max: 30 }),
    step: fc.constantFrom(1, 25, 50, 100),
    areas: fc.array(fc.tuple(fc.constantFrom(...directions), fc.integer({ min: 1, max: 9000 })), { minLength: 1, maxLength: 5 }),
  })
  .map(({ aggregation, atLeast, min, span, step, areas }): Instrument => ({
    aggregation,
    missing: atLeast === null ? { kind: 'refuse' } : { kind: 'answered', atLeast },
    scale: { min: min * 100, max: (min + span) * 100, step, ratingStep: 100 },
    areas: areas.map(([direction, threshold], at) => ({ ...shippedInstrument.areas[at]!, direction, threshold })),
  }))
const answersTo = ({ scale, areas }: Instrument): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      areas.flatMap(({ items }) =>
        items.map(({ key }) => [
          key,
          fc.integer({ min: 0, max: (scale.max - scale.min) / scale.step }).map((n) => scale.min + n * scale.step),
        ]),
      ),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>

it('the database and the rule come to the same scores', async () => {
  const cases = fc.sample(
    anInstrument
      .filter((one) => instrumentProblems(one).length === 0)
      .chain((instrument) => fc.tuple(fc.constant(instrument), answersTo(instrument))),
    150,
  )
  let scored = 0
  let version = 1
  for (const [instrument, answers] of cases) {
    version++
    const rows = await work.inside(async (tx) => {
      await insertInstrument(tx, instrument, { version, fromOn: date('2026-01-01'), byName: 'Prov' })
      return tx.query<AreaScore>('select area, points, answered, asked from followup.scores_of($1, $2) where answered > 0', [
        version,
        JSON.stringify(answers),
      ])
    })
    const problems = sheetProblems(instrument, answers)
    if (problems.length > 0) continue
    scored++
    expect(rows, JSON.stringify({ instrument, answers })).toEqual(scoresOf(instrument, answers))
  }
  expect(scored).toBeGreaterThan(10)
})
