/** A made-up admission round of 2026, youth by youth: what is told of each summer, and the deliveries, lists and words that make it so. */
import { aNumber } from '../../../test/support/feed-files.ts'
import { aDiplomasFile, anEnrolmentsFile, aPopulation, aPost, date, type TestPlace } from '../../../test/support/places.ts'
import { noMapping } from '../feeds/index.ts'
import { recordManualFact } from '../matching/index.ts'
import { aColleague } from '../worklist/worklist.testbed.ts'
import { readList, takeBackList } from './list.actions.ts'
import type { Round } from './admissions.types.ts'
import { day } from './radar.testbed.ts'
import { sayStep } from './step.actions.ts'

/** The days on which is counted: before any list, after each event of the summer, and the last. */
export const days = [
  '2026-06-30',
  '2026-07-02',
  '2026-07-20',
  '2026-08-06',
  '2026-08-24',
  '2026-08-25',
  '2026-09-01',
  '2026-09-15',
] as const

const of = (born: string) => aNumber(born)
/** Each youth's summer, told by somebody: `x` on the days when hen lacks a place and counts, `.` on the others. */
export const stories = {
  camePlanned: [of('20100101'), '........'],
  neverCame: [of('20100102'), '.....xxx'],
  cameLate: [of('20100103'), '.....x..'],
  admittedInSecond: [of('20100104'), '.xx.....'],
  admittedFromReserve: [of('20100105'), '.x......'],
  neverApplied: [of('20100106'), '.xxxxxxx'],
  inNoList: [of('20100107'), '.xxxxxxx'],
  enrolledElsewhere: [of('20100108'), '.x......'],
  movedOutInJuly: [of('20100109'), '.x......'],
  movedInWithoutList: [of('20100110'), '..xxxxxx'],
  movedInAdmitted: [of('20100111'), '........'],
  turns20InAugust: [of('20060810'), '.xxx....'],
  wordOfAPlaceOnly: [of('20100113'), '.x...xxx'],
  lateAdmission: [of('20100114'), '.xxxxx..'],
  cameAndWithdrew: [of('20100115'), '.......x'],
  listWasCorrected: [of('20100116'), '........'],
  studyCertificate: [of('20070517'), '........'],
  aYearOlder: [of('20090118'), '........'],
  died: [of('20100119'), '.xx.....'],
  emigrated: [of('20100120'), '.xx.....'],
  onlySwedishForImmigrants: [of('20100121'), '.xxxxxxx'],
  introductory: [of('20100122'), '.xxx....'],
  oneMoreYearOfSchool: [of('20100123'), '........'],
  hasDiploma: [of('20070524'), '........'],
  declinedAndNotAdmitted: [of('20100125'), '...xxxxx'],
  secrecyMarked: [of('20100126'), '.xxxxxxx'],
  protectedRegistration: [of('20100127'), '........'],
  protectedWhoStaysHere: [of('20100128'), '.xxxxxxx'],
} as const
export type Name = keyof typeof stories
const numberOf = (name: Name): string => stories[name][0]
/** A row of a list. */
const row = (name: Name, word: string): string => `${numberOf(name)};${word}`

const others: Partial<Record<Name, Parameters<typeof aPost>[0]>> = {
  secrecyMarked: { number: '', secrecy: 'J' },
  protectedRegistration: { number: '', protectedRegistration: 'J' },
  protectedWhoStaysHere: { number: '', protectedRegistration: 'J' },
}
const came = new Set<Name>(['movedInWithoutList', 'movedInAdmitted'])
/** Everybody who lives here, with what has changed. */
const population = (changed: Partial<Record<Name, Omit<Parameters<typeof aPost>[0], 'number'>>>, hasMovedIn: boolean): string =>
  aPopulation(
    ...(Object.keys(stories) as Name[])
      .filter((name) => hasMovedIn || !came.has(name))
      .map((name) => aPost({ ...others[name], ...(came.has(name) ? { on: '2026-07-18' } : {}), ...changed[name], number: numberOf(name) })),
  )

const firstList = [
  row('camePlanned', 'antagen'),
  row('neverCame', 'antagen'),
  row('cameLate', 'antagen'),
  row('admittedInSecond', 'ej antagen'),
  row('admittedFromReserve', 'reserv'),
  row('neverApplied', 'ej sökt'),
  row('movedOutInJuly', 'ej antagen'),
  row('movedInAdmitted', 'antagen'),
  row('turns20InAugust', 'ej antagen'),
  row('wordOfAPlaceOnly', 'reserv'),
  row('lateAdmission', 'reserv'),
  row('cameAndWithdrew', 'antagen'),
  row('listWasCorrected', 'ej antagen'),
  row('died', 'ej antagen'),
  row('emigrated', 'ej antagen'),
  row('onlySwedishForImmigrants', 'ej antagen'),
  row('introductory', 'ej antagen'),
  row('hasDiploma', 'ej antagen'),
  row('declinedAndNotAdmitted', 'antagen'),
  row('secrecyMarked', 'ej antagen'),
  row('protectedRegistration', 'ej antagen'),
  row('protectedWhoStaysHere', 'ej antagen'),
  // An interim number, a word nobody knows, no number, and somebody of another municipality.
  '20100130TF01;antagen',
  `${of('20100131')};kanske`,
  ';antagen',
  `${of('20100201')};antagen`,
]

const school = (name: Name, more = 'GY;NA25;99990101;2026-08-17;;nej'): string => `${numberOf(name)};${more}`
const graduates = [school('studyCertificate', 'GY;NA25;99990101;2023-08-17;2026-06-12;nej')]
const inAugust = [
  ...graduates,
  ...(['camePlanned', 'admittedInSecond', 'admittedFromReserve', 'movedInAdmitted', 'listWasCorrected'] as const).map((name) =>
    school(name),
  ),
  school('enrolledElsewhere', 'GY;EK25;99990199;2026-08-19;;nej'),
  school('introductory', 'GY;IMV;99990101;2026-08-17;;nej'),
  school('onlySwedishForImmigrants', 'SFI;;99990150;2026-08-10;;nej'),
]

/** Where it is made, and by whom. */
type At = { readonly place: TestPlace; readonly staff: string }

const enrolments = (place: TestPlace, on: string, rows: readonly string[]) =>
  place.feed('enrolments', anEnrolmentsFile(...rows), { on: date(on) })

const handIn = ({ place, staff }: At, round: Round, on: string, rows: readonly string[]) =>
  readList(
    place.pool,
    { actor: 'prov', staffId: staff, today: day('2026-09-15') },
    { round, on: day(on), text: `personnummer;status\n${rows.join('\n')}\n`, mapping: noMapping, name: 'lista' },
  )

/** What the register knows when the summer begins. */
async function spring(place: TestPlace): Promise<void> {
  await place.feed('population', population({}, false), { on: date('2026-05-02') })
  await enrolments(place, '2026-06-13', graduates)
  const documents = [`${numberOf('studyCertificate')};studiebevis;2026-06-12`, `${numberOf('hasDiploma')};examen_yrkes;2026-06-10`]
  await place.feed('diplomas', aDiplomasFile(...documents), { on: date('2026-06-20') })
  const said = (name: Name) => ({ number: numberOf(name), by: 'prov', on: date('2026-06-21') })
  await recordManualFact(place, said('oneMoreYearOfSchool'), { kind: 'schooling-end', paragraph: '7:13' })
  const stay = { kind: 'stay', municipality: '0180', fromOn: date('2026-01-01'), untilOn: null } as const
  await recordManualFact(place, said('protectedWhoStaysHere'), stay)
}

const gone = { movedOutInJuly: { on: '2026-07-15', municipality: '1480', history: [['2010-01-09', '0180']] as const } }

/** Both rounds with their reserve lists, a correction, the first list read again, and one that is taken back. */
async function lists(at: At) {
  const { place, staff } = at
  const first = await handIn(at, 'first', '2026-07-01', firstList)
  // The admission office corrects one line the day after, of the same day.
  await handIn(at, 'first', '2026-07-01', [row('listWasCorrected', 'antagen')])
  await handIn(at, 'first', '2026-07-15', [row('admittedFromReserve', 'antagen'), row('lateAdmission', 'reserv')])
  await enrolments(place, '2026-07-18', [...graduates, school('enrolledElsewhere', 'GY;EK25;99990199;2026-08-19;;nej')])
  await place.feed('population', population(gone, true), { on: date('2026-07-21') })
  // Read again, because two have moved in: one of them was in the list.
  const again = await handIn(at, 'first', '2026-07-22', firstList)
  const twice = await handIn(at, 'first', '2026-07-22', firstList)
  await handIn(at, 'second', '2026-08-05', [
    row('admittedInSecond', 'antagen'),
    row('lateAdmission', 'reserv'),
    row('declinedAndNotAdmitted', 'ej antagen'),
    row('secrecyMarked', 'ej antagen'),
  ])
  const wrong = await handIn(at, 'second', '2026-08-07', [row('camePlanned', 'ej antagen'), row('neverCame', 'ej antagen')])
  const [latest] = await place.sql<{ id: string }>('select l.list_id as id from admissions.list l order by l.id desc limit 1')
  const takenBack = await takeBackList(place.pool, staff, latest?.id ?? '')
  return { first, again, twice, wrong, takenBack }
}

/** Who comes, who does not, and who has left. */
async function autumn(place: TestPlace): Promise<void> {
  const left = {
    ...gone,
    died: { cause: 'AV', causeOn: '2026-07-25' },
    emigrated: { cause: 'UV', causeOn: '2026-08-01' },
  }
  await place.feed('population', population(left, true), { on: date('2026-08-10') })
  await enrolments(place, '2026-08-19', [...inAugust, school('cameAndWithdrew')])
  await enrolments(place, '2026-08-28', [...inAugust, school('cameAndWithdrew'), school('cameLate')])
  const withdrawn = school('cameAndWithdrew', 'GY;NA25;99990101;2026-08-17;2026-08-16;ja')
  await enrolments(place, '2026-09-10', [
    ...inAugust,
    withdrawn,
    school('cameLate'),
    school('lateAdmission', 'GY;NA25;99990101;2026-09-07;;nej'),
  ])
}

const say = ({ place, staff }: At, subjectId: string, on: string) => {
  const scope = { units: null, mayReadProtected: true }
  return sayStep({ pool: place.pool, code: '0180', scope, staffId: staff, today: day('2026-09-15') }, subjectId, {
    kind: 'placed',
    on: day(on),
  })
}

/** The whole summer, with what came of reading the lists and of what was written by hand. */
export async function aSummer(place: TestPlace) {
  const at = { place, staff: await aColleague(place, 'Anna Ek', 'coordinator') }
  await spring(place)
  const read = await lists(at)
  await autumn(place)
  const rows = await place.sql<{ number: string; subject: string }>('select number, subject_id as subject from worklist.youth')
  const subjects = new Map(rows.map((one) => [one.number, one.subject]))
  const subjectOf = (name: Name): string => subjects.get(numberOf(name)) ?? ''
  const said = [await say(at, subjectOf('wordOfAPlaceOnly'), '2026-07-10'), await say(at, subjectOf('lateAdmission'), '2026-08-27')]
  return { read, said, subjectOf }
}
