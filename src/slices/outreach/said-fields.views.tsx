/** The fields for what the youth said: what hen does, what was agreed, whose support was chosen. Shared by the two forms. */
import type { Lang } from '../../kernel/lang.ts'
import { Field, Select } from '../../ui/field.tsx'
import { problemOf } from '../../ui/form.tsx'
import { agreedSteps, ladderTexts, occupations } from '../ladder/index.ts'
import type { TypedContact } from './contact-draft.ts'
import { contactTexts } from './contact.texts.ts'
import { upper } from './contact-words.texts.ts'
import type { Department } from './outreach-settings.rules.ts'

type Props = { readonly lang: Lang; readonly draft: TypedContact; readonly departments: readonly Department[]; readonly prefix: string }

const optionsOf = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>) =>
  keys.map((key) => ({ value: key, label: upper(words[key]) }))

/** The fields. `prefix` keeps their ids apart from others of the page. */
export const SaidFields = ({ lang, draft: { value, problems }, departments, prefix }: Props) => {
  const t = contactTexts[lang]
  const words = ladderTexts[lang]
  const given = (name: string) => ({ name, id: `${prefix}${name}`, value: value(name), problem: problemOf(problems, `${prefix}${name}`) })
  const active = departments.filter(({ key, active: isActive }) => isActive || key === value('department'))
  return (
    <div class="filters">
      <Select
        {...given('occupation')}
        label={t.occupation}
        options={optionsOf(occupations, words.occupations)}
        blank={t.notAsked}
        required={false}
      />
      <Select {...given('nextStep')} label={t.nextStep} options={optionsOf(agreedSteps, words.agreed)} blank={t.noStep} required={false} />
      <Field {...given('nextOn')} type="date" label={t.nextOn} required={false} />
      {active.length > 0 && (
        <Select
          {...given('department')}
          label={t.department}
          options={active.map(({ key, name }) => ({ value: key, label: name }))}
          blank={t.noDepartment}
          required={false}
        />
      )}
    </div>
  )
}
