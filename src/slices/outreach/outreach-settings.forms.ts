/** The form of the settings of outreach, read once at the edge; what the texts mean is for `settings-draft.rules`. */
import { z } from 'zod'
import { manyField, optionalText, wholeField } from '../../platform/form.ts'
import { fieldOf, freshnessKinds, ladderDays, ladderNumbers, outreachTicks, type TypedOutreach } from './settings-draft.rules.ts'
import type { TypedNamed } from './settings-named.rules.ts'

const short = optionalText(200)
const texts = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, short]))
const freshnessField = (kind: string): string => `freshness-${kind}`

export const outreachSettingsForm = z.strictObject({
  version: wholeField,
  ...texts([...ladderNumbers.map(fieldOf), ...ladderDays, ...freshnessKinds.map(freshnessField)]),
  ticks: manyField,
  stepKey: manyField,
  stepName: manyField,
  stepSource: manyField,
  stepActive: manyField,
  departmentKey: manyField,
  departmentName: manyField,
  departmentActive: manyField,
})

type Fields = { readonly one: (name: string) => string; readonly many: (name: string) => readonly string[] }

const record = <Key extends string>(keys: readonly Key[], valueOf: (key: Key) => string): Readonly<Record<Key, string>> =>
  Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, string>

/** Rows that belong together by their place; a box that is ticked sends its row's number. */
const rowsOf = ({ many }: Fields, kind: 'step' | 'department'): TypedNamed[] =>
  many(`${kind}Name`).map((name, index) => ({
    name,
    key: many(`${kind}Key`)[index] ?? '',
    source: many(`${kind}Source`)[index] ?? '',
    active: many(`${kind}Active`).includes(String(index)),
  }))

const typedFrom = (fields: Fields): TypedOutreach => ({
  numbers: record(ladderNumbers, (name) => fields.one(fieldOf(name))),
  days: record(ladderDays, fields.one),
  ticks: outreachTicks.filter((tick) => fields.many('ticks').includes(tick)),
  freshness: record(freshnessKinds, (kind) => fields.one(freshnessField(kind))),
  steps: rowsOf(fields, 'step'),
  departments: rowsOf(fields, 'department'),
})

/** The form as it came, whether or not it could be read: to be checked, or shown again with nothing lost. */
export const typedOutreachFrom = (typed: Readonly<Record<string, readonly string[]>>): TypedOutreach =>
  typedFrom({ one: (name) => (typed[name]?.[0] ?? '').slice(0, 200), many: (name) => typed[name] ?? [] })
