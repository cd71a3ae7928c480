/** A made-up admission round of 2026, for tests of the radar: who is in which list, and what is known of each. Numbers are Skatteverket's test pattern. */
import fc from 'fast-check'
import { aNumber } from '../../../test/support/feed-files.ts'
import { dateOf, dayFrom, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { listStates, rounds, stepKinds, type RadarFacts } from './admissions.types.ts'
import { seasonOf, type Radar } from './season.rules.ts'
import { shippedRadar } from './radar-settings.rules.ts'

export const day = (text: string): PlainDate => text as PlainDate
export const season: Radar = { ...seasonOf(2026, shippedRadar), listedFromOn: day('2026-07-01'), roundDays: [] }

/** Somebody of whom nothing is known but what the test says. */
export const someFacts = (more: Partial<RadarFacts> = {}): RadarFacts => ({
  answers: [],
  steps: [],
  places: [],
  entry: null,
  lives: [{ fromOn: day('2010-03-14'), untilOn: null }],
  overOn: null,
  ...more,
})

export const answered = (state: RadarFacts['answers'][number]['state'], on = '2026-07-01', round: 'first' | 'second' = 'first') => ({
  round,
  state,
  on: day(on),
})

/** Any day of the summer, a little before it and a little after. */
export const someDay = fc.integer({ min: 0, max: 150 }).map((days) => dateOf(plusDays(dayFrom(2026, 5, 15), days)))
const answers = fc
  .array(fc.record({ round: fc.constantFrom(...rounds), state: fc.constantFrom(...listStates), on: someDay }), { maxLength: 3 })
  .map((some) => some.toSorted((a, b) => (a.on < b.on ? -1 : 1)))
const steps = fc.uniqueArray(fc.record({ kind: fc.constantFrom(...stepKinds), on: someDay }), {
  selector: ({ kind, on }) => `${kind} ${on}`,
  maxLength: 6,
})
const spans = fc
  .tuple(someDay, fc.option(someDay))
  .map(([fromOn, untilOn]) => ({ fromOn, untilOn: untilOn === null || untilOn <= fromOn ? null : untilOn }))
const places = fc.array(spans, { maxLength: 2 })
/** Most live here all summer; others move in or out. */
const lives = fc.oneof(
  { weight: 3, arbitrary: fc.constant([{ fromOn: day('2010-03-14'), untilOn: null }]) },
  { weight: 1, arbitrary: fc.array(spans, { maxLength: 2 }) },
)
const overOn = fc.option(someDay, { freq: 5 })
const entry = fc.option(
  fc.record({ reason: fc.constantFrom('leftSchool' as const, 'studyCertificate' as const), on: fc.constant(day('2026-06-01')) }),
)

/** Anybody's summer. */
export const anyFacts: fc.Arbitrary<RadarFacts> = fc.record({ answers, steps, places, entry, lives, overOn })

/** Numbers born in 2010, who left compulsory school in 2026. */
export const leavers = ['0105', '0211', '0317', '0423', '0529', '0604', '0710'].map((monthDay) => aNumber(`2010${monthDay}`))
