/** Buttons that do (submit a form) and links that look like buttons (go somewhere). */
import type { Child } from 'hono/jsx'

/** Primary is for the one thing the page is for. */
export type ButtonVariant = 'primary' | 'secondary' | 'tertiary'

type Look = { readonly variant?: ButtonVariant; readonly danger?: boolean; readonly children: Child }
type ButtonProps = Look & {
  /** Sent with the form, when a form has several buttons. */
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** The id of the form, when the button stands outside it. */
  readonly form?: string | undefined
  /** Posts the form somewhere else than its own action. */
  readonly formaction?: string | undefined
  readonly disabled?: boolean
}

const look = ({ variant = 'primary', danger = false }: Omit<Look, 'children'>) => ({
  class: 'ds-button',
  'data-variant': variant,
  ...(danger ? { 'data-color': 'danger' } : {}),
})

/** A submit button. The script marks it busy after the press and stops the second one. */
export const Button = ({ variant = 'primary', danger = false, children, ...rest }: ButtonProps) => (
  <button type="submit" {...look({ variant, danger })} {...rest}>
    {children}
  </button>
)

type LinkButtonProps = Look & { readonly href: string }

/** A link dressed as a button. It only ever goes somewhere; what changes something is a Button in a Form. */
export const LinkButton = ({ href, variant = 'secondary', danger = false, children }: LinkButtonProps) => (
  <a href={href} {...look({ variant, danger })}>
    {children}
  </a>
)
