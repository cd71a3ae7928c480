/** The page of a slice's number settings: read, changed, and what is wrong told field by field with the limits. */
import { z } from 'zod'
import type { Lang } from '../../kernel/lang.ts'
import type { Numbers, NumberSettings, TypedNumbers } from '../../kernel/number-settings.ts'
import type { Difference } from '../../ui/both.tsx'
import { optionalText, wholeField } from '../../platform/form.ts'
import { typedValue, type Pages } from '../access/index.ts'
import { addSettingsGroupPage, type ReadGroup } from './group-page.routes.tsx'
import { groupPageTexts } from './group-page.texts.ts'
import { numberPageView, type NumberPageOf } from './number-page.views.tsx'
import type { ApplySettings, SettingGroup } from './settings.actions.ts'

function readTyped<Name extends string>(settings: NumberSettings<Name>, typed: TypedNumbers<Name>, lang: Lang): ReadGroup<Numbers<Name>> {
  const read = settings.read(typed)
  if ('draft' in read) return read
  const told = (name: Name) => groupPageTexts[lang].wrongNumber(settings.limits[name])
  return { problems: read.wrong.map((field) => ({ field, text: told(field) })) }
}

const formOf = (names: readonly string[]) =>
  z.strictObject({ ...Object.fromEntries(names.map((name) => [name, optionalText(10)])), version: wholeField })

/** Registers the page of a group of number settings. `apply` saves them (matching). */
export function addNumberSettingsPage<Name extends string>(
  pages: Pages,
  apply: ApplySettings,
  { group, ...of }: NumberPageOf<Name> & { readonly group: SettingGroup },
): void {
  const { settings, texts } = of
  const typedOf = (numbers: Numbers<Name>): TypedNumbers<Name> => settings.texts((name) => String(numbers[name]))
  const differencesOf = (lang: Lang, present: Numbers<Name>, draft: Numbers<Name>): Difference[] =>
    settings.names
      .filter((name) => present[name] !== draft[name])
      .map((name) => ({ what: texts[lang].fields[name], mine: String(draft[name]), theirs: String(present[name]) }))
  addSettingsGroupPage<Numbers<Name>, TypedNumbers<Name>>(pages, apply, {
    path: of.path,
    group,
    form: formOf(settings.names),
    firstField: settings.names[0] ?? '',
    settingsFrom: settings.from,
    typedOf,
    typedFrom: (fields) => settings.texts((name) => typedValue(fields, name)),
    read: (typed, _, lang) => readTyped(settings, typed, lang),
    changesOf: settings.changes,
    differencesOf,
    texts: (lang) => groupPageTexts[lang],
    view: (props) => numberPageView(of, props),
  })
}
