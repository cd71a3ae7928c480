/** Forms: the token against forgery, the token against sending twice, and the summary of what must be mended. */
import type { Child } from 'hono/jsx'
import { Button } from './button.tsx'
import type { Frame } from './frame.ts'
import { useTexts } from './ui.texts.ts'

type FormProps = {
  readonly frame: Pick<Frame, 'formToken'>
  readonly action: string
  readonly children: Child
  /** A token that the action takes once, so that a form sent twice is done once. Sent as `once`. */
  readonly once?: string | undefined
  readonly id?: string | undefined
  /** What the form is, when no heading says it. */
  readonly label?: string | undefined
  /** The answer is a file: the button is let go after a moment, since no new page comes. */
  readonly givesFile?: boolean
  /** The form sends files. */
  readonly sendsFiles?: boolean
  /** Side by side instead of stacked. */
  readonly inline?: boolean
}

type InRowProps = { readonly children: Child; readonly label: string | undefined; readonly inline: boolean }

/** A form in a row is a group: as a landmark it would be one of many, and two of them can have the same name, as two youths can. */
const InRow = ({ children, label, inline }: InRowProps) =>
  inline && label !== undefined ? (
    <div class="row" role="group" aria-label={label}>
      {children}
    </div>
  ) : (
    <>{children}</>
  )

/** A form that posts. The server checks and answers in our words, so the browser's own bubbles are off (novalidate). */
export const Form = ({ frame, action, children, once, id, label, givesFile = false, sendsFiles = false, inline = false }: FormProps) => (
  <form
    method="post"
    action={action}
    {...(inline && label !== undefined ? {} : { class: inline ? 'row' : 'stack' })}
    novalidate
    {...(id === undefined ? {} : { id })}
    {...(label === undefined || inline ? {} : { 'aria-label': label })}
    {...(givesFile ? { 'data-gives-file': '' } : {})}
    {...(sendsFiles ? { enctype: 'multipart/form-data' } : {})}
  >
    <input type="hidden" name="formToken" value={frame.formToken} />
    {once !== undefined && <input type="hidden" name="once" value={once} />}
    <InRow label={label} inline={inline}>
      {children}
    </InRow>
  </form>
)

/** One thing that must be mended; `field` is the id of the input (its name unless it was given another). */
export type FieldProblem = { readonly field: string; readonly text: string }

/** The summary above a form that was refused: each problem is a link to its field. The script moves the focus here. */
export const FormErrors = ({ problems, title }: { readonly problems: readonly FieldProblem[]; readonly title?: string | undefined }) => {
  const { mend } = useTexts()
  if (problems.length === 0) return null
  return (
    <div class="ds-error-summary" role="alert" tabindex={-1} data-errors>
      <h2>{title ?? mend(problems.length)}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The problem of one field, to hand to it: `problem={problemOf(problems, 'phone')}`. */
export const problemOf = (problems: readonly FieldProblem[], field: string): string | undefined =>
  problems.find((one) => one.field === field)?.text

type ConfirmProps = Pick<FormProps, 'frame' | 'action' | 'once'> & {
  /** On the button that opens the question: "Avsluta ärendet …". */
  readonly label: string
  /** What will happen, in full: "Ärendet avslutas och försvinner från listan." */
  readonly question: string
  /** On the button that does it: "Ja, avsluta". */
  readonly confirm: string
  readonly danger?: boolean
  /** Opened from the start: the answer was refused and its fields come back. */
  readonly open?: boolean
  /** Fields that belong to the answer (a reason, hidden values). */
  readonly children?: Child
}

/** A change that asks first, without dialog and script: the button opens the question where it stands. */
export const Confirm = ({ frame, action, once, label, question, confirm, danger = false, open = false, children }: ConfirmProps) => (
  <details class="confirm" open={open}>
    <summary class="ds-button" data-variant="secondary" {...(danger ? { 'data-color': 'danger' } : {})}>
      {label}
    </summary>
    <div class="confirm-box" role="group" aria-label={question}>
      <p>{question}</p>
      <Form frame={frame} action={action} once={once}>
        {children}
        <Button danger={danger}>{confirm}</Button>
      </Form>
    </div>
  </details>
)
