/** From one Navet record (Folkbokforingspost) to what the register keeps of it (FEEDS.md 1). */
import { parseIdentityNumber, type IdentityNumber } from '../../../kernel/identity-number.ts'
import { dayOf, parseDate, type PlainDate } from '../../../platform/plain-date.ts'
import { identityReasons } from '../feeds.texts.ts'
import type { ExceptionKind, Problem, ReadContext } from '../feeds.types.ts'
import { shownCode } from '../education-row.ts'
import { elementAt, textAt, type Element } from '../xml-tree.ts'

export type Registered = { readonly on: PlainDate; readonly municipality: string }

export type PopulationRecord = {
  readonly number: IdentityNumber
  /** The number that replaced this one (GN, GS). */
  readonly replacedBy: IdentityNumber | null
  readonly registration: Registered | null
  readonly history: readonly Registered[]
  readonly immigratedOn: PlainDate | null
  readonly deregistration: { readonly cause: 'UV' | 'OB'; readonly on: PlainDate } | null
  readonly diedOn: PlainDate | null
  readonly secrecyMarked: boolean
  /** Null when the record does not say: what was known stays. */
  readonly protectedRegistration: boolean | null
  readonly particulars: Particulars | null
}

/** Name and address; null: the record does not mention it, and what was known stays. */
export type Particulars = {
  readonly name: { readonly given: string; readonly family: string } | null
  readonly address: {
    readonly careOf: string
    readonly street: string
    readonly postalCode: string
    readonly locality: string
    readonly special: string
  } | null
}

type Complain = (kind: ExceptionKind, field: string, reason: string, content: string) => null

/** Reads Navet's eight digits. Incomplete dates (`20240000`) and impossible ones are problems; empty is simply not said. */
function navetDate(text: string, field: string, complain: Complain): PlainDate | null {
  if (text === '') return null
  const date = /^\d{8}$/.test(text) ? parseDate(text) : null
  if (date !== null) return date
  if (/^\d{4}(?:00\d{2}|\d{2}00)$/.test(text) || text === '00000000') {
    return complain('incomplete-date', field, 'Datumet är ofullständigt.', text)
  }
  return complain('bad-date', field, 'Datumet finns inte i kalendern.', text)
}

function registrationIn(element: Element | null, field: string, complain: Complain): Registered | null {
  if (element === null) return null
  const [dateText, county, code] = [textAt(element, 'Folkbokforingsdatum'), textAt(element, 'LanKod'), textAt(element, 'KommunKod')]
  if (dateText === '' && county === '' && code === '') return null
  const on = navetDate(dateText, `${field}/Folkbokforingsdatum`, complain)
  if (dateText === '') return complain('bad-date', `${field}/Folkbokforingsdatum`, 'Folkbokföringsdatum saknas.', county + code)
  if (on === null) return null
  const municipality = county + code
  if (!/^\d{4}$/.test(municipality))
    return complain('unknown-code', `${field}/KommunKod`, 'Län och kommun går inte att läsa.', municipality)
  return { on, municipality }
}

type Ending = Pick<PopulationRecord, 'deregistration' | 'diedOn' | 'replacedBy'>
const noEnding: Ending = { deregistration: null, diedOn: null, replacedBy: null }

function replacement(post: Element, context: ReadContext, complain: Complain): Ending {
  const text = textAt(post, 'Personpost', 'HanvisningsPersonNr')
  const found = parseIdentityNumber(text, context.on)
  if (typeof found === 'string' || found.kind === 'interim' || found.reveal() === personIdOf(post)) {
    complain('number-change', 'HanvisningsPersonNr', 'Numret är bytt men det nya numret saknas eller går inte att läsa.', text)
    return noEnding
  }
  return { ...noEnding, replacedBy: found }
}

function endingOf(post: Element, context: ReadContext, complain: Complain): Ending {
  const element = elementAt(post, 'Personpost', 'Avregistrering')
  if (element === null) return noEnding
  const [code, dateText] = [textAt(element, 'AvregistreringsorsakKod'), textAt(element, 'Avregistreringsdatum')]
  if (code === '' && dateText === '') return noEnding
  if (code === 'GN' || code === 'GS') return replacement(post, context, complain)
  if (code !== 'AV' && code !== 'UV' && code !== 'OB') {
    complain(
      'unknown-code',
      'AvregistreringsorsakKod',
      `Avregistreringsorsaken${code === '' ? ' saknas' : `${shownCode(code)} hanteras inte`}.`,
      code,
    )
    return noEnding
  }
  if (dateText === '') complain('bad-date', 'Avregistreringsdatum', 'Avregistreringsdatum saknas.', code)
  const on = navetDate(dateText, 'Avregistreringsdatum', complain)
  if (on === null) return noEnding
  if (dayOf(on) > context.on) {
    complain('dated-ahead', 'Avregistreringsdatum', 'Avregistreringen är daterad efter leveransdagen.', `${code} ${on}`)
    return noEnding
  }
  return code === 'AV' ? { ...noEnding, diedOn: on } : { ...noEnding, deregistration: { cause: code, on } }
}

const at = (element: Element | null, name: string): string => (element === null ? '' : textAt(element, name))
const streetOf = (element: Element | null): string =>
  [at(element, 'Utdelningsadress1'), at(element, 'Utdelningsadress2')].filter(Boolean).join(', ')

function addressOf(addresses: Element): Particulars['address'] {
  const home = elementAt(addresses, 'Folkbokforingsadress')
  const special = elementAt(addresses, 'SarskildPostadress')
  return {
    careOf: at(home, 'CareOf'),
    street: streetOf(home),
    postalCode: at(home, 'PostNr'),
    locality: at(home, 'Postort'),
    special: [at(special, 'CareOf'), streetOf(special), at(special, 'PostNr'), at(special, 'Postort')].filter(Boolean).join(', '),
  }
}

function particularsOf(post: Element): Particulars | null {
  const name = elementAt(post, 'Personpost', 'Namn')
  const addresses = elementAt(post, 'Personpost', 'Adresser')
  if (name === null && addresses === null) return null
  return {
    name: name && {
      given: textAt(name, 'Fornamn'),
      family: [textAt(name, 'Mellannamn'), textAt(name, 'Efternamn')].filter(Boolean).join(' '),
    },
    address: addresses && addressOf(addresses),
  }
}

const protectedFlag = (text: string): boolean => text !== 'N'

/** The text that makes the same delivered record the same exception tomorrow. Hashed before it is stored. */
const personIdOf = (post: Element): string =>
  textAt(post, 'Personpost', 'PersonId', 'PersonNr') || textAt(post, 'Personpost', 'PersonId', 'TilldelatPersonNrSamordningsNr')

/** Reads one record. Problems never stop the rest of it from being used, except a number that cannot be read. */
export function parsePost(
  post: Element,
  reference: string,
  context: ReadContext,
): { record: PopulationRecord | null; problems: Problem[] } {
  const problems: Problem[] = []
  const rawNumber = personIdOf(post)
  const number = parseIdentityNumber(rawNumber, context.on)
  const known = typeof number === 'string' || number.kind === 'interim' ? null : number
  const complain: Complain = (kind, field, reason, content) => {
    problems.push({ kind, field, reason, rowReference: reference, content: `${rawNumber}|${content}`, number: known?.reveal() ?? null })
    return null
  }
  if (known === null || typeof number === 'string') {
    complain('bad-identity-number', 'PersonId', identityReasons[typeof number === 'string' ? number : 'not-a-number'], '')
    return { record: null, problems }
  }
  if (known.bornOn === null) complain('no-birthday', 'PersonId', 'Samordningsnumret saknar födelsedag.', '')
  return { record: { number: known, ...contentOf(post, context, complain) }, problems }
}

function contentOf(post: Element, context: ReadContext, complain: Complain): Omit<PopulationRecord, 'number'> {
  const history = elementAt(post, 'Historik')?.children.get('Folkbokforing') ?? []
  const flag = elementAt(post, 'SkyddadFolkbokforing')?.text.trim() ?? ''
  return {
    registration: registrationIn(elementAt(post, 'Personpost', 'Folkbokforing'), 'Folkbokforing', complain),
    history: history.map((one) => registrationIn(one, 'Historik', complain)).filter((one) => one !== null),
    immigratedOn: navetDate(textAt(post, 'Personpost', 'Invandring', 'Invandringsdatum'), 'Invandringsdatum', complain),
    ...endingOf(post, context, complain),
    secrecyMarked: protectedFlag(elementAt(post, 'Sekretessmarkering')?.text.trim() || 'N'),
    protectedRegistration: flag === '' ? null : protectedFlag(flag),
    particulars: particularsOf(post),
  }
}
