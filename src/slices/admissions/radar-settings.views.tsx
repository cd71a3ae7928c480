/** The settings of the radar, and how they came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import { Field } from '../../ui/field.tsx'
import { problemOf } from '../../ui/form.tsx'
import type { Cell } from '../../ui/table.tsx'
import { SettingsGroupPageView, type GroupPageProps, type SettingChange } from '../settings/index.ts'
import { listTexts } from './lists.texts.ts'
import { radarSettingKey, radarSettingNames, type TypedRadarSettings } from './radar-settings.rules.ts'
import { radarPath } from './radar.views.tsx'

export const radarSettingsPath = `${radarPath}/installningar`

function rowOf({ key, before, after, hadBefore, at, by }: SettingChange, lang: Lang): Cell[] {
  const t = listTexts[lang].set
  const name = radarSettingNames.find((one) => radarSettingKey(one) === key)
  return [at ?? t.always, by, name === undefined ? key : t.fields[name], hadBefore ? String(before) : '–', String(after)]
}

/** The page. */
export const RadarSettingsPage = (props: GroupPageProps<TypedRadarSettings>) => {
  const { frame, typed, changes, problems } = props
  const t = listTexts[frame.lang].set
  return (
    <SettingsGroupPageView
      of={props}
      path={radarSettingsPath}
      texts={t}
      above={{ href: '/installningar', label: t.settings }}
      columns={t.columns}
      rows={changes.map((change) => rowOf(change, frame.lang))}
    >
      {radarSettingNames.map((name) => (
        <Field name={name} label={t.fields[name]} value={typed[name]} size={6} maxlength={5} problem={problemOf(problems, name)} />
      ))}
    </SettingsGroupPageView>
  )
}
