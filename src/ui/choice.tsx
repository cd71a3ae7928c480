/** Checkboxes and radio buttons, alone and in groups. */
import type { Child } from 'hono/jsx'
import { described, Hint, Optional, Problem, stateOf, type FieldBase } from './field.tsx'

type OneProps = {
  readonly type: 'checkbox' | 'radio'
  readonly id: string
  readonly name: string
  readonly value: string
  readonly label: Child
  readonly checked: boolean
  readonly hint?: Child
  readonly problem?: string | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly also?: string | undefined
}

const One = ({ type, id, name, value, label, checked, hint, problem, required, disabled, also }: OneProps) => (
  <div class="ds-field" {...(also === undefined ? {} : { 'data-also': also })}>
    <input
      class="ds-input"
      type={type}
      id={id}
      name={name}
      value={value}
      checked={checked}
      {...stateOf({ required, disabled, problem })}
      {...described(id, hint, problem)}
    />
    <label class="ds-label" for={id}>
      {label}
    </label>
    <Hint id={id}>{hint}</Hint>
    <Problem id={id} text={problem} />
  </div>
)

type CheckboxProps = Omit<FieldBase, 'hideLabel'> & {
  /** What is sent when it is ticked. */
  readonly value?: string
  readonly checked?: boolean
}

/** One box to tick. Sends nothing when it is not ticked. */
export const Checkbox = ({ name, id = name, value = 'ja', checked = false, label, required, ...rest }: CheckboxProps) => (
  <One
    type="checkbox"
    id={id}
    name={name}
    value={value}
    checked={checked}
    required={required}
    {...rest}
    label={
      <>
        {label}
        <Optional required={required} />
      </>
    }
  />
)

/** A choice in a group. */
export type Choice = {
  readonly value: string
  readonly label: string
  readonly hint?: Child
  readonly disabled?: boolean
  /** Other words that the search of a long list finds it by. */
  readonly also?: string
}

type GroupProps = Omit<FieldBase, 'disabled' | 'hideLabel'> & { readonly options: readonly Choice[]; readonly inline?: boolean }

type AnyGroupProps = GroupProps & { readonly type: OneProps['type']; readonly isChosen: (value: string, index: number) => boolean }

/** The first choice has the group's own id, so that the summary of problems leads to something that takes focus. */
const Group = ({ type, name, id = name, label, hint, problem, required, options, inline = false, isChosen }: AnyGroupProps) => (
  <fieldset class="ds-fieldset" {...described(id, hint, problem)}>
    <legend class="ds-label">
      {label}
      <Optional required={required} />
    </legend>
    <Hint id={id}>{hint}</Hint>
    <div class={inline ? 'choices row' : 'choices'}>
      {options.map((option, index) => (
        <One
          {...option}
          type={type}
          id={index === 0 ? id : `${id}-${index + 1}`}
          name={name}
          checked={isChosen(option.value, index)}
          required={type === 'radio' && required === true}
        />
      ))}
    </div>
    <Problem id={id} text={problem} />
  </fieldset>
)

/** One of a few. Nothing is chosen beforehand unless `value` says so; of several choices that send the same value the first is. */
export const RadioGroup = ({ value, ...group }: GroupProps & { readonly value?: string | null | undefined }) => {
  const chosen = group.options.findIndex((one) => one.value === value)
  return <Group {...group} type="radio" isChosen={(_, index) => index === chosen} />
}

/** Any of a few; the name is sent once for each that is ticked. */
export const CheckboxGroup = ({ values = [], ...group }: GroupProps & { readonly values?: readonly string[] }) => (
  <Group {...group} type="checkbox" isChosen={(one) => values.includes(one)} />
)
