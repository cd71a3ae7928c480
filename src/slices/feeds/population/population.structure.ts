/**
 * Our own description of Navet's XML, checked while it streams: which element may stand where and how many times.
 * Order is free; types of values are the reader's business, row by row. Parts the register must not keep (kin, marital
 * status, birth place, citizenship: förordning 2006:39 4–5 §§) are known to exist and never read.
 */
export type Occurs = readonly [min: number, max: number]
export type ElementRule = {
  /** Known children; absent: text only. */
  readonly children?: Readonly<Record<string, Child>>
  /** Exactly one of these children. */
  readonly oneOf?: readonly string[]
  /** Anything may stand in it; none of it is read. */
  readonly opaque?: true
}
type Child = readonly [rule: ElementRule, ...Occurs]

const text: ElementRule = {}
const opaque: ElementRule = { opaque: true }
const optional = (names: string, rule: ElementRule = text): Record<string, Child> =>
  Object.fromEntries(names.split(' ').map((name) => [name, [rule, 0, 1]]))

const swedishAddress: ElementRule = { children: optional('CareOf Utdelningsadress1 Utdelningsadress2 PostNr Postort') }
const registration: ElementRule = {
  children: optional(
    'Folkbokforingsdatum LanKod KommunKod ForsamlingKod Fastighetsbeteckning Trappuppgang Lagenhet FiktivtNr Folkbokforingstyp DistriktKod',
  ),
}

const person: ElementRule = {
  children: {
    PersonId: [
      { children: optional('PersonNr TilldelatPersonNrSamordningsNr'), oneOf: ['PersonNr', 'TilldelatPersonNrSamordningsNr'] },
      1,
      1,
    ],
    HanvisningsPersonNr: [text, 0, 1],
    Avregistrering: [{ children: optional('AvregistreringsorsakKod Avregistreringsdatum') }, 0, 1],
    Namn: [{ children: optional('Tilltalsnamnsmarkering Fornamn Mellannamn Efternamn Aviseringsnamn') }, 0, 1],
    Folkbokforing: [registration, 0, 1],
    Adresser: [
      {
        children: {
          ...optional('Folkbokforingsadress SarskildPostadress', swedishAddress),
          ...optional('Riksnycklar Utlandsadress Kontaktadress', opaque),
        },
      },
      0,
      1,
    ],
    ...optional('Civilstand Fodelse Relationer', opaque),
    Invandring: [{ children: optional('Invandringsdatum') }, 0, 1],
    Medborgarskap: [opaque, 0, Infinity],
  },
}

const post: ElementRule = {
  children: {
    ...optional('Sekretessmarkering SkyddadFolkbokforing'),
    ...optional('Arendeuppgift Sarlosning', opaque),
    Personpost: [person, 1, 1],
    Historik: [{ children: { Folkbokforing: [registration, 0, Infinity], Folkbokforingsadress: [swedishAddress, 0, 1] } }, 0, 1],
  },
}

/** The document element and its rule. */
export const navetRoot = {
  name: 'Navetavisering',
  rule: {
    children: {
      Aviseringsinformation: [opaque, 0, 1],
      Folkbokforingsposter: [{ children: { Folkbokforingspost: [post, 0, Infinity] } }, 1, 1],
    },
  } satisfies ElementRule,
} as const
