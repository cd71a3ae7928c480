/** The settings' forms, read once at the edge; what the texts mean is for `draft.rules` and `sources.rules`. */
import { z } from 'zod'
import { manyField, optionalText, wholeField } from '../../platform/form.ts'
import type { TypedLaw } from './draft.rules.ts'
import type { TypedSources } from './sources.rules.ts'

const short = optionalText(100)

export const lawForm = z.strictObject({
  version: wholeField,
  termYear: manyField,
  termEnd: manyField,
  gapDays: short,
  summerFrom: short,
  summerUntil: short,
  schoolType: manyField,
  educationCode: manyField,
  counts: manyField,
  qualifiesFrom: manyField,
})
export type LawForm = z.infer<typeof lawForm>

export const sourcesForm = z.strictObject({
  version: wholeField,
  fewer: short,
  more: short,
  people: short,
  freshDays: short,
  freshBySource: optionalText(2000),
})

/** Lists that belong together row by row. A year that is no year is left out. */
export const typedLawFrom = (form: Omit<LawForm, 'version'>): TypedLaw => ({
  termEnds: form.termYear
    .map((year, index) => ({ year: /^\d{4}$/.test(year) ? Number(year) : 0, on: form.termEnd[index] ?? '' }))
    .filter(({ year }) => year !== 0),
  gapDays: form.gapDays,
  summerFrom: form.summerFrom,
  summerUntil: form.summerUntil,
  rows: form.schoolType.map((schoolType, index) => ({
    schoolType,
    educationCode: form.educationCode[index] ?? '',
    counts: form.counts[index] ?? '',
    qualifiesFrom: form.qualifiesFrom[index] ?? '',
  })),
})

/** The form's fields again, for a page that carries a draft on. */
export const lawFields = (typed: TypedLaw, version: number): readonly (readonly [name: string, value: string])[] => [
  ['version', String(version)],
  ...typed.termEnds.flatMap(({ year, on }) => [['termYear', String(year)] as const, ['termEnd', on] as const]),
  ['gapDays', typed.gapDays],
  ['summerFrom', typed.summerFrom],
  ['summerUntil', typed.summerUntil],
  ...typed.rows.flatMap((row) => Object.entries(row)),
]

/** The form as it was typed, from the fields as they came. */
export const typedSourcesFrom = ({ fewer, more, people, freshDays, freshBySource }: z.infer<typeof sourcesForm>): TypedSources => ({
  fewer,
  more,
  people,
  freshDays,
  freshBySource,
})
