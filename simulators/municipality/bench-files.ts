/**
 * Feed files for the benches, of any size, in chunks of about 64 kB: nothing but the chunk is in memory.
 *
 * A resident is worked out from the index alone, so the three files and the two rounds agree without a list.
 * The numbers are generated and right, not Skatteverket's test numbers (there are too few): somebody may have
 * them. Bench files never leave the data folder.
 */
import { dateOf, dayFrom, dayOf, partsOf, plusDays, type Day, type PlainDate } from '../../src/platform/plain-date.ts'
import { diplomasHead } from './diplomas-csv.ts'
import { enrolmentsHead } from './enrolments-csv.ts'
import { populationHead, populationTail } from './population-xml.ts'
import { mixed } from './random.ts'
import { autumnStart, placementsEnd, springTermEnd } from './school-year.ts'
import { checkDigit } from './test-numbers.ts'

/** Round 1: the first files. Round 2: the same with about 0.5 % of the rows changed. */
export type BenchOrder = {
  readonly residents: number
  readonly municipality: string
  readonly seed: number
  readonly round?: 1 | 2
  /** The day the files are of; the residents are aged 15 to 19 then. */
  readonly on?: PlainDate
}

const chunkSize = 65_536
const defaultOn = '2026-11-20' as PlainDate
const elsewhere = '0999'

/** Serials 001-959: the highest are left to other uses. */
const serialsPerDay = 959

/** What a birthday says of everybody born on it: worked out once per birthday, not per person. */
type Birthday = { readonly digits: string; readonly weightedSum: number; readonly starts: readonly number[]; readonly leavingYear: number }

/** All that the rows of an order need. */
type Bench = {
  readonly order: BenchOrder
  readonly on: Day
  readonly birthdays: readonly Birthday[]
  readonly years: ReadonlyMap<number, SchoolYear>
}
type SchoolYear = { readonly startOn: string; readonly endOn: string; readonly brokenOff: string; readonly restartOn: string }

/** How the youth's latest year went, drawn per mille. */
type Course = 'neverStarted' | 'otherForm' | 'brokenOff' | 'certificate' | 'regular'

function birthdayOf(bornOn: Day, on: Day): Birthday {
  const digits = dateOf(bornOn).replaceAll('-', '')
  const { year } = partsOf(bornOn)
  const starts: number[] = []
  for (let start = year + 16; start < year + 19 && autumnStart(start) <= on; start++) starts.push(start)
  // The check digit of the date and serial 000 holds the weighted sum of the date.
  return { digits, weightedSum: 10 - checkDigit(`${digits.slice(2)}000`), starts, leavingYear: year + 19 }
}

function benchOf(order: BenchOrder): Bench {
  const on = dayOf(order.on ?? defaultOn)
  const { year, month, dayOfMonth } = partsOf(on)
  const [from, until] = [dayFrom(year - 20, month, Math.min(dayOfMonth, 28)) + 1, dayFrom(year - 15, month, Math.min(dayOfMonth, 28))]
  const birthdays: Birthday[] = []
  for (let day = from; day <= until; day++) birthdays.push(birthdayOf(day as Day, on))
  if (order.residents > birthdays.length * serialsPerDay) throw new RangeError('more residents than there are numbers')
  const years = new Map<number, SchoolYear>()
  for (let start = year - 6; start <= year; start++) {
    const startOn = autumnStart(start)
    years.set(start, {
      startOn: dateOf(startOn),
      endOn: dateOf(placementsEnd(start + 1)),
      brokenOff: dateOf(plusDays(startOn, 60)),
      restartOn: dateOf(plusDays(startOn, 64)),
    })
  }
  return { order, on, birthdays, years }
}

/** The weighted sum of each serial, by serial. */
const serials: readonly { readonly text: string; readonly weightedSum: number }[] = Array.from({ length: 1000 }, (_, serial) => {
  const text = String(serial).padStart(3, '0')
  return { text, weightedSum: (10 - checkDigit(`000000${text}`)) % 10 }
})

type Resident = {
  readonly index: number
  readonly hash: number
  readonly birthday: Birthday
  readonly number: string
  readonly course: Course
}

function courseOf(hash: number): Course {
  const perMille = hash % 1000
  if (perMille < 25) return 'neverStarted'
  if (perMille < 43) return 'otherForm'
  if (perMille < 80) return 'brokenOff'
  return perMille < 170 ? 'certificate' : 'regular'
}

function residentAt({ birthdays, order }: Bench, index: number): Resident {
  const birthday = birthdays[index % birthdays.length]
  const serial = serials[1 + Math.floor(index / birthdays.length)]
  if (birthday === undefined || serial === undefined) throw new RangeError('more residents than there are numbers')
  const digit = (20 - ((birthday.weightedSum + serial.weightedSum) % 10)) % 10
  const hash = mixed(order.seed, index)
  return { index, hash, birthday, number: birthday.digits + serial.text + digit, course: courseOf(hash) }
}

/** What is another in round 2: about 0.5 % of the rows of each file. */
type Change = 'moved' | 'lostOrBegun' | 'extraStudies' | 'lateDiploma' | 'none'

function changeOf({ hash }: Resident): Change {
  const perMille = (hash >>> 10) % 1000
  if (perMille < 5) return 'moved'
  if (perMille < 15) return 'lostOrBegun'
  if (perMille < 21) return 'extraStudies'
  return perMille < 26 ? 'lateDiploma' : 'none'
}

const isChanged = ({ order }: Bench, resident: Resident, change: Change): boolean => order.round === 2 && changeOf(resident) === change

const givenNames = ['Alva', 'Omar', 'Ebba', 'Emir', 'Noor', 'Nils', 'Saga', 'Yonas'] as const
const nameOf = ({ hash, index }: Resident): { readonly given: string; readonly surname: string } => ({
  given: givenNames[hash & 7] ?? '',
  surname: `Mätprov${index % 9973}`,
})

function populationRow(bench: Bench, resident: Resident): string {
  const { number, birthday, hash } = resident
  const { given, surname } = nameOf(resident)
  const moved = isChanged(bench, resident, 'moved')
  const code = moved ? elsewhere : bench.order.municipality
  const since = moved ? dateOf(plusDays(bench.on, -3)).replaceAll('-', '') : birthday.digits
  const secrecy = hash % 131 === 7 ? '<Sekretessmarkering>J</Sekretessmarkering>' : ''
  return `<Folkbokforingspost>${secrecy}<Personpost><PersonId><PersonNr>${number}</PersonNr></PersonId><Namn><Fornamn>${given}</Fornamn><Efternamn>${surname}</Efternamn></Namn><Folkbokforing><Folkbokforingsdatum>${since}</Folkbokforingsdatum><LanKod>${code.slice(0, 2)}</LanKod><KommunKod>${code.slice(2)}</KommunKod></Folkbokforing><Adresser><Folkbokforingsadress><Utdelningsadress2>Mätgatan ${1 + (hash % 97)}</Utdelningsadress2><PostNr>999${10 + (hash % 90)}</PostNr><Postort>MÄTORTEN</Postort></Folkbokforingsadress></Adresser></Personpost></Folkbokforingspost>\n`
}

const programmes = ['NA', 'SA', 'EK', 'TE', 'BF', 'EE', 'FT', 'VO', 'IMA', 'IMSPR'] as const

const startedThisYear = (bench: Bench): string => bench.years.get(partsOf(bench.on).year)?.startOn ?? ''

/** The rows of one school year: two when the pupil changed schools in it. */
function yearRows(who: string, type: string, unit: number, year: SchoolYear, course: 'changed' | 'lost' | 'whole'): string {
  const first = `${who}${type}${unit};Mätprovsskolan;${year.startOn};`
  if (course === 'whole') return `${first}${year.endOn};nej\n`
  if (course === 'lost') return `${first}${year.brokenOff};ja\n`
  return `${first}${year.brokenOff};ja\n${who}${type}${unit + 1};Mätprovsskolan;${year.restartOn};${year.endOn};nej\n`
}

/** School year by school year from the end of compulsory school; the gaps between are the summers. */
function enrolmentRows(bench: Bench, resident: Resident): string {
  const { birthday, hash, course, number } = resident
  const { given, surname } = nameOf(resident)
  const who = `${number};${given};${surname};`
  const unit = 10_000_000 + (hash % 40)
  if (birthday.starts.length === 0) return `${who}GR;;${unit};Mätprovsskolan;${startedThisYear(bench)};;nej\n`
  const last = birthday.starts.length - 1
  const otherwise = isChanged(bench, resident, 'lostOrBegun')
  if (course === 'neverStarted' && !otherwise) return ''
  const lost = course === 'brokenOff' || (course === 'regular' && otherwise)
  const type = course === 'otherForm' ? 'VUXGR;;' : `GY;${programmes[(hash >>> 8) % 10]};`
  const changedIn = (hash >>> 4) % 5
  let rows = ''
  for (let i = course === 'otherForm' || course === 'neverStarted' ? last : 0; i <= last; i++) {
    const year = bench.years.get(birthday.starts[i] ?? 0)
    if (year === undefined) continue
    rows += yearRows(who, type, unit, year, lost && i === last ? 'lost' : i === changedIn ? 'changed' : 'whole')
  }
  if (isChanged(bench, resident, 'extraStudies')) rows += `${who}VUXSFI;;${unit};Mätprovsskolan;${startedThisYear(bench)};;nej\n`
  return rows
}

function diplomaRows({ on, order }: Bench, resident: Resident): string {
  const { birthday, number, course, hash } = resident
  const dated = springTermEnd(birthday.leavingYear)
  if (dated > on || (course !== 'regular' && course !== 'certificate')) return ''
  if (order.round !== 2 && changeOf(resident) === 'lateDiploma') return ''
  const type = course === 'certificate' ? 'studiebevis' : 'examen_hogskoleforberedande'
  return `${number};${type};${dateOf(dated)};;${10_000_000 + (hash % 40)}\n`
}

async function* inChunks(
  order: BenchOrder,
  head: string,
  rowsOf: (bench: Bench, resident: Resident) => string,
  tail: string,
): AsyncGenerator<string> {
  const bench = benchOf(order)
  let chunk = head
  for (let index = 0; index < order.residents; index++) {
    chunk += rowsOf(bench, residentAt(bench, index))
    if (chunk.length < chunkSize) continue
    yield chunk
    chunk = ''
  }
  yield chunk + tail
}

/** The whole population aged 15 to 19, as a full file of the population register. */
export const benchPopulation = (order: BenchOrder): AsyncGenerator<string> => inChunks(order, populationHead, populationRow, populationTail)

/** All their enrolments, about 2.3 each, as a full CSV file. */
export const benchEnrolments = (order: BenchOrder): AsyncGenerator<string> => inChunks(order, enrolmentsHead, enrolmentRows, '')

/** Their diplomas, as a full CSV file. */
export const benchDiplomas = (order: BenchOrder): AsyncGenerator<string> => inChunks(order, diplomasHead, diplomaRows, '')
