/** The rows of stages in the form of an item. */
import { CheckboxGroup } from '../../ui/choice.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { problemOf } from '../../ui/form.tsx'
import { catalogueTexts } from './catalogue.texts.ts'
import type { ItemPageProps } from './catalogue.views.tsx'
import { longestStageName } from './item.rules.ts'
import { stageRows } from './measures.forms.ts'
import { reasonOptions } from './parts.views.tsx'

type Props = Pick<ItemPageProps, 'frame' | 'draft' | 'catalogue'>

const Row = ({ n, props }: { n: number; props: Props }) => {
  const { frame, draft, catalogue } = props
  const texts = catalogueTexts[frame.lang]
  const at = (part: string) => {
    const name = `${part}${n}`
    return { name, value: draft.values[name]?.[0] ?? '', problem: problemOf(draft.problems, name) }
  }
  const units = (['days', 'weeks', 'months'] as const).map((value) => ({ value, label: texts.units[value] }))
  const unit = at('stageUnit')
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{texts.stage(n)}</legend>
      <input type="hidden" name={`stageKey${n}`} value={at('stageKey').value} />
      <div class="row low">
        <Field {...at('stageStep')} label={texts.stageStep} inputmode="numeric" size={2} maxlength={1} />
        <Field {...at('stageLength')} label={texts.stageLength} inputmode="numeric" size={4} maxlength={3} />
        <Select {...unit} value={unit.value === '' ? 'weeks' : unit.value} label={texts.stageUnit} options={units} />
      </div>
      <Field {...at('stageSv')} label={texts.stageSv} maxlength={longestStageName} />
      <Field {...at('stageEn')} label={texts.stageEn} maxlength={longestStageName} />
      <CheckboxGroup
        name={`stageReasons${n}`}
        label={texts.stageReasons}
        options={reasonOptions(catalogue.reasons, 'interruption', frame.lang)}
        values={draft.values[`stageReasons${n}`] ?? []}
        inline
      />
    </fieldset>
  )
}

/** All rows, those that say nothing too. */
export const StageRows = (props: Props) => (
  <div class="stack">
    <p class="muted">{catalogueTexts[props.frame.lang].stagesText}</p>
    {stageRows.map((n) => (
      <Row n={n} props={props} />
    ))}
  </div>
)
