/** Inputs that know their label, hint and problem. The id is the name unless another is given. */
import type { Child } from 'hono/jsx'
import { useTexts } from './ui.texts.ts'

/** What every field has. */
export type FieldBase = {
  readonly name: string
  readonly label: string
  readonly hint?: Child
  readonly problem?: string | undefined
  /** When the page has several forms with the same names. FormErrors links to it. */
  readonly id?: string | undefined
  /** true: must be answered. false: marked as optional. Not given: neither is said. */
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** The label is read out but not seen: only for a search field beside its list. */
  readonly hideLabel?: boolean
  /** The language of what is written in it, when that is not the page's. */
  readonly writtenIn?: { readonly lang: string; readonly dir: 'ltr' | 'rtl' } | undefined
}

/** The ids of hint and problem, as aria-describedby wants them: the problem first. */
export const described = (id: string, hint: unknown, problem: string | undefined): { 'aria-describedby'?: string } => {
  const ids = [...(problem === undefined ? [] : [`${id}-problem`]), ...(hint === undefined ? [] : [`${id}-hint`])]
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }
}

/** Attributes that say the state of an input. */
export const stateOf = ({ required, disabled, problem }: Pick<FieldBase, 'required' | 'disabled' | 'problem'>) => ({
  ...(required === true ? { required: true } : {}),
  ...(disabled === true ? { disabled: true } : {}),
  ...(problem === undefined ? {} : { 'aria-invalid': 'true' as const }),
})

/** The hint of a field, described by its id. */
export const Hint = ({ id, children }: { readonly id: string; readonly children: Child }) =>
  children === undefined ? null : (
    <p data-field="description" id={`${id}-hint`}>
      {children}
    </p>
  )

/** The problem of a field, described by its id. */
export const Problem = ({ id, text }: { readonly id: string; readonly text: string | undefined }) =>
  text === undefined ? null : (
    <p class="ds-validation-message" data-field="validation" id={`${id}-problem`}>
      {text}
    </p>
  )

/** What stands after the label of an optional field. */
export const Optional = ({ required }: { readonly required: boolean | undefined }) => {
  const { optional } = useTexts()
  return required === false ? <span class="muted regular">{` (${optional})`}</span> : null
}

const Labelled = ({ id, field, children }: { id: string; field: FieldBase; children: Child }) => (
  <div class="ds-field">
    <label class={field.hideLabel === true ? 'ds-sr-only' : 'ds-label'} for={id}>
      {field.label}
      <Optional required={field.required} />
    </label>
    <Hint id={id}>{field.hint}</Hint>
    {children}
    <Problem id={id} text={field.problem} />
  </div>
)

type FieldProps = FieldBase & {
  readonly type?: 'text' | 'search' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'number' | 'month' | 'password' | 'file'
  readonly value?: string | number | null | undefined
  readonly autocomplete?: string | undefined
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined
  readonly maxlength?: number | undefined
  readonly placeholder?: string | undefined
  readonly min?: string | number | undefined
  readonly max?: string | number | undefined
  readonly step?: string | number | undefined
  /** In characters; otherwise the field is as wide as its place. */
  readonly size?: number | undefined
  readonly readonly?: boolean | undefined
  readonly accept?: string | undefined
  readonly spellcheck?: boolean | undefined
}

/** Attributes given; those not given are left out. */
const given = <T extends object>(attributes: T): { [K in keyof T]: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null)) as never

/** One line: text, search, date, number ... `search` is where the key `/` goes. */
export const Field = (props: FieldProps) => {
  const {
    name,
    label: _,
    hideLabel: __,
    hint,
    problem,
    id = name,
    required,
    disabled,
    type = 'text',
    autocomplete = 'off',
    writtenIn,
    ...rest
  } = props
  return (
    <Labelled id={id} field={props}>
      <input
        class="ds-input"
        id={id}
        name={name}
        type={type}
        autocomplete={autocomplete}
        {...given({ ...rest, ...writtenIn })}
        {...stateOf({ required, disabled, problem })}
        {...described(id, hint, problem)}
      />
    </Labelled>
  )
}

type TextAreaProps = FieldBase & {
  readonly value?: string | null | undefined
  readonly rows?: number
  readonly maxlength?: number | undefined
}

/** Several lines. With maxlength the script counts what is left. */
export const TextArea = (props: TextAreaProps) => {
  const { name, hint, problem, id = name, required, disabled, value, rows = 4, maxlength, writtenIn = {} } = props
  const { left } = useTexts()
  return (
    <Labelled id={id} field={props}>
      <textarea
        class="ds-input"
        id={id}
        name={name}
        rows={rows}
        {...writtenIn}
        {...given({ maxlength })}
        {...(maxlength === undefined ? {} : { 'data-left': left })}
        {...stateOf({ required, disabled, problem })}
        {...described(id, hint, problem)}
      >
        {value ?? ''}
      </textarea>
    </Labelled>
  )
}

/** A choice in a list. */
export type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean }

type SelectProps = FieldBase & {
  readonly options: readonly Option[]
  readonly value?: string | null | undefined
  /** An empty first choice: true for "Välj …", or its words. */
  readonly blank?: boolean | string
}

/** One of many in a list. Up to five choices are better as a RadioGroup. */
export const Select = (props: SelectProps) => {
  const { name, hint, problem, id = name, required, disabled, options, value, blank = false } = props
  const { choose } = useTexts()
  return (
    <Labelled id={id} field={props}>
      <select class="ds-input" id={id} name={name} {...stateOf({ required, disabled, problem })} {...described(id, hint, problem)}>
        {blank !== false && <option value="">{blank === true ? choose : blank}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value} disabled={option.disabled === true}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
