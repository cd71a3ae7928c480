/** How a made-up life is drawn: residence and school, and what each source knew when. */
import { birthday, plusDays, yearOf, type Day } from '../../src/platform/plain-date.ts'
import type { Draw, EnrolmentFact, EnrolmentVersion, MadeUpLife, PopulationChange, PopulationRecord } from './lives.types.ts'
import type { NumberPool } from './number-pool.ts'
import { randomFrom } from './random.ts'
import { arrival, drawPopulation, firstRecord, happeningsFor, type Happening } from './residence.ts'
import { springTermEnd } from './school-year.ts'
import { cutShort, drawStudies, type Pupil } from './studies.ts'
import { bornOnOf } from './test-numbers.ts'

/** Somebody who came at this age or older is met with language introduction. */
const newcomerAge = 13
/** How far past the last night starts are drawn: what is known ahead of time. */
const lookAheadDays = 300
/** Arrivals in a year of nights, as a share of the cohort. */
const arrivalShare = 0.048

function pupilOf(draw: Draw, number: string, record: PopulationRecord): Pupil {
  const bornOn = bornOnOf(number)
  const schoolEndOn = springTermEnd(yearOf(bornOn) + 16)
  const { immigratedOn } = record
  const newcomer = immigratedOn !== null && immigratedOn >= birthday(bornOn, newcomerAge)
  const from = (immigratedOn === null ? schoolEndOn : Math.max(schoolEndOn, immigratedOn)) as Day
  return { bornOn, from, newcomer, untilOn: plusDays(draw.window.lastNight, lookAheadDays) }
}

/** The day of death, emigration or disappearance that ends all studies, if there is one. */
function leftOn(population: readonly PopulationChange[]): Day | null {
  for (const { records } of population) {
    for (const { deregistration } of records) if (deregistration !== null && deregistration.cause !== 'GN') return deregistration.on
  }
  return null
}

/** A life from its first record in the population register on. */
function drawLife(draw: Draw, pool: NumberPool, number: string, first: PopulationChange, what: Happening): MadeUpLife {
  const [record] = first.records
  if (record === undefined) throw new RangeError('a first change has a record')
  const drawn = drawStudies(draw.random, pupilOf(draw, number, record))
  const population = drawPopulation(draw, first, what, pool)
  const left = leftOn(population)
  const studies = left === null ? drawn : cutShort(drawn, left)
  return { ...studies, population, visibleFrom: first.knownOn }
}

type Order = Omit<Draw, 'random'> & { readonly seed: number; readonly cohort: number }

function drawCohort(order: Order, pool: NumberPool, year: number, happenings: Happening[]): MadeUpLife[] {
  const { seed, cohort, window, municipality } = order
  return Array.from({ length: cohort + arrivalsOf(order) }, (_, index) => {
    const draw: Draw = { random: randomFrom(seed, year, index), window, municipality }
    const number = pool.take(year)
    const what = happenings.pop() ?? 'nothing'
    return drawLife(draw, pool, number, index < cohort ? firstRecord(draw, number, what) : arrival(draw, number), what)
  })
}

const yearsOf = ({ window }: Order): number => (window.lastNight - window.firstNight) / 365

const arrivalsOf = (order: Order): number => Math.round(order.cohort * arrivalShare * yearsOf(order))

/** Everybody born in the years: of each a cohort that lives here on the first night, and those who come later. */
export function drawCohorts(order: Order, pool: NumberPool, birthYears: readonly number[]): MadeUpLife[] {
  const people = birthYears.length * (order.cohort + arrivalsOf(order))
  const happenings = happeningsFor(people, yearsOf(order), randomFrom(order.seed, 3))
  return birthYears.flatMap((year) => drawCohort(order, pool, year, happenings))
}

/** What the schools say of the enrolment on a night; null before they know of it. */
export function versionOn(enrolment: EnrolmentFact, night: Day): EnrolmentVersion | null {
  let known: EnrolmentVersion | null = null
  for (const version of enrolment.versions) if (version.knownOn <= night) known = version
  return known
}

/** What the population register says on a night; null before the person has come into view. */
export function recordOn(life: MadeUpLife, night: Day): PopulationRecord | null {
  let known: PopulationRecord | null = null
  for (const { knownOn, records } of life.population) if (knownOn <= night) known = records.at(-1) ?? known
  return known
}
