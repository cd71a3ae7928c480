/**
 * Lövsta kommun: a made-up municipality with whole age cohorts and a year of nights.
 * The same order gives the same bytes. Nobody in it exists: see test-numbers.ts and names.ts.
 */
import { dateOf, dayOf, yearOf, type PlainDate } from '../../src/platform/plain-date.ts'
import { drawCohorts } from './lives.ts'
import { lastNightLives } from './last-night.ts'
import type { MadeUpLife, Window } from './lives.types.ts'
import type { MadeUpMunicipality } from './municipality.types.ts'
import { deliveryNights, nights } from './nights.ts'
import { numberPool } from './number-pool.ts'
import { randomFrom } from './random.ts'
import { springTermEnd } from './school-year.ts'
import { toldLives } from './story.ts'

export type { MadeUpMunicipality, Night, NightFile } from './municipality.types.ts'
export { randomFrom, type Random } from './random.ts'

/** No municipality has the code; the county (25) exists. */
const code = '2599'

function termEndsOf(firstBirthYear: number, lastBirthYear: number): ReadonlyMap<number, PlainDate> {
  const ends = new Map<number, PlainDate>()
  for (let year = firstBirthYear + 16; year <= lastBirthYear + 17; year++) ends.set(year, dateOf(springTermEnd(year)))
  return ends
}

/** The municipality with `cohort` residents per birth year (at most 650), between the two nights, both included. */
export function madeUpMunicipality(options: {
  readonly seed: number
  readonly cohort: number
  readonly firstNight: PlainDate
  readonly lastNight: PlainDate
}): MadeUpMunicipality {
  const { seed, cohort } = options
  const window: Window = { firstNight: dayOf(options.firstNight), lastNight: dayOf(options.lastNight) }
  const [firstBirthYear, lastBirthYear] = [yearOf(window.firstNight) - 20, yearOf(window.lastNight) - 15]
  const pool = numberPool(seed)
  const told = toldLives({ random: randomFrom(seed, 5), window, municipality: code }, pool)
  const lives: MadeUpLife[] = told.map(({ life }) => life)
  lives.push(...lastNightLives({ random: randomFrom(seed, 6), window, municipality: code }, pool))
  const birthYears = Array.from({ length: lastBirthYear - firstBirthYear + 1 }, (_, index) => firstBirthYear + index)
  lives.push(...drawCohorts({ seed, cohort, window, municipality: code }, pool, birthYears))
  return {
    code,
    name: 'Lövsta kommun',
    termEnds: termEndsOf(firstBirthYear, lastBirthYear),
    nightsOn: deliveryNights(window).map(dateOf),
    nights: nights({ lives, window, municipality: code, seed }),
    story: told.map(({ story }) => story),
  }
}
