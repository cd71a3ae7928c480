/** The settings of notices, and how they came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import { Field } from '../../ui/field.tsx'
import { problemOf } from '../../ui/form.tsx'
import type { Cell } from '../../ui/table.tsx'
import { SettingsGroupPageView, type GroupPageProps, type SettingChange } from '../settings/index.ts'
import { noticeSettingKey, noticeSettingNames, type TypedNoticeSettings } from './notice-settings.rules.ts'
import { schoolTexts } from './school.texts.ts'

export const noticeSettingsPath = '/anmalningar/installningar'

function rowOf({ key, before, after, hadBefore, at, by }: SettingChange, lang: Lang): Cell[] {
  const t = schoolTexts[lang].set
  const name = noticeSettingNames.find((one) => noticeSettingKey(one) === key)
  return [at ?? t.always, by, name === undefined ? key : t.fields[name], hadBefore ? String(before) : '–', String(after)]
}

/** The page. */
export const NoticeSettingsPage = (props: GroupPageProps<TypedNoticeSettings>) => {
  const { frame, typed, changes, problems } = props
  const t = schoolTexts[frame.lang].set
  return (
    <SettingsGroupPageView
      of={props}
      path={noticeSettingsPath}
      texts={t}
      above={{ href: '/anmalningar/skolor', label: t.settings }}
      columns={t.columns}
      rows={changes.map((change) => rowOf(change, frame.lang))}
    >
      {noticeSettingNames.map((name) => (
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
