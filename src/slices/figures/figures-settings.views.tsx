/** GET /installningar/siffror: below which numbers are hidden, and how it came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import { Field } from '../../ui/field.tsx'
import { problemOf } from '../../ui/form.tsx'
import type { Cell } from '../../ui/table.tsx'
import { SettingsGroupPageView, type GroupPageProps, type SettingChange } from '../settings/index.ts'
import { smallBelowKey } from './figures-settings.rules.ts'
import { figuresSettingTexts } from './figures-settings.texts.ts'

export const figuresSettingsPath = '/installningar/siffror'
export type TypedFiguresSettings = { readonly smallBelow: string }

function rowOf({ key, before, after, hadBefore, at, by }: SettingChange, lang: Lang): Cell[] {
  const t = figuresSettingTexts[lang]
  return [at ?? t.always, by, key === smallBelowKey ? t.smallBelow : key, hadBefore ? String(before) : '–', String(after)]
}

/** The page. */
export const FiguresSettingsPage = (props: GroupPageProps<TypedFiguresSettings>) => {
  const { frame, typed, changes, problems } = props
  const t = figuresSettingTexts[frame.lang]
  return (
    <SettingsGroupPageView
      of={props}
      path={figuresSettingsPath}
      texts={t}
      above={{ href: '/installningar', label: t.settings }}
      columns={t.columns}
      rows={changes.map((change) => rowOf(change, frame.lang))}
    >
      <Field
        name="smallBelow"
        label={t.smallBelow}
        hint={t.hint}
        value={typed.smallBelow}
        inputmode="numeric"
        size={4}
        maxlength={2}
        problem={problemOf(problems, 'smallBelow')}
      />
    </SettingsGroupPageView>
  )
}
