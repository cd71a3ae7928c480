/** GET /installningar/enkater: the fewest answers and the days of a code, and how they came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import { Field } from '../../ui/field.tsx'
import { problemOf } from '../../ui/form.tsx'
import type { Cell } from '../../ui/table.tsx'
import { SettingsGroupPageView, type GroupPageProps, type SettingChange } from '../settings/index.ts'
import { surveySettingKeys, surveySettingNames, type SurveySettings } from './survey-settings.rules.ts'
import { surveySettingTexts } from './survey-settings.texts.ts'

export type TypedSurveySettings = Readonly<Record<keyof SurveySettings, string>>

function rowOf({ key, before, after, hadBefore, at, by }: SettingChange, lang: Lang): Cell[] {
  const t = surveySettingTexts[lang]
  const name = surveySettingNames.find((one) => surveySettingKeys[one] === key)
  return [at ?? t.always, by, name === undefined ? key : t.fields[name], hadBefore ? String(before) : '–', String(after)]
}

/** The page. */
export const SurveySettingsPage = (props: GroupPageProps<TypedSurveySettings>) => {
  const { frame, typed, changes, problems } = props
  const t = surveySettingTexts[frame.lang]
  return (
    <SettingsGroupPageView
      of={props}
      path="/installningar/enkater"
      texts={t}
      above={{ href: '/installningar', label: t.settings }}
      columns={t.columns}
      rows={changes.map((change) => rowOf(change, frame.lang))}
    >
      {surveySettingNames.map((name) => (
        <Field
          name={name}
          label={t.fields[name]}
          hint={t.hints[name]}
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
