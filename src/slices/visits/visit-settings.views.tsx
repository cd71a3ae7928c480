/** GET /besok/installningar: the minutes of the watch, and how they came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import { Field } from '../../ui/field.tsx'
import { problemOf } from '../../ui/form.tsx'
import type { Cell } from '../../ui/table.tsx'
import { SettingsGroupPageView, type GroupPageProps, type SettingChange } from '../settings/index.ts'
import { visitSettingKeys, visitSettingNames, type VisitSettings } from './visit-settings.rules.ts'
import { visitSettingTexts } from './visit-settings.texts.ts'

export type TypedVisitSettings = Readonly<Record<keyof VisitSettings, string>>

type VisitSettingsProps = GroupPageProps<TypedVisitSettings>

function rowOf({ key, before, after, hadBefore, at, by }: SettingChange, lang: Lang): Cell[] {
  const t = visitSettingTexts[lang]
  const name = visitSettingNames.find((one) => visitSettingKeys[one] === key)
  return [at ?? t.always, by, name === undefined ? key : t.fields[name], hadBefore ? String(before) : '–', String(after)]
}

/** The page. */
export const VisitSettingsPage = (props: VisitSettingsProps) => {
  const { frame, typed, changes, problems } = props
  const t = visitSettingTexts[frame.lang]
  return (
    <SettingsGroupPageView
      of={props}
      path="/besok/installningar"
      texts={t}
      above={{ href: '/installningar', label: t.settings }}
      columns={t.columns}
      rows={changes.map((change) => rowOf(change, frame.lang))}
    >
      {visitSettingNames.map((name) => (
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
      <p class="muted">{t.hint}</p>
    </SettingsGroupPageView>
  )
}
