/** A municipality with a school of its own, for tests of prevention. Numbers are Skatteverket's test pattern. */
import { aNumber } from '../../../test/support/feed-files.ts'
import { aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { AttendanceSum } from '../feeds/index.ts'
import { readAbsence } from './absence.actions.ts'

/** A source that hands out these sums, whatever it is asked for. */
export const aSource = (sums: readonly AttendanceSum[] | null, name = 'skolan') => ({ name, fetch: () => Promise.resolve(sums) })

export const unit = '99990101'
export const [pupil, hidden, covered, younger] = [aNumber('20090314'), aNumber('20090902'), aNumber('20090711'), aNumber('20100412')]
/** Goes to the municipality's school and lives elsewhere; and one of whom nobody knows where hen lives. */
export const [commuter, unregistered] = [aNumber('20090521'), aNumber('20090622')]

const ids = (number: string): string => `e-${number}`
const person = (number: string, schoolType: string, end?: string) => ({
  id: ids(number),
  meta: { created: '2026-08-01T08:00:00Z', modified: '2026-08-01T08:00:00Z' },
  givenName: 'Prov',
  familyName: 'Elevsson',
  civicNo: { value: number, nationality: 'SE' },
  securityMarking: number === hidden ? 'Sekretessmarkering' : 'Ingen',
  personStatus: 'Aktiv',
  enrolments: [
    { enroledAt: { id: unit }, schoolType, startDate: '2025-08-18', educationCode: 'NA25', ...(end === undefined ? {} : { endDate: end }) },
  ],
})

const ago = (days: number): PlainDate => dateOf(plusDays(dayOf(todayInSweden()), -days))

export type PreventionTown = {
  readonly site: TestSite
  readonly staff: Visitor
  readonly subject: (number: string) => string
  /** Reads these sums as the school's, by number. */
  readonly absent: (minutes: Readonly<Record<string, number>>) => Promise<void>
}

async function fill(site: TestSite): Promise<void> {
  const posts = [
    aPost({ number: pupil, given: 'Eva' }),
    aPost({ number: hidden, given: 'Hemliga', secrecy: 'J' }),
    aPost({ number: covered, given: 'Tova' }),
    aPost({ number: younger, given: 'Lill' }),
    aPost({ number: commuter, given: 'Pia', municipality: '1480' }),
  ]
  await site.place.feed('population', aPopulation(...posts), { on: date('2026-08-20') })
  const persons = [
    person(pupil, 'GY'),
    person(hidden, 'GY'),
    person(covered, 'GY', ago(60)),
    person(younger, 'GR'),
    person(commuter, 'GY'),
    person(unregistered, 'GY'),
  ]
  await site.place.feed('schools', JSON.stringify({ data: persons, pageToken: null }), { source: 'skolan', on: date('2026-08-20') })
}

/** A pupil, one who is protected, two who do not live here, one who has left and is covered, and one in compulsory school. The caller closes the site. */
export async function aPreventionTown(): Promise<PreventionTown> {
  const site = await aSite()
  await fill(site)
  const staff = await site.signedIn(['coordinator', 'systemCoordinator'], { name: 'Amina Prov' })
  const rows = await site.place.sql<{ number: string; subject: string }>('select number, subject_id as subject from worklist.youth')
  const subjects = new Map(rows.map((row) => [row.number, row.subject]))
  return {
    site,
    staff,
    subject: (number) => subjects.get(number) ?? '',
    absent: async (minutes) => {
      const sums = Object.entries(minutes).map(([number, invalid]) => ({ pupilId: ids(number), invalid, offered: 3000 }))
      await readAbsence(site.place, aSource(sums), todayInSweden())
    },
  }
}
