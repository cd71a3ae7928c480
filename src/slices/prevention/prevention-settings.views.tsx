/** The settings of prevention, and how they came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import { Field } from '../../ui/field.tsx'
import { problemOf } from '../../ui/form.tsx'
import type { Cell } from '../../ui/table.tsx'
import { SettingsGroupPageView, type GroupPageProps, type SettingChange } from '../settings/index.ts'
import { preventionSettingKey, preventionSettingNames, type TypedPreventionSettings } from './prevention-settings.rules.ts'
import { preventionTexts } from './prevention.texts.ts'
import { preventionPath } from './words.views.tsx'

export const preventionSettingsPath = `${preventionPath}/installningar`

function rowOf({ key, before, after, hadBefore, at, by }: SettingChange, lang: Lang): Cell[] {
  const t = preventionTexts[lang].set
  const name = preventionSettingNames.find((one) => preventionSettingKey(one) === key)
  return [at ?? t.always, by, name === undefined ? key : t.fields[name], hadBefore ? String(before) : '–', String(after)]
}

/** The page. */
export const PreventionSettingsPage = (props: GroupPageProps<TypedPreventionSettings>) => {
  const { frame, typed, changes, problems } = props
  const t = preventionTexts[frame.lang].set
  return (
    <SettingsGroupPageView
      of={props}
      path={preventionSettingsPath}
      texts={t}
      above={{ href: '/installningar', label: t.above }}
      columns={t.columns}
      rows={changes.map((change) => rowOf(change, frame.lang))}
    >
      {preventionSettingNames.map((name) => (
        <Field
          name={name}
          label={t.fields[name]}
          value={typed[name]}
          inputmode="numeric"
          size={4}
          maxlength={3}
          problem={problemOf(problems, name)}
        />
      ))}
    </SettingsGroupPageView>
  )
}
