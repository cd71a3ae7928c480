/** The population register's XML (Navetavisering.xsd), with the newer sibling SkyddadFolkbokforing. */
import { dateOf, type Day } from '../../src/platform/plain-date.ts'
import type { Address, PopulationRecord } from './lives.types.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const element = (name: string, content: string): string => `<${name}>${content}</${name}>`
const compact = (day: Day): string => dateOf(day).replaceAll('-', '')

const registration = (on: Day, municipality: string): string =>
  element(
    'Folkbokforing',
    element('Folkbokforingsdatum', compact(on)) + element('LanKod', municipality.slice(0, 2)) + element('KommunKod', municipality.slice(2)),
  )

function addresses({ address, protectedRegistration }: { address: Address | null; protectedRegistration: boolean }): string {
  if (address === null) return ''
  const lines =
    element('Utdelningsadress2', escaped(address.street)) +
    element('PostNr', address.postalCode) +
    element('Postort', escaped(address.locality))
  return element('Adresser', element(protectedRegistration ? 'SarskildPostadress' : 'Folkbokforingsadress', lines))
}

function deregistration({ deregistration: gone }: PopulationRecord): string {
  if (gone === null) return ''
  return element('Avregistrering', element('AvregistreringsorsakKod', gone.cause) + element('Avregistreringsdatum', compact(gone.on)))
}

function person(record: PopulationRecord): string {
  const { number, replacedBy, givenName, surname, registeredOn, municipality, immigratedOn } = record
  return element(
    'Personpost',
    element('PersonId', element('PersonNr', number)) +
      (replacedBy === null ? '' : element('HanvisningsPersonNr', replacedBy)) +
      deregistration(record) +
      element('Namn', element('Fornamn', escaped(givenName)) + element('Efternamn', escaped(surname))) +
      registration(registeredOn, municipality) +
      addresses(record) +
      (immigratedOn === null ? '' : element('Invandring', element('Invandringsdatum', compact(immigratedOn)))),
  )
}

/** One record. */
export function populationPost(record: PopulationRecord): string {
  const history = record.earlier.map(({ on, municipality }) => registration(on, municipality)).join('')
  return element(
    'Folkbokforingspost',
    (record.secrecyMarking ? '<Sekretessmarkering>J</Sekretessmarkering>' : '') +
      (record.protectedRegistration ? '<SkyddadFolkbokforing>J</SkyddadFolkbokforing>' : '') +
      person(record) +
      (history === '' ? '' : element('Historik', history)),
  )
}

export const populationHead = '<?xml version="1.0" encoding="UTF-8"?>\n<Navetavisering><Folkbokforingsposter>\n'
export const populationTail = '</Folkbokforingsposter></Navetavisering>\n'

/** A whole delivery. */
export const populationXml = (posts: readonly string[]): string =>
  populationHead + posts.map((post) => `${post}\n`).join('') + populationTail
