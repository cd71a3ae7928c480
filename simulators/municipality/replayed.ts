/** For the tests: reads the delivered files back, as a plain reader would, into lives that the law can be asked about. */
import { dayOf, parseDate, type Day } from '../../src/platform/plain-date.ts'
import type { Credential, Deregistration, Enrolment, Immigration, LawSettings, Life, Registration } from '../../src/slices/law/index.ts'
import { shippedEducations } from '../../src/slices/law/index.ts'
import type { MadeUpMunicipality, Night } from './municipality.types.ts'
import { bornOnOf, isTestNumber } from './test-numbers.ts'

type Person = {
  registrations: Registration[]
  deregistrations: Deregistration[]
  immigrations: Immigration[]
  diedOn: Day[]
  protectedOn: Day | null
}
type Known = { persons: Map<string, Person>; numbers: Map<string, string>; enrolments: string; diplomas: string; on: Day }

const textOf = (post: string, name: string): string => new RegExp(`<${name}>([^<]*)<`).exec(post)?.[1] ?? ''
const dayIn = (text: string): Day | null => {
  const date = parseDate(text)
  return date === null ? null : dayOf(date)
}

function registrationsIn(post: string): Registration[] {
  const found = post.matchAll(/<Folkbokforing><Folkbokforingsdatum>(\d+)<\/Folkbokforingsdatum><LanKod>(\d+)<\/LanKod><KommunKod>(\d+)</g)
  return [...found].flatMap(([, date = '', county = '', municipality = '']) => {
    const on = dayIn(date)
    return on === null ? [] : [{ on, municipality: county + municipality }]
  })
}

function readPost(known: Known, post: string): void {
  const number = textOf(post, 'PersonNr')
  const cause = textOf(post, 'AvregistreringsorsakKod')
  if (cause === 'GN') {
    known.numbers.set(textOf(post, 'HanvisningsPersonNr'), known.numbers.get(number) ?? number)
    return
  }
  const key = known.numbers.get(number) ?? number
  const person = known.persons.get(key) ?? { registrations: [], deregistrations: [], immigrations: [], diedOn: [], protectedOn: null }
  known.persons.set(key, person)
  person.registrations.push(...registrationsIn(post))
  const goneOn = dayIn(textOf(post, 'Avregistreringsdatum'))
  if (goneOn !== null && cause === 'AV') person.diedOn.push(goneOn)
  if (goneOn !== null && (cause === 'UV' || cause === 'OB')) person.deregistrations.push({ on: goneOn, cause })
  const immigratedOn = dayIn(textOf(post, 'Invandringsdatum'))
  if (immigratedOn !== null) person.immigrations.push({ on: immigratedOn })
  if (post.includes('<SkyddadFolkbokforing>J<')) person.protectedOn ??= known.on
}

/** What was known after each night, from the first on. A snapshot that the guard would stop is not used. */
export function* replayed(nights: Iterable<Night>): Generator<Known> {
  const known: Known = { persons: new Map(), numbers: new Map(), enrolments: '', diplomas: '', on: 0 as Day }
  for (const night of nights) {
    known.on = dayOf(night.on)
    for (const { feed, content } of night.files) {
      if (feed === 'population')
        for (const post of content.match(/<Folkbokforingspost>.*<\/Folkbokforingspost>/g) ?? []) readPost(known, post)
      if (feed === 'diplomas') known.diplomas = content
      if (feed === 'enrolments' && content.length > known.enrolments.length * 0.9) known.enrolments = content
    }
    yield known
  }
}

function rowsByPerson(known: Known, csv: string, isNumber: (number: string) => boolean): Map<string, string[][]> {
  const rows = new Map<string, string[][]>()
  for (const line of csv.split('\n').slice(1)) {
    const cells = line.split(';')
    const number = (cells[0] ?? '').replace('-', '').replace(/^(\d{10})$/, '20$1')
    if (!isNumber(number)) continue
    const key = known.numbers.get(number) ?? number
    const held = rows.get(key)
    if (held === undefined) rows.set(key, [cells])
    else held.push(cells)
  }
  return rows
}

function enrolmentOf(cells: readonly string[]): Enrolment[] {
  const startOn = dayIn(cells[7] ?? '')
  if (startOn === null) return []
  return [
    { startOn, endOn: dayIn(cells[8] ?? ''), cancelled: cells[9] === 'ja', schoolType: cells[3] ?? '', educationCode: cells[4] ?? '' },
  ]
}

function credentialOf(cells: readonly string[], knownOn: Day): Credential[] {
  const on = dayIn(cells[2] ?? '')
  return on === null || on > knownOn ? [] : [{ on, type: cells[1] ?? '' }]
}

/** The lives as known, by identity number. Rows whose number is no right one are left out. */
export function livesOf(known: Known, isNumber = isTestNumber): Map<string, Life> {
  const enrolments = rowsByPerson(known, known.enrolments, isNumber)
  const diplomas = rowsByPerson(known, known.diplomas, isNumber)
  const lives = new Map<string, Life>()
  for (const [number, person] of known.persons) {
    lives.set(number, {
      bornOn: bornOnOf(number),
      deaths: person.diedOn.map((on) => ({ on })),
      registrations: person.registrations,
      deregistrations: person.deregistrations,
      immigrations: person.immigrations,
      enrolments: (enrolments.get(number) ?? []).flatMap(enrolmentOf),
      credentials: (diplomas.get(number) ?? []).flatMap((cells) => credentialOf(cells, known.on)),
      schoolingEnds: [],
      decisions: [],
      protectedRegistration: person.protectedOn === null ? null : { sinceOn: person.protectedOn },
      confirmedStays: [],
    })
  }
  return lives
}

/** The lives of three bench files. */
export function benchLivesOf(population: string, enrolments: string, diplomas: string): Life[] {
  const on = Infinity as Day
  const known: Known = { persons: new Map(), numbers: new Map(), enrolments, diplomas, on }
  for (const post of population.split('\n')) if (post.includes('<PersonNr>')) readPost(known, post)
  return [...livesOf(known, (number) => number.length === 12).values()]
}

/** The law with the municipality's own term ends. */
export const settingsOf = (municipality: MadeUpMunicipality): LawSettings => ({
  termEnds: new Map([...municipality.termEnds].map(([year, on]) => [year, dayOf(on)])),
  shortGapDays: 14,
  summer: { from: [5, 1], until: [9, 30] },
  educations: shippedEducations,
})
