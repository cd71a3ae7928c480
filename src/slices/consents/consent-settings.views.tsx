/** The settings of consent and referral, and how they came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { problemOf } from '../../ui/form.tsx'
import type { Cell } from '../../ui/table.tsx'
import { SettingsGroupPageView, type GroupPageProps, type SettingChange } from '../settings/index.ts'
import {
  consentSettingKey,
  consentSettingNames,
  under18Ways,
  type ConsentSettingName,
  type TypedConsentSettings,
} from './consent-settings.rules.ts'
import { consentSettingTexts } from './consent-settings.texts.ts'

export const consentSettingsPath = '/hanvisningar/installningar'

/** A value in words. */
export function valueText(value: unknown, lang: Lang): string {
  const way = under18Ways.find((one) => one === value)
  return way === undefined ? String(value) : consentSettingTexts[lang].ways[way]
}

function rowOf({ key, before, after, hadBefore, at, by }: SettingChange, lang: Lang): Cell[] {
  const t = consentSettingTexts[lang]
  const name = consentSettingNames.find((one) => consentSettingKey(one) === key)
  return [at ?? t.always, by, name === undefined ? key : t.fields[name], hadBefore ? valueText(before, lang) : '–', valueText(after, lang)]
}

const Fields = ({ frame, typed, problems }: GroupPageProps<TypedConsentSettings>) => {
  const t = consentSettingTexts[frame.lang]
  const at = (name: ConsentSettingName) => ({ name, label: t.fields[name], value: typed[name], problem: problemOf(problems, name) })
  const ways = under18Ways.map((value) => ({ value, label: t.ways[value] }))
  return (
    <>
      <RadioGroup {...at('under18')} hint={t.wayHint} options={ways} />
      {consentSettingNames
        .filter((name) => name !== 'under18')
        .map((name) => (
          <Field {...at(name)} inputmode="numeric" size={4} maxlength={4} />
        ))}
    </>
  )
}

/** The page. */
export const ConsentSettingsPage = (props: GroupPageProps<TypedConsentSettings>) => {
  const { lang } = props.frame
  const t = consentSettingTexts[lang]
  return (
    <SettingsGroupPageView
      of={props}
      path={consentSettingsPath}
      texts={t}
      above={{ href: '/installningar', label: t.settings }}
      columns={t.columns}
      rows={props.changes.map((change) => rowOf(change, lang))}
    >
      <Fields {...props} />
    </SettingsGroupPageView>
  )
}
