/** The year of statuses: eight youths, the days, and what the sources say of them on which day. */
import { dateOf, dayOf, plusDays, weekdayOf, type PlainDate } from '../../src/platform/plain-date.ts'
import { runNightly } from '../../src/slices/matching/index.ts'
import { aNumber } from './feed-files.ts'
import { anEnrolmentsFile, aPopulation, aPost, date, type TestPlace } from './places.ts'

export const first = date('2025-08-25')
export const days = Array.from({ length: 365 }, (_, index) => dateOf(plusDays(dayOf(first), index)))

export type Name = 'Alma' | 'Bilal' | 'Cleo' | 'Disa' | 'Elin' | 'Farid' | 'Gizem' | 'Hugo'
export const names: readonly Name[] = ['Alma', 'Bilal', 'Cleo', 'Disa', 'Elin', 'Farid', 'Gizem', 'Hugo']
const born: Readonly<Record<Name, string>> = {
  Alma: '20080310',
  Bilal: '20090202',
  Cleo: '20090505',
  Disa: '20060320',
  Elin: '20080909',
  Farid: '20091111',
  Gizem: '20090707',
  Hugo: '20090101',
}

const numberOf = (name: Name): string => aNumber(born[name])
const movedAway = (on: PlainDate): boolean => on >= '2026-05-11' && on < '2026-07-06'
const population = (on: PlainDate): string =>
  aPopulation(
    ...names.map((name) => {
      const given = { number: numberOf(name), given: name }
      if (name !== 'Gizem' || on < '2026-05-11') return aPost(given)
      const home = ['2009-07-07', '0180'] as const
      if (movedAway(on)) return aPost({ ...given, on: '2026-05-04', municipality: '1480', history: [home] })
      return aPost({ ...given, on: '2026-06-29', municipality: '0180', history: [home, ['2026-05-04', '1480']] })
    }),
  )
const enrolments = (on: PlainDate): string =>
  anEnrolmentsFile(
    `${numberOf('Alma')};GY;NA25;12345678;2024-08-19;${on >= '2025-10-15' ? '2025-10-10;ja' : ';'}`,
    ...(on >= '2026-01-07' ? [`${numberOf('Alma')};GY;SA25;12345678;2026-01-12;;`] : []),
    `${numberOf('Elin')};GY;EK25;12345678;2024-08-19;${on >= '2026-04-20' ? '2026-04-14;ja' : ';'}`,
    `${numberOf('Cleo')};FHS;;87654321;2025-09-08;2025-12-19;`,
  )
const enrolmentDays: ReadonlySet<string> = new Set([first, '2025-10-15', '2026-01-07', '2026-04-20'])
const populationDays: ReadonlySet<string> = new Set([first, '2026-05-11', '2026-07-06'])

const monday = 1

/** The sources that have something new that day, and the night of each Monday. On other days nothing runs: a day that passes asks for no job. */
export async function night(place: TestPlace, on: PlainDate): Promise<void> {
  if (populationDays.has(on)) await place.feed('population', population(on), { on })
  if (enrolmentDays.has(on)) await place.feed('enrolments', enrolments(on), { on })
  if (weekdayOf(dayOf(on)) === monday) await runNightly(place, [], on, () => {})
}
