/** What happens to be known on the very last night: so that a morning after it has something to show, whichever day it is. */
import { dateOf, dayFrom, partsOf, plusDays, type Day } from '../../src/platform/plain-date.ts'
import type { Draw, EnrolmentFact, MadeUpLife, PopulationRecord } from './lives.types.ts'
import { residentSinceBirth } from './resident.ts'
import type { NumberPool } from './number-pool.ts'
import { autumnStart, nationalCodesFor, placementsEnd, schools } from './school-year.ts'
import { bornOnOf, testNumber } from './test-numbers.ts'

const [town, mill] = schools.upperSecondary

/** Another municipality. */
const elsewhere = '0380'

type Named = readonly [givenName: string, surname: string]

const residentOf = (draw: Draw, pool: NumberPool, born: Day, name: Named): PopulationRecord =>
  residentSinceBirth(draw, pool.reserve(testNumber(dateOf(born), '238')), ...name)

/** A national programme since the last autumn but one, that ended some days before the night. */
function ended(prefix: string, year: number, lastNight: Day, daysBefore: number): EnrolmentFact {
  const startOn = autumnStart(year)
  return {
    schoolType: 'GY',
    educationCode: nationalCodesFor(startOn).find((code) => code.startsWith(prefix)) ?? nationalCodesFor(startOn)[0] ?? '',
    school: prefix === 'NA' ? town : mill,
    startOn,
    versions: [
      { knownOn: dayFrom(year, 6, 5), endOn: placementsEnd(year + 3), cancelled: false },
      { knownOn: lastNight, endOn: plusDays(lastNight, -daysBefore), cancelled: true },
    ],
  }
}

const living = (first: PopulationRecord, enrolments: readonly EnrolmentFact[]): MadeUpLife => {
  const knownOn = bornOnOf(first.number)
  return { population: [{ knownOn, records: [first] }], visibleFrom: knownOn, enrolments, credentials: [] }
}

/** Somebody who moved in some days ago; the register and the schools hear of it tonight. */
function movingIn(first: PopulationRecord, lastNight: Day): MadeUpLife {
  const earlier = [{ on: bornOnOf(first.number), municipality: elsewhere }]
  const record = { ...first, registeredOn: plusDays(lastNight, -4), earlier }
  return { ...living(record, []), population: [{ knownOn: lastNight, records: [record] }], visibleFrom: lastNight }
}

/** Somebody on the list who moved away some days ago. */
function movingOut(first: PopulationRecord, left: EnrolmentFact, lastNight: Day): MadeUpLife {
  const gone = { ...first, registeredOn: plusDays(lastNight, -6), municipality: elsewhere, address: null }
  const population = [
    { knownOn: bornOnOf(first.number), records: [first] },
    { knownOn: lastNight, records: [gone] },
  ]
  return { ...living(first, [left]), population }
}

/** Two leave school, one moves in, one who had left begins again, and one on the list moves away. */
export function lastNightLives(draw: Draw, pool: NumberPool): MadeUpLife[] {
  const { lastNight } = draw.window
  const { year } = partsOf(lastNight)
  const resident = (age: number, month: number, day: number, name: Named): PopulationRecord =>
    residentOf(draw, pool, dayFrom(year - age, month, day), name)
  const leftOn = plusDays(lastNight, -70)
  const left = { ...ended('SA', year - 2, lastNight, 70), versions: [{ knownOn: plusDays(leftOn, 10), endOn: leftOn, cancelled: true }] }
  const again = { knownOn: lastNight, endOn: null, cancelled: false }
  const begun = { ...ended('NA', year - 1, lastNight, 0), startOn: plusDays(lastNight, -3), versions: [again] }
  return [
    living(resident(17, 1, 22, ['Ebba', 'Övningsgren']), [ended('NA', year - 1, lastNight, 5)]),
    living(resident(17, 8, 9, ['Ali', 'Testani']), [ended('TE', year - 1, lastNight, 3)]),
    movingIn(resident(18, 2, 3, ['Amra', 'Låtsevic']), lastNight),
    living(resident(18, 5, 6, ['Zahra', 'Exempli']), [left, begun]),
    movingOut(resident(19, 3, 14, ['Måns', 'Påhittsson']), left, lastNight),
  ]
}
