/** A package in words: the same rows on the preview, on the page of the link and on paper. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { shortDay } from '../../ui/day.texts.ts'
import { ladderTexts } from '../ladder/index.ts'
import type { SharedField, SharedPackage } from './consents.types.ts'
import { fieldsIn } from './package.rules.ts'

type Texts = {
  readonly fields: Readonly<Record<SharedField, string>>
  readonly none: string
  readonly said: (what: string, day: string) => string
  readonly span: (name: string, from: string, until: string) => string
}

export const fieldTexts: Readonly<Record<Lang, Texts>> = {
  sv: {
    fields: {
      name: 'Namn',
      birthDate: 'Födelsedag',
      number: 'Personnummer',
      address: 'Adress',
      phones: 'Telefon',
      emails: 'E-post',
      occupation: 'Sysselsättning nu',
      measures: 'Åtgärder',
      planGoal: 'Målet i planen',
    },
    none: 'inget är känt',
    said: (what, day) => `${what} (sagt ${day})`,
    span: (name, from, until) => `${name}, ${from} – ${until}`,
  },
  en: {
    fields: {
      name: 'Name',
      birthDate: 'Date of birth',
      number: 'Identity number',
      address: 'Address',
      phones: 'Telephone',
      emails: 'E-mail',
      occupation: 'Occupation now',
      measures: 'Measures',
      planGoal: 'The goal of the plan',
    },
    none: 'nothing is known',
    said: (what, day) => `${what} (said ${day})`,
    span: (name, from, until) => `${name}, ${from} – ${until}`,
  },
}

const day = (text: string, lang: Lang): string => shortDay(text as PlainDate, lang)

/** The lines of each field; none when nothing is known of it. */
const lines: Readonly<Record<SharedField, (shared: SharedPackage, lang: Lang) => readonly (string | null | undefined)[]>> = {
  name: ({ name }) => [`${name?.given ?? ''} ${name?.family ?? ''}`.trim()],
  birthDate: ({ birthDate }) => [birthDate],
  number: ({ number }) => [number],
  address: ({ address }) => [address?.street, `${address?.postalCode ?? ''} ${address?.locality ?? ''}`.trim()],
  phones: ({ phones = [] }) => phones,
  emails: ({ emails = [] }) => emails,
  occupation: ({ occupation }, lang) =>
    occupation === null || occupation === undefined
      ? []
      : [fieldTexts[lang].said(ladderTexts[lang].occupations[occupation.kind], day(occupation.statedOn, lang))],
  measures: ({ measures = [] }, lang) =>
    measures.map(({ name, fromOn, untilOn }) =>
      fieldTexts[lang].span(name, day(fromOn, lang), untilOn === null ? '' : day(untilOn, lang)).trim(),
    ),
  planGoal: ({ planGoal = '' }) => planGoal.split('\n'),
}

const linesOf = (shared: SharedPackage, field: SharedField, lang: Lang): string[] =>
  lines[field](shared, lang).flatMap((line) => (line === null || line === undefined || line === '' ? [] : [line]))

export type PackageRow = { readonly field: SharedField; readonly label: string; readonly lines: readonly string[] }

/** Each field of the package with its lines; a field that is shared and of which nothing is known says so. */
export const packageRows = (shared: SharedPackage, lang: Lang): PackageRow[] =>
  fieldsIn(shared).map((field) => {
    const told = linesOf(shared, field, lang)
    const { fields, none } = fieldTexts[lang]
    return { field, label: fields[field], lines: told.length === 0 ? [none] : told }
  })
