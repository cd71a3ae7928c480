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

type LinesOf = { readonly [Field in SharedField]: (value: NonNullable<SharedPackage[Field]>, lang: Lang) => readonly string[] }

const lines: LinesOf = {
  name: ({ given, family }) => [`${given} ${family}`.trim()],
  birthDate: (date) => [date],
  number: (number) => [number],
  address: ({ street, postalCode, locality }) => [street, `${postalCode} ${locality}`.trim()],
  phones: (phones) => phones,
  emails: (emails) => emails,
  occupation: ({ kind, statedOn }, lang) => [fieldTexts[lang].said(ladderTexts[lang].occupations[kind], day(statedOn, lang))],
  measures: (measures, lang) =>
    measures.map(({ name, fromOn, untilOn }) =>
      fieldTexts[lang].span(name, day(fromOn, lang), untilOn === null ? '' : day(untilOn, lang)).trim(),
    ),
  planGoal: (goal) => goal.split('\n'),
}

function linesOf<Field extends SharedField>(shared: SharedPackage, field: Field, lang: Lang): readonly string[] {
  const value = shared[field]
  if (value === undefined || value === null) return []
  return lines[field](value as NonNullable<SharedPackage[Field]>, lang).filter((line) => line !== '')
}

export type PackageRow = { readonly field: SharedField; readonly label: string; readonly lines: readonly string[] }

/** Each field of the package with its lines; a field that is shared and of which nothing is known says so. */
export const packageRows = (shared: SharedPackage, lang: Lang): PackageRow[] =>
  fieldsIn(shared).map((field) => {
    const told = linesOf(shared, field, lang)
    const { fields, none } = fieldTexts[lang]
    return { field, label: fields[field], lines: told.length === 0 ? [none] : told }
  })
