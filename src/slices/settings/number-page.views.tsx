/** The page of a slice's number settings: a field each, and how they came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import type { NumberSettings, TypedNumbers } from '../../kernel/number-settings.ts'
import { Field } from '../../ui/field.tsx'
import { problemOf } from '../../ui/form.tsx'
import type { Cell } from '../../ui/table.tsx'
import type { GroupPageProps } from './group-page.routes.tsx'
import { groupPageTexts } from './group-page.texts.ts'
import { SettingsGroupPageView } from './group-page.views.tsx'
import type { SettingChange } from './settings.actions.ts'

/** The page's own words; the rest is said by every such page (`groupPageTexts`). */
export type NumberPageTexts<Name extends string> = {
  readonly title: string
  readonly intro: string
  readonly fields: Readonly<Record<Name, string>>
  /** Under each field, and under all of them. */
  readonly hints?: Readonly<Record<Name, string>>
  readonly hint?: string
}

/** What a slice says of its number settings and where they stand. */
export type NumberPageOf<Name extends string> = {
  readonly path: string
  readonly settings: NumberSettings<Name>
  readonly texts: Readonly<Record<Lang, NumberPageTexts<Name>>>
  /** The page above; the settings' own first page unless another is named. */
  readonly above?: { readonly href: string; readonly label: (lang: Lang) => string }
}

function rowOf<Name extends string>({ settings, texts }: NumberPageOf<Name>, change: SettingChange, lang: Lang): Cell[] {
  const { key, before, after, hadBefore, at, by } = change
  const name = settings.names.find((one) => settings.limits[one].key === key)
  const label = name === undefined ? key : texts[lang].fields[name]
  return [at ?? groupPageTexts[lang].always, by, label, hadBefore ? String(before) : '–', String(after)]
}

/** The page. */
export function numberPageView<Name extends string>(of: NumberPageOf<Name>, props: GroupPageProps<TypedNumbers<Name>>) {
  const { frame, typed, changes, problems } = props
  const t = { ...groupPageTexts[frame.lang], ...of.texts[frame.lang] }
  const { href, label } = of.above ?? { href: '/installningar', label: () => t.settings }
  return (
    <SettingsGroupPageView
      of={props}
      path={of.path}
      texts={t}
      above={{ href, label: label(frame.lang) }}
      columns={t.columns}
      rows={changes.map((change) => rowOf(of, change, frame.lang))}
    >
      {of.settings.names.map((name) => (
        <Field
          name={name}
          label={t.fields[name]}
          {...(t.hints === undefined ? {} : { hint: t.hints[name] })}
          value={typed[name]}
          inputmode="numeric"
          size={4}
          maxlength={String(of.settings.limits[name].most).length}
          problem={problemOf(problems, name)}
        />
      ))}
      {t.hint !== undefined && <p class="muted">{t.hint}</p>}
    </SettingsGroupPageView>
  )
}
