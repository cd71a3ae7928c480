/** Makers of delivered files and of what reading is done against. A maker fills everything; the test says only what matters. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { dayFrom, type Day } from '../../src/platform/plain-date.ts'
import { Refused } from '../../src/platform/failure.ts'
import type { Mapping, ReadContext } from '../../src/slices/feeds/index.ts'
import { educationRow, shippedEducations } from '../../src/slices/law/index.ts'

let folder: string | null = null
let made = 0

process.on('exit', () => {
  if (folder !== null) rmSync(folder, { recursive: true, force: true })
})

/** Writes a temporary file that is gone when the tests have run. Without a name it gets one of its own. */
export function aFile(content: string | Buffer, name?: string): string {
  folder ??= mkdtempSync(join(tmpdir(), 'lots-feed-'))
  made++
  const path = join(folder, name ?? `prov-${made}`)
  writeFileSync(path, content)
  return path
}

/** A path in the shared reference folder, or null when it is not at hand. */
export function referenceFile(path: string): string | null {
  const at = fileURLToPath(new URL(`../../../shared/reference/${path}`, import.meta.url))
  return existsSync(at) ? at : null
}

/** The day every test reads on, unless it says otherwise. */
export const today: Day = dayFrom(2026, 11, 21)

/** Reading on a day, by the shipped table of educations. */
export const aContext = (on: Day = today): ReadContext => ({
  on,
  kindOf: (schoolType, educationCode) => educationRow(shippedEducations, schoolType, educationCode).counts,
})

/** Ten digits with the right last one for the nine. Written anew here so that the tests have a second opinion. */
function withCheckDigit(nine: string): string {
  const doubled = [...nine].map((digit, index) => String(Number(digit) * (index % 2 === 0 ? 2 : 1)))
  const sum = [...doubled.join('')].reduce((total, digit) => total + Number(digit), 0)
  return `${nine}${(10 - (sum % 10)) % 10}`
}

/** A test number in Skatteverket's pattern: the birth date, 238 (woman) or 239 (man) and the check digit. */
export const aNumber = (birthDate = '20080314', serial = '238'): string =>
  `${birthDate.slice(0, 2)}${withCheckDigit(`${birthDate.slice(2)}${serial}`)}`

/** A samordningsnummer in the same pattern: 60 added to the day, which may be 00 as the month may. */
export const aCoordinationNumber = (birthDate = '20080314', serial = '239'): string =>
  aNumber(`${birthDate.slice(0, 6)}${Number(birthDate.slice(6)) + 60}`, serial)

const enrolmentHeader = 'personnummer;fornamn;efternamn;skolform;studievagskod;skolenhetskod;huvudman;startdatum;slutdatum;avbruten'

const aRow = {
  personnummer: aNumber(),
  fornamn: 'Åsa-Ärla',
  efternamn: 'Öst',
  skolform: 'GY',
  studievagskod: 'NANAT',
  skolenhetskod: '10000001',
  huvudman: 'Provstad',
  startdatum: '2024-08-19',
  slutdatum: '2027-06-11',
  avbruten: 'nej',
}
export type EnrolmentCells = typeof aRow

/** One line of the default layout, without its line break. */
export const anEnrolmentLine = (cells: Partial<EnrolmentCells> = {}): string => Object.values({ ...aRow, ...cells }).join(';')

/** The default layout as one text: header and lines, each with a line break. */
export const anEnrolmentTable = (...rows: readonly Partial<EnrolmentCells>[]): string =>
  [enrolmentHeader, ...rows.map((cells) => anEnrolmentLine(cells)), ''].join('\n')

/** A mapping with only what the test says. */
export const aMapping = (parts: Partial<Mapping>): Mapping => ({ columns: {}, constants: {}, values: {}, ...parts })

/** One record of the population register. `before` stands before Personpost, `parts` in it after PersonId, `after` behind it. */
export function aPost({ id = aNumber(), parts = '', before = '', after = '' } = {}): string {
  return `<Folkbokforingspost>${before}<Personpost><PersonId><PersonNr>${id}</PersonNr></PersonId>${parts}</Personpost>${after}</Folkbokforingspost>`
}

export const aRegistration = (date = '20080314', county = '01', code = '80'): string =>
  `<Folkbokforing><Folkbokforingsdatum>${date}</Folkbokforingsdatum><LanKod>${county}</LanKod><KommunKod>${code}</KommunKod></Folkbokforing>`

export const anEnding = (code: string, date = '20261101'): string =>
  `<Avregistrering><AvregistreringsorsakKod>${code}</AvregistreringsorsakKod><Avregistreringsdatum>${date}</Avregistreringsdatum></Avregistrering>`

/** A whole population document around the posts. */
export const aPopulation = (posts: string = aPost(), prologue = '<?xml version="1.0" encoding="UTF-8"?>\n'): string =>
  `${prologue}<Navetavisering><Folkbokforingsposter>${posts}</Folkbokforingsposter></Navetavisering>`

/** Everything a reader gives, in order. */
export async function allOf<Item>(batches: AsyncIterable<Iterable<Item>> | Iterable<Iterable<Item>>): Promise<Item[]> {
  const all: Item[] = []
  for await (const batch of batches) all.push(...batch)
  return all
}

/** The message of a reader that refuses its file. Anything else it does, or any other error, fails the test. */
export async function refusalOf(items: AsyncIterable<Iterable<unknown>> | Iterable<Iterable<unknown>>): Promise<string> {
  const outcome: unknown = await allOf(items).then(
    (all) => `gave ${all.length} instead of refusing`,
    (error: unknown) => error,
  )
  expect(outcome).toBeInstanceOf(Refused)
  expect((outcome as Refused).exitCode).toBe(2)
  return (outcome as Refused).message
}
