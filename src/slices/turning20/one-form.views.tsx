/** What the forms of the page of one youth are handed. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Field } from '../../ui/field.tsx'
import { problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { Turning } from './turning20.actions.ts'
import { turningTexts } from './turning20.texts.ts'

export type OneProps = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly turning: Turning
  readonly refusal: string | null
  readonly problems: readonly FieldProblem[]
  readonly typed: (field: string) => string
  readonly newOnce: () => string
}

export type FormOf = OneProps & { readonly path: string }

/** The day of what is said: today, unless another is chosen. */
export const dayField = ({ today, problems, frame: { lang } }: OneProps, name: string) => (
  <Field name="on" id={name} type="date" label={turningTexts[lang].on} value={today} max={today} problem={problemOf(problems, 'on')} />
)
